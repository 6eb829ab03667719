"""Can it be told, on a day, whether a target is reached?"""

from stdsys.messages import Text, _
from stdsys.model.target_record import TargetRecord
from stdsys.model.target_vocabulary import Measured
from stdsys.model.workspace import Workspace


def unmeasurable(target: TargetRecord, workspace: Workspace) -> Text | None:
    """Return why a target is not measurable; None if it is.

    It needs a day on which it is judged (its own due date, or the end of its phase). A growth needs
    two values of each series it names, a value one. What is entered by hand needs a unit.
    """
    phase = workspace.phase(target.phase)
    if target.due is None and (phase is None or phase.end is None):
        return _("it has no due date")
    needed = _VALUES_NEEDED.get(target.measure.of, 0)
    for key in target.measure.series:
        series = workspace.series.get(key)
        if needed and (series is None or len(series.values) < needed):
            return _(
                "the series {series} has fewer than {count} values",
                series=series.name if series else key,
                count=needed,
            )
    if target.entered and target.unit is None and not target.value.percent:
        return _("its value is entered by hand and has no unit")
    return None


_VALUES_NEEDED = {Measured.GROWTH: 2, Measured.VALUE: 1}

"""Do phases, tasks, targets, series and reviews name what exists, and agree with themselves?"""

from collections.abc import Iterable

from stdsys.findings import Finding, Place, Severity
from stdsys.messages import Text, _
from stdsys.model.catalogue import looks_like_number
from stdsys.model.known_names import Known, NameCheck
from stdsys.model.programme_record import TaskRecord
from stdsys.model.references import all_clauses
from stdsys.model.review_record import ReviewRecord
from stdsys.model.target_record import SeriesRecord, TargetRecord
from stdsys.model.target_vocabulary import Measured
from stdsys.model.workspace import ASPECT, STAGE, Workspace

_SERIES_MEASURES = (Measured.GROWTH, Measured.VALUE)


def check_programme(workspace: Workspace) -> list[Finding]:
    """Return Y104 for every unknown id, Y103 for targets and reviews that contradict themselves.

    A share measured in plain numbers, a count measured in percent, a measure without the series it
    is taken from, a score above the full score, an id of a phase or task used twice (Y105).
    """
    return _ProgrammeCheck(workspace).run()


class _ProgrammeCheck(NameCheck):
    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        phases = {phase.id: phase for phase in workspace.programme.phases}
        self.phases = Known(_("phase"), phases)
        self.organisations = Known(_("organisation"), workspace.organisations)
        self.systems = Known(_("system"), workspace.systems)
        self.series = Known(_("series"), workspace.series)
        self.clauses = Known(_("coverage clause"), all_clauses(workspace))
        self.planned = Known(_("standard number or planned standard"), workspace.planned)
        self.stages = Known(_("stage"), workspace.axes[STAGE].values)
        self.aspects = Known(_("aspect"), workspace.axes[ASPECT].values)

    def run(self) -> list[Finding]:
        workspace = self.workspace
        for task in workspace.programme.tasks:
            self._task(task)
        for target in workspace.targets.values():
            self._target(target)
        for series in workspace.series.values():
            self._series(series)
        for review in workspace.reviews:
            self._review(review)
        for key, unit in workspace.organisations.items():
            self._standards(unit.applies, key, unit.place, "applies")
        for planned in workspace.planned.values():
            facts = planned.facts
            self.one(facts.phase, self.phases, planned.key, facts.place, "phase")
        return self.found

    def _task(self, task: TaskRecord) -> None:
        subject, place = task.id, task.place
        self.one(task.phase, self.phases, subject, place, "phase")
        self.each(task.lead, self.organisations, subject, place, "lead")
        self.each(task.support, self.organisations, subject, place, "support")
        self.each(task.systems, self.systems, subject, place, "systems")
        self._standards(task.standards, subject, place, "standards")

    def _target(self, target: TargetRecord) -> None:
        subject, place, measure = target.id, target.place, target.measure
        self.one(target.phase, self.phases, subject, place, "phase")
        self.each(target.scope, self.systems, subject, place, "scope")
        self.each(target.lead, self.organisations, subject, place, "lead")
        self.each(target.support, self.organisations, subject, place, "support")
        within = place.at("measure")
        self.each(measure.series, self.series, subject, within, "series")
        self.each(measure.clauses, self.clauses, subject, within, "clauses")
        self.each(measure.stages, self.stages, subject, within, "stages")
        self.each(measure.aspects, self.aspects, subject, within, "aspects")
        self._sound_target(target)

    def _sound_target(self, target: TargetRecord) -> None:
        measure, value = target.measure, target.value
        if measure.of.share and not value.percent:
            hint = _("a share is written in percent: {example}", example=f"{value}%")
            self._wrong(target, "value", _("a share or rate in percent"), hint)
        elif value.percent and measure.of not in (*_SHARES, Measured.ENTERED, Measured.VALUE):
            self._wrong(target, "value", _("a number without percent sign: this is a count"))
        if measure.of in _SERIES_MEASURES and not measure.series:
            self._wrong(target, "measure", _("the series it is measured by: series: [...]"))
        if target.actual is not None and not target.entered:
            hint = _("a value entered by hand needs measure: entered")
            self._wrong(target, "actual", _("no value: this measure is computed"), hint)

    def _series(self, series: SeriesRecord) -> None:
        place = series.place
        self.one(series.system, self.systems, series.id, place, "system")
        unit = series.organisation
        self.one(unit, self.organisations, series.id, place, "organisation")

    def _review(self, review: ReviewRecord) -> None:
        subject, place = review.standard, review.place
        self._standards((review.standard,), subject, place)
        for criterion, score in review.scores.items():
            where = place.at("scores", criterion.value)
            if criterion not in review.kind.criteria:
                expected = _("one of: {words}", words=tuple(review.kind.criteria))
                self._refuse(where, subject, "scores", expected)
            elif not 0 <= score <= review.out_of:
                expected = _("a score from 0 to {most}", most=f"{review.out_of}")
                self._refuse(where, subject, "scores", expected)

    def _standards(
        self, names: Iterable[str], subject: str, place: Place, field: str | None = None
    ) -> None:
        """Check names of standards: any number, or a key of the workspace."""
        for index, name in enumerate(names):
            if not looks_like_number(name) and name not in self.workspace.editions:
                steps = ("standard",) if field is None else (field, index)
                self.one(name, self.planned, subject, place, *steps)

    def _wrong(
        self, target: TargetRecord, field: str, expected: Text, hint: Text | None = None
    ) -> None:
        self._refuse(target.place.at(field), target.id, field, expected, hint)

    def _refuse(
        self, place: Place, subject: str, field: str, expected: Text, hint: Text | None = None
    ) -> None:
        message = _("{field}: expected {expected}", field=field, expected=expected)
        self.found.append(
            Finding("Y103", Severity.ERROR, message, place, subject, (subject,), hint=hint)
        )


_SHARES = tuple(measured for measured in Measured if measured.share)

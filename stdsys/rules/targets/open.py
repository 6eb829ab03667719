"""Rules T003 and T004: targets that are due soon, and targets that nothing proves."""

from datetime import date

from stdsys.analysis.targets.reached import SOON, TargetResult, TargetState
from stdsys.findings import Place, Severity
from stdsys.messages import Text, _
from stdsys.model.target_vocabulary import Strength
from stdsys.rules.reading.sources import PRACTICE
from stdsys.rules.rule import Sample
from stdsys.rules.targets.targets_rule import TargetRule


class TargetDueSoon(TargetRule):
    """T003."""

    code = "T003"
    name = "target-due-soon"
    severity = Severity.WARNING
    summary = _("a target is due within {days} days and not reached", days=SOON)
    why = _(
        "There is still time to act. For what was promised (确保) it is a warning, for any other "
        "target information."
    )
    source = PRACTICE
    bad = Sample(
        """\
targets:
  - id: brands
    title: 示例品牌不少于6个
    measure: entered
    value: 6
    strength: 确保
    due: 2026-12
    actual: 4
    evidence: https://example.org/sample
""",
        at=(5, 12),
    )
    good = Sample(
        """\
targets:
  - id: brands
    title: 示例品牌不少于6个
    measure: entered
    value: 6
    strength: 确保
    due: 2027-12
    actual: 4
    evidence: https://example.org/sample
"""
    )

    def concerns(self, result: TargetResult) -> bool:
        """Whether it is proven that a target due soon is not reached yet."""
        return result.state is TargetState.DUE_SOON

    def weight(self, result: TargetResult, day: date) -> Severity:
        """Return warning for what was promised, else info."""
        firm = result.target.strength is Strength.FIRM
        return Severity.WARNING if firm else Severity.INFO

    def say(self, result: TargetResult) -> Text:
        """Say what is reached so far."""
        return _(
            "{title}: is due on {due}; {why}",
            title=result.target.called,
            due=result.due,
            why=result.why,
        )


class TargetWithoutEvidence(TargetRule):
    """T004."""

    code = "T004"
    name = "target-without-evidence"
    severity = Severity.WARNING
    summary = _("nothing proves whether a target is reached")
    why = _(
        "A target without evidence never counts as reached, nor as missed: a value entered by hand "
        "needs a file or an address, a value of a series a source, a count something counted and "
        "verified. It is a warning for firm targets and floors that are overdue, else information."
    )
    source = PRACTICE
    bad = Sample(
        """\
targets:
  - id: brands
    title: 示例品牌不少于6个
    measure: entered
    value: 6
    strength: 确保
    due: 2026-06
    actual: 6
""",
        at=(4, 14),
    )
    good = Sample(
        """\
targets:
  - id: brands
    title: 示例品牌不少于6个
    measure: entered
    value: 6
    strength: 确保
    due: 2026-06
    actual: 6
    evidence: https://example.org/sample
"""
    )

    def concerns(self, result: TargetResult) -> bool:
        """Whether it cannot be told if a target is reached."""
        return result.state is TargetState.NO_EVIDENCE

    def weight(self, result: TargetResult, day: date) -> Severity:
        """Return warning for a firm target or floor that is overdue, else info."""
        overdue = result.due is not None and result.due.over_by(day)
        stretch = result.target.strength is Strength.STRETCH
        return Severity.WARNING if overdue and not stretch else Severity.INFO

    def say(self, result: TargetResult) -> Text:
        """Say what is lacking."""
        return _("{title}: {why}", title=result.target.called, why=result.why)

    def place(self, result: TargetResult) -> Place:
        """Return where the evidence would have to stand, else the measure."""
        return result.measured.place or result.target.place.at("measure")

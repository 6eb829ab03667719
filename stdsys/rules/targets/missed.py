"""Rules T001 and T002: targets that were not reached when they were due."""

from datetime import date

from stdsys.analysis.targets.reached import TargetResult, TargetState
from stdsys.findings import Severity
from stdsys.messages import Text, _
from stdsys.model.target_vocabulary import Strength
from stdsys.rules.reading.sources import PRACTICE
from stdsys.rules.rule import Sample
from stdsys.rules.targets.targets_rule import TargetRule


class FirmTargetMissed(TargetRule):
    """T001."""

    code = "T001"
    name = "firm-target-missed"
    severity = Severity.ERROR
    summary = _("a firm target (error) or a floor (warning) was not reached when it was due")
    why = _(
        "A firm target (确保) that is missed is an error, a floor (不少于) a warning. It is said "
        "only where the facts prove it: a workspace that does not record everything (complete: "
        "false) proves nothing by falling short. What is reached after its due date is reached "
        "late; from then on the rule is silent."
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
    due: 2026-06
    actual: 6
    evidence: https://example.org/sample
"""
    )

    def concerns(self, result: TargetResult) -> bool:
        """Whether a firm target or a floor is overdue."""
        stretch = result.target.strength is Strength.STRETCH
        return result.state is TargetState.MISSED and not stretch

    def weight(self, result: TargetResult, day: date) -> Severity:
        """Return error for what was promised, warning for a floor."""
        firm = result.target.strength is Strength.FIRM
        return Severity.ERROR if firm else Severity.WARNING

    def say(self, result: TargetResult) -> Text:
        """Say what was reached of what."""
        return missed(result)


class StretchTargetMissed(TargetRule):
    """T002."""

    code = "T002"
    name = "stretch-target-missed"
    severity = Severity.INFO
    summary = _("a stretch target was not reached when it was due")
    why = _(
        "What was striven for (力争) or expected (预期) and not reached is worth a sentence in the "
        "summary of the programme, no more."
    )
    source = PRACTICE
    bad = Sample(
        """\
targets:
  - id: benefit
    title: 示例效益增长15%
    measure: entered
    value: 15%
    strength: 力争
    due: 2026-06
    actual: 12.5
    evidence: https://example.org/sample
""",
        at=(5, 12),
    )
    good = Sample(
        """\
targets:
  - id: benefit
    title: 示例效益增长15%
    measure: entered
    value: 15%
    strength: 力争
    due: 2026-06
    actual: 15.0
    evidence: https://example.org/sample
"""
    )

    def concerns(self, result: TargetResult) -> bool:
        """Whether a stretch target is overdue."""
        stretch = result.target.strength is Strength.STRETCH
        return result.state is TargetState.MISSED and stretch

    def say(self, result: TargetResult) -> Text:
        """Say what was reached of what."""
        return missed(result)


def missed(result: TargetResult) -> Text:
    """Say what was reached of a target by its due date and after."""
    return _(
        "{title}: was due on {due}; {why}",
        title=result.target.called,
        due=result.due,
        why=result.why,
    )

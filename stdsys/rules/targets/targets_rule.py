"""What the rules on targets share: of every target at most one of them speaks."""

from abc import abstractmethod
from collections.abc import Iterator
from datetime import date

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.targets.reached import TargetResult
from stdsys.findings import Finding, Place, Severity
from stdsys.messages import Text, _
from stdsys.rules.rule import Rule


class TargetRule(Rule):
    """A rule that judges targets one by one; its findings are waived at the target."""

    @abstractmethod
    def concerns(self, result: TargetResult) -> bool:
        """Whether the rule speaks of this target."""

    @abstractmethod
    def say(self, result: TargetResult) -> Text:
        """Say how a target stands that the rule concerns."""

    def weight(self, result: TargetResult, day: date) -> Severity:
        """Return how grave it is for this target on the day."""
        return self.severity

    def place(self, result: TargetResult) -> Place:
        """Return where the finding stands: at the value to be reached."""
        return result.target.place.at("value")

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding for each target that the rule concerns."""
        for result in analysis.targets.all:
            if self.concerns(result):
                yield self.found(
                    self.say(result),
                    self.place(result),
                    result.target.id,
                    severity=self.weight(result, analysis.as_of),
                    hint=_lead(result, analysis),
                    unverified=result.target.unverified,
                )


def _lead(result: TargetResult, analysis: Analysis) -> Text | None:
    """Say who has to act, where the target says it."""
    units = tuple(analysis.workspace.name_of(unit) for unit in result.target.lead)
    return _("lead unit: {unit}", unit=units) if units else None

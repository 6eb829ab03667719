"""What the rules on single editions share: the loop over them, and where findings are waived."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Place, Related, Severity
from stdsys.messages import Text
from stdsys.model.items import Edition
from stdsys.rules.rule import Rule


class Fault(Struct, frozen=True):
    """What is wrong with an edition, and where.

    `severity` is given where it is not the rule's own. `unverified`: the fault rests on facts
    beside the edition's own that nobody has verified.
    """

    message: Text
    place: Place
    hint: Text | None = None
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    unverified: bool = False


class EditionRule(Rule):
    """A rule that judges editions one by one, by what is said of each."""

    @abstractmethod
    def judge(self, edition: Edition, analysis: Analysis) -> Fault | None:
        """Return what is wrong with an edition, if anything."""

    def candidates(self, analysis: Analysis) -> Iterable[Edition]:
        """Return the editions that may be at fault, in reading order: only these are judged.

        A rule that concerns few leaves out the others here, which is much quicker than to judge
        them.
        """
        return analysis.workspace.editions.values()

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding for each edition at fault.

        It can be waived at the record, or where there is none at the entries that state the facts.
        """
        for edition in self.candidates(analysis):
            fault = self.judge(edition, analysis)
            if fault is not None:
                yield self.found(
                    fault.message,
                    fault.place,
                    edition.key,
                    about=analysis.placements.waived_at(edition),
                    severity=fault.severity,
                    hint=fault.hint,
                    related=fault.related,
                    unverified=edition.unverified or fault.unverified,
                )

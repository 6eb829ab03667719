"""What the rules share that compare a workspace with the register of known standards."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Severity
from stdsys.messages import Text, _
from stdsys.model.partial_date import PartialDate
from stdsys.rules.life_cycle.edition_rule import Fault
from stdsys.rules.rule import Per, Rule

if TYPE_CHECKING:
    from stdsys.analysis.register_answers import Answer
    from stdsys.register.facts import Said

REGISTER = _("the register of standards that is given, and the lists it was made of")


class RegisterRule(Rule):
    """A rule that judges what a register says of each edition; without a register it rests.

    What is found rests on the register, so that it is told with the same weight whether or not the
    workspace's own fact has been verified. Only a fact verified on a later day than that of which
    the register's list speaks may know better: then it is info.
    """

    severity = Severity.INFO
    per = Per.SUBJECT
    source = REGISTER

    def applies(self, analysis: Analysis) -> bool:
        """Whether there is a register."""
        return analysis.register is not None

    @abstractmethod
    def judge(self, answer: "Answer", analysis: Analysis) -> Iterator[Fault]:
        """Yield what is wrong with an edition."""

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield what differs; it can be waived at the record, else at the entries."""
        answers = analysis.register_answers
        for answer in answers.answers if answers is not None else ():
            for fault in self.judge(answer, analysis):
                edition = answer.edition
                yield self.found(
                    fault.message,
                    fault.place,
                    edition.key,
                    about=analysis.placements.waived_at(edition),
                    severity=fault.severity,
                    hint=fault.hint,
                )


def listed(said: "Said") -> Text:
    """Return who says so and on which day: it stands in brackets behind what is said."""
    origin = said.origin
    return _("{source}, {day}", source=origin.source, day=origin.dated)


def severity_of(answer: "Answer", said: "Said", analysis: Analysis) -> Severity:
    """Return warning for what stands in a system and nobody has verified since, else info.

    Also info is what a list says that speaks of a later day than the one that is asked about.
    """
    verified, listed_on = answer.edition.facts.verified, said.origin.dated
    if isinstance(verified, PartialDate) and verified.first.isoformat() > listed_on:
        return Severity.INFO
    if listed_on > analysis.as_of.isoformat():
        return Severity.INFO
    placed = analysis.placements.entries_of(answer.edition)
    return Severity.WARNING if placed else Severity.INFO

"""What the rules on citations share: whose documents are judged, and how findings are gathered."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.resolved import ResolvedCitation
from stdsys.findings import Finding, Severity
from stdsys.messages import Text
from stdsys.rules.items import name_of
from stdsys.rules.rule import Rule


class CitationRule(Rule):
    """A rule that judges citations one by one, and says who can act.

    Only documents in force, upcoming or planned are judged: nobody can amend a dead text. In an own
    document every occurrence is a finding (`severity`), for somebody here can amend it. In other
    documents all occurrences of one cited object make one finding of `elsewhere` (None: none).
    """

    elsewhere: ClassVar[Severity | None] = Severity.INFO

    @abstractmethod
    def concerns(self, citation: ResolvedCitation, analysis: Analysis) -> bool:
        """Whether something is wrong with a citation; asked of `Citations.notable` only."""

    @abstractmethod
    def say(self, citation: ResolvedCitation, analysis: Analysis) -> tuple[Text, Text | None]:
        """Return what is wrong with a citation that it concerns, and the hint how to mend it."""

    def object_of(self, citation: ResolvedCitation) -> str:
        """Return the key by which findings in documents of others are gathered."""
        return citation.number.edition_key if citation.number else citation.cited_as

    def rests_on_unverified(self, citation: ResolvedCitation, analysis: Analysis) -> bool:
        """Whether the evidence holds a fact that nobody has verified."""
        return citation.unverified

    def severity_for(self, own: bool, analysis: Analysis) -> Severity | None:
        """Return the severity in own documents and in those of others; None: not reported."""
        return self.severity if own else self.elsewhere

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding for each citation that is judged and that the rule concerns."""
        for citation in analysis.citations.notable:
            own = analysis.ownership.is_own(citation.citing)
            severity = self.severity_for(own, analysis)
            if severity is None or not self.concerns(citation, analysis):
                continue
            message, hint = self.say(citation, analysis)
            citing = citation.citing.key
            gathered_by = None if own else self.object_of(citation)
            subject = gathered_by or citing
            waived_at = analysis.placements.waived_at(citation.citing)
            yield self.found(
                message,
                citation.place,
                subject,
                about=waived_at if subject == citing else (citing, *waived_at),
                severity=severity,
                hint=hint,
                unverified=self.rests_on_unverified(citation, analysis),
                group=gathered_by,
            )


def citing_name(citation: ResolvedCitation) -> str:
    """Return what the citing document is called."""
    return name_of(citation.citing)


def cited_name(citation: ResolvedCitation) -> str:
    """Return what the cited document is called: its number in the canonical form, else its name."""
    if citation.number is not None:
        return str(citation.number)
    return name_of(citation.other) if citation.other is not None else citation.cited_as

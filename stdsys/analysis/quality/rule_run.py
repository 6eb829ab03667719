"""What the rules found in a workspace, as those analyses take it that build upon rules."""

from collections.abc import Iterator

from msgspec import Struct

from stdsys.findings import Finding, Place


class RuleRun(Struct, frozen=True):
    """Findings that stand, those waived in place, and the codes of all rules that ran."""

    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    codes: frozenset[str]

    def of(self, *codes: str) -> tuple[Finding, ...]:
        """Return the findings with one of these codes."""
        return tuple(finding for finding in self.findings if finding.code in codes)

    def ran(self, *codes: str) -> bool:
        """Whether all rules with these codes ran; a rule switched off finds nothing."""
        return self.codes.issuperset(codes)


def gathered_places(finding: Finding) -> Iterator[Place]:
    """Yield where each occurrence stands that was gathered into a finding; its own place first.

    The occurrences come last among the related places; before them stand those of other things.
    """
    yield finding.place
    if finding.count > 1:
        for related in finding.related[1 - finding.count :]:
            yield related.place

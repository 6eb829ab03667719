"""One fault, one message: which finding silences which, when both speak of the same object."""

from collections.abc import Iterable

from stdsys.findings import Finding

MUTES: dict[str, tuple[str, ...]] = {
    "N001": ("N", "L", "R", "S", "C", "H"),  # nothing can be said of what is no number
    "Y105": ("Y106",),  # two records: which of them disagrees is not known
    "Y106": ("N005",),  # one id for two things: they are not the same thing twice
    "L005": ("L001", "L002", "L003", "L004", "L006", "L008", "R"),  # a cycle has no status
    "C001": ("C006",),  # the empty stage is reported, not its empty node as well
    "S001": ("S002",),  # which of the two nodes is meant is not known
    "R007": ("R003",),  # a document that cites itself is the shortest cycle
}
"""Muting code → prefixes of muted codes. Two findings meet in an object both are `about`.

Ids that may stand in a file that could not be parsed are never called unknown: see the model.
"""


def without_muted(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that no graver one about the same object makes superfluous."""
    kept = list(findings)
    muted_about: dict[str, set[str]] = {}
    for finding in kept:
        if finding.code in MUTES:
            muted_about.setdefault(finding.code, set()).update(finding.about)
    return [f for f in kept if not _muted(f, muted_about)]


def _muted(finding: Finding, muted_about: dict[str, set[str]]) -> bool:
    for code, objects in muted_about.items():
        if code == finding.code or not finding.code.startswith(MUTES[code]):
            continue
        if not objects.isdisjoint(finding.about):
            return True
    return False

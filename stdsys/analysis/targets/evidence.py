"""Measure `entered`, and what counts as evidence 佐证 behind a value that somebody writes down."""

from collections.abc import Iterable
from fractions import Fraction

from stdsys.analysis.targets.result import Measurement
from stdsys.findings import Place
from stdsys.messages import Text, _
from stdsys.model.evidence_record import Evidence
from stdsys.model.target_record import TargetRecord
from stdsys.model.workspace import Workspace


def entered(target: TargetRecord, workspace: Workspace) -> Measurement:
    """Return the value entered by hand, if evidence stands behind it.

    A title alone proves nothing, nor does a file that is not there. What the target says of itself
    that nobody has verified it, does not prove it either.
    """
    if target.actual is None:
        return Measurement(lacking=_("no value is entered (actual:)"))
    value = Fraction(target.actual)
    evidence = standing(target.evidence, workspace)
    if not evidence:
        lacking, place = missing(target.evidence, workspace, target.place)
        return Measurement(value=value, lacking=lacking, place=place)
    unverified = evidence if target.unverified else ()
    lacking_proof = _("nobody has verified the value entered") if unverified else None
    return Measurement(
        value=value,
        least=value,
        most=value,
        evidence=evidence,
        unverified=unverified,
        lacking=lacking_proof,
    )


def standing(evidence: Iterable[Evidence], workspace: Workspace) -> tuple[str, ...]:
    """Return the addresses, and the files that are in the workspace's folder."""
    named = (item.file or item.address for item in evidence if not _absent(item, workspace))
    return tuple(dict.fromkeys(name for name in named if name is not None))


def missing(
    evidence: Iterable[Evidence], workspace: Workspace, owner: Place
) -> tuple[Text, Place | None]:
    """Say what is wrong with evidence none of which stands, and where in its owner."""
    for index, item in enumerate(evidence):
        if item.file is not None:
            text = _("the file {file} named as evidence is not there", file=item.file)
            return text, owner.at("evidence", index)
    return _("no file or address is named as evidence (evidence:)"), None


def _absent(item: Evidence, workspace: Workspace) -> bool:
    return item.file is not None and item.file in workspace.absent_files

"""What every citation resolves to on the day, and what may be said against it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from stdsys.analysis.citation_targets import CitationTargets, Outcome, Resolution
from stdsys.analysis.components import components
from stdsys.analysis.replacements import Replacements
from stdsys.analysis.statements import is_unverified
from stdsys.analysis.status import Status, Statuses
from stdsys.findings import Place
from stdsys.model.workspace import Document, Edition, PlannedStandard, Workspace
from stdsys.numbers import StandardNumber

__all__ = ["Citations", "Outcome", "ResolvedCitation"]

_PARTS_OF = "\0"
"""Begins the name of all parts of a number; no key of an edition holds it."""

_JUDGED = (Status.IN_FORCE, Status.UPCOMING, Status.PLANNED, Status.DRAFTING)


@dataclass(frozen=True, slots=True)
class ResolvedCitation:
    """One number in the normative references of one document, resolved on the day.

    `cited_as` is the text as printed (a text that lists several numbers gives several citations).
    `targets` are the editions it means; for 所有部分 the live edition of each part. `other` is the
    planned standard or document that it names instead. `chain` leads from the cited edition, or
    the newest of the cited family, to the live edition. `judged`: the citing document is in force,
    upcoming or planned; nobody can amend another. `unverified` speaks of the citation only, not of
    the cited edition. `presumed`: the outcome rests on no date and no statement about the cited
    edition, but on what its number or the rest of its family suggests.
    """

    citing: Edition | PlannedStandard
    cited_as: str
    number: StandardNumber | None
    outcome: Outcome
    targets: tuple[Edition, ...]
    chain: tuple[str, ...]
    place: Place
    dated: bool
    unverified: bool
    judged: bool
    other: PlannedStandard | Document | None = None
    presumed: bool = False

    @property
    def of_itself(self) -> bool:
        """Whether the document cites itself, this very edition."""
        return any(target is self.citing for target in self.targets) or self.other is self.citing


class Citations:
    """All citations of a workspace on one day, in reading order."""

    def __init__(
        self,
        all_: tuple[ResolvedCitation, ...],
        cycles: tuple[tuple[str, ...], ...],
    ) -> None:
        """Take the citations and the cycles among the editions they mean."""
        self.all = all_
        self.cycles = cycles
        self._by_citing = _grouped((one, (one.citing.key,)) for one in all_)

    @classmethod
    def of(
        cls, workspace: Workspace, statuses: Statuses, replacements: Replacements
    ) -> "Citations":
        """Resolve what editions and planned standards cite.

        `cycles` are the components of more than one edition, in reading order, among the judged
        citations; an edition that cites itself is no cycle.
        """
        targets = CitationTargets(workspace, statuses, replacements)
        found: list[ResolvedCitation] = []
        for citing in workspace.items():
            if not isinstance(citing, Document) and citing.facts.cites:
                judged = statuses(citing).status in _JUDGED
                found.extend(_citations_of(citing, judged, targets))
        return cls(tuple(found), _cycles(found, workspace))

    def by_citing(self, key: str) -> tuple[ResolvedCitation, ...]:
        """Return what an edition or a planned standard cites."""
        return self._by_citing.get(key, ())

    @cached_property
    def _by_cited(self) -> Mapping[str, tuple[ResolvedCitation, ...]]:
        return _grouped((one, _cited_keys(one)) for one in self.all)

    def by_cited(self, key: str) -> tuple[ResolvedCitation, ...]:
        """Return the citations that mean an edition, a planned standard or a document.

        What resolves to nothing in the workspace is found under the key of the cited number.
        """
        return self._by_cited.get(key, ())


def _citations_of(
    citing: Edition | PlannedStandard, judged: bool, targets: CitationTargets
) -> Iterable[ResolvedCitation]:
    place = citing.at("cites")
    for index, citation in enumerate(citing.facts.cites):
        unverified = is_unverified(citation, citing)
        for resolution in targets.named_by(citation.number):
            yield _citation(
                citing, citation.number, resolution, place.at(index), unverified, judged
            )


def _citation(
    citing: Edition | PlannedStandard,
    cited_as: str,
    resolution: Resolution,
    place: Place,
    unverified: bool,
    judged: bool,
) -> ResolvedCitation:
    number = resolution.number
    return ResolvedCitation(
        citing,
        cited_as,
        number,
        resolution.outcome,
        resolution.targets,
        resolution.chain,
        place,
        number is not None and number.dated,
        unverified,
        judged,
        resolution.other,
        resolution.presumed,
    )


def _cited_keys(citation: ResolvedCitation) -> tuple[str, ...]:
    if citation.targets:
        return tuple(target.key for target in citation.targets)
    if citation.other is not None:
        return (citation.other.key,)
    return (citation.number.edition_key if citation.number else citation.cited_as,)


def _grouped(
    pairs: Iterable[tuple[ResolvedCitation, tuple[str, ...]]],
) -> Mapping[str, tuple[ResolvedCitation, ...]]:
    groups: dict[str, list[ResolvedCitation]] = {}
    for citation, keys in pairs:
        for key in keys:
            groups.setdefault(key, []).append(citation)
    return {key: tuple(found) for key, found in groups.items()}


def _cycles(
    citations: Iterable[ResolvedCitation], workspace: Workspace
) -> tuple[tuple[str, ...], ...]:
    cited: dict[str, list[str]] = {}
    for one in citations:
        if not one.judged or not isinstance(one.citing, Edition):
            continue
        targets = [target.key for target in one.targets]
        if len(targets) > 1:
            # One step between, for all who cite all parts: many who cite many stay quick.
            parts = f"{_PARTS_OF}{one.number}"
            cited.setdefault(parts, targets)
            targets = [parts]
        cited.setdefault(one.citing.key, []).extend(targets)
    found = components(cited, lambda key: cited.get(key, ()))
    editions = ([key for key in keys if not key.startswith(_PARTS_OF)] for keys in found)
    knots = [keys for keys in editions if len(keys) > 1]
    if not knots:
        return ()
    order = {key: position for position, key in enumerate(workspace.editions)}
    ordered = (tuple(sorted(keys, key=order.__getitem__)) for keys in knots)
    return tuple(sorted(ordered, key=lambda keys: order[keys[0]]))

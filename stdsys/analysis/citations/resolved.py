"""What every citation resolves to on the day, and what may be said against it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from stdsys.analysis.citations.cycles import cycles_among
from stdsys.analysis.citations.lookup import (
    LOWEST,
    CitationTargets,
    Outcome,
    Resolution,
    rank_of_level,
)
from stdsys.analysis.citations.statements import is_unverified
from stdsys.analysis.life_cycle.replacements import Replacements
from stdsys.analysis.life_cycle.statuses import Statuses
from stdsys.findings import Place
from stdsys.model.standard_record import Citation
from stdsys.model.workspace import Document, Edition, PlannedStandard, Workspace
from stdsys.numbers import StandardNumber

__all__ = ["Citations", "Outcome", "ResolvedCitation"]


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
    """All citations of a workspace on one day, in reading order.

    Most citations are of no interest to anybody but the tables: what is known of them is made only
    when it is asked for.
    """

    def __init__(self, documents: tuple["_CitingDocument", ...], workspace: Workspace) -> None:
        """Take the documents that cite anything, in reading order."""
        self._documents = documents
        self._workspace = workspace

    @classmethod
    def of(
        cls, workspace: Workspace, statuses: Statuses, replacements: Replacements
    ) -> "Citations":
        """Resolve what editions and planned standards cite."""
        named_by = CitationTargets(workspace, statuses, replacements).named_by
        found = []
        for citing in workspace.items():
            if isinstance(citing, Document) or not citing.facts.cites:
                continue
            judged = statuses(citing).status.in_force_or_to_come
            resolved = tuple([named_by(citation.number) for citation in citing.facts.cites])
            found.append(_CitingDocument(citing, judged, resolved))
        return cls(tuple(found), workspace)

    @cached_property
    def all(self) -> tuple[ResolvedCitation, ...]:
        """Every citation."""
        return tuple(chain.from_iterable(document.citations for document in self._documents))

    @cached_property
    def notable(self) -> tuple[ResolvedCitation, ...]:
        """The judged citations that something may be said against.

        All but those of a live edition in force that is another than the citing one, and not of a
        lower level than it: nearly all citations are such, and as they should be.
        """
        return tuple(
            document.citations[position]
            for document in self._documents
            if document.judged
            for position in document.notable
        )

    @cached_property
    def cycles(self) -> tuple[tuple[str, ...], ...]:
        """The components of more than one edition, in reading order, among the judged citations.

        An edition that cites itself is no cycle.
        """
        cited = {
            document.item: tuple(document.resolutions())
            for document in self._documents
            if document.judged and isinstance(document.item, Edition)
        }
        return cycles_among(cited, self._workspace)

    @cached_property
    def _by_citing(self) -> Mapping[str, tuple["_CitingDocument", ...]]:
        groups: dict[str, tuple[_CitingDocument, ...]] = {}
        for document in self._documents:
            key = document.item.key
            groups[key] = (*groups.get(key, ()), document)
        return groups

    def by_citing(self, key: str) -> tuple[ResolvedCitation, ...]:
        """Return what an edition or a planned standard cites."""
        documents = self._by_citing.get(key, ())
        return tuple(chain.from_iterable(document.citations for document in documents))


@dataclass(frozen=True, eq=False)
class _CitingDocument:
    """A document, and for each text it cites what that means (shared by all who cite it)."""

    item: Edition | PlannedStandard
    judged: bool
    resolved: tuple[tuple[Resolution, ...], ...]

    def resolutions(self) -> Iterator[Resolution]:
        """Return what it cites, one by one."""
        return chain.from_iterable(self.resolved)

    @cached_property
    def notable(self) -> tuple[int, ...]:
        """Which of its citations something may be said against, by their positions."""
        item, rank = self.item, rank_of_level(self.item.level, otherwise=LOWEST)
        return tuple(
            [
                position
                for position, one in enumerate(self.resolutions())
                if one.outcome is not Outcome.LIVE or one.rank > rank or item in one.targets
            ]
        )

    @cached_property
    def citations(self) -> tuple[ResolvedCitation, ...]:
        """What is known of its citations."""
        place = self.item.at("cites")
        return tuple(
            _citation(self, citation, resolution, place.at(index))
            for index, citation in enumerate(self.item.facts.cites)
            for resolution in self.resolved[index]
        )


def _citation(
    document: _CitingDocument, stated: Citation, resolution: Resolution, place: Place
) -> ResolvedCitation:
    number = resolution.number
    return ResolvedCitation(
        document.item,
        stated.number,
        number,
        resolution.outcome,
        resolution.targets,
        resolution.chain,
        place,
        number is not None and number.dated,
        is_unverified(stated, document.item),
        document.judged,
        resolution.other,
        resolution.presumed,
    )

"""What every citation resolves to on the day, and what may be said against it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from msgspec import Struct

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
from stdsys.model.items import Document, Edition, PlannedStandard
from stdsys.model.standard_record import Citation
from stdsys.model.status import Status
from stdsys.model.workspace import Workspace
from stdsys.numbers import StandardNumber

__all__ = ["Citations", "Outcome", "ResolvedCitation"]


class ResolvedCitation(Struct, frozen=True):
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

    def __init__(
        self,
        documents: tuple["_CitingDocument", ...],
        meanings: Iterable[tuple[Resolution, ...]],
        workspace: Workspace,
    ) -> None:
        """Take the documents that cite, in reading order, and all that their texts mean."""
        self._documents = documents
        self._meanings = meanings
        self._made: dict[_CitingDocument, tuple[ResolvedCitation, ...]] = {}
        self._workspace = workspace

    @classmethod
    def of(
        cls, workspace: Workspace, statuses: Statuses, replacements: Replacements
    ) -> "Citations":
        """Resolve what editions and planned standards cite."""
        known, by_key = CitationTargets(workspace, statuses, replacements).known, statuses.by_key
        found = []
        for edition in workspace.editions.values():
            cites = edition.facts.cites
            if cites:
                judged = by_key[edition.key].status in _JUDGED
                resolved = tuple([known[citation.number] for citation in cites])
                found.append(_CitingDocument(edition, judged, resolved))
        for planned in workspace.planned.values():
            cites = planned.facts.cites
            if cites:  # what is planned is to come
                resolved = tuple([known[citation.number] for citation in cites])
                found.append(_CitingDocument(planned, True, resolved))
        return cls(tuple(found), known.values(), workspace)

    @cached_property
    def all(self) -> tuple[ResolvedCitation, ...]:
        """Every citation."""
        return tuple(chain.from_iterable(map(self._citations, self._documents)))

    @cached_property
    def notable(self) -> tuple[ResolvedCitation, ...]:
        """The judged citations that something may be said against.

        All but those of a live edition in force that is another than the citing one, and not of a
        lower level than it: nearly all citations are such, and as they should be.
        """
        return tuple(
            self._citations(document)[position]
            for document in self._documents
            if document.judged
            for position in document.notable()
        )

    def _citations(self, document: "_CitingDocument") -> tuple[ResolvedCitation, ...]:
        """Return what is known of a document's citations, made once."""
        made = self._made.get(document)
        if made is None:
            made = self._made[document] = document.citations()
        return made

    @cached_property
    def cycles(self) -> tuple[tuple[str, ...], ...]:
        """The components of more than one edition, in reading order, among the judged citations.

        An edition that cites itself is no cycle.
        """
        targets = {one for named in self._meanings for found in named for one in found.targets}
        cited = {
            document.item: document.resolutions()
            for document in self._documents
            if document.item in targets and document.judged and isinstance(document.item, Edition)
        }
        return cycles_among(cited, self._workspace)

    @cached_property
    def _by_citing(self) -> Mapping[str, list["_CitingDocument"]]:
        groups: dict[str, list[_CitingDocument]] = {}
        for document in self._documents:
            groups.setdefault(document.item.key, []).append(document)
        return groups

    def by_citing(self, key: str) -> tuple[ResolvedCitation, ...]:
        """Return what an edition or a planned standard cites."""
        documents = self._by_citing.get(key, ())
        return tuple(chain.from_iterable(map(self._citations, documents)))


class _CitingDocument(Struct, frozen=True, eq=False):
    """A document, and for each text it cites what that means (shared by all who cite it)."""

    item: Edition | PlannedStandard
    judged: bool
    resolved: tuple[tuple[Resolution, ...], ...]

    def resolutions(self) -> Iterator[Resolution]:
        """Return what it cites, one by one."""
        return chain.from_iterable(self.resolved)

    def notable(self) -> list[int]:
        """Return which of its citations something may be said against, by their positions."""
        item, rank = self.item, rank_of_level(self.item.level, otherwise=LOWEST)
        return [
            position
            for position, one in enumerate(self.resolutions())
            if one.plain_from > rank or item in one.targets
        ]

    def citations(self) -> tuple[ResolvedCitation, ...]:
        """Return what is known of its citations."""
        place = self.item.at("cites")
        return tuple(
            _citation(self, citation, resolution, place.at(index))
            for index, citation in enumerate(self.item.facts.cites)
            for resolution in self.resolved[index]
        )


_JUDGED = tuple(status for status in Status if status.in_force_or_to_come)


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

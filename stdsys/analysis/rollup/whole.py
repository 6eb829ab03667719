"""A whole and its members on one day: counts, coverage, findings, gaps in common, conflicts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import takewhile

from msgspec import Struct

from stdsys.analysis.coverage.cells import CellState, CoverageSummary
from stdsys.analysis.difference.finding_changes import Sighting
from stdsys.analysis.rollup.conflicts import Conflict, conflicts_of, renaming_conflicts
from stdsys.analysis.rollup.counts import Counts
from stdsys.analysis.rollup.held_items import HeldItem, held_items
from stdsys.analysis.rollup.member_summary import OPEN, MemberSummary, Named, Square


class CommonGap(Struct, frozen=True):
    """A square for which several members have nothing valid, whatever their systems.

    `lacking` are those members; `required_by` counts the members whose policies ask for it.
    """

    square: Square
    lacking: tuple[Named, ...]
    required_by: int

    @property
    def everywhere(self) -> bool:
        """Whether no member that asks for it has anything."""
        return len(self.lacking) == self.required_by


class Subtotal(Struct, frozen=True, eq=False):
    """A member that has members itself, with these: counted as one, identical numbers once.

    `at` is the index of the member, and `size` how many there are with it, in a row.
    """

    at: int
    size: int
    counts: Counts
    coverage: CoverageSummary


class RollUp(Struct, frozen=True, eq=False):
    """The members in their order, each with its counts, and what they are together.

    `counts` count every item of all members once; `sum_required` and `sum_existing` add the members
    up; `subtotals` are those of members that have members. `stages` are the names of all stages for
    which any member asks, the whole's own first. `unread` say which members could not be opened at
    all, and why; `ignored` what else is wrong with lists of members (one listed twice), by which
    nothing is missing.
    """

    title: str
    as_of: date
    members: tuple[MemberSummary, ...]
    member_counts: tuple[Counts, ...]
    counts: Counts
    items: tuple[HeldItem, ...]
    coverage: CoverageSummary
    stages: tuple[str, ...]
    common_gaps: tuple[CommonGap, ...]
    conflicts: tuple[Conflict, ...]
    unread: tuple[Sighting, ...]
    ignored: tuple[Sighting, ...]
    subtotals: tuple[Subtotal, ...]

    @classmethod
    def of(
        cls,
        title: str,
        as_of: date,
        members: Sequence[MemberSummary],
        unread: Iterable[Sighting] = (),
        ignored: Iterable[Sighting] = (),
    ) -> "RollUp":
        """Roll up members that were all summed up for one day."""
        items = held_items(members)
        return cls(
            title=title,
            as_of=as_of,
            members=tuple(members),
            member_counts=tuple(Counts.of((one,), held_items((one,))) for one in members),
            counts=Counts.of(members, items),
            items=items,
            coverage=_together(one.coverage for one in members),
            stages=tuple(dict.fromkeys(stage for one in members for stage in one.stages)),
            common_gaps=_common_gaps(members),
            conflicts=(*renaming_conflicts(members), *conflicts_of(items)),
            unread=tuple(unread),
            ignored=tuple(ignored),
            subtotals=tuple(_subtotals(members)),
        )

    @property
    def complete(self) -> bool:
        """Whether every member could be read, and every part of it."""
        return not self.unread and not self.partly_read

    @property
    def partly_read(self) -> tuple[Named, ...]:
        """The members of which parts could not be read."""
        return tuple(member.name for member in self.members if not member.readable)

    @property
    def shared(self) -> tuple[HeldItem, ...]:
        """The numbers that several members hold, those that most hold first."""
        found = (item for item in self.items if len(item.held) > 1)
        return tuple(sorted(found, key=lambda item: (-len(item.held), item.key)))

    @property
    def sum_required(self) -> int:
        """应有数 added up over the members."""
        return sum(counts.total.required for counts in self.member_counts)

    @property
    def sum_existing(self) -> int:
        """现有数 added up over the members."""
        return sum(counts.total.existing for counts in self.member_counts)


def _subtotals(members: Sequence[MemberSummary]) -> Iterator[Subtotal]:
    for at, member in enumerate(members):
        found = [] if member.name.own else _with_its_members(members[at:])
        if len(found) > 1:
            coverage = _together(one.coverage for one in found)
            yield Subtotal(at, len(found), Counts.of(found, held_items(found)), coverage)


def _with_its_members(members: Sequence[MemberSummary]) -> list[MemberSummary]:
    """Return the first of these and those that lie deeper, up to the next beside it."""
    first, *others = members
    deeper = takewhile(lambda one: one.name.depth > first.name.depth, others)
    return [first, *deeper]


def _together(summaries: Iterable[CoverageSummary]) -> CoverageSummary:
    """Add up cells: a cell is one system's, so none is counted twice."""
    numbers = [name for name in CoverageSummary.__struct_fields__ if name != "ratio"]
    summaries = tuple(summaries)
    sums = {name: sum(getattr(one, name) for one in summaries) for name in numbers}
    required = sums["required"]
    return CoverageSummary(**sums, ratio=sums["covered"] / required if required else None)


def _common_gaps(members: Sequence[MemberSummary]) -> tuple[CommonGap, ...]:
    """Return the squares that at least two members lack, those that most lack first."""
    states: dict[Square, list[tuple[Named, CellState]]] = {}
    for member in members:
        for square, state in member.squares.items():
            if state is not CellState.EXEMPT:
                states.setdefault(square, []).append((member.name, state))
    gaps = _gaps(states)
    return tuple(sorted(gaps, key=lambda gap: (-len(gap.lacking), -gap.everywhere)))


def _gaps(states: Mapping[Square, Sequence[tuple[Named, CellState]]]) -> list[CommonGap]:
    found = []
    for square, stated in states.items():
        lacking = tuple(name for name, state in stated if state in OPEN)
        if len(lacking) > 1:
            found.append(CommonGap(square, lacking, len(stated)))
    return found

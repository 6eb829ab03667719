"""One cell of the coverage policy, its state, and cells counted by state."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import force_setattr

from stdsys.analysis.counting.rows import RowClass, SortKey, table_order
from stdsys.findings import Place
from stdsys.model.coverage_record import ClauseRecord, ExemptionRecord
from stdsys.model.items import Item, PlannedStandard

BEST_FIRST = (RowClass.E, RowClass.U, RowClass.P, RowClass.X, RowClass.O)
"""The order of the classes in which a family is counted at its best."""


class CellState(StrEnum):
    """The state of a cell; the first that holds of these, except that `exempt` comes first."""

    COVERED = "covered"
    UPCOMING = "upcoming"
    PLANNED = "planned"
    OBSOLETE_ONLY = "obsolete-only"
    GAP = "gap"
    EXEMPT = "exempt"


WORST_FIRST = (
    CellState.GAP,
    CellState.OBSOLETE_ONLY,
    CellState.PLANNED,
    CellState.UPCOMING,
    CellState.COVERED,
    CellState.EXEMPT,
)
"""What shows where several cells fall on one square of a matrix."""


class Standing(Struct, frozen=True, eq=False):
    """What an item counts as in a cell: its family, and the rank of its class (0 is best)."""

    item: Item
    family: str
    rank: int
    _order: SortKey = ()

    @property
    def order(self) -> SortKey:
        """The sort key in a cell: best class first, then as in the tables."""
        if not self._order:
            force_setattr(self, "_order", (self.rank, *table_order(self.item)))
        return self._order

    def goes_before(self, other: "Standing") -> bool:
        """Whether the family is counted by this item rather than by the other one.

        The order is worked out only where the class does not decide: numbers compare slowly.
        """
        if self.rank != other.rank:
            return self.rank < other.rank
        return self is not other and self.order < other.order


class Cell(Struct, frozen=True, eq=False, dict=True):
    """A cell of a clause in a system.

    `axes` holds the values that make the cell, `held` what each family is counted by, once, at its
    best class. `raw_state` is the state without exemptions; `reason` that of the exemption.
    """

    system: str
    clause: ClauseRecord
    axes: Mapping[str, str]
    state: CellState
    raw_state: CellState
    held: Collection[Standing]
    exemption: ExemptionRecord | None

    @cached_property
    def counts(self) -> Mapping[RowClass, int]:
        """The number of families by class: in force, upcoming, planned, unknown, obsolete."""
        return counts_of([standing.rank for standing in self.held])

    @cached_property
    def standards(self) -> tuple[str, ...]:
        """The editions that numbered or known families are counted by, best class first."""
        return self._keys(planned=False)

    @cached_property
    def planned(self) -> tuple[str, ...]:
        """The planned standards."""
        return self._keys(planned=True)

    def _keys(self, *, planned: bool) -> tuple[str, ...]:
        wanted = (s for s in self.held if isinstance(s.item, PlannedStandard) is planned)
        return tuple(s.item.key for s in sorted(wanted, key=lambda standing: standing.order))

    @property
    def at_least(self) -> int:
        """How many standards in force the clause asks for."""
        return self.clause.at_least

    @property
    def place(self) -> Place:
        """Where the clause stands."""
        return self.clause.place

    @property
    def reason(self) -> str | None:
        """Why the cell is exempt."""
        return self.exemption.reason if self.exemption else None

    @property
    def missing(self) -> int:
        """How many standards more must come, counting those upcoming and planned."""
        counted = sum(self.counts[cls] for cls in (RowClass.E, RowClass.U, RowClass.P))
        return max(0, self.at_least - counted)


class CoverageSummary(Struct, frozen=True):
    """Cells by state. `required` counts all but exempt ones, `ratio` is covered ÷ required."""

    required: int
    covered: int
    upcoming: int
    planned: int
    obsolete_only: int
    gap: int
    exempt: int
    ratio: float | None

    @classmethod
    def of(cls, cells: Iterable[Cell]) -> "CoverageSummary":
        """Count cells; without any required one the ratio is None, never 100 %."""
        states = Counter(cell.state for cell in cells)
        required = states.total() - states[CellState.EXEMPT]
        covered = states[CellState.COVERED]
        return cls(
            required=required,
            covered=covered,
            upcoming=states[CellState.UPCOMING],
            planned=states[CellState.PLANNED],
            obsolete_only=states[CellState.OBSOLETE_ONLY],
            gap=states[CellState.GAP],
            exempt=states[CellState.EXEMPT],
            ratio=covered / required if required else None,
        )


def worst_of(states: Iterable[CellState]) -> CellState:
    """Return the worst of at least one state."""
    return min(states, key=WORST_FIRST.index)


def counts_of(ranks: Sequence[int]) -> dict[RowClass, int]:
    """Count standings of these ranks by class."""
    return {cls: ranks.count(rank) for rank, cls in enumerate(BEST_FIRST)}


def state_of(counts: Mapping[RowClass, int], at_least: int) -> CellState:
    """Return the state of a cell that is not exempt: the first that holds."""
    in_force, upcoming, planned, unknown, obsolete = (counts[cls] for cls in BEST_FIRST)
    if in_force >= at_least:
        return CellState.COVERED
    if in_force + upcoming >= at_least:
        return CellState.UPCOMING
    if in_force + upcoming + planned >= at_least:
        return CellState.PLANNED
    if not (in_force or upcoming or planned or unknown) and obsolete:
        return CellState.OBSOLETE_ONLY
    return CellState.GAP

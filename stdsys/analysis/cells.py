"""One cell of the coverage policy, its state, and cells counted by state."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from stdsys.analysis.rows import RowClass
from stdsys.findings import Place
from stdsys.model.coverage_record import ClauseRecord, ExemptionRecord

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


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell of a clause in a system.

    `axes` holds the values that make the cell. `counts` are distinct families, each once at its
    best class (in force, upcoming, planned, unknown, obsolete); `standards` names the edition that
    each numbered or known family is counted by, best class first, `planned` the planned ones.
    `raw_state` is the state without exemptions; `reason` that of the exemption.
    """

    system: str
    clause: ClauseRecord
    axes: Mapping[str, str]
    state: CellState
    raw_state: CellState
    standards: tuple[str, ...]
    planned: tuple[str, ...]
    counts: Mapping[RowClass, int]
    exemption: ExemptionRecord | None

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


@dataclass(frozen=True, slots=True)
class CoverageSummary:
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

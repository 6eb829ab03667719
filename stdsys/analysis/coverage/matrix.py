"""Which cells of the coverage policy hold enough standards on the day, and which do not."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct

from stdsys.analysis.counting.rows import class_of
from stdsys.analysis.coverage.cells import (
    BEST_FIRST,
    Cell,
    CellState,
    CoverageSummary,
    Standing,
    counts_of,
    state_of,
    worst_of,
)
from stdsys.analysis.coverage.clauses import (
    CellExemptions,
    Exemption,
    Matches,
    Requirement,
    Square,
    common_exemptions,
    exemptions_of,
    requirements_of,
)
from stdsys.analysis.life_cycle.statuses import Basis, Statuses, StatusOn
from stdsys.model.coverage_record import ClauseRecord
from stdsys.model.items import Item
from stdsys.model.status import Status
from stdsys.model.workspace import STAGE, System, Workspace

__all__ = ["Cell", "CellState", "Coverage", "CoverageSummary", "Exemption", "worst_of"]

MOST_CELLS = 50_000
"""A clause that would make more cells in all is refused: memory stays bounded, nobody reads it."""

MOST_MATCHES = 1_000_000
"""So is one that would count entries in cells more often than this in all."""

_CELLS_A_SYSTEM = 200
_MATCHES_AN_ENTRY = 30
"""What a large workspace may have beyond these bounds: as much as it has itself to show for it."""


class Coverage(Struct, frozen=True, eq=False, dict=True):
    """All cells: systems in reading order, then clauses, then the order of the axes' values.

    `unmatched` are exemptions that exempt no cell, with the system that states them (None: the
    workspace). `refused` are clauses of a system that would make more cells than can be kept.
    """

    cells: tuple[Cell, ...]
    unmatched: tuple[Exemption, ...] = ()
    refused: tuple[tuple[str, ClauseRecord], ...] = ()

    @classmethod
    def of(
        cls,
        workspace: Workspace,
        statuses: Statuses,
        *,
        most_cells: int | None = None,
        most_matches: int | None = None,
    ) -> "Coverage":
        """Compute the cells of every system that is not a shared base."""
        if most_cells is None:
            most_cells = max(MOST_CELLS, _CELLS_A_SYSTEM * len(workspace.systems))
        if most_matches is None:
            entries = sum(len(system.entries) for system in workspace.systems.values())
            most_matches = max(MOST_MATCHES, _MATCHES_AN_ENTRY * entries)
        common = common_exemptions(workspace)
        stated = list(common)
        standings = _Standings(statuses)
        used: set[Exemption] = set()
        cells: list[Cell] = []
        refused: list[tuple[str, ClauseRecord]] = []
        matches = 0
        for system in workspace.systems.values():
            own = exemptions_of(system, workspace)
            stated.extend(own)
            visible = list(workspace.visible(system))
            for requirement in requirements_of(system, workspace):
                matching = requirement.matches(visible)
                further = sum(one.count for one in matching)
                too_many = len(cells) + requirement.size > most_cells
                if too_many or matches + further > most_matches:
                    refused.append((system.id, requirement.clause))
                    continue
                matches += further
                found = _families(matching, standings)
                exemptions = CellExemptions(requirement, (*own, *common))
                for square in requirement.squares():
                    held = found.get(square, _NONE)
                    exemption = exemptions.first(square)
                    cells.append(_cell(system, requirement, square, held, exemption))
                used.update(exemptions.used())
        unmatched = tuple(exemption for exemption in stated if exemption not in used)
        return cls(tuple(cells), unmatched, tuple(refused))

    @cached_property
    def summary(self) -> CoverageSummary:
        """All cells by state."""
        return CoverageSummary.of(self.cells)

    @cached_property
    def by_system(self) -> Mapping[str, tuple[Cell, ...]]:
        """The cells of each system that has any."""
        cells: dict[str, list[Cell]] = {}
        for cell in self.cells:
            cells.setdefault(cell.system, []).append(cell)
        return {system: tuple(found) for system, found in cells.items()}

    def matrix(
        self, rows: str = "system", columns: str = STAGE
    ) -> dict[tuple[str, str], CellState]:
        """Return the worst state of each square; rows and columns are axes, or `system`.

        A cell that has no value on one of them (a clause without stages) is on no square.
        """
        squares: dict[tuple[str, str], list[CellState]] = {}
        for cell in self.cells:
            row, column = _coordinate(cell, rows), _coordinate(cell, columns)
            if row is not None and column is not None:
                squares.setdefault((row, column), []).append(cell.state)
        return {square: worst_of(states) for square, states in squares.items()}


class _Standings(dict[Item, Standing]):
    """The standing of every item, worked out once however many cells it stands in."""

    def __init__(self, statuses: Statuses) -> None:
        super().__init__()
        self._statuses = statuses

    def __missing__(self, item: Item) -> Standing:
        status = self._statuses(item).status
        rank = 0 if status is _IN_FORCE else _RANKS[status]  # nearly all are in force
        standing = self[item] = Standing(item, item.family, rank)
        return standing


_IN_FORCE = Status.IN_FORCE


_RANKS = {status: BEST_FIRST.index(class_of(StatusOn(status, Basis.STATED))) for status in Status}
"""How good a status counts in a cell: 0 is best."""


_Families = dict[str, Standing]
"""Family → the best of its items."""

_NONE: _Families = {}


def _families(matching: Iterable[Matches], standings: _Standings) -> dict[Square, _Families]:
    """Gather the families that match each cell: one pass over the items, not over the cells."""
    found: dict[Square, _Families] = {}
    for matches in matching:
        alike = [standings[item] for item in matches.items]
        for square in matches.squares():
            families = found.setdefault(square, {})
            for standing in alike:
                known = families.setdefault(standing.family, standing)
                if known is not standing and standing.goes_before(known):
                    families[standing.family] = standing
    return found


def _cell(
    system: System,
    requirement: Requirement,
    square: Square,
    families: _Families,
    exemption: Exemption | None,
) -> Cell:
    clause = requirement.clause
    held = tuple(families.values())
    ranks = [standing.rank for standing in held]
    covered = ranks.count(0) >= clause.at_least  # most cells are: the others are looked at closely
    raw = CellState.COVERED if covered else state_of(counts_of(ranks), clause.at_least)
    return Cell(
        system=system.id,
        clause=clause,
        axes=dict(zip(requirement.each, square, strict=True)),
        state=CellState.EXEMPT if exemption else raw,
        raw_state=raw,
        held=held,
        exemption=exemption.record if exemption else None,
    )


def _coordinate(cell: Cell, axis: str) -> str | None:
    return cell.system if axis == "system" else cell.axes.get(axis)

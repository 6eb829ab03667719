"""Which cells of the coverage policy hold enough standards on the day, and which do not."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from stdsys.analysis.cells import (
    BEST_FIRST,
    Cell,
    CellState,
    CoverageSummary,
    state_of,
    worst_of,
)
from stdsys.analysis.clauses import (
    Exemption,
    Requirement,
    Square,
    common_exemptions,
    exemptions_of,
    requirements_of,
)
from stdsys.analysis.rows import RowClass, class_of, table_order
from stdsys.analysis.status import Statuses
from stdsys.model.coverage_record import ClauseRecord
from stdsys.model.workspace import STAGE, Item, PlannedStandard, System, Workspace

__all__ = ["Cell", "CellState", "Coverage", "CoverageSummary", "Exemption", "worst_of"]

MOST_CELLS = 250_000
"""A clause that would make more cells in all is refused: memory stays bounded, nobody reads it."""


@dataclass(frozen=True, eq=False)
class Coverage:
    """All cells: systems in reading order, then clauses, then the order of the axes' values.

    `unmatched` are exemptions that exempt no cell, with the system that states them (None: the
    workspace). `refused` are clauses of a system that would make more cells than can be kept.
    """

    cells: tuple[Cell, ...]
    unmatched: tuple[Exemption, ...] = ()
    refused: tuple[tuple[str, ClauseRecord], ...] = ()

    @classmethod
    def of(
        cls, workspace: Workspace, statuses: Statuses, *, most_cells: int = MOST_CELLS
    ) -> "Coverage":
        """Compute the cells of every system that is not a shared base."""
        common = common_exemptions(workspace)
        stated = list(common)
        standings = _Standings(statuses)
        used: set[Exemption] = set()
        cells: list[Cell] = []
        refused: list[tuple[str, ClauseRecord]] = []
        for system in workspace.systems.values():
            own = exemptions_of(system, workspace)
            stated.extend(own)
            for requirement in requirements_of(system, workspace):
                if len(cells) + requirement.size > most_cells:
                    refused.append((system.id, requirement.clause))
                    continue
                found = _families(requirement, system, workspace, standings)
                for square in requirement.squares():
                    exemptions = [e for e in (*own, *common) if e.matches(requirement, square)]
                    used.update(exemptions)
                    held = found.get(square, {})
                    cells.append(_cell(system, requirement, square, held, exemptions))
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

    def worst(self, system: str, stage: str) -> CellState | None:
        """Return the worst state among a system's cells of a stage; None without such a cell."""
        return self._by_stage.get((system, stage))

    @cached_property
    def _by_stage(self) -> Mapping[tuple[str, str], CellState]:
        return self.matrix()


class _Standing(NamedTuple):
    """What an item counts as in a cell: its class, its family, its order (best class first)."""

    order: tuple[Any, ...]
    cls: RowClass
    family: str
    item: Item


class _Standings:
    """The standing of every item, worked out once however many cells it stands in."""

    def __init__(self, statuses: Statuses) -> None:
        self._statuses = statuses
        self._known: dict[Item, _Standing] = {}

    def of(self, item: Item) -> _Standing:
        standing = self._known.get(item)
        if standing is None:
            cls = class_of(self._statuses(item))
            order = (BEST_FIRST.index(cls), *table_order(item))
            standing = self._known[item] = _Standing(order, cls, item.family, item)
        return standing


_Families = dict[str, _Standing]
"""Family → the best of its items."""


def _families(
    requirement: Requirement, system: System, workspace: Workspace, standings: _Standings
) -> dict[Square, _Families]:
    """Gather the families that match each cell: one pass over the entries, not over the cells."""
    found: dict[Square, _Families] = {}
    for entry, shared in workspace.visible(system):
        for square in requirement.matched_by(entry, shared=shared):
            families = found.setdefault(square, {})
            standing = standings.of(entry.item)
            known = families.get(standing.family)
            if known is None or standing.order < known.order:
                families[standing.family] = standing
    return found


def _cell(
    system: System,
    requirement: Requirement,
    square: Square,
    families: _Families,
    exemptions: list[Exemption],
) -> Cell:
    clause = requirement.clause
    held = sorted(families.values(), key=lambda standing: standing.order)
    counted = Counter(standing.cls for standing in held)
    counts = {cls: counted[cls] for cls in BEST_FIRST}
    raw = state_of(counts, clause.at_least)
    return Cell(
        system=system.id,
        clause=clause,
        axes=dict(zip(requirement.each, square, strict=True)),
        state=CellState.EXEMPT if exemptions else raw,
        raw_state=raw,
        at_least=clause.at_least,
        standards=tuple(_keys(held, planned=False)),
        planned=tuple(_keys(held, planned=True)),
        counts=counts,
        exemption=exemptions[0].record if exemptions else None,
        place=clause.place,
    )


def _keys(held: list[_Standing], *, planned: bool) -> Iterator[str]:
    return (s.item.key for s in held if isinstance(s.item, PlannedStandard) is planned)


def _coordinate(cell: Cell, axis: str) -> str | None:
    return cell.system if axis == "system" else cell.axes.get(axis)

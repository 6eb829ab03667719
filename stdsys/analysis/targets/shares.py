"""Measures `coverage` and `completion`: how much of what is required there is."""

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from stdsys.analysis.counting.rows import Row, RowClass, distinct
from stdsys.analysis.counting.tally import Tally
from stdsys.analysis.coverage.cells import Cell, CellState
from stdsys.analysis.life_cycle.statuses import Basis
from stdsys.analysis.targets.result import Measurement
from stdsys.messages import _
from stdsys.model.target_record import Measure

if TYPE_CHECKING:
    from stdsys.analysis.analysis import Analysis


def coverage(measure: Measure, scope: frozenset[str], analysis: "Analysis") -> Measurement:
    """Return the share of required cells that are covered, of the clauses and systems named.

    Cells covered only by unverified standards are not sure, nor are cells that standards of
    unknown status may cover. Without a required cell there is no share, never 100 %.
    """
    for system, clause in analysis.coverage.refused:
        if _asked(system, scope) and _asked(clause.id, measure.clauses):
            return Measurement(lacking=_("the clause {clause} is too large", clause=clause.id))
    cells = [
        cell
        for cell in analysis.coverage.cells
        if cell.state is not CellState.EXEMPT
        and _asked(cell.system, scope)
        and _asked(cell.clause.id, measure.clauses)
    ]
    if not cells:
        return Measurement(lacking=_("no cell of the coverage policy is required"))
    covered = [cell for cell in cells if cell.state is CellState.COVERED]
    unsure = [cell for cell in covered if not _surely_covered(cell, analysis)]
    uncertain = [cell for cell in cells if _may_be_covered(cell)]
    return Measurement(
        value=Fraction(len(covered), len(cells)),
        least=Fraction(len(covered) - len(unsure), len(cells)),
        most=Fraction(len(covered) + len(uncertain), len(cells)),
        evidence=_names(covered),
        unverified=_names(unsure),
        uncertain=_names(uncertain),
        searched=() if covered else _names(cells),
    )


def completion(measure: Measure, scope: frozenset[str], analysis: "Analysis") -> Measurement:
    """Return 现有数 ÷ 应有数 of the systems named (none: of the region), as the statistics do.

    A system's expected numbers raise 应有数. Unverified standards are not sure, and those of
    unknown status may be in force.
    """
    statistics, rows = analysis.statistics, analysis.rows
    held = distinct(row for row in rows.placements() if _asked(row.system, scope))
    raised = sum(
        part.total.required - Tally.of(rows.of(system)).required
        for system, part in statistics.systems.items()
        if _asked(system, scope)
    )
    tally = Tally.of(held, raised=raised)
    if not tally.required:
        return Measurement(lacking=_("no standard is required in these systems"))
    existing = [row for row in held if row.main and row.cls is RowClass.E]
    unverified = [row for row in existing if row.item.unverified]
    uncertain = [row for row in held if row.main and row.cls is RowClass.X]
    return Measurement(
        value=Fraction(tally.existing, tally.required),
        least=Fraction(tally.existing - len(unverified), tally.required),
        most=Fraction(tally.existing + len(uncertain), tally.required),
        evidence=_keys(existing),
        unverified=_keys(unverified),
        presumed=_keys(row for row in existing if row.status.basis is Basis.PRESUMED),
        uncertain=_keys(uncertain),
        searched=() if existing else _keys(held),
    )


def _asked(name: str, asked: Iterable[str]) -> bool:
    """Whether a name is asked for; nothing named asks for all."""
    wanted = frozenset(asked)
    return not wanted or name in wanted


def _surely_covered(cell: Cell, analysis: "Analysis") -> bool:
    """Whether verified standards in force are enough: they come first in the cell."""
    editions = analysis.workspace.editions
    in_force = cell.standards[: cell.counts[RowClass.E]]
    verified = sum(not editions[key].unverified for key in in_force)
    return verified >= cell.at_least


def _may_be_covered(cell: Cell) -> bool:
    """Whether standards of unknown status would fill a cell that is not covered."""
    if cell.state is CellState.COVERED:
        return False
    return cell.counts[RowClass.E] + cell.counts[RowClass.X] >= cell.at_least


def _names(cells: Iterable[Cell]) -> tuple[str, ...]:
    """Return what cells are called: `tea/processing (chain)`, with the clause in brackets."""
    return tuple(
        f"{'/'.join((cell.system, *cell.axes.values()))} ({cell.clause.id})" for cell in cells
    )


def _keys(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(row.item.key for row in rows)

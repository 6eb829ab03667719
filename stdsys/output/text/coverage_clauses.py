"""The clauses behind cells of the coverage: what they are called, and which cells are theirs."""

from collections.abc import Iterable

from stdsys.analysis.coverage.cells import Cell
from stdsys.model.coverage_record import ClauseRecord


def clause_names(cells: Iterable[Cell]) -> tuple[str, ...]:
    """Return the names of the clauses that ask for these cells, each once."""
    return tuple(dict.fromkeys(cell.clause.called for cell in cells))


def by_requirement(cells: Iterable[Cell]) -> dict[str, list[Cell]]:
    """Group cells by the id of their clause, in reading order."""
    groups: dict[str, list[Cell]] = {}
    for cell in cells:
        groups.setdefault(cell.clause.id, []).append(cell)
    return groups


def clauses_of(cells: Iterable[Cell]) -> list[tuple[tuple[str, ...], ClauseRecord]]:
    """Return each clause with the systems it makes cells in; a system may override one by id."""
    clauses: dict[int, ClauseRecord] = {}
    systems: dict[int, dict[str, None]] = {}
    for cell in cells:
        clauses.setdefault(id(cell.clause), cell.clause)
        systems.setdefault(id(cell.clause), {})[cell.system] = None
    return [(tuple(systems[key]), clause) for key, clause in clauses.items()]

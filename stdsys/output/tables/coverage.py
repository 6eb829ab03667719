"""覆盖情况: the matrix, the gaps with a proposed level, and every cell with what it holds."""

from collections.abc import Iterator, Sequence

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.coverage.cells import Cell as CoverageCell
from stdsys.analysis.coverage.cells import CellState, CoverageSummary
from stdsys.analysis.coverage.gap_proposals import proposed_level
from stdsys.messages import Text, _
from stdsys.output.tables import words
from stdsys.output.tables.headings import counted_in_cells, sheet_of
from stdsys.output.tables.responsibility import Responsibility
from stdsys.output.tables.table import Cell, Column, Kind, Sheet, Table
from stdsys.rules.items import name_of

_OPEN = (CellState.GAP, CellState.OBSOLETE_ONLY)
"""States in which something has to be made, and nothing is on its way."""


def matrix_sheets(analysis: Analysis) -> tuple[Sheet, ...]:
    """Return a matrix of systems by each axis that clauses speak of, stages first.

    A square shows the worst of the cells that fall on it; a dash where nothing is required.
    """
    return tuple(_matrix(analysis, axis) for axis in _axes(analysis))


def _axes(analysis: Analysis) -> tuple[str, ...]:
    """Return the axes of which cells are made, in the workspace's order."""
    used = {axis for cell in analysis.coverage.cells for axis in cell.axes}
    return tuple(axis for axis in analysis.workspace.axes if axis in used)


def _matrix(analysis: Analysis, axis: str) -> Sheet:
    workspace = analysis.workspace
    squares = analysis.coverage.matrix(columns=axis)
    required = {value for _system, value in squares}
    values = [value for value in workspace.axes[axis].values if value in required]
    systems = [system for system in workspace.systems.values() if not system.shared]
    rows = tuple(
        (system.name, *(_square(squares.get((system.id, value))) for value in values))
        for system in systems
    )
    columns = (
        Column("system", _("System")),
        *(Column(f"{axis}:{v}", words.value_name(axis, v, workspace), Kind.WORD) for v in values),
    )
    name = _("Systems by {axis}", axis=words.axis_name(axis, workspace))
    notes = (
        _("where several requirements meet, the worst state is shown"),
        *_policy(analysis, axis),
    )
    key = f"matrix-{axis}"
    cells = [cell for cell in analysis.coverage.cells if axis in cell.axes]
    return _sheet(analysis, name, Table(key, columns, rows, notes=notes), cells)


def _square(state: CellState | None) -> Cell:
    return None if state is None else words.STATE[state]


def _policy(analysis: Analysis, axis: str) -> Iterator[Text]:
    """Yield for each clause of an axis whether standards of shared bases count: it decides much."""
    clauses = {cell.clause.id: cell.clause for cell in analysis.coverage.cells if axis in cell.axes}
    for clause in clauses.values():
        name = clause.called
        if clause.shared:
            yield _("{clause}: shared standards count", clause=name)
        else:
            yield _("{clause}: shared standards do not count", clause=name)


def _sheet(analysis: Analysis, name: Text, table: Table, cells: Sequence[CoverageCell]) -> Sheet:
    """Return the sheet of one table; its second line sums up the cells that it shows."""
    _counted, doubtful = counted_in_cells(analysis, cells)
    return sheet_of(analysis, name, table, doubtful, (_summary(cells),))


def _summary(cells: Sequence[CoverageCell]) -> Text:
    summary = CoverageSummary.of(cells)
    return _(
        "{covered} of {required} cells covered, {upcoming} soon, {planned} planned, "
        "{obsolete} obsolete only, {gap} gaps; {exempt} not applicable",
        covered=summary.covered,
        required=summary.required,
        upcoming=summary.upcoming,
        planned=summary.planned,
        obsolete=summary.obsolete_only,
        gap=summary.gap,
        exempt=summary.exempt,
    )


def gaps_sheet(analysis: Analysis, responsibility: Responsibility) -> Sheet:
    """Return 空白清单: the cells for which nothing valid exists or is on its way."""
    axes = _axes(analysis)
    cells = [cell for cell in analysis.coverage.cells if cell.state in _OPEN]
    columns = (
        Column("ordinal", _("No."), Kind.COUNT),
        *_place_columns(analysis, axes),
        Column("state", _("State"), Kind.WORD),
        Column("missing", _("Missing"), Kind.COUNT),
        Column("held", _("What there is"), optional=True),
        Column("level", _("Appropriate level"), Kind.WORD),
        Column("reason", _("Why this level"), optional=True),
        Column("responsible", _("Responsible unit"), optional=True),
    )
    body = []
    for ordinal, cell in enumerate(cells, 1):
        level, reason = proposed_level(cell, analysis.workspace)
        body.append(
            (
                ordinal,
                *_place_cells(analysis, cell, axes),
                words.state_of(cell),
                cell.missing,
                (*_names(analysis, cell), *_planned_titles(analysis, cell)) or None,
                words.level_word(level),
                reason,
                responsibility.leads_of(cell.system) or None,
            )
        )
    name = _("Gaps")
    return _sheet(analysis, name, Table("gaps", columns, tuple(body)), analysis.coverage.cells)


def cells_sheet(analysis: Analysis) -> Sheet:
    """Return every cell with its state and what is counted in it."""
    axes = _axes(analysis)
    counted = (
        (RowClass.E, _("in force")),
        (RowClass.U, _("upcoming")),
        (RowClass.P, _("planned")),
        (RowClass.X, _("status unknown")),
        (RowClass.O, _("obsolete")),
    )
    columns = (
        Column("ordinal", _("No."), Kind.COUNT),
        *_place_columns(analysis, axes),
        Column("state", _("State"), Kind.WORD),
        Column("at-least", _("At least"), Kind.COUNT),
        *(Column(cls.value, word, Kind.COUNT) for cls, word in counted),
        Column("standards", _("Standards"), optional=True),
        Column("planned-standards", _("Planned standards"), optional=True),
        Column("reason", _("Why not applicable"), optional=True),
    )
    body = tuple(
        (
            ordinal,
            *_place_cells(analysis, cell, axes),
            words.state_of(cell),
            cell.at_least,
            *(cell.counts[cls] for cls, _word in counted),
            _names(analysis, cell) or None,
            _planned_titles(analysis, cell) or None,
            cell.reason,
        )
        for ordinal, cell in enumerate(analysis.coverage.cells, 1)
    )
    name = _("Cells")
    return _sheet(analysis, name, Table("cells", columns, body), analysis.coverage.cells)


def _names(analysis: Analysis, cell: CoverageCell) -> tuple[str, ...]:
    """Return the standards of a cell by number, those without one by title."""
    return tuple(name_of(analysis.workspace.editions[key]) for key in cell.standards)


def _place_columns(analysis: Analysis, axes: tuple[str, ...]) -> Iterator[Column]:
    yield Column("system", _("System"))
    for axis in axes:
        yield Column(f"axis-{axis}", words.axis_name(axis, analysis.workspace), Kind.WORD)
    yield Column("clause", _("Requirement"))


def _place_cells(analysis: Analysis, cell: CoverageCell, axes: tuple[str, ...]) -> Iterator[Cell]:
    workspace = analysis.workspace
    yield workspace.systems[cell.system].name
    for axis in axes:
        value = cell.axes.get(axis)
        yield None if value is None else words.value_name(axis, value, workspace)
    yield cell.clause.called


def _planned_titles(analysis: Analysis, cell: CoverageCell) -> tuple[str, ...]:
    planned = analysis.workspace.planned
    return tuple(planned[key].title for key in cell.planned if key in planned)

"""The coverage matrix for people: a heat map in words, the figures, and what is behind them."""

from collections.abc import Iterator, Sequence

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.coverage.cells import Cell, CellState, CoverageSummary
from stdsys.messages import Text, Translator, _
from stdsys.output.tables.headings import counted_in_cells, title
from stdsys.output.tables.rendering import NONE_DUE, one_line
from stdsys.output.tables.table import Ratio
from stdsys.output.tables.words import STATE, axis_name, state_of, value_name
from stdsys.output.text.aligned import Layout, Styled, Words
from stdsys.output.text.coverage_clauses import by_requirement, clause_names
from stdsys.output.text.coverage_lists import HEAT, TO_DO, CoverageLists
from stdsys.output.text.coverage_squares import SYSTEM, Squares, all_squares, squares

NO_CELL = "-"
"""Stands on a square for which nothing is required (in ASCII: its width is the same everywhere)."""


class CoverageText:
    """Writes the coverage of a workspace as text; `layout` decides on colour and room."""

    def __init__(self, analysis: Analysis, say: Translator, layout: Layout | None = None) -> None:
        self._analysis = analysis
        self._workspace = analysis.workspace
        self._say = say
        self._layout = layout or Layout()

    def lines(self, rows: str | None = None, columns: str | None = None) -> Iterator[str]:
        """Yield the whole text.

        `rows` and `columns` are axes, or `system`; without both, as many matrices as it takes to
        show every cell.
        """
        coverage = self._analysis.coverage
        yield from self._head()
        if not coverage.cells:
            yield ""
            yield self._say(_("No coverage is required: the workspace has no clause that applies."))
        else:
            yield from self._matrices(rows, columns)
        yield from self._summary()
        yield from CoverageLists(self._analysis, self._say, self._layout).lines()

    def _head(self) -> Iterator[str]:
        yield self._layout.heading(one_line(self._say(title(self._analysis, _("coverage")))))
        counted, doubtful = counted_in_cells(self._analysis, self._analysis.coverage.cells)
        yield self._say(
            _(
                "as of {day}; standards counted: {counted}, {doubtful} of them presumed or "
                "unverified",
                day=self._analysis.as_of,
                counted=counted,
                doubtful=doubtful,
            )
        )

    def _matrices(self, rows: str | None, columns: str | None) -> Iterator[str]:
        cells = self._analysis.coverage.cells
        if rows is None or columns is None:
            matrices = all_squares(cells, self._workspace)
        else:
            matrices = [squares(cells, rows, columns, self._workspace)]
        counts = all(
            self._layout.fits(self._header(matrix), self._rows(matrix, counts=True))
            for matrix in matrices
        )
        for matrix in matrices:
            yield from self._matrix(matrix, counts=counts)
        yield self._legend(counts=counts)
        yield from self._absent(matrices[-1].absent if matrices else cells)

    def _matrix(self, matrix: Squares, *, counts: bool) -> Iterator[str]:
        """Yield a matrix, in blocks of columns where the room asks for it."""
        yield ""
        heading = _(
            "{rows} by {columns}: {clauses}",
            rows=self._axis(matrix.rows),
            columns=self._axis(matrix.columns),
            clauses=clause_names(matrix.shown),
        )
        yield self._layout.heading(one_line(self._say(heading)))
        if not matrix.worst:
            yield self._say(_("no clause asks for these two axes together"))
            return
        rows = self._rows(matrix, counts=counts)
        yield from self._layout.lines(self._header(matrix), rows)

    def _header(self, matrix: Squares) -> list[str]:
        values = (self._value(matrix.columns, value) for value in matrix.column_values)
        return [self._say(self._axis(matrix.rows)), *values]

    def _rows(self, matrix: Squares, *, counts: bool) -> list[list[Words]]:
        return [
            [
                self._value(matrix.rows, row),
                *(
                    self._square(matrix.worst.get((row, column)), counts=counts)
                    for column in matrix.column_values
                ),
            ]
            for row in matrix.row_values
        ]

    def _square(self, cell: Cell | None, *, counts: bool) -> Words:
        if cell is None:
            return NO_CELL
        word = self._say(state_of(cell).text)
        if counts and cell.state is not CellState.EXEMPT:
            word += f" {cell.counts[RowClass.E]}/{cell.at_least}"
        return Styled(word, HEAT[cell.state])

    def _legend(self, *, counts: bool) -> str:
        parts = [_("of several requirements on a square the worst shows"), _("-: none required")]
        if counts:
            parts.insert(0, _("figures: standards in force/required"))
        return self._layout.paint(
            self._say(_("note: {remarks}", remarks=self._say(_("; ")).join(map(self._say, parts)))),
            "dim",
        )

    def _absent(self, cells: Sequence[Cell]) -> Iterator[str]:
        """Say which clauses stand on no matrix: left out by the user's choice, or without axes."""
        if cells:
            names = clause_names(cells)
            yield one_line(
                self._say(
                    _(
                        "not on a matrix: {count} cells of: {clauses}",
                        count=len(cells),
                        clauses=names,
                    )
                )
            )

    def _summary(self) -> Iterator[str]:
        coverage = self._analysis.coverage
        clauses = by_requirement(coverage.cells)
        header = [
            self._say(text)
            for text in (
                _("Requirement"),
                _("Cells required"),
                *(STATE[state].text for state in (CellState.COVERED, *reversed(TO_DO))),
                STATE[CellState.EXEMPT].text,
                _("Share covered"),
            )
        ]
        rows = []
        if len(clauses) > 1:
            for cells in clauses.values():
                name = one_line(cells[0].clause.called)
                rows.append(self._figures(name, CoverageSummary.of(cells)))
        rows.append(self._figures(self._say(_("Total")), coverage.summary))
        yield ""
        yield from self._layout.lines(header, rows, right=range(1, len(header)))

    def _figures(self, name: str, summary: CoverageSummary) -> list[Words]:
        counts = (
            summary.required,
            summary.covered,
            summary.upcoming,
            summary.planned,
            summary.obsolete_only,
            summary.gap,
            summary.exempt,
        )
        return [name, *map(str, counts), percent(summary)]

    def _axis(self, axis: str) -> str | Text:
        return _("System") if axis == SYSTEM else axis_name(axis, self._workspace)

    def _value(self, axis: str, value: str) -> str:
        if axis == SYSTEM:
            return one_line(self._workspace.systems[value].name)
        return one_line(value_name(axis, value, self._workspace))


def percent(summary: CoverageSummary) -> str:
    """Return the share of covered cells as printed, half up: `80.0%`, "—" without any cell."""
    share = Ratio(summary.covered, summary.required).percent
    return NONE_DUE if share is None else f"{share:.1f}%"

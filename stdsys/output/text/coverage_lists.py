"""What is behind the figures of the coverage: requirements, cells not covered, exemptions."""

from collections.abc import Iterator, Sequence

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.coverage.cells import Cell, CellState
from stdsys.messages import Text, Translator, _
from stdsys.model.coverage_record import ClauseRecord
from stdsys.output.tables.rendering import one_line
from stdsys.output.tables.words import state_of, value_name
from stdsys.output.text.aligned import Layout, Styled, Words
from stdsys.output.text.coverage_clauses import clauses_of

HEAT = {
    CellState.COVERED: "black on green",
    CellState.UPCOMING: "black on cyan",
    CellState.PLANNED: "black on yellow",
    CellState.OBSOLETE_ONLY: "white on magenta",
    CellState.GAP: "bold white on red",
    CellState.EXEMPT: "dim",
}
"""Colour of a state, beside its word."""

TO_DO = (CellState.GAP, CellState.OBSOLETE_ONLY, CellState.PLANNED, CellState.UPCOMING)
"""States that are listed one by one, worst first."""


class CoverageLists:
    """Writes the lists as text; `layout` decides on colour."""

    def __init__(self, analysis: Analysis, say: Translator, layout: Layout) -> None:
        self._coverage = analysis.coverage
        self._workspace = analysis.workspace
        self._say = say
        self._layout = layout

    def lines(self) -> Iterator[str]:
        """Yield the requirements, the cells that are not covered, the exempt ones, the refused."""
        yield from self._clauses()
        yield from self._to_do()
        yield from self._exempt()
        yield from self._refused()

    def _clauses(self) -> Iterator[str]:
        clauses = clauses_of(self._coverage.cells)
        if clauses:
            yield ""
            yield self._layout.heading(self._say(_("What is required")))
        ids = [clause.id for _systems, clause in clauses]
        for systems, clause in clauses:
            scope = systems if ids.count(clause.id) > 1 else ()
            yield one_line(self._clause(clause, scope))

    def _clause(self, clause: ClauseRecord, systems: Sequence[str]) -> str:
        """Return a clause in words: what counts, why, by which source."""
        shared = _("shared standards count") if clause.shared else _("shared ones do not count")
        parts: list[Text] = [shared]
        if clause.general:
            parts.append(_("general ones count"))
        if systems:
            names = tuple(self._workspace.systems[key].name for key in systems)
            parts.append(_("only for {systems}", systems=names))
        if clause.reason:
            parts.append(_("reason: {reason}", reason=clause.reason.rstrip("。.")))
        if clause.source:
            parts.append(_("source: {source}", source=clause.source))
        said = self._say(_("; ")).join(map(self._say, parts))
        return self._say(
            _(
                "- {clause}: at least {count} in each cell; {said}",
                clause=clause.called,
                count=clause.at_least,
                said=said,
            )
        )

    def _to_do(self) -> Iterator[str]:
        cells = self._coverage.cells
        found = [cell for state in TO_DO for cell in cells if cell.state is state]
        if not found:
            return
        yield ""
        yield self._layout.heading(self._say(_("Not covered: {count} cells", count=len(found))))
        header = [_("System"), _("Cell"), _("Requirement"), _("State"), _("In force/required")]
        rows: list[list[Words]] = [
            [
                one_line(self._workspace.systems[cell.system].name),
                self._cell_name(cell),
                one_line(cell.clause.called),
                Styled(self._say(state_of(cell).text), HEAT[cell.state]),
                self._held(cell),
            ]
            for cell in found
        ]
        yield from self._layout.table([self._say(text) for text in header], rows)

    def _held(self, cell: Cell) -> str:
        """Return what a cell has, and what it has besides standards in force."""
        besides = [
            self._say(text)
            for cls, text in (
                (RowClass.U, _("upcoming: {count}", count=cell.counts[RowClass.U])),
                (RowClass.P, _("planned: {count}", count=cell.counts[RowClass.P])),
                (RowClass.X, _("status unknown: {count}", count=cell.counts[RowClass.X])),
                (RowClass.O, _("obsolete: {count}", count=cell.counts[RowClass.O])),
            )
            if cell.counts[cls]
        ]
        held = f"{cell.counts[RowClass.E]}/{cell.at_least}"
        remarks = self._say(_("; ")).join(besides)
        return held + (self._say(_(" ({remark})", remark=remarks)) if besides else "")

    def _exempt(self) -> Iterator[str]:
        """Yield the exempt cells, those of one system and reason on one line."""
        groups: dict[tuple[str, str], dict[str, None]] = {}
        exempt = [cell for cell in self._coverage.cells if cell.state is CellState.EXEMPT]
        for cell in exempt:
            reason = cell.reason or self._say(_("no reason given"))
            groups.setdefault((cell.system, reason), {})[self._cell_name(cell)] = None
        if exempt:
            yield ""
            heading = _("Not applicable: {count} cells", count=len(exempt))
            yield self._layout.heading(self._say(heading))
        for (system, reason), names in groups.items():
            said = _(
                "- {system} ({cells}), reason: {reason}",
                system=self._workspace.systems[system].name,
                cells=tuple(names),
                reason=reason,
            )
            yield one_line(self._say(said))

    def _refused(self) -> Iterator[str]:
        for system, clause in self._coverage.refused:
            said = _(
                "{system}: the clause {clause} makes too many cells and is left out",
                system=self._workspace.systems[system].name,
                clause=clause.called,
            )
            yield one_line(self._say(said))

    def _cell_name(self, cell: Cell) -> str:
        if not cell.axes:
            return self._say(_("the whole system"))
        return " / ".join(
            one_line(value_name(axis, value, self._workspace)) for axis, value in cell.axes.items()
        )

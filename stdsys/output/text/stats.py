"""The counts for people: the headline, both layouts of the statistics, or one breakdown."""

from collections.abc import Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.statistics_tables import LineKind, S2Table
from stdsys.messages import Text, Translator, _
from stdsys.output.tables.headings import subtitle, title
from stdsys.output.tables.rendering import Renderer, one_line
from stdsys.output.tables.statistics import GRAND_TOTAL, SUM, level_columns, line_name, s1_sheet
from stdsys.output.tables.table import Cell, Column, Ratio, Table
from stdsys.output.text.aligned import Layout
from stdsys.output.text.breakdowns import Breakdown, breakdown
from stdsys.output.text.table import table_lines


class StatsText:
    """Writes the counts of a workspace as text; `layout` decides on colour."""

    def __init__(self, analysis: Analysis, say: Translator, layout: Layout | None = None) -> None:
        self._analysis = analysis
        self._say = say
        self._render = Renderer(say)
        self._layout = layout or Layout()

    def lines(self, by: Breakdown | None = None) -> Iterator[str]:
        """Yield the whole text, or with `by` the headline and one breakdown."""
        yield from self._head()
        for table in self._tables() if by is None else (breakdown(self._analysis, by),):
            yield ""
            yield from table_lines(table, self._render, self._layout)

    def _tables(self) -> Iterator[Table]:
        yield from s1_sheet(self._analysis).tables
        yield from _s2_tables(self._analysis)
        yield breakdown(self._analysis, Breakdown.STATUS)
        yield breakdown(self._analysis, Breakdown.STAGE)

    def _head(self) -> Iterator[str]:
        counts = self._analysis.statistics
        heading = title(self._analysis, _("Statistics of standards"))
        yield self._layout.heading(one_line(self._say(heading)))
        yield self._say(subtitle(self._analysis, counts.presumed_or_unverified))
        share = self._render(Ratio(counts.total.existing, counts.total.required))
        yield self._say(
            _(
                "required: {required}, existing: {existing}, existing ÷ required (%): {percent}",
                required=counts.total.required,
                existing=counts.total.existing,
                percent=share,
            )
        )
        yield self._say(
            _(
                "besides, not counted: {successions} that will replace one in force, {obsolete} "
                "withdrawn or replaced",
                successions=counts.successions,
                obsolete=counts.obsolete,
            )
        )


def _s2_tables(analysis: Analysis) -> tuple[Table, Table]:
    """Return layout S2 in its short form, for what exists and for what is required.

    A line is a system; of a workspace with one system it is a subsystem. 总计 is S1's 共计: what
    stands in several systems is taken off once.
    """
    counts = analysis.statistics
    parts = list(counts.systems.values())
    tables = parts[0].s2() if len(parts) == 1 else counts.s2()
    return (
        _s2("s2-existing", _("Existing standards by subsystem and level"), tables.existing),
        _s2("s2-required", _("Required standards by subsystem and level"), tables.required),
    )


def _s2(key: str, caption: Text, table: S2Table) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (line_name(line), *(line.cells[k] for k in table.columns), line.sum) for line in table.lines
    ]
    totals = (table.totals[level] for level in table.columns)
    rows.append((GRAND_TOTAL, *totals, table.total))
    of_systems = any(line.kind is LineKind.SYSTEM for line in table.lines)
    columns = (
        Column("place", _("System") if of_systems else _("Subsystem")),
        *level_columns(table.columns),
        SUM,
    )
    return Table(key, columns, tuple(rows), caption, totals=frozenset((len(rows) - 1,)))

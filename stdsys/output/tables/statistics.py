"""标准统计表: layout S1, layout S2 twice (现有, 应有), and stages by level."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.groups import OTHER_CATEGORY
from stdsys.analysis.counting.statistics import Statistics
from stdsys.analysis.counting.statistics_tables import LineKind, S2Line, S2Table, S2Tables
from stdsys.analysis.counting.tally import Tally
from stdsys.messages import Text, _
from stdsys.model.workspace import STAGE
from stdsys.output.tables import words
from stdsys.output.tables.headings import sheet_of, subtitle, title
from stdsys.output.tables.table import Cell, Column, Kind, Ratio, Sheet, Table

FIGURES = (
    Column("required", _("Required number"), Kind.COUNT),
    Column("existing", _("Existing number"), Kind.COUNT),
    Column("ratio", _("Existing ÷ required (%)"), Kind.RATIO, ("existing", "required")),
)
"""Columns 应有数、现有数、现有数÷应有数（%）."""

TOTAL = _("Total")
GRAND_TOTAL = _("Grand total")
SUM = Column("sum", _("Sum"), Kind.COUNT)

LINES = {
    LineKind.UNPLACED: _("at no subsystem"),
    LineKind.EXPECTED: _("expected beyond what is listed"),
    LineKind.REPEATED: _("less what stands in several systems"),
}
"""Lines of layout S2 that are no subsystem."""


def s1_sheet(analysis: Analysis) -> Sheet:
    """Return layout S1: by level, then by category. Both blocks count the same standards."""
    statistics = analysis.statistics
    s1 = statistics.s1
    levels = [(words.level_column(key), tally) for key, tally in s1.levels.items()]
    categories = [(_category(key), tally) for key, tally in s1.categories.items()]
    rows = [
        *_block(_("by level"), [*levels, (TOTAL, s1.level_total)]),
        *_block(_("by category"), [*categories, (TOTAL, s1.category_total)]),
    ]
    columns = (Column("block", _("Counted")), Column("line", _("Kind of standard")))
    totals = frozenset((len(levels), len(rows) - 1))
    name = _("By level and category")
    return Sheet(
        "s1",
        name,
        title(analysis, _("Statistics of standards")),
        subtitle(analysis, statistics.presumed_or_unverified),
        (
            Table(
                "s1",
                (*columns, *FIGURES),
                tuple(rows),
                totals=totals,
                notes=tuple(_notes(statistics)),
            ),
        ),
    )


def _block(name: Text, lines: list[tuple[Text | str, Tally]]) -> list[tuple[Cell, ...]]:
    return [(name, line, *figures(tally)) for line, tally in lines]


def figures(tally: Tally) -> tuple[Cell, ...]:
    """Return the cells below `FIGURES`."""
    return (tally.required, tally.existing, Ratio(tally.existing, tally.required))


def _category(key: str) -> Text | str:
    """Return the workspace's own word for a category; what has none is counted as other."""
    return _("other") if key == OTHER_CATEGORY else key


def _notes(statistics: Statistics) -> Iterator[Text]:
    yield _(
        "{sum} summed over systems, {distinct} distinct",
        sum=statistics.sum_of_systems,
        distinct=statistics.distinct,
    )
    if statistics.other:
        yield _(
            "besides {count} metrology documents, foreign standards, laws and the like",
            count=statistics.other,
        )
    if statistics.uncovered_cells:
        yield _(
            "besides {count} gaps in the coverage for which nothing is listed yet",
            count=statistics.uncovered_cells,
        )


def s2_sheets(analysis: Analysis) -> tuple[Sheet, Sheet]:
    """Return layout S2 for what exists and for what is required: systems, subsystems by level."""
    existing = _("Existing by subsystem and level")
    required = _("Required by subsystem and level")
    return (
        _s2_sheet(analysis, "s2-existing", existing, lambda tables: tables.existing),
        _s2_sheet(analysis, "s2-required", required, lambda tables: tables.required),
    )


def _s2_sheet(
    analysis: Analysis, key: str, name: Text, which: Callable[[S2Tables], S2Table]
) -> Sheet:
    """Return a sheet of the subsystems of all systems; each system ends with its sum 小计.

    What stands in several systems is taken off once before 总计, which is therefore S1's.
    """
    statistics = analysis.statistics
    region = which(statistics.s2())
    levels = region.columns
    rows: list[tuple[Cell, ...]] = []
    totals: set[int] = set()
    for line in region.lines:
        if line.kind is not LineKind.SYSTEM:
            rows.append((None, line_name(line), *_counts(line.cells, levels), line.sum))
            continue
        part = which(statistics.systems[line.key].s2())
        rows += [
            (line.name, line_name(inner), *_counts(inner.cells, levels), inner.sum)
            for inner in part.lines
        ]
        totals.add(len(rows))
        rows.append((line.name, _("Subtotal"), *_counts(line.cells, levels), line.sum))
    totals.add(len(rows))
    rows.append((GRAND_TOTAL, None, *_counts(region.totals, levels), region.total))
    columns = (
        Column("system", _("System")),
        Column("subsystem", _("Subsystem")),
        *level_columns(levels),
        SUM,
    )
    table = Table(key, columns, tuple(rows), totals=frozenset(totals))
    return sheet_of(analysis, name, table, statistics.presumed_or_unverified)


def _counts(cells: Mapping[str, int], levels: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(cells.get(level, 0) for level in levels)


def line_name(line: S2Line) -> Text | str | None:
    """Return what a line of layout S2 is called: a subsystem, or what stands at none."""
    return LINES.get(line.kind, line.name)


def level_columns(levels: Sequence[str]) -> tuple[Column, ...]:
    """Return a column of counts for each level."""
    return tuple(Column(level, words.level_column(level), Kind.COUNT) for level in levels)


def stage_sheet(analysis: Analysis) -> Sheet:
    """Return stages by level, for what exists and for what is required.

    A standard of several stages stands in each of their lines: there is no sum.
    """
    statistics = analysis.statistics
    overlapping = _("a standard of several stages is counted in each; the lines have no sum")
    name = _("Stages by level")
    return Sheet(
        "stage-level",
        name,
        title(analysis, name),
        subtitle(analysis, statistics.presumed_or_unverified),
        (
            _stage_table(analysis, "stage-existing", _("Existing number"), lambda t: t.existing),
            _stage_table(
                analysis, "stage-required", _("Required number"), lambda t: t.required, overlapping
            ),
        ),
    )


def _stage_table(
    analysis: Analysis, key: str, caption: Text, count: Callable[[Tally], int], *notes: Text
) -> Table:
    statistics = analysis.statistics
    levels = tuple(statistics.s1.levels)
    rows = tuple(
        (
            words.tallied_value(STAGE, stage, analysis.workspace),
            *(count(tallies[level]) for level in levels),
        )
        for stage, tallies in statistics.stage_level.items()
    )
    columns = (Column("stage", _("Stage")), *level_columns(levels))
    return Table(key, columns, rows, caption=caption, notes=notes)

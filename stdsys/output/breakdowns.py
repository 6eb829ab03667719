"""The counts broken down one way each, and layout S2 in its short form: a line a system."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.groups import GENERAL
from stdsys.analysis.statistics_tables import LineKind, S2Table, S2Tables
from stdsys.analysis.tally import Tally
from stdsys.messages import Text, _
from stdsys.model.workspace import ASPECT, KIND, STAGE, Workspace
from stdsys.numbers import Level
from stdsys.output.tables import words
from stdsys.output.tables.table import Cell, Column, Kind, Ratio, Table

FIGURES = (
    Column("required", _("Required number"), Kind.COUNT),
    Column("existing", _("Existing number"), Kind.COUNT),
    Column("ratio", _("Existing ÷ required (%)"), Kind.RATIO, ("existing", "required")),
)
"""Columns 应有数、现有数、现有数/应有数（%）."""

_OVERLAPPING = _("lines overlap: a standard is counted under each of its values; there is no sum")
_LINES = {
    LineKind.UNPLACED: _("at no subsystem"),
    LineKind.EXPECTED: _("expected beyond what is listed"),
    LineKind.REPEATED: _("less what stands in several systems"),
}


class Breakdown(StrEnum):
    """What the counts can be broken down by."""

    LEVEL = "level"
    ASPECT = "aspect"
    KIND = "kind"
    STAGE = "stage"
    SUBSYSTEM = "subsystem"
    STATUS = "status"


def breakdown(analysis: Analysis, by: Breakdown) -> Table:
    """Return the counts of the whole workspace broken down one way."""
    return _TABLES[by](analysis)


def _by_level(analysis: Analysis) -> Table:
    """Return the five levels and their sum; what stands outside them follows, uncounted."""
    counts = analysis.statistics
    inside = {key: tally for key, tally in counts.by_level.items() if key != Level.OTHER}
    rows = [_line(words.level_column(key), tally) for key, tally in inside.items()]
    total = len(rows)
    rows.append(_line(_("Total"), counts.total))
    outside = counts.by_level.get(Level.OTHER)
    if outside is not None and outside.required:
        rows.append(_line(_("besides: other"), outside))
    columns = (Column("level", _("Level")), *FIGURES)
    caption = _("By level")
    return Table("by-level", columns, tuple(rows), caption, totals=frozenset((total,)))


def _by_status(analysis: Analysis) -> Table:
    """Return how many items of the five levels have each status, obsolete ones included."""
    found = analysis.statistics.by_status
    rows: list[tuple[Cell, ...]] = [
        (words.STATUS[status], count) for status, count in found.items()
    ]
    rows.append((_("Total"), sum(found.values())))
    columns = (Column("status", _("Status"), Kind.WORD), Column("count", _("Count"), Kind.COUNT))
    caption = _("By status, with obsolete ones and successions")
    return Table("by-status", columns, tuple(rows), caption, totals=frozenset((len(found),)))


def _by_subsystem(analysis: Analysis) -> Table:
    systems = analysis.workspace.systems
    rows: list[tuple[Cell, ...]] = []
    for key, tally in analysis.statistics.by_subsystem.items():
        system, _slash, code = key.partition("/")
        node = systems[system].nodes.get(code)
        place = f"{code} {node.name}" if node else _LINES[LineKind.UNPLACED]
        rows.append((systems[system].name, *_line(place, tally)))
    columns = (Column("system", _("System")), Column("subsystem", _("Subsystem")), *FIGURES)
    caption = _("By subsystem")
    return Table("by-subsystem", columns, tuple(rows), caption, notes=(_OVERLAPPING,))


def _by_axis(axis: str) -> Callable[[Analysis], Table]:
    def table(analysis: Analysis) -> Table:
        workspace, counts = analysis.workspace, analysis.statistics
        tallies = {STAGE: counts.by_stage, ASPECT: counts.by_aspect, KIND: counts.by_kind}[axis]
        name = words.axis_name(axis, workspace)
        rows = _values(axis, tallies, workspace)
        caption = _("By {axis}", axis=name)
        columns = (Column(axis, name), *FIGURES)
        return Table(f"by-{axis}", columns, tuple(rows), caption, notes=(_OVERLAPPING,))

    return table


def _values(
    axis: str, tallies: Mapping[str, Tally], workspace: Workspace
) -> Iterable[tuple[Cell, ...]]:
    known = workspace.axes[axis].values
    for key, tally in tallies.items():
        if key in known:
            yield _line(known[key].name, tally)
        else:
            yield _line(_("general") if key == GENERAL else key, tally)


def _line(name: str | Text, tally: Tally) -> tuple[Cell, ...]:
    return (name, tally.required, tally.existing, Ratio(tally.existing, tally.required))


_TABLES: dict[Breakdown, Callable[[Analysis], Table]] = {
    Breakdown.LEVEL: _by_level,
    Breakdown.STATUS: _by_status,
    Breakdown.SUBSYSTEM: _by_subsystem,
    Breakdown.STAGE: _by_axis(STAGE),
    Breakdown.ASPECT: _by_axis(ASPECT),
    Breakdown.KIND: _by_axis(KIND),
}


def s2_tables(analysis: Analysis) -> tuple[Table, Table]:
    """Return layout S2 for what exists and what is required.

    A line is a system; of a workspace with one system it is a subsystem. 总计 is S1's 共计: what
    stands in several systems is taken off once.
    """
    counts = analysis.statistics
    parts = list(counts.systems.values())
    tables: S2Tables = parts[0].s2() if len(parts) == 1 else counts.s2()
    return (
        _s2("s2-existing", _("Existing standards by subsystem and level"), tables.existing),
        _s2("s2-required", _("Required standards by subsystem and level"), tables.required),
    )


def _s2(key: str, caption: Text, table: S2Table) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (_LINES.get(line.kind, line.name), *(line.cells[k] for k in table.columns), line.sum)
        for line in table.lines
    ]
    totals = (table.totals[level] for level in table.columns)
    rows.append((_("Grand total"), *totals, table.total))
    of_systems = any(line.kind is LineKind.SYSTEM for line in table.lines)
    columns = (
        Column("place", _("System") if of_systems else _("Subsystem")),
        *(Column(level, words.level_column(level), Kind.COUNT) for level in table.columns),
        Column("sum", _("Sum"), Kind.COUNT),
    )
    return Table(key, columns, tuple(rows), caption, totals=frozenset((len(rows) - 1,)))

"""The counts broken down: a table each by level, status, subsystem, stage, aspect and kind."""

from collections.abc import Callable
from enum import StrEnum

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.statistics_tables import LineKind
from stdsys.messages import Text, _
from stdsys.model.workspace import ASPECT, KIND, STAGE
from stdsys.numbers import Level
from stdsys.output.tables import words
from stdsys.output.tables.statistics import FIGURES, LINES, TOTAL, figures
from stdsys.output.tables.table import Cell, Column, Kind, Table

_OVERLAPPING = _("lines overlap: a standard is counted under each of its values; there is no sum")


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
    rows = [(words.level_column(key), *figures(tally)) for key, tally in inside.items()]
    total = len(rows)
    rows.append((TOTAL, *figures(counts.total)))
    outside = counts.by_level.get(Level.OTHER)
    if outside is not None and outside.required:
        rows.append((_("besides: other"), *figures(outside)))
    columns = (Column("level", _("Level")), *FIGURES)
    caption = _("By level")
    return Table("by-level", columns, tuple(rows), caption, totals=frozenset((total,)))


def _by_status(analysis: Analysis) -> Table:
    """Return how many items of the five levels have each status, obsolete ones included."""
    found = analysis.statistics.by_status
    rows: list[tuple[Cell, ...]] = [
        (words.STATUS[status], count) for status, count in found.items()
    ]
    rows.append((TOTAL, sum(found.values())))
    columns = (Column("status", _("Status"), Kind.WORD), Column("count", _("Count"), Kind.COUNT))
    caption = _("By status, with obsolete ones and successions")
    return Table("by-status", columns, tuple(rows), caption, totals=frozenset((len(found),)))


def _by_subsystem(analysis: Analysis) -> Table:
    lines: dict[str, tuple[str, str | Text]] = {}
    for system in analysis.workspace.systems.values():
        lines.setdefault(f"{system.id}/", (system.name, LINES[LineKind.UNPLACED]))
        for node in system.top_nodes:
            lines.setdefault(node.key, (system.name, f"{node.code} {node.name}"))
    rows: list[tuple[Cell, ...]] = []
    for key, tally in analysis.statistics.by_subsystem.items():
        name, place = lines[key]
        rows.append((name, place, *figures(tally)))
    columns = (Column("system", _("System")), Column("subsystem", _("Subsystem")), *FIGURES)
    caption = _("By subsystem")
    return Table("by-subsystem", columns, tuple(rows), caption, notes=(_OVERLAPPING,))


def _by_axis(axis: str) -> Callable[[Analysis], Table]:
    def table(analysis: Analysis) -> Table:
        workspace, counts = analysis.workspace, analysis.statistics
        tallies = {STAGE: counts.by_stage, ASPECT: counts.by_aspect, KIND: counts.by_kind}[axis]
        name = words.axis_name(axis, workspace)
        rows = tuple(
            (words.tallied_value(axis, key, workspace), *figures(tally))
            for key, tally in tallies.items()
        )
        caption = _("By {axis}", axis=name)
        columns = (Column(axis, name), *FIGURES)
        return Table(f"by-{axis}", columns, rows, caption, notes=(_OVERLAPPING,))

    return table


_TABLES: dict[Breakdown, Callable[[Analysis], Table]] = {
    Breakdown.LEVEL: _by_level,
    Breakdown.STATUS: _by_status,
    Breakdown.SUBSYSTEM: _by_subsystem,
    Breakdown.STAGE: _by_axis(STAGE),
    Breakdown.ASPECT: _by_axis(ASPECT),
    Breakdown.KIND: _by_axis(KIND),
}

"""覆盖情况变化: the coverage on one day after another, a line a day."""

from datetime import date

from stdsys.analysis.coverage.cells import CellState, CoverageSummary
from stdsys.analysis.coverage.history import History, Point
from stdsys.analysis.life_cycle.statuses import Basis
from stdsys.messages import _
from stdsys.model.partial_date import PartialDate
from stdsys.model.workspace import Workspace
from stdsys.output.tables.table import Cell, Column, Kind, Ratio, Table
from stdsys.output.tables.words import STATE

_DAY = Column("date", _("Day"), Kind.DATE)
_REQUIRED = Column("required", _("Cells required"), Kind.COUNT)
_COVERED = Column("covered", STATE[CellState.COVERED].text, Kind.COUNT)
_RATIO = Column("ratio", _("Share covered (%)"), Kind.RATIO, ("covered", "required"))
_AWAITED = Column("awaited", _("Upcoming or planned"), Kind.COUNT)
_OBSOLETE = Column("obsolete-only", STATE[CellState.OBSOLETE_ONLY].text, Kind.COUNT)
_GAP = Column("gap", STATE[CellState.GAP].text, Kind.COUNT)
_EXISTING = Column("existing", _("Existing number"), Kind.COUNT)
_PRESUMED = Column(
    "presumed-share", _("Presumed or unverified (%)"), Kind.RATIO, ("doubtful", "entered")
)
_DATED = Column("dated-share", _("Known by dates (%)"), Kind.RATIO, ("dates", "entered"))


def trend_table(history: History) -> Table:
    """Return the figures that a reader follows from day to day; the kinds of cells add up."""
    columns = (
        _DAY,
        _REQUIRED,
        _COVERED,
        _AWAITED,
        _OBSOLETE,
        _GAP,
        _RATIO,
        _EXISTING,
        _PRESUMED,
        _DATED,
    )
    rows = tuple(
        (
            day_cell(point.day),
            point.summary.required,
            point.summary.covered,
            point.summary.upcoming + point.summary.planned,
            point.summary.obsolete_only,
            point.summary.gap,
            share(point.summary),
            point.existing,
            *_reliance(point),
        )
        for point in history.points
    )
    return Table("trend", columns, rows)


def history_table(history: History, workspace: Workspace) -> Table:
    """Return all figures of every day: cells by state, standards, and each system's share."""
    columns = (
        _DAY,
        _REQUIRED,
        _COVERED,
        Column("upcoming", STATE[CellState.UPCOMING].text, Kind.COUNT),
        Column("planned", STATE[CellState.PLANNED].text, Kind.COUNT),
        _OBSOLETE,
        _GAP,
        Column("exempt", STATE[CellState.EXEMPT].text, Kind.COUNT),
        _RATIO,
        _EXISTING,
        Column("entered", _("Standards and plans entered"), Kind.COUNT),
        _PRESUMED,
        _DATED,
        *(
            Column(
                f"system:{system}",
                _("{system}: share covered (%)", system=workspace.systems[system].name),
                Kind.RATIO,
            )
            for system in history.first.systems
        ),
    )
    return Table("history", columns, tuple(_full(point) for point in history.points))


def _full(point: Point) -> tuple[Cell, ...]:
    summary = point.summary
    return (
        day_cell(point.day),
        summary.required,
        summary.covered,
        summary.upcoming,
        summary.planned,
        summary.obsolete_only,
        summary.gap,
        summary.exempt,
        share(summary),
        point.existing,
        point.entered,
        *_reliance(point),
        *(share(of_system) for of_system in point.systems.values()),
    )


def _reliance(point: Point) -> tuple[Cell, Cell]:
    """Return which share of the statuses is doubtful, and which rests on dates."""
    return (
        Ratio(point.doubtful, point.entered),
        Ratio(point.by_basis[Basis.DATES], point.entered),
    )


def share(summary: CoverageSummary) -> Ratio:
    """Return the share of covered cells."""
    return Ratio(summary.covered, summary.required)


def day_cell(day: date) -> PartialDate:
    """Return a day as a cell."""
    return PartialDate(day.year, day.month, day.day)

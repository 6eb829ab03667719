"""What stands above every table: 单位、体系、表名, and how far its facts may be relied on."""

from collections.abc import Iterable

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import Row
from stdsys.analysis.coverage.cells import Cell
from stdsys.analysis.life_cycle.statuses import Basis
from stdsys.messages import Text, _
from stdsys.model.items import Item
from stdsys.model.workspace import System
from stdsys.output.tables.table import Sheet, Table


def name_of_whole(analysis: Analysis) -> str:
    """Return the title of the workspace, else its name."""
    record = analysis.workspace.record
    return record.title or record.name


def title(analysis: Analysis, table: Text | str, system: System | None = None) -> Text:
    """Return the title: unit, system and name of the table.

    The unit is the one that compiles the whole, for a system's own sheet the one that answers for
    it. A unit with whose name the system's begins is not said twice.
    """
    workspace = analysis.workspace
    record = workspace.record
    if system is None:
        name = name_of_whole(analysis)
        unit = record.unit or (record.region.name if record.region else "")
    else:
        name = system.name
        unit = workspace.name_of(system.record.owner) or record.unit or ""
    if not unit or name.startswith(unit):
        return _("{system}: {table}", system=name, table=table)
    return _("{unit}, {system}: {table}", unit=unit, system=name, table=table)


def subtitle(analysis: Analysis, doubtful: int) -> Text:
    """Return the second line: the day, and how many items rest on presumption."""
    return _(
        "as of {day}; {count} of them presumed or unverified", day=analysis.as_of, count=doubtful
    )


def sheet_of(
    analysis: Analysis, name: Text, table: Table, doubtful: int, facts: tuple[Text, ...] = ()
) -> Sheet:
    """Return the sheet of one table of the whole, which has the table's key."""
    first = subtitle(analysis, doubtful)
    return Sheet(table.key, name, title(analysis, name), first, (table,), facts)


def is_doubtful(row: Row) -> bool:
    """Whether a row's status is only presumed, or nobody has verified its facts."""
    return row.status.basis is Basis.PRESUMED or row.item.unverified


def doubtful(rows: Iterable[Row]) -> int:
    """Return how many rows rest on presumption or unverified facts."""
    return sum(map(is_doubtful, rows))


def counted_in_cells(analysis: Analysis, cells: Iterable[Cell]) -> tuple[int, int]:
    """Return how many items coverage cells count, and how many of these rest on presumption."""
    workspace, found = analysis.workspace, tuple(cells)
    items: list[Item] = [
        *(workspace.editions[key] for key in _keys(cell.standards for cell in found)),
        *(workspace.planned[key] for key in _keys(cell.planned for cell in found)),
    ]
    return len(items), sum(
        item.unverified or analysis.statuses(item).basis is Basis.PRESUMED for item in items
    )


def _keys(groups: Iterable[Iterable[str]]) -> Iterable[str]:
    return dict.fromkeys(key for group in groups for key in group)

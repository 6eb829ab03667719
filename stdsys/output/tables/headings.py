"""What stands above every table: 单位、体系、表名, and how far its facts may be relied on."""

from collections.abc import Iterable

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.rows import Row
from stdsys.analysis.status import Basis
from stdsys.messages import Text, _
from stdsys.model.workspace import System


def title(analysis: Analysis, table: Text, system: System | None = None) -> Text:
    """Return the title: unit, system and name of the table.

    The unit is the one that compiles the whole, for a system's own sheet the one that answers for
    it. A unit with whose name the system's begins is not said twice.
    """
    workspace = analysis.workspace
    record = workspace.record
    if system is None:
        name = record.title or record.name
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


def is_doubtful(row: Row) -> bool:
    """Whether a row's status is only presumed, or nobody has verified its facts."""
    return row.status.basis is Basis.PRESUMED or row.item.unverified


def doubtful(rows: Iterable[Row]) -> int:
    """Return how many rows rest on presumption or unverified facts."""
    return sum(map(is_doubtful, rows))

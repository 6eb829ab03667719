"""The rows of the tables: every item once in a system, with its class on the day.

A row is a distinct (system, item). Rows are sorted and numbered in a way that does not depend on
the day, so that a standard keeps its 体系编号 when its status changes.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from stdsys.analysis.counting.row_codes import codes_of
from stdsys.analysis.life_cycle.replacements import Replacements
from stdsys.analysis.life_cycle.statuses import Statuses, StatusOn
from stdsys.analysis.life_cycle.successions import Successions
from stdsys.model.items import Document, Edition, Item
from stdsys.model.status import Status
from stdsys.model.workspace import Entry, Node, System, Workspace
from stdsys.numbers import Level

SortKey: TypeAlias = tuple[object, ...]
"""Compares with keys that the same function made."""


class RowClass(StrEnum):
    """What a row counts as: in force, upcoming, planned, of unknown status, obsolete."""

    E = "in-force"
    U = "upcoming"
    P = "planned"
    X = "unknown"
    O = "obsolete"  # noqa: E741 - the letters are those of the counting rules


_CLASSES = {
    Status.IN_FORCE: RowClass.E,
    Status.UPCOMING: RowClass.U,
    Status.PLANNED: RowClass.P,
    Status.DRAFTING: RowClass.P,
    Status.UNKNOWN: RowClass.X,
    Status.REPLACED: RowClass.O,
    Status.WITHDRAWN: RowClass.O,
}


def class_of(status: StatusOn) -> RowClass:
    """Return the class that a status counts as."""
    return _CLASSES[status.status]


def is_listed(cls: RowClass, *, succession: bool) -> bool:
    """Whether an item is neither obsolete nor the succession of one in force."""
    return cls is not RowClass.O and not succession


def is_outside(level: Level | None) -> bool:
    """Whether a level is none of the five: JJF, TSG, ISO …, laws and other documents."""
    return level is Level.OTHER


class Row(Struct, frozen=True, eq=False):
    """An item in a system's tables.

    `entry` is the first entry of the item in the system (a second one is rule N005's). `shared`
    marks a row of a shared base (共用) that is shown in the table of a system using it; `system` is
    the base then. `succession_of` holds the keys of the rows in force, in the same scope, that this
    upcoming or planned item is to replace. `code` is the 体系编号.
    """

    entry: Entry
    status: StatusOn
    cls: RowClass
    shared: bool
    succession_of: tuple[str, ...]
    code: str
    top_node: Node | None

    @property
    def item(self) -> Item:
        """The item that the entry places."""
        return self.entry.item

    @property
    def system(self) -> str:
        """The id of the system that holds the entry."""
        return self.entry.system

    @property
    def level(self) -> Level | None:
        """The item's level; None where the number does not tell it and nobody has stated it."""
        return self.entry.item.level

    @property
    def key(self) -> str:
        """Identity in the workspace: `tea:GB/T 9833.9-2013`."""
        return self.entry.key

    @property
    def numbered(self) -> bool:
        """Whether the item is a standard whose number is known."""
        return isinstance(self.item, Edition) and self.item.number is not None

    @property
    def listed(self) -> bool:
        """Whether it is neither obsolete nor the succession of a row in force."""
        return is_listed(self.cls, succession=bool(self.succession_of))

    @property
    def outside(self) -> bool:
        """Whether it stands outside the five levels: JJF, TSG, ISO …, laws and other documents."""
        return is_outside(self.level)

    @property
    def main(self) -> bool:
        """Whether it stands in the main detail sheet; the number of such rows is 应有数."""
        return self.listed and not self.outside


class Rows:
    """All rows of a workspace on a day."""

    def __init__(
        self,
        workspace: Workspace,
        by_system: Mapping[str, tuple[Row, ...]],
        successions: Successions,
    ) -> None:
        self._workspace = workspace
        self._by_system = by_system
        self._successions = successions

    @classmethod
    def of_workspace(
        cls, workspace: Workspace, statuses: Statuses, replacements: Replacements
    ) -> "Rows":
        """Compute the rows of every system."""
        successions = Successions(workspace, statuses, replacements)
        by_system = {
            system.id: _rows_of(system, statuses, successions)
            for system in workspace.systems.values()
        }
        return cls(workspace, by_system, successions)

    def of(self, system_id: str, *, shared: bool = False) -> tuple[Row, ...]:
        """Return a system's rows: in the tree's order, planned last in a node, by level and number.

        With `shared`, the rows of the bases it uses follow, marked 共用, except items that the
        system places itself. Their succession is judged in the base, where they are counted. An
        unknown system id is a KeyError.
        """
        own = self._by_system[system_id]
        if not shared:
            return own
        shown = {row.item: row for row in own}
        for base in self._workspace.systems[system_id].uses:
            for row in self._by_system.get(base, ()):
                shown.setdefault(row.item, replace(row, shared=True))
        return tuple(shown.values())

    def placements(self) -> tuple[Row, ...]:
        """Return the rows of all systems, shared bases once, with successions across systems.

        An item in two systems has two rows here: its places differ, its class does not.
        """
        return self._placements

    @cached_property
    def _placements(self) -> tuple[Row, ...]:
        rows = [row for of_system in self._by_system.values() for row in of_system]
        in_force = _in_force(rows, self._successions)
        return tuple(self._in_scope(row, in_force) for row in rows)

    def region(self) -> tuple[Row, ...]:
        """Return the distinct rows of the region: the first place of every item."""
        return distinct(self.placements())

    def _in_scope(self, row: Row, in_force: Mapping[str, str]) -> Row:
        succeeded = self._successions.among(row.item, in_force)
        return row if succeeded == row.succession_of else replace(row, succession_of=succeeded)


def distinct(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the first row of every item."""
    first: dict[Item, Row] = {}
    for row in rows:
        first.setdefault(row.item, row)
    return tuple(first.values())


def table_order(item: Item) -> SortKey:
    """Return the sort key of an item in a table: by level, then number, then title.

    Items without a number follow those with one; items without a level come last.
    """
    number = item.number if isinstance(item, Edition) else None
    by_number = (0, number.sort_key) if number is not None else (1, item.title or "", item.key)
    return (_LEVEL_ORDER[item.level], *by_number)


_LEVEL_ORDER: dict[Level | None, int] = {level: order for order, level in enumerate((*Level, None))}


def _rows_of(system: System, statuses: Statuses, successions: Successions) -> tuple[Row, ...]:
    first: dict[Item, Entry] = {}
    for entry in system.entries:
        first.setdefault(entry.item, entry)
    entries = sorted(first.values(), key=_entry_order)
    codes = codes_of(entries)
    rows = []
    for entry in entries:
        status = statuses(entry.item)
        top = system.top_of(entry.node) if entry.node else None
        row = Row(
            entry=entry,
            status=status,
            cls=class_of(status),
            shared=False,
            succession_of=(),
            code=codes[entry],
            top_node=top,
        )
        rows.append(row)
    in_force = _in_force(rows, successions)
    return tuple(
        replace(row, succession_of=succeeded)
        if (succeeded := successions.among(row.item, in_force))
        else row
        for row in rows
    )


def _entry_order(entry: Entry) -> SortKey:
    """Rows without a node follow the tree; within a node planned standards come last."""
    place = (0, entry.node.order) if entry.node else (1, 0)
    planned = not isinstance(entry.item, Edition | Document)
    return (*place, planned, *table_order(entry.item))


def _in_force(rows: Iterable[Row], successions: Successions) -> dict[str, str]:
    """Return the editions in force among rows: the key others replace it by → the row's item."""
    return {
        key: row.item.key
        for row in rows
        if row.cls is RowClass.E
        for key in successions.edition_keys(row.item)
    }

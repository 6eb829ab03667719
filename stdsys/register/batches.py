"""Statements against what is known: which fact holds, and who said it."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from stdsys.register.facts import FACTS, Statement

VARIABLES = 500
"""Values that one question may hold, well below SQLite's smallest limit."""

_COLUMNS = f"id, key, {', '.join(FACTS)}, origin, row, elsewhere"
_AMOUNT = len(FACTS)
_BLANK = ("",) * _AMOUNT


class Row(Struct):
    """An edition of the register while it changes. `said` is (list, row) of each fact."""

    id: int
    key: str
    values: list[str]
    said: list[tuple[int, int]]
    latest: tuple[int, int]
    before: tuple[str, ...] = _BLANK
    touched: bool = False

    def provenance(self) -> tuple[int, int, str | None]:
        """Return list and row of most facts, and where the others come from."""
        elsewhere = [
            f"{name}:{said[0]}:{said[1]}"
            for name, value, said in zip(FACTS, self.values, self.said, strict=True)
            if value and said != self.latest
        ]
        return *self.latest, ";".join(elsewhere) or None


def known_rows(connection: sqlite3.Connection, keys: Collection[str]) -> dict[str, Row]:
    """Return what a register says of these editions, by key."""
    rows = {}
    for stored in stored_rows(connection, keys):
        identity, key, *values, origin, row, elsewhere = stored
        latest = (origin, row)
        others = said_elsewhere(elsewhere)
        said = [others.get(name, latest) for name in FACTS]
        rows[key] = Row(identity, key, list(values), said, latest, tuple(values))
    return rows


def stored_rows(connection: sqlite3.Connection, keys: Collection[str]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of these editions: id, key, the facts, list, row, elsewhere."""
    wanted = sorted(keys)
    for start in range(0, len(wanted), VARIABLES):
        some = wanted[start : start + VARIABLES]
        marks = ", ".join("?" * len(some))
        yield from connection.execute(
            f"SELECT {_COLUMNS} FROM standard WHERE key IN ({marks})", some
        )


def said_elsewhere(text: object) -> dict[str, tuple[int, int]]:
    """Return list and row of the facts that come from another row than most."""
    if not isinstance(text, str) or not text:
        return {}
    found = {}
    for item in text.split(";"):
        name, _, place = item.partition(":")
        origin, _, row = place.partition(":")
        found[name] = (int(origin), int(row))
    return found


class Batch(Struct):
    """Some statements of one list, merged with what is known of their editions.

    `days` holds the day of each list; `last` is the highest id in use.
    """

    known: dict[str, Row]
    days: Mapping[int, str]
    origin: int
    last: int
    new: list[Row] = field(default_factory=list)
    same: int = 0
    """Statements about known editions that told nothing new."""
    _touched: dict[str, Row] = field(default_factory=dict)

    def add(self, statement: Statement) -> None:
        """Merge a statement."""
        key, values, number = statement
        said = (self.origin, number)
        row = self.known.get(key)
        if row is None:
            self.last += 1
            row = Row(self.last, key, list(values), [said] * _AMOUNT, said)
            self.known[key] = row
            self.new.append(row)
            return
        if self._merge(row, values, said) and row.before is not _BLANK:
            self._touched[key] = row
        else:
            self.same += 1

    def _merge(self, row: Row, values: tuple[str, ...], said: tuple[int, int]) -> bool:
        """Take over what is not older than what is known; whether anything is to be written."""
        day = self.days[self.origin]
        taken = False
        for index, value in enumerate(values):
            if not value:
                continue
            known = row.values[index]
            if known and self.days.get(row.said[index][0], "") > day:
                continue
            row.values[index] = value
            row.said[index] = said
            taken = True
        if taken and self.days.get(row.latest[0], "") <= day:
            row.latest = said
        return taken

    @property
    def touched(self) -> list[Row]:
        """The known editions to be written again: a fact is another, or has been said anew."""
        return list(self._touched.values())

    @property
    def changed(self) -> list[Row]:
        """The known editions of which a fact is another now."""
        return [row for row in self._touched.values() if tuple(row.values) != row.before]

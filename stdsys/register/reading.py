"""Questions to a register: what is known of these numbers, which titles hold these words."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any

from msgspec import Struct

from stdsys.numbers import StandardNumber, read
from stdsys.register.batches import VARIABLES, said_elsewhere, stored_rows
from stdsys.register.facts import FACTS, Known, Origin, Said, Successor, relations
from stdsys.register.schema import VERSION, broken, connect
from stdsys.register.words import query_of

_CACHE_KIB = 32 * 1024
_CANDIDATES = 5_000
"""So many finds of the index are looked at; a question that finds more is too wide."""
_NOBODY = Origin(0, "", "", "")
_ALL_AS_LATEST: Mapping[str, Said] = MappingProxyType({})


class Contents(Struct, frozen=True):
    """What a register holds. `standards` counts editions."""

    version: int
    standards: int
    size: int
    origins: tuple[Origin, ...]


class Found(Struct, frozen=True):
    """What a search has found. `more`: there may be more than these."""

    standards: tuple[Known, ...]
    more: bool


class Register:
    """A register, open for questions only. All answers may raise RegisterError: it is damaged."""

    def __init__(self, path: Path) -> None:
        """Open a register; RegisterError if the file is none."""
        self.path = path
        self._connection = connect(path, writing=False)
        self._connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        self._origins = {origin.id: origin for origin in self._read_origins()}

    def __enter__(self) -> "Register":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @property
    def dated(self) -> str:
        """The latest day that any of its lists speaks of."""
        return max((origin.dated for origin in self._origins.values()), default="")

    def contents(self) -> Contents:
        """Return how much the register holds, and of which lists it was made."""
        with self._guarded():
            (count,) = self._connection.execute("SELECT count(*) FROM standard").fetchone()
        return Contents(VERSION, count, self.path.stat().st_size, tuple(self._origins.values()))

    def lookup(self, keys: Collection[str]) -> dict[str, Known]:
        """Return what is known of these editions, by key; what is not known is left out.

        A key is a `StandardNumber.edition_key`. Questions are asked in batches.
        """
        with self._guarded():
            stored = list(stored_rows(self._connection, set(keys)))
            return {known.key: known for known in self._known(stored)}

    def editions(self, number: StandardNumber) -> tuple[str, ...]:
        """Return the keys of all known editions of a number's family, the newest last."""
        family = number.family
        same: list[tuple[Any, str]] = []
        for key in self._keys_from(family):
            other = read(key).number
            if other is not None and other.family == family:
                same.append((other.sort_key, key))
        return tuple(key for _order, key in sorted(same))

    def covers(self, prefix: str) -> bool:
        """Whether any edition is known whose number begins so (`NY/T `, `T/`)."""
        return next(self._keys_from(prefix, 1), None) is not None

    def search(self, text: str, most: int = 20) -> Found:
        """Return the editions that a number, a part of one, or words of a title name.

        A standard number finds its editions and its parts; other words must all be there, in the
        title or the number. Those still in force come first, then by number.
        """
        number = read(text).number
        if number is not None:
            keys = self._numbered(number)
            if keys:
                return self._shown(self.lookup(keys).values(), most, more=False)
        query = query_of(text)
        if query is None:
            return Found((), more=False)
        with self._guarded():
            columns = ", ".join(f"standard.{name}" for name in ("id", "key", *FACTS))
            found = self._connection.execute(
                f"SELECT {columns}, origin, row, elsewhere FROM words JOIN standard "
                "ON standard.id = words.rowid WHERE words MATCH ? LIMIT ?",
                (query.match, _CANDIDATES + 1),
            ).fetchall()
            more = len(found) > _CANDIDATES
            fitting = [row for row in found if query.fits(_text(row[1]), _text(row[2]))]
            return self._shown(self._known(fitting), most, more=more)

    def _numbered(self, number: StandardNumber) -> list[str]:
        """Return the keys that begin with a number: its editions, and parts if it has none."""
        start = number.edition_key
        keys = [key for key in self._keys_from(start) if not key[len(start) :][:1].isalnum()]
        if not keys and number.dated:
            keys = list(self.editions(number))
        return keys

    def _keys_from(self, start: str, most: int = 2_000) -> Iterator[str]:
        with self._guarded():
            yield from (
                _text(key)
                for (key,) in self._connection.execute(
                    "SELECT key FROM standard WHERE key >= ? AND key < ? ORDER BY key LIMIT ?",
                    (start, start + "\U0010ffff", most),
                )
            )

    def _shown(self, known: Iterable[Known], most: int, *, more: bool) -> Found:
        ordered = sorted(known, key=_order)
        return Found(tuple(ordered[:most]), more or len(ordered) > most)

    def _known(self, stored: Iterable[tuple[Any, ...]]) -> list[Known]:
        """Return stored rows as what is known, the successors that others' rows name included."""
        rows = list(stored)
        named = self._successors([_text(row[1]) for row in rows])
        found = []
        for _id, key, *values, origin, number, elsewhere in rows:
            facts = {
                name: value
                for name, value in zip(FACTS, values, strict=True)
                if value and isinstance(value, str)
            }
            said = (
                {name: self._said(*place) for name, place in said_elsewhere(elsewhere).items()}
                if elsewhere
                else _ALL_AS_LATEST
            )
            successors = tuple(named.get(key, ()))
            if "replaced_by" in facts:
                own = relations(facts["replaced_by"])
                successors = tuple({one.key: one for one in (*successors, *own)}.values())
            latest = self._said(origin, number)
            found.append(Known(_text(key), facts, said, latest, successors))
        return found

    def _successors(self, keys: list[str]) -> dict[str, list[Successor]]:
        found: dict[str, list[Successor]] = {}
        ordered = sorted(keys)
        for start in range(0, len(ordered), VARIABLES):
            some = ordered[start : start + VARIABLES]
            marks = ", ".join("?" * len(some))
            for old, new, part in self._connection.execute(
                "SELECT successor.old, standard.key, successor.part FROM successor JOIN standard "
                f"USING (id) WHERE successor.old IN ({marks}) ORDER BY standard.key",
                some,
            ):
                found.setdefault(_text(old), []).append(Successor(_text(new), not part))
        return found

    def _said(self, origin: object, row: object) -> Said:
        known = self._origins.get(origin, _NOBODY) if isinstance(origin, int) else _NOBODY
        return Said(known, row if isinstance(row, int) else 0)

    def _read_origins(self) -> list[Origin]:
        with self._guarded():
            rows = self._connection.execute(
                "SELECT id, source, file, dated, rows, not_taken FROM origin ORDER BY id"
            ).fetchall()
        return [
            Origin(identity, _text(source), _text(file), _text(dated), _count(read), _count(left))
            for identity, source, file, dated, read, left in rows
        ]

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, ValueError) as error:
            damaged = sqlite3.DatabaseError("malformed")
            given = error if isinstance(error, sqlite3.Error) else damaged
            raise broken(self.path, given) from None


_DEAD = frozenset({"withdrawn", "replaced"})


def _order(known: Known) -> tuple[bool, Any, str]:
    number = read(known.key).number
    dead = known.facts.get("status") in _DEAD or bool(known.facts.get("replaced_by"))
    return dead, number.sort_key if number is not None else (), known.key


def _text(value: object) -> str:
    """Return a stored text; a damaged file may hold anything in any column."""
    return value if isinstance(value, str) else ""


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0

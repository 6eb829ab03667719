"""Lists into a register: later ones update earlier facts, one taken in twice changes nothing."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from msgspec import Struct

from stdsys.register.batches import Batch, known_rows
from stdsys.register.facts import FACTS, Statement, relations
from stdsys.register.schema import broken, connect, is_blank, lay_out
from stdsys.register.words import words_of

BATCH = 20_000
"""Statements that are merged at once; this many are in memory."""
_CACHE_KIB = 192 * 1024
_PENDING_BYTES = 32 * 1024 * 1024

Rows = Callable[[], tuple[int, int]]
"""Tells, at the end, how many rows were read and how many of them named no edition."""


class Taken(Struct, frozen=True):
    """What a list has changed. `again`: it had been taken in before, and nothing was read."""

    new: int = 0
    changed: int = 0
    same: int = 0
    again: bool = False


class RegisterWriter:
    """A register open for writing; each list is taken in wholly or not at all."""

    def __init__(self, path: Path) -> None:
        """Open a register, or begin a new one; RegisterError if the file is something else."""
        self._path = path
        self._connection = connect(path, writing=True)
        self._connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        self._connection.execute("PRAGMA synchronous = NORMAL")

    def close(self) -> None:
        """Close the file; a register into which nothing was taken is not left behind."""
        try:
            empty = is_blank(self._connection)
        except sqlite3.Error:
            empty = False
        self._connection.close()
        if empty:
            self._path.unlink(missing_ok=True)

    def holds(self, digest: str) -> bool:
        """Whether a list, by its digest, has been taken in before."""
        try:
            return not is_blank(self._connection) and self._find(digest)
        except sqlite3.Error as error:
            raise broken(self._path, error) from None

    def take(
        self,
        statements: Iterable[Statement],
        *,
        source: str,
        file: str,
        dated: str,
        digest: str,
        rows: Rows,
    ) -> Taken:
        """Take a list in.

        A fact of this list holds if none is known, or none of a later day; of rows about one
        edition the last one does. `dated` is the day the list speaks of, `digest` tells the list
        (its content, source and day) from others. RegisterError, and all as before, if the file
        cannot be written; whatever the statements raise passes through likewise.
        """
        with self._transaction():
            if self._find(digest):
                return Taken(again=True)
            execute = self._connection.execute
            (origin,) = execute("SELECT coalesce(max(id), 0) + 1 FROM origin").fetchone()
            days = dict(execute("SELECT id, dated FROM origin")) | {origin: dated}
            (last,) = execute("SELECT coalesce(max(id), 0) FROM standard").fetchone()
            new = changed = same = 0
            iterator = iter(statements)
            while taken := list(islice(iterator, BATCH)):
                known = known_rows(self._connection, {one.key for one in taken})
                batch = Batch(known, days, origin, last)
                for statement in taken:
                    batch.add(statement)
                last = batch.last
                self._write(batch)
                new += len(batch.new)
                changed += len(batch.changed)
                same += batch.same
            count, not_taken = rows()
            execute(
                "INSERT INTO origin VALUES (?, ?, ?, ?, ?, ?, ?)",
                (origin, source, file, dated, digest, count, not_taken),
            )
        return Taken(new, changed, same)

    def _find(self, digest: str) -> bool:
        found = self._connection.execute("SELECT 1 FROM origin WHERE digest = ?", (digest,))
        return found.fetchone() is not None

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        connection = self._connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                if is_blank(connection):
                    lay_out(connection)
                    connection.execute(
                        f"INSERT INTO words(words, rank) VALUES ('hashsize', {_PENDING_BYTES})"
                    )
                yield
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise broken(self._path, error) from None

    def _write(self, batch: Batch) -> None:
        """Write a batch; the index of words and the successors follow titles and `replaces`."""
        many = self._connection.executemany
        columns = len(FACTS)
        marks = ", ".join("?" * (columns + 5))
        many(
            f"INSERT INTO standard VALUES ({marks})",
            ((row.id, row.key, *row.values, *row.provenance()) for row in batch.new),
        )
        assigned = ", ".join(f"{fact} = ?" for fact in FACTS)
        many(
            f"UPDATE standard SET {assigned}, origin = ?, row = ?, elsewhere = ? WHERE id = ?",
            ((*row.values, *row.provenance(), row.id) for row in batch.touched),
        )
        title, replaces = FACTS.index("title"), FACTS.index("replaces")
        renamed = [row for row in batch.changed if row.before[title] != row.values[title]]
        many(
            "INSERT INTO words(words, rowid, text) VALUES ('delete', ?, ?)",
            ((row.id, words_of(row.key, row.before[title])) for row in renamed),
        )
        many(
            "INSERT INTO words(rowid, text) VALUES (?, ?)",
            ((row.id, words_of(row.key, row.values[title])) for row in (*batch.new, *renamed)),
        )
        rehung = [row for row in batch.changed if row.before[replaces] != row.values[replaces]]
        many(
            "DELETE FROM successor WHERE old = ? AND id = ?",
            ((old.key, row.id) for row in rehung for old in relations(row.before[replaces])),
        )
        many(
            "INSERT OR REPLACE INTO successor VALUES (?, ?, ?)",
            (
                (old.key, row.id, 0 if old.whole else 1)
                for row in (*batch.new, *rehung)
                for old in relations(row.values[replaces])
            ),
        )

"""The layout of a register file, and whether a file is one."""

import sqlite3
from pathlib import Path

from stdsys.messages import _
from stdsys.register.facts import FACTS
from stdsys.register.refusal import RegisterError

APPLICATION = 0x53544453
"""`STDS`, by which the file says whose it is (`PRAGMA application_id`)."""
VERSION = 1
"""Of the layout (`PRAGMA user_version`)."""

TABLES = {
    "origin": "CREATE TABLE origin (id INTEGER PRIMARY KEY, source TEXT NOT NULL, "
    "file TEXT NOT NULL, dated TEXT NOT NULL, digest TEXT NOT NULL UNIQUE, "
    "rows INTEGER NOT NULL, not_taken INTEGER NOT NULL)",
    "standard": "CREATE TABLE standard (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, "
    + ", ".join(f"{fact} TEXT NOT NULL" for fact in FACTS)
    + ", origin INTEGER NOT NULL, row INTEGER NOT NULL, elsewhere TEXT)",
    "successor": "CREATE TABLE successor (old TEXT NOT NULL, id INTEGER NOT NULL, "
    "part INTEGER NOT NULL, PRIMARY KEY (old, id)) WITHOUT ROWID",
    "words": "CREATE VIRTUAL TABLE words USING fts5(text, content='', detail=none, "
    "columnsize=0, tokenize='ascii')",
}
"""`standard.origin` and `row` say where all facts of an edition come from but those `elsewhere`
(`title:3:120` means: the title comes from row 120 of list 3). `successor` is the other side of
`replaces`: the edition `id` replaces `old`."""

_MAGIC = b"SQLite format 3\0"


def connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    """Open a register, to write into it or only to read; RegisterError if the file is none.

    A register that is read is opened as one that nobody changes; traces of an import that is
    running or has been cut off are therefore refused.
    """
    unfinished = _has_trace(path)
    if not writing and unfinished:
        raise RegisterError(
            _(
                "an import into the register {file} is running or has been cut off; when none "
                "is running, the next one restores it",
                file=path,
            )
        )
    if not writing or (path.exists() and not unfinished and not _is_void(path)):
        _check_file(path)
    mode = "mode=rwc" if writing else "mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?{mode}", uri=True, isolation_level=None, timeout=10
        )
    except sqlite3.Error as error:
        raise broken(path, error) from None
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        if not (writing and is_blank(connection)):
            _check_layout(connection, path)
        if unfinished:
            _clear_trace(connection)
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.Error):
            raise broken(path, error) from None
        raise
    return connection


def is_blank(connection: sqlite3.Connection) -> bool:
    """Whether a file holds nothing yet, whoever made it."""
    (marks,) = connection.execute("PRAGMA application_id").fetchone()
    return not marks and not connection.execute("SELECT 1 FROM sqlite_master").fetchone()


def lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables of a new register, within the transaction that fills them."""
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    for statement in TABLES.values():
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def broken(path: Path, error: sqlite3.Error) -> RegisterError:
    """Return the refusal of a register at which SQLite gave up."""
    reason = str(error)
    if "locked" in reason:
        return RegisterError(
            _("the register {file} is being written by somebody else; try again", file=path)
        )
    if isinstance(error, sqlite3.OperationalError) and "malformed" not in reason:
        return RegisterError(
            _("the register {file} cannot be used: {reason}", file=path, reason=reason)
        )
    return RegisterError(
        _("the register {file} is damaged; import its lists into a new one", file=path)
    )


def no_register(path: Path) -> RegisterError:
    """Return the refusal of a file that is something else."""
    return RegisterError(
        _(
            "{file} is no register; make one with: stdsys register import FILE… --to {file}",
            file=path,
        )
    )


def _check_file(path: Path) -> None:
    try:
        if not path.exists():
            raise _missing(path)
        if not path.is_file():
            raise no_register(path)
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        reason = error.strerror or str(error)
        raise RegisterError(
            _("the register {file} cannot be read: {reason}", file=path, reason=reason)
        ) from None
    if head != _MAGIC:
        raise no_register(path)


def _missing(path: Path) -> RegisterError:
    return RegisterError(
        _(
            "there is no register {file}; make one with: stdsys register import FILE… --to {file}",
            file=path,
        )
    )


def _has_trace(path: Path) -> bool:
    """Whether an import is running, or has been cut off: its trace restores the file."""
    traces = (path.with_name(path.name + ending) for ending in ("-journal", "-wal"))
    return any(trace.is_file() and trace.stat().st_size for trace in traces)


def _clear_trace(connection: sqlite3.Connection) -> None:
    """Let SQLite remove the trace of an import that was cut off before it changed the file.

    What an import had changed has been restored at the first question; its trace went with that.
    """
    connection.execute("BEGIN IMMEDIATE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("COMMIT")


def _is_void(path: Path) -> bool:
    return path.is_file() and not path.stat().st_size


def _check_layout(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse what is no register: only a file whose tables are just ours is ever asked."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        raise no_register(path)
    if version > VERSION:
        raise RegisterError(
            _("the register {file} was made by a newer stdsys; please update", file=path)
        )
    found = {
        name: sql
        for name, sql in connection.execute("SELECT name, sql FROM sqlite_master")
        if not (str(name).startswith(("sqlite_autoindex_", "words_")) and _is_storage(sql))
    }
    if found != TABLES:
        raise no_register(path)


def _is_storage(sql: object) -> bool:
    """Whether an entry of the schema is an index or table by which SQLite keeps what is ours."""
    return sql is None or (isinstance(sql, str) and sql.startswith("CREATE TABLE 'words_"))

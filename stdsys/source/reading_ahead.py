"""The plain files of a large workspace, read by a second process while this one makes the model."""

import marshal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from stdsys.source.decoding import Problem, read_text
from stdsys.source.discovery import MAIN_FILE, list_files
from stdsys.source.plain_lines import Plain, read_plain
from stdsys.source.second_process import SecondProcess, may_start

FEWEST = 50
"""With fewer files a second process is not worth its start."""


class ReadingAhead:
    """What the second process has read: ask for the files in the order of their names."""

    def __init__(self, process: SecondProcess) -> None:
        """Take the process that sends the files."""
        self._process = process
        self._next = self._receive()

    def take(self, file: str) -> Plain | None:
        """Return what a file says; None for one that is not plain, or was not read."""
        while self._next is not None and self._next[0] < file:  # left out by `exclude`
            self._next = self._receive()
        if self._next is None or self._next[0] != file:
            return None
        _name, data, stated = self._next
        self._next = self._receive()
        return None if data is None else Plain(data, stated)

    def _receive(self) -> tuple[str, Any, bool] | None:
        message = self._process.receive()
        return None if message is None else marshal.loads(message)


@contextmanager
def reading_ahead(root: Path) -> Iterator[ReadingAhead | None]:
    """Have the files of the workspace at `root` read by a second process, if there are many."""
    process = None
    if may_start() and len(list_files(root).files) >= FEWEST:
        process = SecondProcess.start(lambda send: _read(root, send))
    if process is None:
        yield None
        return
    try:
        yield ReadingAhead(process)
    finally:
        process.close()


def _read(root: Path, send: Callable[[bytes], None]) -> None:
    main = _plain(root, MAIN_FILE)
    for file in list_files(root, _excluded(main)).files:
        plain = None if file == MAIN_FILE else _plain(root, file)
        send(marshal.dumps((file, None, False) if plain is None else (file, *plain)))


def _plain(root: Path, file: str) -> Plain | None:
    text = read_text(root / file)
    return None if isinstance(text, Problem) else read_plain(text)


def _excluded(main: Plain | None) -> Sequence[str]:
    """Return what `workspace: exclude:` names, if it is written as a list; else nothing."""
    match None if main is None else main.data:
        case {"workspace": {"exclude": [*patterns]}} if all(isinstance(p, str) for p in patterns):
            return patterns
        case _:
            return ()

"""Files that are written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from stdsys.messages import Text, _


class OutputError(Exception):
    """A file that cannot be written; `message` is one sentence for the user."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.msgid)
        self.message = message


@contextmanager
def atomic_file(path: Path) -> Iterator[Path]:
    """Give a path beside `path` to write to; what was written takes its place on success.

    A run that fails or is killed leaves the old file or the new one, never half of one. Folders
    above are made. OutputError says why a file cannot be written there.
    """
    target = _checked(path)
    draft = target.with_name(f".{target.name[:100]}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        yield draft
        _flush(draft)
        draft.replace(target)
    except OSError as error:
        raise OutputError(_cannot(path, error.strerror or str(error))) from None
    finally:
        _discard(draft)


def write_text(path: Path, text: str) -> None:
    """Write a text file as UTF-8 with LF, whole or not at all; OutputError as `atomic_file`."""
    with atomic_file(path) as draft:
        draft.write_text(text, encoding="utf-8", newline="\n")


def _checked(path: Path) -> Path:
    """Return where the file really goes; a link is followed, so that it stays a link."""
    if path.is_dir():
        raise OutputError(_("{path} is a folder, not a file", path=path))
    if path.exists() and not path.is_file():
        raise OutputError(_("{path} is not an ordinary file", path=path))
    return path.resolve() if path.is_symlink() else path


def _flush(draft: Path) -> None:
    """Make sure the bytes are on the disk before the name is."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _discard(draft: Path) -> None:
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def _cannot(path: Path, reason: str) -> Text:
    return _("{path} cannot be written: {reason}", path=path, reason=reason)

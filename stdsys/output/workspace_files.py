"""Files of a workspace, written so that a run that fails leaves what was there before."""

import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from stdsys.messages import Text, _
from stdsys.output.atomic import OutputError, atomic_file
from stdsys.source.decoding import MAX_BYTES
from stdsys.source.edits import Edit, EditRefusedError, edited


def check_new_folder(folder: Path) -> None:
    """Raise OutputError unless a workspace can be made there: the folder is new or empty."""
    try:
        free = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    except OSError as error:
        raise OutputError(_cannot(folder, error)) from None
    if not free:
        raise OutputError(_("{path} is not empty: choose a new folder", path=folder))


def create_workspace(folder: Path, files: Mapping[str, str]) -> None:
    """Write path → text into a new or empty folder, all at once or not at all.

    OutputError if the folder holds anything, cannot be written, or a file would be too large to
    be read again.
    """
    check_new_folder(folder)
    for path, text in files.items():
        _check_size(path, text.encode())
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".stdsys-") as temporary:
            fresh = Path(temporary) / "new"
            for path, text in files.items():
                target = fresh / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8", newline="\n")
            if folder.exists():
                folder.rmdir()
            fresh.rename(folder)
    except OSError as error:
        raise OutputError(_cannot(folder, error)) from None


class ChangedFiles(Struct):
    """Changes to the files of a workspace that can be taken back.

    `before` and `after` hold the bytes by path; None before: the file is new. `refused` are the
    edits that cannot be made in place, by file.
    """

    root: Path
    before: dict[str, bytes | None] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)
    refused: dict[str, tuple[Edit, ...]] = field(default_factory=dict)

    def edit(self, path: str, edits: Sequence[Edit]) -> None:
        """Prepare edits of a file; those that it does not allow are remembered as refused."""
        try:
            data = (self.root / path).read_bytes()
        except OSError as error:
            raise OutputError(_cannot(self.root / path, error)) from None
        made = _makeable(data, edits)
        if made:
            changed = edited(data, made)
            _check_size(path, changed)
            self.before[path], self.after[path] = data, changed
        kept = {id(edit) for edit in made}
        if left := tuple(edit for edit in edits if id(edit) not in kept):
            self.refused[path] = left

    def add(self, path: str, text: str) -> None:
        """Prepare a new file."""
        data = text.encode()
        _check_size(path, data)
        self.before[path], self.after[path] = None, data

    def write(self) -> None:
        """Write everything; OutputError, and all as before, if anything cannot be written."""
        for path, before in self.before.items():
            if self._now(path) != before:
                changed = _("{path} has changed meanwhile; nothing was written", path=path)
                raise OutputError(changed)
        try:
            # A new file first: entries must not name what is not there yet.
            for path in sorted(self.after, key=lambda path: (self.before[path] is not None, path)):
                _write(self.root / path, self.after[path])
        except BaseException:
            self.restore()
            raise

    def restore(self) -> None:
        """Put everything back as it was."""
        for path, before in self.before.items():
            target = self.root / path
            if before is not None:
                if self._now(path) != before:
                    _write(target, before)
                continue
            with suppress(OSError):
                target.unlink(missing_ok=True)
                target.parent.rmdir()  # only if it is empty

    def _now(self, path: str) -> bytes | None:
        try:
            return (self.root / path).read_bytes()
        except OSError:
            return None


def _makeable(data: bytes, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits that a file allows, found by halves: nearly always it allows all."""
    try:
        edited(data, edits)
    except EditRefusedError:
        if len(edits) == 1:
            return []
        middle = len(edits) // 2
        first = _makeable(data, edits[:middle])
        kept = first + _makeable(data, edits[middle:])
        if len(kept) == len(edits):
            return first  # each half alone, but not together
        return _makeable(data, kept) if kept else []
    return list(edits)


def _write(path: Path, data: bytes) -> None:
    with atomic_file(path) as draft:
        draft.write_bytes(data)


def _check_size(path: str, data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise OutputError(
            _(
                "{path} would be larger than {limit} MiB, more than stdsys reads; import the "
                "workbook in parts",
                path=path,
                limit=MAX_BYTES // 1024 // 1024,
            )
        )


def _cannot(path: Path, error: OSError) -> Text:
    return _("cannot write to {path}: {reason}", path=path, reason=error.strerror or str(error))

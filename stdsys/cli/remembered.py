"""Answers that were given before: the same command line about the same files needs no second run.

An answer is remembered with the digest of every file that it rests on, in the user's own cache
folder, as JSON. It is never taken on trust: other content, other words, another day, another
stdsys, and the question is answered afresh. A file that cannot be read as an answer counts as
none, and is written anew. `STDSYS_CACHE=off` (or `--no-cache`) does without.

This is looked up before anything else: it imports neither the command line's library nor the model.
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from stdsys import __version__
from stdsys.cli.endings import CommandError
from stdsys.cli.workspace_root import workspace_root
from stdsys.messages import choose_language
from stdsys.source.snapshot import Snapshot, snapshot

if TYPE_CHECKING:
    from stdsys.source.loading import Loaded

FORMAT = 2
"""Version of what is written; other versions are not read."""

MOST_KEPT = 200
"""So many answers are kept; the oldest give way."""

LONGEST = 8 << 20
"""Longer answers (in characters) are not kept."""

_RECENT = 2_000_000_000
"""A file changed so shortly before the run (in nanoseconds) may change again in the same tick."""

_TICK = 20_000_000
"""File systems tell the time in ticks: so much (in nanoseconds) may a change seem too early."""


class Answer(Struct, frozen=True):
    """What a command printed, and the exit code it ended with."""

    text: str
    code: int


class Remembered:
    """The answer to one command line, given in one folder, on one day, for one kind of reader."""

    def __init__(self, question: Sequence[object]) -> None:
        """Take all that the answer depends on besides the workspace's files."""
        made_by = (__version__, _code_stamp(), sys.version)
        asked = json.dumps([str(part) for part in (*made_by, *question)])
        self._name = hashlib.blake2b(asked.encode(), digest_size=16).hexdigest()
        self._began = time.time_ns()

    @classmethod
    def of(cls, words: Sequence[str]) -> "Remembered | None":
        """Return what is remembered of a command line; None where nothing can be.

        Words are compared as they are typed: this comes before anything that could read them.
        """
        if cache_folder() is None:
            return None
        try:
            folder = Path.cwd()
        except OSError:
            return None
        return cls((folder, date.today(), choose_language(None), *_reader(), *words))

    @property
    def _path(self) -> Path | None:
        folder = cache_folder()
        return None if folder is None else folder / f"{self._name}.json"

    def recall(self) -> Answer | None:
        """Return the answer that was given when the files were exactly as they are now, if any."""
        path = self._path
        if path is None:
            return None
        try:
            kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            if kept["format"] != FORMAT:
                return None
            then = Snapshot(
                dict(kept["files"]),
                tuple(kept["exclude"]),
                tuple(kept["skipped"]),
                dict(kept["evidence"]),
            )
            stated = kept["workspace"]
            root = workspace_root(None if stated is None else Path(stated))
            if str(root) != kept["root"]:  # there is a nearer one by now
                return None
            now = snapshot(root, then.exclude, then.evidence)
            text, code = kept["text"], kept["code"]
        except (CommandError, OSError, ValueError, LookupError, TypeError, AttributeError):
            return None
        sound = isinstance(text, str) and isinstance(code, int)
        return Answer(text, code) if sound and now.same_as(then) else None

    def keep(self, answer: Answer, workspace: Path | None, loaded: "Loaded") -> None:
        """Remember an answer, unless a file may have changed since the run began.

        `workspace` is the folder stated on the command line, None where it was looked for, and
        `loaded` what the answer was drawn from.
        """
        path = self._path
        if path is None or len(answer.text) > LONGEST:
            return
        with suppress(CommandError, OSError, ValueError):
            root = workspace_root(workspace)
            now = snapshot(root, loaded.workspace.record.exclude, loaded.evidence)
            absent = {path for path, is_there in now.evidence.items() if not is_there}
            changed = now.files.keys() != set(loaded.files) or absent != loaded.absent
            if changed or now.newest > self._began - _RECENT or now.moved > self._began - _TICK:
                return
            kept = {
                "format": FORMAT,
                "workspace": None if workspace is None else str(workspace),
                "root": str(root),
                "files": now.files,
                "exclude": now.exclude,
                "skipped": now.skipped,
                "evidence": now.evidence,
                "text": answer.text,
                "code": answer.code,
            }
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write_whole(path, json.dumps(kept, ensure_ascii=False))
            _forget_oldest(path.parent)


def _reader() -> tuple[object, ...]:
    """Return what the look of a text on standard output depends on."""
    if not sys.stdout.isatty():
        return (False,)
    from shutil import get_terminal_size

    plain = os.environ.get("NO_COLOR"), os.environ.get("TERM")
    return (True, *plain, get_terminal_size().columns)


def cache_folder() -> Path | None:
    """Return the folder of answers: `STDSYS_CACHE`, else the user's cache; None if it is off."""
    stated = os.environ.get("STDSYS_CACHE", "")
    if stated.lower() in ("off", "no", "0", "false"):
        return None
    if stated:
        return Path(stated)
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "stdsys" / "answers"
    except RuntimeError:  # no home
        return None


def _code_stamp() -> int:
    """Return when a file of the program last changed, or what is installed beside it."""
    package = Path(__file__).parents[1]
    if not (package.parent / "pyproject.toml").is_file():
        return package.parent.stat().st_mtime_ns  # whatever is installed changes this folder
    newest, folders = 0, [str(package)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if not entry.is_dir():
                    newest = max(newest, entry.stat().st_mtime_ns)
                elif entry.name != "__pycache__":
                    folders.append(entry.path)
    return newest


def _write_whole(path: Path, text: str) -> None:
    """Write beside the file under a name of its own, then rename: runs at once stay apart."""
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
    for path in kept[:-MOST_KEPT]:
        path.unlink(missing_ok=True)

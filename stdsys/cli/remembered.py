"""Answers that were given before: the same question about the same files needs no second run.

An answer is remembered with the digest of every file that it rests on, in the user's own cache
folder, as JSON. It is never taken on trust: other content, other options, another day, another
stdsys, and the question is answered afresh. A file that cannot be read as an answer counts as
none, and is written anew. `STDSYS_CACHE=off` (or `--no-cache`) does without.
"""

import hashlib
import json
import os
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stdsys import __version__
from stdsys.source.snapshot import Snapshot, snapshot

FORMAT = 1
"""Version of what is written; other versions are not read."""

MOST_KEPT = 200
"""So many answers are kept; the oldest give way."""

LONGEST = 8 << 20
"""Longer answers (in characters) are not kept."""

_RECENT = 2_000_000_000
"""A file changed so shortly before the run (in nanoseconds) may change again in the same tick."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, and the exit code it ended with."""

    text: str
    code: int


class Remembered:
    """The answers to one question about one workspace."""

    def __init__(self, root: Path, question: tuple[object, ...]) -> None:
        """Take the workspace's folder, and all that the answer depends on besides its files."""
        self._root = root
        made_by = (__version__, _code_stamp(), sys.version)
        asked = json.dumps([str(root.resolve()), *map(str, (*made_by, *question))])
        self._name = hashlib.blake2b(asked.encode(), digest_size=16).hexdigest()
        self._began = time.time_ns()

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
            now = snapshot(self._root, then.exclude, then.evidence)
            text, code = kept["text"], kept["code"]
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return None
        sound = isinstance(text, str) and isinstance(code, int)
        return Answer(text, code) if sound and now.same_as(then) else None

    def keep(self, answer: Answer, exclude: tuple[str, ...], evidence: frozenset[str]) -> None:
        """Remember an answer, unless a file may have changed since the run began."""
        path = self._path
        if path is None or len(answer.text) > LONGEST:
            return
        with suppress(OSError, ValueError):
            now = snapshot(self._root, exclude, evidence)
            if now.newest > self._began - _RECENT:
                return
            kept = {
                "format": FORMAT,
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
    """Return when the program's own code last changed, where it is run from its sources."""
    package = Path(__file__).parents[1]
    if not (package.parent / "pyproject.toml").is_file():
        return 0
    return max(path.stat().st_mtime_ns for path in package.rglob("*.py"))


def _write_whole(path: Path, text: str) -> None:
    """Write beside the file under a name of its own, then rename: runs at once stay apart."""
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

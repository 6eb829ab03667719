"""What the files of a workspace hold, in short: has anything changed since an answer was given?

This module is imported before anything is read, so it imports nothing that reads YAML.
"""

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from stdsys.source.discovery import list_files


class Snapshot(Struct, frozen=True):
    """The digests of a workspace's files, by path, and what else its reading depends on.

    `exclude` are the patterns of files left out, `skipped` the paths that were not read, `evidence`
    tells of each file named as evidence whether it is there. `newest` is the time of the last
    change to any file, `moved` that of the last change to a name or a right, in nanoseconds.
    """

    files: dict[str, str]
    exclude: tuple[str, ...]
    skipped: tuple[str, ...]
    evidence: dict[str, bool]
    newest: int = 0
    moved: int = 0

    def same_as(self, other: "Snapshot") -> bool:
        """Whether both say the same of the workspace."""
        return (
            self.files == other.files
            and self.skipped == other.skipped
            and self.evidence == other.evidence
        )


def snapshot(root: Path, exclude: Sequence[str], evidence: Iterable[str]) -> Snapshot:
    """Take a snapshot of the workspace at `root`; OSError if a file cannot be read."""
    listing = list_files(root, exclude)
    files: dict[str, str] = {}
    newest = moved = 0
    for path in listing.files:
        with (root / path).open("rb") as file:
            files[path] = hashlib.file_digest(file, "blake2b").hexdigest()
            status = os.fstat(file.fileno())
            newest = max(newest, status.st_mtime_ns)
            moved = max(moved, status.st_ctime_ns)
    return Snapshot(
        files,
        tuple(exclude),
        tuple(skip.path for skip in listing.skipped),
        {path: (root / path).is_file() for path in sorted(evidence)},
        newest,
        moved,
    )

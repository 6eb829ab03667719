"""What is timed: the commands, and beside them the floor that they are measured by."""

import itertools
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

FLOOR = "floor: yaml.load"
KEPT_FLOOR = "floor, all kept"
COLD = "validate, cold"
FIRST = "validate, cold, making the cache"
WARM = "validate, warm"
CHANGED = "validate, one file changed"
DETAIL = "export detail"
IMPORT = "import"

_FLOOR = """\
import pathlib, sys, yaml
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""
_KEPT_FLOOR = """\
import pathlib, sys, yaml
paths = sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml"))
data = [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in paths]
"""


def _nothing() -> None:
    """Prepare nothing."""


@dataclass(frozen=True)
class Case:
    """A command; what must be done, untimed, before each run; and the exit codes that are right."""

    name: str
    command: tuple[str, ...]
    prepare: Callable[[], None] = _nothing
    expected: frozenset[int] = frozenset({0})
    folder: Path | None = None
    standard_input: Path | None = None


_CHECKED = frozenset({0, 1})
"""The workspace has faults: what checks it ends with 1 as soon as there are errors among them."""


def program() -> str:
    """Return the path of the installed `stdsys` of this very Python."""
    return str(Path(sys.executable).with_name("stdsys"))


def floor_cases(workspace: Path) -> list[Case]:
    """Return the floor: a bare process that loads the same bytes and drops them file by file.

    Loading and keeping everything takes longer (the garbage collector walks it again and again):
    it stands beside the floor for comparison, and nothing is measured by it.
    """
    return [
        Case(FLOOR, (sys.executable, "-c", _FLOOR, str(workspace))),
        Case(KEPT_FLOOR, (sys.executable, "-c", _KEPT_FLOOR, str(workspace))),
    ]


def validate_cases(workspace: Path, changing: Path, scratch: Path, *, cached: bool) -> list[Case]:
    """Return the runs of `validate`; `changing` is the file that is changed between two of them.

    `cached` tells whether there is a cache to do without. Where there is none, warm and changed
    are timed all the same: they are what users get.
    """
    command = (program(), "validate", str(workspace))
    changes = itertools.count(1)
    text = changing.read_text("utf-8")

    def change() -> None:
        changing.write_text(f"{text}# changed {next(changes)}\n", "utf-8", newline="\n")
        look_old([changing])

    def forget() -> None:
        forget_cache(workspace, scratch)

    cases = [
        Case(WARM, command, expected=_CHECKED),
        Case(CHANGED, command, change, _CHECKED),
    ]
    if cached:
        return [
            Case(COLD, (*command, "--no-cache"), expected=_CHECKED),
            Case(FIRST, command, forget, _CHECKED),
            *cases,
        ]
    return [Case(COLD, command, expected=_CHECKED), *cases]


def answer_cases(workspace: Path, scratch: Path) -> list[Case]:
    """Return the commands that answer and write, for the same workspace."""
    stdsys, folder, out = program(), str(workspace), scratch / "out"

    def empty() -> None:
        shutil.rmtree(out, ignore_errors=True)

    graph = (stdsys, "graph", folder, "--format", "json", "-o", str(scratch / "graph.json"))
    return [
        Case("coverage", (stdsys, "coverage", folder)),
        Case("stats", (stdsys, "stats", folder)),
        Case("graph json", graph),
        Case(DETAIL, (stdsys, "export", "detail", folder, "--out", str(out)), empty),
        Case("build", (stdsys, "build", folder, "--out", str(out)), empty, _CHECKED),
    ]


def import_case(workbook: Path, scratch: Path) -> Case:
    """Return the import of an exported workbook into a new workspace."""
    out = scratch / "imported"

    def empty() -> None:
        shutil.rmtree(out, ignore_errors=True)

    command = (program(), "import", str(workbook), "--out", str(out))
    return Case(IMPORT, command, empty, _CHECKED)


def look_old(files: Iterable[Path]) -> None:
    """Make files look an hour old: an answer about what has just changed is not remembered."""
    hour_ago = time.time() - 3600
    for path in files:
        os.utime(path, (hour_ago, hour_ago))


def forget_cache(workspace: Path, scratch: Path) -> None:
    """Remove every cache that may have been made: beside the workspace's files, or the user's."""
    shutil.rmtree(scratch / "cache", ignore_errors=True)
    for hidden in workspace.glob(".stdsys*"):
        shutil.rmtree(hidden, ignore_errors=True)

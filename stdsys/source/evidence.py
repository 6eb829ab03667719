"""Which of the files named as evidence are in the workspace's folder?"""

from collections.abc import Iterable
from pathlib import Path

from stdsys.model.workspace import Workspace


def evidence_files(workspace: Workspace) -> set[str]:
    """Return every path that a target or a value of a series names as evidence."""
    named = [item for target in workspace.targets.values() for item in target.evidence]
    for series in workspace.series.values():
        named += [item for value in series.values for item in value.evidence]
    return {item.file for item in named if item.file is not None}


def absent_files(root: Path, files: Iterable[str]) -> frozenset[str]:
    """Return the paths that are no file below `root`; a link out of the folder leads nowhere."""
    inside = root.resolve()
    return frozenset(file for file in files if not _is_there(inside, file))


def _is_there(root: Path, file: str) -> bool:
    try:
        found = (root / file).resolve()
        return found.is_relative_to(root) and found.is_file()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name no file system takes
        return False

"""What an item of `members:` leads to: a folder with a workspace, or why it is none."""

import re
from collections.abc import Iterator
from glob import escape
from pathlib import Path

from stdsys.messages import Text, _
from stdsys.model.sections import Sections
from stdsys.model.workspace_record import WorkspaceRecord
from stdsys.source.builder import build
from stdsys.source.decoding import read_text
from stdsys.source.discovery import MAIN_FILE

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://|[\w.-]+@[\w.-]+:")


def folders_inside(root: Path, head: WorkspaceRecord) -> Iterator[str]:
    """Yield exclude patterns of the members inside the workspace's own folder: not its files."""
    real = root.resolve()
    for listed in head.members:
        if not_a_path(listed):
            continue
        try:
            path = (real / slashes(listed)).resolve()
        except (OSError, RuntimeError, ValueError):
            continue
        if path != real and path.is_relative_to(real):
            yield f"./{escape(path.relative_to(real).as_posix())}/**"


def read_head(folder: Path) -> WorkspaceRecord | None:
    """Return the section `workspace:` of a folder's main file; None where it cannot be read."""
    text = read_text(folder / MAIN_FILE)
    built = build(text).data if isinstance(text, str) else None
    if not isinstance(built, dict):
        return None
    sections = Sections()
    sections.read_file(MAIN_FILE, {"workspace": built.get("workspace")}, main=True)
    return sections.workspace


def not_a_path(listed: str) -> tuple[Text, Text | None] | None:
    """Say why a text names no folder at all."""
    if _ADDRESS.match(listed):
        return (
            _("{path} is an address, not a folder", path=listed),
            _("a member is a folder on this computer: copy or clone it beside this one"),
        )
    if not listed.strip():
        return _("the name of a member is empty"), _("write its folder, such as ../county")
    return None


def no_workspace(folder: Path, listed: str) -> tuple[Text, Text | None] | None:
    """Say why a path leads to no workspace."""
    if folder.name == MAIN_FILE and folder.is_file():
        hint = _("name the folder: {path}", path=folder.parent.name)
        return _("{path} is a file, not a folder", path=listed), hint
    if folder.is_file():
        return _("{path} is a file, not a folder", path=listed), None
    if not folder.is_dir():
        hint = _("paths count from the folder of this file")
        if "*" in listed or "?" in listed:
            hint = _("* and ? are not understood here: list every folder")
        return _("the folder {path} does not exist", path=listed), hint
    next(folder.iterdir(), None)  # a folder that may not be read says so
    if not (folder / MAIN_FILE).is_file():
        said = _("{path} is no workspace: it has no {file}", path=listed, file=MAIN_FILE)
        return said, _("make one with: stdsys init {path}", path=listed)
    return None


def slashes(path: str) -> str:
    """Return a path as it is written on every system."""
    return path.replace("\\", "/")

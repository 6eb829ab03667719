"""Which files belong to a workspace: the nearest `stdsys.yaml` upwards, every YAML file below."""

import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from fnmatch import translate
from pathlib import Path
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from stdsys.messages import Text, _

MAIN_FILE = "stdsys.yaml"
SUFFIXES = (".yaml", ".yml")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


class Skipped(NamedTuple):
    """A path that was not read, and why; `unreadable` if the user meant it to be read."""

    path: str
    reason: Text
    unreadable: bool = False


class Listing(Struct, frozen=True):
    """The YAML files of a workspace, `stdsys.yaml` among them: sorted, relative, with `/`.

    `refused` says which exclude patterns are not used, and why.
    """

    files: tuple[str, ...]
    skipped: tuple[Skipped, ...] = ()
    refused: tuple[Text, ...] = ()

    @property
    def faults(self) -> tuple[tuple[str | None, Text], ...]:
        """What somebody must mend: (path, reason), or (None, reason) for an exclude pattern."""
        unreadable = [(skip.path, skip.reason) for skip in self.skipped if skip.unreadable]
        return (*((None, reason) for reason in self.refused), *unreadable)


def find_workspace(start: Path) -> Path | None:
    """Return the nearest folder with a `stdsys.yaml`, from `start` (a folder or file) upwards."""
    real = Path(os.path.realpath(start))
    for folder in (real, *real.parents):
        with suppress(OSError):  # a folder that may not be looked into holds no workspace of ours
            if (folder / MAIN_FILE).is_file():
                return folder
    return None


def list_files(root: Path, exclude: Sequence[str] = ()) -> Listing:
    """List the YAML files below a workspace's folder.

    Left out: hidden files and folders, and what `exclude` names: a pattern with `/` counts from
    the root, one without names a file or folder anywhere; `*` and `?` stay within a name, `**` is
    any number of folders. Links are followed inside the workspace only, and no file is listed
    twice.
    """
    patterns, refused = _compile(exclude)
    walk = _Walk(Path(os.path.realpath(root)))
    walk.folder(str(walk.root), "", patterns)
    walk.follow_links()
    skipped = sorted(walk.skipped, key=lambda skip: skip.path)
    return Listing(tuple(sorted(walk.files)), tuple(skipped), refused)


class _Step(Struct, frozen=True, eq=False):
    """A part of an exclude pattern between slashes; `names` is None for `**`."""

    names: Callable[[str], object] | None
    rest: "_Step | None"


_Steps: TypeAlias = tuple[_Step, ...]
"""What all patterns still expect below a folder."""


def _compile(exclude: Sequence[str]) -> tuple[_Steps, tuple[Text, ...]]:
    """Turn patterns into their first steps, and say which are refused."""
    steps: list[_Step] = []
    refused: list[Text] = []
    for pattern in exclude:
        parts = pattern.replace("\\", "/").split("/")
        names = [part for part in parts if part not in ("", ".")]
        if not names:
            refused.append(_('the exclude pattern "{pattern}" names nothing', pattern=pattern))
        elif parts[0] == "" or re.match("[A-Za-z]:", pattern):
            refused.append(
                _(
                    'the exclude pattern "{pattern}" must be relative to the workspace',
                    pattern=pattern,
                )
            )
        elif ".." in names:
            refused.append(
                _('the exclude pattern "{pattern}" must not contain ".."', pattern=pattern)
            )
        else:
            if len(names) == 1:
                names.insert(0, "**")
            while len(names) > 1 and names[-1] == "**":  # what names a folder names all below it
                names.pop()
            step: _Step | None = None
            for name in reversed(names):
                step = _Step(None if name == "**" else re.compile(translate(name)).match, step)
            steps.extend([step] if step else [])
    return tuple(steps), tuple(refused)


def _advance(steps: _Steps, name: str) -> _Steps | None:
    """Return the steps that may match below a file or folder of this name, None if it is excluded.

    All patterns advance together, one name at a time: no pattern can make this slow.
    """
    open_steps = list(steps)
    reached: list[_Step] = []
    for step in open_steps:
        if step.names is None:
            reached.append(step)
            if step.rest is None:
                return None
            open_steps.append(step.rest)
        elif step.names(name):
            if step.rest is None:
                return None
            reached.append(step.rest)
    return tuple(dict.fromkeys(reached))


class _Walk:
    """The files found so far; links wait until it is known what is read without them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: list[str] = []
        self.skipped: list[Skipped] = []
        self._links: list[tuple[str, str, _Steps]] = []
        self._seen: set[str] = set()  # real paths of the folders and files listed

    def folder(self, path: str, shown: str, steps: _Steps) -> None:
        """List a real folder and all below it; `shown` is its name in the listing, with `/`."""
        folders = [(path, shown, steps)]
        while folders:
            path, shown, steps = folders.pop()
            self._seen.add(path)
            try:
                with os.scandir(path) as scan:
                    entries = list(scan)
            except OSError as error:
                self._unreadable(shown.rstrip("/") or ".", error)
                continue
            for entry in entries:
                if (rest := self._wanted(entry, shown, steps)) is None:
                    continue
                if entry.is_symlink():
                    self._links.append((shown + entry.name, entry.path, rest))
                elif entry.is_dir():
                    folders.append((entry.path, f"{shown}{entry.name}/", rest))
                elif entry.is_file():
                    self._seen.add(entry.path)
                    self.files.append(shown + entry.name)
                else:
                    reason = _("cannot be read: not a regular file")
                    self.skipped.append(Skipped(shown + entry.name, reason, unreadable=True))

    def _wanted(self, entry: "os.DirEntry[str]", shown: str, steps: _Steps) -> _Steps | None:
        """Return what patterns expect below an entry; None if it is not to be listed."""
        name = entry.name
        if name.startswith(".") or not (
            name.endswith(SUFFIXES) or entry.is_symlink() or entry.is_dir()
        ):
            return None
        try:
            name.encode()
        except UnicodeEncodeError:  # no finding could print it
            legible = shown + name.encode("utf-8", "replace").decode()
            reason = _("cannot be read: its name is not UTF-8")
            self.skipped.append(Skipped(legible, reason, unreadable=True))
            return None
        if _CONTROL.search(name):  # a terminal would obey it
            reason = _("cannot be read: its name holds a control character")
            legible = shown + _CONTROL.sub("\ufffd", name)
            self.skipped.append(Skipped(legible, reason, unreadable=True))
            return None
        return _advance(steps, name) if steps else steps

    def follow_links(self) -> None:
        """List what links inside the workspace lead to, unless it is listed already."""
        while self._links:
            self._links.sort(key=lambda link: link[0], reverse=True)
            shown, path, steps = self._links.pop()
            try:
                self._follow(shown, Path(os.path.realpath(path)), steps)
            except OSError as error:
                self._unreadable(shown, error)

    def _follow(self, shown: str, target: Path, steps: _Steps) -> None:
        is_folder = target.is_dir()
        if not is_folder and not shown.endswith(SUFFIXES):
            return
        if not target.is_relative_to(self.root):
            self.skipped.append(Skipped(shown, _("a link out of the workspace is not followed")))
        elif str(target) in self._seen:
            reason = _("a link to {target}, which is read itself", target=self._shown(target))
            self.skipped.append(Skipped(shown, reason))
        elif is_folder:
            self.folder(str(target), shown + "/", steps)
        elif target.is_file():
            self._seen.add(str(target))
            self.files.append(shown)
        else:
            reason = _("cannot be read: a link to nothing")
            self.skipped.append(Skipped(shown, reason, unreadable=True))

    def _shown(self, target: Path) -> str:
        return target.relative_to(self.root).as_posix()

    def _unreadable(self, shown: str, error: OSError) -> None:
        reason = (
            _("cannot be read: permission denied")
            if isinstance(error, PermissionError)
            else _("cannot be read: {reason}", reason=error.strerror or str(error))
        )
        self.skipped.append(Skipped(shown, reason, unreadable=True))

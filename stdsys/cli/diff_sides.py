"""The two states that `stdsys diff` compares: folders, git revisions, the working tree."""

import re
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from stdsys.analysis.difference.finding_changes import Sighting
from stdsys.cli.endings import CommandError
from stdsys.cli.opening import Opened, open_workspace
from stdsys.cli.workspace_root import workspace_root
from stdsys.messages import Language, Text, _
from stdsys.output.differences.sections import Side
from stdsys.source.discovery import MAIN_FILE, find_workspace
from stdsys.source.git import RevisionError
from stdsys.source.loading import UNUSABLE_MEMBER
from stdsys.source.revisions import Repository, Revision

Named: TypeAlias = Path | str | None
"""A folder, the name of a revision, or (None) the workspace as it is now."""

_Opener: TypeAlias = Callable[[Path], Opened]

_RANGE = re.compile(r"(.*?)(\.{2,3})(.*)", re.DOTALL)
_HEAD = "HEAD"


class Question(Struct, frozen=True):
    """What a command line asks to compare; `parted`: from where the two revisions parted.

    `workspace` is the folder whose revisions are meant, if one is named.
    """

    old: Named
    new: Named
    workspace: Path | None = None
    parted: bool = False


class OpenedSide(Struct, frozen=True):
    """One of the states, opened."""

    side: Side
    opened: Opened

    def sightings(self) -> list[Sighting]:
        """Run the rules and return what they found, with what is waived.

        Whether members can be opened depends on where a state is laid out, not on what it says.
        """
        report = self.opened.check(ignore=(UNUSABLE_MEMBER,))
        stands = [Sighting(one.finding, one.position) for one in report.findings]
        return stands + [Sighting(one.finding, one.position, waived=True) for one in report.waived]


def question(old: str, new: str | None, workspace: Path | None) -> Question:
    """Read the words of a command line; CommandError if they do not go together.

    `A..B` compares two revisions, `A...B` what B has since they parted; a missing end is HEAD. A
    revision alone is compared with the working tree. What is a workspace's folder, or is written
    as a path, is a folder.
    """
    if not _is_folder(old) and (found := _RANGE.fullmatch(old)):
        if workspace is not None:
            raise CommandError(_("a range of revisions is followed by the workspace alone"))
        folder = None if new is None else Path(new)
        return Question(found[1] or _HEAD, found[3] or _HEAD, folder, parted=found[2] == "...")
    one = _named(old)
    if new is None and isinstance(one, Path):
        raise CommandError(_("{path} is a folder: say which one to compare it with", path=old))
    other = _named(new) if new is not None else None
    folders = [side for side in (one, other) if isinstance(side, Path)]
    if workspace is not None and len(folders) == 2 and new is not None:
        raise CommandError(_("two folders are compared as they are: leave out the third word"))
    return Question(one, other, workspace or next(iter(folders), None))


def open_sides(
    asked: Question,
    stack: ExitStack,
    *,
    as_of: str | None,
    lang: Language | None,
    quiet: bool,
) -> tuple[OpenedSide, OpenedSide]:
    """Open both states; what is written for them lasts as long as the stack.

    Both are looked at on one day, unless each states its own: a day that only one states holds for
    the other, too.
    """

    def opened(root: Path) -> Opened:
        return open_workspace(root, as_of=as_of, lang=lang, quiet=quiet)

    try:
        before, after = (
            _revision(side, opened, stack) if isinstance(side, Revision) else _folder(side, opened)
            for side in _found(asked)
        )
    except RevisionError as error:
        raise CommandError(error.message) from None
    if as_of is None:
        own = [side.opened.loaded.workspace.record.as_of for side in (before, after)]
        if own[0] and not own[1]:
            after = replace(after, opened=replace(after.opened, as_of=before.opened.as_of))
        elif own[1] and not own[0]:
            before = replace(before, opened=replace(before.opened, as_of=after.opened.as_of))
    return before, after


def _found(asked: Question) -> tuple["_State", "_State"]:
    """Find the revisions that are named; folders stay folders."""
    if not isinstance(asked.old, str) and not isinstance(asked.new, str):
        return asked.old, asked.new
    folder = asked.workspace or find_workspace(Path.cwd()) or Path.cwd()
    repository = Repository(folder.parent if folder.name == MAIN_FILE else folder)
    old = repository.revision(asked.old) if isinstance(asked.old, str) else asked.old
    new = repository.revision(asked.new) if isinstance(asked.new, str) else asked.new
    if asked.parted and isinstance(old, Revision) and isinstance(new, Revision):
        old = repository.common_ancestor(old, new)
    return old, new


_State: TypeAlias = Path | Revision | None


def _folder(folder: Path | None, opened: _Opener) -> OpenedSide:
    found = opened(workspace_root(folder))
    name = _("the working tree") if folder is None else str(folder)
    return OpenedSide(Side(name, None, found.loaded.readable), found)


def _revision(revision: Revision, opened: _Opener, stack: ExitStack) -> OpenedSide:
    into = stack.enter_context(TemporaryDirectory(prefix="stdsys-"))
    found = opened(revision.repository.write(revision, Path(into)))
    name = revision.name
    if name.startswith(revision.short):
        return OpenedSide(Side(name, revision.commit, found.loaded.readable), found)
    called, parts = f"{name} ({revision.short})", (name, revision.short)
    return OpenedSide(Side(called, revision.commit, found.loaded.readable, parts), found)


def caveats(*sides: OpenedSide) -> list[Text]:
    """Say which state could not be read in full: what it lacks looks as if it were not there."""
    return [
        _(
            "{side}: parts of the workspace could not be read, so the comparison is incomplete",
            side=one.side.name,
        )
        for one in sides
        if not one.side.readable
    ]


def _named(word: str) -> Path | str:
    return Path(word) if _is_folder(word) else word


def _is_folder(word: str) -> bool:
    """Whether a word means a folder: a workspace is there, or it is written as a path."""
    path = Path(word)
    try:
        if (path / MAIN_FILE).is_file() or (path.name == MAIN_FILE and path.is_file()):
            return True
    except (OSError, ValueError):
        return False
    written = word in (".", "..") or word.startswith(("./", "../", ".\\", "..\\"))
    return written or path.is_absolute()

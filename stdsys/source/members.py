"""The members of a workspace: the workspaces (counties of a city) that it is rolled up over.

`workspace: {members: [../jiayu, ../chibi]}` names their folders, from the folder of the workspace
that lists them; `..` and absolute paths may be used, an address on the web may not. Members may
have members themselves. Nothing is ever written in their folders.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from glob import escape
from pathlib import Path
from posixpath import join, normpath

from msgspec import Struct

from stdsys.findings import Finding, Place, Related, Severity
from stdsys.messages import Text, _
from stdsys.model.sections import Sections
from stdsys.model.workspace_record import WorkspaceRecord
from stdsys.source.builder import build
from stdsys.source.decoding import decode, read_bytes
from stdsys.source.discovery import MAIN_FILE
from stdsys.source.loading import UNUSABLE_MEMBER

MOST_LEVELS = 10
"""Workspaces that are members of each other in a row: country, province, city, county, …"""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://|[\w.-]+@[\w.-]+:")


class Member(Struct, frozen=True):
    """A workspace that another one lists.

    `shown` is its folder as one can open it from the folder of the whole. `names` are its own name,
    last, and before it those of the members it is a member of.
    """

    folder: Path
    shown: str
    names: tuple[str, ...]

    @property
    def key(self) -> str:
        """What its ids begin with: `city:county` for a member of a member."""
        return ":".join(self.names)


class Members(Struct, frozen=True):
    """All members, each before its own, in the order of the lists; `faults` are of code Y107.

    The places of faults are in the whole's own list, or in that of a member (`../city/stdsys.yaml`,
    from the folder of the whole).
    """

    members: tuple[Member, ...]
    faults: tuple[Finding, ...]

    def own_faults(self) -> Iterator[Finding]:
        """Yield what is wrong with the list of the whole itself."""
        return (fault for fault in self.faults if fault.place.file == MAIN_FILE)


def find_members(root: Path, head: WorkspaceRecord) -> Members:
    """Find the members of the workspace at `root`, and those of its members; never raises."""
    search = _Search()
    here = _Listing(root.resolve(), "", head, ())
    search.seen[here.folder] = None
    search.look_into(here, (), taken=head.name)
    return Members(tuple(search.members), tuple(search.faults))


def folders_inside(head: WorkspaceRecord) -> Iterator[str]:
    """Yield exclude patterns of the members inside the workspace's own folder: not its files."""
    for listed in head.members:
        path = normpath(_slashes(listed))
        if not path.startswith(("/", "..")) and path != "." and not _ADDRESS.match(listed):
            yield f"{escape(path)}/**"


class _Listing(Struct, frozen=True):
    """A workspace that lists members: `shown` is "" for the whole; `top` where the way began."""

    folder: Path
    shown: str
    head: WorkspaceRecord
    names: tuple[str, ...]
    top: Place | None = None

    def place(self, index: int) -> Place:
        """Where an item of the list stands."""
        place = self.head.place.at("members", index)
        return Place(join(self.shown, MAIN_FILE), place.route) if self.shown else place


class _Candidate(Struct, frozen=True):
    listed: str
    folder: Path
    shown: str
    place: Place
    head: WorkspaceRecord | None

    @property
    def name(self) -> str:
        """Its own name; of one whose main file cannot be read the folder's."""
        return self.head.name if self.head else self.folder.name


class _Search:
    """What was found so far; `seen` says where each folder is listed (None: it is the whole)."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self.faults: list[Finding] = []
        self.seen: dict[Path, Place | None] = {}

    def look_into(self, at: _Listing, above: tuple[_Listing, ...], taken: str | None) -> None:
        """Take in the members of one workspace, and theirs; `taken` is a name they cannot bear."""
        way = (*above, at)
        found = list(self._candidates(at, way))
        for one, name in zip(found, _names(found, taken), strict=True):
            names = (*at.names, name)
            self.members.append(Member(one.folder, one.shown, names))
            if one.head is None or not one.head.members:
                continue
            if len(way) == MOST_LEVELS:
                said = _("members are nested more than {limit} levels deep", limit=MOST_LEVELS)
                self._fault(one.place, one.listed, said)
                continue
            top = at.top or one.place
            self.look_into(_Listing(one.folder, one.shown, one.head, names, top), way, None)

    def _candidates(self, at: _Listing, way: Sequence[_Listing]) -> Iterator[_Candidate]:
        for index, listed in enumerate(at.head.members):
            place = at.place(index)
            refusal = _not_a_path(listed)
            if refusal is not None:
                self._fault(place, listed, *refusal)
                continue
            try:
                folder = (at.folder / _slashes(listed)).resolve()
                refusal = _no_workspace(folder, listed)
            except (OSError, RuntimeError, ValueError) as error:
                reason = error.strerror if isinstance(error, OSError) else None
                said = _("{path} cannot be read: {reason}", path=listed, reason=reason or error)
                refusal = (said, None)
            if refusal is not None:
                self._fault(place, listed, *refusal)
            elif not self._repeats(folder, listed, place, at, way):
                self.seen[folder] = place
                shown = _shown(at, listed, folder, way[0].folder)
                yield _Candidate(listed, folder, shown, place, read_head(folder))

    def _repeats(
        self, folder: Path, listed: str, place: Place, at: _Listing, way: Sequence[_Listing]
    ) -> bool:
        """Say so if a folder is the workspace itself, one above it, or listed already."""
        if folder == at.folder:
            hint = _("delete it: its own systems are always part of the whole")
            self._fault(place, listed, _("{path} is the workspace itself", path=listed), hint)
            return True
        circle = [one.head.name for one in way]
        for depth, one in enumerate(way):
            if one.folder == folder:
                names = " → ".join([*circle[depth:], circle[depth]])
                said = _("{path} leads in a circle: {names}", path=listed, names=names)
                where = at.top or place
                related = (Related(place, _("here it leads back")),) if where != place else ()
                self._fault(where, listed, said, None, related)
                return True
        if folder in self.seen:
            first = self.seen[folder]
            related = (Related(first, _("first listed here")),) if first else ()
            said = _("{path} is listed twice", path=listed)
            self._fault(place, listed, said, _("delete one of them"), related)
            return True
        return False

    def _fault(
        self,
        place: Place,
        listed: str,
        message: Text,
        hint: Text | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        fault = Finding(
            UNUSABLE_MEMBER,
            Severity.ERROR,
            message,
            place,
            listed,
            (listed,),
            related=related,
            hint=hint,
        )
        self.faults.append(fault)


def read_head(folder: Path) -> WorkspaceRecord | None:
    """Return the section `workspace:` of a folder's main file; None where it cannot be read."""
    data = read_bytes(folder / MAIN_FILE)
    text = decode(data) if isinstance(data, bytes) else data
    built = build(text).data if isinstance(text, str) else None
    if not isinstance(built, dict):
        return None
    sections = Sections()
    sections.read_file(MAIN_FILE, {"workspace": built.get("workspace")}, main=True)
    return sections.workspace


def _not_a_path(listed: str) -> tuple[Text, Text | None] | None:
    """Say why a text names no folder at all."""
    if _ADDRESS.match(listed):
        return (
            _("{path} is an address, not a folder", path=listed),
            _("a member is a folder on this computer: copy or clone it beside this one"),
        )
    if not listed.strip():
        return _("the name of a member is empty"), _("write its folder, such as ../county")
    return None


def _no_workspace(folder: Path, listed: str) -> tuple[Text, Text | None] | None:
    """Say why a path leads to no workspace."""
    if folder.name == MAIN_FILE and folder.is_file():
        hint = _("name the folder: {path}", path=folder.parent.name)
        return _("{path} is a file, not a folder", path=listed), hint
    if folder.is_file():
        return _("{path} is a file, not a folder", path=listed), None
    if not folder.is_dir():
        hint = _("paths count from the folder of this file")
        return _("the folder {path} does not exist", path=listed), hint
    next(folder.iterdir(), None)  # a folder that may not be read says so
    if not (folder / MAIN_FILE).is_file():
        said = _("{path} is no workspace: it has no {file}", path=listed, file=MAIN_FILE)
        return said, _("make one with: stdsys init {path}", path=listed)
    return None


def _shown(at: _Listing, listed: str, folder: Path, root: Path) -> str:
    """Return a member's folder as it can be opened from the root, without needless `..`."""
    path = join(at.shown, _slashes(listed))
    short = normpath(path)
    try:
        return short if (root / short).resolve() == folder else path
    except (OSError, RuntimeError):
        return path


def _names(found: Sequence[_Candidate], taken: str | None) -> list[str]:
    """Return what members of one list are called: by name; where that is not unique, by folder.

    Where even the folder's name is not, by the path as it is listed: no two may be taken for one.
    """
    names = [one.name for one in found]
    for others in ([one.folder.name for one in found], [one.listed for one in found]):
        often = Counter(names if taken is None else (*names, taken))
        names = [
            other if often[name] > 1 else name for name, other in zip(names, others, strict=True)
        ]
    return names


def _slashes(path: str) -> str:
    return path.replace("\\", "/")

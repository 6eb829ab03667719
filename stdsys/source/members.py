"""The members of a workspace: the workspaces (counties of a city) that it is rolled up over.

`workspace: {members: [../county-a, ../county-b]}` names their folders, from the folder of the
workspace that lists them; `..` and absolute paths may be used, an address on the web may not.
Members may have members themselves. Nothing is ever written in their folders.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, count
from pathlib import Path
from posixpath import join, normpath

from msgspec import Struct
from msgspec.structs import replace

from stdsys.findings import Finding, Place, Related, Severity
from stdsys.messages import Text, _
from stdsys.model.workspace_record import WorkspaceRecord
from stdsys.source.discovery import MAIN_FILE
from stdsys.source.loading import UNUSABLE_MEMBER
from stdsys.source.member_paths import no_workspace, not_a_path, read_head, slashes

MOST_LEVELS = 10
"""Workspaces that are members of each other in a row: country, province, city, county, …"""


class Member(Struct, frozen=True):
    """A workspace that another one lists.

    `shown` is its folder as one can open it from the folder of the whole. `names` are its own name,
    last, and before it those of the members it is a member of; no two members have the same key,
    and none has the name of the whole.
    """

    folder: Path
    shown: str
    names: tuple[str, ...]

    @property
    def depth(self) -> int:
        """How far it is from the whole: 1 for a member of it, 2 for a member of that."""
        return len(self.names)

    @property
    def key(self) -> str:
        """What its ids begin with: `city:county` for a member of a member."""
        return ":".join(self.names)


class ListFault(Struct, frozen=True):
    """What is wrong with an item of a list: a finding of code Y107.

    Its places count from the folder of the whole; `owner` is the folder of the workspace whose list
    it is (as in `Member.shown`, empty for the whole). `missing`: a member is not counted because of
    it; else the item is one too many, and to ignore it loses nothing.
    """

    finding: Finding
    owner: str
    missing: bool

    @property
    def of_owner(self) -> Finding:
        """The finding at its place from the folder of the owner, without further places."""
        return replace(self.finding, place=Place(MAIN_FILE, self.finding.place.route), related=())


class Members(Struct, frozen=True):
    """All members, each before its own, in the order of the lists, and the faults of the lists."""

    members: tuple[Member, ...]
    faults: tuple[ListFault, ...]

    def own_faults(self) -> Iterator[Finding]:
        """Yield what is wrong with the list of the whole itself."""
        return (fault.finding for fault in self.faults if not fault.owner)


def find_members(root: Path, head: WorkspaceRecord) -> Members:
    """Find the members of the workspace at `root`, and those of its members; never raises."""
    search = _Search(head.name)
    here = _Listing(root.resolve(), "", head, ())
    search.seen[here.folder] = None
    search.look_into(here, ())
    return Members(tuple(search.members), tuple(search.faults))


class _Listing(Struct, frozen=True):
    """A workspace that lists members: `shown` is "" for the whole.

    `listed` is what names it in the list of the workspace above, and `entry` where that stands.
    """

    folder: Path
    shown: str
    head: WorkspaceRecord
    names: tuple[str, ...]
    listed: str = ""
    entry: Place | None = None

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

    def __init__(self, name: str) -> None:
        self.members: list[Member] = []
        self.faults: list[ListFault] = []
        self.seen: dict[Path, Place | None] = {}
        self._keys = {name}

    def look_into(self, at: _Listing, above: tuple[_Listing, ...]) -> None:
        """Take in the members of one workspace, and theirs."""
        way = (*above, at)
        found = list(self._candidates(at, way))
        for one, name in zip(found, _names(found, None if above else at.head.name), strict=True):
            member = self._named(one, at.names, name)
            self.members.append(member)
            if one.head is None or not one.head.members:
                continue
            if len(way) == MOST_LEVELS:
                said = _("members are nested more than {limit} levels deep", limit=MOST_LEVELS)
                self._fault(at, one.place, one.listed, said)
                continue
            below = _Listing(one.folder, one.shown, one.head, member.names, one.listed, one.place)
            self.look_into(below, way)

    def _named(self, one: _Candidate, above: tuple[str, ...], name: str) -> Member:
        """Return a member by its name; where another has that key already, by a further one.

        Names may hold a colon: `a:b` beside the member `b` of `a`.
        """
        further = (f"{one.shown}~{number}" for number in count(2))
        for tried in chain((name, one.folder.name, one.shown), further):
            member = Member(one.folder, one.shown, (*above, tried))
            if member.key not in self._keys:
                break
        self._keys.add(member.key)
        return member

    def _candidates(self, at: _Listing, way: Sequence[_Listing]) -> Iterator[_Candidate]:
        for index, listed in enumerate(at.head.members):
            place = at.place(index)
            refusal = not_a_path(listed)
            if refusal is not None:
                self._fault(at, place, listed, *refusal)
                continue
            try:
                folder = (at.folder / slashes(listed)).resolve()
                refusal = no_workspace(folder, listed)
            except (OSError, RuntimeError, ValueError) as error:
                reason = error.strerror if isinstance(error, OSError) else None
                said = _("{path} cannot be read: {reason}", path=listed, reason=reason or error)
                refusal = (said, None)
            if refusal is not None:
                self._fault(at, place, listed, *refusal)
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
            said = _("{path} is the workspace itself", path=listed)
            self._fault(at, place, listed, said, hint, missing=False)
            return True
        for depth, one in enumerate(way):
            if one.folder == folder:
                self._circle(way[depth:], place)
                return True
        if folder in self.seen:
            first = self.seen[folder]
            related = (Related(first, _("first listed here")),) if first else ()
            said = _("{path} is listed twice", path=listed)
            hint = _("delete one of them")
            self._fault(at, place, listed, said, hint, related, missing=False)
            return True
        return False

    def _circle(self, circle: Sequence[_Listing], back: Place) -> None:
        """Say that a way of lists ends where it began: where it leaves the first of them."""
        first, second = circle[0], circle[1]
        names = " → ".join(one.head.name for one in (*circle, first))
        said = _("{path} leads in a circle: {names}", path=second.listed, names=names)
        related = (Related(back, _("here it leads back")),)
        where = second.entry or back
        self._fault(first, where, second.listed, said, None, related, missing=False)

    def _fault(
        self,
        at: _Listing,
        place: Place,
        listed: str,
        message: Text,
        hint: Text | None = None,
        related: tuple[Related, ...] = (),
        *,
        missing: bool = True,
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
        self.faults.append(ListFault(fault, at.shown, missing))


def _shown(at: _Listing, listed: str, folder: Path, root: Path) -> str:
    """Return a member's folder as it can be opened from the root, without needless `..`."""
    path = join(at.shown, slashes(listed))
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

"""Opens a workspace and its members one after another, and keeps what the roll-up needs of each."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from stdsys.analysis.difference.finding_changes import Sighting
from stdsys.analysis.rollup.conflicts import Statement
from stdsys.analysis.rollup.member_summary import MemberSummary, Named
from stdsys.analysis.rollup.whole import RollUp
from stdsys.cli.endings import CommandError
from stdsys.cli.opening import Opened, open_workspace, showing_progress
from stdsys.findings import Finding, Place, Position, Related
from stdsys.messages import Language, Text, Translator, _
from stdsys.model.workspace_record import WorkspaceRecord
from stdsys.output.tables.headings import name_of_whole
from stdsys.source.loading import UNUSABLE_MEMBER, load
from stdsys.source.members import Members, find_members
from stdsys.source.positions import Positions


class RolledUp(Struct, frozen=True):
    """A roll-up, the language to tell it in, and the members' folders by their paths."""

    rollup: RollUp
    say: Translator
    folders: dict[str, Path]
    _positions: dict[str, Positions] = field(default_factory=dict)

    def where(self, statement: Statement) -> Position:
        """Find the line of what a member says, at its path from the folder of the whole."""
        member = statement.member
        if member.folder not in self._positions:
            self._positions[member.folder] = Positions(self.folders[member.folder])
        at = self._positions[member.folder].find(statement.place)
        return Position(member.path(at.file), at.line, at.column)


def roll_up(
    folder: Path | None,
    *,
    as_of: str | None = None,
    lang: Language | None = None,
    quiet: bool = False,
    output: Path | None = None,
) -> RolledUp:
    """Roll a workspace up over its members; CommandError if it has none, or cannot be opened.

    All are looked at on one day: the one asked for, else the whole's `as_of`, else today. What a
    member was analysed with is let go before the next is read.
    """
    opened = open_workspace(folder, as_of=as_of, lang=lang, quiet=quiet, output=output)
    say, day, root = opened.say, opened.as_of, opened.loaded.root
    record = opened.loaded.workspace.record
    if not record.members:
        raise CommandError(_no_members(opened))
    found = find_members(root, record)
    folders = {"": root} | {one.shown: one.folder for one in found.members}
    title = name_of_whole(opened.analysis)
    whole = Named(record.name, _label(record), "", own=True, depth=0)
    summaries = [_summary(whole, opened, found)]
    unread = [_seen(one.finding, opened.positions) for one in found.faults if one.missing]
    ignored = [_seen(one.finding, opened.positions) for one in found.faults if not one.missing]
    del opened
    with showing_progress(_("members"), quiet, say) as progress, _letting_go() as let_go:
        for count, member in enumerate(found.members, 1):
            let_go()
            loaded = load(member.folder)
            label = _label(loaded.workspace.record)
            name = Named(member.key, label, member.shown, depth=member.depth)
            summaries.append(_summary(name, Opened(loaded, day, say, quiet), found))
            if progress is not None:
                progress(count, len(found.members))
    return RolledUp(RollUp.of(title, day, summaries, unread, ignored), say, folders)


def _no_members(opened: Opened) -> Text:
    """Say that a workspace lists no members, or where its list cannot be understood."""
    faulty = (
        one
        for one in opened.loaded.findings
        if one.code != UNUSABLE_MEMBER and one.place.route[:2] == ("workspace", "members")
    )
    for one in faulty:
        at = opened.positions.find(one.place)
        place = f"{at.file}:{at.line}:{at.column}"
        return _(
            "{place}: {message}; write: {example}", place=place, message=one.message, example=_SO
        )
    name = opened.loaded.workspace.record.name
    return _("{name} lists no members; write: workspace: {example}", name=name, example=_SO)


def _seen(fault: Finding, positions: Positions) -> Sighting:
    """Return a fault of a list where it stands, further places with their lines."""
    related = []
    for one in fault.related:
        at = positions.find(one.place)
        related.append(Related(Place(at.file, line=at.line, column=at.column), one.message))
    return Sighting(replace(fault, related=tuple(related)), positions.find(fault.place))


@contextmanager
def _letting_go() -> Iterator[Callable[[], object]]:
    """Give a function that frees what nobody uses any more, where the collector is off.

    What there was before is not looked through each time: that would take as long as the reading.
    """
    gc.collect()
    gc.freeze()
    try:
        yield gc.collect
    finally:
        gc.unfreeze()


_SO = "members: [../county-a, ../county-b]"


def _summary(name: Named, opened: Opened, found: Members) -> MemberSummary:
    """Sum up a member; what is wrong with its list is what the whole sees of it, each once."""
    read = (one for one in opened.loaded.findings if one.code != UNUSABLE_MEMBER)
    listed = (one.of_owner for one in found.faults if one.owner == name.folder)
    opened.loaded = replace(opened.loaded, findings=(*read, *listed))
    report = opened.check()
    sightings = [Sighting(one.finding, one.position) for one in report.findings]
    sightings += [Sighting(one.finding, one.position, waived=True) for one in report.waived]
    readable = opened.loaded.readable
    return MemberSummary.of(name, opened.analysis, sightings, readable=readable)


def _label(record: WorkspaceRecord) -> str:
    """Return what people call a member: its region, else its title, else its name."""
    return record.region.name if record.region else record.title or record.name

"""Opens a workspace and its members one after another, and keeps what the roll-up needs of each."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, field

from stdsys.analysis.difference.finding_changes import Sighting
from stdsys.analysis.rollup.conflicts import Statement
from stdsys.analysis.rollup.member_summary import MemberSummary, Named
from stdsys.analysis.rollup.whole import RollUp
from stdsys.cli.endings import CommandError
from stdsys.cli.opening import Opened, open_workspace, showing_progress
from stdsys.findings import Position
from stdsys.messages import Language, Translator, _
from stdsys.model.workspace_record import WorkspaceRecord
from stdsys.output.tables.headings import name_of_whole
from stdsys.source.loading import load
from stdsys.source.members import find_members
from stdsys.source.positions import Positions


class RolledUp(Struct, frozen=True):
    """A roll-up, the language to tell it in, and the members' folders by their keys."""

    rollup: RollUp
    say: Translator
    folders: dict[str, Path]
    _positions: dict[str, Positions] = field(default_factory=dict)

    def where(self, statement: Statement) -> Position:
        """Find the line of what a member says, at its path from the folder of the whole."""
        member = statement.member
        if member.key not in self._positions:
            self._positions[member.key] = Positions(self.folders[member.key])
        at = self._positions[member.key].find(statement.place)
        return Position(member.path(at.file), at.line, at.column)


def roll_up(
    folder: Path | None,
    *,
    as_of: str | None = None,
    lang: Language | None = None,
    quiet: bool = False,
) -> RolledUp:
    """Roll a workspace up over its members; CommandError if it has none, or cannot be opened.

    All are looked at on one day: the one asked for, else the whole's `as_of`, else today. What a
    member was analysed with is let go before the next is read.
    """
    opened = open_workspace(folder, as_of=as_of, lang=lang, quiet=quiet)
    say, day, root = opened.say, opened.as_of, opened.loaded.root
    record = opened.loaded.workspace.record
    if not record.members:
        raise CommandError(
            _("{name} lists no members; write: workspace: {example}", name=record.name, example=_SO)
        )
    found = find_members(root, record)
    folders = {record.name: root} | {one.key: one.folder for one in found.members}
    title = name_of_whole(opened.analysis)
    whole = Named(record.name, _label(record), "", own=True)
    summaries = [_summary(whole, opened)]
    faults = [Sighting(one, opened.positions.find(one.place)) for one in found.faults]
    del opened
    with showing_progress(_("members"), quiet, say) as progress, _letting_go() as let_go:
        for count, member in enumerate(found.members, 1):
            let_go()
            loaded = load(member.folder)
            name = Named(member.key, _label(loaded.workspace.record), member.shown)
            summaries.append(_summary(name, Opened(loaded, day, say, quiet)))
            if progress is not None:
                progress(count, len(found.members))
    return RolledUp(RollUp.of(title, day, summaries, faults), say, folders)


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


def _summary(name: Named, opened: Opened) -> MemberSummary:
    report = opened.check()
    sightings = [Sighting(one.finding, one.position) for one in report.findings]
    sightings += [Sighting(one.finding, one.position, waived=True) for one in report.waived]
    readable = opened.loaded.readable
    return MemberSummary.of(name, opened.analysis, sightings, readable=readable)


def _label(record: WorkspaceRecord) -> str:
    """Return what people call a member: its region, else its title, else its name."""
    return record.region.name if record.region else record.title or record.name


def refuse_output_in_member(output: Path, folders: dict[str, Path]) -> None:
    """Raise CommandError for an output in a member's folder, where nothing is ever written."""
    target = output.resolve()
    whole, *members = (folder.resolve() for folder in folders.values())
    for member in members:
        if target.is_relative_to(member) and not whole.is_relative_to(member):
            raise CommandError(
                _("{path} lies in the folder of a member, which is only read", path=output)
            )

"""What would change if a standard were withdrawn on the day, with nothing in its place.

The question is answered by asking everything a second time, of a workspace that differs in one
fact: the editions in question state that they are withdrawn on the day. Nothing is estimated, and
the workspace itself is not touched; two answers are laid side by side.
"""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.mentions import Thing
from stdsys.analysis.citations.resolved import Outcome, ResolvedCitation
from stdsys.analysis.counting.rows import Row
from stdsys.analysis.counting.tally import Tally
from stdsys.analysis.coverage.cells import Cell, CellState
from stdsys.model.items import Edition, Item
from stdsys.model.partial_date import PartialDate
from stdsys.model.workspace import Entry, System, Workspace

DEAD_OUTCOMES = (Outcome.REPLACED, Outcome.WITHDRAWN, Outcome.NO_LIVE_EDITION)
"""What becomes of a citation that must be mended."""


class ChangedCell(Struct, frozen=True, eq=False):
    """A cell of another state: as it is, and its state after."""

    cell: Cell
    after: CellState

    @property
    def before(self) -> CellState:
        """The state as it is."""
        return self.cell.state


class ChangedRow(Struct, frozen=True, eq=False):
    """A row of another class, or that goes into or out of the main table."""

    before: Row
    after: Row


class DeadCitation(Struct, frozen=True, eq=False):
    """A citation that would be dead: as it resolves now, and after."""

    before: ResolvedCitation
    after: ResolvedCitation


class Withdrawal(Struct, frozen=True, eq=False):
    """What is different once `editions` are withdrawn: all lists in the order of the tables.

    `before` and `after` are 应有数 and 现有数 of the region. Without editions nothing is different.
    """

    editions: tuple[Edition, ...]
    cells: tuple[ChangedCell, ...]
    rows: tuple[ChangedRow, ...]
    citations: tuple[DeadCitation, ...]
    before: Tally
    after: Tally


def withdrawable(analysis: Analysis, things: Iterable[Thing]) -> tuple[Edition, ...]:
    """Return those editions that are not dead already: only they can be withdrawn."""
    editions = (thing for thing in things if isinstance(thing, Edition))
    return tuple(one for one in editions if not analysis.statuses(one).status.dead)


def withdrawal_of(analysis: Analysis, editions: tuple[Edition, ...]) -> Withdrawal:
    """Return what changes if these editions are withdrawn on the day, without a successor."""
    day = analysis.as_of
    after = Analysis(without(analysis.workspace, editions, day), day)
    cells = zip(analysis.coverage.cells, after.coverage.cells, strict=True)
    rows = zip(analysis.rows.placements(), after.rows.placements(), strict=True)
    citations = zip(analysis.citations.all, after.citations.all, strict=True)
    return Withdrawal(
        editions=editions,
        cells=tuple(ChangedCell(was, now.state) for was, now in cells if was.state != now.state),
        rows=tuple(
            ChangedRow(was, now) for was, now in rows if (was.cls, was.main) != (now.cls, now.main)
        ),
        citations=tuple(
            DeadCitation(was, now)
            for was, now in citations
            if now.judged and now.outcome in DEAD_OUTCOMES and was.outcome not in DEAD_OUTCOMES
        ),
        before=analysis.statistics.total,
        after=after.statistics.total,
    )


def without(workspace: Workspace, editions: Iterable[Edition], day: date) -> Workspace:
    """Return a copy of a workspace in which some editions are withdrawn on a day.

    Their facts state it; entries that place them place what has taken their place. Everything else
    is shared with the workspace, which stays as it is.
    """
    end = PartialDate(day.year, day.month, day.day)
    withdrawn: dict[Item, Edition] = {
        edition: replace(edition, facts=edition.facts.model_copy(update={"withdrawn": end}))
        for edition in editions
    }
    changed = {one.key: one for one in withdrawn.values()}
    return replace(
        workspace,
        editions={**workspace.editions, **changed},
        systems={key: _placing(one, withdrawn) for key, one in workspace.systems.items()},
    )


def _placing(system: System, changed: dict[Item, Edition]) -> System:
    if not any(entry.item in changed for entry in system.entries):
        return system
    entries = (_entry(entry, changed) for entry in system.entries)
    return replace(system, entries=tuple(entries))


def _entry(entry: Entry, changed: dict[Item, Edition]) -> Entry:
    return replace(entry, item=changed[entry.item]) if entry.item in changed else entry

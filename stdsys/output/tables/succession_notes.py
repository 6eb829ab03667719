"""What is about to replace what is in force, and what has lately been replaced."""

from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import Row, RowClass, distinct
from stdsys.messages import Text, _
from stdsys.model.items import Document, Edition, Item, PlannedStandard
from stdsys.model.partial_date import PartialDate
from stdsys.model.status import Status

LATELY = timedelta(days=366)
"""A replacement that took effect within a year is still news to those who use the table."""


class Turn(StrEnum):
    """How far a replacement has come."""

    COMING = "coming"
    PLANNED = "planned"
    LATELY = "lately"


class Succession(Struct, frozen=True):
    """`row` is, or until lately was, in force; `successor` takes its place, in whole or in part."""

    row: Row
    successor: Item
    turn: Turn
    whole: bool = True

    @property
    def effective(self) -> PartialDate | None:
        """实施日期 of the successor."""
        return None if isinstance(self.successor, Document) else self.successor.facts.effective

    @property
    def note(self) -> Text:
        """The sentence for 备注: 将于2027-03-16被GB 7718-2025代替."""
        if isinstance(self.successor, PlannedStandard):
            return _("to be replaced by the planned {title}", title=self.successor.title)
        number, day = self.successor.key, self.effective
        if self.turn is Turn.LATELY:
            if day is None:
                return _("replaced by {number}", number=number)
            return _("replaced by {number} on {day}", number=number, day=day)
        if day is None:
            if self.whole:
                return _("will be replaced by {number}", number=number)
            return _("will be replaced in part by {number}", number=number)
        if self.whole:
            return _("will be replaced by {number} on {day}", number=number, day=day)
        return _("will be replaced in part by {number} on {day}", number=number, day=day)


def successions(analysis: Analysis) -> tuple[Succession, ...]:
    """Return what is coming for every standard in force, then what lately took effect.

    Successors that no system places yet are told, too: they are known, so somebody must act. Each
    pair stands once, however many systems place the standard.
    """
    rows = analysis.rows.placements()
    in_force = {row.item.key: row for row in reversed(rows) if row.cls is RowClass.E}
    coming: dict[tuple[str, str], Succession] = {}
    for key, row in reversed(in_force.items()):
        for succession in _coming(analysis, key, row):
            coming[key, succession.successor.key] = succession
    for row in rows:
        turn = Turn.PLANNED if isinstance(row.item, PlannedStandard) else Turn.COMING
        for key in row.succession_of:
            if key in in_force:
                coming.setdefault((key, row.item.key), Succession(in_force[key], row.item, turn))
    return (*coming.values(), *_lately(analysis, distinct(rows)))


def _coming(analysis: Analysis, key: str, row: Row) -> Iterator[Succession]:
    for link in analysis.replacements.successors(key):
        successor = analysis.workspace.editions.get(link.new)
        if successor is None or not link.definite:
            continue
        if analysis.statuses(successor).status is Status.UPCOMING:
            yield Succession(row, successor, Turn.COMING, link.whole)


def _lately(analysis: Analysis, rows: tuple[Row, ...]) -> Iterator[Succession]:
    for row in rows:
        if row.status.status is not Status.REPLACED or row.status.successor is None:
            continue
        successor = analysis.workspace.editions.get(row.status.successor)
        if successor is None:
            continue
        day = successor.facts.effective
        if day is not None and analysis.as_of - day.first < LATELY:
            yield Succession(row, successor, Turn.LATELY)


def live_successor(analysis: Analysis, item: Item) -> Edition | None:
    """Return the edition in force (else upcoming) at the end of an item's chain, if not itself."""
    if not isinstance(item, Edition):
        return None
    found = analysis.statuses.live_successor(item.key)
    return None if found is item else found

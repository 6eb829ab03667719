"""What a change of the facts, or of the day, does to the answers: statuses, cells, counts."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.tally import Tally
from stdsys.analysis.coverage.cells import Cell
from stdsys.analysis.difference.field_changes import Change, paired
from stdsys.analysis.life_cycle.statuses import Statuses, StatusOn
from stdsys.model.items import Document, Edition, PlannedStandard

_CellKey: TypeAlias = tuple[str, str, tuple[tuple[str, str], ...]]

TOTAL, LEVEL, SYSTEM = "total", "level", "system"
"""What a count is of: the whole, one level, one system."""


class StatusChange(Struct, frozen=True, eq=False):
    """An item that is there before and after with another status.

    `by_time`: time alone did it; on either day both workspaces give it the same status.
    """

    item: Edition | PlannedStandard
    before: StatusOn
    after: StatusOn
    by_time: bool


class CountChange(Struct, frozen=True):
    """The counts of the whole, of a level or of a system; None where there is no such one."""

    of: str
    key: str
    before: Tally | None
    after: Tally | None

    @property
    def differs(self) -> bool:
        """Whether the counts are not the same."""
        return self.before != self.after


def cell_changes(before: Analysis, after: Analysis) -> tuple[Change[Cell], ...]:
    """Return the coverage cells whose state is another, that have appeared or are gone."""
    changes = []
    for _key, was, is_ in paired(_cells(before), _cells(after)):
        if was is None or is_ is None or was.state is not is_.state:
            cell = is_ or was
            assert cell is not None
            name = "/".join((cell.system, cell.clause.id, *cell.axes.values()))
            changes.append(Change(name, was, is_))
    return tuple(changes)


def _cells(analysis: Analysis) -> Mapping[_CellKey, Cell]:
    cells: dict[_CellKey, Cell] = {}
    for cell in analysis.coverage.cells:
        key = (cell.system, cell.clause.id, tuple(sorted(cell.axes.items())))
        cells.setdefault(key, cell)
    return cells


def status_changes(before: Analysis, after: Analysis) -> tuple[StatusChange, ...]:
    """Return the items of both workspaces whose status is another, in the later reading order."""
    meanwhile: tuple[Statuses, Statuses] | None = None
    changes = []
    for item in after.workspace.items():
        other = _same(item, before) if not isinstance(item, Document) else None
        if other is None or isinstance(item, Document):
            continue
        was, is_ = before.statuses(other), after.statuses(item)
        if was.status is is_.status:
            continue
        by_time = False
        if before.as_of != after.as_of:
            meanwhile = meanwhile or (_on_the_day_of(before, after), _on_the_day_of(after, before))
            old_later, new_earlier = meanwhile
            by_time = (
                old_later(other).status is is_.status and new_earlier(item).status is was.status
            )
        changes.append(StatusChange(item, was, is_, by_time))
    return tuple(changes)


def _same(item: Edition | PlannedStandard, analysis: Analysis) -> Edition | PlannedStandard | None:
    workspace = analysis.workspace
    found = workspace.editions if isinstance(item, Edition) else workspace.planned
    return found.get(item.key)


def _on_the_day_of(analysis: Analysis, other: Analysis) -> Statuses:
    return Statuses.on(analysis.workspace, other.as_of, analysis.replacements)


def count_changes(before: Analysis, after: Analysis) -> tuple[CountChange, ...]:
    """Return the counts of both, changed or not: the whole, each level, each system."""
    return tuple(
        CountChange(of, key, was, is_)
        for (of, key), was, is_ in paired(_counts(before), _counts(after))
    )


def _counts(analysis: Analysis) -> Mapping[tuple[str, str], Tally]:
    return dict(_tallies(analysis))


def _tallies(analysis: Analysis) -> Iterator[tuple[tuple[str, str], Tally]]:
    counts = analysis.statistics
    yield (TOTAL, TOTAL), counts.total
    for key, tally in counts.by_level.items():
        yield (LEVEL, str(key)), tally
    for key, tally in counts.by_system.items():
        yield (SYSTEM, key), tally

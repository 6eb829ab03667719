"""How the coverage stood, and will stand, on one day after another: a trend from the same data.

Nobody needs to have kept minutes: the dates of standards tell what was in force when. What bears no
date cannot tell, and every point says how much of it rests on dates.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from stdsys.analysis.counting.rows import RowClass, class_of
from stdsys.analysis.coverage.matrix import Coverage, CoverageSummary
from stdsys.analysis.life_cycle.replacements import Replacements
from stdsys.analysis.life_cycle.statuses import Basis, Statuses
from stdsys.model.coverage_record import ClauseRecord
from stdsys.model.items import Document, Item
from stdsys.model.workspace import Workspace
from stdsys.numbers import Level

MOST_POINTS = 1_200
"""A hundred years by month; every point is a computation of the whole workspace."""

Advance: TypeAlias = Callable[[int, int], None]
"""Told how many points are computed, of how many."""


class Step(StrEnum):
    """How far the points of a history lie apart."""

    MONTH = "month"
    QUARTER = "quarter"

    @property
    def months(self) -> int:
        """How many months it has."""
        return 1 if self is Step.MONTH else 3


class Point(Struct, frozen=True, eq=False):
    """The coverage on one day, and how far it may be relied on.

    `summary` counts all cells, `systems` those of each system that is not shared. `existing` is
    现有数. `entered` counts the distinct standards and planned standards that entries place,
    `by_basis` these by how their status is known; of `doubtful` ones it is only presumed, or nobody
    has verified their facts.
    """

    day: date
    summary: CoverageSummary
    systems: Mapping[str, CoverageSummary]
    existing: int
    entered: int
    by_basis: Mapping[Basis, int]
    doubtful: int

    @property
    def presumed_share(self) -> float | None:
        """The share of doubtful ones as a fraction; None if nothing is entered."""
        return self.doubtful / self.entered if self.entered else None

    @property
    def dated_share(self) -> float | None:
        """The share whose status rests on dates as a fraction; None if nothing is entered."""
        return self.by_basis[Basis.DATES] / self.entered if self.entered else None


class History(Struct, frozen=True, eq=False):
    """At least one point, earliest first. `refused` clauses (as in `Coverage`) make no cells."""

    points: tuple[Point, ...]
    refused: tuple[tuple[str, ClauseRecord], ...] = ()

    @classmethod
    def of(
        cls,
        workspace: Workspace,
        days: Sequence[date],
        replacements: Replacements,
        advance: Advance | None = None,
    ) -> "History":
        """Compute a point for each of at least one day (ValueError without any).

        Cells, exemptions and planned standards are the workspace's own on every day; only statuses
        change. Where no status has changed since the day before, neither has the coverage.
        """
        if not days:
            raise ValueError("no days")
        items = _entered(workspace)
        points: list[Point] = []
        classes: list[RowClass] | None = None
        for done, day in enumerate(days):
            if advance is not None:
                advance(done, len(days))
            statuses = Statuses.on(workspace, day, replacements)
            on_day = [class_of(statuses(item)) for item in items]
            if on_day != classes:
                classes, coverage = on_day, Coverage.of(workspace, statuses)
                systems = _by_system(workspace, coverage)
            points.append(_point(day, items, statuses, coverage.summary, systems))
        return cls(tuple(points), coverage.refused)

    @property
    def first(self) -> Point:
        """The earliest point."""
        return self.points[0]

    @property
    def last(self) -> Point:
        """The latest point."""
        return self.points[-1]

    @property
    def largest_change(self) -> tuple[Point, Point] | None:
        """The two neighbours whose shares differ most, the first such; None if all are equal."""
        moves = [pair for pair in pairwise(self.points) if _change(pair)]
        return max(moves, key=_change, default=None)


def days_between(first: date, last: date, step: Step) -> tuple[date, ...]:
    """Return the last day of each month or quarter of a span, the last one not after its end.

    ValueError for a span that ends before it begins, or has more than `MOST_POINTS` days.
    """
    if last < first or number_of_days(first, last, step) > MOST_POINTS:
        raise ValueError(f"{first}..{last}")
    months = range(_step_of(first, step), _step_of(last, step) + 1)
    ends = (_last_day((number + 1) * step.months - 1) for number in months)
    return tuple(min(end, last) for end in ends)


def number_of_days(first: date, last: date, step: Step) -> int:
    """Return how many months or quarters a span touches, without making them."""
    return _step_of(last, step) - _step_of(first, step) + 1


def _step_of(day: date, step: Step) -> int:
    """Return the number of the month or quarter of a day, counted from the year 0."""
    return (day.year * 12 + day.month - 1) // step.months


def _last_day(month: int) -> date:
    year, index = divmod(month, 12)
    return date(year, index + 1, monthrange(year, index + 1)[1])


def _entered(workspace: Workspace) -> tuple[Item, ...]:
    """Return the distinct items that entries place; laws and plans cover nothing, and are out."""
    items = dict.fromkeys(entry.item for entry in workspace.entries())
    return tuple(item for item in items if not isinstance(item, Document))


def _by_system(workspace: Workspace, coverage: Coverage) -> Mapping[str, CoverageSummary]:
    """Return the summary of every system that has, or could have, cells."""
    return {
        system.id: CoverageSummary.of(coverage.by_system.get(system.id, ()))
        for system in workspace.systems.values()
        if not system.shared
    }


def _point(
    day: date,
    items: Sequence[Item],
    statuses: Statuses,
    summary: CoverageSummary,
    systems: Mapping[str, CoverageSummary],
) -> Point:
    by_basis: Counter[Basis] = Counter()
    existing = doubtful = 0
    for item in items:
        status = statuses(item)
        by_basis[status.basis] += 1
        doubtful += item.unverified or status.basis is Basis.PRESUMED
        existing += class_of(status) is RowClass.E and item.level is not Level.OTHER
    return Point(
        day=day,
        summary=summary,
        systems=systems,
        existing=existing,
        entered=len(items),
        by_basis={basis: by_basis[basis] for basis in Basis},
        doubtful=doubtful,
    )


def _change(pair: tuple[Point, Point]) -> float:
    """Return by how much the share covered differs, up or down; 0 where there is none."""
    before, after = (point.summary.ratio for point in pair)
    return abs(after - before) if before is not None and after is not None else 0

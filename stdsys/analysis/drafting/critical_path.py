"""When planned standards can be finished at the earliest, and whether that is in time."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from stdsys.analysis.drafting.month_arithmetic import add_months, latest_start
from stdsys.analysis.drafting.needs import NeedState
from stdsys.analysis.drafting.order import DraftingOrder, Step
from stdsys.model.items import PlannedStandard
from stdsys.model.programme_record import PhaseRecord
from stdsys.model.workspace import Workspace


class Bound(StrEnum):
    """What sets a deadline."""

    DUE = "due"
    PHASE = "phase"
    NEEDED = "needed"


class Deadline(Struct, frozen=True):
    """The last day for a planned standard; `of` is the phase, or the standard that needs it."""

    day: date
    bound: Bound
    of: str | None = None


class Timing(Struct, frozen=True, eq=False):
    """The time of one planned standard.

    `months` is its duration, stated or the default of its level; None where neither is known. Work
    can go on from `begin`, and is done by `earliest` at the earliest, as far as durations are
    known. `finish` is that day where it says something: None where its own duration is not known
    and nothing known puts it after the as-of date. `after_unknown`: a duration before it is not
    known, so that it may well begin later. `waits_for` is the key of the planned
    standard that decides `begin`, if one does; `length` the number of standards in the longest
    chain of such that ends here.
    """

    step: Step
    months: int | None
    begin: date
    earliest: date
    finish: date | None
    after_unknown: bool
    deadline: Deadline | None
    waits_for: str | None
    length: int

    @property
    def key(self) -> str:
        """The key of the planned standard."""
        return self.step.key

    @property
    def bound_only(self) -> bool:
        """Whether it may well take longer, since its own duration or one before is not known."""
        return self.after_unknown or self.months is None

    @property
    def slack(self) -> int | None:
        """Days between the earliest completion and the deadline; negative when late.

        None without a deadline, and where it is not late as far as known, but may take longer.
        """
        if self.deadline is None or (self.bound_only and not self.late):
            return None
        return (self.deadline.day - self.earliest).days

    @property
    def late(self) -> bool:
        """Whether even the earliest completion is after the deadline."""
        return self.deadline is not None and self.earliest > self.deadline.day


class PhaseLoad(Struct, frozen=True, eq=False):
    """A phase of the programme and the planned standards that belong to it."""

    phase: PhaseRecord
    timings: tuple[Timing, ...]

    @property
    def finish(self) -> date | None:
        """The earliest day on which all of them can be finished; None where none is known."""
        known = (timing.finish for timing in self.timings)
        return max((finish for finish in known if finish is not None), default=None)

    @property
    def bound_only(self) -> bool:
        """Whether one of them may well take longer, since a duration is not known."""
        return any(timing.bound_only for timing in self.timings)

    @property
    def late(self) -> tuple[Timing, ...]:
        """Those of them that are late."""
        return tuple(timing for timing in self.timings if timing.late)


class CriticalPath(Struct, frozen=True, eq=False, dict=True):
    """The times of all planned standards, in the order of drafting, by key."""

    timings: Mapping[str, Timing]
    phases: tuple[PhaseLoad, ...]

    @classmethod
    def of(cls, workspace: Workspace, order: DraftingOrder, as_of: date) -> "CriticalPath":
        """Compute the times.

        Work goes on from the day it began, or can begin: when everything needed is there, and not
        before the as-of date if it has not begun. The duration counts from then, and nothing is
        finished before the as-of date. So many standards as may be are drafted side by side.
        The deadline is the earliest of its due date, the end of its phase, and the days by which
        those that need it must begin. Standards that need each other in a circle are drafted side
        by side, and who needs one of them waits for all.
        """
        early = _earliest(workspace, order, as_of)
        deadlines = _deadlines(workspace, order)
        timings = {
            step.key: Timing(
                step,
                early[step.key].months,
                early[step.key].begin,
                early[step.key].day,
                _finish(early[step.key], as_of),
                early[step.key].after_unknown,
                deadlines[step.key],
                early[step.key].waits_for,
                early[step.key].length,
            )
            for step in order.steps
        }
        by_phase: dict[str | None, list[Timing]] = {}
        for timing in timings.values():
            by_phase.setdefault(timing.step.planned.facts.phase, []).append(timing)
        phases = tuple(
            PhaseLoad(phase, tuple(by_phase.get(phase.id, ())))
            for phase in workspace.programme.phases
        )
        return cls(timings, phases)

    @cached_property
    def unknown_durations(self) -> int:
        """How many durations nobody has stated: what comes after them is a lower bound."""
        return sum(timing.months is None for timing in self.timings.values())

    @cached_property
    def late(self) -> tuple[Timing, ...]:
        """The planned standards that are late, in the order of drafting."""
        return tuple(timing for timing in self.timings.values() if timing.late)

    @cached_property
    def path(self) -> tuple[Timing, ...]:
        """The chain that ends last, of several the one with most standards; first comes first.

        Empty where no duration is known and no standard waits for another: nothing is critical.
        """
        last = max(self.timings.values(), key=lambda t: (t.earliest, t.length), default=None)
        if last is None or (self.unknown_durations == len(self.timings) and last.length == 1):
            return ()
        chain = [last]
        while (before := chain[-1].waits_for) is not None:
            chain.append(self.timings[before])
        return tuple(reversed(chain))


def months_of(planned: PlannedStandard, workspace: Workspace) -> int | None:
    """Return the months that making it takes: stated, else the default of its level."""
    if planned.facts.months is not None:
        return planned.facts.months
    defaults = workspace.record.drafting.months
    return defaults.get(planned.level) if planned.level is not None else None


class _Early(Struct, frozen=True):
    """The earliest time of one standard, before anything is asked of deadlines."""

    months: int | None
    begin: date
    day: date
    after_unknown: bool
    waits_for: str | None
    length: int


def _finish(early: _Early, as_of: date) -> date | None:
    """Return the earliest completion, if what is known tells any."""
    return None if early.months is None and early.day <= as_of else early.day


def _earliest(workspace: Workspace, order: DraftingOrder, as_of: date) -> Mapping[str, _Early]:
    found: dict[str, _Early] = {}
    ends: dict[str, str] = {}  # the key of a standard → the last to be finished of its circle
    unsure: set[str] = set()  # standards whose circle has a duration, or needs one, nobody knows
    for group in order.groups:
        needed = dict.fromkeys(ends[key] for step in group for key in step.waits_for)
        decisive = max(needed, key=lambda key: (found[key].day, found[key].length), default=None)
        after_unknown = any(key in unsure for step in group for key in step.waits_for)
        outside = _last_ready(group)
        for step in group:
            planned = step.planned
            months = months_of(planned, workspace)
            started = planned.facts.started
            free = [started.first if started else as_of, *outside]
            if decisive is not None:
                free.append(found[decisive].day)
            begin = max(free)
            waits_for = decisive if decisive and found[decisive].day == begin else None
            length = 1 + (found[waits_for].length if waits_for else 0)
            day = max(as_of, add_months(begin, months or 0))
            found[step.key] = _Early(months, begin, day, after_unknown, waits_for, length)
        if after_unknown or any(found[step.key].months is None for step in group):
            unsure.update(step.key for step in group)
        last = max((step.key for step in group), key=lambda key: found[key].day)
        ends.update((step.key, last) for step in group)
    return found


def _last_ready(group: Iterable[Step]) -> list[date]:
    """Return the days on which the standards already issued that a circle needs take effect."""
    return [
        need.ready
        for step in group
        for need in step.needs
        if need.state is NeedState.UPCOMING and need.ready is not None
    ]


def _deadlines(workspace: Workspace, order: DraftingOrder) -> Mapping[str, Deadline | None]:
    found: dict[str, Deadline | None] = {}
    asked: dict[str, Deadline] = {}  # the key of a standard → the day by which others need it
    for group in reversed(order.groups):
        by_others = min(
            (asked[step.key] for step in group if step.key in asked),
            key=lambda deadline: deadline.day,
            default=None,
        )
        needed = dict.fromkeys(key for step in group for key in step.waits_for)
        for step in group:
            bounds = [*_own_bounds(step.planned, workspace), *([by_others] if by_others else [])]
            deadline = min(bounds, key=lambda bound: bound.day, default=None)
            found[step.key] = deadline
            if deadline is None:
                continue
            months = months_of(step.planned, workspace) or 0
            start = Deadline(latest_start(deadline.day, months), Bound.NEEDED, step.key)
            for key in needed:
                if key not in asked or start.day < asked[key].day:
                    asked[key] = start
    return found


def _own_bounds(planned: PlannedStandard, workspace: Workspace) -> list[Deadline]:
    bounds = []
    if planned.facts.due is not None:
        bounds.append(Deadline(planned.facts.due.last, Bound.DUE))
    phase = workspace.phase(planned.facts.phase)
    if phase is not None and phase.end is not None:
        bounds.append(Deadline(phase.end.last, Bound.PHASE, phase.id))
    return bounds

"""In which order planned standards are to be drafted: what others need first, then urgency."""

import heapq
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from stdsys.analysis.drafting.needs import Need, Needs, NeedState
from stdsys.analysis.graphs.components import components
from stdsys.analysis.placements import Placements
from stdsys.model.items import PlannedStandard
from stdsys.model.vocabulary import Urgency
from stdsys.model.workspace import Workspace
from stdsys.model.workspace_record import DraftingRecord


class Merit(StrEnum):
    """What moves a planned standard forward: 急用先行、重点先行、新领域先行."""

    URGENT = "urgent"
    SOON = "soon"
    FOCUS = "focus"
    NEW_FIELD = "new-field"


class Step(Struct, frozen=True, eq=False):
    """A planned standard at its position.

    `merits` are the parts of its score, by the weights of the workspace. `waits_for` are the keys
    of the planned standards that it needs, itself and its circle left out; `needed_by` those of
    the planned standards that need it. `forward_for` is the one, if any, for whose sake it
    stands further forward than its own score and due date would have it. `cycle` are the keys of
    all planned standards that need each other in a circle with it, itself included: these have one
    position in common.
    """

    position: int
    planned: PlannedStandard
    merits: Mapping[Merit, int]
    needs: tuple[Need, ...]
    waits_for: tuple[str, ...]
    needed_by: tuple[str, ...]
    forward_for: str | None
    cycle: tuple[str, ...]
    due: date | None

    @property
    def key(self) -> str:
        """The key of the planned standard."""
        return self.planned.key

    @property
    def score(self) -> int:
        """The sum of its weights."""
        return sum(self.merits.values())

    @property
    def undistinguished(self) -> bool:
        """Whether nothing stated moves it: it stands where the systems' order puts it."""
        return not self.score and self.due is None and self.forward_for is None


class DraftingOrder(Struct, frozen=True, eq=False, dict=True):
    """All planned standards in the order of drafting."""

    steps: tuple[Step, ...]

    @cached_property
    def by_key(self) -> Mapping[str, Step]:
        """The steps by the key of the planned standard, in the same order."""
        return {step.key: step for step in self.steps}

    @cached_property
    def groups(self) -> tuple[tuple[Step, ...], ...]:
        """The steps of each position together: one, or those of a circle."""
        groups: dict[int, list[Step]] = {}
        for step in self.steps:
            groups.setdefault(step.position, []).append(step)
        return tuple(map(tuple, groups.values()))

    @classmethod
    def of(cls, workspace: Workspace, placements: Placements, needs: Needs) -> "DraftingOrder":
        """Put the planned standards in order.

        A standard comes after every planned standard that it needs. Of those that wait for nothing
        the next is the one with the highest score, then the earliest due date (its own, else the
        end of its phase), then by system, subsystem and title. What a more urgent standard needs
        counts as urgent as that one: else an urgent standard would wait for its own foundations.
        So a higher score never moves a standard back.
        """
        return _Ordering(workspace, placements, needs).order()


class _Rank(NamedTuple):
    """The smaller, the earlier: score (negative) and due date, then the order of the systems."""

    score: int
    due: date
    sequence: int

    @property
    def urgency(self) -> tuple[int, date]:
        return self.score, self.due


class _Ordering:
    """Puts the planned standards of one workspace in order."""

    def __init__(self, workspace: Workspace, placements: Placements, needs: Needs) -> None:
        self._workspace = workspace
        self._needs = needs
        self._keys = _in_systems_order(workspace, placements)
        self._planned_needs = {
            key: tuple(need.name for need in found if need.state is NeedState.PLANNED)
            for key, found in needs.items()
        }
        self._circles = [
            tuple(sorted(circle, key=self._keys.index_of))
            for circle in components(self._keys.keys, self._planned_needs.__getitem__)
        ]
        self._circle_of = {
            key: place for place, circle in enumerate(self._circles) for key in circle
        }
        self._due = {key: due_date(workspace.planned[key], workspace) for key in self._keys.keys}
        drafting = workspace.record.drafting
        self._merits = {key: merits_of(workspace.planned[key], drafting) for key in self._keys.keys}
        self._own = {key: self._rank(key) for key in self._keys.keys}

    def _rank(self, key: str) -> _Rank:
        score = -sum(self._merits[key].values())
        return _Rank(score, self._due[key] or date.max, self._keys.index_of(key))

    def order(self) -> DraftingOrder:
        """Take, again and again, the best of the circles that wait for nothing."""
        above = self._dependents()
        inherited = self._inherited(above)
        waiting = [0] * len(self._circles)
        for dependents in above:
            for dependent in dependents:
                waiting[dependent] += 1
        own = [min(self._own[key] for key in circle) for circle in self._circles]
        free = [
            (inherited[place].urgency, own[place], place)
            for place, count in enumerate(waiting)
            if not count
        ]
        heapq.heapify(free)
        steps: list[Step] = []
        position = 0
        while free:
            _urgency, _own, place = heapq.heappop(free)
            position += 1
            steps += self._steps(position, place, inherited[place])
            for dependent in above[place]:
                waiting[dependent] -= 1
                if not waiting[dependent]:
                    entry = (inherited[dependent].urgency, own[dependent], dependent)
                    heapq.heappush(free, entry)
        return DraftingOrder(tuple(steps))

    def _dependents(self) -> list[tuple[int, ...]]:
        """Return, for each circle, the other circles that need it."""
        above: list[dict[int, None]] = [{} for _circle in self._circles]
        for place, circle in enumerate(self._circles):
            for key in circle:
                for needed in self._planned_needs[key]:
                    if self._circle_of[needed] != place:
                        above[self._circle_of[needed]][place] = None
        return [tuple(found) for found in above]

    def _inherited(self, above: list[tuple[int, ...]]) -> list[_Rank]:
        """Return the best rank among each circle and all that build upon it."""
        best = [min(self._own[key] for key in circle) for circle in self._circles]
        for place in reversed(range(len(self._circles))):  # what needs a circle comes after it
            best[place] = min((best[place], *(best[dependent] for dependent in above[place])))
        return best

    def _steps(self, position: int, place: int, inherited: _Rank) -> list[Step]:
        circle = self._circles[place]
        circular = len(circle) > 1 or circle[0] in self._planned_needs[circle[0]]
        reason = self._keys.keys[inherited.sequence]
        return [
            Step(
                position=position,
                planned=self._workspace.planned[key],
                merits=self._merits[key],
                needs=self._needs[key],
                waits_for=tuple(
                    needed
                    for needed in self._planned_needs[key]
                    if self._circle_of[needed] != place
                ),
                needed_by=self._needed_by.get(key, ()),
                forward_for=(
                    reason
                    if reason not in circle and inherited.urgency < self._own[key].urgency
                    else None
                ),
                cycle=circle if circular else (),
                due=self._due[key],
            )
            for key in sorted(circle, key=self._own.__getitem__)
        ]

    @cached_property
    def _needed_by(self) -> Mapping[str, tuple[str, ...]]:
        needed_by: dict[str, list[str]] = {}
        for key in self._keys.keys:
            for needed in self._planned_needs[key]:
                if needed != key:
                    needed_by.setdefault(needed, []).append(key)
        return {key: tuple(found) for key, found in needed_by.items()}


def merits_of(planned: PlannedStandard, weights: DraftingRecord) -> Mapping[Merit, int]:
    """Return the parts of a planned standard's score; a weight of 0 is no part."""
    facts = planned.facts
    stated = {
        Merit.URGENT: weights.urgent if facts.urgency is Urgency.URGENT else 0,
        Merit.SOON: weights.soon if facts.urgency is Urgency.SOON else 0,
        Merit.FOCUS: weights.focus if facts.focus else 0,
        Merit.NEW_FIELD: weights.new_field if facts.new_field else 0,
    }
    return {merit: weight for merit, weight in stated.items() if weight}


def due_date(planned: PlannedStandard, workspace: Workspace) -> date | None:
    """Return the last day of its due date, else of its phase; None where neither is stated."""
    if planned.facts.due is not None:
        return planned.facts.due.last
    phase = workspace.phase(planned.facts.phase)
    return phase.end.last if phase is not None and phase.end is not None else None


class _Sequence:
    """Keys in a fixed order, and the place of each."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        self.keys = keys
        self._places = {key: place for place, key in enumerate(keys)}

    def index_of(self, key: str) -> int:
        """Return the place of a key."""
        return self._places[key]


def _in_systems_order(workspace: Workspace, placements: Placements) -> _Sequence:
    """Order by the first system that places it, its subsystem there, title."""
    systems = {system: place for place, system in enumerate(workspace.systems)}

    def order(planned: PlannedStandard) -> tuple[int, int, str, str]:
        entry = next(iter(placements.entries_of(planned)), None)
        if entry is None:
            return len(systems), 0, planned.title, planned.key
        node = -1 if entry.node is None else entry.node.order
        return systems[entry.system], node, planned.title, planned.key

    found = sorted(workspace.planned.values(), key=order)
    return _Sequence(tuple(planned.key for planned in found))

"""Where what a change touches stands, and which indicators, tasks and reviews speak of it."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.mentions import (
    Measurement,
    Named,
    Naming,
    Sense,
    Standard,
    Thing,
    Who,
)
from stdsys.analysis.counting.rows import RowClass, class_of
from stdsys.analysis.coverage.cells import Cell
from stdsys.analysis.impact.touched import Kind, Touch, Touched
from stdsys.model.items import Edition, Item, PlannedStandard
from stdsys.model.workspace import Node

DIRECT = 1
"""Cells are told of what changes and of what builds on it directly; further off nothing is lost."""


def places_of(analysis: Analysis, documents: Mapping[Thing, Touched]) -> Iterator[Touched]:
    """Yield where documents stand, one step further off than the nearest of them.

    `documents` are the things that change and those touched, nearest first. An entry with an
    undated number places its family's live edition.
    """
    places = _Places(analysis, documents)
    systems = places.systems()
    yield from systems.values()
    yield from places.nodes()
    yield from places.entries()
    yield from places.cells()
    yield from places.indicators()
    yield from places.tasks(systems)
    yield from places.reviews()


class _Places:
    def __init__(self, analysis: Analysis, documents: Mapping[Thing, Touched]) -> None:
        self._analysis = analysis
        self._workspace = analysis.workspace
        self._mentions = analysis.mentions
        self._documents = documents
        self._entries = [
            (entry, document)
            for thing, document in documents.items()
            for item in self._standing(thing)
            for entry in analysis.placements.entries_of(item)
        ]

    def _standing(self, thing: Thing) -> Iterator[Item]:
        """Yield the items by which a thing stands in a system: itself, or its undated number."""
        if isinstance(thing, str):
            return
        yield thing
        if not isinstance(thing, Edition):
            return
        for key in self._workspace.families.get(thing.family, ()):
            other = self._workspace.editions[key]
            stands_for = self._analysis.statuses.stands_for(other)
            if other is not thing and stands_for is thing and other not in self._documents:
                yield other

    def systems(self) -> dict[str, Touched]:
        """Return the systems that hold a document, and those that use such a base, in order."""
        found: dict[str, Touched] = {}
        for entry, document in self._entries:
            if entry.system not in found:
                system = self._workspace.systems[entry.system]
                found[entry.system] = document.then(Kind.SYSTEM, system.id, system, Touch.HOLDS)
        users: dict[str, Touched] = {}
        for system in self._workspace.systems.values():
            bases = [found[base] for base in system.uses if base in found]
            base = min(bases, key=lambda one: one.distance, default=None)
            own = found.get(system.id)
            if base is not None and (own is None or base.distance + 1 < own.distance):
                users[system.id] = base.then(Kind.SYSTEM, system.id, system, Touch.USES)
        found |= users
        return {key: found[key] for key in self._workspace.systems if key in found}

    def nodes(self) -> Iterator[Touched]:
        """Yield the home nodes of the documents, and those that refer to them, in tree order."""
        found: dict[Node, Touched] = {}
        for entry, document in self._entries:
            if entry.node is not None and entry.node not in found:
                found[entry.node] = document.then(
                    Kind.NODE, entry.node.key, entry.node, Touch.HOLDS
                )
        for entry, document in self._entries:
            nodes = self._workspace.systems[entry.system].nodes
            for node in (nodes[code] for code in entry.see_also if code in nodes):
                known = found.get(node)
                if known is None or known.distance > document.distance + 1:
                    found[node] = document.then(Kind.NODE, node.key, node, Touch.SEE_ALSO)
        order = {key: position for position, key in enumerate(self._workspace.systems)}
        yield from (
            found[node] for node in sorted(found, key=lambda one: (order[one.system], one.order))
        )

    def entries(self) -> Iterator[Touched]:
        """Yield the entries that place the documents."""
        for entry, document in self._entries:
            yield document.then(Kind.ENTRY, entry.key, entry, Touch.HOLDS)

    def cells(self) -> Iterator[Touched]:
        """Yield the cells that count a document, dead ones aside: a cell does not rest on them."""
        counted: dict[str, Touched] = {}
        for thing, document in self._documents.items():
            if document.distance > DIRECT:
                continue
            for item in self._standing(thing):
                if class_of(self._analysis.statuses(item)) is not RowClass.O:
                    counted.setdefault(item.key, document)
        for cell in self._analysis.coverage.cells:
            held = [counted[key] for key in (*cell.standards, *cell.planned) if key in counted]
            nearest = min(held, key=lambda one: one.distance, default=None)
            if nearest is not None:
                yield nearest.then(Kind.CELL, cell_id(cell), cell, Touch.COUNTS)

    def indicators(self) -> Iterator[Touched]:
        """Yield the indicators of what changes, and those of others that are measured by it.

        Limits of dead editions hold no more; only who asks about nothing else is told of them.
        """
        known: set[tuple[Standard, int]] = set()
        for owner, document in self._setting():
            for position, indicator in enumerate(owner.facts.indicators):
                known.add((owner, position))
                yield _indicator(document, Measurement(owner, indicator, position), Touch.SET_BY)
        for one, document, naming, sense in self._naming(self._mentions.measurements, within=0):
            if (one.owner, one.position) in known or one.owner not in self._documents:
                continue
            known.add((one.owner, one.position))
            replaced = sense is Sense.REPLACED
            touch = Touch.MEASURED_BY_REPLACED if replaced else Touch.MEASURED_BY
            other = sense is Sense.OTHER_EDITION
            yield _indicator(document, one, touch, written=naming.written, other_edition=other)

    def _setting(self) -> list[tuple[Standard, Touched]]:
        statuses = self._analysis.statuses
        named = [
            (thing, document)
            for thing, document in self._documents.items()
            if document.distance == 0 and isinstance(thing, Edition | PlannedStandard)
        ]
        alive = [(one, document) for one, document in named if not statuses(one).status.dead]
        return alive or named

    def tasks(self, systems: Mapping[str, Touched]) -> Iterator[Touched]:
        """Yield the tasks that name a document, or a system touched, in reading order."""
        found: dict[str, Touched] = {}
        for task, document, naming, sense in self._naming(self._mentions.tasks):
            if sense is Sense.REPLACED:
                continue
            found.setdefault(
                task.id,
                document.then(
                    Kind.TASK,
                    task.id,
                    task,
                    Touch.IS_ABOUT,
                    written=naming.written,
                    other_edition=sense is Sense.OTHER_EDITION,
                ),
            )
        tasks = self._workspace.programme.tasks
        for task in tasks:
            held = [systems[key] for key in task.systems if key in systems]
            system = min(held, key=lambda one: one.distance, default=None)
            known = found.get(task.id)
            if system is not None and (known is None or system.distance + 1 < known.distance):
                found[task.id] = system.then(Kind.TASK, task.id, task, Touch.IS_ABOUT)
        yield from (found[task.id] for task in tasks if task.id in found)

    def reviews(self) -> Iterator[Touched]:
        """Yield the reviews of what changes."""
        known: set[int] = set()
        for review, document, naming, sense in self._naming(self._mentions.reviews, within=0):
            if sense is Sense.EXACTLY and id(review) not in known:
                known.add(id(review))
                key = "/".join(filter(None, (document.id, review.kind, str(review.date or ""))))
                yield document.then(Kind.REVIEW, key, review, Touch.REVIEWS, written=naming.written)

    def _naming(
        self, named: Named[Who], *, within: int | None = None
    ) -> Iterator[tuple[Who, Touched, Naming[Who], Sense]]:
        """Yield who names a document, nearest first, in what words and in which sense.

        At the same distance the surest sense comes first. Documents further off than `within` are
        left out.
        """
        spent: set[Naming[Who]] = set()
        levels = groupby(self._documents.items(), lambda one: one[1].distance)
        for distance, level in [(distance, tuple(found)) for distance, found in levels]:
            if within is not None and distance > within:
                return
            for sense in Sense:
                for thing, document in level:
                    for naming in named.in_sense(sense, thing):
                        if naming not in spent:
                            spent.add(naming)
                            yield from ((who, document, naming, sense) for who in naming.by)


def cell_id(cell: Cell) -> str:
    """Return the identity of a cell in the workspace: `tea/chain/stage=processing`."""
    axes = ",".join(f"{axis}={value}" for axis, value in cell.axes.items())
    return "/".join(filter(None, (cell.system, cell.clause.id, axes)))


def _indicator(
    via: Touched,
    one: Measurement,
    touch: Touch,
    *,
    written: str | None = None,
    other_edition: bool = False,
) -> Touched:
    indicator = one.indicator
    said = (one.owner.key, indicator.id, indicator.product, indicator.grade)
    key = "/".join(filter(None, said))
    return via.then(Kind.INDICATOR, key, one, touch, written=written, other_edition=other_edition)

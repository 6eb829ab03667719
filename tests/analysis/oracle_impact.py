"""The impact of a change restated without indices: everything is scanned until nothing changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.lookup import CitationTargets
from stdsys.analysis.citations.mentions import Thing
from stdsys.analysis.citations.statements import numbers_in
from stdsys.model.items import Document, Edition, PlannedStandard
from stdsys.model.status import Status

DEAD = (Status.WITHDRAWN, Status.REPLACED)


@dataclass(frozen=True)
class Referring:
    """A citation or a test method: it also speaks for what has taken the named standard's place."""

    text: str


Statement: TypeAlias = str | tuple[str, str] | Referring
"""A text, a replacement (old, new) or a reference."""


class Oracle:
    """Distances of documents, entries, cells and tasks from some things."""

    def __init__(self, analysis: Analysis, things: tuple[Thing, ...]) -> None:
        self.analysis = analysis
        self.workspace = analysis.workspace
        self.targets = CitationTargets(analysis.workspace, analysis.statuses, analysis.replacements)
        self.documents: dict[Thing, int] = dict.fromkeys(things, 0)
        for one in analysis.indicators.comparisons:
            if one.lower_limit is not None and self.documents.get(one.upper) == 0:
                self.documents.setdefault(one.lower, 1)
        changed = True
        while changed:
            changed = False
            for who, text in self._statements():
                for thing, distance in list(self.documents.items()):
                    if self.touches(text, thing) and distance + 1 < self.documents.get(who, 999):
                        self.documents[who] = distance + 1
                        changed = True

    def touched(self) -> dict[Thing, int]:
        """Return the distances of what builds on the things, and of what they adopt."""
        found = dict(self.documents)
        for thing in (one for one, distance in self.documents.items() if distance == 0):
            for said in () if isinstance(thing, str | Document) else thing.facts.adopts:
                for resolution in self.targets.named_by(said.number):
                    number = resolution.number
                    absent = number.edition_key if number is not None else said.number
                    for other in resolution.targets or (absent,):
                        found[other] = min(found.get(other, 999), 1)
        return {thing: distance for thing, distance in found.items() if distance > 0}

    def touches(self, text: Statement, thing: Thing) -> bool:
        """Whether a text names a thing, or another edition of it; a pair is a replacement."""
        key = thing if isinstance(thing, str) else thing.key
        if isinstance(text, Referring):
            return self.touches(text.text, thing) or self._became(text.text, thing)
        if isinstance(text, tuple):
            return text[0] == key and not isinstance(thing, PlannedStandard | Document)
        if text in self.workspace.planned:
            return self.workspace.planned[text] is thing
        for found in self.targets.named_by(text):
            if thing in found.targets or (found.other is not None and found.other is thing):
                return True
            number = found.number
            if not found.targets and found.other is None:
                if number is None and thing == text:
                    return True
                if number is not None and thing in (number.edition_key, number.family):
                    return thing == (number.edition_key if number.dated else number.family)
            if number is not None and number.dated:
                families = {number.family, *(target.family for target in found.targets)}
                if families & set(self._families(thing)):
                    return True
        return False

    def _became(self, text: str, thing: Thing) -> bool:
        """Whether whole replacements lead from what a text names to a thing."""
        if text in self.workspace.planned or not isinstance(thing, Edition):
            return False
        chains = [found.chain for found in self.targets.named_by(text)]
        return any(len(chain) > 1 and chain[-1] == thing.key for chain in chains)

    @staticmethod
    def _families(thing: Thing) -> list[str]:
        if isinstance(thing, str):
            return [number.family for number in numbers_in(thing)]
        return [thing.family] if isinstance(thing, Edition) else []

    def _statements(self) -> Iterator[tuple[Edition | PlannedStandard, Statement]]:
        """Yield who could be touched, and one text that may do it."""
        for who, text in self._all_statements():
            meant = self.analysis.statuses.stands_for(who) if isinstance(who, Edition) else who
            if self.analysis.statuses(meant).status not in DEAD:
                yield meant, text

    def _all_statements(self) -> Iterator[tuple[Edition | PlannedStandard, Statement]]:
        items: list[Edition | PlannedStandard] = [*self.workspace.editions.values()]
        for item in [*items, *self.workspace.planned.values()]:
            facts = item.facts
            yield from ((item, Referring(said.number)) for said in facts.cites)
            yield from ((item, said.number) for said in facts.adopts)
            yield from ((item, Referring(one.method)) for one in facts.indicators if one.method)
            if isinstance(item, PlannedStandard):
                yield from ((item, said.number) for said in item.facts.replaces)
        for entry in self.workspace.entries():
            if isinstance(entry.item, PlannedStandard):
                names = (*entry.record.needs, *entry.record.upgrades)
                yield from ((entry.item, name) for name in names)
        for link in self.analysis.replacements.links:
            if link.definite and link.new in self.workspace.editions:
                yield self.workspace.editions[link.new], (link.old, link.new)

    def entries(self) -> dict[str, int]:
        """Return the least distance of each entry's item, by the entry's key."""
        found: dict[str, int] = {}
        for entry in self.workspace.entries():
            distances = [
                self.documents[one] for one in self._stood_for(entry.item) if one in self.documents
            ]
            if distances:
                found[entry.key] = min(distances) + 1
        return found

    def _stood_for(self, item: Thing) -> list[Thing]:
        if isinstance(item, Edition):
            return [item, self.analysis.statuses.stands_for(item)]
        return [item]

    def cells(self) -> dict[int, int]:
        """Return the distance of each cell that counts what is at most one step off."""
        found: dict[int, int] = {}
        for position, cell in enumerate(self.analysis.coverage.cells):
            for key in (*cell.standards, *cell.planned):
                item = self._item(key)
                if not isinstance(item, Edition | PlannedStandard | Document):
                    continue
                if self.analysis.statuses(item).status.dead:
                    continue
                for one in self._stood_for(item):
                    distance = self.documents.get(one, 999)
                    if distance <= 1:
                        found[position] = min(found.get(position, 999), distance + 1)
        return found

    def _item(self, key: str) -> Thing:
        workspace = self.workspace
        found = workspace.editions.get(key) or workspace.planned.get(key)
        return found or workspace.documents[key]

    def systems(self) -> dict[str, int]:
        """Return the distance of each system that holds something, or uses a base that does."""
        entries = self.entries()
        own = {
            key: min(entries[one.key] for one in system.entries if one.key in entries)
            for key, system in self.workspace.systems.items()
            if any(one.key in entries for one in system.entries)
        }
        found = dict(own)
        for key, system in self.workspace.systems.items():
            for base in system.uses:
                if base in own:
                    found[key] = min(found.get(key, 999), own[base] + 1)
        return found

    def tasks(self) -> dict[str, int]:
        """Return the distance of each task."""
        systems = self.systems()
        found: dict[str, int] = {}
        for task in self.workspace.programme.tasks:
            named = [
                distance
                for thing, distance in self.documents.items()
                if any(self.touches(text, thing) for text in task.standards)
            ]
            held = [systems[key] for key in task.systems if key in systems]
            if named or held:
                found[task.id] = min((*named, *held)) + 1
        return found

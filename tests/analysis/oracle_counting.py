"""Rows, cells and counts once more, by brute force over sets: slow, and as the rules are worded."""

from collections.abc import Iterator
from itertools import product

from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.life_cycle.statuses import Statuses
from stdsys.model.coverage_record import ClauseRecord
from stdsys.model.items import Edition, Item, PlannedStandard
from stdsys.model.workspace import Entry, System, Workspace
from stdsys.numbers import read

CLASS = {
    "in-force": "E",
    "upcoming": "U",
    "planned": "P",
    "drafting": "P",
    "unknown": "X",
    "replaced": "O",
    "withdrawn": "O",
}
PLURAL = {"stage": "stages", "aspect": "aspects"}


class Oracle:
    """Answers by their wording; the status of items is taken as given."""

    def __init__(self, workspace: Workspace, statuses: Statuses) -> None:
        self.workspace = workspace
        self.letter = {item: CLASS[statuses(item).status.value] for item in workspace.items()}
        self.statuses = statuses

    def items(self, *systems: str) -> set[Item]:
        """Distinct items of these systems."""
        return {entry.item for entry in self.workspace.entries() if entry.system in systems}

    def stands_for(self, item: Item) -> Item:
        """The edition that an undated number means."""
        undated = isinstance(item, Edition) and item.number is not None and not item.number.year
        return (self.statuses.live_edition(item.family) if undated else None) or item

    def replaced(self, item: Item) -> set[Item]:
        """Editions that an item wholly replaces, by its own statement."""
        item = self.stands_for(item)
        if not isinstance(item, Edition | PlannedStandard):
            return set()
        whole = [stated.number for stated in item.facts.replaces if stated.scope.value == "whole"]
        return {self.stands_for(found) for found in map(self.named, whole) if found is not None}

    def named(self, text: str) -> Edition | None:
        number = read(text).number
        assert number is not None
        if text in self.workspace.editions or number.year:
            return self.workspace.editions.get(text)
        return self.statuses.live_edition(number.family)

    def continues(self, item: Item) -> set[Item]:
        """Editions in force that an item comes to replace, through others still to come."""
        found: set[Item] = set()
        for older in self.replaced(item):
            if self.letter[older] == "E":
                found.add(older)
            elif self.letter[older] in "UP":
                found |= self.continues(older)
        return found

    def successions(self, items: set[Item]) -> set[Item]:
        meant = {self.stands_for(item) for item in items}
        return {i for i in items if self.letter[i] in "UP" and self.continues(i) & meant}

    def listed(self, items: set[Item]) -> set[Item]:
        return {i for i in items if self.letter[i] in "EUPX"} - self.successions(items)

    def main(self, items: set[Item]) -> set[Item]:
        return {i for i in self.listed(items) if i.level != "other"}

    def raised(self, system: System) -> int:
        """What `expected` adds to 应有数."""
        main = self.main(self.items(system.id))
        return sum(
            max(0, wanted - sum(item.level == level for item in main))
            for level, wanted in system.record.expected.items()
            if level != "other"
        )

    def values(self, entry: Entry, axis: str) -> set[str]:
        """The entry's own values, else those of the nearest node upwards that has any."""
        plural = PLURAL[axis]
        found = set(getattr(entry.record, plural))
        nodes = self.workspace.systems[entry.system].nodes
        code = entry.record.at
        while not found and code is not None:
            found, code = set(getattr(nodes[code].record, plural)), nodes[code].parent
        return found

    def clauses(self, system: System) -> list[ClauseRecord]:
        own = {clause.id: clause for clause in system.record.coverage.require}
        common = []
        for clause in self.workspace.coverage.require:
            stated = own.pop(clause.id, None)
            fields = (
                {} if stated is None else {n: getattr(stated, n) for n in stated.model_fields_set}
            )
            common.append(clause.model_copy(update=fields))
        return common + list(own.values())

    def cells(self) -> Iterator[tuple[str, str, dict[str, str], str, dict[str, int]]]:
        """Yield system, clause, axis values, state and counts of every cell, in order."""
        for system in self.workspace.systems.values():
            if system.shared:
                continue
            for clause in self.clauses(system):
                choices = [
                    [(axis, value) for value in self.workspace.axes[axis].values]
                    for axis in clause.each
                ]
                for chosen in product(*choices):
                    cell = dict(chosen)
                    if all(v in clause.axes.get(PLURAL[a], (v,)) for a, v in chosen):
                        counts = self.counts(system, clause, cell)
                        state = self.state(system, clause, cell, counts)
                        yield system.id, clause.id, cell, state, counts

    def counts(self, system: System, clause: ClauseRecord, cell: dict[str, str]) -> dict[str, int]:
        wanted = {axis: {value} for axis, value in cell.items()}
        for axis, plural in PLURAL.items():
            if axis not in cell and plural in clause.axes:
                wanted[axis] = set(clause.axes[plural])
        letters: dict[str, set[str]] = {}
        for holder in self.workspace.systems.values():
            if holder is not system and not (clause.shared and holder.id in system.uses):
                continue
            for entry in holder.entries:
                if self.matches(entry, wanted, clause):
                    letters.setdefault(entry.item.family, set()).add(self.letter[entry.item])
        best = [next(x for x in "EUPXO" if x in found) for found in letters.values()]
        return {letter: best.count(letter) for letter in "EUPXO"}

    def matches(self, entry: Entry, wanted: dict[str, set[str]], clause: ClauseRecord) -> bool:
        if entry.item.key == "law" or (clause.levels and entry.item.level not in clause.levels):
            return False
        return all(
            bool(has & values) if (has := self.values(entry, axis)) else clause.general
            for axis, values in wanted.items()
        )

    def state(
        self, system: System, clause: ClauseRecord, cell: dict[str, str], n: dict[str, int]
    ) -> str:
        for exemption in (*system.record.coverage.exempt, *self.workspace.coverage.exempt):
            if exemption.clause in (None, clause.id) and all(
                ({cell[axis]} if axis in cell else set(clause.axes.get(plural, ("not stated",))))
                <= set(exemption.axes[plural])
                for axis, plural in PLURAL.items()
                if plural in exemption.axes
            ):
                return "exempt"
        if n["E"] >= clause.at_least:
            return "covered"
        if n["E"] + n["U"] >= clause.at_least:
            return "upcoming"
        if n["E"] + n["U"] + n["P"] >= clause.at_least:
            return "planned"
        only_dead = n["O"] > 0 and not (n["E"] or n["U"] or n["P"] or n["X"])
        return "obsolete-only" if only_dead else "gap"


def letters(counts: dict[RowClass, int]) -> dict[str, int]:
    return {cls.name: number for cls, number in counts.items()}

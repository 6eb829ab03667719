"""What the tables `standards` and `entries` say of an item: its kind, its number, its status."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import Row
from stdsys.analysis.life_cycle.statuses import StatusOn
from stdsys.model.items import Document, Edition, Item, PlannedStandard
from stdsys.model.standard_record import DocumentRecord, StandardFacts
from stdsys.model.system_record import EntryRecord
from stdsys.numbers import StandardNumber


class StandardFact(Struct, frozen=True, dict=True):
    """An item, what it is on the day, and its first row in the tables (None: in no system)."""

    item: Item
    status: StatusOn
    row: Row | None
    analysis: Analysis

    @property
    def number(self) -> StandardNumber | None:
        """The number; None for what has none, or none that can be read."""
        return self.item.number if isinstance(self.item, Edition) else None

    @property
    def record(self) -> StandardFacts | DocumentRecord:
        """What is written of it."""
        return self.item.record if isinstance(self.item, Document) else self.item.facts

    @property
    def facts(self) -> StandardFacts | None:
        """The facts of a standard or planned standard."""
        return None if isinstance(self.item, Document) else self.item.facts

    @property
    def plan(self) -> EntryRecord | None:
        """What is written of a planned standard."""
        return self.item.facts if isinstance(self.item, PlannedStandard) else None

    @property
    def required(self) -> bool:
        """Whether it counts in 应有数 of the workspace."""
        return self.row is not None and self.row.main

    @property
    def cited(self) -> tuple[str, ...]:
        """What it cites, as written."""
        return tuple(one.number for one in self.facts.cites) if self.facts else ()

    @cached_property
    def live_edition(self) -> str | None:
        """The edition that lives on in the place of one that is replaced or withdrawn."""
        if not isinstance(self.item, Edition) or not self.status.status.dead:
            return None
        found = self.analysis.statuses.live_successor(self.item.key)
        return found.key if found else None


def standard_facts(analysis: Analysis) -> Iterator[StandardFact]:
    """Yield every item in reading order: editions, planned standards, documents."""
    rows = {row.item: row for row in analysis.rows.region()}
    for item in analysis.workspace.items():
        yield StandardFact(item, analysis.statuses(item), rows.get(item), analysis)


def kind_of(item: Item) -> str:
    """Return which of the three kinds of item it is."""
    if isinstance(item, Edition):
        return "standard"
    return "planned" if isinstance(item, PlannedStandard) else "document"


def number_of(item: Item) -> str | None:
    """Return the canonical number, by which editions of different workspaces are the same."""
    return item.key if isinstance(item, Edition) and item.number else None


def family_of(item: Item) -> str | None:
    """Return the number without its year, which all editions share."""
    return item.family if isinstance(item, Edition) and item.number else None

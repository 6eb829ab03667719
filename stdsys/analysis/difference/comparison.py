"""The difference of two states of a workspace: what was changed, and what that does."""

from collections.abc import Iterable

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.cells import Cell
from stdsys.analysis.difference.answer_changes import (
    CountChange,
    StatusChange,
    cell_changes,
    count_changes,
    status_changes,
)
from stdsys.analysis.difference.entry_changes import entry_changes
from stdsys.analysis.difference.field_changes import Change
from stdsys.analysis.difference.finding_changes import FindingChange, Sighting, finding_changes
from stdsys.analysis.difference.item_changes import item_changes
from stdsys.analysis.difference.record_changes import RecordChange, record_changes
from stdsys.analysis.difference.renumbering import Renumbering
from stdsys.model.items import Item
from stdsys.model.workspace import Entry


class Difference(Struct, frozen=True, eq=False):
    """What differs between two analyses, each of its own day.

    `items` are standards, planned standards and documents; `records` everything else that is
    written. `counts` holds the counts of both, changed or not. `cells`, `statuses` and `findings`
    follow from what is written and from the days.
    """

    before: Analysis
    after: Analysis
    items: tuple[Change[Item], ...]
    entries: tuple[Change[Entry], ...]
    records: tuple[RecordChange, ...]
    cells: tuple[Change[Cell], ...]
    statuses: tuple[StatusChange, ...]
    counts: tuple[CountChange, ...]
    findings: tuple[FindingChange, ...]

    @classmethod
    def of(
        cls,
        before: Analysis,
        after: Analysis,
        found_before: Iterable[Sighting] = (),
        found_after: Iterable[Sighting] = (),
    ) -> "Difference":
        """Compare two analyses; the findings of either side come from a run of the rules."""
        old, new = before.workspace, after.workspace
        renumbering = Renumbering((old, new), (before.replacements, after.replacements))
        return cls(
            before=before,
            after=after,
            items=item_changes(old, new, renumbering),
            entries=entry_changes(old, new, renumbering),
            records=record_changes(old, new),
            cells=cell_changes(before, after),
            statuses=status_changes(before, after),
            counts=count_changes(before, after),
            findings=finding_changes(found_before, found_after),
        )

    @property
    def empty(self) -> bool:
        """Whether nothing differs: nothing written, and no answer."""
        written = self.items or self.entries or self.records
        answers = self.cells or self.statuses or self.findings
        return not (written or answers or any(count.differs for count in self.counts))

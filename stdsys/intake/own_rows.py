"""The rows of an exported workbook with what each is about, and what has been typed over."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, field

from stdsys.intake.drafts import Remark, Where
from stdsys.intake.hidden_sheet import (
    CONCLUDED,
    OBSOLETE,
    OTHER,
    SYSTEM,
    TOTAL,
    HiddenSheet,
    ItemMemo,
)
from stdsys.intake.own_edits import Copies, Seen, seen_rows
from stdsys.intake.own_items import Meant, Named, OwnItems
from stdsys.intake.own_sheets import OwnRow, OwnSheet
from stdsys.messages import Text, _

NOTHING_NAMED = _("neither number nor title")
_MAIN = {SYSTEM: True, TOTAL: True, OBSOLETE: False, OTHER: False}


class Told(Struct, frozen=True):
    """A row with every edit of its copies carried over.

    `changed` are the fields that no longer say what was exported; None where nobody can tell.
    """

    row: OwnRow
    meant: Meant
    changed: frozenset[str] | None
    edited: bool
    """Whether somebody has typed in this very row."""

    @property
    def changed_fields(self) -> frozenset[str]:
        """The fields that are known to say something else than was exported."""
        return self.changed or frozenset()

    @property
    def stated(self) -> Mapping[str, str]:
        """The cells without those that the export concluded from other records."""
        if self.meant.memo is None or self.changed is None:
            return self.row.cells
        concluded = set(self.meant.memo.cells.get(CONCLUDED, "").split()) - self.changed
        return {name: text for name, text in self.row.cells.items() if name not in concluded}


class OwnRows(Struct):
    """Finds out what the rows are about; `refused` are those that name nothing."""

    hidden: HiddenSheet
    is_shared: Callable[[OwnRow, ItemMemo | None], bool]
    system_ids: Mapping[str, str]
    remarks: list[Remark] = field(default_factory=list)
    refused: dict[Where, Text] = field(default_factory=dict)

    def told(self, sheets: Sequence[OwnSheet]) -> list[Told]:
        """Return the rows of all sheets, in the sheets' order."""
        items = OwnItems(self.hidden)
        entered: set[tuple[str, str]] = set()
        found: list[tuple[Seen, Meant]] = []
        for sheet in sheets:
            for seen in seen_rows(sheet, self.hidden.rows):
                meant = items.meant(self._named(seen), entered)
                if meant is None:
                    self.refused[seen.row.where] = NOTHING_NAMED
                    continue
                self._report(seen)
                found.append((seen, meant))
                if sheet.memo.kind == SYSTEM and not self.is_shared(seen.row, meant.memo):
                    entered.add((sheet.memo.system, meant.key))
        copies = Copies()
        rows = list(copies.carried(found))
        self.remarks += copies.remarks
        return [
            Told(row, meant, _changed(seen, row), seen.before is None or bool(seen.changed))
            for row, (seen, meant) in zip(rows, found, strict=True)
        ]

    def _named(self, seen: Seen) -> Named:
        """Return what a row names: what it named when it was exported, unless it is renumbered."""
        row, before = seen.row, seen.before
        kind = row.sheet.kind
        system = row.sheet.system if kind == SYSTEM else self.system_ids.get(row["systems"])
        main, numbered = _MAIN.get(kind), not row.has("number")
        if before is None or seen.renumbered:
            return Named(row["number"], row["title"], row["code"], system, main, numbered)
        return Named(before.number, before.title, before.code, system, main, numbered)

    def _report(self, seen: Seen) -> None:
        if seen.before is not None and seen.renumbered:
            message = _(
                "the number {before} was changed to {number}; another number is another standard",
                before=seen.before.number or "—",
                number=seen.row["number"] or "—",
            )
            self.remarks.append(Remark(seen.row.where, message))


def _changed(seen: Seen, row: OwnRow) -> frozenset[str] | None:
    if seen.before is None:
        return None
    return seen.before.changed([name for name, _head in row.sheet.columns], row.cells)

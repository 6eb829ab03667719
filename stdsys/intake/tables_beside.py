"""Tables beside each other, read row by row: each with its own columns, headings and groups."""

from collections.abc import Sequence

from stdsys.intake.drafts import RowOutcome
from stdsys.intake.headers import Header
from stdsys.intake.headings import Opened
from stdsys.intake.ledger import Ledger, OpenSystem
from stdsys.intake.sheet_names import SheetRole
from stdsys.intake.sheet_view import SheetView
from stdsys.intake.table_reading import RowRead, TableReader
from stdsys.messages import Text, _


class TablesBeside:
    """Reads the tables under one heading, most often a single one."""

    def __init__(
        self,
        view: SheetView,
        header: Header,
        system: OpenSystem,
        role: SheetRole,
        ledger: Ledger,
    ) -> None:
        self.header = header
        self.system = system
        tables = header.tables
        starts = [0, *(table.columns[0].index for table in tables[1:]), view.width]
        self._readers = [
            TableReader(view, table, system, role, ledger, range(starts[i], starts[i + 1]))
            for i, table in enumerate(tables)
        ]
        self._opened: list[Opened] = [()] * len(tables)

    def go_on(self, header: Header, groups: Sequence[str]) -> None:
        """Read on below a heading, which group headings may stand above."""
        self.header = header
        for place, (reader, table) in enumerate(zip(self._readers, header.tables, strict=True)):
            self._turn_to(place)
            reader.go_on(table, groups)
            self._opened[place] = self.system.tree.opened

    def waits_for_a_formula(self, row: int) -> bool:
        """Whether a blank row would name a standard if its formulas had been computed."""
        return any(reader.unstored(row) for reader in self._readers)

    def read(self, row: int) -> RowRead:
        """Read a row that is neither blank nor part of a heading, in each of the tables."""
        if len(self._readers) == 1:
            return self._readers[0].read(row)
        found = []
        for place, reader in enumerate(self._readers):
            if reader.says_nothing(row):
                continue
            self._turn_to(place)
            found.append(reader.read(row))
            self._opened[place] = self.system.tree.opened
        return _as_one(found)

    def _turn_to(self, place: int) -> None:
        if len(self._readers) > 1:
            self.system.tree.reopen(self._opened[place])


_RANK = (RowOutcome.IMPORTED, RowOutcome.NOT_UNDERSTOOD, RowOutcome.HEADING, RowOutcome.TOTAL)


def _as_one(found: Sequence[RowRead]) -> RowRead:
    """Return what became of a row of several tables; what one did not understand is a remark."""
    if not found:
        return RowRead(RowOutcome.NOTE)
    ranked = sorted(found, key=lambda r: _RANK.index(r.outcome) if r.outcome in _RANK else 9)
    remarks: list[Text] = [message for read in found for message in read.remarks]
    remarks += (
        _("in one of the tables beside each other: {reason}", reason=read.reason)
        for read in ranked[1:]
        if read.outcome is RowOutcome.NOT_UNDERSTOOD and read.reason is not None
    )
    return RowRead(ranked[0].outcome, ranked[0].reason, tuple(remarks))

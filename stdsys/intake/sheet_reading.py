"""A sheet from its first row to its last: tables, lines above them, what stands outside."""

import re
from collections.abc import Sequence

from msgspec import Struct, field

from stdsys.intake.cells_numbers import read_number_cell
from stdsys.intake.drafts import AccountedRow, ReadTable, Remark, RowOutcome, Where
from stdsys.intake.headers import Header
from stdsys.intake.headings import is_numbered
from stdsys.intake.ledger import Ledger
from stdsys.intake.sheet_layout import Layout
from stdsys.intake.sheet_names import name_of_system, names_a_table, role_of, system_in
from stdsys.intake.sheet_view import SheetView
from stdsys.intake.table_reading import UNSTORED
from stdsys.intake.tables_beside import TablesBeside
from stdsys.messages import Text, _

_LONGEST_HEADING = 60
_LABEL = re.compile(r"[:：]|^附\s*[件表录]|^表\s*\d")


class SheetRead(Struct):
    """What became of a sheet: its tables and every one of its rows."""

    tables: list[ReadTable] = field(default_factory=list)
    rows: list[AccountedRow] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    title: str = ""


class SheetReader:
    """Reads one sheet into a ledger. `several`: whether other sheets of the file hold tables."""

    def __init__(self, view: SheetView, layout: Layout, ledger: Ledger, several: bool) -> None:
        self._view = view
        self._grid = view.grid
        self._layout = layout
        self._ledger = ledger
        self._several = several
        self._table: TablesBeside | None = None
        self._pending: list[str] = []
        self._done = SheetRead()

    def read(self) -> SheetRead:
        """Return every row with its outcome; standards, plans and places go to the ledger."""
        if -1 in self._layout.headers:
            self._begin(self._layout.headers[-1])
        inside = -1
        for row in range(self._view.height):
            cells = tuple(self._view.own(row))
            if row in self._layout.headers:
                header = self._layout.headers[row]
                self._begin(header)
                inside = header.last
            if not any(cells):
                waits = self._table is not None and self._table.waits_for_a_formula(row)
                reason = UNSTORED if waits else None
                outcome = RowOutcome.NOT_UNDERSTOOD if waits else RowOutcome.BLANK
                self._account(row, outcome, reason)
            elif row <= inside or self._is_column_count(row, cells, inside):
                self._account(row, RowOutcome.HEADER)
            elif row in self._layout.above:
                self._line_above(row)
            elif self._table is None:
                self._outside(row)
            else:
                read = self._table.read(row)
                self._account(row, read.outcome, read.reason)
                for message in read.remarks:
                    self._remark(row, message)
        return self._done

    def _account(self, row: int, outcome: RowOutcome, reason: Text | None = None) -> None:
        cells = self._view.own(row)
        while cells and not cells[-1]:
            cells.pop()
        where = self._where(row)
        self._done.rows.append(AccountedRow(where, outcome, tuple(cells), reason))

    def _where(self, row: int) -> Where:
        return Where(self._grid.file, self._grid.sheet, row + 1)

    def _remark(self, row: int, message: Text) -> None:
        self._done.remarks.append(Remark(self._where(row), message))

    def _begin(self, header: Header) -> None:
        """Begin a table, or go on with one whose heading is printed again."""
        lines = [row for row, head in sorted(self._layout.above.items()) if head == header.first]
        texts = [next(filter(None, self._view.own(row))) for row in lines]
        title = next((text for text in texts if names_a_table(text)), "")
        table = self._table
        again = table is not None and table.header.signature == header.signature
        if table is not None and again and not title:
            table.go_on(header, self._pending)
            self._pending.clear()
            return
        stem = self._grid.file.rpartition(".")[0] or self._grid.file
        named = title or self._done.title
        name = name_of_system(self._grid.sheet, named, several=self._several)
        system = self._ledger.system(name or system_in(stem) or stem, named=name is not None)
        if table is None or table.system is not system:
            system.tree.close()
        self._done.title = self._done.title or title
        role = role_of(self._grid.sheet, title)
        self._table = TablesBeside(self._view, header, system, role, self._ledger)
        self._table.go_on(header, self._pending)
        self._pending.clear()
        if again:
            return
        file, sheet = self._grid.file, self._grid.sheet
        tables = header.tables
        self._done.tables += [ReadTable(file, sheet, header.last + 1, t.columns) for t in tables]
        if self._layout.guessed:
            self._say_the_guess(header)

    def _say_the_guess(self, header: Header) -> None:
        named = {column.field: column.header for column in header.columns}
        if "title" in named:
            message = _(
                "no known heading: column {number} is taken for the number and {title} for the "
                "title, by what stands there; to say otherwise: --map HEADER=FIELD",
                number=named["number"],
                title=named["title"],
            )
        else:
            message = _(
                "no known heading: column {number} is taken for number and title, by what stands "
                "there; to say otherwise: --map HEADER=FIELD",
                number=named["number_title"],
            )
        self._remark(max(header.last, 0), message)

    def _is_column_count(self, row: int, cells: Sequence[str], inside: int) -> bool:
        """Whether the row below a heading numbers the columns: 1, 2, 3 or （1）（2）（3）."""
        if row != inside + 1 or inside < 0:
            return False
        numbers = [re.sub(r"[()（）]", "", cell) for cell in cells if cell]
        return len(numbers) > 2 and numbers == [str(n) for n in range(1, len(numbers) + 1)]

    def _line_above(self, row: int) -> None:
        """Account for a line above a heading: the title of a table, a group, or a remark."""
        text = next(filter(None, self._view.own(row)))
        if names_a_table(text):
            self._account(row, RowOutcome.NOTE, _("title of a table"))
        elif (
            (self._table is None and not is_numbered(text))
            or len(text) > _LONGEST_HEADING
            or _LABEL.search(text)
        ):
            self._account(row, RowOutcome.NOTE)
        else:
            self._pending.append(text)
            self._account(row, RowOutcome.HEADING)

    def _outside(self, row: int) -> None:
        """Account for a row outside all tables: text, unless it names a standard."""
        if any(read_number_cell(cell).numbers for cell in self._view.own(row) if cell):
            self._account(
                row, RowOutcome.NOT_UNDERSTOOD, _("a standard outside any table with headings")
            )
        else:
            self._account(row, RowOutcome.NOTE, _("no table of standards"))

"""One sheet of a workbook: title, second line, tables, and how it prints."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias

from msgspec.structs import replace

from stdsys.messages import _
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.table import Column, Ratio, Sheet, Table, Word
from stdsys.output.workbooks.column_rooms import (
    EDGE,
    NOTHING,
    PAGE,
    SMALLEST_PRINT,
    broken_head,
    need_of,
    rooms_of,
)
from stdsys.output.workbooks.formats import LINE_HEIGHT, PADDING, TITLE_LINE_HEIGHT, Formats
from stdsys.output.workbooks.widths import lines, width

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

Written: TypeAlias = str | int | float | date | None

_A4 = 9
_TALLEST = 409.0
LONGEST_CELL = 32_767
_LAST_ROW = 1_048_575

_TITLE_SHARE = 1.7
"""How much wider than body text the title's letters are."""
_ONE_PAGE = 40
"""Rows up to which a sheet of several tables is printed on one page."""
_LEAST_SHEET = 60
"""A sheet of few columns is widened to this, and to its title where a page holds it in a line."""
_SMALLEST_SCALE = 70
"""Per cent to which the print is made smaller at most; what is wider yet takes further pages."""


class SheetWriter:
    """Writes one sheet; `room` is the width of each column, shared by all its tables."""

    def __init__(
        self,
        to: "Worksheet",
        sheet: Sheet,
        formats: Formats,
        render: Renderer,
    ) -> None:
        self._to = to
        self._sheet = sheet = replace(sheet, tables=tuple(t.filled for t in sheet.tables))
        self._formats = formats
        self._render = render
        self._texts = [[[render(cell) for cell in row] for row in t.rows] for t in sheet.tables]
        self._heads = [[render.text(c.title) for c in t.columns] for t in sheet.tables]
        self._room = self._rooms()
        self.head_row = 2
        """Row of the first table's headings, from 0; known when everything is written."""

    def write(self) -> None:
        """Write everything."""
        for column, room in enumerate(self._room):
            self._to.set_column(column, column, room)
        self._to.set_default_row(LINE_HEIGHT + PADDING)
        title = self._render.text(self._sheet.title)
        subtitle = self._render.second_line(self._sheet)
        self._across(0, title, self._formats.title, TITLE_LINE_HEIGHT, _TITLE_SHARE)
        self._across(1, subtitle, self._formats.subtitle)
        row = 2
        first_head = None
        for index, table in enumerate(self._sheet.tables):
            if table.caption is not None:
                self._across(row, self._render.text(table.caption), self._formats.caption, 20)
                row += 1
            first_head = row if first_head is None else first_head
            row = self._table(row, table, self._heads[index], self._texts[index])
        self.head_row = first_head or 2
        self._page()

    def _rooms(self) -> list[int]:
        """Return the columns' widths; a sheet of few short texts is as wide as its title."""
        columns = max(len(table.columns) for table in self._sheet.tables)
        needs = [NOTHING] * columns
        for table, heads, rows in zip(self._sheet.tables, self._heads, self._texts, strict=True):
            for index, column in enumerate(table.columns):
                said = need_of(column.kind, heads[index], [row[index] for row in rows])
                needs[index] |= said
        rooms = rooms_of(needs, [row for rows in self._texts for row in rows])
        title = width(self._render.text(self._sheet.title)) * _TITLE_SHARE + EDGE
        short = int(max(_LEAST_SHEET, min(title, PAGE))) - sum(rooms)
        if short > 0:
            rooms = [room + -(-short // columns) for room in rooms]
        return self._as_asked(rooms)

    def _as_asked(self, rooms: Sequence[int]) -> list[int]:
        """Return the widths with those that a profile asks for."""
        asked = {
            index: column.width
            for table in self._sheet.tables
            for index, column in enumerate(table.columns)
            if column.width is not None
        }
        return [asked.get(index, room) for index, room in enumerate(rooms)]

    def _across(
        self, row: int, text: str, look: object, height: float = LINE_HEIGHT, share: float = 1
    ) -> None:
        """Write a text over all columns; such rows are never part of the data."""
        last = len(self._room) - 1
        if last:
            self._to.merge_range(row, 0, row, last, "", look)
        self._to.write_string(row, 0, text[:LONGEST_CELL], look)
        needed = lines(text, (sum(self._room) - EDGE) / share)
        self._high(row, needed * height + PADDING)

    def _table(
        self, row: int, table: Table, heads: Sequence[str], texts: Sequence[Sequence[Written]]
    ) -> int:
        """Write head and body; return the row after the table, its notes and a blank row."""
        head_row, last_column = row, len(table.columns) - 1
        heads = [self._head(table.columns[i], i, head) for i, head in enumerate(heads)]
        for index, head in enumerate(heads):
            self._to.write_string(row, index, head, self._formats.head)
        most = max(lines(head, self._room[i] - 1) for i, head in enumerate(heads))
        self._high(row, most * LINE_HEIGHT + PADDING * 2)
        shown = min(len(table.rows), _LAST_ROW - row - 10)
        for index in range(shown):
            row += 1
            self._row(row, table, index, texts[index])
        if self._filtered(table):
            self._to.autofilter(head_row, 0, max(row, head_row + 1), last_column)
        notes = [self._render.text(note) for note in table.notes]
        if not table.rows:
            notes.insert(0, self._render.text(_("nothing to list")))
        if shown < len(table.rows):
            more = _("{count} further rows stand in the csv file", count=len(table.rows) - shown)
            notes.append(self._render.text(more))
        row += 1
        for note in notes:
            row += 1
            self._across(row, note, self._formats.note)
        return row + (2 if notes else 1)

    def _head(self, column: Column, index: int, head: str) -> str:
        return broken_head(head, self._room[index] - 1) if column.bracket_below else head

    def _row(self, row: int, table: Table, index: int, texts: Sequence[Written]) -> None:
        """Write a row by the types of its texts; nothing a user wrote becomes a formula."""
        to, total, most = self._to, index in table.totals, 1
        for column, text in enumerate(texts):
            head, cell = table.columns[column], table.rows[index][column]
            if isinstance(cell, Ratio):
                look = self._formats.of(head.kind, total, pattern="0.0")
                to.write_formula(row, column, _share(row, table.columns, head, cell), look, text)
            elif text is None:
                to.write_blank(row, column, None, self._formats.of(head.kind, total))
            elif isinstance(text, str):
                tone = cell.tone if isinstance(cell, Word) else None
                to.write_string(
                    row, column, _fitting(text), self._formats.of(head.kind, total, tone)
                )
                room = self._room[column] - 1
                if len(text) * 2 > room or "\n" in text:
                    most = max(most, lines(text, room))
            elif isinstance(text, date):
                look = self._formats.of(head.kind, total, pattern="yyyy-mm-dd")
                self._date(row, column, text, look)
            else:
                to.write_number(row, column, text, self._formats.of(head.kind, total))
        if most > 1:
            self._high(row, most * LINE_HEIGHT + PADDING)

    def _high(self, row: int, points: float) -> None:
        self._to.set_row(row, min(points, _TALLEST))

    def _date(self, row: int, column: int, day: date, look: object) -> None:
        """Write a day; the calendar of spreadsheets begins in 1900."""
        if day.year < 1900:
            self._to.write_string(row, column, day.isoformat(), look)
        else:
            self._to.write_datetime(row, column, datetime(day.year, day.month, day.day), look)

    def _filtered(self, table: Table) -> bool:
        """Whether the table can be filtered: one to a sheet, and no sums among its rows."""
        return len(self._sheet.tables) == 1 and not table.totals

    def _page(self) -> None:
        """Set up the page: A4 across, one page wide, the head on every page, numbered.

        A sheet of several small tables is one page, so that none is torn from its notes. One too
        wide to be read on a page goes over several, with its first two columns on each.
        """
        to, tables = self._to, self._sheet.tables
        to.set_paper(_A4)
        to.set_landscape()
        to.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        to.center_horizontally()
        small = len(tables) > 1 and sum(len(table.rows) for table in tables) <= _ONE_PAGE
        if sum(self._room) <= SMALLEST_PRINT:
            to.fit_to_pages(1, 1 if small else 0)
        else:
            to.set_print_scale(_SMALLEST_SCALE)
            to.print_across()
            to.repeat_columns(0, 1)
        if len(tables) == 1:
            to.repeat_rows(self.head_row)
            to.freeze_panes(self.head_row + 1, 0)
        else:
            to.freeze_panes(2, 0)
            to.repeat_rows(0, 1)
        footer = self._render.text(_("Page {page} of {pages}", page="&P", pages="&N"))
        to.set_footer(f"&C{footer}")


def _share(row: int, columns: Sequence[Column], head: Column, ratio: Ratio) -> str:
    """Return the formula of a ratio: of the cells it is the ratio of, else of its numbers."""
    part, whole = str(ratio.part), str(ratio.whole)
    if head.ratio_of is not None:
        from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]

        keys = [column.key for column in columns]
        part, whole = (xl_rowcol_to_cell(row, keys.index(key)) for key in head.ratio_of)
    return f'=IF({whole}=0,"—",ROUND({part}/{whole}*100,1))'


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"

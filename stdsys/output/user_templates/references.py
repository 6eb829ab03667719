"""What refers to a filled table goes on referring to all of its rows, as in Excel itself.

Formulas of every sheet, names, print areas, conditional formats, drop-down lists and Excel's own
tables. A range over the sample rows ends with the last row filled in; what points below the table
moves with what stands there.
"""

import re
from collections.abc import Iterator

from msgspec import Struct
from openpyxl.cell.cell import Cell
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.formula.tokenizer import Token, Tokenizer
from openpyxl.workbook import Workbook as Book
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.cell_range import MultiCellRange
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

_END = re.compile(r"(\$?[A-Za-z]{1,3})?(\$?)([1-9][0-9]*)")
"""A cell, or the row alone; a column alone has no row to move."""


class Growth(Struct, frozen=True):
    """How a table has grown: `first` to `last` were its rows, `by` so many were added (or taken).

    `gap` is the last empty row between the table and what stands below; None if nothing does.
    """

    sheet: str
    first: int
    last: int
    by: int
    gap: int | None

    @property
    def end(self) -> int:
        """The last row filled in."""
        return self.last + self.by

    def row(self, row: int) -> int:
        """Return where a row has gone; of rows taken away the nearest that is left."""
        if row > self.last:
            return row + self.by
        return min(row, self.end) if row >= self.first else row

    def rows(self, low: int, high: int) -> tuple[int, int]:
        """Return what a range of rows covers now."""
        if high < self.first:
            return low, high
        begins_here = low <= self.first
        if not begins_here and low > self.last:
            return low + self.by, high + self.by
        start = low if begins_here else min(low, self.end)
        if self.gap is None and high >= self.last:
            return start, max(high, self.end)
        if self.last <= high <= (self.gap or 0) or (begins_here and high < self.last):
            return start, self.end
        return start, self.row(high)


class References:
    """The formulas of a workbook, found once; their cells are known wherever they move."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._formulas = [
            (sheet, cell)
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell, Cell) and cell.data_type == "f"
        ]

    def follow(self, growth: Growth) -> None:
        """Let everything that refers to a table refer to what it has grown to."""
        if not growth.by:
            return
        for sheet, cell in self._formulas:
            if cell.data_type != "f":  # a row of ours stands there now
                continue
            if isinstance(cell.value, ArrayFormula):
                _follow_array(cell.value, sheet, growth)
            elif isinstance(cell.value, str):
                cell.value = followed(cell.value, sheet.title, growth)
        for name in self._names():
            name.attr_text = followed(f"={name.attr_text}", "", growth)[1:]
        _follow_own(self._book[growth.sheet], growth)

    def _names(self) -> Iterator[DefinedName]:
        found = [*self._book.defined_names.values()]
        for sheet in self._book.worksheets:
            found += sheet.defined_names.values()
        return (name for name in found if name.attr_text)


def followed(formula: str, sheet: str, growth: Growth) -> str:
    """Return a formula that stands on `sheet` with references to the grown table restated."""
    tokens = Tokenizer(formula).items
    if not any(_is_reference(token) for token in tokens):
        return formula
    return "=" + "".join(
        _reference(token.value, sheet, growth) if _is_reference(token) else token.value
        for token in tokens
    )


def _is_reference(token: Token) -> bool:
    return bool(token.type == Token.OPERAND and token.subtype == Token.RANGE)


def _reference(text: str, sheet: str, growth: Growth) -> str:
    """Return a reference to a cell or a range; names and other sheets stay as they are."""
    prefix, mark, area = text.rpartition("!")
    named = prefix.strip("'").replace("''", "'") if mark else sheet
    if named.casefold() != growth.sheet.casefold():
        return text
    return f"{prefix}{mark}{_area(area, growth)}"


def _area(area: str, growth: Growth) -> str:
    low_text, colon, high_text = area.partition(":")
    low = _END.fullmatch(low_text)
    if low is None:
        return area
    if not colon:
        return area if low[1] is None else _placed(low, growth.row(int(low[3])))
    high = _END.fullmatch(high_text)
    if high is None:
        return area
    first, last = growth.rows(int(low[3]), int(high[3]))
    return f"{_placed(low, first)}:{_placed(high, last)}"


def _placed(found: re.Match[str], row: int) -> str:
    return f"{found[1] or ''}{found[2]}{row}"


def _areas(areas: str, growth: Growth) -> str:
    """Return the areas of a rule; a single cell is an area, too, which its rule may grow with."""
    full = (area if ":" in area else f"{area}:{area}" for area in areas.split())
    return " ".join(_area(area, growth) for area in full)


def _follow_array(value: ArrayFormula, sheet: Worksheet, growth: Growth) -> None:
    value.text = followed(value.text or "=", sheet.title, growth)
    if sheet.title == growth.sheet:
        value.ref = _area(value.ref, growth)


def _follow_own(sheet: Worksheet, growth: Growth) -> None:
    """Let print area, Excel's tables, drop-down lists and conditional formats of a sheet follow."""
    if sheet.print_area:
        areas = (area.rpartition("!")[2] for area in sheet.print_area.split(","))
        sheet.print_area = ",".join(_area(area.replace("$", ""), growth) for area in areas)
    for table in sheet.tables.values():
        table.ref = _area(table.ref, growth)
        if table.autoFilter is not None and table.autoFilter.ref:
            table.autoFilter.ref = _area(table.autoFilter.ref, growth)
    for rule in sheet.data_validations.dataValidation:
        rule.sqref = MultiCellRange(_areas(str(rule.sqref), growth))
    formats = ConditionalFormattingList()
    for found in sheet.conditional_formatting:
        for one in found.rules:
            one.formula = [
                followed(f"={formula}", sheet.title, growth)[1:] for formula in one.formula
            ]
            formats.add(_areas(str(found.sqref), growth), one)
    sheet.conditional_formatting = formats

"""Rows written into a user's own table, in the style of its first row; what stands below moves."""

from collections.abc import Mapping, Sequence
from copy import copy
from datetime import date

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from stdsys.output.tables.table import Kind
from stdsys.output.user_templates.references import Growth
from stdsys.output.user_templates.tables import TemplateTable
from stdsys.output.workbooks.widths import lines

Value = str | int | float | date | None

_LINE = 1.45
"""Height of a line of text, as a share of the size of its letters."""
_PADDING = 4.0
_TALLEST = 409.0
_USUAL_WIDTH = 8.43
_LONGEST = 32_767
_GENERAL = "General"


def fill(sheet: Worksheet, table: TemplateTable, rows: Sequence[Mapping[int, Value]]) -> Growth:
    """Write rows (column → value) into the table; the rows below it keep their distance.

    What refers to the table is yet to follow the growth that is returned.
    """
    prepared = max(table.last - table.first + 1, 0)
    wanted = max(len(rows), 1)
    growth = Growth(
        sheet.title, table.first, table.first + prepared - 1, wanted - prepared, _gap(sheet, table)
    )
    styles = _pattern(sheet, table)
    height = sheet.row_dimensions[table.first].height if prepared else None
    _unmerge(sheet, table.first, table.first + prepared - 1)
    if growth.by:
        _move(sheet, table.first + prepared, growth.by)
    widths = {index: _width(sheet, index) for index in styles}
    for offset in range(wanted):
        values = rows[offset] if offset < len(rows) else {}
        number = table.first + offset
        needed = height or 0.0
        for index, pattern in styles.items():
            cell = sheet.cell(number, index)
            assert isinstance(cell, Cell)
            _dress(cell, pattern)
            kind = table.fields[index].column.kind if index in table.fields else Kind.TEXT
            needed = max(needed, _write(cell, values.get(index), kind, widths[index]))
        sheet.row_dimensions[number].height = min(needed, _TALLEST) if needed else None
    _stretch_filter(sheet, growth.end)
    return growth


def _gap(sheet: Worksheet, table: TemplateTable) -> int | None:
    """Return the last empty row below the table; None if nothing stands below at all."""
    first = max(table.last, table.first - 1) + 1
    for cells in sheet.iter_rows(min_row=first):
        if any(cell.value is not None for cell in cells):
            return int(cells[0].row or first) - 1
    return None


def _pattern(sheet: Worksheet, table: TemplateTable) -> Mapping[int, Cell]:
    """Return the cells whose style the rows take: those of the first row, as wide as the table.

    Where no row is prepared the rows are framed as the headings are.
    """
    if table.last < table.first:
        return {index: _below_heading(sheet, table.first, index) for index in table.headings}
    found = {}
    for index in range(1, max(*table.headings, sheet.max_column) + 1):
        cell = sheet.cell(table.first, index)
        if isinstance(cell, Cell) and (index in table.headings or cell.has_style):
            found[index] = cell
    missing = [index for index in table.headings if index not in found]
    return found | {index: Cell(sheet, table.first, index) for index in missing}


def _below_heading(sheet: Worksheet, row: int, index: int) -> Cell:
    heading, cell = sheet.cell(row - 1, index), Cell(sheet, row, index)
    edge = heading.border
    cell.border = Border(left=edge.left, right=edge.right, top=edge.top, bottom=edge.bottom)
    cell.font = Font(name=heading.font.name, sz=heading.font.sz)
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    return cell


def _write(cell: Cell, value: Value, kind: Kind, room: float) -> float:
    """Write a value and return the height that it needs; 0 for one line in the usual height."""
    if value is None:
        cell.value = None
        return 0.0
    if isinstance(value, str):
        cell.value = value[:_LONGEST]
        cell.data_type = "s"  # what begins with = stays text
        count = lines(value, max(room - 1, 2))
        if count < 2:
            return 0.0
        if not cell.alignment.wrap_text:
            cell.alignment = Alignment(
                horizontal=cell.alignment.horizontal,
                vertical=cell.alignment.vertical,
                indent=cell.alignment.indent,
                wrap_text=True,
            )
        return count * float(cell.font.sz or 11) * _LINE + _PADDING
    cell.value = value
    if isinstance(value, date) and cell.number_format == _GENERAL:
        cell.number_format = "yyyy-mm-dd"
    elif kind is Kind.DATE and not isinstance(value, date):
        cell.number_format = _GENERAL
    return 0.0


def _dress(cell: Cell, like: Cell) -> None:
    """Give a cell the style of another; openpyxl shares styles by a number that it keeps inside."""
    cell._style = copy(like._style)  # type: ignore[attr-defined]


def _width(sheet: Worksheet, index: int) -> float:
    """Return the width of a column; one dimension may stand for several columns."""
    for letter, dimension in sheet.column_dimensions.items():
        low = dimension.min or 0
        high = dimension.max or 0
        if low <= index <= high or letter == get_column_letter(index):
            return float(dimension.width or _USUAL_WIDTH)
    return float(sheet.sheet_format.defaultColWidth or _USUAL_WIDTH)


def _unmerge(sheet: Worksheet, first: int, last: int) -> None:
    """Take apart what is merged in the prepared rows: every standard has a row of its own."""
    for merged in list(sheet.merged_cells.ranges):
        if first <= merged.min_row <= last:
            sheet.unmerge_cells(str(merged))


def _move(sheet: Worksheet, first: int, by: int) -> None:
    """Move all that stands from a row on: cells, merged ranges, heights, pictures."""
    last = max(sheet.max_row, first)
    below = [one for one in sheet.merged_cells.ranges if one.min_row >= first]
    for merged in below:
        sheet.unmerge_cells(str(merged))
    heights = {
        row: (dimension.height, dimension.hidden)
        for row, dimension in sheet.row_dimensions.items()
        if row >= first + min(by, 0)
    }
    if by < 0:
        bare = Cell(sheet, 1, 1)
        for cells in sheet.iter_rows(min_row=first + by, max_row=first - 1):
            for cell in cells:
                if isinstance(cell, Cell):
                    cell.value = None
                    _dress(cell, bare)
    area = f"A{first}:{get_column_letter(sheet.max_column)}{last}"
    sheet.move_range(area, rows=by)
    for row in heights:
        sheet.row_dimensions[row].height = None
    for row, (height, hidden) in heights.items():
        if row >= first:
            sheet.row_dimensions[row + by].height = height
            sheet.row_dimensions[row + by].hidden = hidden
    for merged in below:
        merged.shift(row_shift=by)
        sheet.merge_cells(str(merged))
    _move_pictures(sheet, first, by)


def _move_pictures(sheet: Worksheet, first: int, by: int) -> None:
    for picture in getattr(sheet, "_images", ()):
        for corner in ("_from", "to"):
            marker = getattr(picture.anchor, corner, None)
            if marker is not None and marker.row >= first - 1:
                marker.row += by


def _stretch_filter(sheet: Worksheet, last: int) -> None:
    """Let the filter, where the user has set one, reach to the new end."""
    if sheet.auto_filter.ref:
        begin, _colon, end = sheet.auto_filter.ref.partition(":")
        letters = "".join(char for char in end if char.isalpha())
        sheet.auto_filter.ref = f"{begin}:{letters}{last}" if letters else sheet.auto_filter.ref

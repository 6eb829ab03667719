"""The table of a user's own workbook: headings, the columns they ask for, where its rows end."""

import re
from collections.abc import Mapping

from msgspec import Struct
from openpyxl.worksheet.worksheet import Worksheet

from stdsys.intake.drafts import ReadColumn
from stdsys.intake.grids import Grid
from stdsys.intake.header_words import HeaderWords
from stdsys.intake.headers import Header, find_header
from stdsys.intake.sheet_view import SheetView
from stdsys.output.tables.row_cells import RowCells
from stdsys.output.tables.table import Column, Kind
from stdsys.output.workbooks.profiles import FIELDS, Field

_FURTHEST = 60
"""Rows from the top among which the headings are sought."""

_BELOW = re.compile(
    r"^(?:注|备注|说明|附注|填表|编制|制表|审核|审批|批准|复核|联系|单位|日期|盖章|负责|资料来源|数据来源|来源"
    r"|合\s*计|小\s*计|总\s*计|共\s*计|notes?\b|total\b)",
    re.IGNORECASE,
)
"""What the first text of a row below a table begins with."""

_RENAMED: Mapping[str, str] = {"stage": "stages", "aspect": "aspects", "system": "systems"}

NUMBER_AND_TITLE = "number-title"

_BOTH = Field(
    Column(NUMBER_AND_TITLE, "", Kind.TEXT),
    lambda cells, row: " ".join(
        str(part) for part in (RowCells.number(cells, row), row.item.title) if part
    ),
)


class TemplateTable(Struct, frozen=True):
    """A table to fill in. Rows and columns count from 1, as openpyxl counts them.

    Data stand from `first` to `last` (`last` may be before `first`: no row is prepared). `unknown`
    are the headings that nobody knows; their columns stay empty.
    """

    title_rows: int
    first: int
    last: int
    fields: Mapping[int, Field]
    headings: Mapping[int, str]
    unknown: tuple[str, ...]


def find_table(sheet: Worksheet, grid: Grid, words: HeaderWords) -> TemplateTable | None:
    """Return the first table of a sheet; None if it has no row of headings that is understood."""
    view = SheetView(grid)
    header = next(
        (
            found
            for row in range(min(view.height, _FURTHEST))
            if (found := find_header(view, row, words)) is not None
        ),
        None,
    )
    return None if header is None else _table(sheet, view, header)


def _table(sheet: Worksheet, view: SheetView, header: Header) -> TemplateTable:
    fields: dict[int, Field] = {}
    unknown: list[str] = []
    for column in header.columns:
        field = _field_of(column)
        if field is None:
            unknown.append(column.header)
        else:
            fields[column.index + 1] = field
    headings = {column.index + 1: column.header for column in header.columns}
    first = header.last + 2
    last = _last_row(sheet, view, first)
    return TemplateTable(header.first, first, last, fields, headings, tuple(unknown))


def _field_of(column: ReadColumn) -> Field | None:
    name = column.field
    if name is None:
        return None
    if name == "number_title":
        return _BOTH
    return FIELDS.get(_RENAMED.get(name, name.replace("_", "-")))


def _last_row(sheet: Worksheet, view: SheetView, first: int) -> int:
    """Return the last row of the table: before notes and signatures, and the gap above these."""
    end = first
    while end <= view.height and not _is_below(view, end - 1):
        end += 1
    last = end - 1
    framed = _is_framed(sheet, first) or _is_framed(sheet, first - 1)
    while last >= first and not any(view.own(last - 1)) and framed > _is_framed(sheet, last):
        last -= 1
    if last == view.height:
        # Rows may be prepared that hold nothing: framed, but empty.
        while framed and last < sheet.max_row and _is_framed(sheet, last + 1):
            last += 1
    return last


def _is_below(view: SheetView, row: int) -> bool:
    texts = [text for text in view.own(row) if text]
    if not texts:
        return False
    return bool(_BELOW.match(texts[0])) or (len(texts) == 1 and view.merged_across(row) > 1)


def _is_framed(sheet: Worksheet, row: int) -> bool:
    if row > sheet.max_row:
        return False
    return any(
        cell.border is not None and cell.border.bottom is not None and cell.border.bottom.style
        for cell in sheet[row]
    )

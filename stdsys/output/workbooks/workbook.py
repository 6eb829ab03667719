"""Workbooks as xlsx files: the same tables give the same bytes, wherever and whenever."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook as Book  # type: ignore[import-untyped]

from stdsys.intake.hidden_sheet import SHEET_NAME, to_rows
from stdsys.messages import Translator
from stdsys.output.atomic import atomic_file
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.table import Workbook
from stdsys.output.workbooks.formats import Formats
from stdsys.output.workbooks.sheet import LONGEST_CELL, SheetWriter
from stdsys.output.workbooks.sheet_names import sheet_names
from stdsys.source.collector import without_collector

_NOTHING_BY_GUESS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
"""What a user wrote stays text; no temporary files outside the output folder."""

_FIRST_DAY = date(1900, 1, 1)
"""The calendar of spreadsheets begins here; a file from before is not readable everywhere."""


def write_xlsx(workbook: Workbook, path: Path, say: Translator) -> None:
    """Write a workbook; OutputError if it cannot be written."""
    content = xlsx_bytes(workbook, say)
    with atomic_file(path) as draft:
        draft.write_bytes(content)


def xlsx_bytes(workbook: Workbook, say: Translator) -> bytes:
    """Return a workbook as the bytes of a file; its creation date is the as-of date."""
    render = Renderer(say)
    file = BytesIO()
    book = Book(file, _NOTHING_BY_GUESS)
    day = max(workbook.as_of, _FIRST_DAY)
    created = datetime(day.year, day.month, day.day)
    book.set_properties({"title": render.text(workbook.name), "created": created})
    formats = Formats(book, say.language)
    names = sheet_names(render.text(sheet.name) for sheet in workbook.sheets)
    with without_collector():
        placed = []
        for name, sheet in zip(names, workbook.sheets, strict=True):
            writer = SheetWriter(book.add_worksheet(name), sheet, formats, render)
            writer.write()
            placed.append((name, sheet, writer.head_row + 1))
        if workbook.memory is not None:
            _remember(book, to_rows(workbook.memory.sheet(placed, render)))
        book.close()
    return file.getvalue()


def _remember(book: Book, rows: Iterable[Sequence[str]]) -> None:
    """Add the sheet that nobody sees: it is not even offered for showing."""
    sheet = book.add_worksheet(SHEET_NAME)
    sheet.very_hidden()
    for index, row in enumerate(rows):
        for column, text in enumerate(row):
            if text:
                sheet.write_string(index, column, text[:LONGEST_CELL])

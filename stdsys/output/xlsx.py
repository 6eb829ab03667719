"""Workbooks as xlsx files: the same tables give the same bytes, wherever and whenever."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook as Book  # type: ignore[import-untyped]

from stdsys.messages import Translator
from stdsys.output.atomic import atomic_file
from stdsys.output.sheet_names import sheet_names
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.table import Workbook
from stdsys.output.xlsx_formats import Formats
from stdsys.output.xlsx_sheet import SheetWriter

_NOTHING_BY_GUESS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
"""What a user wrote stays text; no temporary files outside the output folder."""


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
    created = datetime(workbook.as_of.year, workbook.as_of.month, workbook.as_of.day)
    book.set_properties({"title": render.text(workbook.name), "created": created})
    formats = Formats(book, say.language)
    names = sheet_names(render.text(sheet.name) for sheet in workbook.sheets)
    with _without_collector():
        for name, sheet in zip(names, workbook.sheets, strict=True):
            SheetWriter(book.add_worksheet(name), sheet, formats, render).write()
        book.close()
    return file.getvalue()


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the garbage collector: a cell is an object, none is garbage before the file is done.

    Searching hundreds of thousands of them again and again takes half of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

"""A copy of a user's sheet, with its looks, pictures and print set-up."""

import io
from copy import copy
from typing import TYPE_CHECKING

from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

if TYPE_CHECKING:
    from openpyxl.drawing.image import Image


def copied(book: Book, sheet: Worksheet, name: str) -> Worksheet:
    """Return a copy of a sheet with what openpyxl's own copy leaves out."""
    new = book.copy_worksheet(sheet)
    new.title = name
    new.freeze_panes = sheet.freeze_panes
    new.print_title_rows = sheet.print_title_rows
    new.print_title_cols = sheet.print_title_cols
    new.auto_filter = copy(sheet.auto_filter)
    new.oddHeader, new.oddFooter = copy(sheet.oddHeader), copy(sheet.oddFooter)
    new.conditional_formatting = copy(sheet.conditional_formatting)
    new.data_validations = copy(sheet.data_validations)
    new.sheet_view.zoomScale = sheet.sheet_view.zoomScale
    new.sheet_view.showGridLines = sheet.sheet_view.showGridLines
    for picture in getattr(sheet, "_images", ()):
        new.add_image(_copy_of(picture))
    return new


def _copy_of(picture: "Image") -> "Image":
    from openpyxl.drawing.image import Image

    stream = io.BytesIO(picture._data())  # type: ignore[attr-defined]
    picture.ref = io.BytesIO(stream.getvalue())
    new = Image(stream)
    new.width, new.height = picture.width, picture.height
    new.anchor = copy(picture.anchor)
    return new

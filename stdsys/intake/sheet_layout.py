"""The first look at a sheet: where its tables begin, and which lines stand above them."""

import re
from collections.abc import Mapping

from msgspec import Struct

from stdsys.intake.cells_numbers import read_number_cell
from stdsys.intake.guessing import guessed_header
from stdsys.intake.header_words import HeaderWords
from stdsys.intake.headers import Header, find_header
from stdsys.intake.sheet_view import SheetView

_MAX_LINES_ABOVE = 8
_REMARK = re.compile(r"^(?:注|备注|说明)\s*[:：\d]|^(?:合|小|总|共)\s*计")
_LABELLED = re.compile(r"[:：]|^第.{1,4}页|^\d{4}年|页码|编号")


class Layout(Struct, frozen=True):
    """Headings by their first row, and the lines above each heading, by row."""

    headers: Mapping[int, Header]
    above: Mapping[int, int]
    """Row of a line above a table → first row of the heading that it stands above."""
    guessed: bool = False
    """Whether no heading is known, and what the cells hold told what the columns are."""


def lay_out(view: SheetView, words: HeaderWords) -> Layout:
    """Find the headings of a sheet; without any, a column of standard numbers makes a table."""
    headers: dict[int, Header] = {}
    above: dict[int, int] = {}
    row = free = 0
    while row < view.height:
        header = find_header(view, row, words)
        if header is None:
            row += 1
            continue
        headers[row] = header
        above |= dict.fromkeys(_lines_above(view, row, free), row)
        row = free = header.last + 1
    guessed = guessed_header(view) if not headers else None
    if guessed is not None:
        headers[guessed.first] = guessed
        above |= dict.fromkeys(_lines_above(view, guessed.first, 0), guessed.first)
    return Layout(headers, above, guessed is not None)


def _lines_above(view: SheetView, header: int, free: int) -> list[int]:
    """Return the rows of title, unit and date above a heading, the nearest first."""
    lines = []
    for row in range(header - 1, max(free, header - _MAX_LINES_ABOVE) - 1, -1):
        texts = list(dict.fromkeys(cell for cell in view.own(row) if cell))
        if not texts:
            continue
        labelled = len(texts) <= 4 and all(_LABELLED.search(text) for text in texts)
        if not (len(texts) == 1 or labelled) or _REMARK.match(texts[0]):
            break
        if read_number_cell(texts[0]).numbers:
            break
        lines.append(row)
    return lines

"""The first look at a sheet: where its tables begin, and which lines stand above them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from stdsys.intake.cells_numbers import read_number_cell
from stdsys.intake.drafts import ReadColumn
from stdsys.intake.header_words import HeaderWords
from stdsys.intake.headers import Header, find_header
from stdsys.intake.sheet_view import SheetView

_MAX_LINES_ABOVE = 8
_SAMPLE_ROWS = 300
_REMARK = re.compile(r"^(?:注|备注|说明)\s*[:：\d]|^(?:合|小|总|共)\s*计")
_LABELLED = re.compile(r"[:：]|^第.{1,4}页|^\d{4}年|页码|编号")
_CHINESE = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Layout:
    """Headings by their first row, and the lines above each heading, by row."""

    headers: Mapping[int, Header]
    above: Mapping[int, int]
    """Row of a line above a table → first row of the heading that it stands above."""


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
    if not headers and (guessed := _guess(view)) is not None:
        headers[-1] = guessed
    return Layout(headers, above)


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


def _guess(view: SheetView) -> Header | None:
    """Take a sheet without headings for a list, if most cells of a column are numbers."""
    rows = [view.own(row) for row in range(min(view.height, _SAMPLE_ROWS))]
    numbered: dict[int, int] = {}
    titled: dict[int, int] = {}
    filled: dict[int, int] = {}
    for cells in rows:
        for index, text in enumerate(cells):
            if not text:
                continue
            filled[index] = filled.get(index, 0) + 1
            if read_number_cell(text).numbers:
                numbered[index] = numbered.get(index, 0) + 1
            elif len(text) >= 4 and _CHINESE.search(text):
                titled[index] = titled.get(index, 0) + 1
    best = max(numbered, key=lambda index: numbered[index], default=None)
    if best is None or numbered[best] * 2 < filled[best]:
        return None
    title = max(titled, key=lambda index: titled[index], default=None)
    fields = {best: "number" if title is not None else "number_title"}
    if title is not None:
        fields[title] = "title"
    counting = (index for index in filled if index not in fields and _counts(rows, index))
    fields |= dict.fromkeys(counting, "ordinal")
    columns = tuple(
        ReadColumn(f"{column_letters(index)}列", fields.get(index), index)
        for index in sorted(filled)
    )
    return Header(-1, -1, columns)


def _counts(rows: list[list[str]], index: int) -> bool:
    """Whether a column numbers the rows."""
    texts = [cells[index] for cells in rows if index < len(cells) and cells[index]]
    return texts == [str(number) for number in range(1, len(texts) + 1)]


def column_letters(index: int) -> str:
    """Return the letters by which spreadsheets show a column, counted from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

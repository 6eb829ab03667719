"""A list without known headings: what its cells hold tells what its columns are."""

import re
from collections.abc import Iterable, Sequence

from stdsys.intake.cells_dates import read_date
from stdsys.intake.cells_numbers import read_number_cell
from stdsys.intake.cells_words import level_of, status_of
from stdsys.intake.drafts import ReadColumn
from stdsys.intake.headers import Header
from stdsys.intake.sheet_view import SheetView

_SAMPLE_ROWS = 300
_LONGEST_HEADING = 20
_CHINESE = re.compile("[\u4e00-\u9fff]")
_FIGURE = re.compile(r"\d")


def guessed_header(view: SheetView) -> Header | None:
    """Take a sheet without known headings for a list, if most cells of a column are numbers.

    A row of words above the first number is its heading, whatever the words are.
    """
    rows = [view.own(row) for row in range(min(view.height, _SAMPLE_ROWS))]
    filled = sorted({index for cells in rows for index, text in enumerate(cells) if text})
    numbers = {index: _numbered(rows, index) for index in filled}
    best = max(numbers, key=lambda index: len(numbers[index]), default=None)
    if best is None or len(numbers[best]) * 2 < sum(map(bool, _texts(rows, best))):
        return None
    listed = [rows[row] for row in numbers[best]]
    title = _title_column(listed, filled, best)
    fields = {best: "number" if title is not None else "number_title"}
    if title is not None:
        fields[title] = "title"
    counting = (index for index in filled if index not in fields and _counts(listed, index))
    fields |= dict.fromkeys(counting, "ordinal")
    heading = _heading_above(rows, numbers[best][0], best)
    heads = rows[heading] if heading >= 0 else []
    columns = tuple(
        ReadColumn(_at(heads, index) or f"{column_letters(index)}列", fields.get(index), index)
        for index in filled
    )
    return Header(heading, heading, columns)


def _numbered(rows: Sequence[Sequence[str]], index: int) -> list[int]:
    texts = ((row, _at(cells, index)) for row, cells in enumerate(rows))
    return [row for row, text in texts if text and read_number_cell(text).numbers]


def _title_column(rows: Sequence[Sequence[str]], filled: Iterable[int], number: int) -> int | None:
    """Return the column of Chinese texts that differ most; none of dates, figures or levels."""
    kinds = {index: len(set(filter(_is_text, _texts(rows, index)))) for index in filled}
    candidates = [index for index in kinds if kinds[index] and index != number]
    candidates = [i for i in candidates if 2 * kinds[i] >= len(rows) or kinds[i] > 3]
    return max(candidates, key=lambda index: (kinds[index], -abs(index - number)), default=None)


def _is_text(text: str) -> bool:
    if len(_CHINESE.findall(text)) < 2 or read_date(text) is not None:
        return False
    return status_of(text) is None and level_of(text) is None


def _heading_above(rows: Sequence[Sequence[str]], first: int, number: int) -> int:
    """Return the row of headings right above the first number; -1 if none stands there."""
    above = next((row for row in range(first - 1, -1, -1) if any(rows[row])), -1)
    if above < 0:
        return -1
    texts = [text for text in rows[above] if text]
    words = all(len(text) <= _LONGEST_HEADING and not _FIGURE.search(text) for text in texts)
    return above if words and len(texts) > 1 and _at(rows[above], number) else -1


def _counts(rows: Sequence[Sequence[str]], index: int) -> bool:
    """Whether a column numbers the rows."""
    texts = [text for text in _texts(rows, index) if text]
    return texts == [str(number) for number in range(1, len(texts) + 1)]


def _texts(rows: Sequence[Sequence[str]], index: int) -> list[str]:
    return [_at(cells, index) for cells in rows]


def _at(cells: Sequence[str], index: int) -> str:
    return cells[index] if index < len(cells) else ""


def column_letters(index: int) -> str:
    """Return the letters by which spreadsheets show a column, counted from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

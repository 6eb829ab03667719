"""Where a table begins: its heading, of one to three rows, and what each column is taken for."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from stdsys.intake.drafts import ReadColumn
from stdsys.intake.fields import IDENTIFYING
from stdsys.intake.header_words import NO_FIELD, HeaderWords, plain
from stdsys.intake.sheet_view import SheetView
from stdsys.intake.side_by_side import side_by_side

_MAX_DEPTH = 3
_MAX_COLUMN_HEADING = 40
_FIGURES = re.compile(r"[0-9]{4}[-./年][0-9]|[A-Za-z]{1,6}(?:/[A-Z])? ?[0-9]{2,}|^[0-9.]+$")
"""What a heading never holds: a date, a standard number, a bare figure."""


class Header(Struct, frozen=True):
    """The heading of a table; rows count from 0."""

    first: int
    last: int
    columns: tuple[ReadColumn, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(column.field for column in self.columns if column.field)

    @property
    def tables(self) -> tuple["Header", ...]:
        """The heading of each table, where several stand beside each other; else itself alone."""
        blocks = side_by_side(self.columns)
        if len(blocks) == 1:
            return (self,)
        return tuple(Header(self.first, self.last, tuple(block)) for block in blocks)

    @property
    def signature(self) -> tuple[tuple[str, int], ...]:
        """What two printings of one heading have in common."""
        return tuple((plain(column.header), column.index) for column in self.columns)


def find_header(view: SheetView, row: int, words: HeaderWords) -> Header | None:
    """Return the heading that begins at this row, if one does.

    Of a heading in several rows, parent and child are read together: 日期 over 发布 is 发布日期.
    """
    if not _may_be_heading(view, row):
        return None
    one = _header(view, row, 1, words)
    if sum(map(bool, view.own(row))) == 1:
        return one if _is_lone_column(view, row, words) else None
    best = one
    for depth in range(2, _MAX_DEPTH + 1):
        below = row + depth - 1
        if below >= view.height or not _may_be_heading(view, below):
            break
        deeper = _header(view, row, depth, words)
        if not _sound(deeper):
            continue
        lower = _header(view, below, 1, words)
        beats_lower = not _sound(lower) or _score(deeper) > _score(lower)
        if beats_lower and (_score(deeper) > _score(best) or _spans(view, row, below)):
            best = deeper
    return best if _sound(best) else None


def _may_be_heading(view: SheetView, row: int) -> bool:
    cells = [cell for cell in view.own(row) if cell]
    if not cells or any(len(plain(cell)) > _MAX_COLUMN_HEADING for cell in cells):
        return False
    return not any(_FIGURES.search(cell) for cell in cells)


def _is_lone_column(view: SheetView, row: int, words: HeaderWords) -> bool:
    """Whether the one text of a row is the heading of a list in one column."""
    text = next(filter(None, view.own(row)))
    if words.exact(text) not in IDENTIFYING or view.merged_across(row) > 1:
        return False
    return all(sum(map(bool, view.own(below))) < 2 for below in range(row, view.height))


def _sound(header: Header | None) -> bool:
    """Whether a heading names standards, and enough of its columns are known."""
    if header is None or not header.fields & IDENTIFYING:
        return False
    known = sum(column.field is not None for column in header.columns)
    if len(header.columns) == 1:
        return True
    return len(header.fields) >= 2 and (known >= 3 or known * 5 >= len(header.columns) * 2)


def _score(header: Header | None) -> int:
    return len(header.fields) if header is not None and _sound(header) else 0


def _spans(view: SheetView, row: int, below: int) -> bool:
    """Whether a heading is merged across columns that bear headings of their own below."""
    if view.merged_across(row) < 2:
        return False
    seen, under = view.seen(row), view.own(below)
    owns = view.own(row)
    return any(
        text and column < len(under) and under[column] and not (owns[column:] or [""])[0]
        for column, text in enumerate(seen)
    )


def _header(view: SheetView, row: int, depth: int, words: HeaderWords) -> Header | None:
    layers = [view.seen(row + layer, row) for layer in range(depth)]
    if depth > 1 and not view.merged:
        layers[0] = _spread(layers[0], layers[1])
    columns = []
    for index in range(view.width):
        parts = [layer[index] for layer in layers if layer[index]]
        parts = [p for position, p in enumerate(parts) if position == 0 or p != parts[position - 1]]
        if parts:
            header, field = _read_heading(parts, words)
            columns.append(ReadColumn(header, field, index))
    if not columns:
        return None
    settled: list[ReadColumn] = []
    for block in side_by_side(columns):
        settled += _settled(block, words, view, row + depth)
    return Header(row, row + depth - 1, tuple(settled))


def _spread(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Let a heading stand over the blank cells on its right that bear headings below."""
    spread, last = [], ""
    for text, below in zip(upper, lower, strict=True):
        if text:
            last = text if below else ""
        spread.append(text or (last if below else ""))
    return spread


def _read_heading(parts: Sequence[str], words: HeaderWords) -> tuple[str, str | None]:
    """Return a column's heading as one text, and its field: the most telling reading wins."""
    joined = ["".join(part.split()) for part in parts]
    if len(joined) == 1:
        return joined[0], words.field_of(joined[0])
    downwards, upwards = "".join(joined), "".join(reversed(joined))
    for form in (downwards, upwards, joined[-1]):
        if (field := words.exact(form)) is not None:
            header = form if form != joined[-1] else "/".join(joined)
            return header, None if field == NO_FIELD else field
    for form in (joined[-1], downwards, upwards, *joined[:-1]):
        if (field := words.field_of(form)) is not None:
            return "/".join(joined), field
    return "/".join(joined), None


def _settled(
    columns: list[ReadColumn], words: HeaderWords, view: SheetView, below: int
) -> list[ReadColumn]:
    """Give a bare 编号 or 名称 back where another column says more exactly that it is the one.

    A bare 编号 beside it numbers the rows, or holds the codes of the system.
    """
    counts = Counter(column.field for column in columns)
    named = any(c.field == "number_title" and plain(c.header) not in _BARE for c in columns)
    taken = set(counts)
    settled = []
    for column in columns:
        field = column.field
        bare = plain(column.header) in _BARE and words.mapped(column.header) is None
        if bare and field is not None and (counts[field] > 1 or (field == "number" and named)):
            codes = plain(column.header) in _OF_ANYTHING
            field = _of_a_bare_number(view, below, column.index, taken) if codes else ""
            taken.add(field)
        settled.append(ReadColumn(column.header, field or None, column.index))
    return settled


def _of_a_bare_number(view: SheetView, below: int, index: int, taken: set[str | None]) -> str:
    rows = range(below, min(below + _SAMPLE_ROWS, view.height))
    texts = [text for row in rows if (text := (view.own(row)[index:] or [""])[0])]
    counts = bool(texts) and all(text.isdigit() for text in texts)
    wanted = ("ordinal", "code") if counts else ("code", "ordinal")
    return next((field for field in wanted if field not in taken), "")


_BARE = frozenset({"编号", "名称", "标准", "文号", "发文字号", "number", "title"})
_OF_ANYTHING = frozenset({"编号", "number"})
_SAMPLE_ROWS = 30

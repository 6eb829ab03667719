"""The sheets of a workbook that stdsys exported, row by row, wherever people have moved them."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from stdsys.intake.drafts import AccountedRow, ReadColumn, ReadTable, RowOutcome, Where
from stdsys.intake.grids import Grid
from stdsys.intake.hidden_sheet import COMPUTED, SheetMemo
from stdsys.messages import Text, _

_ORDINAL = "ordinal"
_NAMING = ("number", "title")
_FURTHEST = 200
"""Rows from the top among which the headings are sought, if people have inserted some."""

_COMPUTED_ROW = _("computed from the other sheets")
_FOREIGN_ROW = _("this sheet was not exported by stdsys: import it from a workbook of its own")


class OwnRow(Struct, frozen=True):
    """A row of a table: printed texts by field, and what stands under headings of others' own."""

    sheet: SheetMemo
    where: Where
    cells: Mapping[str, str]
    more: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, field: str) -> str:
        """Return the text of a field; empty where there is none."""
        return self.cells.get(field, "")

    def has(self, field: str) -> bool:
        """Whether the table has a column of the field."""
        return field in self.cells


class OwnSheet(Struct, frozen=True):
    """A sheet with the rows that say something; `accounted` are all its rows."""

    memo: SheetMemo
    table: ReadTable | None
    rows: tuple[OwnRow, ...]
    accounted: tuple[AccountedRow, ...]


def own_sheet(grid: Grid, memo: SheetMemo | None) -> OwnSheet:
    """Return what a sheet says; one that is not known, or only computed, says nothing."""
    unread = SheetMemo(grid.sheet, COMPUTED, "", 0, ())
    if memo is None:
        return OwnSheet(
            unread, None, (), tuple(_all(grid, RowOutcome.NOT_UNDERSTOOD, _FOREIGN_ROW))
        )
    if memo.kind == COMPUTED:
        return OwnSheet(memo, None, (), tuple(_all(grid, RowOutcome.NOTE, _COMPUTED_ROW)))
    head = _head_row(grid, memo)
    if head is None:
        reason = _("the row of headings is gone")
        return OwnSheet(memo, None, (), tuple(_all(grid, RowOutcome.NOT_UNDERSTOOD, reason)))
    return _read(grid, memo, head)


def _all(grid: Grid, outcome: RowOutcome, reason: Text) -> Iterable[AccountedRow]:
    for index, row in enumerate(grid.rows):
        blank = not any(text.strip() for text in row)
        where = Where(grid.file, grid.sheet, index + 1)
        if blank:
            yield AccountedRow(where, RowOutcome.BLANK, tuple(row))
        else:
            yield AccountedRow(where, outcome, tuple(row), reason)


def _head_row(grid: Grid, memo: SheetMemo) -> int | None:
    """Return the row (from 0) that holds most of the headings, at least half of them."""
    wanted = [head for _field, head in memo.columns]
    places = [memo.head_row - 1, *range(min(len(grid.rows), _FURTHEST))]
    best, most = None, 0
    for row in places:
        if not 0 <= row < len(grid.rows):
            continue
        texts = {text.strip() for text in grid.rows[row]}
        found = sum(head.strip() in texts for head in wanted)
        if found > most:
            best, most = row, found
    return best if most * 2 >= len(wanted) else None


def _read(grid: Grid, memo: SheetMemo, head: int) -> OwnSheet:
    columns = _columns(grid.rows[head], memo)
    fields = {column.index: column.field for column in columns if column.field}
    others = [column for column in columns if not column.field]
    first = next((field for _index, field in sorted(fields.items())), None)
    merged = {merge.top for merge in grid.merges if merge.right > merge.left}
    heads = tuple(text.strip() for text in grid.rows[head])
    rows: list[OwnRow] = []
    accounted: list[AccountedRow] = []
    ended = False
    for index, texts in enumerate(grid.rows):
        where = Where(grid.file, grid.sheet, index + 1)
        cells = {field: _text(texts, column) for column, field in fields.items()}
        outcome = _outcome(index, head, texts, heads, index in merged, first)
        named = any(cells.get(field) for field in _NAMING)
        if outcome is RowOutcome.IMPORTED and ended and not named:
            outcome = RowOutcome.NOTE
        ended = index > head and outcome in (RowOutcome.BLANK, RowOutcome.NOTE)
        if outcome is RowOutcome.IMPORTED:
            more = tuple((c.header, text) for c in others if (text := _text(texts, c.index)))
            rows.append(OwnRow(memo, where, cells, more))
        accounted.append(AccountedRow(where, outcome, tuple(texts)))
    table = ReadTable(grid.file, grid.sheet, head + 1, columns)
    return OwnSheet(memo, table, tuple(rows), tuple(accounted))


def _columns(texts: Sequence[str], memo: SheetMemo) -> tuple[ReadColumn, ...]:
    """Return the columns by their headings; one that was renamed keeps its place."""
    waiting = [(field, head.strip(), place) for place, (field, head) in enumerate(memo.columns)]
    found: dict[int, str] = {}
    for index, text in enumerate(texts):
        match = next((one for one in waiting if one[1] == text.strip()), None)
        if match is not None and text.strip():
            found[index] = match[0]
            waiting.remove(match)
    for field, _head, place in waiting:
        if place < len(texts) and texts[place].strip() and place not in found:
            found[place] = field
    return tuple(
        ReadColumn(text.strip(), found.get(index), index)
        for index, text in enumerate(texts)
        if text.strip()
    )


def _outcome(
    index: int,
    head: int,
    texts: Sequence[str],
    heads: Sequence[str],
    merged: bool,
    first: str | None,
) -> RowOutcome:
    filled = [column for column, text in enumerate(texts) if text.strip()]
    if not filled:
        return RowOutcome.BLANK
    if index < head:
        return RowOutcome.NOTE
    if index == head or tuple(text.strip() for text in texts) == heads:
        return RowOutcome.HEADER
    if len(filled) == 1 and (merged or first == _ORDINAL) and filled[0] == 0:
        return RowOutcome.NOTE
    return RowOutcome.IMPORTED


def _text(texts: Sequence[str], index: int) -> str:
    text = texts[index].strip() if index < len(texts) else ""
    return "" if _ERROR.fullmatch(text) else text


_ERROR = re.compile(r"#(?:REF|DIV/0|VALUE|NULL|NUM)!|#N/A|#NAME\?")
"""What a formula shows that cannot be computed."""

"""How wide the columns of a table on paper are: what must not break first, texts share the rest."""

import re
from collections.abc import Sequence

from stdsys.output.documents.spelling import SpelledTable
from stdsys.output.tables.table import Kind
from stdsys.output.workbooks.widths import width

_PADDING = 2.6
"""Room at both sides of a cell, in widths of a figure."""

_WIDEST = {Kind.COUNT: 8, Kind.RATIO: 10, Kind.DATE: 10, Kind.WORD: 14, Kind.NUMBER: 18}
"""How wide a column of a kind may at least become before its cells break; texts have no limit."""

_PIECE = re.compile(r"[!-~]+")


def column_widths(table: SpelledTable, room: int, figure: float) -> list[int]:
    """Return widths that add up to `room`; `figure` is the width of a figure in the same unit."""
    if table.shares is not None:
        return _exactly([float(share) for share in table.shares], room)
    kinds = [column.kind for column in table.columns]
    content, heads, least = [], [], []
    for place, kind in enumerate(kinds):
        cells = [row[place] for row in table.rows]
        longest = max((width(cell) for cell in cells), default=0)
        limit, head = _WIDEST.get(kind), width(table.heads[place])
        unbroken = max((_longest_piece(cell) for cell in (table.heads[place], *cells)), default=0)
        floor = 8 if limit is None else max(4, min(longest, limit))
        least.append(max(floor, min(unbroken, 20), min(head / 2, 8)))  # heads may take two lines
        content.append(max(longest if limit is None else 0, least[-1]))
        heads.append(min(head, 12))
    free = room / figure - _PADDING * len(kinds)
    on_one_line = [max(pair) for pair in zip(content, heads, strict=True)]
    wanted = on_one_line if sum(on_one_line) <= free else content
    return _exactly([one + _PADDING for one in _fitted(wanted, least, free)], room)


def _longest_piece(text: str) -> int:
    return max((len(piece) for piece in _PIECE.findall(text)), default=0)


def _fitted(wanted: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Cut the widest columns to one bound until all fit, none below its least."""
    low, high = 0.0, max(wanted)
    for _step in range(40):
        bound = (low + high) / 2
        if sum(_cut(wanted, least, bound)) > room:
            high = bound
        else:
            low = bound
    return _cut(wanted, least, max(wanted) if sum(wanted) <= room else low)


def _cut(wanted: Sequence[float], least: Sequence[float], bound: float) -> list[float]:
    return [max(lowest, min(one, bound)) for one, lowest in zip(wanted, least, strict=True)]


def _exactly(shares: Sequence[float], room: int) -> list[int]:
    """Return whole widths in these proportions whose sum is `room`."""
    total = sum(shares)
    widths = [int(room * share / total) for share in shares]
    widths[widths.index(max(widths))] += room - sum(widths)
    return widths

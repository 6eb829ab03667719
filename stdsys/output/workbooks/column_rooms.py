"""How wide the columns of a sheet are: long texts get the room, and the print stays legible.

The unit is the width of a figure; a Chinese character takes two.
"""

from collections.abc import Sequence
from math import ceil

from msgspec import Struct

from stdsys.output.tables.table import Kind
from stdsys.output.workbooks.widths import longest_piece, width

PAGE = 125
"""What a page of A4 across holds without being printed smaller."""
SMALLEST_PRINT = 195
"""What it holds where ten points are printed as seven; nothing is printed smaller."""

EDGE = 2
"""Room that a column needs beside its text."""

_ROOM = {
    Kind.TEXT: (9, 70),
    Kind.NUMBER: (8, 22),
    Kind.DATE: (11, 12),
    Kind.COUNT: (6, 12),
    Kind.RATIO: (9, 16),
    Kind.WORD: (8, 18),
}
"""Narrowest and widest column of a kind."""
_HEAD = 8
"""A heading wider than this wraps, where its column holds nothing wider."""
_LONGEST_PIECE = 22
"""Unbroken text up to this is kept on a line; longer (an address) is cut where a line ends."""
_SPARSE = 18
"""Widest column of which nine of ten cells are empty: what it says wraps instead."""
_TALL = 8
"""Lines of the longest text, at most, where a column of moderate width is enough for that."""
_ONE_PAGE = 22
"""Lines that one page holds beside title and headings."""
_PAGES = (PAGE, 140, 155, 170, SMALLEST_PRINT)
"""Widths of a page that are tried."""
_DISLIKE = 0.5
"""What speaks against the smallest print: it has to save a third of the lines."""
_SHARES = (0.5, 0.75, 0.9, 1.0)
"""Shares of a column's texts that are tried as its usual ones."""
_SAMPLE = 200
"""Rows, taken evenly, by which widths are compared."""


class Need(Struct, frozen=True):
    """What a column asks for: no word is cut in `least`, and `widths` are those of its texts.

    The widths are sorted and include the edge; a figure or an empty cell has none.
    """

    least: int
    widest: int
    widths: tuple[int, ...]
    cells: int

    def __or__(self, other: "Need") -> "Need":
        """Return the need of two columns that stand one above the other."""
        return Need(
            max(self.least, other.least),
            max(self.widest, other.widest),
            tuple(sorted((*self.widths, *other.widths))),
            self.cells + other.cells,
        )

    @property
    def all_(self) -> int:
        """The room in which every text stands on one line, at most the widest."""
        return max(self.least, min(max(self.widths, default=0), self.widest))

    def usual(self, share: float) -> int:
        """Return the room in which a share of the texts stand on one line."""
        if not self.widths:
            return self.least
        room = self.widths[min(int(len(self.widths) * share), len(self.widths) - 1)]
        if share < 1 and len(self.widths) * 10 < self.cells:
            room = min(room, _SPARSE)
        return max(self.least, room)

    def at(self, lines: float, share: float) -> int:
        """Return the room in which the usual texts take so many lines."""
        room = ceil((self.usual(share) - EDGE) / lines) + EDGE
        return max(self.least, min(room, self.widest))


NOTHING = Need(0, 0, (), 0)
"""What a column needs in which nothing stands."""


def need_of(kind: Kind, head: str, texts: Sequence[object]) -> Need:
    """Return what a column needs by its heading and the texts in it; what is no text is narrow."""
    narrowest, widest = _ROOM[kind]
    least = max(narrowest, min(_unbroken(head), _LONGEST_PIECE) + EDGE)
    wrapped_head = min(width(head), _HEAD) + EDGE
    said = [text for text in texts if isinstance(text, str)]
    if kind is Kind.DATE or not said:
        return Need(least, max(least, widest), (wrapped_head,), len(texts))
    wide = [width(text) for text in said]
    widths = tuple(sorted(max(wrapped_head, one + EDGE) for one in wide))
    if kind is Kind.TEXT:
        # A text narrower than the column cannot be cut: most need not be looked into.
        long = {text for text, one in zip(said, wide, strict=True) if one + EDGE > least}
        piece = max(map(longest_piece, long), default=0)
        tall = ceil(max(wide) / _TALL)
        least = max(least, min(max(piece, min(tall, _SPARSE)), _LONGEST_PIECE) + EDGE)
    else:
        need = Need(least, widest, widths, len(texts))
        least = max(least, min(need.usual(0.9), widest))
    return Need(least, max(least, widest), widths, len(texts))


def _unbroken(head: str) -> int:
    """Return the width of what must stand on one line of a heading: a word, a bracket at its end.

    A long heading takes three lines at most.
    """
    pieces = [longest_piece(head), ceil(width(head) / 3)]
    if head.endswith("）") and "（" in head:
        pieces.append(width(head[head.rindex("（") :]))
    return max(pieces)


def broken_head(head: str, room: float) -> str:
    """Return a heading whose bracket stands on a line of its own, if it does not fit into one."""
    if width(head) <= room or not head.endswith("）") or "（" not in head[1:]:
        return head
    place = head.rindex("（")
    return f"{head[:place]}\n{head[place:]}"


def rooms_of(needs: Sequence[Need], rows: Sequence[Sequence[object]]) -> list[int]:
    """Return the columns' widths by which the rows take the fewest lines.

    The usual texts of all columns take alike many lines, as few as the page has room for. A wider
    page, which is printed smaller, is taken only if that saves many lines, and no wider one than
    holds everything.
    """
    sample = [
        [width(cell) if isinstance(cell, str) else 0 for cell in row]
        for row in rows[:: len(rows) // _SAMPLE + 1]
    ]
    found: list[tuple[float, list[int]]] = []
    for page in _PAGES:
        tried = [_rooms_at(needs, page, share) for share in _SHARES]
        lines, rooms = min((_lines_of(sample, rooms), rooms) for rooms in tried)
        found.append((lines * _dislike(sum(rooms)), rooms))
        fits = len(sample) == len(rows) and lines <= _ONE_PAGE * page / PAGE
        if fits and min(found) == found[-1]:
            break
    return min(found)[1]


def _dislike(page: int) -> float:
    """Return by how much lines count more on a page so wide, because they are printed smaller."""
    return 1 + _DISLIKE * max(0, page - PAGE) / (SMALLEST_PRINT - PAGE)


def _lines_of(sample: Sequence[Sequence[int]], rooms: Sequence[int]) -> int:
    return sum(
        max((-(-wide // (room - 1)) for wide, room in zip(row, rooms, strict=False)), default=1)
        or 1
        for row in sample
    )


def _rooms_at(needs: Sequence[Need], page: int, share: float) -> list[int]:
    lines = _fewest_lines(needs, page, share)
    rooms = [need.at(lines, share) for need in needs]
    _spread(rooms, [need.all_ for need in needs], page)
    return rooms


def _fewest_lines(needs: Sequence[Need], page: int, share: float) -> float:
    """Return how many lines the usual texts take at least, to a tenth, on a page so wide."""
    low, high = 10, 10 * max((need.usual(share) for need in needs), default=1)
    while low < high:
        middle = (low + high) // 2
        if sum(need.at(middle / 10, share) for need in needs) <= page:
            high = middle
        else:
            low = middle + 1
    return low / 10


def _spread(rooms: list[int], wishes: Sequence[int], page: int) -> None:
    """Give what a page still has room for to the columns whose texts would wrap, in turn."""
    spare = page - sum(rooms)
    while spare > 0:
        short = [index for index, wish in enumerate(wishes) if wish > rooms[index]]
        if not short:
            return
        for index in short[:spare]:
            rooms[index] += 1
        spare -= len(short)

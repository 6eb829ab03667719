"""Text for a terminal: columns aligned by East Asian width, colour where it is wanted.

Without colour the same lines come out as plain text, so that what is read on a terminal, in a file
and in a pipe is the same. No word says by its colour what it does not say by itself.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style

GAP = "  "
"""Stands between two columns."""

HEADING = "bold"
"""Style of headings and of the heads of columns."""


class Styled(Struct, frozen=True):
    """A word and its style in rich's words (`bold red`). It fills its whole cell."""

    text: str
    style: str = ""


Words = str | Styled
"""What a cell of an aligned table holds."""


class Layout:
    """Lays out words; `colour` paints them, `width` is the room on a line (None: no limit)."""

    def __init__(self, *, colour: bool = False, width: int | None = None) -> None:
        self.width = width
        self._system = ColorSystem.STANDARD if colour else None

    def paint(self, text: str, style: str = "") -> str:
        """Return the text in a style; without colour the text alone."""
        if not style or self._system is None:
            return text
        return Style.parse(style).render(text, color_system=self._system)

    def heading(self, text: str) -> str:
        """Return a heading."""
        return self.paint(text, HEADING)

    def fits(self, header: Sequence[str], rows: Sequence[Sequence[Words]]) -> bool:
        """Whether a table has room on a line."""
        widths = _widths(header, rows)
        needed = sum(widths) + len(GAP) * (len(widths) - 1)
        return self.width is None or needed <= self.width

    def table(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[Words]],
        *,
        right: Collection[int] = (),
    ) -> list[str]:
        """Return the lines of a table; columns of `right` (counts) are set to the right."""
        widths = _widths(header, rows)
        head = [Styled(text, HEADING) for text in header]
        return [self._line(row, widths, right) for row in (head, *rows)]

    def lines(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[Words]],
        *,
        right: Collection[int] = (),
    ) -> Iterator[str]:
        """Yield a table, a blank line between its blocks where the room asks for several."""
        for number, block in enumerate(self.blocks(header, rows, right=right)):
            if number:
                yield ""
            yield from block

    def blocks(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[Words]],
        *,
        right: Collection[int] = (),
    ) -> list[list[str]]:
        """Return a table in as many blocks as the room asks for; each repeats the first column."""
        if self.fits(header, rows):
            return [self.table(header, rows, right=right)]
        blocks = []
        start = 1
        while start < len(header):
            end = len(header)
            while end > start + 1 and not self.fits(*_cut(header, rows, start, end)):
                end -= 1
            counts = [index - start + 1 for index in right if start <= index < end]
            blocks.append(self.table(*_cut(header, rows, start, end), right=counts))
            start = end
        return blocks

    def _line(self, row: Sequence[Words], widths: Sequence[int], right: Collection[int]) -> str:
        cells = []
        last = len(row) - 1
        for index, (cell, room) in enumerate(zip(row, widths, strict=True)):
            text, style = _parts(cell)
            filler = " " * (room - cell_len(text))
            if index in right:
                text = filler + text
            elif index < last or style:
                text += filler
            cells.append(self.paint(text, style))
        return GAP.join(cells).rstrip(" ")


def _cut(
    header: Sequence[str], rows: Sequence[Sequence[Words]], start: int, end: int
) -> tuple[list[str], list[list[Words]]]:
    return [header[0], *header[start:end]], [[row[0], *row[start:end]] for row in rows]


def _widths(header: Sequence[str], rows: Iterable[Sequence[Words]]) -> list[int]:
    widths = [cell_len(text) for text in header]
    for row in rows:
        needed = (cell_len(_parts(cell)[0]) for cell in row)
        widths = [max(pair) for pair in zip_longest(widths, needed, fillvalue=0)]
    return widths


def _parts(cell: Words) -> tuple[str, str]:
    return (cell.text, cell.style) if isinstance(cell, Styled) else (cell, "")

"""A document in a language: numbers of headings and tables, words of cells, the list of blanks.

Word and Markdown are written from the same spelled blocks, so that they can't disagree.
"""

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from stdsys.messages import Language, Text, Translator, _
from stdsys.output.documents.document import (
    DEEPEST,
    Blank,
    Document,
    Heading,
    Paragraph,
    Piece,
    Pointing,
    Tabulated,
)
from stdsys.output.tables.rendering import Renderer, one_line
from stdsys.output.tables.table import Cell, Column, Kind, Table

_FIGURES = "〇一二三四五六七八九"
_OPEN_POINTS = _("Passages to be supplied")
_OPEN_COLUMNS = (
    Column("ordinal", _("No."), Kind.COUNT),
    Column("section", _("Section")),
    Column("what", _("To be supplied")),
)


class Run(Struct, frozen=True):
    """A piece of a paragraph; a blank is to stand out."""

    text: str
    blank: bool = False


class SpelledHeading(Struct, frozen=True):
    """A heading with its number."""

    layer: int
    text: str


class SpelledParagraph(Struct, frozen=True):
    """A paragraph in words."""

    runs: tuple[Run, ...]


class SpelledTable(Struct, frozen=True):
    """A table in words; `totals` are the indices of rows that sum up others."""

    columns: tuple[Column, ...]
    caption: str | None
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: frozenset[int]
    notes: tuple[str, ...]
    shares: tuple[int, ...] | None


Spelled: TypeAlias = SpelledHeading | SpelledParagraph | SpelledTable


def spelled(document: Document, say: Translator, *, pointing: bool = True) -> Iterator[Spelled]:
    """Yield the blocks in a language; where blanks are left open, the list of them comes last.

    Without `pointing` no sentence says that a table stands below.
    """
    speller = _Speller(say, pointing=pointing)
    for block in document.blocks:
        match block:
            case Heading():
                yield speller.heading(block)
            case Paragraph():
                paragraph = speller.paragraph(block)
                if paragraph.runs:
                    yield paragraph
            case Tabulated():
                yield speller.table(block)
    yield from speller.open_points()


class _Speller:
    """Counts headings, tables and blanks on the way through one document."""

    def __init__(self, say: Translator, *, pointing: bool) -> None:
        self._say = say
        self._pointing = pointing
        self._render = Renderer(say)
        self._counts = [0] * DEEPEST
        self._tables = 0
        self._section = ""
        self._blanks: list[tuple[Cell, ...]] = []

    def heading(self, heading: Heading) -> SpelledHeading:
        layer = heading.layer
        self._counts[layer - 1] += 1
        self._counts[layer:] = [0] * (DEEPEST - layer)
        number = heading_number(tuple(self._counts[:layer]), self._say.language)
        text = f"{number}{one_line(self._render.text(heading.text))}"
        above = (self._counts[:one] for one in range(1, layer))
        self._section = text
        if self._say.language is Language.ZH:  # elsewhere a number names those above it
            self._section = "".join(heading_number(tuple(one), Language.ZH) for one in above) + text
        return SpelledHeading(layer, text)

    def paragraph(self, paragraph: Paragraph) -> SpelledParagraph:
        pieces = (self._turned(piece) for piece in paragraph.pieces)
        runs = [self._run(piece) for piece in pieces if piece is not None]
        if self._say.language is not Language.ZH:  # English sentences are set apart by a blank
            runs[1:] = [Run(f" {run.text}", run.blank) for run in runs[1:]]
        return SpelledParagraph(tuple(runs))

    def _turned(self, piece: Piece) -> str | Text | Blank | None:
        if not isinstance(piece, Pointing):
            return piece
        return piece.text if self._pointing else piece.alone

    def _run(self, piece: str | Text | Blank) -> Run:
        if not isinstance(piece, Blank):
            return Run(one_line(self._render.text(piece)))
        what = one_line(self._render.text(piece.what))
        self._blanks.append((len(self._blanks) + 1, self._section, what))
        return Run(self._say(_("[to be supplied: {what}]", what=what)), blank=True)

    def table(self, block: Tabulated) -> SpelledTable:
        table = block.table
        caption = None
        if table.caption is not None:
            self._tables += 1
            caption = self._say(
                _("Table {number} {caption}", number=self._tables, caption=table.caption)
            )
        return SpelledTable(
            table.columns,
            None if caption is None else one_line(caption),
            tuple(one_line(self._render.text(column.title)) for column in table.columns),
            tuple(tuple(cell_text(self._render, cell) for cell in row) for row in table.rows),
            table.totals,
            tuple(one_line(self._say(_("Note: {note}", note=note))) for note in table.notes),
            block.shares,
        )

    def open_points(self) -> Iterator[Spelled]:
        if not self._blanks:
            return
        yield SpelledHeading(1, self._say(_OPEN_POINTS))
        listed = _(
            "{count} passages are marked in the text; delete this list when they are written.",
            count=len(self._blanks),
        )
        yield SpelledParagraph((Run(self._say(listed)),))
        yield self.table(Tabulated(Table("open-points", _OPEN_COLUMNS, tuple(self._blanks))))


def cell_text(render: Renderer, cell: Cell) -> str:
    """Return a cell of a table as it is printed: days by figures, shares with one decimal."""
    value = render(cell)
    match value:
        case None:
            return ""
        case float():
            return f"{value:.1f}"
        case date():
            return value.isoformat()
        case _:
            return str(value)


def heading_number(counts: tuple[int, ...], language: Language) -> str:
    """Return what stands before a heading: 一、（一）1.（1）, in English 1, 1.1, 1.1.1."""
    if language is not Language.ZH:
        return f"{'.'.join(map(str, counts))}  "
    count = counts[-1]
    match len(counts):
        case 1:
            return f"{chinese_number(count)}、"
        case 2:
            return f"（{chinese_number(count)}）"
        case 3:
            return f"{count}."
        case _:
            return f"（{count}）"


def chinese_number(number: int) -> str:
    """Return a number as headings write it: 九, 十, 十一, 二十, 一〇一 (by figures from 100 on)."""
    if number >= 100:
        return "".join(_FIGURES[int(figure)] for figure in str(number))
    tens, ones = divmod(number, 10)
    if not tens:
        return _FIGURES[ones]
    return (_FIGURES[tens] if tens > 1 else "") + "十" + (_FIGURES[ones] if ones else "")


def title_of(document: Document, say: Translator) -> str:
    """Return a document's title as one line."""
    return one_line(say(document.title))


def lines_of(document: Document, say: Translator) -> tuple[str, ...]:
    """Return what stands below the title."""
    return tuple(one_line(say(line)) for line in document.lines)


def text_of(spelled_block: SpelledParagraph) -> str:
    """Return a paragraph as one text."""
    return "".join(run.text for run in spelled_block.runs)

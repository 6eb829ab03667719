"""What a document is: a title, headings, paragraphs with marked blanks, tables."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from stdsys.messages import Text
from stdsys.output.tables.table import Table

DEEPEST = 4
"""Layers of headings: 一、（一）1.（1）."""


class Blank(Struct, frozen=True):
    """Something that only people know: printed as 【待补充：…】, marked, listed at the end."""

    what: Text


class Pointing(Struct, frozen=True):
    """A sentence that points to the table below; `alone` says it where no table follows.

    Without `alone` the sentence does nothing but point, and is left out there.
    """

    text: Text
    alone: Text | None = None


Piece: TypeAlias = str | Text | Blank | Pointing
"""A sentence, a user's own words, or a blank."""


class Heading(Struct, frozen=True):
    """A heading of a layer from 1 to `DEEPEST`; its number comes with the language."""

    layer: int
    text: str | Text

    def __post_init__(self) -> None:
        if not 1 <= self.layer <= DEEPEST:
            raise ValueError(f"no layer of headings: {self.layer}")


class Paragraph(Struct, frozen=True):
    """Sentences that follow one another."""

    pieces: tuple[Piece, ...]


class Tabulated(Struct, frozen=True):
    """A table; one with a caption is numbered (表1, 表2).

    `shares` sets the widths of the columns against each other, so that several tables of one kind
    stand exactly below each other; without it the contents decide.
    """

    table: Table
    shares: tuple[int, ...] | None = None


Block: TypeAlias = Heading | Paragraph | Tabulated


class Document(Struct, frozen=True):
    """A document and the day of its facts.

    `stem` is the file's name without suffix, the same in every language; `lines` stand below the
    title; `unit` is who compiles it, if known. `landscape` turns the pages for a wide table.
    """

    key: str
    stem: str
    title: Text
    lines: tuple[Text, ...]
    blocks: tuple[Block, ...]
    as_of: date
    unit: str | None = None
    landscape: bool = False


def paragraph(*pieces: Piece | None) -> Iterator[Paragraph]:
    """Yield the paragraph of what there is to say; none where there is nothing."""
    said = tuple(piece for piece in pieces if piece is not None and piece != "")
    if said:
        yield Paragraph(said)


def section(layer: int, title: str | Text, blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield a heading and what stands below it; nothing where that is empty."""
    below = tuple(blocks)
    if below:
        yield Heading(layer, title)
        yield from below

"""What a table is: columns, cells, sheets, workbooks. Nothing here is in any language yet."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from stdsys.messages import Text
from stdsys.model.partial_date import PartialDate

if TYPE_CHECKING:
    from stdsys.output.tables.memory import Memory


class Kind(StrEnum):
    """What a column holds; it decides alignment, width and whether the text may wrap."""

    TEXT = "text"
    NUMBER = "number"
    """Standard numbers: kept on one line as long as the page allows."""
    DATE = "date"
    COUNT = "count"
    RATIO = "ratio"
    WORD = "word"
    """One of a few words: a level, a status, a severity."""


class Tone(StrEnum):
    """The colour that goes with a word; the word alone says everything."""

    GOOD = "good"
    COMING = "coming"
    PLANNED = "planned"
    STALE = "stale"
    BAD = "bad"
    NEUTRAL = "neutral"


class Word(Struct, frozen=True):
    """A word of a closed vocabulary and its colour."""

    text: Text
    tone: Tone


class Ratio(Struct, frozen=True):
    """A share: 现有数 of 应有数, covered of required cells."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        """The percentage, half up to one decimal; None when the whole is 0 (printed —)."""
        if self.whole == 0:
            return None
        tenths = (2000 * self.part + self.whole) // (2 * self.whole)
        return tenths / 10

    @property
    def fraction(self) -> float | None:
        """The share as a fraction; None when the whole is 0."""
        return self.part / self.whole if self.whole else None


class Sentences(Struct, frozen=True):
    """Several remarks in one cell, set apart by semicolons."""

    parts: tuple[str | Text, ...]


Cell: TypeAlias = (
    str | int | PartialDate | Text | Word | Ratio | Sentences | tuple[str | Text, ...] | None
)
"""A value of a table. A tuple is a list of words; None is an empty cell (nothing known)."""


class Column(Struct, frozen=True):
    """A column. `key` is stable in every language; a ratio names the columns it is the ratio of.

    `width` is in figures, where somebody has asked for one. An `optional` column is left off a
    sheet if no row fills it; csv and JSON always have it. `bracket_below`: a sheet sets the bracket
    at the end of the heading on a line of its own where both do not fit into one.
    """

    key: str
    title: Text | str
    kind: Kind = Kind.TEXT
    ratio_of: tuple[str, str] | None = None
    width: int | None = None
    optional: bool = False
    bracket_below: bool = False


class Table(Struct, frozen=True):
    """Columns and rows; `totals` are the indices of rows that sum up others.

    `caption` stands above the table where a sheet holds several; `notes` stand beneath it.
    """

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Text | None = None
    totals: frozenset[int] = frozenset()
    notes: tuple[Text, ...] = ()

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{self.key}: {len(row)} cells under {len(self.columns)} columns")

    @property
    def filled(self) -> "Table":
        """The table without the optional columns that no row fills; without rows, all of it."""
        kept = [
            index
            for index, column in enumerate(self.columns)
            if not column.optional or any(_says_something(row[index]) for row in self.rows)
        ]
        if not self.rows or len(kept) == len(self.columns):
            return self
        columns = tuple(self.columns[index] for index in kept)
        return replace(
            self,
            columns=columns,
            rows=tuple(tuple(row[index] for index in kept) for row in self.rows),
        )


def _says_something(cell: Cell) -> bool:
    return bool(cell.parts) if isinstance(cell, Sentences) else cell not in (None, "", ())


class Sheet(Struct, frozen=True):
    """A sheet: its name on the tab, a title, a second line, and a table (sometimes several).

    The second line is the subtitle (as-of date, how much is doubtful) and what else `facts` say.
    `alike`: its tables are of one kind and told apart by their captions only.
    """

    key: str
    name: str | Text
    title: Text
    subtitle: Text
    tables: tuple[Table, ...]
    facts: tuple[Text, ...] = ()
    alike: bool = False


class Workbook(Struct, frozen=True):
    """A file of sheets; `as_of` is the day of its facts.

    `stem` is the file's name without suffix: the field's own word, the same in every language, so
    that scripts and letters can speak of it. `name` is what it is called. `memory` is what the
    workbook needs to be read back without loss, if it is meant to be.
    """

    key: str
    stem: str
    name: Text
    sheets: tuple[Sheet, ...]
    as_of: date
    memory: "Memory | None" = None

    def tables(self) -> Iterator[tuple[Sheet, Table]]:
        """Yield every table with its sheet, in order."""
        for sheet in self.sheets:
            for table in sheet.tables:
                yield sheet, table

"""What a column of the fact tables is: its name, its type, what it means, where it comes from."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from msgspec import Struct

from stdsys.model.partial_date import PartialDate

Value: TypeAlias = str | int | float | bool | date | Sequence[str] | None
"""What a field of a fact table may hold; a list is never null, only empty."""

T = TypeVar("T")


class Kind(StrEnum):
    """Types of columns, as every format and engine knows them."""

    TEXT = "text"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    TEXTS = "list of text"


class Column(Struct, Generic[T], frozen=True):
    """A column: its stable name, its type, its meaning in Chinese and English, and its value."""

    name: str
    kind: Kind
    meaning: str
    value: Callable[[T], Value]


class FactTable(Struct, frozen=True, eq=False):
    """A table: its name, the names and types of its columns in order, and its rows."""

    name: str
    columns: tuple[tuple[str, Kind], ...]
    rows: tuple[tuple[Value, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)


def row_of(columns: Iterable[Column[T]], fact: T) -> tuple[Value, ...]:
    """Return what the columns say of one fact."""
    return tuple(column.value(fact) for column in columns)


def date_columns(
    name: str, meaning: str, stated: Callable[[T], PartialDate | None]
) -> tuple[Column[T], Column[T], Column[T]]:
    """Return the three columns of a date: as it is written, and the first and last day it can mean.

    A date may be known to the year or the month only, which no date column can say.
    """

    def text(fact: T) -> Value:
        day = stated(fact)
        return None if day is None else str(day)

    def first(fact: T) -> Value:
        day = stated(fact)
        return None if day is None else day.first

    def last(fact: T) -> Value:
        day = stated(fact)
        return None if day is None else day.last

    return (
        Column(name, Kind.TEXT, meaning, text),
        Column(
            f"{name}_from",
            Kind.DATE,
            "该日期可能的最早一天。The first day that this date can mean.",
            first,
        ),
        Column(
            f"{name}_to",
            Kind.DATE,
            "该日期可能的最晚一天。The last day that this date can mean.",
            last,
        ),
    )

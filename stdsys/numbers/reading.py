"""Read any text as a standard number: the outcome, and everything the text tells."""

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from stdsys.numbers.canonical import read_canonical
from stdsys.numbers.codes import DOUBTFUL_CODE_FLAGS
from stdsys.numbers.columns import (
    Columns,
    columns_of_fragments,
    columns_of_number,
    columns_of_numbers,
)
from stdsys.numbers.refusal import Fragments
from stdsys.numbers.standard_number import StandardNumber

if TYPE_CHECKING:
    from stdsys.numbers.single import Single

LATEST_YEAR = 2099
"""Default bound for a number's year: the same text reads the same on every day.

Who asks whether a number can exist yet passes the coming year: numbers are published in advance.
"""

_NOTHING = Fragments()


class Outcome(StrEnum):
    """What a text turned out to be."""

    OK = "ok"
    WARN = "warn"
    MULTI = "multi"
    REJECT = "reject"
    NOT_A_NUMBER = "not-a-number"


WARNING_FLAGS = frozenset(
    {
        "ambiguous_gbz",
        "colon_year",
        "dash_dropped_space",
        "dot_unusual",
        "file_extension",
        "number_looks_like_year",
        "part_dot_dropped",
        "part_looks_like_year",
        "reversed",
        "slash_as_backslash",
        "slash_as_hyphen",
        "slash_as_underscore",
        "slash_dropped",
        "trailing_punctuation",
        "year_word",
        *DOUBTFUL_CODE_FLAGS,
    }
)
"""Flags (without what stands after their colon) that make a number one to look at."""


class Reading(Struct, frozen=True):
    """What was read out of one text. `number` for one number, `items` for several."""

    raw: str
    outcome: Outcome
    number: StandardNumber | None = None
    items: tuple[StandardNumber, ...] = ()
    flags: tuple[str, ...] = ()
    suggestion: str | None = None
    """A canonical text that may be meant; several joined by ";". Never taken by itself."""
    fragments: Fragments = _NOTHING
    """What is certain about a text that is no number."""

    @property
    def columns(self) -> Columns:
        """Everything the text tells as plain values, by column name."""
        if self.number:
            return columns_of_number(self.number)
        if self.items:
            return columns_of_numbers(self.items, "range" in self.flags)
        return columns_of_fragments(self.fragments)

    @property
    def canonical(self) -> str | None:
        """The canonical text, without adoption; several numbers are joined by ";"."""
        if self.number:
            return str(self.number)
        return _text(self.columns["canonical"])

    @property
    def tier(self) -> str:
        """The word of the level column: a `Tier`, joined by ";" where several differ."""
        return str(self.columns["level"])

    @property
    def code(self) -> str | None:
        """The document code."""
        return _text(self.columns["code"])

    @property
    def organisation(self) -> str | None:
        """Region, industry, association or enterprise code, whichever the code carries."""
        return _text(self.columns["organisation"])

    @property
    def nature(self) -> str | None:
        """The nature by code; None for templates whose code may lack its letter."""
        return _text(self.columns["nature"])

    @property
    def serial(self) -> str | None:
        """The running number; «19710..19713» for a range, «197;457» for a list."""
        return _text(self.columns["number"])

    @property
    def part(self) -> str | None:
        """The part; «ALL» for all parts, «1..4» for a range."""
        return _text(self.columns["part"])

    @property
    def year(self) -> int | str | None:
        """The year; a text where several numbers have several years."""
        return self.columns["year"]

    def as_json(self) -> dict[str, object]:
        """Return the record of the machine-readable contract (`number --format jsonl`)."""
        return {
            "raw": self.raw,
            "outcome": self.outcome.value,
            **self.columns,
            "flags": list(self.flags),
            "items": [str(item) for item in self.items],
            "suggestion": self.suggestion,
        }


def _text(value: str | int | None) -> str | None:
    return None if value is None else str(value)


class NotAStandardNumber(ValueError):  # noqa: N818 - named for what it says
    """A text is not exactly one standard number; `reading` says what it is instead."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(f"not a standard number: {reading.raw!r} ({reading.outcome})")
        self.reading = reading


def read(text: str, *, latest_year: int = LATEST_YEAR) -> Reading:
    """Read any text; never raises. Years later than `latest_year` are refused."""
    direct = read_canonical(text, latest_year)
    if direct:
        return Reading(text, Outcome.OK, direct[0], (), direct[1])
    return _read_closely(text, latest_year)


@lru_cache(maxsize=1 << 14)
def _read_closely(text: str, latest_year: int) -> Reading:
    """Read with the full grammar, which is loaded at the first text that needs it.

    Answers are remembered: a workspace asks about one text as identity, citation and spelling.
    """
    from stdsys.numbers.lists import read_items
    from stdsys.numbers.no_number import classify, read_special
    from stdsys.numbers.refusal import Refusal

    special = read_special(text)
    if special:
        fragments, flags = special
        return Reading(text, Outcome.OK, flags=flags, fragments=fragments)
    try:
        return _accepted(text, read_items(text, latest_year))
    except Refusal as refusal:
        refused = classify(text, refusal, latest_year)
    return Reading(
        text,
        Outcome.NOT_A_NUMBER if refused.prose else Outcome.REJECT,
        flags=refused.flags,
        suggestion=refused.suggestion,
        fragments=refused.fragments,
    )


def _accepted(text: str, singles: "tuple[Single, ...]") -> Reading:
    flags = tuple(dict.fromkeys(flag for single in singles for flag in single.flags))
    if len(singles) > 1:
        return Reading(text, Outcome.MULTI, None, tuple(s.number for s in singles), flags)
    doubtful = any(flag.partition(":")[0] in WARNING_FLAGS for flag in flags)
    outcome = Outcome.WARN if doubtful else Outcome.OK
    return Reading(text, outcome, singles[0].number, (), flags, singles[0].suggestion)


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> StandardNumber:
    """Return the one standard number that a text is, with a bounded memory of earlier answers.

    Raises `NotAStandardNumber` for lists, ranges, malformed numbers, plan numbers and prose.
    """
    reading = read(text)
    if reading.number is None:
        raise NotAStandardNumber(reading)
    return reading.number

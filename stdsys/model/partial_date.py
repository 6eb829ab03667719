"""Dates known to the year, the month or the day."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar

from msgspec import Struct

from stdsys.messages import Text, _
from stdsys.model.written_value import WrittenValue
from stdsys.patterns import pattern

_OTHER_FORM = pattern(
    r"(\d{4})\s*[-/.年]?\s*(?:(\d{1,2})\s*[-/.月]?\s*(?:(\d{1,2})\s*[日号]?)?)?", re.ASCII
)
_FORM = pattern(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class PartialDate(WrittenValue, Struct, frozen=True):
    """A date as precise as its source: `2023`, `2023-06` or `2023-06-30`; an interval."""

    year: int
    month: int | None = None
    day: int | None = None

    expected: ClassVar[Text] = _("a date such as 2023-06-30, 2023-06 or 2023")
    json_schema: ClassVar[dict[str, Any]] = {
        "type": ["string", "number", "boolean"],
        "examples": ["2023-06-30", "2023-06", "2023"],
    }

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `2023`, `2023-06` or `2023-06-30`; ValueError if no such day exists."""
        return _parse(text)

    @property
    def first(self) -> date:
        """The first day it can mean: a start counts from here."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean: an end or a due date lasts until here."""
        if self.day is not None and self.month is not None:
            return date(self.year, self.month, self.day)
        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])

    def begun_by(self, day: date) -> bool:
        """Whether something that starts then has started on `day`."""
        return self.first <= day

    def over_by(self, day: date) -> bool:
        """Whether a due date has passed on `day`."""
        return self.last < day

    def surely_before(self, other: "PartialDate") -> bool:
        """Whether every day it can mean is before every day the other can mean."""
        return self.last < other.first

    def may_equal(self, other: "PartialDate") -> bool:
        """Whether both can mean the same day (`2023` and `2023-06-30` can)."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @classmethod
    def advice(cls, text: str) -> Text | None:
        """Say how a date in another writing is written, or that there is no such day."""
        return _advice(text)


@lru_cache(maxsize=50_000)
def _parse(text: str) -> PartialDate:
    found = _FORM.fullmatch(text.strip())
    if not found:
        raise ValueError(f"not a date: {text!r}")
    year, month, day = (None if part is None else int(part) for part in found.groups())
    assert year is not None
    result = PartialDate(year, month, day)
    try:
        result.last  # noqa: B018 - computing it shows whether that month and day exist
    except ValueError:
        raise ValueError(f"not a date: {text!r}") from None
    return result


def _advice(text: str) -> Text | None:
    found = _OTHER_FORM.fullmatch(text.strip())
    if not found:
        return None
    year, month, day = (None if part is None else int(part) for part in found.groups())
    assert year is not None
    try:
        return _("did you mean {name}?", name=PartialDate.parse(str(PartialDate(year, month, day))))
    except ValueError:
        return _("there is no such day")

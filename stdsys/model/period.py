"""Spans of time, as `2022-06..2023-07`."""

from datetime import date
from typing import Any, ClassVar

from msgspec import Struct

from stdsys.messages import Text, _
from stdsys.model.partial_date import PartialDate
from stdsys.model.written_value import WrittenValue
from stdsys.patterns import pattern

_FORM = pattern(r"(.*?)\s*(?:\.\.|~|～|—|至)\s*(.*)")


class Period(WrittenValue, Struct, frozen=True):
    """A span from the first day of `start` to the last day of `end`; None leaves a side open."""

    start: PartialDate | None
    end: PartialDate | None

    expected: ClassVar[Text] = _(
        "a period such as 2022-06..2023-07, whose end is not before its start"
    )
    json_schema: ClassVar[dict[str, Any]] = {
        "type": ["string", "number"],
        "examples": ["2022-06..2023-07", "2023"],
    }

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read `2022-06..2023-07`, `2022..`, `..2023` or one date; ValueError if it is none."""
        found = _FORM.fullmatch(text.strip())
        if found is None:
            whole = PartialDate.parse(text)
            return cls(whole, whole)
        start, end = (PartialDate.parse(side) if side else None for side in found.groups())
        if start is None and end is None:
            raise ValueError(text)
        if start is not None and end is not None and end.last < start.first:
            raise ValueError(text)
        return cls(start, end)

    @property
    def first(self) -> date:
        """Its first day."""
        return self.start.first if self.start else date.min

    @property
    def last(self) -> date:
        """Its last day."""
        return self.end.last if self.end else date.max

    def holds(self, when: PartialDate) -> bool | None:
        """Whether a date lies within; None if it is not precise enough to tell."""
        if self.first <= when.first and when.last <= self.last:
            return True
        if when.last < self.first or self.last < when.first:
            return False
        return None

    def __str__(self) -> str:
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or ''}..{self.end or ''}"

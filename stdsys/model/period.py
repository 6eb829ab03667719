"""Spans of time, as `2022-06..2023-07`."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic_core import CoreSchema, core_schema

from stdsys.messages import _
from stdsys.model.partial_date import PartialDate
from stdsys.model.scalars import refuse

_FORM = re.compile(r"(.*?)\s*(?:\.\.|~|～|—|至)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Period:
    """A span from the first day of `start` to the last day of `end`; None leaves a side open."""

    start: PartialDate | None
    end: PartialDate | None

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

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return {"type": ["string", "number"], "examples": ["2022-06..2023-07", "2023"]}


def _validate(value: object) -> Period:
    if isinstance(value, Period):
        return value
    if isinstance(value, str):
        try:
            return Period.parse(value)
        except ValueError:
            pass
    raise refuse(_("a period such as 2022-06..2023-07, whose end is not before its start"))

"""Where a fact comes from, and whether somebody has verified it."""

from typing import Annotated, Literal, Protocol, TypeAlias

from pydantic import BeforeValidator, Field, WithJsonSchema

from stdsys.messages import _
from stdsys.model.partial_date import PartialDate
from stdsys.model.scalars import NO, Words, refuse


def _verified(value: object) -> object:
    if value is False or isinstance(value, PartialDate):
        return value
    if isinstance(value, str):
        if value.strip().lower() in NO:
            return False
        try:
            return PartialDate.parse(value)
        except ValueError:
            pass
    raise refuse(_("the date of verification, or false"))


Verified: TypeAlias = Annotated[
    PartialDate | Literal[False],
    BeforeValidator(_verified),
    WithJsonSchema({"type": ["string", "boolean", "number"], "examples": ["2026-11-22", False]}),
]

Source: TypeAlias = Annotated[
    Words | None,
    Field(description="事实出处（网址、文件）。Where the fact comes from (address, document)."),
]
VerifiedField: TypeAlias = Annotated[
    Verified | None,
    Field(description="核实日期；未核实写 false。Date of verification; false while unverified."),
]

RECALLED = "recalled"
"""`source: recalled`: written down from memory, and so verified by nobody."""


class _Stated(Protocol):
    @property
    def source(self) -> str | None: ...

    @property
    def verified(self) -> PartialDate | Literal[False] | None: ...


def says_unverified(said: _Stated) -> bool:
    """Whether a record or statement says of itself that nobody has verified it."""
    return said.verified is False or said.source == RECALLED

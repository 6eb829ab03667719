"""The base of everything that is written in a workspace."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

from stdsys.findings import Place
from stdsys.model.scalars import Id, Words

NOWHERE = Place("")


class Part(BaseModel):
    """A small mapping inside a record; its place follows from the record's."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Record(Part):
    """A mapping of the format: immutable, unknown fields refused, able to name its place."""

    __slots__ = ("_stands_at",)  # a slot costs nothing at validation, a private attribute much

    @property
    def place(self) -> Place:
        """Where it is written. Made when it is asked for, which it is for few records."""
        at: Place | tuple[Place, int] = getattr(self, "_stands_at", NOWHERE)
        return at[0].at(at[1]) if isinstance(at, tuple) else at

    def stand_at(self, place: Place) -> None:
        """Tell the record where it is written; the reader does this once, after validation."""
        object.__setattr__(self, "_stands_at", place)

    def stand_in(self, items: Place, index: int) -> None:
        """Tell the record that it is an item of the list written at a place."""
        object.__setattr__(self, "_stands_at", (items, index))

    def __copy__(self) -> Self:
        """Return a copy that stands where this record does."""
        copied = super().__copy__()
        copied.stand_at(self.place)
        return copied


class Waiver(Part):
    """`waive: [{rule: L006, reason: …}]`: a finding accepted in place, with a reason."""

    rule: Annotated[Id, Field(description="规则代码，如 L006。Code of the waived rule.")]
    reason: Annotated[
        Words | None, Field(description="为什么接受这一问题。Why the finding is accepted.")
    ] = None

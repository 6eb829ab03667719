"""The base of everything that is written in a workspace."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from stdsys.findings import Place
from stdsys.model.scalars import Id, Words

NOWHERE = Place("")


class Part(BaseModel):
    """A small mapping inside a record; its place follows from the record's."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Record(Part):
    """A mapping of the format: immutable, unknown fields refused, able to name its place."""

    _place: Place = PrivateAttr(default=NOWHERE)

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self._place

    def stand_at(self, place: Place) -> None:
        """Tell the record where it is written; the reader does this once, after validation."""
        self._place = place


class Waiver(Part):
    """`waive: [{rule: L006, reason: …}]`: a finding accepted in place, with a reason."""

    rule: Annotated[Id, Field(description="规则代码，如 L006。Code of the waived rule.")]
    reason: Annotated[
        Words | None, Field(description="为什么接受这一问题。Why the finding is accepted.")
    ] = None

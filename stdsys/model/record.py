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
        _keep_stated(self)

    def stand_in(self, items: Place, index: int) -> None:
        """Tell the record that it is an item of the list written at a place."""
        object.__setattr__(self, "_stands_at", (items, index))
        _keep_stated(self)

    def __copy__(self) -> Self:
        """Return a copy that stands where this record does."""
        copied = super().__copy__()  # with a set of stated fields of its own: it may be changed
        object.__setattr__(copied, "_stands_at", getattr(self, "_stands_at", NOWHERE))
        return copied


_NAMES: dict[frozenset[str], set[str]] = {}
"""The names of stated fields that records share: there are few combinations of them."""


def _keep_stated(record: Record) -> None:
    """Leave in a record only the fields that are stated; its class says the others.

    Most records state a few of fifty fields: a large workspace takes two thirds of the memory.
    """
    kind = type(record)
    if kind not in _SAY_DEFAULTS:
        _say_defaults(kind)
    stated = record.model_fields_set
    shared = _NAMES.setdefault(frozenset(stated), stated)
    values = record.__dict__
    object.__setattr__(record, "__pydantic_fields_set__", shared)
    object.__setattr__(record, "__dict__", {name: values[name] for name in shared})


_SAY_DEFAULTS: set[type[Record]] = set()
"""The classes that say what their records do not state."""


def _say_defaults(kind: type[Record]) -> None:
    for name, field in kind.model_fields.items():
        if not field.is_required():
            type.__setattr__(kind, name, field.get_default(call_default_factory=True))
    _SAY_DEFAULTS.add(kind)


class Waiver(Part):
    """`waive: [{rule: L006, reason: …}]`: a finding accepted in place, with a reason."""

    rule: Annotated[Id, Field(description="规则代码，如 L006。Code of the waived rule.")]
    reason: Annotated[
        Words | None, Field(description="为什么接受这一问题。Why the finding is accepted.")
    ] = None

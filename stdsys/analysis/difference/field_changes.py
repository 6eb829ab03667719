"""What has changed between two states of one thing, field by field."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from stdsys.analysis.difference.plain_values import Plain, plain
from stdsys.model.record import Part


class FieldChange(Struct, frozen=True):
    """A field that says something else than before; None where it said, or says, nothing."""

    field: str
    before: Plain
    after: Plain

    @property
    def is_list(self) -> bool:
        """Whether a list is on either side."""
        return isinstance(self.before, tuple) or isinstance(self.after, tuple)

    @property
    def gone(self) -> tuple[Plain, ...]:
        """The items of a list that are no longer in it."""
        return _without(_items(self.before), _items(self.after))

    @property
    def come(self) -> tuple[Plain, ...]:
        """The items of a list that were not in it."""
        return _without(_items(self.after), _items(self.before))


class Because(StrEnum):
    """Why two things of different keys are taken for one before and after a change."""

    FORMERLY = "formerly"
    FAMILY = "other-edition"
    REPLACES = "replaces"
    TITLE = "same-title"


T_co = TypeVar("T_co", covariant=True)


class Change(Struct, Generic[T_co], frozen=True, eq=False):
    """A thing before and after: None before if it was added, None after if it was removed.

    `fields` is what it says otherwise than before. `because` is set where its key has changed.
    `beside` names what a standard that was added or removed stands beside: editions of the same
    number, and what replaces it or is replaced by it, that are there before and after.
    """

    key: str
    before: T_co | None
    after: T_co | None
    fields: tuple[FieldChange, ...] = ()
    because: Because | None = None
    beside: tuple[str, ...] = ()

    @property
    def added(self) -> bool:
        """Whether it was not there before."""
        return self.before is None

    @property
    def removed(self) -> bool:
        """Whether it is not there any more."""
        return self.after is None

    @property
    def renumbered(self) -> bool:
        """Whether its key has changed."""
        return self.because is not None

    @property
    def changed(self) -> bool:
        """Whether it is there before and after, under the same key."""
        return not (self.added or self.removed or self.renumbered)

    @property
    def thing(self) -> T_co:
        """The thing as it is; one that was removed as it was."""
        found = self.before if self.after is None else self.after
        assert found is not None
        return found


def field_changes(
    before: Mapping[str, Plain], after: Mapping[str, Plain]
) -> tuple[FieldChange, ...]:
    """Return the fields that differ, in the order of the later state; a missing one is None."""
    return tuple(
        FieldChange(name, before.get(name), after.get(name))
        for name in dict.fromkeys((*after, *before))
        if before.get(name) != after.get(name)
    )


def stated(record: Part, fields: Iterable[str] | None = None) -> dict[str, Plain]:
    """Return what fields of a record say; all its fields if none are named."""
    names = type(record).model_fields if fields is None else fields
    return {name: plain(getattr(record, name, None), name) for name in names}


K = TypeVar("K")
V = TypeVar("V")


def paired(before: Mapping[K, V], after: Mapping[K, V]) -> Iterator[tuple[K, V | None, V | None]]:
    """Yield every key with its value on either side: in the order of `after`, then what is gone."""
    for key, value in after.items():
        yield key, before.get(key), value
    for key, value in before.items():
        if key not in after:
            yield key, value, None


def in_common_order(
    before: Iterable[str], after: Iterable[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys that both hold, in the order of each: they differ if the order does."""
    old, new = list(before), list(after)
    kept = set(old) & set(new)
    return tuple(key for key in old if key in kept), tuple(key for key in new if key in kept)


def _items(value: Plain) -> tuple[Plain, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _without(items: tuple[Plain, ...], others: tuple[Plain, ...]) -> tuple[Plain, ...]:
    """Return the items that are not among others, each as often as it is there more often."""
    left = Counter(map(repr, others))
    found = []
    for item in items:
        if left[repr(item)]:
            left[repr(item)] -= 1
        else:
            found.append(item)
    return tuple(found)

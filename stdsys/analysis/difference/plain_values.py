"""What a field says as plain data, so that two statements of it can be compared and shown."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from stdsys.analysis.citations.statements import numbers_in
from stdsys.model.record import Part

Plain: TypeAlias = "str | bool | int | tuple[Plain, ...] | Mapping[str, Plain] | None"
"""Text (words of closed vocabularies as such), flags, counts, lists, mappings; None: not stated."""

_NUMBERS = {
    *("number", "standard", "standards", "formerly", "method"),
    *("needs", "upgrades", "applies"),
}
"""Fields that name standards: what is only typed otherwise says the same."""


def plain(value: object, field: str = "") -> Plain:
    """Return what a value says; nothing, an empty list and an empty mapping are all None.

    `field` is the name of the field that holds it. Of a mapping inside a record only what differs
    from its defaults is kept; one whose first field alone is stated is what that field says, as in
    `cites: [GB 2763]`.
    """
    match value:
        case None | () | {} | "":
            return None
        case bool() | int() | StrEnum():
            return value
        case str():
            return _canonical(value) if field in _NUMBERS else value
        case tuple() | list():
            return tuple(plain(item, field) for item in value)
        case Part():
            return _of_part(value)
        case Mapping():
            return {str(key): plain(inner) for key, inner in value.items()}
        case _:
            return str(value)


def _of_part(part: Part) -> Plain:
    kind = type(part).model_fields
    said = {
        name: plain(getattr(part, name), name)
        for name in kind
        if getattr(part, name) != kind[name].get_default(call_default_factory=True)
    }
    first = next(iter(kind))
    return said[first] if list(said) == [first] else said


def _canonical(text: str) -> str:
    numbers = numbers_in(text)
    return str(numbers[0]) if len(numbers) == 1 else text

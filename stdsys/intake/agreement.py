"""Whether a workspace already says what a file says."""

from enum import StrEnum

from stdsys.model.catalogue import read_number, title_key
from stdsys.model.partial_date import PartialDate
from stdsys.model.record import Part


def agrees(value: object, ours: object, *, free_text: bool = False) -> bool:
    """Whether the workspace already says what a file says, perhaps more of it.

    A day agrees with a month that holds it only if the workspace has the day; of a list all items
    of the file must be there; in a free text its words.
    """
    match value, ours:
        case PartialDate(), PartialDate():
            return value.may_equal(ours) and len(str(value)) <= len(str(ours))
        case tuple(), tuple():
            return all(any(agrees(one, other) for other in ours) for one in value)
        case Part(), Part():
            stated = value.model_fields_set
            return all(agrees(getattr(value, name), getattr(ours, name)) for name in stated)
        case StrEnum(), _:
            return value == ours
        case str(), str():
            first, second = _comparable(value), _comparable(ours)
            return first == second or (free_text and first in second)
        case _:
            return value == ours


def shown(value: object) -> str:
    """Return a value of the workspace as text for people."""
    match value:
        case tuple():
            return "、".join(map(shown, value))
        case Part():
            fields = value.model_dump(exclude_unset=True)
            return "，".join(str(inner) for inner in fields.values())
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def _comparable(text: str) -> str:
    number = read_number(text)
    return title_key(text) if number is None else number.edition_key

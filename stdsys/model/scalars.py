"""The scalar types of the format: everything arrives as text, these types say what it means."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, TypeAlias, TypeVar

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from stdsys.messages import Text, _
from stdsys.patterns import pattern

Words: TypeAlias = str
"""Free text. (An editor's YAML parser may see a number or a boolean there: the JSON Schema says so
of all text, and no annotation here, for each takes its time at every start.)"""

Id: TypeAlias = Words
"""An identifier of the workspace's own: a stage, a node's code, an organisation …"""

Number: TypeAlias = Words
"""A standard number as written; `stdsys.numbers` reads it, rule N001 judges it."""


def refuse(expected: Text, advice: Text | None = None) -> PydanticCustomError:
    """Return the error that says what was expected at a place (finding Y103)."""
    return PydanticCustomError(
        "stdsys", "unexpected value", {"expected": expected, "advice": advice}
    )


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 9:
        return int(value)
    raise refuse(_("a whole number, 0 or more"))


Count: TypeAlias = Annotated[
    int, PlainValidator(_count), WithJsonSchema({"type": ["integer", "string"], "minimum": 0})
]

_AMOUNT = pattern(r"[+-]?\d{1,18}(?:\.\d{1,18})?", re.ASCII)


def _amount(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and _AMOUNT.fullmatch(value.strip()):
        return Decimal(value.strip())
    raise refuse(_("a number such as 12 or 0.5"))


Amount: TypeAlias = Annotated[
    Decimal, PlainValidator(_amount), WithJsonSchema({"type": ["number", "string"]})
]

YES = frozenset({"true", "yes", "是"})
NO = frozenset({"false", "no", "否"})
"""Words for a flag, in small letters."""


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        word = value.strip().lower()
        if word in YES:
            return True
        if word in NO:
            return False
    raise refuse(_("true or false (是 or 否)"))


Flag: TypeAlias = Annotated[
    bool,
    PlainValidator(_flag),
    WithJsonSchema({"enum": [True, False, "true", "false", "yes", "no", "是", "否"]}),
]

E = TypeVar("E", bound=StrEnum)


def words_for(kind: type[E], chinese: dict[str, E]) -> tuple[PlainValidator, WithJsonSchema]:
    """Return the annotations of an enumeration that also understands the field's Chinese words."""
    table: dict[str, E] = {member.value: member for member in kind} | chinese
    shown = tuple(dict.fromkeys([*chinese, *(member.value for member in kind)]))

    def validate(value: object) -> E:
        if isinstance(value, kind):
            return value
        if isinstance(value, str):
            found = table.get(value) or table.get(value.strip()) or table.get(value.strip().lower())
            if found is not None:
                return found
        near = [
            word for word in table if isinstance(value, str) and len(word) > 1 and word in value
        ]
        meant = max(near, key=len, default=None)
        advice = _("did you mean {name}?", name=meant) if meant else None
        raise refuse(_("one of: {words}", words=shown), advice)

    return PlainValidator(validate), WithJsonSchema({"enum": list(shown)})


def listed(value: object) -> object:
    """Return a single item as a list of one, which its writer left out."""
    return [value] if isinstance(value, str | dict) else value


OR_ONE = BeforeValidator(listed)
"""The annotation of a list for which a single item may stand."""

OneOrMany: TypeAlias = Annotated[tuple[Words, ...], OR_ONE]

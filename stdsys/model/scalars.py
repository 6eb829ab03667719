"""The scalar types of the format: everything arrives as text, these types say what it means."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from stdsys.messages import Text, _

_ANY_SCALAR = {"type": ["string", "number", "boolean"]}

Words: TypeAlias = Annotated[str, WithJsonSchema(_ANY_SCALAR)]
"""Free text. An editor's YAML parser may see a number or a boolean where we see text."""

Id: TypeAlias = Words
"""An identifier of the workspace's own: a stage, a node's code, an organisation …"""

Number: TypeAlias = Words
"""A standard number as written; `stdsys.numbers` reads it, rule N001 judges it."""


def refuse(expected: Text) -> PydanticCustomError:
    """Return the error that says what was expected at a place (finding Y103)."""
    return PydanticCustomError("stdsys", "unexpected value", {"expected": expected})


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 9:
        return int(value)
    raise refuse(_("a whole number, 0 or more"))


Count: TypeAlias = Annotated[
    int, PlainValidator(_count), WithJsonSchema({"type": ["integer", "string"], "minimum": 0})
]

_YES = {"true", "yes", "是"}
_NO = {"false", "no", "否"}


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        word = value.strip().lower()
        if word in _YES:
            return True
        if word in _NO:
            return False
    raise refuse(_("true or false (是 or 否)"))


Flag: TypeAlias = Annotated[
    bool,
    PlainValidator(_flag),
    WithJsonSchema({"enum": [True, False, "true", "false", "yes", "no", "是", "否"]}),
]

E = TypeVar("E", bound=StrEnum)


def words_for(kind: type[E], chinese: dict[str, E]) -> tuple[Any, Any]:
    """Return the annotations of an enumeration that also understands the field's Chinese words."""
    table: dict[str, E] = {member.value: member for member in kind} | chinese
    shown = tuple(dict.fromkeys([*(member.value for member in kind), *chinese]))

    def validate(value: object) -> E:
        if isinstance(value, kind):
            return value
        if isinstance(value, str):
            found = table.get(value.strip()) or table.get(value.strip().lower())
            if found is not None:
                return found
        raise refuse(_("one of: {words}", words=shown))

    return PlainValidator(validate), WithJsonSchema({"enum": list(shown)})


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


ONE_OR_MANY = BeforeValidator(
    _listed,
    json_schema_input_type=tuple[Words, ...] | Words,
)
"""For a list a single word may stand."""

OneOrMany: TypeAlias = Annotated[tuple[Words, ...], ONE_OR_MANY]

Validator: TypeAlias = Callable[[object], object]

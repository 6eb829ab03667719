"""What values have in common that are written as one text: how pydantic reads and writes them."""

from typing import Any, ClassVar

from pydantic_core import CoreSchema, core_schema

from stdsys.messages import Text
from stdsys.model.scalars import refuse


class WrittenValue:
    """A value that is read by its `parse` and written as its `str`.

    A text that `parse` refuses with ValueError is answered with what was `expected`, and `advice`
    for that text. `json_schema` says which scalars an editor's YAML parser may see there.
    """

    __slots__ = ()

    expected: ClassVar[Text]
    json_schema: ClassVar[dict[str, Any]]

    @classmethod
    def parse(cls, text: str) -> Any:
        """Read the value; ValueError for a text that is none."""
        raise NotImplementedError

    @classmethod
    def validated(cls, value: object) -> Any:
        """Return the value that is written; refuse what is none."""
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise refuse(cls.expected)
        try:
            return cls.parse(value)
        except ValueError:
            raise refuse(cls.expected, cls.advice(value)) from None

    @classmethod
    def advice(cls, text: str) -> Text | None:
        """Say what may be meant by a text that cannot be read."""
        return None

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.validated, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: Any) -> dict[str, Any]:
        return cls.json_schema

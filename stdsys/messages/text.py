"""A sentence that is not yet in any language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Text(Struct, frozen=True):
    """An English sentence (the message's key) and the values of its named placeholders.

    Without values the sentence is taken as it is, braces and all. A value may be another `Text`, a
    tuple of values (joined as a list) or anything with a `str`.
    """

    msgid: str
    values: Mapping[str, object] = field(default_factory=lambda: _NOTHING)

    def __hash__(self) -> int:
        return hash((self.msgid, tuple(self.values.items())))


def _(msgid: str, /, **values: object) -> Text:
    """Say something to the user: `_("{number} is withdrawn", number=number)`."""
    return Text(msgid, values) if values else Text(msgid)

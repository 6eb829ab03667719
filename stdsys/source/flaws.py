"""A second look at a well-formed text: every tag, duplicate key and glued colon, with its place."""

import re
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from stdsys.messages import _
from stdsys.source.decoding import Problem, forbidden_character, line_starts, locate
from stdsys.source.plain_lines import NULLS
from stdsys.source.syntax import NEEDS_SPACE

MAX_FLAWS = 1000
"""Duplicate keys, tags and glued colons told of one file: a bound for hostile files."""

TEXT_TAG = "tag:yaml.org,2002:str"
_VALUES = (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent)
GLUED = re.compile(r"[:：](?=\S)")
_ESCAPED_CONTROL = _("an escape in this text makes a control character, which is not allowed")


def find_flaws(text: str) -> tuple[Problem, ...]:
    """Read a well-formed text again for its tags, duplicate keys and glued colons."""
    starts = line_starts(text)
    flaws: list[Problem] = []
    parents: list[dict[str, int] | None] = []
    top: dict[str, int] | None = None  # where each key of the open mapping stands; None in a list
    key: Any = None
    names: dict[str, str] = {}  # anchored scalars, which an alias may use as key
    event: Any
    for event in iter(yaml.CSafeLoader(text).get_event, None):
        kind = type(event)
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            top = parents.pop()
        if kind not in _VALUES:
            continue
        if len(flaws) >= MAX_FLAWS:
            break
        offset = event.start_mark.index
        tag = getattr(event, "tag", None)
        if tag is not None and (tag != TEXT_TAG or kind is not ScalarEvent):
            flaws.append(_tagged(tag, *locate(starts, offset)))
        if kind is ScalarEvent:
            if event.anchor is not None:
                names[event.anchor] = event.value
            if event.style == '"' and forbidden_character(event.value) is not None:
                line, column = locate(starts, offset)
                flaws.append(Problem("Y002", _ESCAPED_CONTROL, line, column))
        if top is not None and key is None:
            key = event
            name = names[event.anchor] if kind is AliasEvent else event.value
            first = top.setdefault(name, offset)
            if first != offset:
                flaws.append(_duplicate(name, locate(starts, offset), locate(starts, first)))
            continue
        if _is_plain(key) and _is_plain(event) and event.value in NULLS:
            glued = GLUED.search(key.value)
            if glued is not None:
                line, column = locate(starts, key.start_mark.index + glued.start())
                said = _('"{key}" has no value', key=key.value)
                flaws.append(Problem("Y002", said, line, column, NEEDS_SPACE))
        key = None
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            parents.append(top)
            top = {} if kind is MappingStartEvent else None
    return tuple(flaws)


def _is_plain(event: NodeEvent | None) -> bool:
    return isinstance(event, ScalarEvent) and not event.style and event.tag is None


def _tagged(tag: str, line: int, column: int) -> Problem:
    written = tag.replace("tag:yaml.org,2002:", "!!")
    said = _("the tag {tag} is not allowed: values are text, lists and mappings", tag=written)
    return Problem(
        "Y004", said, line, column, _('delete it; text that begins with "!" needs quotes')
    )


def _duplicate(key: str, second: tuple[int, int], first: tuple[int, int]) -> Problem:
    said = _('the key "{key}" stands twice in one mapping; the first value is kept', key=key)
    hint = _("delete one of them, or was a new list item meant?")
    return Problem("Y003", said, *second, hint, ((*first, _("first stated here")),))

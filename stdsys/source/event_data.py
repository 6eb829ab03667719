"""The data of any YAML document, in one pass over libyaml's events; what is wrong with it."""

from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from stdsys.messages import Text, _
from stdsys.source.decoding import Problem, forbidden_character, line_starts, locate
from stdsys.source.flaws import GLUED, TEXT_TAG, find_flaws
from stdsys.source.marks import MERGE_KEY
from stdsys.source.plain_lines import NULLS, Data
from stdsys.source.syntax import explain

MAX_DEPTH = 100
"""Mappings and lists inside each other, aliases expanded; deeper documents are refused."""

MAX_EXPANDED = 100_000
"""Values that aliases may add to those written; more is an alias bomb."""

_TOO_DEEP = _("nested more than {limit} levels deep", limit=MAX_DEPTH)
_BOMB = _("aliases repeat more than {limit} values", limit=MAX_EXPANDED)
_COMPLEX_KEY = (
    _("a key must be text, not a list or a mapping"),
    _('text that begins with "[", "{", "?" or "*" needs quotes'),
)
_SECOND_DOCUMENT = (
    _("a second document begins here; a file holds one"),
    _('delete the line "---" or move what follows it to a file of its own'),
)


def build_from_events(text: str) -> tuple[Data, tuple[Problem, ...]]:
    """Return the data of any document, None if it is unusable, and what is wrong with it."""
    try:
        data, flawed = _assemble(text)
        # An escape in quoted text ("\\e") can make a character that could not be written as it is.
        flaws = find_flaws(text) if flawed or "\\" in text else ()
    except _RefusedError as refused:
        code, offset, message, hint = refused.args
        return None, (Problem(code, message, *locate(line_starts(text), offset), hint),)
    except yaml.MarkedYAMLError as error:
        return None, (explain(error, text),)
    except (yaml.YAMLError, UnicodeEncodeError):  # libyaml reads no control characters
        problem = forbidden_character(text)
        return None, (problem or Problem("Y002", _("not YAML text")),)
    usable = all(problem.code == "Y003" for problem in flaws)
    return data if usable else None, flaws


class _RefusedError(Exception):
    """The document cannot be used: what is wrong at which character."""

    def __init__(self, code: str, offset: int, message: Text, hint: Text | None = None) -> None:
        super().__init__(code, offset, message, hint)


class _Anchored:
    """A value that aliases may repeat; while `size` is 0 it is still being read."""

    __slots__ = ("size", "value")

    def __init__(self, value: Data, size: int) -> None:
        self.value = value
        self.size = size


def _assemble(text: str) -> tuple[Data, bool]:
    """Return the data, and whether a closer look is needed to say what is wrong with it.

    One long loop on purpose: it runs once for every event of every file.
    """
    root: list[Data] = []
    top: Any = root  # the open mapping or list; Any: its kind is asked for where it matters
    parents: list[Any] = []
    key: str | None = None  # the key of `top` that waits for its value
    count = added = 0  # values read, aliases expanded; those of them that aliases added
    anchors: dict[str, _Anchored] = {}
    open_anchors: list[tuple[int, int, _Anchored]] = []  # depth, count before it
    merging: list[tuple[dict[str, Data], int]] = []  # mappings with a merge key, and its offset
    flawed = False
    value: Any
    event: Any
    for event in iter(yaml.CSafeLoader(text).get_event, None):
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            count += 1
            if event.tag is not None and event.tag != TEXT_TAG:
                flawed = True
            if type(top) is dict and key is None:
                key = value
                if value == MERGE_KEY and not event.style:
                    merging.append((top, event.start_mark.index))
                if event.anchor is not None:
                    anchors[event.anchor] = _Anchored(value, 1)
                continue
            if value in NULLS and not event.style and event.tag is None:
                value = None
                if key is not None:
                    flawed = flawed or GLUED.search(key) is not None
            if event.anchor is not None:
                anchors[event.anchor] = _Anchored(value, 1)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if merging and merging[-1][0] is top:
                _merge(top, merging.pop()[1])
            if open_anchors and open_anchors[-1][0] == len(parents):
                _depth, before, anchored = open_anchors.pop()
                anchored.size = count - before
            top = parents.pop()
            continue
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            value = {} if kind is MappingStartEvent else []
            if type(top) is dict and key is None:
                raise _RefusedError("Y002", event.start_mark.index, *_COMPLEX_KEY)
            if len(parents) == MAX_DEPTH:
                raise _RefusedError("Y004", event.start_mark.index, _TOO_DEEP)
            if event.tag is not None:
                flawed = True
            if event.anchor is not None:
                anchors[event.anchor] = _Anchored(value, 0)
                open_anchors.append((len(parents) + 1, count, anchors[event.anchor]))
            count += 1
        elif kind is AliasEvent:
            anchored = _resolve(event.anchor, event.start_mark.index, anchors)
            value = anchored.value
            count += anchored.size
            added += anchored.size
            if added > MAX_EXPANDED:
                raise _RefusedError("Y004", event.start_mark.index, _BOMB)
            if len(parents) + _height(value) > MAX_DEPTH:
                raise _RefusedError("Y004", event.start_mark.index, _TOO_DEEP)
            if type(top) is dict and key is None:
                if type(value) is not str:
                    raise _RefusedError("Y002", event.start_mark.index, *_COMPLEX_KEY)
                key = value
                continue
        else:
            if kind is DocumentStartEvent and root:
                raise _RefusedError("Y002", event.start_mark.index, *_SECOND_DOCUMENT)
            continue
        if key is None:
            top.append(value)
        else:
            if key in top:
                flawed = True
            else:
                top[key] = value
            key = None
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            parents.append(top)
            top = value
    return (root[0] if root else None), flawed


def _resolve(name: str, offset: int, anchors: dict[str, _Anchored]) -> _Anchored:
    """Return what an alias at this offset repeats; refuse an unknown or a recursive one."""
    if name not in anchors:
        raise _RefusedError(
            "Y002",
            offset,
            _("*{name} refers to an anchor that is not defined above", name=name),
            _('text that begins with "*" needs quotes'),
        )
    if not anchors[name].size:
        said = _("*{name} stands inside the value it repeats", name=name)
        raise _RefusedError("Y004", offset, said)
    return anchors[name]


def _merge(mapping: dict[str, Data], offset: int) -> None:
    """Replace a mapping's merge key by the pairs that it lacks; earlier sources win."""
    merged = mapping.pop(MERGE_KEY)
    for source in merged if isinstance(merged, list) else [merged or {}]:
        if not isinstance(source, dict):
            said = _('the merge key "<<" takes a mapping or a list of mappings')
            raise _RefusedError("Y002", offset, said)
        for name, value in source.items():
            mapping.setdefault(name, value)


def _height(value: Data) -> int:
    """Return how many mappings and lists a value holds inside each other."""
    height = 0
    level = [value] if isinstance(value, dict | list) else []
    while level:
        height += 1
        level = [
            child
            for node in level
            for child in (node.values() if isinstance(node, dict) else node)
            if isinstance(child, dict | list)
        ]
    return height

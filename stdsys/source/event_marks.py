"""Marks of any document, from libyaml's events."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from stdsys.source.event_data import MAX_DEPTH
from stdsys.source.marks import Mark


def survey(text: str, document: Mark) -> Iterator[None]:
    """Note where everything in a document stands, as far as it can be read, step by step.

    A scalar is only its offset: there are many of them. After each mapping or list the caller
    may stop: what has been noted does not change any more.
    """
    with suppress(yaml.YAMLError, UnicodeEncodeError):  # what stands before a fault is known
        yield from _read(text, document)


def _read(text: str, document: Mark) -> Iterator[None]:
    top = document
    in_mapping = False
    parents: list[tuple[Mark, bool]] = []
    key: str | None = None
    anchors: dict[str, Mark | int] = {}
    names: dict[str, str] = {}  # anchored scalars, which an alias may use as key
    value: Mark | int
    event: Any
    for event in iter(yaml.CSafeLoader(text).get_event, None):
        kind = type(event)
        if kind is ScalarEvent:
            start = event.start_mark.index
            if event.anchor is not None:
                anchors[event.anchor] = start
                names[event.anchor] = event.value
            if in_mapping and key is None:
                key = event.value
                top.keys.setdefault(key, start)
                continue
            value = start
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            top, in_mapping = parents.pop()
            yield
            continue
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            value = Mark(event.start_mark.index)
            if event.anchor is not None:
                anchors[event.anchor] = value
        elif kind is AliasEvent:
            start = event.start_mark.index
            repeated = anchors.get(event.anchor)
            if in_mapping and key is None:
                key = names.get(event.anchor, "")
                top.keys.setdefault(key, start)
                continue
            value = Mark(start, repeated) if isinstance(repeated, Mark) else start
        else:
            continue
        # The first value of a duplicate key is the one that counts.
        top.inside.setdefault(len(top.inside) if key is None else key, value)
        key = None
        if isinstance(value, Mark) and kind is not AliasEvent:
            if len(parents) == MAX_DEPTH:
                return
            parents.append((top, in_mapping))
            top, in_mapping = value, kind is MappingStartEvent

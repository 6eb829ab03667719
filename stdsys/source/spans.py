"""Where the values of a YAML text begin and end, so that a change can leave all else as it is."""

from typing import Any

import yaml
from msgspec import Struct, field
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from stdsys.findings import Route


class Span(Struct):
    """A value: character offsets of its first character and behind its last.

    The end of a list or mapping in block style is the end of its last value: comments and blank
    lines that follow belong to nobody. `column` counts from 0. `keys` holds the spans of the keys
    of a mapping, `inside` its values by key or index. `shared` marks what an alias repeats or
    an anchor names: a change there would be one elsewhere, too.
    """

    start: int
    end: int
    column: int
    is_mapping: bool = False
    is_list: bool = False
    is_flow: bool = False
    shared: bool = False
    keys: dict[str, "Span"] = field(default_factory=dict)
    inside: dict[str | int, "Span"] = field(default_factory=dict)

    def at(self, route: Route) -> "Span | None":
        """Return the value at the end of a route, None if it is not written just there."""
        span: Span | None = self
        for step in route:
            span = span.inside.get(step) if span is not None else None
        return span


def spans(text: str) -> Span | None:
    """Return the span of the document of a text, None for an empty one; the text is sound YAML."""
    top: Span | None = None
    parents: list[Span] = []
    keys: list[str | None] = []
    event: Any
    for event in iter(yaml.CSafeLoader(text).get_event, None):
        kind = type(event)
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            closed = parents.pop()
            keys.pop()
            if closed.is_flow:
                closed.end = event.end_mark.index
            if parents:
                parents[-1].end = max(parents[-1].end, closed.end)
            continue
        if kind not in (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent):
            continue
        span = _span(event, text)
        if not parents:
            top = top or span
        elif parents[-1].is_mapping and keys[-1] is None:
            keys[-1] = event.value if kind is ScalarEvent else ""
            parents[-1].keys.setdefault(keys[-1] or "", span)
            parents[-1].end = max(parents[-1].end, span.end)
            continue
        else:
            holder = parents[-1]
            key = keys[-1] if holder.is_mapping else None
            holder.inside.setdefault(len(holder.inside) if key is None else key, span)
            holder.end = max(holder.end, span.end)
            keys[-1] = None
        if span.is_mapping or span.is_list:
            parents.append(span)
            keys.append(None)
    return top


def written(text: str, route: Route) -> str | None:
    """Return a value of a sound YAML text as it is written; None if it is not on one line."""
    top = spans(text)
    span = top.at(route) if top is not None else None
    if span is None:
        return None
    shown = text[span.start : span.end]
    return None if "\n" in shown or "\r" in shown else shown


def _span(event: NodeEvent, text: str) -> Span:
    kind = type(event)
    assert event.start_mark is not None
    assert event.end_mark is not None
    start, end = event.start_mark.index, event.end_mark.index
    shared = kind is AliasEvent or event.anchor is not None
    if isinstance(event, ScalarEvent | AliasEvent):
        if isinstance(event, ScalarEvent) and event.style in ("|", ">"):
            end = start + len(text[start:end].rstrip())
        return Span(start, end, event.start_mark.column, shared=shared)
    return Span(
        start,
        start,
        event.start_mark.column,
        is_mapping=kind is MappingStartEvent,
        is_list=kind is SequenceStartEvent,
        is_flow=bool(getattr(event, "flow_style", False)),
        shared=shared,
    )

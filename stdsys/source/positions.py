"""Where things stand: places become line and column, by reading again only the files asked for."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
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

from stdsys.findings import Place, Position, Route
from stdsys.source.builder import MAX_DEPTH, MERGE_KEY
from stdsys.source.decoding import decode, line_starts, locate, read_bytes


class Positions:
    """Positions in the files below a root; each file is read once, when first asked for.

    Never raises: in a file that vanished or cannot be read any more everything stands at 1:1.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._sources: dict[str, _Source | None] = {}

    def find(self, place: Place) -> Position:
        """Return the position of a place's value, or of its key.

        A position that the place states is returned as it is. A missing value stands where the
        mapping or list that lacks it begins, an alias where it is written, what is inside an alias
        or came by a merge key where that is written.
        """
        if place.line is not None:
            return Position(place.file, place.line, place.column or 1)
        source = self._source(place.file)
        line, column = source.find(place.route, place.on_key) if source else (1, 1)
        return Position(place.file, line, column)

    def line(self, file: str, line: int) -> str:
        """Return the text of a line (from 1) without its line end; empty if there is none."""
        source = self._source(file)
        return source.line(line) if source else ""

    def _source(self, file: str) -> "_Source | None":
        if file not in self._sources:
            data = read_bytes(self._root / file)
            text = decode(data) if isinstance(data, bytes) else None
            self._sources[file] = _Source(text) if isinstance(text, str) else None
        return self._sources[file]


class _Source:
    """The text of a file, and where its values stand, as far as one was sought."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = line_starts(text)
        self._document = _Value(0)
        self._reading = _survey(text, self._document)

    def find(self, route: Route, on_key: bool) -> tuple[int, int]:
        route = (0, *route)  # the top is the only thing in the document
        if not _has(self._document, route):
            for _step in self._reading:  # goes on where the last search stopped
                if _has(self._document, route):
                    break
        return locate(self._starts, _follow(self._document, route, on_key))

    def line(self, number: int) -> str:
        if not 0 < number <= len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[self._starts[number - 1] : end].rstrip("\r\n")


class _Value:
    """Where a value, its keys and what is inside begin, as character offsets.

    An alias shares `keys` and `inside` with the value it repeats.
    """

    __slots__ = ("inside", "keys", "start")

    def __init__(self, start: int, like: "_Value | None" = None) -> None:
        self.start = start
        self.keys: dict[str, int] = like.keys if like else {}
        self.inside: dict[str | int, _Value | int] = like.inside if like else {}


def _survey(text: str, document: _Value) -> Iterator[None]:
    """Note where everything in a document stands, as far as it can be read, step by step.

    A scalar is only its offset: there are many of them. After each mapping or list the caller
    may stop: what has been noted does not change any more.
    """
    with suppress(yaml.YAMLError, UnicodeEncodeError):  # what stands before a fault is known
        yield from _read(text, document)


def _read(text: str, document: _Value) -> Iterator[None]:
    top = document
    in_mapping = False
    parents: list[tuple[_Value, bool]] = []
    key: str | None = None
    anchors: dict[str, _Value | int] = {}
    names: dict[str, str] = {}  # anchored scalars, which an alias may use as key
    value: _Value | int
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
            value = _Value(event.start_mark.index)
            if event.anchor is not None:
                anchors[event.anchor] = value
        elif kind is AliasEvent:
            start = event.start_mark.index
            repeated = anchors.get(event.anchor)
            if in_mapping and key is None:
                key = names.get(event.anchor, "")
                top.keys.setdefault(key, start)
                continue
            value = _Value(start, repeated) if isinstance(repeated, _Value) else start
        else:
            continue
        # The first value of a duplicate key is the one that counts.
        top.inside.setdefault(len(top.inside) if key is None else key, value)
        key = None
        if isinstance(value, _Value) and kind is not AliasEvent:
            if len(parents) == MAX_DEPTH:
                return
            parents.append((top, in_mapping))
            top, in_mapping = value, kind is MappingStartEvent


def _has(top: _Value, route: Route) -> bool:
    """Whether something stands at the end of a route, apart from what merge keys add."""
    value: _Value | int = top
    for step in route:
        if isinstance(value, int) or step not in value.inside:
            return False
        value = value.inside[step]
    return True


def _follow(top: _Value, route: Route, on_key: bool) -> int:
    """Return the offset of the value at the end of a route, or of the last that exists on it."""
    value: _Value | int = top
    for number, step in enumerate(route, 1):
        holder = _holder(value, step)
        if holder is None:
            break
        if on_key and number == len(route) and isinstance(step, str):
            return holder.keys[step]
        value = holder.inside[step]
    return value.start if isinstance(value, _Value) else value


def _holder(value: _Value | int, step: str | int) -> _Value | None:
    """Return the mapping or list that holds a step: the value itself, or one it merges."""
    candidates = [value]
    seen: set[int] = set()
    while candidates:
        candidate = candidates.pop(0)
        if isinstance(candidate, int) or id(candidate.inside) in seen:
            continue
        if step in candidate.inside:
            return candidate
        seen.add(id(candidate.inside))
        merged = candidate.inside.get(MERGE_KEY)
        if isinstance(merged, _Value) and not merged.keys:
            candidates[:0] = merged.inside.values()
        elif merged is not None:
            candidates.insert(0, merged)
    return None

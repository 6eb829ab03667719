"""Changes to a YAML file that leave every other byte as it is: comments, order, line ends.

The changed text is read again and compared with what the change should make of the data; where
they differ (anchors, merge keys, writing that nobody foresaw) the change is refused.
"""

import codecs
from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from stdsys.findings import Route
from stdsys.source.builder import build
from stdsys.source.decoding import decode
from stdsys.source.plain_lines import NULLS, Data
from stdsys.source.spans import Span, spans

_EMPTY = NULLS | {"[]", "{}"}


class NewText(Struct, frozen=True):
    """A value, and how it is written: on one line, and as lines of block style.

    For a field the lines begin with its key, for an item of a list with `- `.
    """

    data: Data
    flow: str
    block: tuple[str, ...]


class InsertField(Struct, frozen=True):
    """A field that a mapping lacks; it goes behind the fields that stand before it in `order`."""

    route: Route
    key: str
    text: NewText
    order: tuple[str, ...] = ()


class AddItem(Struct, frozen=True):
    """An item of a list, behind the item of index `after` (None: the last)."""

    route: Route
    text: NewText
    after: int | None = None


class ReplaceValue(Struct, frozen=True):
    """Another value of a field."""

    route: Route
    text: NewText


Edit: TypeAlias = InsertField | AddItem | ReplaceValue


class EditRefusedError(Exception):
    """The file cannot be changed in place; a person has to do it."""


class _Change(Struct, frozen=True):
    start: int
    end: int
    text: str


def edited(data: bytes, edits: Sequence[Edit]) -> bytes:
    """Return a file's bytes with all edits made; routes are those of the file as it is.

    Several edits at one place come in their order. EditRefusedError if the file is not sound
    YAML, if a place is not there or shared by an anchor, or if the result would not read as meant.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = decode(data)
    if not isinstance(text, str):
        raise EditRefusedError
    built = build(text)
    top = None if built.problems else spans(text)
    if top is None:
        raise EditRefusedError
    line_end = _line_end(text)
    # What is added at one place: the inner first, then in the order of the edits.
    inner_first = sorted(edits, key=lambda edit: -len(edit.route))
    changes = [_change(edit, top, text, line_end) for edit in inner_first]
    result = _applied(text, sorted(changes, key=lambda change: change.start))
    again = build(result)
    if again.problems or again.data != _expected(built.data, edits):
        raise EditRefusedError
    return mark + result.encode()


def _applied(text: str, changes: Sequence[_Change]) -> str:
    parts: list[str] = []
    place = 0
    for change in changes:
        if change.start < place:
            raise EditRefusedError
        parts += (text[place : change.start], change.text)
        place = change.end
    return "".join([*parts, text[place:]])


def _line_end(text: str) -> str:
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _change(edit: Edit, top: Span, text: str, line_end: str) -> _Change:
    span = _span_of(top, edit.route)
    match edit:
        case InsertField():
            return _insert_field(edit, span, text, line_end)
        case AddItem():
            return _add_item(edit, span, text, line_end)
        case ReplaceValue():
            return _replace(edit, span, top)


def _span_of(top: Span, route: Route) -> Span:
    for length in range(len(route) + 1):
        span = top.at(route[:length])
        if span is None or span.shared:
            raise EditRefusedError
    assert span is not None
    return span


def _insert_field(edit: InsertField, span: Span, text: str, line_end: str) -> _Change:
    if not span.is_mapping:
        raise EditRefusedError
    if edit.key in span.inside:  # a field without a value
        empty = span.inside[edit.key]
        if text[empty.start : empty.end].strip() not in _EMPTY:
            raise EditRefusedError
        gap = "" if empty.start != empty.end or text[empty.start - 1] in " \t" else " "
        return _Change(empty.start, empty.end, gap + edit.text.flow)
    pair = f"{edit.key}: {edit.text.flow}"
    if not span.inside:
        return _Change(span.end - 1, span.end - 1, pair)
    before = span.inside[_predecessor(tuple(span.inside), edit)]
    if span.is_flow:
        return _Change(before.end, before.end, f", {pair}")
    return _lines(before.end, span.column, edit.text.block, text, line_end)


def _predecessor(keys: Sequence[str | int], edit: InsertField) -> str | int:
    """Return the last key of a mapping that comes before a new one, else its first key."""
    rank = {name: index for index, name in enumerate(edit.order)}
    own = rank.get(edit.key, len(rank))
    earlier = [key for key in keys if rank.get(str(key), len(rank)) <= own]
    return earlier[-1] if earlier else keys[0]


def _add_item(edit: AddItem, span: Span, text: str, line_end: str) -> _Change:
    if not span.is_list:
        raise EditRefusedError
    if not span.inside:
        return _Change(span.end - 1, span.end - 1, edit.text.flow)
    last = len(span.inside) - 1 if edit.after is None else edit.after
    if last not in span.inside:
        raise EditRefusedError
    before = span.inside[last]
    if span.is_flow:
        return _Change(before.end, before.end, f", {edit.text.flow}")
    return _lines(before.end, span.column, edit.text.block, text, line_end)


def _lines(end: int, column: int, block: Sequence[str], text: str, line_end: str) -> _Change:
    """Insert lines below the line on which a value ends; a comment behind the value stays there."""
    stops = [found for stop in "\r\n" if (found := text.find(stop, end)) >= 0]
    place = min(stops, default=len(text))
    indent = " " * column
    added = "".join(f"{line_end}{indent}{line}" if line else line_end for line in block)
    return _Change(place, place, added)


def _replace(edit: ReplaceValue, span: Span, top: Span) -> _Change:
    if span.is_flow or not (span.is_mapping or span.is_list):
        return _Change(span.start, span.end, edit.text.flow)
    holder = _span_of(top, edit.route[:-1])
    key = holder.keys.get(str(edit.route[-1]))
    if key is None:
        raise EditRefusedError
    return _Change(key.end, span.end, f": {edit.text.flow}")


def _expected(data: Data, edits: Sequence[Edit]) -> Data:
    """Return the data that the edits should make."""
    inserted: dict[Route, list[InsertField]] = {}
    added: dict[Route, list[AddItem]] = {}
    replaced: dict[Route, Data] = {}
    for edit in edits:
        match edit:
            case InsertField():
                inserted.setdefault(edit.route, []).append(edit)
            case AddItem():
                added.setdefault(edit.route, []).append(edit)
            case ReplaceValue():
                replaced[edit.route] = edit.text.data
    touched = {edit.route[:length] for edit in edits for length in range(len(edit.route) + 1)}

    def changed(value: Data, route: Route) -> Data:
        if route in replaced:
            return replaced[route]
        if route not in touched:
            return value
        if isinstance(value, dict):
            fields = {key: changed(inner, (*route, key)) for key, inner in value.items()}
            return fields | {edit.key: edit.text.data for edit in inserted.get(route, ())}
        if not isinstance(value, list):
            return value
        items = [[changed(inner, (*route, index))] for index, inner in enumerate(value)] or [[]]
        for edit in added.get(route, ()):
            items[-1 if edit.after is None else edit.after].append(edit.text.data)
        return [item for group in items for item in group]

    return changed(data, ())

"""Split a text that names several numbers: 、 ， ； and line breaks, outside brackets only."""

import re

from stdsys.numbers import grammar
from stdsys.numbers.canonical import read_nearly_canonical
from stdsys.numbers.normalise import normalise
from stdsys.numbers.ranges import may_be_range, read_range
from stdsys.numbers.refusal import Refusal
from stdsys.numbers.single import MAX_LENGTH, Single, read_one
from stdsys.patterns import pattern

MAX_TEXT = 10_000
"""A cell of a table may list many numbers, but a longer text is a document."""
MAX_LISTED = 1_000

_SEPARATORS = "、,，;；\n|"
_SEPARATOR_FLAGS = {
    "、": "list_dunhao",
    "，": "list_fullwidth_comma",
    ",": "list_comma",
    "；": "list_fullwidth_semicolon",
    ";": "list_semicolon",
    "\n": "list_lines",
    "|": "list_bar",
}
_MARKS = pattern(f"[()（）{_SEPARATORS}]")
_WORDS = pattern(r" ?(?:以及|和|及|与) ?(?=[A-Za-z《])")
_CONTINUATION = pattern(r" ?[0-9]+(?:\.[0-9]+)?(?:-[0-9]{4})?$", re.ASCII)


def split(raw: str) -> tuple[list[str], list[str]]:
    """Split a raw text at its separators outside brackets; return the items and the list's flags.

    One item, without flags, where the text is no list.
    """
    pieces, signs, depth, start = [], [], 0, 0
    for mark in _MARKS.finditer(raw):
        character = mark[0]
        if character in "(（":
            depth += 1
        elif character in ")）":
            depth -= 1
        elif depth <= 0:
            pieces.append(raw[start : mark.start()])
            signs.append(_SEPARATOR_FLAGS[character])
            start = mark.end()
    pieces.append(raw[start:])
    pieces = _with_degrees(pieces)
    items = [word for piece in pieces for word in _WORDS.split(piece) if word.strip()]
    if len(items) > len([piece for piece in pieces if piece.strip()]):
        signs.append("list_word")
    return items, list(dict.fromkeys(signs))


def _with_degrees(pieces: list[str]) -> list[str]:
    """Join «, IDT ISO 9001:2015» to the number before it: a remark, no item."""
    joined = pieces[:1]
    for piece in pieces[1:]:
        if piece.strip().upper().startswith(grammar.DEGREES):
            joined[-1] += f" {piece.strip()}"
        else:
            joined.append(piece)
    return joined


def read_items(raw: str, latest_year: int) -> tuple[Single, ...]:
    """Read every number that a text names, ranges expanded; raises `Refusal`."""
    if len(raw) > MAX_TEXT:
        raise Refusal("too_long", prose=True)
    items, signs = split(raw.strip())
    if len(items) > MAX_LISTED:
        raise Refusal("list_too_long")
    if len(items) < 2:
        singles = read_item(items[0] if items else raw, latest_year)
        return _flagged(singles, ["trailing_punctuation"] if signs else [])
    found: list[Single] = []
    for item in items:
        try:
            found += read_item(item, latest_year)
        except Refusal as refusal:
            if not found:
                # A sentence with commas is no list: judge it by how it begins.
                raise Refusal(
                    *refusal.flags,
                    "list_item_unreadable",
                    fragments=refusal.fragments,
                    prose=refusal.prose,
                ) from None
            suggestion = _with_code(item, found, items, latest_year)
            flag = "list_code_missing" if suggestion else "list_item_unreadable"
            raise Refusal(flag, suggestion=suggestion) from None
        if len(found) > MAX_LISTED:
            raise Refusal("list_too_long")
    return _flagged(tuple(found), signs)


def read_item(raw: str, latest_year: int) -> tuple[Single, ...]:
    """Read one item of a list: a number or a range of numbers; raises `Refusal`."""
    if len(raw) > MAX_LENGTH * 2:
        raise Refusal("too_long", prose=True)
    plain = normalise(raw)
    near = read_nearly_canonical(plain.text, latest_year)
    if near:
        number, flags = near
        return (Single(number, (*plain.flags, *flags)),)
    if may_be_range(plain.text):
        expanded = read_range(plain.text, latest_year)
        if expanded:
            return _flagged(expanded, list(plain.flags))
    return _flagged((read_one(plain.text, latest_year),), list(plain.flags))


def _flagged(singles: tuple[Single, ...], flags: list[str]) -> tuple[Single, ...]:
    if not flags:
        return singles
    return tuple(
        Single(single.number, tuple(dict.fromkeys((*flags, *single.flags))), single.suggestion)
        for single in singles
    )


def _with_code(item: str, found: list[Single], items: list[str], latest_year: int) -> str | None:
    """Suggest the list with the code that an item leaves out: «GB/T 8302、8303-2013»."""
    code = str(found[-1].number).rpartition(" ")[0]
    if not _CONTINUATION.match(normalise(item).text):
        return None
    whole = []
    for each in items:
        text = normalise(each).text
        try:
            read = read_one(f"{code} {text}" if _CONTINUATION.match(text) else text, latest_year)
        except Refusal:
            return None
        whole.append(str(read.number))
    return ";".join(whole)

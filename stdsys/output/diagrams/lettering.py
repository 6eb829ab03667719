"""How much room text takes in a diagram: by East Asian width, for fonts that may stand in."""

import re
from functools import lru_cache
from math import ceil

from stdsys.output.tables.rendering import one_line
from stdsys.output.workbooks.widths import width

SIZE = 13
"""Pixels of the text of a box; a Chinese character is as wide as it is high."""

LEADING = 19
"""Pixels from line to line."""

PADDING_X, PADDING_Y = 10, 8

_MOST_READ = 400
"""So much of a name is looked at; no box holds more."""

_WIDE_LATIN = re.compile("[MW@%mw]")
_CAPITALS = re.compile("[A-Z&#$]")
_PIECES = re.compile(r"[!-~]+|.", re.DOTALL)


@lru_cache(maxsize=50_000)
def text_width(text: str, size: int = SIZE) -> int:
    """Return the pixels of a line of text, rather too many: fonts differ in Latin letters."""
    units = width(text) * 0.5
    latin = sum(map(len, re.findall(r"[ -~]+", text)))
    units += latin * 0.09 + len(_CAPITALS.findall(text)) * 0.1
    units += len(_WIDE_LATIN.findall(text)) * 0.36
    return ceil(units * size)


def wrapped(text: str, room: int, most: int = 3, size: int = SIZE) -> tuple[str, ...]:
    """Return a text in lines that fit a width, at most `most`; what is left out becomes ….

    Breaks between Chinese characters and at blanks, inside a word only if it alone is too long.
    Lines are made about equally long.
    """
    text = one_line(text[:_MOST_READ])
    if not text:
        return ()
    lines = _filled(text, room, size)
    if len(lines) <= most:
        even = ceil(text_width(text, size) / len(lines)) + size
        better = _filled(text, min(room, even), size)
        return tuple(better if len(better) == len(lines) else lines)
    kept = lines[: most - 1]
    last = lines[most - 1]
    while last and text_width(last + "…", size) > room:
        last = last[:-1]
    return (*kept, last.rstrip() + "…")


def _filled(text: str, room: int, size: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, room, size):
        if line and text_width(line + piece, size) > room and piece not in _NOT_FIRST:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines or [""]


_NOT_FIRST = set("，。；：、）》〉」』！？ ")
"""Punctuation that never begins a line; it hangs into the padding instead."""


def _pieces(text: str, room: int, size: int) -> list[str]:
    """Return what is never broken: words, single characters, parts of words that are too long."""
    pieces = []
    for piece in _PIECES.findall(text):
        while len(piece) > 1 and text_width(piece, size) > room:
            fits = max(1, len(piece) * room // text_width(piece, size))
            while fits > 1 and text_width(piece[:fits], size) > room:
                fits -= 1
            pieces.append(piece[:fits])
            piece = piece[fits:]
        pieces.append(piece)
    return pieces


def box_size(lines: tuple[str, ...], least: int = 0, size: int = SIZE) -> tuple[int, int]:
    """Return width and height of a box that holds these lines."""
    wide = max((text_width(line, size) for line in lines), default=0)
    return max(wide + 2 * PADDING_X, least), max(len(lines), 1) * LEADING + 2 * PADDING_Y

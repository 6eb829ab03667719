"""How much room text takes in a sheet: columns and lines, by East Asian width.

A spreadsheet does not fit rows to wrapped text when it opens a file, so heights are reckoned here.
The unit is the width of a figure; a Chinese character takes two.
"""

import re
import unicodedata
from functools import cache, lru_cache
from math import ceil

_PIECES = re.compile(r"[!-~]+|[ ]+|.", re.DOTALL)
_LATIN = re.compile(r"[!-~]+")


@cache
def _width_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    # Ambiguous ones (— … “ ”) are wide in the Chinese fonts that these sheets are set in.
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


@lru_cache(maxsize=50_000)
def width(text: str) -> int:
    """Return the width of the longest line of a text."""
    if "\n" in text:
        return max(width(line) for line in text.split("\n"))
    if text.isascii():
        return len(text)
    return sum(map(_width_of, text))


def longest_piece(text: str) -> int:
    """Return the width of the longest piece that a line does not break: a Latin word, a number."""
    return max(map(len, _LATIN.findall(text)), default=min(width(text), 2))


@lru_cache(maxsize=50_000)
def lines(text: str, room: float) -> int:
    """Return the lines a text takes in a column of a width, at least 1.

    Breaks as a spreadsheet does: between any two Chinese characters, at blanks in Latin text, and
    inside a word only if the word alone is longer than the line.
    """
    return sum(_wrapped(line, max(room, 2)) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    if width(line) <= room:
        return 1
    count, used = 1, 0.0
    for piece in _PIECES.findall(line):
        wide = width(piece)
        if used and used + wide > room:
            if piece.isspace():
                used = room
                continue
            count, used = count + 1, 0
        more = ceil(wide / room) - 1
        count, used = count + more, used + wide - more * room
    return count

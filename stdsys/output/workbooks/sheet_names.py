"""Names of sheets that Excel accepts: legal characters, 31 at most, no two alike."""

import unicodedata
from collections.abc import Iterable

from stdsys.intake.hidden_sheet import SHEET_NAME

LONGEST = 31
"""UTF-16 code units that the name of a sheet may have."""

_ILLEGAL = str.maketrans("[]:*?/\\", "［］：＊？／＼")
_RESERVED = ("history", SHEET_NAME)


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Return a legal name for each wanted one, in order; alike ones are numbered from (2).

    Characters that Excel forbids become their full-width likeness. Case and width of letters do
    not tell two sheets apart.
    """
    names: list[str] = []
    taken: set[str] = set(_RESERVED)
    last: dict[str, int] = {}
    for text in wanted:
        base = _legal(text)
        name, serial = base, last.get(_folded(base), 1)
        while _folded(name) in taken:
            serial += 1
            suffix = f" ({serial})"
            name = _cut(base, LONGEST - len(suffix)).rstrip() + suffix
        last[_folded(base)] = serial
        taken.add(_folded(name))
        names.append(name)
    return names


def _legal(text: str) -> str:
    shown = "".join(c for c in text.translate(_ILLEGAL) if c.isprintable())
    return _cut(shown.strip().strip("'"), LONGEST).strip().strip("'").strip() or "Sheet"


def _cut(text: str, most: int) -> str:
    """Return the beginning of a text that fits into so many UTF-16 code units."""
    units = 0
    for position, character in enumerate(text):
        units += 2 if ord(character) > 0xFFFF else 1
        if units > most:
            return text[:position]
    return text


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()

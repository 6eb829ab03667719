"""The short way: numbers in, or very near, the common canonical form.

Nearly all numbers of a workspace are written so. What the patterns here match is final, so that
the full grammar, whose patterns take a while to compile, is loaded and run only for the others.
"""

import re
from typing import Any

from stdsys.numbers.codes import CodeFacts, facts_of
from stdsys.numbers.kinds import Level, Serial
from stdsys.numbers.normalise import DASHES
from stdsys.numbers.standard_number import StandardNumber

_SERIAL = r"(?P<serial> (?P<number>[0-9]{1,6}) (?P<food>S?) (?: \. (?P<part>[0-9]{1,3}) )? )"
_YEAR = r"(?P<year> (?:19[5-9]|20[0-9]) [0-9] )"
_CODE = "(?P<code> [A-Z][A-Z0-9/]* )"
# Compiled at once, unlike the rest of the grammar: which of the three matched is asked by identity.
_CANONICAL = re.compile(
    rf"{_CODE} [ ] (?P<gap>) {_SERIAL} (?: (?P<dash>-) {_YEAR} )?", re.VERBOSE | re.ASCII
)
"""«GB/T 9833.9-2013», «DB42/T 1551-2020», «NY/T 391»."""

_TYPED = re.compile(
    rf"""
    [ ]* (?P<book>《)?
    {_CODE} [ ] (?P<gap>) {_SERIAL} (?: (?P<dash>[-{"".join(DASHES)}]) {_YEAR} )?
    (?(book)》) [ ]*
    """,
    re.VERBOSE | re.ASCII,
)
"""The same as people and word processors write it: «《GB/T 9833.9—2013》», blanks around."""

_NEARLY_CANONICAL = re.compile(
    rf"""
    (?P<code>
        (?: DB[0-9]{{2}} | DB[0-9]{{4}} | (?!DB[0-9])[A-Z]+ ) (?: /[A-Z]+ )+
      | [A-Z]{{2,4}} (?<!DB)
    )
    (?P<gap> [ ]? ) {_SERIAL} (?: (?P<dash>-) {_YEAR} )?
    """,
    re.VERBOSE | re.ASCII,
)
"""Canonical, perhaps without the blank: «GB/T9833.9-2013»; not DB42 15, whose border is unclear."""

_PIECES = ("code", "number", "food", "part", "dash", "year")

Read = tuple[StandardNumber, tuple[str, ...]]
"""A number and the flags of its reading."""


def read_canonical(text: str, latest_year: int) -> Read | None:
    """Read a text as it was given; None for everything that needs a closer look."""
    match = _CANONICAL.fullmatch(text) or _TYPED.fullmatch(text)
    return _number(match, latest_year) if match else None


def read_nearly_canonical(text: str, latest_year: int) -> Read | None:
    """Read a normalised text; None for everything that needs a closer look."""
    match = _NEARLY_CANONICAL.fullmatch(text)
    return _number(match, latest_year) if match else None


def canonical_text(text: str, latest_year: int) -> str | None:
    """Return the text of the number that `read_canonical` finds, without making the number.

    For lists of millions of lines, of which only this text is wanted.
    """
    match = _CANONICAL.fullmatch(text) or _TYPED.fullmatch(text)
    if not match or not _facts(match, match.group(*_PIECES), latest_year):
        return None
    code, serial, year = match.group("code", "serial", "year")
    return f"{code} {serial}-{year}" if year else f"{code} {serial}"


def _number(match: re.Match[str], latest_year: int) -> Read | None:
    pieces = match.group(*_PIECES)
    facts = _facts(match, pieces, latest_year)
    if not facts:
        return None
    _code, number, food, part, dash, year = pieces
    flags = facts.flags
    if dash in DASHES:
        flags = (DASHES[dash], *flags)
    if part:
        flags += ("part",)
    if number[0] == "0" and len(number) > 1:
        flags += ("leading_zero",)
    if food:
        number, flags = f"{number}{food}", (*flags, "food_suffix_S")
    if len(number) == 6 and facts.level is Level.LOCAL:
        flags += ("six_digit_number", "regional_joint")
    if match.re is _NEARLY_CANONICAL and not match["gap"]:
        flags += ("no_space",)
    if year is None:
        return StandardNumber.plain(facts, number, part, None), (*flags, "undated")
    return StandardNumber.plain(facts, number, part, int(year)), flags


def _facts(
    match: re.Match[str], pieces: tuple[str | Any, ...], latest_year: int
) -> CodeFacts | None:
    """Return what the code tells where the match is the only way to read the number."""
    code, number, food, part, _dash, year = pieces
    facts = facts_of(code)
    if facts is None or len(number) > facts.max_digits or (year and int(year) > latest_year):
        return None
    if match.re is _TYPED and facts.flags:
        return None  # a code with a peculiarity of its own: DB of earthquakes is no DB42
    if facts.direct:
        return None if food else facts
    plain = match.re is not _NEARLY_CANONICAL and year and number != "0" and not (food and part)
    return facts if plain and _plain_owner(facts) else None


def _plain_owner(facts: CodeFacts) -> bool:
    """Whether an enterprise's code is letters only: a dated number under it has one reading."""
    owner = facts.organisation or ""
    return facts.serial is Serial.OWNER and not facts.flags and owner.isascii() and owner.isalpha()

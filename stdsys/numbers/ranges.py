"""Expand a range of numbers or parts: GB 30966-30971, GB/T 24421.1~24421.4-2009."""

import re

from stdsys.numbers.code_forms import CodeForm, find_code
from stdsys.numbers.codes import CodeFacts
from stdsys.numbers.kinds import Serial
from stdsys.numbers.normalise import ascii_upper
from stdsys.numbers.refusal import Refusal
from stdsys.numbers.serials import EARLIEST_YEAR, code_fragments
from stdsys.numbers.single import Single
from stdsys.numbers.standard_number import StandardNumber
from stdsys.patterns import pattern

MAX_ITEMS = 200
"""More items than this are no range that anybody means."""

_RANGE = pattern(
    r"""
    [ ]? (?P<first>[0-9]{1,6}) (?:\.(?P<part>[0-9]{1,4}))? (?:-(?P<year1>[0-9]{4}))?
    [ ]? (?: (?P<mark>~|至|到) | - ) [ ]?
    (?P<code>[A-Z][A-Z0-9/_ -]{0,20}?)? [ ]?
    (?P<last>[0-9]{1,6}) (?:\.(?P<last_part>[0-9]{1,4}))? (?:-(?P<year2>[0-9]{4}))?
    """,
    re.VERBOSE | re.ASCII,
)
_HYPHEN_RANGE = pattern(
    r"(?<=[0-9])-(?:[0-9]{5,6}(?![0-9])|[0-9]{1,6}\.[0-9]|[A-Z]+/[A-Z])", re.ASCII
)


def may_be_range(text: str) -> bool:
    """Say whether a text holds a sign of a range; a hyphen alone mostly precedes a year."""
    return any(sign in text for sign in "~至到") or bool(_HYPHEN_RANGE.search(text))


def read_range(text: str, latest_year: int) -> tuple[Single, ...] | None:
    """Expand a normalised text that is a range; None where it is none. Raises `Refusal`."""
    upper = ascii_upper(text)
    if upper.startswith("Q"):
        return None  # enterprises put hyphens and figures where they like
    form = find_code(upper)
    if form is None or form.facts.serial is not Serial.PLAIN:
        return None
    match = _RANGE.fullmatch(upper, form.end)
    if not match or not _same_code(form, match["code"]):
        return None
    if match["mark"] is None and not _hyphen_joins(match):
        return None
    year = _year(match, form.facts, latest_year)
    flags = (*form.flags, *form.facts.flags, "range") + (() if year else ("undated",))
    return tuple(Single(number, flags) for number in _numbers(form, match, year))


def _same_code(form: CodeForm, repeated: str | None) -> bool:
    if repeated is None:
        return True
    try:
        again = find_code(f"{repeated} 1")
    except Refusal:
        return False
    return again is not None and again.facts.code == form.facts.code


def _hyphen_joins(match: re.Match[str]) -> bool:
    """Say whether a hyphen stands between two numbers: never before a mere year."""
    first, last = match["first"], match["last"]
    if match["last_part"] or match["code"]:
        return True
    return match["part"] is None and len(last) == len(first) >= 5 and first < last


def _year(match: re.Match[str], facts: CodeFacts, latest_year: int) -> int | None:
    years = {int(match[group]) for group in ("year1", "year2") if match[group]}
    if len(years) > 1:
        raise Refusal("range_years_differ", fragments=code_fragments(facts))
    year = years.pop() if years else None
    if year is not None and not EARLIEST_YEAR <= year <= latest_year:
        raise Refusal("year_out_of_range", fragments=code_fragments(facts))
    return year


def _numbers(form: CodeForm, match: re.Match[str], year: int | None) -> list[StandardNumber]:
    facts = form.facts
    first, part, last, last_part = (match[g] for g in ("first", "part", "last", "last_part"))
    if part is None and last_part is None:
        return [
            StandardNumber(facts.code, serial, None, year, qualifier=form.qualifier)
            for serial in _between(first, last, facts)
        ]
    # «9833.1~9833.9» repeats the number, «9833.1~9» only goes on with the parts.
    start, end = part, last_part if last_part is not None else last
    if start is None or (last_part is not None and last != first):
        raise Refusal("range_unclear", fragments=code_fragments(facts))
    return [
        StandardNumber(facts.code, first, item, year, qualifier=form.qualifier)
        for item in _between(start, end, facts)
    ]


def _between(first: str, last: str, facts: CodeFacts) -> list[str]:
    low, high = int(first), int(last)
    if high <= low:
        raise Refusal("range_backwards", fragments=code_fragments(facts))
    if high - low >= MAX_ITEMS:
        raise Refusal("range_too_long", fragments=code_fragments(facts))
    width = len(first) if first.startswith("0") else 0
    return [str(value).zfill(width) for value in range(low, high + 1)]

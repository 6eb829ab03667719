"""Read an enterprise number, whose owner code may hold letters, figures, hyphens and blanks."""

import re

from msgspec.structs import replace

from stdsys.numbers import grammar
from stdsys.numbers.codes import facts_of
from stdsys.numbers.refusal import Refusal
from stdsys.numbers.serials import EARLIEST_YEAR, Found, read_year, refuse_glued

_GLUED_FIGURES = 7


def find_enterprise(upper: str, latest_year: int) -> Found | None:
    """Read «Q/PQP-JS-15-2021» from the right: version, year, serial, and the rest is the owner.

    `upper` is a normalised text in capitals. None where it doesn't begin like an enterprise
    number. Raises `Refusal`.
    """
    latin = upper[: _end_of_latin(upper)].rstrip(" ")
    with_slash = upper.startswith("Q/")
    match = grammar.ENTERPRISE.fullmatch(latin)
    if not match:
        if with_slash and any("0" <= character <= "9" for character in upper):
            raise Refusal("owner_malformed")
        return None
    body_text, year = _body_and_year(match)
    body = grammar.ENTERPRISE_BODY.fullmatch(body_text)
    facts = facts_of(f"Q/{body['owner']}") if body else None
    if body is None or facts is None:
        if with_slash:
            raise Refusal("owner_malformed" if body else "serial_malformed")
        return None
    found = Found(
        facts,
        len(latin),
        body["number"],
        body["part"][1:] or None,
        version=match["version"],
        class_letter=body["letter"],
    )
    flags = _mark_flags(match["mark"])
    if not body["gap"]:
        flags.append("no_space")
    if found.number.startswith("XX") or (year and "X" in year):
        return _template(found, year, flags)
    if year:
        flags += ["dash_dropped_space"] * (match["spaced"] is not None)
        found = replace(found, year=read_year(year, found, flags, latest_year))
    else:
        _refuse_hidden_year(found, latest_year)
    return replace(found, flags=(*flags, *_body_flags(found)))


def _end_of_latin(upper: str) -> int:
    """Return where the number ends at the latest: at a bracket or the first Chinese character."""
    for position, character in enumerate(upper):
        if character == "(" or not character.isascii():
            return position
    return len(upper)


def _body_and_year(match: re.Match[str]) -> tuple[str, str | None]:
    """Tell owner and serial from the year; the only figures, «Q/AB 2000», are the serial."""
    spaced = match["spaced"]
    if spaced and " " not in match["body"]:
        return f"{match['body']} {spaced}", None
    return match["body"], match["year"] or spaced


def _template(found: Found, year: str | None, flags: list[str]) -> Found:
    part = f".{found.part}" if found.part else ""
    template = found.number + part + (f"-{year}" if year else "")
    if not found.number[0].isdigit():
        found = replace(found, number="", part=None)
    return replace(found, template=template, flags=(*flags, "placeholder"))


def _refuse_hidden_year(found: Found, latest_year: int) -> None:
    """Refuse an undated serial that most likely ends in its year."""
    number = found.number
    if found.part or not number.isdigit() or len(number) < _GLUED_FIGURES:
        return
    if EARLIEST_YEAR <= int(number[-4:]) <= latest_year:
        refuse_glued(found.facts, number)


def _mark_flags(mark: str) -> list[str]:
    sign = mark.strip()
    if sign == "/":
        names = {"/": None, " / ": "space_around_slash", " /": "space_before_slash"}
        name = names.get(mark, "space_after_slash")
        return [name] if name else []
    return [{"-": "slash_as_hyphen", "_": "slash_as_underscore"}.get(sign, "slash_dropped")]


def _body_flags(found: Found) -> list[str]:
    """Name what is notable about an enterprise's serial."""
    flags = []
    if found.part:
        flags.append("part")
    if found.number.startswith("0"):
        flags.append("leading_zero")
    if found.number.endswith("S"):
        flags.append("food_suffix_S")
    elif found.number[-1].isalpha():
        flags.append("letter_suffix")
    if found.class_letter:
        flags.append(f"class_letter:{found.class_letter}")
    if found.version:
        flags.append(f"version:{found.version}")
    owner_ends_in_figures = found.facts.code[-1].isdigit()
    if found.year is None and owner_ends_in_figures and _like_year(found.number):
        flags.append("number_looks_like_year")
    return flags


def _like_year(figures: str) -> bool:
    return len(figures) == 4 and figures.isdigit() and figures[:2] in ("19", "20")

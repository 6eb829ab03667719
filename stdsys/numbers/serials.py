"""Read serial, part and year after a code, and check that they can be true."""

import re
from typing import NoReturn

from msgspec import Struct
from msgspec.structs import replace

from stdsys.numbers import grammar
from stdsys.numbers.code_forms import CodeForm
from stdsys.numbers.codes import CodeFacts
from stdsys.numbers.kinds import Level, Serial
from stdsys.numbers.refusal import Fragments, Refusal

EARLIEST_YEAR = 1950
LAST_CENTURY_YEAR = 2099
"""Four figures up to here look like a year, be it a future one."""


def looks_like_year(figures: str) -> bool:
    """Say whether a text is four figures that can be the year of a standard."""
    whole = len(figures) == 4 and figures.isdigit()
    return whole and EARLIEST_YEAR <= int(figures) <= LAST_CENTURY_YEAR


class Found(Struct, frozen=True):
    """Code, serial and year as read, and where the suffixes begin."""

    facts: CodeFacts
    end: int
    number: str
    part: str | None = None
    year: int | None = None
    version: str | None = None
    class_letter: str | None = None
    qualifier: str | None = None
    template: str | None = None
    flags: tuple[str, ...] = ()


def find_serial(form: CodeForm, text: str, latest_year: int) -> Found:
    """Read what follows a code in a normalised text in capitals; raises `Refusal`."""
    facts, start, flags = form.facts, form.end, list(form.flags)
    if text[start : start + 1] == "-":
        flags.append("dash_after_code")
        start += 1
    elif text[start : start + 1] == " ":
        start += 1
    elif text[start - 1 : start] not in ("/", " "):
        flags.append("no_space")
    if start >= len(text):
        raise Refusal("no_serial", fragments=code_fragments(facts), prose=True)
    if match := _template(text, start):
        return _placeholder(form, match, flags)
    match = grammar.SERIALS[facts.serial].match(text, start)
    if not match:
        raise Refusal("serial_malformed", fragments=code_fragments(facts))
    found = Found(
        facts,
        match.end(),
        match["number"].replace(" ", ""),
        match["part"][1:] or None,
        qualifier=form.qualifier,
    )
    found = _foreign_year(found, flags) if facts.serial is Serial.FOREIGN else found
    if found.year is None:
        found = _with_year(found, text, flags, latest_year)
    elif not EARLIEST_YEAR <= found.year <= latest_year:
        raise Refusal("year_out_of_range", fragments=_fragments(found))
    _check_length(found, text)
    return replace(found, flags=(*flags, *_serial_flags(found)))


def code_fragments(facts: CodeFacts) -> Fragments:
    """Return what the code alone tells."""
    return Fragments(
        code=facts.code, organisation=facts.organisation or facts.region, nature=facts.nature
    )


def _fragments(found: Found) -> Fragments:
    return replace(code_fragments(found.facts), number=found.number, part=found.part)


def _template(text: str, start: int) -> re.Match[str] | None:
    match = grammar.TEMPLATE.match(text, start)
    whole = match and "X" in match[0] and not text[match.end() : match.end() + 1].isalnum()
    return match if whole else None


def _placeholder(form: CodeForm, match: re.Match[str], flags: list[str]) -> Found:
    """Keep a template as one text; a number that stands in it is known all the same."""
    number, _, part = match["number"].partition(".")
    known = number.isdigit()
    template = (
        match["number"] + (match["part"] or "") + (f"-{match['year']}" if match["year"] else "")
    )
    facts = form.facts
    flags.append("placeholder")
    return Found(
        facts,
        match.end(),
        number if known else "",
        part or None if known else None,
        qualifier=form.qualifier,
        template=template,
        flags=tuple(flags),
    )


def _foreign_year(found: Found, flags: list[str]) -> Found:
    """Tell the year from the last part: four figures in range, «61000-4-2-2008»."""
    pieces = (found.part or "").split("-")
    last = pieces[-1]
    if not looks_like_year(last):
        return found
    if found.facts.year_mark == ":":
        flags.append("hyphen_year")
    return replace(found, part="-".join(pieces[:-1]) or None, year=int(last))


def _with_year(found: Found, text: str, flags: list[str], latest_year: int) -> Found:
    """Read the year, with its dash, a colon or a mere blank before it."""
    lost = grammar.LOST_PART_DOT.match(text, found.end)
    if lost and not found.part and found.facts.serial is not Serial.FOREIGN:
        flags.append("part_dot_dropped")
        found = replace(found, part=lost["part"], end=lost.end())
    match = grammar.YEAR.match(text, found.end)
    if not match:
        return found
    figures = match["year"]
    if match["blank"] is not None:
        if len(figures) != 4 or not EARLIEST_YEAR <= int(figures) <= latest_year:
            return found
        if text[match.end("year") :].lstrip(" ").startswith("年版"):
            return found
        flags.append("dash_dropped_space")
    elif match["mark"] != found.facts.year_mark and found.facts.serial is not Serial.FOREIGN:
        flags.append("colon_year")
    if match["word"]:
        flags.append("year_word")
    end = match.end() if match["word"] else match.end("year")
    year = read_year(figures, found, flags, latest_year)
    return replace(found, year=year, end=end)


def read_year(figures: str, found: Found, flags: list[str], latest_year: int) -> int:
    """Return the year that two or four figures mean; flags two; raises `Refusal`."""
    if len(figures) == 2:
        if figures < "50":
            raise Refusal("year2_ambiguous", fragments=_fragments(found))
        flags.append("year2")
        return 1900 + int(figures)
    if len(figures) != 4:
        raise Refusal("year_malformed", fragments=_fragments(found))
    year = int(figures)
    if not EARLIEST_YEAR <= year <= latest_year:
        raise Refusal("year_out_of_range", fragments=_fragments(found))
    return year


def _check_length(found: Found, text: str) -> None:
    """Refuse a serial so long that a year must be glued to it; suggest where to cut."""
    facts = found.facts
    number, part = found.number, found.part or ""
    if facts.serial is Serial.FOREIGN or not number.isdigit():
        return
    last_part = part.rpartition(".")[2]
    if found.year is None and len(number) > max(facts.max_digits, 6) and not part:
        refuse_glued(facts, number)
    if found.year is None and len(last_part) > 4:
        refuse_glued(facts, f"{number}.{part}")
    if len(number) > facts.max_digits:
        if found.year is None and not part:
            refuse_glued(facts, number)
        raise Refusal("serial_too_long", fragments=code_fragments(facts))
    if len(last_part) > 4 or part.count(".") > 2:
        raise Refusal("part_too_long", fragments=code_fragments(facts))


def refuse_glued(facts: CodeFacts, figures: str) -> NoReturn:
    """Refuse figures that hold number and year; suggest where to cut, if that can be told."""
    head, year = figures[:-4], figures[-4:]
    if looks_like_year(year) and head[-1:].isdigit():
        suggestion = f"{facts.prefix}{head}-{year}"
        raise Refusal("dash_dropped_glued", fragments=code_fragments(facts), suggestion=suggestion)
    raise Refusal("dash_dropped_truncated", fragments=code_fragments(facts))


def _serial_flags(found: Found) -> list[str]:
    """Name what is notable about a serial that is accepted."""
    facts, flags = found.facts, []
    if found.part and facts.serial is Serial.FOREIGN and "-" in found.part:
        flags.append("multi_part")
    elif found.part:
        flags.append("part")
    if facts.serial is not Serial.DOUBLE and found.number.startswith("0") and len(found.number) > 1:
        flags.append("leading_zero")
    if facts.serial is Serial.LETTERED and found.number[0].isalpha():
        flags.append("letter_class_number")
    if facts.serial is Serial.PLAIN and found.number[-1].isalpha():
        flags.append("letter_suffix")
    if facts.level is Level.LOCAL and len(found.number) == 6 and found.number.isdigit():
        flags += ["six_digit_number", "regional_joint"]
    if found.year is None and facts.serial is not Serial.FOREIGN:
        last = (found.part or "").rpartition(".")[2]
        flags += ["part_looks_like_year"] * looks_like_year(last)
    return flags

"""Recognise the code at the beginning of a text, in any of the forms in which it is met.

A dropped or replaced slash (GBT, GB-T, DB42T) is mended by rule and flagged; a code that does not
exist is refused. «DB» followed by figures is local, «DB/T» is 地震; «GBZ» and «GB/Z» are two codes.
"""

import re
from functools import cache

from msgspec import Struct

from stdsys.numbers import grammar
from stdsys.numbers.code_tables import province_abbreviations, provinces
from stdsys.numbers.codes import CodeFacts, facts_of, prefixes
from stdsys.numbers.kinds import Serial
from stdsys.numbers.refusal import Fragments, Refusal
from stdsys.patterns import pattern

_MARK_FLAGS = {
    "-": "slash_as_hyphen",
    "_": "slash_as_underscore",
    "\\": "slash_as_backslash",
    " ": "slash_dropped",
    "": "slash_dropped",
}
_NUMBER_AND_YEAR = pattern(
    r"[ -]?(?P<number>[0-9]{1,6})(?:\.(?P<part>[0-9]{1,4}))?"
    r"(?:-(?P<year>(?:19[5-9]|20[0-9])[0-9]))?$",
    re.ASCII,
)


class CodeForm(Struct, frozen=True):
    """A code found at the beginning of a text."""

    facts: CodeFacts
    end: int
    """Where the serial begins."""
    flags: tuple[str, ...] = ()
    qualifier: str | None = None


def find_code(text: str) -> CodeForm | None:
    """Find the code that a normalised text in capitals begins with; None where there is none.

    Raises `Refusal` for what looks like a code but is none.
    """
    if text.startswith(("DB", "DGJ")):
        found = _local_code(text)
        if found:
            return found
    if text.startswith("T") and (match := grammar.GROUP_CODE.match(text)):
        return _group_code(match)
    if text.startswith("JJ") and (match := grammar.METROLOGY_CODE.match(text)):
        return _metrology_code(text, match)
    if text.startswith("YZB") and (match := grammar.REGISTRATION_CODE.match(text)):
        facts = prefixes()["YZB"]
        return CodeForm(facts, match.end(), qualifier=match["issuer"])
    return _fixed_code(text)


def _slash_flags(mark: str) -> tuple[str, ...]:
    """Name what stands where a slash should, or the blanks around the slash."""
    sign = mark.strip()
    if sign != "/":
        return (_MARK_FLAGS[sign or mark],)
    if mark.startswith(" ") and mark.endswith(" "):
        return ("space_around_slash",)
    if mark.startswith(" "):
        return ("space_before_slash",)
    return ("space_after_slash",) if mark.endswith(" ") else ()


def _local_code(text: str) -> CodeForm | None:
    match = grammar.LOCAL_CODE.match(text)
    if not match:
        if malformed := re.match(r"DB ?/ ?[0-9]+(?= )", text, re.ASCII):
            fragments = _fragments(text[malformed.end() :])
            raise Refusal("malformed_region", fragments=fragments)
        return None
    family, region, suffix = match["family"], match["region"], match["suffix"]
    rest = text[match.end() :]
    # In DBJ 15-65-2009 and DGJ 08-15-2001 the figures are the first half of the serial.
    if family in ("DBJ", "DGJ") and not suffix and not match["slash"] and rest.startswith("-"):
        return CodeForm(prefixes()[family], match.start("region"))
    flags: tuple[str, ...] = ("space_after_db",) if text[len(family)] == " " else ()
    if family == "DBJT":
        family, suffix, flags = "DBJ", "T", (*flags, "slash_dropped")
    if suffix and match["mark"] is not None:
        flags += _slash_flags(match["mark"])
    if not region.startswith("X"):
        _check_region(match, region, rest)
    facts = facts_of(f"{family}{region}" + (f"/{suffix}" if suffix else ""))
    if facts is None:
        raise Refusal(f"unknown_code:{family}{region}")
    if match["slash"] and family != "DBS" and not rest.startswith("X"):
        flags += ("slash_after_region",)
    if not suffix and not match["slash"] and rest.startswith("-"):
        flags += ("dash_after_code",)
    return CodeForm(facts, match.end(), flags)


def _check_region(match: re.Match[str], region: str, rest: str) -> None:
    """Refuse a region code that cannot be an issuer's."""
    separated = bool(match["suffix"] or match["slash"] or rest.startswith(" "))
    known = region[:2] in provinces()
    if not separated and known and re.match(r"-[0-9]{4}(?![-0-9])", rest, re.ASCII):
        raise Refusal(
            "region_glued", suggestion=f"{match['family']}{region[:2]} {region[2:]}{rest}"
        )
    if len(region) in (2, 4) and known:
        return
    fragments = _fragments(rest, organisation=region)
    if len(region) == 6 and known:
        raise Refusal("county_level_issuer", fragments=fragments)
    if len(region) in (2, 4, 6):
        raise Refusal(f"unknown_region:{region}", fragments=fragments)
    raise Refusal("malformed_region", fragments=fragments)


def _fragments(rest: str, organisation: str | None = None) -> Fragments:
    match = _NUMBER_AND_YEAR.match(rest)
    if not match:
        return Fragments(organisation=organisation)
    year = int(match["year"]) if match["year"] else None
    return Fragments(
        organisation=organisation, number=match["number"], part=match["part"], year=year
    )


def _group_code(match: re.Match[str]) -> CodeForm | None:
    owner = match["spaced"] or match["glued"]
    sign = match["mark"].strip()
    # «T-» and «T_» stand for «T/» only in file names, before a whole owner code.
    facts = facts_of(f"T/{owner}")
    if facts is None or (sign != "/" and len(owner) < 2):
        return None
    return CodeForm(facts, match.end(), _slash_flags(match["mark"]))


def _metrology_code(text: str, match: re.Match[str]) -> CodeForm:
    issuer = match["issuer"]
    facts = prefixes()[match["code"]]
    if issuer in province_abbreviations():
        return CodeForm(facts, match.end(), ("region_abbrev",), issuer)
    full_names = {name: code for code, name in provinces().items()}
    if issuer in full_names or len(issuer) == 1:
        short = {code: sign for sign, code in province_abbreviations().items()}
        sign = short.get(full_names.get(issuer, ""))
        suggestion = f"{match['code']}({sign}){text[match.end() :]}" if sign else None
        raise Refusal(f"unknown_region:{issuer}", suggestion=suggestion)
    return CodeForm(facts, match.end(), ("department_metrology",), issuer)


@cache
def _by_capitals() -> dict[str, CodeFacts]:
    return {code.upper(): facts for code, facts in prefixes().items()}


@cache
def _by_letters() -> dict[str, CodeFacts]:
    """Map the bare letters of a code with a slash, as file names write it: GBT, NYT, NBSHT."""
    bare = {}
    for code, facts in prefixes().items():
        letters = code.replace("/", "").upper()
        # /Z is left out: GBZ is a code of its own and SJZ, JBZ … are words of other kinds.
        if "/" in code and code.endswith("T") and letters not in _by_capitals():
            bare[letters] = facts
    return bare


def _fixed_code(text: str) -> CodeForm | None:
    run = grammar.LETTER_RUN.match(text)
    if not run:
        return None
    marks = list(grammar.MARK.finditer(text, 0, run.end()))
    ends = [run.end(), *(mark.start() for mark in reversed(marks))]
    for end in ends:
        found = _known_run(text, end, [m for m in marks if m.end() <= end])
        if found and _serial_may_follow(found, text):
            return found
    return _lettered_or_dropped(text, run)


def _known_run(text: str, end: int, marks: list[re.Match[str]]) -> CodeForm | None:
    """Look up the letters up to `end` as written, with slashes for marks, and without any mark."""
    plain = re.sub(r" ?/ ?", "/", text[:end])
    if facts := _by_capitals().get(plain):
        slashes = [m[0] for m in marks if "/" in m[0]]
        return CodeForm(facts, end, tuple(f for m in slashes for f in _slash_flags(m)))
    if marks:
        slashed = re.sub(r" ?[/\\_-] ?| ", "/", text[:end])
        if facts := _by_capitals().get(slashed):
            return CodeForm(facts, end, tuple(f for m in marks for f in _slash_flags(m[0])))
    if facts := _by_letters().get(re.sub(r"[ /\\_-]", "", text[:end])):
        return CodeForm(facts, end, ("slash_dropped",))
    return None


def _serial_may_follow(found: CodeForm, text: str) -> bool:
    """Say whether the rest begins like a serial of that code: D60 after JTG, never after GB."""
    rest = text[found.end :].lstrip(" ")
    if rest.startswith("XX") or re.match("-?[0-9]", rest, re.ASCII):
        return True
    lettered = found.facts.serial in (Serial.LETTERED, Serial.FOREIGN)
    return lettered and bool(re.match(r"[A-Z]{1,2}[ .]?[0-9]|G:", rest, re.ASCII))


def _lettered_or_dropped(text: str, run: re.Match[str]) -> CodeForm | None:
    """Recognise JTGD60, TCECS 20001 and T CECS 20001; refuse what only resembles a code."""
    letters = run[0]
    rest = text[run.end() :]
    facts = _by_capitals().get(letters[:-1])
    if facts and facts.serial is Serial.LETTERED and rest[:1].isdigit():
        return CodeForm(facts, run.end() - 1)
    owner = re.fullmatch("T ?([A-Z]{2,})", letters)
    if owner and rest.lstrip(" ")[:1].isdigit() and (group := facts_of(f"T/{owner[1]}")):
        return CodeForm(group, run.end(), ("slash_dropped",))
    _refuse_unknown(letters, rest)
    return None


def _refuse_unknown(letters: str, rest: str) -> None:
    pieces = re.split(r" ?[/\\_-] ?", letters)
    known = _by_capitals().get(pieces[0])
    stray = re.match(r" ?/ ?(?=[0-9])", rest)
    if known and stray and len(pieces) == 1:
        raise Refusal("slash_without_letter", fragments=_fragments(rest[stray.end() :]))
    fragments = _fragments(rest)
    if known and len(pieces) > 1 and fragments.number:
        raise Refusal(f"unknown_suffix:{'/'.join(pieces[1:])}", fragments=fragments)
    natured = len(pieces) > 1 and pieces[-1] in ("T", "Z")
    if fragments.number and len(pieces[0]) <= 5 and (natured or fragments.year):
        kind = "unknown_industry_code" if len(pieces[0]) == 2 else "unknown_code"
        raise Refusal(f"{kind}:{pieces[0]}", fragments=fragments)

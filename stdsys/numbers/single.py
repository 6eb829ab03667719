"""Read one standard number: code, serial, year, suffixes, and the checks on each."""

from msgspec import Struct

from stdsys.numbers import grammar
from stdsys.numbers.code_forms import CodeForm, find_code
from stdsys.numbers.enterprise import find_enterprise
from stdsys.numbers.kinds import Tier
from stdsys.numbers.normalise import ascii_upper
from stdsys.numbers.refusal import Fragments, Refusal
from stdsys.numbers.serials import Found, find_serial
from stdsys.numbers.standard_number import StandardNumber
from stdsys.numbers.suffixes import Suffixes, read_suffixes

MAX_LENGTH = 200
"""Longest text that can be one number, its adoption remark included."""


class Single(Struct, frozen=True):
    """One number with the flags that its reading raised."""

    number: StandardNumber
    flags: tuple[str, ...]
    suggestion: str | None = None


def read_one(text: str, latest_year: int) -> Single:
    """Read a normalised text as exactly one standard number.

    Raises `Refusal`, whose `prose` says that the text doesn't even resemble a number.
    """
    if len(text) > MAX_LENGTH:
        raise Refusal("too_long", prose=True)
    text, flags = _without_wrapping(text)
    upper = ascii_upper(text)
    match = grammar.REVERSED_ADOPTION.fullmatch(upper) if "GB" in upper else None
    if match and grammar.FOREIGN_WORD.match(upper):
        own = text[match.start("own") :]
        foreign = text[: match.end("foreign")]
        single = read_one(f"{own} {match['degree']} {foreign}", latest_year)
        return Single(single.number, (*flags, *single.flags, "reversed"), single.suggestion)
    if upper.startswith("Q") and (found := find_enterprise(upper, latest_year)):
        single = _assemble(found, text, latest_year)
    else:
        form = find_code(upper)
        if form is None:
            raise Refusal("no_number", prose=True)
        single = _read_after_code(form, text, upper, latest_year)
    case = _case_flags(text, single.number)
    return Single(single.number, _once(*flags, *case, *single.flags), single.suggestion)


def _once(*flags: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(flag for flag in flags if flag))


def _without_wrapping(text: str) -> tuple[str, list[str]]:
    """Take off what surrounds a number: relation words, book marks, quotes, file extension."""
    flags = []
    text = text.strip("\"'“”‘’「」 ")
    if match := grammar.RELATIONS.match(ascii_upper(text)):
        flags.append(f"relation:{grammar.RELATION_WORDS[match['word']]}")
        text = text[match.end() :]
        if match["word"] == "被":
            text = grammar.REPLACED_TAIL.sub("", text)
    if text.startswith("《") and text.count("》") == 1 and text[1:2].isascii():
        text = text[1:].replace("》", "", 1)
    upper = ascii_upper(text)
    if match := grammar.FILE_EXTENSION.search(upper):
        flags.append("file_extension")
        text = text[: match.start()]
    elif match := grammar.TRAILING_PUNCTUATION.search(text):
        flags.append("trailing_punctuation")
        text = text[: match.start()]
    return text, flags


def _case_flags(text: str, number: StandardNumber) -> tuple[str, ...]:
    """Flag a code typed in small or mixed letters; the n of GBn is small by right."""
    letters = [c for c in text[: len(number.code)] if c.isascii() and c.isalpha()]
    if number.code in ("GBn", "ISO Guide", "ISO/IEC Guide") and not letters[0].islower():
        return ()
    if not any(letter.islower() for letter in letters):
        return ()
    return ("lowercase",) if all(letter.islower() for letter in letters) else ("mixed_case",)


def _read_after_code(form: CodeForm, text: str, upper: str, latest_year: int) -> Single:
    serial = find_serial(form, upper, latest_year)
    return _assemble(serial, text, latest_year)


def _assemble(found: Found, text: str, latest_year: int) -> Single:
    """Add the suffixes to a serial and check the whole."""
    suffixes = read_suffixes(text[found.end :])
    number = StandardNumber(
        found.facts.code,
        found.number,
        found.part,
        found.year,
        all_parts=suffixes.all_parts,
        edition=suffixes.edition,
        amendment=suffixes.amendment,
        reaffirmed=suffixes.reaffirmed,
        version=found.version,
        class_letter=found.class_letter,
        qualifier=found.qualifier,
        template=found.template,
        adopts=_adopted(suffixes.adopts, latest_year),
        degree=suffixes.degree,
    )
    _refuse_leftovers(suffixes, number, latest_year)
    _check(suffixes, number, latest_year)
    return Single(number, _once(*_flags(found, suffixes, number)), _suggestion(found, number))


def _flags(found: Found, suffixes: Suffixes, number: StandardNumber) -> list[str]:
    """Name what is notable about a number, from its code to its last suffix."""
    if _may_be_guidance(number):
        return ["ambiguous_gbz", *found.flags, *suffixes.flags]
    flags = [*found.flags, *found.facts.flags, *suffixes.flags]
    if number.template and "no_T_local" in flags:
        # An unfilled template may lack its letter by oversight; nothing follows from it.
        return [*found.flags, *suffixes.flags]
    if number.adopts:
        flags.append(f"adopts:{number.adopts}")
    if number.degree:
        flags.append(f"degree:{number.degree}")
    if number.year is None and number.template is None:
        flags.append("undated")
    return flags


def _suggestion(found: Found, number: StandardNumber) -> str | None:
    """Return the number that may be meant, where what is written reads in two ways."""
    if _may_be_guidance(number):
        return f"GB/Z {str(number)[4:]}"
    if "part_looks_like_year" in found.flags:
        part, _, year = (number.part or "").rpartition(".")
        return str(number.but(part=part or None, year=int(year)))
    if "number_looks_like_year" in found.flags:
        code = number.code.rstrip("0123456789")
        return f"{code} {number.code[len(code) :]}-{number.number}"
    return None


def _may_be_guidance(number: StandardNumber) -> bool:
    """Say whether GBZ may be meant as GB/Z: 职业卫生 has three figures at most, guidance five."""
    return number.code == "GBZ" and len(number.number) == 5 and number.number.isdigit()


def _adopted(what: str | None, latest_year: int) -> str | None:
    """Return an adopted document as canonical number where it is one, else as written."""
    if what is None:
        return None
    try:
        adopted = read_one(what, latest_year).number
    except Refusal:
        return what
    return str(adopted) if adopted.tier in (Tier.INTERNATIONAL, Tier.FOREIGN) else what


def _refuse_leftovers(suffixes: Suffixes, number: StandardNumber, latest_year: int) -> None:
    rest = suffixes.rest.strip()
    if not rest:
        return
    if rest.startswith("(") and number.year is None and rest[1:5].isdigit() and rest[5:6] == ")":
        dated = number.but(year=int(rest[1:5]))
        raise Refusal("year_in_brackets", fragments=fragments_of(number), suggestion=str(dated))
    only = Refusal("trailing_text", fragments=fragments_of(number), suggestion=str(number))
    if grammar.RELATIONS.match(ascii_upper(rest)):
        raise only
    try:
        further = read_one(rest.lstrip("/ "), latest_year)
    except Refusal:
        raise only from None
    flag = "list_slash" if rest.startswith("/") else "list_without_separator"
    both = f"{number};{further.number}"
    raise Refusal(flag, fragments=fragments_of(number), suggestion=both)


def _check(suffixes: Suffixes, number: StandardNumber, latest_year: int) -> None:
    """Refuse combinations that contradict themselves."""
    if number.reaffirmed and number.year is None:
        dated = number.but(year=number.reaffirmed, reaffirmed=None)
        raise Refusal("year_in_brackets", fragments=fragments_of(number), suggestion=str(dated))
    if number.reaffirmed and not (number.year or 0) <= number.reaffirmed <= latest_year:
        raise Refusal("reaffirmed_out_of_range", fragments=fragments_of(number))
    if number.all_parts and number.part:
        whole = number.but(part=None)
        raise Refusal("all_parts_of_a_part", fragments=fragments_of(number), suggestion=str(whole))


def fragments_of(number: StandardNumber) -> Fragments:
    """Return what a number tells, for a text that holds it but isn't accepted as it stands."""
    return Fragments(
        code=number.code,
        organisation=number.organisation or number.region,
        nature=number.nature,
        number=number.number or None,
        part=number.part,
        year=number.year,
    )

"""Texts that are no standard number: plan numbers, 无, committees, prose; what they may mean."""

from stdsys.numbers import grammar
from stdsys.numbers.kinds import Nature, Tier
from stdsys.numbers.normalise import ascii_upper, latin, normalise
from stdsys.numbers.refusal import Fragments, Refusal
from stdsys.numbers.single import read_one
from stdsys.patterns import pattern

EXPLICIT_NONE = "无"
_LOCAL_FILING_FROM = 115_000
_LONGEST_SPECIAL = 40
_FIGURE_FIRST = pattern(r"\s*\d")
_LEVEL_WORDS = pattern(r"(?:国家标准|行业标准|地方标准|团体标准|企业标准|国标|行标|地标|团标|企标)")
_LETTER_FOR_FIGURE = str.maketrans("OQILZSB", "0011258")
_FIGURE_FOR_LETTER = str.maketrans("0158", "OISB")
_MIXED_TOKEN = pattern(
    r"(?P<code>[A-Z0-9]{1,5}(?:/[A-Z0-9]{1,8})?) ?"
    r"(?P<serial>[0-9OQILZSB.]+)(?P<rest>-[0-9OQILZSB]{4})?"
)
_MAX_EMBEDDED = 5
_PLAN_NATURES = {"T": Nature.RECOMMENDED, "Q": Nature.MANDATORY, "Z": Nature.GUIDANCE}


def read_special(text: str) -> tuple[Fragments, tuple[str, ...]] | None:
    """Recognise what is well-formed though no standard number: 无 and plan numbers (计划号)."""
    if len(text) > _LONGEST_SPECIAL or not (EXPLICIT_NONE in text or _FIGURE_FIRST.match(text)):
        return None
    plain = ascii_upper(normalise(text).text)
    if plain == EXPLICIT_NONE:
        return Fragments(), ("explicit_none",)
    match = grammar.PLAN_NUMBER.fullmatch(plain) or grammar.INDUSTRY_PLAN_NUMBER.fullmatch(plain)
    if not match:
        return None
    nature = _PLAN_NATURES.get(match["nature"])
    fragments = Fragments(Tier.PLAN, nature=nature, number=match["number"], canonical=plain)
    return fragments, ("plan_number",)


def classify(text: str, refusal: Refusal, latest_year: int) -> Refusal:
    """Say more exactly why a text was refused, and what may be meant; the text is not accepted."""
    if "too_long" in refusal.flags:
        return refusal
    plain = normalise(text).text
    if not plain:
        return Refusal("empty", prose=True)
    if "\ufffd" in plain:
        return Refusal("undecodable")
    resembling = latin(plain)
    if resembling != plain:
        return _lookalike(resembling, refusal, latest_year)
    upper = ascii_upper(plain)
    if grammar.COMMITTEE.fullmatch(upper):
        return Refusal("committee_number", prose=True)
    if grammar.DATE.fullmatch(upper):
        return Refusal("date", prose=True)
    if refusal.prose:
        return _codeless(plain, upper, latest_year)
    if refusal.suggestion is None and refusal.flags[0].startswith(("unknown_", "serial_malformed")):
        refusal.suggestion = _mended(upper, latest_year)
    return refusal


def _lookalike(resembling: str, refusal: Refusal, latest_year: int) -> Refusal:
    """Refuse foreign letters that pass for Latin ones; suggest the Latin reading."""
    try:
        single = read_one(resembling, latest_year)
    except Refusal as still:
        if still.prose:
            return Refusal("prose", prose=True)
        return Refusal("lookalike_letters", *still.flags, fragments=still.fragments)
    return Refusal("lookalike_letters", suggestion=str(single.number))


def _codeless(plain: str, upper: str, latest_year: int) -> Refusal:
    """Judge a text without a code: a filing number, a number lacking its code, or prose."""
    if match := grammar.FILING_NUMBER.fullmatch(upper):
        # Filing serials of both registers run on; only the local register has come this far.
        local = int(match["number"]) >= _LOCAL_FILING_FROM
        if len(match["number"]) == 6:
            return Refusal("filing_number_local" if local else "filing_number_industry")
    if match := grammar.SCRAMBLED.fullmatch(upper):
        ordered = f"{match['code']} {match['number']}-{match['year']}"
        return Refusal("scrambled", suggestion=_read_or_none(ordered, latest_year))
    if "/" in upper and (mended := _mended(upper, latest_year)):
        return Refusal("confused_characters", suggestion=mended)
    bare = _LEVEL_WORDS.sub("", upper).strip(" :")
    if grammar.CODELESS.fullmatch(bare):
        return Refusal("no_code")
    return Refusal("prose", suggestion=_embedded(plain, latest_year), prose=True)


def _embedded(plain: str, latest_year: int) -> str | None:
    """Find numbers in the middle of a sentence."""
    found: list[str] = []
    for match in grammar.EMBEDDED.finditer(ascii_upper(plain)):
        canonical = _read_or_none(match[0], latest_year)
        if canonical and canonical not in found:
            found.append(canonical)
        if len(found) == _MAX_EMBEDDED:
            break
    return ";".join(found) or None


def _mended(upper: str, latest_year: int) -> str | None:
    """Swap figures and letters that scanners confuse: G8/T 191 and GB/T l91."""
    match = _MIXED_TOKEN.fullmatch(upper)
    if not match:
        return None
    code = match["code"].translate(_FIGURE_FOR_LETTER)
    serial = (match["serial"] + (match["rest"] or "")).translate(_LETTER_FOR_FIGURE)
    return _read_or_none(f"{code} {serial}", latest_year)


def _read_or_none(text: str, latest_year: int) -> str | None:
    try:
        return str(read_one(text, latest_year).number)
    except Refusal:
        return None

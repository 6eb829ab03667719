"""Units as people write them (`％`, `g/100 g`, `mg KOH/g`, `mL/(g·h)`), read into names and powers.

The known spellings are a table in `data/`; what is compounded of them is read here. Nothing that a
user writes reaches the library of units but through that table.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path

from msgspec import Struct

from stdsys.patterns import pattern

_DATA = Path(__file__).parent / "data"

NO_UNIT = frozenset({"", "-", "—", "–", "/", "1", "无", "无量纲"})
"""What stands where a number has no unit."""

_LONGEST = 60
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_RAISED = pattern("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+")
_TOKEN = pattern(r"[()/*]|[^()/*]+")
_ATOM = pattern(
    r"(?P<power_of_ten>10\^\d{1,2})?(?P<number>\d{1,9}(?:\.\d{1,9})?)?(?P<myriads>[万亿])?"
    r"(?P<name>.*?)(?:\^(?P<power>-?\d))?",
    re.ASCII,
)
_MYRIADS = {None: 1, "万": 10**4, "亿": 10**8}
_BY_SIGN = str.maketrans({"µ": "μ", "×": "*", "·": "*", "•": "*", "⋅": "*", "∙": "*", "∕": "/"})


class UnitText(Struct, frozen=True):
    """A unit that has been read: `factor` times its named units, each to a power other than 0."""

    factor: Fraction
    powers: tuple[tuple[str, int], ...]

    @property
    def expression(self) -> str:
        """The named units in the words of the library of units, without the factor."""
        return " * ".join(f"{name} ** {power}" for name, power in self.powers) or "dimensionless"

    def times(self, other: "UnitText", sign: int = 1) -> "UnitText":
        """Return the product with another unit, or with `sign` -1 the quotient."""
        powers = dict(self.powers)
        for name, power in other.powers:
            powers[name] = powers.get(name, 0) + sign * power
        left = tuple(sorted((name, power) for name, power in powers.items() if power))
        return UnitText(self.factor * other.factor**sign, left)


@cache
def spellings() -> Mapping[str, str]:
    """Return the units by their spellings, plain as `plain` makes them."""
    return {plain(spelling): unit for spelling, unit in _pairs("unit_spellings.tsv")}


@cache
def shown_spellings() -> tuple[str, ...]:
    """Return the spellings that are suggested, as the field prints them."""
    return (
        *(spelling for spelling, _unit in _pairs("unit_spellings.tsv")),
        *("g/100g", "g/kg", "mg/kg", "mg/g", "mg/100g", "μg/kg", "mg/L", "mL/100g", "mg KOH/g"),
        *("meq/kg", "mmol/kg", "CFU/g", "CFU/mL", "CFU/100g", "MPN/g", "MPN/100g", "mL/(g·h)"),
        *("kg/亩", "株/亩", "个/kg", "kJ/100g", "Bq/kg", "IU/kg", "g/cm3", "kg/hm2"),
    )


@cache
def quantities() -> Mapping[str, str]:
    """Return what converts a quantity's units into each other, by the quantity's plain name."""
    return {plain_name(name): context for context, name in _pairs("quantities.tsv")}


def _pairs(file: str) -> Iterator[tuple[str, str]]:
    """Yield the rows of a table in `data/`, which has two columns and a head."""
    for line in (_DATA / file).read_text(encoding="utf-8").splitlines()[1:]:
        first, second = line.split("\t")
        yield first, second


def plain(text: str) -> str:
    """Return a unit's text without differences that mean nothing: width, blanks, kinds of signs."""
    raised = _RAISED.sub(lambda found: "^" + found[0].translate(_SUPERSCRIPTS), text)
    usual = unicodedata.normalize("NFKC", raised.translate(_BY_SIGN))
    return "".join(usual.translate(_BY_SIGN).split())


def plain_name(name: str) -> str:
    """Return a quantity's name without remarks in brackets, blanks, hyphens and capitals."""
    before = unicodedata.normalize("NFKC", name).partition("(")[0]
    return re.sub(r"[\s_-]", "", before).casefold()


def read_unit(text: str, own: Mapping[str, str]) -> UnitText | None:
    """Read a unit; `own` are further names by spelling. None for what is not known."""
    text = plain(text)
    if not text or len(text) > _LONGEST:
        return None
    whole = own.get(text) or spellings().get(text)
    if whole is not None:
        return UnitText(Fraction(1), ((whole, 1),))
    tokens = _TOKEN.findall(f"1{text}" if text.startswith("/") else text)
    try:
        unit, rest = _quotient(tokens, own)
    except _UnknownUnitError:
        return None
    return None if rest or unit.factor <= 0 or not names_something(text) else unit


def names_something(text: str) -> bool:
    """Whether a text is more than figures and signs: `100` alone is no unit."""
    return any(character.isalpha() or character in "%‰°" for character in text)


class _UnknownUnitError(ValueError):
    """A text that is no unit."""


def _quotient(tokens: list[str], own: Mapping[str, str]) -> tuple[UnitText, list[str]]:
    unit, tokens = _factor(tokens, own)
    while tokens and tokens[0] in "/*":
        sign = -1 if tokens[0] == "/" else 1
        other, tokens = _factor(tokens[1:], own)
        unit = unit.times(other, sign)
    return unit, tokens


def _factor(tokens: list[str], own: Mapping[str, str]) -> tuple[UnitText, list[str]]:
    if not tokens or tokens[0] in ")/*":
        raise _UnknownUnitError
    if tokens[0] != "(":
        return _atom(tokens[0], own), tokens[1:]
    unit, rest = _quotient(tokens[1:], own)
    if not rest or rest[0] != ")":
        raise _UnknownUnitError
    return unit, rest[1:]


def _atom(text: str, own: Mapping[str, str]) -> UnitText:
    """Read a number and a name, either of which may be missing: `100g`, `1`, `m^2`, `万元`."""
    name = own.get(text) or spellings().get(text.replace("^", ""))
    if name is not None:
        return UnitText(Fraction(1), ((name, 1),))
    found = _ATOM.fullmatch(text)
    if found is None:
        raise _UnknownUnitError
    factor = Fraction(found["number"] or 1) * _MYRIADS[found["myriads"]]
    if found["power_of_ten"]:
        factor *= 10 ** int(found["power_of_ten"][3:])
    if not found["name"]:
        if factor == 0 or found["power"]:
            raise _UnknownUnitError
        return UnitText(factor, ())
    name = own.get(found["name"]) or spellings().get(found["name"])
    power = int(found["power"] or 1)
    if name is None or factor == 0 or power == 0:
        raise _UnknownUnitError
    return UnitText(factor, ((name, power),))

"""Limits and other bounds as people write them: `<= 12.0`, `不大于 5`, `5.0~8.0`, `无异味`."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar

from msgspec import Struct

from stdsys.messages import Text, _
from stdsys.model.limit_words import (
    AT_LEAST_WORDS,
    AT_MOST_WORDS,
    EXCLUDED,
    INCLUDED,
    LESS_WORDS,
    MORE_WORDS,
    is_absence,
)
from stdsys.model.scalars import refuse
from stdsys.model.written_value import WrittenValue
from stdsys.patterns import pattern


class Operator(StrEnum):
    """How a limit bounds its quantity."""

    AT_MOST = "<="
    LESS = "<"
    AT_LEAST = ">="
    MORE = ">"
    EQUAL = "="
    RANGE = "range"
    SET = "set"
    TEXT = "text"


_SIGNS = {
    "<=": Operator.AT_MOST,
    "=<": Operator.AT_MOST,
    "≤": Operator.AT_MOST,
    "≦": Operator.AT_MOST,
    "<": Operator.LESS,
    "＜": Operator.LESS,
    ">=": Operator.AT_LEAST,
    "=>": Operator.AT_LEAST,
    "≥": Operator.AT_LEAST,
    "≧": Operator.AT_LEAST,
    ">": Operator.MORE,
    "＞": Operator.MORE,
    "=": Operator.EQUAL,
    "==": Operator.EQUAL,
    "＝": Operator.EQUAL,
}
_IN_WORDS = {
    **dict.fromkeys(AT_MOST_WORDS, Operator.AT_MOST),
    **dict.fromkeys(AT_LEAST_WORDS, Operator.AT_LEAST),
    **dict.fromkeys(LESS_WORDS, Operator.LESS),
    **dict.fromkeys(MORE_WORDS, Operator.MORE),
}
_SIGNS |= _IN_WORDS
_UPPER = (Operator.AT_MOST, Operator.LESS)
_LOWER = (Operator.AT_LEAST, Operator.MORE)

_SIGN = "|".join(sorted(_SIGNS, key=len, reverse=True))
_NUMBER = (
    r"(?:[+-]?\d{1,18}(?:\.\d{1,18})?(?:[eE][+-]?\d{1,2}|\s*[×xX*]\s*10\^?\d{1,2})?|10\^\d{1,2})"
)
_ONE_SIDED = pattern(rf"({_SIGN})\s*(.*)", re.DOTALL)
_PLAIN = pattern(_NUMBER, re.ASCII)
_RANGE = pattern(rf"({_NUMBER})\s*(?:~|～|〜|\.\.|—|–|-|至)\s*({_NUMBER})", re.ASCII)
_TOLERANCE = pattern(rf"({_NUMBER})\s*(?:±|\+/-)\s*({_NUMBER})", re.ASCII)
_BOTH = pattern(rf"({_SIGN})\s*({_NUMBER})\s*(?:,|，|、|且|and)\s*({_SIGN})\s*({_NUMBER})")
_WITH_UNIT = pattern(
    rf"(?:{_NUMBER}.*)?{_NUMBER}\s*(?:[%％‰℃]|(?:[mkunμµ]?(?:g|L|mol|eq)|CFU|MPN)(?:/.*)?$)"
)
_OR_BEYOND = pattern(
    rf"({_NUMBER})\s*(?:"
    rf"(?P<or>[及或])\s*|"
    rf"[(（]\s*(?P<inside>{INCLUDED}|{EXCLUDED})\s*(?:本数|(?P<again>{_NUMBER}))?\s*[)）]\s*"
    rf")以(?P<side>[下上])",
    re.ASCII,
)
_SIDE_FIRST = pattern(rf"({_NUMBER})\s*(以[下上])\s*([(（][^()（）]*[)）])")
_TIMES_TEN = pattern(r"\s*[×xX*]\s*10\^?")
_POWER = pattern(r"^10\^")

_UNIT_APART = _("the unit stands in a field of its own: unit:")
_EXPECTED = _("a limit such as <= 12.0, >= 21, 5.0..8.0, or a requirement in words")


class Limit(WrittenValue, Struct, frozen=True):
    """A bound on a quantity: the values from `low` to `high` are allowed.

    None is no bound on that side. `low_open` and `high_open` tell whether the bound itself is
    refused (`<`, `>`). A SET allows the words listed in `words`; a TEXT says in words what is
    required. `text` is what was written. Words before a number that bound it are read (不大于 5,
    至少 21); 以下 and 以上 are where it is said whether they include the number (5（含）以下).
    """

    operator: Operator
    text: str
    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False
    words: tuple[str, ...] = ()

    expected: ClassVar[Text] = _EXPECTED
    json_schema: ClassVar[dict[str, Any]] = {
        "type": ["string", "number", "array"],
        "items": {"type": ["string", "number"]},
        "examples": ["<= 12.0", ">= 21.0", "5.0..8.0", ["特级", "一级"]],
    }

    @property
    def numeric(self) -> bool:
        """Whether it bounds a number."""
        return self.operator not in (Operator.SET, Operator.TEXT)

    @property
    def absence(self) -> bool:
        """Whether it says in words that nothing may be there: 不得检出, 未检出, 阴性, 不得含有."""
        return not self.numeric and bool(self.words) and all(map(is_absence, self.words))

    @classmethod
    def parse(cls, text: str) -> "Limit":
        """Read a limit; ValueError (with what was expected) for a faulty one.

        What begins with neither a sign of comparison (or a word for one, before a number) nor a
        number is a requirement in words.
        """
        text = text.strip()
        if found := _OR_BEYOND.fullmatch(_SIDE_FIRST.sub(r"\1\3\2", text)):
            return _or_beyond(text, found)
        if both := _BOTH.fullmatch(text):
            return _two_sided(text, *both.groups())
        found = _ONE_SIDED.fullmatch(text)
        if found and (found[1] not in _IN_WORDS or _bounds_a_number(found[2].strip())):
            return _one_sided(text, _SIGNS[found[1]], found[2].strip())
        if found := _TOLERANCE.fullmatch(text):
            middle, width = _decimal(found[1]), _decimal(found[2])
            return _range(text, middle - width, middle + width)
        if found := _RANGE.fullmatch(text):
            return _range(text, _decimal(found[1]), _decimal(found[2]))
        if _PLAIN.fullmatch(text):
            value = _decimal(text)
            return cls(Operator.EQUAL, text, value, value)
        if not text:
            raise _FaultyLimitError(_EXPECTED)
        if _WITH_UNIT.match(text):
            raise _FaultyLimitError(_EXPECTED, _UNIT_APART)
        return cls(Operator.TEXT, text, words=(text,))

    @classmethod
    def of_words(cls, words: tuple[str, ...]) -> "Limit":
        """Return the limit that allows any of these words."""
        return cls(Operator.SET, " | ".join(words), words=words)

    @classmethod
    def validated(cls, value: object) -> "Limit":
        """Return the limit that is written; a list allows any of its words."""
        if isinstance(value, cls):
            return value
        if isinstance(value, list | tuple) and value and all(isinstance(v, str) for v in value):
            return cls.of_words(tuple(v.strip() for v in value))
        if isinstance(value, str):
            try:
                return cls.parse(value)
            except _FaultyLimitError as fault:
                raise refuse(fault.expected, fault.advice) from None
        raise refuse(cls.expected)

    def __str__(self) -> str:
        return self.text


class _FaultyLimitError(ValueError):
    """A limit that cannot be read: what was expected, and what to do."""

    def __init__(self, expected: Text, advice: Text | None = None) -> None:
        super().__init__(expected.msgid)
        self.expected = expected
        self.advice = advice


def _one_sided(text: str, operator: Operator, amount: str) -> Limit:
    if not _PLAIN.fullmatch(amount):
        unit = _PLAIN.match(amount)
        advice = _UNIT_APART if unit else None
        raise _FaultyLimitError(_("a number after {sign}", sign=operator.value), advice)
    value = _decimal(amount)
    if operator is Operator.EQUAL:
        return Limit(operator, text, value, value)
    if operator in _UPPER:
        return Limit(operator, text, high=value, high_open=operator is Operator.LESS)
    return Limit(operator, text, low=value, low_open=operator is Operator.MORE)


def _bounds_a_number(amount: str) -> bool:
    """Whether a number follows a word for a sign, with a unit at most: not in 不低于 3级."""
    return bool(_PLAIN.fullmatch(amount) or _WITH_UNIT.match(amount))


def _or_beyond(text: str, found: re.Match[str]) -> Limit:
    """Return the limit of 5（含）以下, 5及以上; in words where the brackets name another number."""
    value, again = _decimal(found[1]), found["again"]
    if again is not None and _decimal(again) != value:
        return Limit(Operator.TEXT, text, words=(text,))
    is_open = found["inside"] == EXCLUDED
    if found["side"] == "下":
        operator = Operator.LESS if is_open else Operator.AT_MOST
        return Limit(operator, text, high=value, high_open=is_open)
    operator = Operator.MORE if is_open else Operator.AT_LEAST
    return Limit(operator, text, low=value, low_open=is_open)


def _two_sided(text: str, sign: str, amount: str, sign_2: str, amount_2: str) -> Limit:
    sides = [(_SIGNS[sign], _decimal(amount)), (_SIGNS[sign_2], _decimal(amount_2))]
    sides.sort(key=lambda side: side[0] in _UPPER)
    (lower, low), (upper, high) = sides
    if lower not in _LOWER or upper not in _UPPER:
        raise _FaultyLimitError(_("one lower and one upper bound, such as >= 5, <= 8"))
    return _range(text, low, high, lower is Operator.MORE, upper is Operator.LESS)


def _range(
    text: str, low: Decimal, high: Decimal, low_open: bool = False, high_open: bool = False
) -> Limit:
    if low > high or (low == high and (low_open or high_open)):
        advice = _("did you mean {name}?", name=f"{high}..{low}") if low > high else None
        raise _FaultyLimitError(_("a range whose lower bound is not above its upper bound"), advice)
    return Limit(Operator.RANGE, text, low, high, low_open, high_open)


def _decimal(text: str) -> Decimal:
    """Return the number; `2×10^5` is 2e5."""
    return Decimal(_TIMES_TEN.sub("e", _POWER.sub("1e", text.strip())))

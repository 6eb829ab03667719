"""How a limit of a lower standard stands to one of a higher standard: stricter, equal, looser.

A limit allows a set of values. The lower one is stricter where it allows fewer than the upper one,
looser where it allows any that the upper one refuses; the operator alone tells which way is
stricter. 标准化法 art. 21 forbids the latter below a mandatory national standard.
"""

import unicodedata
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from stdsys.analysis.limits.methods import Methods
from stdsys.analysis.limits.sampling_plans import plans_fit
from stdsys.analysis.limits.units import Units
from stdsys.model.indicator_record import Indicator
from stdsys.model.limit import Limit, Operator


class Verdict(StrEnum):
    """What a comparison comes to. MISSING: the upper standard limits what the lower does not."""

    STRICTER = "stricter"
    EQUAL = "equal"
    LOOSER = "looser"
    NOT_COMPARABLE = "not-comparable"
    MISSING = "missing"


class Why(StrEnum):
    """Why two limits are not comparable, or what makes the lower one looser."""

    OTHER_PRODUCT = "other product"
    NO_COMMON_INDICATOR = "no common indicator"
    OTHER_GRADE = "other grade"
    OTHER_METHOD = "other method"
    SAMPLING_PLAN = "sampling plan"
    OTHER_DIMENSION = "other unit dimension"
    UNIT_UNKNOWN = "unit unknown"
    UNIT_MISSING = "unit missing"
    OPERATOR_MISMATCH = "operator mismatch"
    OTHER_WORDS = "words differ"
    HIGHER = "allows higher values"
    LOWER = "allows lower values"
    HIGHER_AND_LOWER = "allows higher and lower values"
    MORE_WORDS = "allows further words"
    NOT_STATED = "not stated"


class Judgement(Struct, frozen=True):
    """A verdict; `why` tells what makes it looser or not comparable, None for the others."""

    verdict: Verdict
    why: Why | None = None


_STRICTER, _EQUAL = Judgement(Verdict.STRICTER), Judgement(Verdict.EQUAL)


def judge(lower: Indicator, upper: Indicator, units: Units, methods: Methods) -> Judgement:
    """Compare two indicators of one quantity that apply to one product.

    A limit without grade applies to every grade: above it binds a grade below, but which grade it
    means below a graded one nobody knows.
    """
    if upper.grade is not None and not _alike(lower.grade, upper.grade):
        return _not_comparable(Why.OTHER_GRADE)
    return judge_limits(lower, upper, units, methods)


def judge_limits(lower: Indicator, upper: Indicator, units: Units, methods: Methods) -> Judgement:
    """Compare two indicators as if they were of one grade.

    Two stated methods must be the same; a method that one side leaves open is no hindrance. So must
    be the sampling plans. What may not be there at all (不得检出) is at most 0, in any unit.
    """
    if not methods.same(lower.method, upper.method):
        return _not_comparable(Why.OTHER_METHOD)
    if not plans_fit(lower, upper):
        return _not_comparable(Why.SAMPLING_PLAN)
    if lower.limit.absence and upper.limit.absence:
        return _EQUAL
    mine, theirs = _amount(lower.limit, upper.limit), _amount(upper.limit, lower.limit)
    if not mine.numeric and not theirs.numeric:
        return compare_words(mine, theirs)
    if not mine.numeric or not theirs.numeric:
        return _not_comparable(Why.OPERATOR_MISMATCH)
    if lower.limit.absence or upper.limit.absence:
        return compare_bounds(mine, None, theirs, None, units)
    quantity = _quantity(lower, upper, units)
    return compare_bounds(mine, lower.unit, theirs, upper.unit, units, quantity)


_NOTHING = Limit(Operator.AT_MOST, "0", high=Decimal(0))


def _amount(limit: Limit, other: Limit) -> Limit:
    """Return a limit as it is compared: where one of the two is absence, both as amounts.

    No amount is below 0, so that a lower bound of 0 is none, and 0 itself is what absence is.
    """
    if limit.absence:
        return _NOTHING if other.numeric else limit
    at_zero = limit.low is not None and limit.low <= 0 and not limit.low_open
    if not other.absence or not limit.numeric or not at_zero or limit.high is None:
        return limit
    return replace(limit, operator=Operator.AT_MOST, low=None)


def compare_bounds(
    lower: Limit,
    lower_unit: str | None,
    upper: Limit,
    upper_unit: str | None,
    units: Units,
    quantity: str | None = None,
) -> Judgement:
    """Compare two limits on a number, each in its unit, by the values that they allow.

    An upper bound and a lower bound say nothing of each other: operator mismatch. `quantity` is
    the id or name of what is measured, for units that only it converts.
    """
    if not units.comparable(lower_unit, upper_unit, quantity):
        return _not_comparable(_unit_fault(lower_unit, upper_unit, units))
    if (lower.low is None and upper.high is None) or (lower.high is None and upper.low is None):
        return _not_comparable(Why.OPERATOR_MISMATCH)

    def converted(bound: Decimal | None) -> Fraction | None:
        return None if bound is None else units.exact(bound, lower_unit, upper_unit, quantity)

    below = _margin(
        _low(converted(lower.low), lower.low_open),
        _low(upper.low, upper.low_open),
    )
    above = -_margin(
        _high(converted(lower.high), lower.high_open),
        _high(upper.high, upper.high_open),
    )
    if below < 0 or above < 0:
        why = Why.HIGHER if below >= 0 else Why.LOWER if above >= 0 else Why.HIGHER_AND_LOWER
        return Judgement(Verdict.LOOSER, why)
    return _STRICTER if below or above else _EQUAL


_Bound: TypeAlias = tuple[int, Fraction, int]
"""Where a set of values begins or ends: -1 or 1 for infinity, the value, past or before it."""

_NOWHERE = Fraction(0)


def _low(value: Fraction | Decimal | None, is_open: bool) -> _Bound:
    return (-1, _NOWHERE, 0) if value is None else (0, Fraction(value), int(is_open))


def _high(value: Fraction | Decimal | None, is_open: bool) -> _Bound:
    return (1, _NOWHERE, 0) if value is None else (0, Fraction(value), -int(is_open))


def _margin(lower: _Bound, upper: _Bound) -> int:
    """Return 1 if the lower standard's bound is the higher one, -1 if the upper's, 0 if equal."""
    return (lower > upper) - (lower < upper)


def compare_words(lower: Limit, upper: Limit) -> Judgement:
    """Compare two limits in words: a set of words lies within the other's or it does not.

    Requirements in running words are equal or not comparable: no program tells which is stricter.
    """
    mine, theirs = set(map(_plain, lower.words)), set(map(_plain, upper.words))
    if mine == theirs:
        return _EQUAL
    if upper.operator is Operator.SET and mine < theirs:
        return _STRICTER
    if lower.operator is Operator.SET and upper.operator is Operator.SET:
        return Judgement(Verdict.LOOSER, Why.MORE_WORDS)
    return _not_comparable(Why.OTHER_WORDS)


def _not_comparable(why: Why) -> Judgement:
    return Judgement(Verdict.NOT_COMPARABLE, why)


def _unit_fault(lower: str | None, upper: str | None, units: Units) -> Why:
    if not units.known(lower) or not units.known(upper):
        return Why.UNIT_UNKNOWN
    if units.is_none(lower) != units.is_none(upper):
        return Why.UNIT_MISSING
    return Why.OTHER_DIMENSION


def _quantity(lower: Indicator, upper: Indicator, units: Units) -> str | None:
    """Return the id or name by which a conversion of one quantity's units is known, if any."""
    for called in (lower.id, lower.name, upper.name):
        if called is not None and units.converts_specially(called):
            return called
    return None


def same_grade(a: str | None, b: str | None) -> bool:
    """Whether two grades are one; None is every grade."""
    return a == b or _alike(a, b)


def _alike(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and _plain(a) == _plain(b)


def _plain(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())

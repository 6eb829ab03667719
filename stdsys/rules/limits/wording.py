"""The words for limits and for what a comparison of two of them comes to."""

from collections.abc import Sequence
from decimal import Decimal

from stdsys.analysis.limits.comparison import Comparison
from stdsys.analysis.limits.ranks import Rank
from stdsys.analysis.limits.sampling_plans import planned_bound
from stdsys.analysis.limits.verdicts import Verdict, Why
from stdsys.messages import Text, _
from stdsys.model.indicator_record import Indicator
from stdsys.model.limit import Limit, Operator

VERDICT_WORDS: dict[Verdict, Text] = {
    Verdict.STRICTER: _("stricter"),
    Verdict.EQUAL: _("equal"),
    Verdict.LOOSER: _("looser"),
    Verdict.NOT_COMPARABLE: _("not comparable"),
    Verdict.MISSING: _("no limit recorded here"),
}
"""严于、等同、宽于、不可比、未记录限值: how a lower standard's limit stands to a higher one's."""

WHY_WORDS: dict[Why, Text] = {
    Why.OTHER_PRODUCT: _("other product"),
    Why.NO_COMMON_INDICATOR: _("no common indicator"),
    Why.OTHER_GRADE: _("other grade"),
    Why.OTHER_METHOD: _("other test method"),
    Why.SAMPLING_PLAN: _("sampling plan"),
    Why.OTHER_DIMENSION: _("the units measure different things"),
    Why.UNIT_UNKNOWN: _("a unit is not known"),
    Why.UNIT_MISSING: _("one side has no unit"),
    Why.OPERATOR_MISMATCH: _("they bound opposite sides"),
    Why.OTHER_WORDS: _("the words differ"),
    Why.HIGHER: _("allows higher values"),
    Why.LOWER: _("allows lower values"),
    Why.HIGHER_AND_LOWER: _("allows higher and lower values"),
    Why.MORE_WORDS: _("allows further words"),
    Why.NOT_STATED: _("no limit of the lower standard is recorded here"),
}

RANK_WORDS: dict[Rank, Text] = {
    Rank.MANDATORY_NATIONAL: _("mandatory national standard"),
    Rank.MANDATORY: _("other mandatory standard"),
    Rank.NATIONAL: _("recommended national standard"),
    Rank.INDUSTRY: _("industry standard"),
    Rank.LOCAL: _("local standard"),
    Rank.GROUP: _("group standard"),
    Rank.ENTERPRISE: _("enterprise standard"),
}

_SIGNS = {
    Operator.AT_MOST: "≤",
    Operator.LESS: "<",
    Operator.AT_LEAST: "≥",
    Operator.MORE: ">",
    Operator.EQUAL: "=",
}


def limit_words(indicator: Indicator) -> str:
    """Return a limit as standards print it, with its unit: `≤ 12.0 %`, `5.0～8.0 g/kg`."""
    words = _bounds(indicator.limit)
    if indicator.unit is None or not indicator.limit.numeric:
        return words
    return f"{words} {indicator.unit.strip()}"


def _bounds(limit: Limit) -> str:
    match limit.operator:
        case Operator.SET:
            return "、".join(limit.words)
        case Operator.TEXT:
            return limit.text
        case Operator.RANGE if limit.low_open or limit.high_open:
            low = f"{'>' if limit.low_open else '≥'} {_number(limit.low)}"
            return f"{low}, {'<' if limit.high_open else '≤'} {_number(limit.high)}"
        case Operator.RANGE:
            return f"{_number(limit.low)}～{_number(limit.high)}"
        case operator:
            bound = limit.low if limit.high is None else limit.high
            return f"{_SIGNS[operator]} {_number(bound)}"


def _number(bound: Decimal | None) -> str:
    return "" if bound is None else f"{bound:f}"


def graded_limit(indicator: Indicator) -> Text | str:
    """Return a limit with the grade that it is for, and which bound of a sampling plan it is."""
    words = _planned_limit(indicator)
    if indicator.grade is None:
        return words
    return _("{grade}: {limit}", grade=indicator.grade, limit=words)


def told_apart(indicators: Sequence[Indicator]) -> list[Text | str]:
    """Return the limits that one standard sets on one quantity so that each is told from the rest.

    Beside limits of named grades, one that names none is for all of them; of several for one grade
    each has its remark beside it, unless that is a bound of a sampling plan.
    """
    grades = [indicator.grade for indicator in indicators]
    return [
        _told_apart(indicator, several=grades.count(indicator.grade) > 1, graded=any(grades))
        for indicator in indicators
    ]


def _told_apart(indicator: Indicator, *, several: bool, graded: bool) -> Text | str:
    limit = _planned_limit(indicator)
    if several and indicator.note and planned_bound(indicator) is None:
        limit = _("{limit} ({remark})", limit=limit, remark=indicator.note)
    if indicator.grade is not None:
        return _("{grade}: {limit}", grade=indicator.grade, limit=limit)
    return _("{grade}: {limit}", grade=_EVERY_GRADE, limit=limit) if graded else limit


_EVERY_GRADE = _("every grade")


def _planned_limit(indicator: Indicator) -> Text | str:
    words, planned = limit_words(indicator), planned_bound(indicator)
    return words if planned is None else _("{bound}: {limit}", bound=planned.bound, limit=words)


def quantity_of(comparison: Comparison) -> Text | str:
    """Return what is limited, and of which product where one is named."""
    limits = (comparison.lower_limit, comparison.upper_limit)
    stated = (limit.indicator.product for limit in limits if limit is not None)
    product = next((words for words in stated if words), None)
    name = comparison.name or ""
    return name if product is None else _("{name} of {product}", name=name, product=product)

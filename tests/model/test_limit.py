"""Limits and goals as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdsys.model.goal import Goal
from stdsys.model.limit import Limit, Operator

AMOUNTS = st.decimals(
    min_value=-10_000, max_value=10_000, places=3, allow_nan=False, allow_infinity=False
)


def bounds(limit: Limit) -> tuple[str | None, str | None]:
    """Return the two ends: `[` and `]` belong to the limit, `(` and `)` do not."""
    low = None if limit.low is None else ("(" if limit.low_open else "[") + format(limit.low, "f")
    high = (
        None if limit.high is None else format(limit.high, "f") + (")" if limit.high_open else "]")
    )
    return low, high


@pytest.mark.parametrize(
    ("text", "operator", "expected"),
    [
        ("<= 12.0", Operator.AT_MOST, (None, "12.0]")),
        ("≤12.0", Operator.AT_MOST, (None, "12.0]")),
        ("< 5", Operator.LESS, (None, "5)")),
        (">= 21", Operator.AT_LEAST, ("[21", None)),
        ("≥21.0", Operator.AT_LEAST, ("[21.0", None)),
        ("> 0", Operator.MORE, ("(0", None)),
        ("= 7", Operator.EQUAL, ("[7", "7]")),
        ("7", Operator.EQUAL, ("[7", "7]")),
        ("5.0..8.0", Operator.RANGE, ("[5.0", "8.0]")),
        ("5.0~8.0", Operator.RANGE, ("[5.0", "8.0]")),
        ("5.0～8.0", Operator.RANGE, ("[5.0", "8.0]")),
        ("5—8", Operator.RANGE, ("[5", "8]")),
        ("5至8", Operator.RANGE, ("[5", "8]")),
        ("-5..-2", Operator.RANGE, ("[-5", "-2]")),
        ("12±0.5", Operator.RANGE, ("[11.5", "12.5]")),
        (">= 5, <= 8", Operator.RANGE, ("[5", "8]")),
        ("<8且>5", Operator.RANGE, ("(5", "8)")),
        ("<= 1e5", Operator.AT_MOST, (None, "100000]")),
        ("<= 2×10^5", Operator.AT_MOST, (None, "200000]")),
        ("≤10^4", Operator.AT_MOST, (None, "10000]")),
    ],
)
def test_a_limit_is_the_values_it_allows(
    text: str, operator: Operator, expected: tuple[str | None, str | None]
) -> None:
    limit = Limit.parse(text)
    assert (limit.operator, bounds(limit)) == (operator, expected)
    assert str(limit) == text


@pytest.mark.parametrize("text", ["无异味、无霉变", "不得检出", "3级以上", "应符合 GB 2762", "5A"])
def test_a_requirement_in_words_is_kept_as_it_is(text: str) -> None:
    limit = Limit.parse(text)
    assert (limit.operator, limit.words, limit.numeric) == (Operator.TEXT, (text,), False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<=",
        "≤ 12 %",
        "12 %",
        "5-8%",
        "5 mg/kg",
        "3g",
        "100 CFU/g",
        "<= twelve",
        "8..5",
        ">= 8, <= 5",
        "> 5, < 5",
        ">= 5, >= 8",
    ],
)
def test_a_faulty_limit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Limit.parse(text)


@given(AMOUNTS, AMOUNTS)
def test_a_range_holds_what_lies_between_its_ends(one: Decimal, other: Decimal) -> None:
    low, high = min(one, other), max(one, other)
    limit = Limit.parse(f"{low}..{high}")
    assert (limit.low, limit.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "value", "percent", "reached", "short"),
    [
        (">= 6", 6, False, 6, 5),
        ("6", 6, False, 7, 5),
        ("≥15%", 15, True, 15, 14),
        ("100 %", 100, True, 100, 99),
        ("<= 3", 3, False, 3, 4),
        ("> 5", 5, False, 6, 5),
        ("= 7", 7, False, 7, 8),
        ("10..20", 10, False, 20, 21),
    ],
)
def test_a_goal_is_reached_or_not(
    text: str, value: int, percent: bool, reached: int, short: int
) -> None:
    goal = Goal.parse(text)
    assert (goal.value, goal.percent) == (Decimal(value), percent)
    assert goal.met_by(Decimal(reached))
    assert not goal.met_by(Decimal(short))


def test_words_are_no_goal() -> None:
    with pytest.raises(ValueError, match=r"."):
        Goal.parse("尽快")

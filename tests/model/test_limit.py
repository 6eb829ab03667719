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
        ("不大于 5.0", Operator.AT_MOST, (None, "5.0]")),
        ("不超过5", Operator.AT_MOST, (None, "5]")),
        ("不高于5", Operator.AT_MOST, (None, "5]")),
        ("至多5", Operator.AT_MOST, (None, "5]")),
        ("小于等于5", Operator.AT_MOST, (None, "5]")),
        ("小于或等于5", Operator.AT_MOST, (None, "5]")),
        ("不小于21", Operator.AT_LEAST, ("[21", None)),
        ("不少于 21", Operator.AT_LEAST, ("[21", None)),
        ("不低于21", Operator.AT_LEAST, ("[21", None)),
        ("至少21", Operator.AT_LEAST, ("[21", None)),
        ("大于等于21", Operator.AT_LEAST, ("[21", None)),
        ("小于5", Operator.LESS, (None, "5)")),
        ("低于-18", Operator.LESS, (None, "-18)")),
        ("大于5", Operator.MORE, ("(5", None)),
        ("高于 5", Operator.MORE, ("(5", None)),
        ("不小于5，不大于8", Operator.RANGE, ("[5", "8]")),
        ("大于5且≤8", Operator.RANGE, ("(5", "8]")),
        ("5（含）以下", Operator.AT_MOST, (None, "5]")),
        ("5(含5)以上", Operator.AT_LEAST, ("[5", None)),
        ("5 以上（不含本数）", Operator.MORE, ("(5", None)),
        ("5及以下", Operator.AT_MOST, (None, "5]")),
    ],
)
def test_a_limit_is_the_values_it_allows(
    text: str, operator: Operator, expected: tuple[str | None, str | None]
) -> None:
    limit = Limit.parse(text)
    assert (limit.operator, bounds(limit)) == (operator, expected)
    assert str(limit) == text


@pytest.mark.parametrize(
    "text",
    [
        *("无异味、无霉变", "不得检出", "3级以上", "应符合 GB 2762", "5A"),
        *(
            "不低于3级",
            "不大于标示值",
            "至少两人",
            "低于室温",
            "不超过5年",
            "5以下",
            "5（含6）以下",
        ),
    ],
)
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
        "不大于 5 %",
        "至少5 mg/kg",
        "不小于8且不大于5",
        "8..5",
        ">= 8, <= 5",
        "> 5, < 5",
        ">= 5, >= 8",
    ],
)
def test_a_faulty_limit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Limit.parse(text)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("不得检出", True),
        ("未检出。", True),
        (" 阴 性", True),
        ("不得含有", True),
        ("Not detected", True),
        ("不得含有杂质", False),
        ("阳性", False),
        ("0", False),
        ("<= 0", False),
    ],
)
def test_words_for_nothing_at_all(text: str, absent: bool) -> None:
    assert Limit.parse(text).absence is absent
    assert Limit.of_words((text,)).absence is absent


def test_a_choice_is_absence_only_if_every_word_is() -> None:
    assert Limit.of_words(("阴性", "未检出")).absence
    assert not Limit.of_words(("阴性", "弱阳性")).absence


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
        ("不少于6", 6, False, 6, 5),
        ("不低于15%", 15, True, 15, 14),
    ],
)
def test_a_goal_is_reached_or_not(
    text: str, value: int, percent: bool, reached: int, short: int
) -> None:
    goal = Goal.parse(text)
    assert (goal.value, goal.percent) == (Decimal(value), percent)
    assert not goal.undercut_by(Decimal(reached))
    assert not goal.exceeded_by(Decimal(reached))
    assert goal.undercut_by(Decimal(short)) or goal.exceeded_by(Decimal(short))


def test_words_are_no_goal() -> None:
    with pytest.raises(ValueError, match=r"."):
        Goal.parse("尽快")

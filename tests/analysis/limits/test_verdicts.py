"""Verdicts on two limits: set inclusion, ends, units, words, grades, methods."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.analysis.limits.units import Units
from stdsys.analysis.limits.verdicts import Verdict, Why, compare_bounds, judge
from stdsys.model.indicator_record import Indicator
from stdsys.model.limit import Limit
from tests.analysis.analysed import analysed

UNITS = Units()
S, E, L, N = Verdict.STRICTER, Verdict.EQUAL, Verdict.LOOSER, Verdict.NOT_COMPARABLE


def verdict(lower: str, upper: str, unit: str | None = "%", to: str | None = "%") -> Verdict:
    return compare_bounds(Limit.parse(lower), unit, Limit.parse(upper), to, UNITS).verdict


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [
        ("<= 10", "<= 12", S),
        ("<= 12", "<= 12.0", E),
        ("<= 13", "<= 12", L),
        (">= 24", ">= 21", S),
        (">= 20", ">= 21", L),
        ("< 12", "<= 12", S),
        ("<= 12", "< 12", L),
        ("< 12", "< 12", E),
        ("> 5", ">= 5", S),
        (">= 5", "> 5", L),
        ("5..8", "5..8", E),
        ("6..8", "5..8", S),
        ("5..9", "5..8", L),
        ("4..9", "5..8", L),
        ("1..2", "5..8", L),
        ("> 5, <= 8", "5..8", S),
        ("5..8", "> 5, <= 8", L),
        ("5..8", "<= 10", S),
        ("5..8", "<= 8", S),
        ("5..8", ">= 6", L),
        ("<= 8", "5..8", L),
        (">= 6", "5..8", L),
        ("= 6", "5..8", S),
        ("6±1", "5..7", E),
        ("= 6", "= 6", E),
        ("<= 6", "= 6", L),
        ("<= 8", ">= 5", N),
        (">= 8", "<= 5", N),
        ("<= 2×10^5", "<= 200000", E),
    ],
)
def test_the_allowed_values_decide(lower: str, upper: str, expected: Verdict) -> None:
    assert verdict(lower, upper) is expected


@pytest.mark.parametrize(
    ("lower", "unit", "upper", "to", "expected"),
    [
        ("<= 0.25", "g/100 g", "<= 0.25", "%", E),
        ("<= 0.1", "g/100 g", "<= 1", "g/kg", E),
        ("<= 0.3", "μg/kg", "<= 0.0003", "mg/kg", E),
        ("<= 0.30001", "μg/kg", "<= 0.0003", "mg/kg", L),
        ("<= 300", "K", "<= 26", "°C", L),
        ("<= 0.5", None, "<= 0.5", "%", N),
        ("<= 0.5", "mg/L", "<= 0.5", "mg/kg", N),
        ("<= 0.5", "昴", "<= 0.5", "mg/kg", N),
    ],
)
def test_units(lower: str, unit: str | None, upper: str, to: str | None, expected: Verdict) -> None:
    assert verdict(lower, upper, unit, to) is expected


@pytest.mark.parametrize(
    ("lower", "unit", "upper", "to", "why"),
    [
        ("<= 1", None, "<= 1", "%", Why.UNIT_MISSING),
        ("<= 1", "昴", "<= 1", "%", Why.UNIT_UNKNOWN),
        ("<= 1", "mg/L", "<= 1", "%", Why.OTHER_DIMENSION),
        ("<= 1", "%", ">= 1", "%", Why.OPERATOR_MISMATCH),
        ("<= 2", "%", "<= 1", "%", Why.HIGHER),
        (">= 1", "%", ">= 2", "%", Why.LOWER),
        ("1..9", "%", "2..8", "%", Why.HIGHER_AND_LOWER),
        ("<= 1", "%", "<= 1", "%", None),
    ],
)
def test_why(lower: str, unit: str | None, upper: str, to: str | None, why: Why | None) -> None:
    found = compare_bounds(Limit.parse(lower), unit, Limit.parse(upper), to, UNITS)
    assert found.why is why


NOWHERE = analysed("workspace: {format: 1, name: empty}")


def judged(lower: Mapping[str, object], upper: Mapping[str, object]) -> tuple[Verdict, Why | None]:
    common = {"id": "q", "limit": "<= 5", "unit": "%"}
    mine, theirs = (Indicator.model_validate({**common, **said}) for said in (lower, upper))
    found = judge(mine, theirs, UNITS, NOWHERE.methods)
    return found.verdict, found.why


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [
        ({}, {}, (E, None)),
        ({"grade": "一级"}, {"grade": "一 级"}, (E, None)),
        ({"grade": "一级"}, {}, (E, None)),
        ({}, {"grade": "一级"}, (N, Why.OTHER_GRADE)),
        ({"grade": "二级"}, {"grade": "一级"}, (N, Why.OTHER_GRADE)),
        ({"method": "GB/T 99010"}, {}, (E, None)),
        ({"method": "GB/T 99010-2013"}, {"method": "GB/T 99010"}, (E, None)),
        ({"method": "GB/T 99010"}, {"method": "GB 99010-2016 第一法"}, (E, None)),
        ({"method": "GB/T 99010"}, {"method": "GB/T 99011"}, (N, Why.OTHER_METHOD)),
        ({"method": "目测"}, {"method": " 目 测"}, (E, None)),
        ({"method": "目测"}, {"method": "GB/T 99011"}, (N, Why.OTHER_METHOD)),
        ({"limit": "无异味"}, {"limit": "无异味"}, (E, None)),
        ({"limit": "无异味"}, {"limit": "无杂质"}, (N, Why.OTHER_WORDS)),
        ({"limit": "无异味"}, {}, (N, Why.OPERATOR_MISMATCH)),
        ({"limit": ["特级"]}, {"limit": ["特级", "一级"]}, (S, None)),
        ({"limit": "特级"}, {"limit": ["特级", "一级"]}, (S, None)),
        ({"limit": ["一级", "特级"]}, {"limit": ["特级", "一级"]}, (E, None)),
        ({"limit": ["特级", "二级"]}, {"limit": ["特级", "一级"]}, (L, Why.MORE_WORDS)),
        ({"limit": ["特级", "一级"]}, {"limit": "特级"}, (N, Why.OTHER_WORDS)),
        ({"limit": "不得检出"}, {}, (S, None)),
        ({}, {"limit": "不得检出"}, (L, Why.HIGHER)),
        ({"limit": "阴性"}, {"limit": "未检出"}, (E, None)),
        ({"limit": ["阴性"]}, {"limit": "不得含有"}, (E, None)),
        ({"limit": "<= 0"}, {"limit": "未检出", "unit": "个/25g"}, (E, None)),
        ({"limit": "= 0"}, {"limit": "not detected"}, (E, None)),
        ({"limit": "不得检出"}, {"limit": "<= 0"}, (E, None)),
        ({"limit": "不得检出"}, {"limit": "0..5"}, (S, None)),
        ({"limit": "> 0, <= 5"}, {"limit": "不得检出"}, (L, Why.HIGHER)),
        ({"limit": "不得检出"}, {"limit": "5..8"}, (L, Why.LOWER)),
        ({"limit": "不得检出"}, {"limit": ">= 5"}, (N, Why.OPERATOR_MISMATCH)),
        ({"limit": "不得检出"}, {"limit": "无异味"}, (N, Why.OTHER_WORDS)),
        ({"note": "n=5，c=2 的 m 值"}, {"note": "采样方案 n=5, c=2 的 m 值"}, (E, None)),
        ({"note": "m"}, {"note": "M"}, (N, Why.SAMPLING_PLAN)),
        ({"note": "n=5，c=2 的 m 值"}, {"note": "n=5，c=1 的 m 值"}, (N, Why.SAMPLING_PLAN)),
        ({}, {"note": "n=5，c=2 的 m 值"}, (N, Why.SAMPLING_PLAN)),
        ({"note": "n=5，c=2 的 m 值"}, {}, (N, Why.SAMPLING_PLAN)),
        ({}, {"note": "n=5，c=0 的 m 值"}, (E, None)),
        ({}, {"note": "n=5，c=2 的 M 值"}, (E, None)),
        ({"note": "食用植物油"}, {"note": "其他"}, (E, None)),
    ],
)
def test_indicators(
    lower: Mapping[str, object], upper: Mapping[str, object], expected: tuple[Verdict, Why | None]
) -> None:
    assert judged(lower, upper) == expected


def test_a_unit_of_one_quantity_converts_for_that_quantity() -> None:
    mine = {"limit": "<= 9.85", "unit": "mmol/kg"}
    theirs = {"limit": "<= 0.25", "unit": "g/100 g"}
    assert judged(mine, theirs) == (N, Why.OTHER_DIMENSION)
    assert judged(mine | {"name": "过氧化值"}, theirs) == (E, None)
    assert judged(mine | {"id": "peroxide-value"}, theirs) == (E, None)
    assert judged(mine | {"name": "过氧化值", "limit": "<= 9.86"}, theirs) == (L, Why.HIGHER)


@pytest.mark.parametrize("unit", ["mg/kg", "CFU/g", "昴", None])
@given(amount=st.decimals(min_value=0, max_value=1000, places=3), is_open=st.booleans())
@settings(max_examples=20)
def test_nothing_is_within_every_upper_limit(
    unit: str | None, amount: Decimal, is_open: bool
) -> None:
    number = {"limit": f"{'<' if is_open and amount else '<='} {amount}", "unit": unit}
    assert judged({"limit": "不得检出"}, number)[0] is (S if amount else E)
    assert judged(number, {"limit": "不得检出"})[0] is (L if amount else E)


amounts = st.decimals(min_value=0, max_value=1000, places=2)
scales = st.sampled_from([("mg/kg", "%"), ("%", "mg/kg"), ("g/100g", "%"), ("K", "°C")])
_RANK = {S: 0, E: 1, L: 2}


@st.composite
def limits(draw: st.DrawFn) -> Limit:
    low, high = sorted((draw(amounts), draw(amounts)))
    signs = draw(st.sampled_from([(">=", "<="), (">", "<="), (">=", "<"), (">", "<")]))
    match draw(st.sampled_from(["low", "high", "both"])):
        case "low":
            return Limit.parse(f"{signs[0]} {low}")
        case "high":
            return Limit.parse(f"{signs[1]} {high}")
    return Limit.parse(f"{signs[0]} {low}, {signs[1]} {high + 1}")


def tightened(limit: Limit, by: Decimal, *, closed: bool) -> Limit:
    """Return a limit that allows fewer values, or no more."""
    parts = []
    if limit.low is not None:
        parts.append(f"{'>' if limit.low_open or closed else '>='} {limit.low + by}")
    if limit.high is not None:
        high = limit.high - by if limit.low is None else limit.high
        parts.append(f"{'<' if limit.high_open or closed else '<='} {high}")
    return Limit.parse(", ".join(parts))


@given(
    limits(),
    limits(),
    st.decimals(min_value=0, max_value=Decimal("0.9"), places=2),
    st.booleans(),
    scales,
)
@settings(max_examples=150)
def test_tightening_never_makes_a_verdict_looser(
    lower: Limit, upper: Limit, by: Decimal, closed: bool, scale: tuple[str, str]
) -> None:
    before = compare_bounds(lower, scale[0], upper, scale[1], UNITS).verdict
    after = compare_bounds(
        tightened(lower, by, closed=closed), scale[0], upper, scale[1], UNITS
    ).verdict
    if before is N:
        assert after is N
    else:
        assert _RANK[after] <= _RANK[before]


@given(limits(), limits(), scales)
@settings(max_examples=100)
def test_the_other_way_round_the_verdict_turns(a: Limit, b: Limit, scale: tuple[str, str]) -> None:
    there = compare_bounds(a, scale[0], b, scale[1], UNITS).verdict
    back = compare_bounds(b, scale[1], a, scale[0], UNITS).verdict
    assert (there is E) == (back is E)
    assert (there is N) == (back is N)
    if there is S:
        assert back is L

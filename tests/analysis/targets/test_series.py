"""Growth and values of series: which periods, how they are joined, what proves them."""

from datetime import date
from fractions import Fraction

import pytest

from tests.analysis.measuring import result, results, why

FACTS = """
series:
  - id: tea
    name: 示例茶产值
    values:
      - {at: 2021, value: 100, source: 示例年报2021}
      - {at: 2022, value: 104, source: 示例年报2022}
      - {at: 2023, value: 120, source: 示例年报2023, evidence: evidence/2023.pdf}
  - id: oil
    name: 示例油产值
    values:
      - {at: 2023, value: 330, evidence: https://example.org/2023}
      - {at: 2021, value: 300, evidence: https://example.org/2021}
      - {at: 2027, value: 999, source: 示例预测}
"""


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("{of: growth, series: tea}", Fraction(20, 100)),
        ("{of: growth, series: oil}", Fraction(10, 100)),
        ("{of: growth, series: [tea, oil]}", Fraction(15, 100)),
        ("{of: growth, series: [tea, oil], combine: 平均}", Fraction(15, 100)),
        ("{of: growth, series: [tea, oil], combine: total}", Fraction(50, 400)),
        ("{of: growth, series: [tea, oil], combine: 每一个}", Fraction(10, 100)),
        ("{of: growth, series: tea, until: 2022}", Fraction(4, 100)),
        ("{of: growth, series: tea, since: 2022, until: 2023}", Fraction(16, 104)),
    ],
)
def test_growth(measure: str, expected: Fraction) -> None:
    one = result(measure, FACTS, value=">= 1%")
    assert (one.actual, one.met) == (expected, True)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("{of: value, series: tea}", 120),
        ("{of: value, series: [tea, oil]}", 450),
        ("{of: value, series: [tea, oil], combine: mean}", 225),
        ("{of: value, series: [tea, oil], combine: least}", 120),
        ("{of: value, series: [tea, oil], until: 2021}", 400),
    ],
)
def test_value(measure: str, expected: int) -> None:
    assert result(measure, FACTS, value="1").actual == expected


def test_a_period_counts_once_it_is_over() -> None:
    asked = "{of: value, series: tea}"
    assert result(asked, FACTS, day=date(2023, 12, 30)).actual == 104
    assert result(asked, FACTS, day=date(2023, 12, 31)).actual == 120


def test_a_year_asked_for_may_be_stated_by_month() -> None:
    facts = """
    series:
      - id: tea
        name: 示例茶产值
        values:
          - {at: 2021-06, value: 90, source: 示例}
          - {at: 2021-12, value: 100, source: 示例}
          - {at: 2022-12-31, value: 110, source: 示例}
    """
    asked = "{of: growth, series: tea, since: 2021, until: 2022}"
    assert result(asked, facts, value="10%").actual == Fraction(1, 10)


def test_evidence_is_what_the_values_name() -> None:
    one = result("{of: growth, series: [tea, oil]}", FACTS, value="15%")
    assert one.evidence == (
        "示例年报2021",
        "evidence/2023.pdf",
        "示例年报2023",
        "https://example.org/2021",
        "https://example.org/2023",
    )


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ("{at: 2021, value: 1, source: 示例}", "two values of different periods are needed"),
        ("{at: 2027, value: 1, source: 示例}", "no value for 2026-11-22 by the day"),
        (
            "{at: 2021, value: 0, source: 示例}, {at: 2022, value: 5, source: 示例}",
            "growth from nothing has no meaning",
        ),
        (
            "{at: 2021, value: 1}, {at: 2022, value: 5, source: 示例}",
            "the value of 2021 has neither source nor evidence",
        ),
        (
            "{at: 2021, value: 1, source: 示例}, {at: 2022, value: 5, source: recalled}",
            "nobody has verified the value of 2022",
        ),
        (
            "{at: 2021, value: 1, source: 示例}, {at: 2022, value: 5, source: 示, verified: false}",
            "nobody has verified the value of 2022",
        ),
        (
            "{at: 2021, value: 1, source: 示例}, {at: 2022, value: 5, evidence: [{title: 示例}]}",
            "no file or address is named as evidence (evidence:)",
        ),
    ],
)
def test_what_proves_no_growth(values: str, reason: str) -> None:
    facts = f"series: [{{id: tea, name: 示例茶产值, values: [{values}]}}]"
    one = result("{of: growth, series: tea}", facts, value="1%")
    growth = "" if one.actual is None else "400.0% altogether 2021→2022; "
    assert (one.met, why(one)) == (None, f"{growth}示例茶产值: {reason}")


def test_a_series_without_values_names_the_period_asked_for() -> None:
    facts = "series: [{id: tea, name: 示例茶产值}]"
    one = result("{of: value, series: tea, until: 2022}", facts)
    assert why(one) == "示例茶产值: no value for 2022 by the day"


def test_the_figure_shows_even_where_nothing_proves_it() -> None:
    facts = FACTS.replace(", source: 示例年报2021", "")
    one = result("{of: growth, series: tea}", facts, value="10%")
    assert (one.actual, one.met) == (Fraction(1, 5), None)


def test_values_in_percent_meet_goals_in_percent() -> None:
    facts = (
        "series: [{id: pass, name: 示例合格率, values: [{at: 2025, value: 97.5, source: 示例}]}]"
    )
    one = result("{of: value, series: pass}", facts, value=">= 97%")
    assert (one.actual, one.met) == (Fraction(975, 1000), True)
    assert why(one) == "97.5%: ≥ 97% is reached"


def steady(*values: tuple[str, str], name: str = "tea") -> str:
    listed = ", ".join(f"{{at: {at}, value: {value}, source: 示例}}" for at, value in values)
    return f"  - {{id: {name}, name: 示例{name}产值, values: [{listed}]}}\n"


def growing(*series: str) -> str:
    return "series:\n" + "".join(series)


def test_a_growth_says_from_which_period_to_which_it_is_measured() -> None:
    facts = growing(steady(("2020", "100"), ("2025", "112")))
    one = result("{of: growth, series: tea}", facts, value="10%")
    assert why(one) == "12.0% altogether 2020→2025: ≥ 10% is reached"
    (span,) = one.measured.spans
    assert (span.series, str(span.since), str(span.until), span.annual, span.months) == (
        "tea", "2020", "2025", False, 60
    )  # fmt: skip


def test_series_of_different_periods_name_each() -> None:
    facts = growing(
        steady(("2020", "100"), ("2025", "110")),
        steady(("2021", "100"), ("2025", "110"), name="oil"),
    )
    one = result("{of: growth, series: [tea, oil]}", facts, value="10%")
    assert why(one).startswith("10.0% altogether (示例tea产值 2020→2025, 示例oil产值 2021→2025): ")


@pytest.mark.parametrize(
    ("before", "after", "rate"),
    [
        (("2022", "1000"), ("2025", "1520.875"), Fraction(15, 100)),
        (("2022", "100"), ("2025", "100"), Fraction(0)),
        (("2022", "100"), ("2025", "0"), Fraction(-1)),
        (("2022", "100"), ("2024", "81"), Fraction(-1, 10)),
        (("2022-06", "100"), ("2023-12", "133.1"), Fraction(21, 100)),
        (("2022-06-15", "100"), ("2023-06-15", "110"), Fraction(1, 10)),
    ],
)
def test_a_rate_a_year_is_compound_and_exact_where_it_comes_out_even(
    before: tuple[str, str], after: tuple[str, str], rate: Fraction
) -> None:
    facts = growing(steady(before, after))
    one = result("{of: growth, series: tea, annual: true}", facts, value="1%")
    assert one.actual == rate
    assert all(span.annual for span in one.measured.spans)


def test_a_rate_a_year_that_does_not_come_out_even_is_near_the_root() -> None:
    facts = growing(steady(("2020", "100"), ("2025", "112")))
    one = result("{of: growth, series: tea, annual: true}", facts, value="10%")
    assert one.actual is not None
    assert abs((1 + one.actual) ** 5 - Fraction(112, 100)) < Fraction(1, 10**10)
    assert why(one) == "2.3% a year 2020→2025: ≥ 10% is not reached"


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (("2022-06", "1"), ("2022-12", "2"), "a rate a year needs values at least a year apart"),
        (("2022", "1"), ("2024", "-2"), "a fall below zero has no rate a year"),
    ],
)
def test_what_has_no_rate_a_year(
    before: tuple[str, str], after: tuple[str, str], reason: str
) -> None:
    facts = growing(steady(before, after))
    one = result("{of: growth, series: tea, annual: true}", facts, value="1%")
    assert (one.met, why(one)) == (None, f"示例tea产值: {reason}")


def test_a_sum_of_series_over_different_years_has_no_rate_a_year() -> None:
    tea = steady(("2020", "100"), ("2025", "200"))
    asked = "{of: growth, series: [tea, oil], combine: total, annual: true}"
    alike = growing(tea, steady(("2020", "100"), ("2025", "200"), name="oil"))
    assert result(asked, alike, value="1%").met is True
    apart = growing(tea, steady(("2021", "100"), ("2025", "200"), name="oil"))
    one = result(asked, apart, value="1%")
    assert (one.actual, one.met) == (None, None)
    assert "different numbers of years" in why(one)


@pytest.mark.parametrize(
    ("title", "until", "annual", "met"),
    [
        ("效益年均增长10%以上", "2025", "", None),
        ("效益每年增长10%以上", "2025", "", None),
        ("效益年平均增长10%以上", "2025", "", None),
        ("效益增长10%以上", "2025", "", True),
        ("效益年均增长10%以上", "2021", "", True),
        ("效益年均增长10%以上", "2025", ", annual: true", True),
    ],
)
def test_the_whole_growth_of_several_years_does_not_prove_a_growth_a_year(
    title: str, until: str, annual: str, met: bool | None
) -> None:
    facts = growing(steady(("2020", "100"), ("2021", "120"), ("2025", "200")))
    target = f"""
    - {{id: t, title: {title}, value: ">= 10%", strength: 预期, due: 2026,
       measure: {{of: growth, series: tea, until: {until}{annual}}}}}
    """
    one = results(target, facts)["t"]
    assert one.met is met
    if met is None:
        assert one.actual == Fraction(1)
        assert why(one) == (
            "100.0% altogether 2020→2025; the title asks for a growth a year, this is the whole "
            "growth of several years: write annual: true in the measure"
        )

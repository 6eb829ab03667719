"""Growth and values of series: which periods, how they are joined, what proves them."""

from datetime import date
from fractions import Fraction

import pytest

from tests.analysis.measuring import result, why

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
    assert (one.met, why(one)) == (None, f"示例茶产值: {reason}")


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

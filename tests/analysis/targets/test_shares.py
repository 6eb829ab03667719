"""Shares of what is required: cells covered, standards in force."""

from fractions import Fraction

import pytest

from tests.analysis.analysed import analysed
from tests.analysis.measuring import result, why

FACTS = """
stages: [{id: growing, name: 示例种植}, {id: making, name: 示例加工}, {id: selling, name: 示例销售}]
coverage:
  require:
    - {id: chain, each: stage}
    - {id: start, each: stage, stages: [growing]}
standards:
  - {number: GB/T 99001-2020, title: 示例一, status: 现行}
  - {number: GB/T 99002-2020, title: 示例二, status: 现行, verified: false}
  - {number: GB/T 99003-2020, title: 示例三, status: 未知}
  - {number: GB/T 99004-2010, title: 示例四, status: 废止}
systems:
  - id: crop
    name: 示例作物标准体系
    tree: [{code: "1", name: 示例}]
    entries:
      - {standard: GB/T 99001-2020, at: "1", stages: [growing]}
      - {standard: GB/T 99002-2020, at: "1", stages: [making]}
      - {standard: GB/T 99003-2020, at: "1", stages: [selling]}
      - {standard: GB/T 99004-2010, at: "1", stages: [selling]}
      - {planned: 示例标准, level: group, at: "1", stages: [selling]}
  - id: fish
    name: 示例水产标准体系
    tree: [{code: "1", name: 示例}]
    entries: [{standard: GB/T 99001-2020, at: "1", stages: [growing, making]}]
    coverage:
      exempt: [{stages: [selling], reason: 示例不涉及}]
    expected: {local: 2}
"""


def test_the_share_of_cells_is_that_of_the_coverage() -> None:
    one = result("coverage", FACTS, value="100%")
    assert one.actual == Fraction(analysed(FACTS).coverage.summary.ratio or 0).limit_denominator()
    assert one.actual == Fraction(6, 7)


@pytest.mark.parametrize(
    ("clauses", "scope", "share"),
    [
        ("chain", "", (4, 5)),
        ("start", "", (2, 2)),
        ("chain", "crop", (2, 3)),
        ("chain", "fish", (2, 2)),
    ],
)
def test_clauses_and_systems(clauses: str, scope: str, share: tuple[int, int]) -> None:
    more = f"scope: [{scope}]" if scope else ""
    one = result(f"{{of: coverage, clauses: [{clauses}]}}", FACTS, value="50%", more=more)
    assert one.actual == Fraction(*share)


def test_cells_that_rest_on_unverified_standards_are_not_sure() -> None:
    asked = "{of: coverage, clauses: [chain]}"
    one = result(asked, FACTS, value="80%", more="scope: [crop]")
    assert (one.measured.least, one.actual) == (Fraction(1, 3), Fraction(2, 3))
    assert one.measured.unverified == ("crop/making (chain)",)
    # only GB/T 99003, whose status nobody knows, could fill the last cell
    assert one.measured.uncertain == ("crop/selling (chain)",)
    assert one.met is None
    assert result(asked, FACTS, value="30%", more="scope: [crop]").met is True


def test_without_a_required_cell_there_is_no_share() -> None:
    one = result("coverage", "", value="100%")
    assert (one.actual, one.met, why(one)) == (
        None,
        None,
        "no cell of the coverage policy is required",
    )


def test_completion_is_that_of_the_statistics() -> None:
    analysis = analysed(FACTS)
    total, fish = analysis.statistics.total, analysis.statistics.systems["fish"].total
    assert result("completion", FACTS, value="50%").actual == Fraction(
        total.existing, total.required
    )
    of_fish = result("completion", FACTS, value="50%", more="scope: [fish]")
    assert of_fish.actual == Fraction(fish.existing, fish.required) == Fraction(1, 3)


def test_completion_knows_what_is_not_sure() -> None:
    one = result("completion", FACTS, value="90%", more="scope: [crop]")
    bounds = (one.measured.least, one.actual, one.measured.most)
    assert bounds == (Fraction(1, 4), Fraction(2, 4), Fraction(3, 4))
    assert one.measured.unverified == ("GB/T 99002-2020",)
    assert one.measured.uncertain == ("GB/T 99003-2020",)
    assert one.met is False


def test_nothing_required_is_no_completion() -> None:
    assert result("completion", "", value="90%").met is None

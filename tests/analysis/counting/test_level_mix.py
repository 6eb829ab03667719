"""The mix of levels against the shape that policy asks for."""

import pytest

from stdsys.analysis.counting.level_mix import JUDGED, LevelMix, Verdict, level_mixes, worse
from stdsys.numbers import Level
from tests.analysis.analysed import analysed

FIVE = (Level.NATIONAL, Level.INDUSTRY, Level.LOCAL, Level.GROUP, Level.ENTERPRISE)
YES, NO = Verdict.CONFORMS, Verdict.FAILS


@pytest.mark.parametrize(
    ("counts", "in_bases", "judged", "verdict"),
    [
        ((2, 2, 1, 1, 1), 0, (YES, YES, YES), Verdict.CONFORMS),
        ((3, 2, 1, 2, 1), 0, (YES, YES, YES), Verdict.CONFORMS),
        ((4, 2, 1, 2, 1), 0, (YES, NO, YES), Verdict.PARTLY),
        ((0, 2, 1, 2, 1), 0, (NO, YES, YES), Verdict.PARTLY),
        ((0, 2, 1, 2, 1), 1, (YES, YES, YES), Verdict.CONFORMS),
        ((0, 1, 1, 2, 1), 0, (NO, NO, NO), Verdict.FAILS),
        ((0, 0, 0, 0, 0), 5, (Verdict.UNDECIDED,) * 3, Verdict.UNDECIDED),
    ],
)
def test_each_judgement_and_the_three_together(
    counts: tuple[int, ...], in_bases: int, judged: tuple[Verdict, ...], verdict: Verdict
) -> None:
    mix = LevelMix("fruit", dict(zip(FIVE, counts, strict=True)), 0, in_bases)
    assert tuple(mix.judgements.values()) == judged
    assert tuple(mix.judgements) == JUDGED
    assert mix.verdict is verdict


def test_each_judgement_has_the_figures_that_it_compares() -> None:
    mix = LevelMix("fruit", dict(zip(FIVE, (5, 2, 1, 3, 1), strict=True)), 0, 7)
    assert tuple(mix.figures) == JUDGED
    assert mix.figures == {
        "national-leads": {"national": 5, "national_in_bases": 7},
        "industry-local-body": {"industry_local": 3, "national": 5, "group_enterprise": 4},
        "group-enterprise-supplement": {"group_enterprise": 4, "industry_local": 3},
    }


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Verdict.CONFORMS, None, Verdict.CONFORMS),
        (Verdict.CONFORMS, Verdict.PARTLY, Verdict.PARTLY),
        (Verdict.FAILS, Verdict.CONFORMS, Verdict.FAILS),
        (Verdict.UNDECIDED, Verdict.CONFORMS, Verdict.UNDECIDED),
    ],
)
def test_the_worse_of_two(one: Verdict, other: Verdict | None, expected: Verdict) -> None:
    assert worse(one, other) is expected


def test_counted_is_what_is_in_force_of_region_and_systems() -> None:
    analysis = analysed(
        """
standards:
  - {number: GB 99001-2020, title: 示例限量, status: 现行}
  - {number: NY/T 99002-2020, title: 示例种植, status: 现行}
  - {number: T/SLXH 001-2022, title: 示例分级, status: 现行}
  - {number: T/SLXH 002-2022, title: 示例旧版, withdrawn: 2024-01-01}
  - {number: unknown, id: something, title: 示例编号不详, status: 现行}
systems:
  - {id: base, name: 示例共用, shared: true, entries: [{standard: GB 99001-2020}]}
  - id: fruit
    name: 示例果体系
    uses: [base]
    entries:
      - {standard: NY/T 99002-2020}
      - {standard: T/SLXH 001-2022}
      - {standard: T/SLXH 002-2022}
      - {standard: something}
      - {planned: 示例规范, level: group}
"""
    )
    region, fruit = level_mixes(analysis.workspace, analysis.statistics)
    assert [region.existing[level] for level in FIVE] == [1, 1, 0, 1, 0]
    assert (region.system, region.total, region.undetermined) == (None, 3, 1)
    assert [fruit.existing[level] for level in FIVE] == [0, 1, 0, 1, 0]
    assert (fruit.system, fruit.national_in_bases, fruit.verdict) == ("fruit", 1, YES)

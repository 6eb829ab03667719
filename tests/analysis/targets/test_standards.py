"""Counting standards: every filter, what cannot be told, and what does not count yet."""

from datetime import date
from fractions import Fraction

import pytest

from stdsys.analysis.targets.reached import TargetState
from tests.analysis.analysed import analysed
from tests.analysis.measuring import counted, result, why

FACTS = """
stages: [{id: growing, name: 示例种植}, {id: making, name: 示例加工}]
aspects: [{id: quality, name: 示例质量}, {id: safety, name: 示例安全}]
organisations:
  - {id: guild, name: 示例协会, own: true, aliases: [示协]}
  - {id: maker, name: 示例公司, own: true}
standards:
  - {number: GB/T 99001-2020, title: 示例一, effective: 2020-06-01,
     drafting_units: [示例研究院, 示例公司]}
  - {number: NY/T 99002-2023, title: 示例二, issued: 2023-02, effective: 2023-06-01,
     drafting_units: [示协, 示例研究院]}
  - {number: DB42/T 99003-2022, title: 示例三, issued: 2022-11-01, status: 现行}
  - {number: DB4201/T 99004-2023, title: 示例四, issued: 2023-05-01, status: 现行,
     participation: 参与}
  - {number: T/SLXH 001-2022, title: 示例五, issued: 2022-12-01, status: 现行, issuer: guild}
  - {number: T/SLXH 002-2027, title: 示例六, issued: 2027-01-01, issuer: guild}
  - {number: Q/SLGS 001-2021, title: 示例七, status: 废止, issuer: maker}
  - {number: ISO 99005:2019, title: 示例八, status: 现行, participation: 主导}
  - {number: T/SLXH 009-2020, title: 示例九, status: 现行, issuer: guild}
  - {number: unknown, id: lost, title: 示例十, status: 现行}
  - {number: T/SLXH 010-2020, title: 示例十一, status: 未知, issuer: guild}
  - {number: GB/T 99006-2019, title: 示例十二, status: 现行}
systems:
  - id: crop
    name: 示例作物标准体系
    tree: [{code: "1", name: 示例}]
    entries:
      - {standard: GB/T 99001-2020, at: "1", stages: [growing], aspects: [quality]}
      - {standard: GB/T 99001-2020, at: "1", stages: [making], aspects: [safety]}
      - {standard: NY/T 99002-2023, at: "1"}
      - {standard: DB42/T 99003-2022, at: "1", stages: [making]}
      - {standard: DB4201/T 99004-2023, at: "1"}
      - {standard: T/SLXH 001-2022, at: "1"}
      - {standard: T/SLXH 002-2027, at: "1"}
      - {standard: Q/SLGS 001-2021, at: "1"}
      - {standard: ISO 99005-2019, at: "1"}
      - {standard: lost, at: "1"}
      - {standard: T/SLXH 010-2020, at: "1"}
      - {planned: 示例地方标准, id: plan, level: local, lead: guild, at: "1"}
  - id: fish
    name: 示例水产标准体系
    tree: [{code: "1", name: 示例}]
    entries: [{standard: GB/T 99001-2020, at: "1"}]
"""


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("{of: standards, levels: national}", ["GB/T 99001-2020"]),
        ("{of: standards, levels: [国家标准, 行业标准]}", ["GB/T 99001-2020", "NY/T 99002-2023"]),
        ("{of: standards, levels: local}", ["DB42/T 99003-2022", "DB4201/T 99004-2023"]),
        ("{of: standards, levels: other}", ["ISO 99005:2019"]),
        ("{of: standards, codes: DB42/T}", ["DB42/T 99003-2022"]),
        ("{of: standards, codes: local-city}", ["DB4201/T 99004-2023"]),
        ("{of: standards, codes: [国际标准]}", ["ISO 99005:2019"]),
        ("{of: standards, codes: [ISO, NY/T]}", ["ISO 99005:2019", "NY/T 99002-2023"]),
        ("{of: standards, codes: GB}", []),
        ("{of: standards, levels: local, status: 拟制定}", ["plan"]),
        ("{of: standards, levels: enterprise, status: 废止}", ["Q/SLGS 001-2021"]),
        # what own organisations have made counts wherever it stands, else only what is placed
        ("{of: standards, levels: group, origin: own}", ["T/SLXH 001-2022", "T/SLXH 009-2020"]),
        ("{of: standards, levels: group, origin: adopted}", []),
        ("{of: standards, levels: group}", ["T/SLXH 001-2022"]),
        ("{of: standards, levels: industry, participation: lead}", ["NY/T 99002-2023"]),
        ("{of: standards, levels: national, participation: lead}", []),
        ("{of: standards, levels: national, participation: 参与}", ["GB/T 99001-2020"]),
        (
            "{of: standards, levels: [local, national], participation: [主导, 参与]}",
            ["DB4201/T 99004-2023", "GB/T 99001-2020"],
        ),
        ("{of: standards, levels: local, status: planned, participation: 主导}", ["plan"]),
        ("{of: standards, levels: local, issued: 2022-06..2022}", ["DB42/T 99003-2022"]),
        (
            "{of: standards, levels: [national, industry], effective: 2020..2022}",
            ["GB/T 99001-2020"],
        ),
        ("{of: standards, stages: growing}", ["GB/T 99001-2020"]),
        ("{of: standards, stages: making}", ["DB42/T 99003-2022", "GB/T 99001-2020"]),
        # stage and aspect come from the same entry
        ("{of: standards, stages: growing, aspects: safety}", []),
        ("{of: standards, stages: making, aspects: safety}", ["GB/T 99001-2020"]),
    ],
)
def test_filters(measure: str, expected: list[str]) -> None:
    assert counted(measure, FACTS) == tuple(sorted(expected))


def test_scope_narrows_down_to_systems() -> None:
    assert counted("standards", FACTS, more="scope: [fish]") == ("GB/T 99001-2020",)


def test_without_filters_it_is_the_number_in_force_of_the_statistics() -> None:
    analysis = analysed(FACTS)
    one = result("standards", FACTS)
    assert one.actual == analysis.statistics.total.existing
    assert "ISO 99005:2019" not in one.evidence


@pytest.mark.parametrize(
    ("measure", "uncertain"),
    [
        ("{of: standards, levels: group}", ["T/SLXH 010-2020", "lost"]),
        ("{of: standards, levels: enterprise}", ["lost"]),
        ("{of: standards, codes: GB/T}", ["lost"]),
        # the year of the number is the year of issue, and may lie on either side of the bound
        ("{of: standards, levels: national, issued: 2020-06..}", ["GB/T 99001-2020", "lost"]),
        (
            "{of: standards, levels: local, effective: 2023..}",
            ["DB42/T 99003-2022", "DB4201/T 99004-2023", "lost"],
        ),
        ("{of: standards, levels: local, effective: ..2022}", ["DB42/T 99003-2022", "lost"]),
        ("{of: standards, levels: local, status: planned, issued: 2025..2028}", ["plan"]),
        ("{of: standards, levels: local, status: planned, issued: 2022..2025}", []),
    ],
)
def test_what_cannot_be_told_is_named_and_not_counted(measure: str, uncertain: list[str]) -> None:
    one = result(measure, FACTS)
    assert sorted(one.measured.uncertain) == sorted(uncertain)
    assert not set(uncertain) & set(one.measured.evidence)


def test_what_is_issued_after_the_day_does_not_count() -> None:
    asked = "{of: standards, levels: group, status: [in-force, upcoming]}"
    assert counted(asked, FACTS) == ("T/SLXH 001-2022",)
    later = result(asked, FACTS, day=date(2027, 2, 1))
    assert set(later.evidence) == {"T/SLXH 001-2022", "T/SLXH 002-2027"}


def test_a_word_that_is_no_code_proves_nothing() -> None:
    one = result("{of: standards, codes: [XYZ]}", FACTS, value="<= 3")
    assert (one.met, one.state) == (None, TargetState.NO_EVIDENCE)
    assert why(one) == "XYZ is no code of standards"


def test_laws_are_no_standards() -> None:
    facts = """
    documents: [{id: act, title: 示例法, kind: 法律}]
    systems:
      - id: crop
        name: 示例作物标准体系
        tree: [{code: "1", name: 示例}]
        entries: [{document: act, at: "1"}]
    """
    one = result("{of: standards, levels: other}", facts)
    assert why(one) == "no standard is recorded in these systems"


def test_statuses_that_are_only_presumed_count_and_are_named() -> None:
    facts = """
    systems:
      - id: crop
        name: 示例作物标准体系
        tree: [{code: "1", name: 示例}]
        entries: [{standard: GB/T 99001-2020, title: 示例, at: "1"}]
    """
    one = result("standards", facts)
    assert one.met is True
    assert one.measured.presumed == ("GB/T 99001-2020",)
    assert one.doubtful


def test_unverified_standards_count_but_prove_nothing() -> None:
    facts = """
    systems:
      - id: crop
        name: 示例作物标准体系
        tree: [{code: "1", name: 示例}]
        entries:
          - {standard: GB/T 99001-2020, title: 示例, status: 现行, at: "1"}
          - {standard: GB/T 99002-2020, title: 示例, status: 现行, verified: false, at: "1"}
    """
    assert result("standards", facts, value="1").met is True
    two = result("standards", facts, value="2")
    assert (two.actual, two.met) == (Fraction(2), None)
    assert why(two) == "2 against ≥ 2, but 1 of what is counted is unverified"
    assert result("standards", facts, value="3").met is False

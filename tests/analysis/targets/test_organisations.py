"""Counting systems, owners, organisations and adopters."""

from fractions import Fraction

import pytest

from tests.analysis.measuring import counted, result, why

FACTS = """
organisations:
  - {id: office, name: 示例主管局, kind: 部门}
  - {id: firm, name: 示例龙头公司, kind: 龙头企业, roles: [surveyed, lead-firm], source: 示例名单,
     applies: [GB/T 99001-2020]}
  - {id: mill, name: 示例加工厂, kind: 企业, roles: [surveyed], source: 示例名单,
     applies: [GB/T 99001]}
  - {id: farms, name: 示例农户, kind: 农户, members: 120, roles: [surveyed], source: 示例名单,
     applies: [T/SLXH 001-2022]}
  - {id: union, name: 示例合作社, kind: cooperative, members: 30, source: recalled,
     applies: [T/SLXH 001-2022]}
  - {id: shop, name: 示例商店, applies: [GB 7718-2011]}
  - {id: vague, name: 示例单位}
standards:
  - {number: GB/T 99001-2020, title: 示例一}
  - {number: T/SLXH 001-2022, title: 示例二}
systems:
  - id: crop
    name: 示例作物标准体系
    owner: office
    tree: [{code: "1", name: 示例}]
    entries: [{standard: GB/T 99001-2020, at: "1"}]
  - id: fish
    name: 示例水产标准体系
    owner: firm
    tree: [{code: "1", name: 示例}]
    entries: [{standard: T/SLXH 001-2022, at: "1"}]
  - id: wood
    name: 示例林业标准体系
    owner: office
    tree: [{code: "1", name: 示例}]
    entries: [{standard: T/SLXH 001-2022, at: "1"}]
  - {id: empty, name: 示例空体系, tree: [{code: "1", name: 示例}]}
  - id: base
    name: 示例共用
    shared: true
    tree: [{code: "1", name: 示例}]
    entries: [{standard: T/SLXH 001-2022, at: "1"}]
"""


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("systems", ["crop", "fish", "wood"]),
        ("{of: systems, kinds: 部门}", ["crop", "wood"]),
        ("owners", ["firm", "office"]),
        ("{of: owners, kinds: enterprise}", ["firm"]),
        ("organisations", ["farms", "firm", "mill", "office", "shop", "union", "vague"]),
        ("{of: organisations, kinds: 企业}", ["firm", "mill"]),
        ("{of: organisations, kinds: 龙头企业}", ["firm"]),
        ("{of: organisations, kinds: [合作社, household]}", ["farms", "union"]),
        ("{of: organisations, roles: surveyed}", ["farms", "firm", "mill"]),
        ("{of: organisations, roles: [lead-firm], kinds: 农户}", []),
        # GB 7718-2011 is no standard of this workspace
        ("adopters", ["farms", "firm", "mill", "union"]),
        ("{of: adopters, kinds: [企业, 农户]}", ["farms", "firm", "mill"]),
    ],
)
def test_filters(measure: str, expected: list[str]) -> None:
    assert counted(measure, FACTS) == tuple(expected)


@pytest.mark.parametrize(
    ("measure", "scope", "expected"),
    [
        ("systems", "crop", ["crop"]),
        ("owners", "crop, wood", ["office"]),
        ("adopters", "crop", ["firm", "mill"]),
        ("organisations", "fish", ["farms", "firm", "union"]),
    ],
)
def test_scope(measure: str, scope: str, expected: list[str]) -> None:
    assert counted(measure, FACTS, more=f"scope: [{scope}]") == tuple(expected)


def test_members_are_summed_up_and_what_is_recalled_proves_nothing() -> None:
    asked = "{of: adopters, kinds: [农户, 合作社]}"
    one = result(asked, FACTS, value="150")
    assert (one.actual, one.measured.least) == (Fraction(150), Fraction(120))
    assert one.met is None
    assert result(asked, FACTS, value="120").met is True
    assert result(asked, FACTS, value="151").met is False


@pytest.mark.parametrize("measure", ["organisations", "adopters"])
def test_organisations_without_a_source_are_counted_but_prove_nothing(measure: str) -> None:
    asked = f"{{of: {measure}, kinds: 农户}}"
    facts = FACTS.replace(", source: 示例名单", "")
    one = result(asked, facts, value="120", more="unit: 家")
    assert (one.actual, one.measured.least, one.met) == (Fraction(120), Fraction(0), None)
    assert one.measured.unverified == ("farms",)
    assert why(one) == (
        "120 家 against ≥ 120 家, but 1 of the organisations counted state no source"
    )
    assert result(asked, FACTS, value="120").met is True


def test_an_organisation_without_a_kind_may_be_of_the_kind_asked_for() -> None:
    one = result("{of: organisations, kinds: 企业}", FACTS, value="4")
    assert one.measured.uncertain == ("shop", "vague")
    assert (one.actual, one.met) == (Fraction(2), None)
    assert why(one) == "2 against ≥ 4; of 2 more it cannot be told whether they count"
    assert result("{of: organisations, kinds: 企业}", FACTS, value="5").met is False


def test_a_system_without_an_owner_may_be_a_further_ones() -> None:
    facts = FACTS.replace("    owner: firm\n", "")
    one = result("owners", facts, value="2")
    assert (one.actual, one.measured.most, one.met) == (Fraction(1), Fraction(2), None)
    assert one.measured.uncertain == ("fish",)


def test_a_standard_not_yet_issued_cannot_have_been_applied() -> None:
    facts = """
    organisations: [{id: firm, name: 示例公司, applies: [T/SLXH 001-2027]}]
    standards: [{number: T/SLXH 001-2027, title: 示例, issued: 2027-01-01}]
    """
    one = result("adopters", facts, value="1")
    assert (one.actual, one.met) == (Fraction(0), False)


@pytest.mark.parametrize(
    ("measure", "reason"),
    [
        ("systems", "no system is recorded"),
        ("owners", "no system is recorded"),
        ("organisations", "no organisation is recorded"),
        ("adopters", "no organisation says which standards it applies (applies:)"),
    ],
)
def test_nothing_recorded_is_no_evidence(measure: str, reason: str) -> None:
    one = result(measure, "")
    assert (one.actual, one.met, why(one)) == (None, None, reason)

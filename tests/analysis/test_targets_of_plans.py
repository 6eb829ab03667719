"""Every number of two real plans, and of other regions', as targets of an invented region."""

from collections.abc import Iterable
from fractions import Fraction

import pytest

from stdsys.analysis.targets.reached import TargetResult, TargetState
from tests.analysis.measuring import results

STAGES = ("breeding", "growing", "making", "storing", "moving", "selling", "serving")
SYSTEMS = ("a", "b", "c", "d", "e", "f")


def lines(items: Iterable[str]) -> str:
    return "".join(f"  - {item}\n" for item in items)


def organisations() -> str:
    counties = (f"{{id: county-{s}, name: 示例{s}县政府, kind: 政府}}" for s in SYSTEMS)
    firms = (
        f"{{id: firm-{n}, name: 示例公司{n}, kind: 企业, own: true, roles: [surveyed],"
        " source: 示例名单,"
        " applies: [DB42/T 99001-2023]}"
        for n in range(20)
    )
    rest = (
        "{id: farms, name: 示例农户, kind: 农户, members: 170, roles: [surveyed], source: 示例名单,"
        " applies: [T/SLXH 001-2023]}",
        "{id: unions, name: 示例合作社, kind: 合作社, members: 15, roles: [surveyed],"
        " source: 示例名单}",
        "{id: guild, name: 示例协会, kind: 协会, own: true}",
        "{id: office, name: 示例市局, kind: 部门, own: true}",
    )
    return "organisations:\n" + lines((*counties, *firms, *rest))


def standards() -> str:
    made = "status: 现行, issued: 2023-03"
    local = (
        f"{{number: DB42/T {99001 + n}-2023, title: 示例地方{n}, {made}, drafting_units: 示例市局}}"
        for n in range(6)
    )
    group = (
        f"{{number: T/SLXH {n:03d}-2023, title: 示例团体{n}, {made}, issuer: guild}}"
        for n in range(1, 41)
    )
    enterprise = (
        f"{{number: Q/SLGS {n:03d}-2023, title: 示例企业{n}, {made}, issuer: firm-0}}"
        for n in range(1, 31)
    )
    joined = (
        *(
            f"{{number: 'ISO 9900{n}:2023', title: 示例国际{n}, {made}, participation: 参与}}"
            for n in range(5)
        ),
        f"{{number: GB/T 99501-2023, title: 示例国家, {made}, "
        "drafting_units: [示例院, 示例公司0]}",
        f"{{number: NY/T 99502-2023, title: 示例行业, {made}, drafting_units: [示例公司1]}}",
        "{number: GB/T 99503-2019, title: 示例采用, status: 现行}",
    )
    return "standards:\n" + lines((*local, *group, *enterprise, *joined))


def systems() -> str:
    text, every = "systems:\n", ", ".join(STAGES)
    for number, key in enumerate(SYSTEMS):
        text += (
            f"  - id: {key}\n    name: 示例{key}标准体系\n    owner: county-{key}\n"
            "    tree: [{code: '1', name: 示例}]\n    entries:\n"
            f"      - {{standard: DB42/T {99001 + number}-2023, at: '1', stages: [{every}]}}\n"
        )
    return text + (
        "      - {planned: 示例拟制定国家标准, id: plan, level: national, at: '1', lead: firm-0}\n"
    )


REGION = (
    "stages:\n"
    + lines(f"{{id: {stage}, name: 示例{stage}}}" for stage in STAGES)
    + "coverage: {require: [{id: chain, each: stage}]}\n"
    + organisations()
    + standards()
    + systems()
    + """
series:
  - {id: fruit, name: 示例果产值, values: [{at: 2021, value: 100, source: 示例年报},
     {at: 2023, value: 108, source: 示例年报}]}
  - {id: tea, name: 示例茶产值, values: [{at: 2021, value: 100, source: 示例年报},
     {at: 2023, value: 114, source: 示例年报}]}
  - {id: firm-0, name: 示例公司0营业收入, values: [{at: 2021, value: 200, source: 示例年报},
     {at: 2023, value: 230, source: 示例年报}]}
  - {id: firm-1, name: 示例公司1营业收入, values: [{at: 2021, value: 100, source: 示例年报},
     {at: 2023, value: 112, source: 示例年报}]}
"""
)

PLANS = """
- {id: mean-growth, title: 部分重点产品经济效益平均增长10%以上,
   value: ">= 10%", strength: 预期, due: 2023,
   measure: {of: 增长率, series: [fruit, tea], combine: 平均, since: 2021, until: 2023}}
- {id: firm-growth, title: 龙头企业经济效益增长15%以上, value: ">= 15%", strength: 预期, due: 2023,
   measure: {of: 增长率, series: [firm-0, firm-1], combine: 每一个}}
- {id: counties, title: 一县一品一标准体系, value: 6, strength: 力争, due: 2023,
   measure: {of: 责任单位数, kinds: 政府}}
- {id: systems, title: 建立6大标准体系, measure: 体系数, value: 6, strength: 确保, due: 2023}
- {id: adopters, title: 推广运用到不少于200家企业及农户,
   value: ">= 200", strength: 不少于, due: 2023,
   measure: {of: 推广家数, kinds: [企业, 农户]}}
- {id: applied-for, title: 力争申报制定1项国家标准或者行业标准, value: 1, strength: 力争, due: 2023,
   measure: {of: 标准数, levels: [国家标准, 行业标准], participation: 主导,
    status: [拟制定, 制定中]}}
- {id: local, title: 确保制定不少于6项地方标准, value: ">= 6", strength: 确保, due: 2023,
   measure: {of: 标准数, levels: 地方标准, issued: 2022-06..2023, participation: [主导, 参与]}}
- {id: group-enterprise, title: 70项团体标准与企业标准, value: 70, strength: 确保, due: 2023,
   measure: {of: 标准数, levels: [团体标准, 企业标准], origin: 自制}}
- {id: surveyed, title: 调研不少于200家, value: ">= 200", strength: 不少于, due: 2023,
   measure: {of: 单位数, kinds: [企业, 合作社, 农户], roles: surveyed}}
- {id: chain, title: 力争实现标准全覆盖, value: 100%, strength: 力争, due: 2023,
   measure: {of: 环节覆盖率, clauses: chain}}
- {id: part-international, title: 参与国际标准制定不少于5项,
   value: ">= 5", strength: 不少于, due: 2026,
   measure: {of: 标准数, codes: 国际标准, participation: [主导, 参与]}}
- {id: part-national, title: 参与国家标准制定, value: 1, strength: 预期, due: 2026,
   measure: {of: 标准数, levels: 国家标准, participation: [主导, 参与]}}
- {id: part-industry, title: 参与行业标准制定, value: 1, strength: 预期, due: 2026,
   measure: {of: 标准数, levels: 行业标准, participation: [主导, 参与]}}
- {id: part-local, title: 主导或参与地方标准不少于20项, value: ">= 20", strength: 不少于, due: 2027,
   measure: {of: 标准数, levels: 地方标准, participation: [主导, 参与]}}
- {id: part-group, title: 参与团体标准制定, value: 40, strength: 预期, due: 2026,
   measure: {of: 标准数, levels: 团体标准, participation: [主导, 参与]}}
- {id: thousand, title: 国家标准和行业标准累计1000项, value: 1000, strength: 预期, due: 2025,
   measure: {of: 标准数, levels: [国家标准, 行业标准], participation: [主导, 参与]}}
- {id: completion, title: 标准体系完成率达到85%,
   value: 85%, strength: 力争, due: 2026, measure: 体系完成率}
- {id: logistics, title: 社会物流总费用占地区生产总值的比率降至14%以下,
   value: "< 14%", strength: 预期,
   due: 2025, measure: 人工填报, actual: 13.8, evidence: 佐证/统计公报.pdf}
- {id: parks, title: 建成标准化园区12个,
   value: 12, unit: 个, strength: 预期, due: 2025, measure: 人工填报,
   actual: 12}
"""


@pytest.fixture(scope="module")
def found() -> dict[str, TargetResult]:
    return results(PLANS, REGION)


@pytest.mark.parametrize(
    ("key", "actual", "state"),
    [
        ("mean-growth", Fraction(11, 100), "met"),
        ("firm-growth", Fraction(12, 100), "missed"),
        ("counties", 6, "met"),
        ("systems", 6, "met"),
        ("adopters", 190, "missed"),
        ("applied-for", 1, "met"),
        ("local", 6, "met"),
        ("group-enterprise", 70, "met"),
        ("surveyed", 205, "met"),
        ("chain", 1, "met"),
        ("part-international", 5, "met"),
        ("part-national", 1, "met"),
        ("part-industry", 1, "met"),
        ("part-local", 6, "not-yet"),
        ("part-group", 40, "met"),
        ("thousand", 2, "missed"),
        ("completion", Fraction(6, 7), "met"),
        ("logistics", Fraction(138, 1000), "met"),
        ("parks", 12, "no-evidence"),
    ],
)
def test_plan(found: dict[str, TargetResult], key: str, actual: Fraction | int, state: str) -> None:
    one = found[key]
    assert (one.actual, one.state) == (actual, TargetState(state))
    assert one.evidence or one.met is not True

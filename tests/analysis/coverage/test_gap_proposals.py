"""The levels proposed for gaps, what exists above, and what is to be minded."""

import pytest

from stdsys.analysis.coverage.gap_proposals import GapProposal
from stdsys.messages import translator
from stdsys.numbers import Level
from tests.analysis.analysed import analysed

REGION = """
    workspace: {{format: 1, name: sample, region: {{name: 示例市, code: "{region}"}}}}
    stages: [{{id: grow, name: 种植}}, {{id: make, name: 加工}}]
    aspects:
      - {{id: quality, name: 质量, category: 产品}}
      - {{id: safety, name: 卫生, category: 安全、卫生、环保}}
    organisations:
      - {{id: unit, name: 示例单位, kind: {kind}{unit_region}}}
    coverage:
      require: [{{id: chain, each: stage, {clause}}}]
    systems:
      - id: base
        name: 示例共用
        shared: true
        entries: [{base}]
      - id: crop
        name: 示例体系
        owner: unit
        uses: [base]
        entries: [{own}]
"""


def proposals(
    clause: str = "at_least: 1",
    *,
    kind: str = "department",
    region: str = "999900",
    unit_region: str = "",
    base: str = "",
    own: str = "{standard: T/SLXH 001-2020, stages: [make]}",
) -> tuple[GapProposal, ...]:
    stated = f', region: "{unit_region}"' if unit_region else ""
    text = REGION.format(
        clause=clause, kind=kind, region=region, unit_region=stated, base=base, own=own
    )
    return analysed(text).gap_proposals


def words(proposal: GapProposal) -> str:
    return translator("en")(proposal.reason)


def test_only_gaps_have_a_proposal() -> None:
    planned = "{planned: 示例, stages: [grow]}, {standard: GB/T 99001-2020, stages: [make]}"
    assert proposals(own=planned) == ()
    obsolete = "{standard: GB/T 99001-2020, status: 废止}"
    assert [p.cell.axes for p in proposals(own=obsolete)] == [{"stage": "grow"}, {"stage": "make"}]
    [gap] = proposals()
    assert gap.cell.axes == {"stage": "grow"}


@pytest.mark.parametrize(
    ("kind", "unit_region", "level", "article"),
    [
        ("enterprise", "", Level.ENTERPRISE, "art. 19"),
        ("龙头企业", "999921", Level.ENTERPRISE, "art. 19"),
        ("协会", "", Level.GROUP, "art. 18"),
        ("government", "999921", Level.GROUP, "or the county applies to the city for a local"),
        ("government", "999900", Level.LOCAL, "with the province's approval (标准化法 art. 13)"),
        ("department", "", Level.LOCAL, "a city may issue"),
        ("department", "990000", Level.LOCAL, "a province may issue"),
        ("cooperative", "某地", None, "to be decided"),
    ],
)
def test_the_level_is_one_that_the_unit_may_set(
    kind: str, unit_region: str, level: Level | None, article: str
) -> None:
    [gap] = proposals(kind=kind, unit_region=unit_region)
    assert gap.level is level
    assert article in words(gap)


@pytest.mark.parametrize("region", ["990000", "999921", "某地"])
def test_a_county_applies_to_the_city_only_where_the_workspace_is_a_citys(region: str) -> None:
    [gap] = proposals(kind="government", region=region, unit_region="999921")
    assert gap.level is Level.GROUP
    assert words(gap).endswith("an association may set a group standard")


@pytest.mark.parametrize(
    ("levels", "region", "level", "said"),
    [
        ("[national]", "999900", Level.NATIONAL, "this level only; only the state issues it"),
        ("[industry]", "999900", Level.INDUSTRY, "departments of the State Council"),
        ("[local]", "999921", Level.LOCAL, "applies to the city or province"),
        ("[local]", "999900", Level.LOCAL, "with the province's approval"),
        ("[local]", "990000", Level.LOCAL, "a province may issue it"),
        ("[local]", "某地", Level.LOCAL, "cities with the province's approval"),
        ("[national, local, group]", "999900", Level.GROUP, "the lowest is proposed; an assoc"),
        ("[enterprise]", "999900", Level.ENTERPRISE, "an enterprise may set it"),
    ],
)
def test_a_clause_that_names_levels_decides(
    levels: str, region: str, level: Level, said: str
) -> None:
    gap = proposals(f"levels: {levels}", region=region, own="")[0]
    assert gap.level is level
    assert said in words(gap)


class TestAbove:
    def named(self, gap: GapProposal) -> list[str]:
        return [edition.key for edition in gap.above]

    def test_higher_levels_of_the_same_stage_in_the_bases_are_named_mandatory_first(self) -> None:
        base = (
            "{standard: NY/T 9901-2020, stages: [grow]},"
            "{standard: GB/T 99001-2020, stages: [grow]},"
            "{standard: GB 99002-2020, stages: [grow]},"
            "{standard: GB/T 99003-2020, stages: [grow]},"
            "{standard: GB/T 99004-2020, stages: [make]}, {standard: GB/T 99005-2020},"
            "{standard: T/SLXH 002-2020, stages: [grow]},"
            "{standard: GB/T 99006-2020, status: 废止, stages: [grow]}"
        )
        [gap] = proposals(base=base)
        assert self.named(gap) == ["GB 99002-2020", "GB/T 99001-2020", "GB/T 99003-2020"]
        assert gap.above_count == 4

    def test_local_standards_stand_above_a_group_standard_only(self) -> None:
        base = "{standard: DB42/T 99001-2020, stages: [grow]}"
        [city] = proposals(base=base)
        [county] = proposals(base=base, unit_region="999921")
        assert (self.named(city), self.named(county)) == ([], ["DB42/T 99001-2020"])

    def test_stage_and_aspect_come_from_one_entry(self) -> None:
        clause = "aspects: [safety]"
        apart = "{standard: GB/T 99001-2020, stages: [grow]}"
        both = "{standard: GB/T 99002-2020, stages: [grow], aspects: [safety]}"
        other = "{standard: GB/T 99001-2020, aspects: [safety]}"
        gap = proposals(clause, base=f"{apart}, {both}", own=other)[0]
        assert gap.cell.axes == {"stage": "grow"}
        assert self.named(gap) == ["GB/T 99002-2020"]

    def test_a_family_counts_once(self) -> None:
        base = "{standard: GB/T 99001-2020, stages: [grow]}, {standard: GB/T 99001, stages: [grow]}"
        [gap] = proposals(base=base)
        assert (self.named(gap), gap.above_count) == (["GB/T 99001-2020"], 1)

    def test_a_clause_without_axes_asks_for_the_whole_system(self) -> None:
        text = """
            coverage: {require: [{id: any, levels: [group]}]}
            systems: [{id: crop, name: 示例, entries: [{standard: GB/T 99001-2020}]}]
        """
        [gap] = analysed(text).gap_proposals
        assert self.named(gap) == ["GB/T 99001-2020"]


def test_unknown_statuses_and_safety_are_to_be_minded() -> None:
    unknown = "{standard: T/SLXH 001-2020, status: 未知, stages: [grow], aspects: [safety]}"
    of_stage = proposals(own=unknown)[0]
    assert (of_stage.unknown, of_stage.safety) == (1, False)
    assert proposals("aspects: [safety]", own=unknown)[0].safety
    by_aspect = REGION.replace("each: stage", "each: [stage, aspect]").format(
        clause="at_least: 1", kind="department", region="999900", unit_region="", base="", own=""
    )
    found = analysed(by_aspect).gap_proposals
    assert [gap.safety for gap in found] == [False, True, False, True]

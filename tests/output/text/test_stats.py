"""The counts as people read them, against the counts themselves."""

import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Language, translator
from stdsys.output.tables.table import Kind
from stdsys.output.text.breakdowns import Breakdown, breakdown
from stdsys.output.text.stats import StatsText
from tests.output.sample_region import DAY, analysis
from tests.workspaces import workspace


def lines(
    by: Breakdown | None = None,
    of: Analysis | None = None,
    language: Language = Language.EN,
) -> list[str]:
    return list(StatsText(of or analysis(), translator(language)).lines(by))


def rows_after(text: list[str], beginning: str, count: int) -> list[list[str]]:
    start = next(i for i, line in enumerate(text) if line.startswith(beginning))
    return [line.split() for line in text[start + 1 : start + 1 + count]]


def test_the_head_says_the_headline_and_what_is_not_in_it() -> None:
    assert lines()[1:4] == [
        "as of 2026-06-01; 1 of them presumed or unverified",
        "required: 5, existing: 2, existing ÷ required (%): 40.0",
        "besides, not counted: 0 that will replace one in force, 1 withdrawn or replaced",
    ]


def test_both_blocks_of_s1_have_the_same_total() -> None:
    totals = [line.split()[-3:] for line in lines() if "Total " in line and "by " in line]
    assert totals == [["5", "2", "40.0"], ["5", "2", "40.0"]]


def test_what_stands_beside_the_table_is_printed_beneath() -> None:
    text = lines()
    assert "5 summed over systems, 5 distinct" in text
    assert "besides 5 gaps in the coverage for which nothing is listed yet" in text


def test_s2_twice_with_the_totals_of_s1() -> None:
    text = lines()
    totals = [line.split() for line in text if line.startswith("Grand total")]
    assert [line[-1] for line in totals] == ["2", "5"]
    assert rows_after(text, "System  ", 1) == [["示例共用", "1", "0", "0", "0", "0", "1"]]


def test_s2_of_a_single_system_has_a_line_a_subsystem() -> None:
    one = Analysis(
        workspace(
            """
            workspace: {format: 1, name: one}
            systems:
              - id: tea
                name: 示例茶
                tree: [{code: "1", name: 基础}, {code: "2", name: 加工}]
                entries: [{standard: GB/T 99001-2020, at: "2"}]
            """
        ),
        DAY,
    )
    assert rows_after(lines(of=one), "Subsystem", 2) == [
        ["基础", "0", "0", "0", "0", "0", "0"],
        ["加工", "1", "0", "0", "0", "0", "1"],
    ]


@pytest.mark.parametrize(
    ("by", "first", "row"),
    [
        (Breakdown.LEVEL, "Level", ["national", "standard", "3", "2", "66.7"]),
        (Breakdown.STATUS, "Status", ["in", "force", "2"]),
        (Breakdown.STAGE, "stage", ["种植", "1", "1", "100.0"]),
        (Breakdown.ASPECT, "aspect", ["质量", "2", "1", "50.0"]),
        (Breakdown.KIND, "kind", ["技术标准", "0", "0", "—"]),
        (Breakdown.SUBSYSTEM, "System", ["示例共用", "1", "通用", "1", "1", "100.0"]),
    ],
)
def test_one_breakdown(by: Breakdown, first: str, row: list[str]) -> None:
    assert rows_after(lines(by), first, 1) == [row]


@pytest.mark.parametrize("by", [Breakdown.STAGE, Breakdown.ASPECT, Breakdown.KIND])
def test_overlapping_lines_say_so_and_have_no_sum(by: Breakdown) -> None:
    text = lines(by)
    assert text[-1].startswith("lines overlap")
    assert not any(line.startswith(("Total", "Grand total")) for line in text)


def test_breakdowns_are_those_of_the_statistics() -> None:
    counts = analysis().statistics
    for by, tallies in (
        (Breakdown.STAGE, counts.by_stage),
        (Breakdown.SUBSYSTEM, counts.by_subsystem),
    ):
        table = breakdown(analysis(), by)
        required = [column.key for column in table.columns].index("required")
        assert [row[required] for row in table.rows] == [t.required for t in tallies.values()]
    status = breakdown(analysis(), Breakdown.STATUS)
    assert status.columns[1].kind is Kind.COUNT
    assert status.rows[-1][1] == sum(counts.by_status.values())


def test_chinese_heads_are_those_of_the_tables() -> None:
    text = lines(language=Language.ZH)
    assert any(line.split()[-3:] == ["应有数", "现有数", "现有数÷应有数（%）"] for line in text)
    assert "各体系合计 5 项，去重后 5 项" in "".join(text)


def test_the_id_of_a_system_may_hold_a_slash() -> None:
    slashed = Analysis(
        workspace(
            """
            workspace: {format: 1, name: slashed}
            systems:
              - id: tea/2026
                name: 示例茶
                tree: [{code: "1/a", name: 基础}]
                entries: [{standard: GB/T 99001-2020, at: 1/a}, {standard: GB/T 99002-2020}]
            """
        ),
        DAY,
    )
    assert rows_after(lines(Breakdown.SUBSYSTEM, slashed), "System", 2) == [
        ["示例茶", "1/a", "基础", "1", "1", "100.0"],
        ["示例茶", "at", "no", "subsystem", "1", "1", "100.0"],
    ]

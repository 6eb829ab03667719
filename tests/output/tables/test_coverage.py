import pytest

from stdsys.analysis.coverage.gap_proposals import proposed_level
from stdsys.numbers import Level
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.table import Table, Tone, Word
from stdsys.output.tables.workbooks import coverage_workbook
from tests.output.region_of_tables import REGION, ZH, region, sheet_of

SAY = Renderer(ZH)


def table_of(key: str, text: str = REGION) -> Table:
    return sheet_of(coverage_workbook(region(text)[0]), key).tables[0]


def said(table: Table) -> list[list[object]]:
    return [[SAY(cell) for cell in row] for row in table.rows]


def test_the_matrix_shows_the_worst_state_as_word_and_colour() -> None:
    table = table_of("matrix-stage")
    assert [SAY.text(one.title) for one in table.columns] == [
        "体系",
        "种植",
        "生产加工",
        "销售流通",
    ]
    assert said(table) == [
        ["示例茶业标准体系", "已覆盖", "空白", "不适用"],
        ["示例果业标准体系", "已覆盖", "空白", "已覆盖"],
    ]
    tones = [cell.tone for cell in table.rows[0] if isinstance(cell, Word)]
    assert tones == [Tone.GOOD, Tone.BAD, Tone.NEUTRAL]


def test_the_note_says_whether_shared_standards_count() -> None:
    text = REGION.replace("each: stage}", "each: stage, shared: true}")
    notes = [SAY.text(note) for note in table_of("matrix-stage", text).notes]
    assert "各环节都有标准：共用标准计入。" in notes
    assert "加工环节有团体标准：共用标准不计入。" in notes


def test_every_axis_of_the_requirements_has_a_matrix() -> None:
    text = REGION.replace("coverage:\n  require:\n", _WITH_ASPECTS)
    keys = [sheet.key for sheet in coverage_workbook(region(text)[0]).sheets]
    assert keys == ["matrix-stage", "matrix-aspect", "gaps", "cells"]
    empty = table_of("matrix-stage", text).rows
    assert len(empty) == 2


_WITH_ASPECTS = "coverage:\n  require:\n    - {id: sides, each: aspect, aspects: [method]}\n"


def test_the_summary_stands_in_the_second_line() -> None:
    sheet = sheet_of(coverage_workbook(region()[0]), "gaps")
    assert SAY.second_line(sheet) == (
        "统计截止日期：2026-11-22；其中按推定或未核实 1 项；应覆盖 7 格，其中已覆盖 4 格、"
        "即将覆盖 0 格、已列计划 0 格、仅有失效标准 0 格、空白 3 格；另有不适用 1 格"
    )


def test_gaps_name_level_reason_and_unit() -> None:
    table = table_of("gaps")
    assert [SAY.text(one.title) for one in table.columns] == [
        *("序号", "体系", "环节", "覆盖要求", "覆盖状态", "缺项数", "现有情况"),
        *("宜定级别", "宜定级别的理由", "责任单位"),
    ]
    assert [(row[1], row[3], row[7], row[9]) for row in said(table)] == [
        ("示例茶业标准体系", "加工环节有团体标准", "团体标准", "示例县人民政府"),
        ("示例果业标准体系", "各环节都有标准", "地方标准", "示例市农业局"),
        ("示例果业标准体系", "加工环节有团体标准", "团体标准", "示例市农业局"),
    ]


def test_every_cell_tells_what_is_counted_in_it() -> None:
    rows = said(table_of("cells"))
    assert len(rows) == len(region()[0].coverage.cells) == 8
    assert rows[2][1:] == [
        *("示例茶业标准体系", "销售流通", "各环节都有标准", "不适用", 1, 0, 0, 1, 0, 0),
        *(None, "示例销售规范", "示例理由"),
    ]


@pytest.mark.parametrize(
    ("owner", "level"),
    [
        ('{id: bureau, name: 示例单位, kind: enterprise, region: "999921"}', Level.ENTERPRISE),
        ("{id: bureau, name: 示例单位, kind: 协会}", Level.GROUP),
        ('{id: bureau, name: 示例单位, kind: government, region: "999921"}', Level.GROUP),
        ('{id: bureau, name: 示例单位, kind: government, region: "999900"}', Level.LOCAL),
        ('{id: bureau, name: 示例单位, kind: government, region: "990000"}', Level.LOCAL),
        ("{id: bureau, name: 示例单位}", Level.LOCAL),
        ("{id: bureau, name: 示例单位, region: 某地}", None),
    ],
)
def test_the_level_proposed_is_one_the_unit_may_set(owner: str, level: Level | None) -> None:
    stated = '{id: bureau, name: 示例市农业局, kind: department, region: "999900"}'
    analysis, _report = region(REGION.replace(stated, owner))
    cell = next(
        c for c in analysis.coverage.cells if c.system == "fruit" and c.clause.id == "chain"
    )
    proposed, reason = proposed_level(cell, analysis.workspace)
    assert proposed is level
    assert SAY.text(reason)


def test_of_several_admitted_levels_the_lowest_is_proposed() -> None:
    analysis, _report = region()
    cell = next(c for c in analysis.coverage.cells if c.clause.id == "groups")
    assert proposed_level(cell, analysis.workspace)[0] is Level.GROUP


def test_a_stage_may_have_any_id() -> None:
    analysis, _report = region(REGION.replace("planting", "system"))
    table = sheet_of(coverage_workbook(analysis), "matrix-stage").tables[0]
    keys = [one.key for one in table.columns]
    assert keys == ["system", "stage:system", "stage:processing", "stage:sales"]


def test_without_a_policy_there_is_no_matrix_and_nothing_to_list() -> None:
    head, tail = REGION.split("coverage:\n  require:\n")
    text = head + tail[tail.index("organisations:") :]
    workbook = coverage_workbook(region(text)[0])
    assert [sheet.key for sheet in workbook.sheets] == ["gaps", "cells"]
    assert not workbook.sheets[0].tables[0].rows

"""Workbooks as consultants make them: every row's outcome, every draft, written down by hand."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from stdsys.intake.drafts import Intake, SystemDraft, Value
from stdsys.intake.refused import IntakeError
from stdsys.intake.understanding import read_workbook
from stdsys.messages import Language, translator
from tests.intake.workbooks import (
    BOTH_WAYS,
    FOUR_STYLES,
    MIXED,
    ONE_CELL,
    TWO_ROW_HEADER,
    Made,
    Row,
    write,
)

SAY = translator(Language.EN)


def read(folder: Path, *sheets: Made) -> Intake:
    return read_workbook([write(folder / "示例.xlsx", *sheets)])


def facts(intake: Intake) -> dict[str | None, Mapping[str, Value]]:
    return {draft.number: draft.facts for draft in intake.standards}


def places(system: SystemDraft) -> list[tuple[str, str | None]]:
    return [(entry.key.partition("-")[0], entry.node) for entry in system.entries]


def remarks(intake: Intake) -> list[tuple[str, int, str]]:
    return [(one.where.sheet, one.where.row, SAY(one.message)) for one in intake.remarks]


@pytest.mark.parametrize(
    "sheets",
    [[TWO_ROW_HEADER], FOUR_STYLES, [MIXED], [ONE_CELL], [BOTH_WAYS]],
    ids=["two-row header", "four styles", "mixed", "one cell", "both ways"],
)
def test_every_row_of_the_five_workbooks_comes_out_as_written(
    sheets: Sequence[Made], tmp_path: Path
) -> None:
    intake = read(tmp_path, *sheets)
    found = [(row.where.sheet, row.where.row, row.outcome) for row in intake.rows]
    assert found == [
        (made.name, number, outcome)
        for made in sheets
        for number, outcome in enumerate(made.outcomes, 1)
    ]


def test_a_heading_of_two_rows_with_merged_cells(tmp_path: Path) -> None:
    intake = read(tmp_path, TWO_ROW_HEADER)
    (table,) = intake.tables
    assert table.header_row == 5
    assert {column.header: column.field for column in table.columns} == {
        "序号": "ordinal",
        "体系编号": "code",
        "标准编号": "number",
        "标准名称": "title",
        "发布日期": "issued",
        "实施日期": "effective",
        "采用国际标准程度及编号": "adopts",
        "宜定级别": "level",
        "备注": "remarks",
    }
    assert facts(intake) == {
        "GB/T 99001-2016": {
            "title": "示例茶 术语",
            "issued": "2016-02-24",
            "effective": "2016-09-01",
        },
        "GB/T 99002.1-2013": {
            "title": "示例茶分类 第1部分：青茶",
            "issued": "2013-07-19",
            "effective": "2013-12-06",
            "adopts": ({"number": "ISO 99003:2011", "degree": "MOD"},),
        },
        "GB 99004-2011": {
            "title": "示例食品标签通则",
            "issued": "2011-04",
            "effective": "2012-04-20",
        },
        "DB42/T 99005-2020": {
            "title": "示例青茶加工技术规程",
            "issued": "2020-12-01",
            "effective": "2021-01-01",
        },
    }
    assert [draft.original for draft in intake.standards] == [
        "GB/T 99001—2016",
        "GB／T 99002.1－2013",
        None,
        None,
    ]
    (system,) = intake.systems
    assert system.name == intake.title == "示例市青茶标准体系"
    assert [(node.code, node.name, node.parent) for node in system.nodes] == [
        ("1", "通用基础标准", None),
        ("1.1", "术语与分类", "1"),
        ("1.2", "标志标签", "1"),
        ("2", "生产加工标准", None),
    ]
    assert [entry.node for entry in system.entries] == ["1.1", "1.1", "1.2", "2", "2"]
    assert [entry.fields.get("code") for entry in system.entries] == [
        "1.1-001",
        "1.1-002",
        "1.2-001",
        "2-001",
        "2-002",
    ]
    assert system.entries[1].fields["notes"] == "需复审"
    assert [(p.title, p.facts) for p in intake.planned] == [
        ("示例青茶茶园改造技术规范", {"level": "团体标准"})
    ]
    assert not intake.remarks


def test_four_sheets_with_headings_of_four_styles(tmp_path: Path) -> None:
    intake = read(tmp_path, *FOUR_STYLES)
    assert [(t.sheet, t.header_row) for t in intake.tables] == [
        ("青茶", 1),
        ("莲藕", 2),
        ("油茶", 1),
        ("法律法规", 1),
    ]
    assert [system.name for system in intake.systems] == ["青茶", "莲藕", "油茶"]
    tea, lotus, oil = intake.systems
    assert [(node.code, node.name) for node in lotus.nodes] == [
        ("101", "产地环境"),
        ("102", "种植"),
    ]
    assert [entry.node for entry in lotus.entries] == ["101", "101", "102", "102"]
    assert [entry.node for entry in tea.entries] == [None] * 3
    known = facts(intake)
    assert known["GB/T 99010-2018"]["custodian"] == "示例茶叶标准化技术委员会"
    assert "custodian" not in known["DB42/T 99005-2020"]
    assert known["NY/T 99021-2010"]["status"] == "废止"
    assert known["DB42/T 99022-2019"] == {
        "title": "示例莲藕采收规范",
        "status": "现行",
        "adopts": ({"number": "CXS 99023-2005", "degree": "NEQ"},),
    }
    assert known["LY/T 99030-2017"]["replaces"] == ("LY/T 99030-2004",)
    assert known["LY/T 99031-2020"]["title"] == "示例油茶栽培"
    assert known["LY/T 99032-2020"]["title"] == "示例油茶采收"
    assert intake.stages == {"stage-1": "种植", "stage-2": "采收"}
    assert [entry.fields.get("stages") for entry in oil.entries] == [
        ("stage-1",),
        ("stage-1", "stage-2"),
        ("stage-1", "stage-2"),
        None,
    ]
    assert oil.entries[0].fields["notes"] == "原表“查询人意见”：核对过"
    assert [(draft.title, dict(draft.facts)) for draft in intake.documents] == [
        (
            "中华人民共和国标准化法",
            {
                "kind": "法律",
                "reference": "主席令第78号",
                "issuer": "全国人大常委会",
                "effective": "2018-01-01",
            },
        ),
        (
            "示例省茶产业促进条例",
            {"kind": "法规", "issuer": "示例省人大常委会", "effective": "2022-05-01"},
        ),
        (
            "关于开展示例试点的通知",
            {"kind": "政策", "reference": "示商函〔2021〕132号", "issuer": "示例省商务厅"},
        ),
    ]
    (row,) = intake.not_understood
    assert (row.where.sheet, row.where.row) == ("油茶", 4)
    assert SAY(row.reason) == "LY 99O33 2020 is no standard number"


def test_what_contradicts_or_is_dirty_is_kept_in_the_notes_and_said(tmp_path: Path) -> None:
    intake = read(tmp_path, *FOUR_STYLES)
    assert remarks(intake) == [
        ("油茶", 5, "2021-13-40 under 发布时间 is no date; kept in the notes"),
        ("油茶", 5, "TC 339 under 代替标准 is no standard number; kept in the notes"),
        (
            "油茶",
            5,
            "国家标准 under 级别 disagrees with the number LY/T 99034-2021; kept in the notes",
        ),
    ]
    assert facts(intake)["LY/T 99034-2021"] == {"title": "示例油茶籽油"}
    assert intake.systems[2].entries[-1].fields["notes"] == (
        "原表“发布时间”：2021-13-40；原表“代替标准”：TC 339；原表“级别”：国家标准"
    )


def test_existing_and_planned_mixed_with_subtotals(tmp_path: Path) -> None:
    intake = read(tmp_path, MIXED)
    assert facts(intake) == {
        "GB/T 99040-2019": {"title": "示例竹编术语", "status": "现行"},
        "GB/T 99041-2008": {"title": "示例竹席", "status": "修订中"},
    }
    assert {draft.title: draft.facts for draft in intake.planned} == {
        "示例竹编分类": {
            "level": "团体标准",
            "urgency": "急需",
            "workflow": "拟制定",
            "due": "2025-12",
            "lead": "示例县竹编协会",
        },
        "示例竹篮": {
            "level": "团体标准",
            "urgency": "较急",
            "workflow": "起草",
            "due": "2026",
            "lead": "示例县竹编协会、示例县商务局",
        },
        "示例竹扇": {"level": "企业标准", "urgency": "一般", "workflow": "拟制定"},
    }
    (system,) = intake.systems
    assert system.name == "示例县竹编标准体系"
    assert [(node.code, node.name) for node in system.nodes] == [
        ("1", "基础标准"),
        ("2", "产品标准"),
    ]
    assert [entry.node for entry in system.entries] == ["1", "1", "2", "2", "2"]
    notes = [entry.fields.get("notes") for entry in system.entries]
    assert notes[2] == "原表“标准编号”：T/XXXX 003-202X"
    assert notes[4] == "原表“完成期限”：待定"


def test_number_and_title_in_one_cell_on_either_side(tmp_path: Path) -> None:
    intake = read(tmp_path, ONE_CELL)
    assert facts(intake) == {
        "GB/T 99050-2015": {
            "title": "示例糕点通则",
            "effective": "2016-01-01",
            "status": "现行",
        },
        "GB/T 99051-2016": {
            "title": "示例糕点检验方法",
            "effective": "2017-01",
            "status": "现行",
        },
        "GB 99052-2013": {
            "title": "示例饮用水标准",
            "status": "现行",
            "replaces": ("GB 99052-2006",),
        },
        "SB/T 99053-2009": {"title": "示例麻花", "effective": "2010-05-01", "status": "现行"},
    }
    assert [draft.title for draft in intake.planned] == ["示例麻花生产规范"]
    assert [system.name for system in intake.systems] == ["示例市麻花标准体系"]


def test_replacements_that_are_stated_both_ways(tmp_path: Path) -> None:
    intake = read(tmp_path, BOTH_WAYS)
    known = facts(intake)
    assert known["GB/T 99060-2018"]["replaces"] == ("GB/T 99060-2008", "GB/T 99062-2009")
    assert known["GB/T 99060-2018"]["adopts"] == ({"number": "ISO 99061:2016", "degree": "IDT"},)
    assert known["GB/T 99060-2008"]["replaced_by"] == ("GB/T 99060-2018",)
    assert known["GB/T 99063-2002"]["status"] == "废止"
    assert known["GB/T 99063-2002"]["adopts"] == ({"number": "ISO 99064:1998", "degree": "EQV"},)
    assert known["GB/T 99065-2013"]["replaces"] == (
        {"number": "GB/T 99065.1-2002", "scope": "部分"},
    )
    assert "replaces" not in known["GB/T 99066-2005"]
    assert known["GB/T 99066-2005"]["replaced_by"] == ("GB/T 99066-2020",)
    assert [(row, text) for _sheet, row, text in remarks(intake)] == [
        (5, "TC 339 under 代替该标准的标准 is no standard number; kept in the notes"),
        (
            6,
            "GB/T 99066-2020 under 被代替标准号或作废 cannot be, its year against "
            "GB/T 99066-2005; read the other way",
        ),
    ]


def test_a_standard_in_two_files_is_one_draft_and_contradictions_are_said(tmp_path: Path) -> None:
    first = write(
        tmp_path / "甲.xlsx",
        Made(
            "甲体系",
            [
                ("H", ["标准号", "标准名称", "实施日期"]),
                ("I", ["GB/T 99001-2016", "示例甲", "2016"]),
            ],
        ),
    )
    second = write(
        tmp_path / "乙.xlsx",
        Made(
            "乙体系",
            [
                ("H", ["标准号", "标准名称", "实施日期", "备注"]),
                ("I", ["GB／T 99001-2016", "示例乙", "2016-09-01", "见乙"]),
            ],
        ),
    )
    intake = read_workbook([first, second])
    assert facts(intake) == {"GB/T 99001-2016": {"title": "示例甲", "effective": "2016-09-01"}}
    assert intake.standards[0].original == "GB／T 99001-2016"
    assert [len(system.entries) for system in intake.systems] == [1, 1]
    assert remarks(intake) == [
        (
            "乙体系",
            2,
            "GB/T 99001-2016: title is 示例乙 here, 示例甲 in row 2 of 甲体系; the first is kept",
        )
    ]


def test_a_standard_at_two_nodes_of_a_system_is_one_entry_that_names_both(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("H", ["子体系名称", "标准号", "标准名称"]),
        ("I", ["基础", "GB/T 99001-2016", "示例"]),
        ("I", ["产品/青茶", "GB/T 99001-2016", "示例"]),
    ]
    (system,) = read(tmp_path, Made("示例体系", rows)).systems
    (entry,) = system.entries
    assert (entry.node, entry.fields) == ("1", {"see_also": ("2.1",)})
    assert [(n.code, n.name, n.parent) for n in system.nodes] == [
        ("1", "基础", None),
        ("2", "产品", None),
        ("2.1", "青茶", "2"),
    ]


def test_a_mapping_names_the_field_of_a_column_that_nobody_knows(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("H", ["标准号", "标准名称", "谁来管"]),
        ("I", ["GB/T 99001-2016", "示例", "示例委员会"]),
    ]
    path = write(tmp_path / "示例.xlsx", Made("示例", rows))
    intake = read_workbook([path], mapping={"谁来管": "custodian"})
    assert facts(intake)["GB/T 99001-2016"]["custodian"] == "示例委员会"
    own = tmp_path / "words.tsv"
    own.write_text("word\tfield\tmatch\n谁来\tissuer\tcontains\n", encoding="utf-8")
    intake = read_workbook([path], header_words=own)
    assert facts(intake)["GB/T 99001-2016"]["issuer"] == "示例委员会"


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        (
            {"谁来管": "custodan"},
            "there is no field custodan; did you mean custodian (custodian body)? known",
        ),
        (
            {"谁管": "custodian"},
            "no table has a column 谁管; columns that nobody knows: 谁来管",
        ),
    ],
)
def test_a_mapping_that_fits_nothing_is_refused(
    mapping: dict[str, str], sentence: str, tmp_path: Path
) -> None:
    rows: list[Row] = [
        ("H", ["标准号", "标准名称", "谁来管"]),
        ("I", ["GB/T 99001-2016", "示例", "示例委员会"]),
    ]
    path = write(tmp_path / "示例.xlsx", Made("示例", rows))
    with pytest.raises(IntakeError) as refused:
        read_workbook([path], mapping=mapping)
    assert SAY(refused.value.message).startswith(sentence)


def test_sections_over_repeated_headings_are_groups_and_a_new_title_is_a_new_system(
    tmp_path: Path,
) -> None:
    rows: list[Row] = [
        ("N", ["附表1"]),
        ("h", ["一、国家标准"]),
        ("H", ["序号", "标准名称", "标准号"]),
        ("I", [1, "示例甲", "GB/T 99001-2016"]),
        ("B", []),
        ("h", ["二、行业标准"]),
        ("H", ["序号", "标准名称", "标准号"]),
        ("I", [1, "示例乙", "NY/T 99001-2016"]),
        ("N", ["三、示例县青茶标准体系明细表"]),
        ("H", ["序号", "标准名称", "标准号", "实施日期"]),
        ("I", [1, "示例丙", "NY/T 99002-2016", "2016"]),
    ]
    made = Made("示例体系", rows)
    intake = read(tmp_path, made)
    assert [row.outcome for row in intake.rows] == made.outcomes
    first, second = intake.systems
    assert [node.name for node in first.nodes] == ["国家标准", "行业标准"]
    assert [entry.node for entry in first.entries] == ["1", "2"]
    assert (second.name, len(second.entries)) == ("示例县青茶标准体系", 1)


def test_a_list_without_any_heading(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("I", [1, "GB/T 99001-2016", "示例术语"]),
        ("I", [2, "GB/T 99003-2016", "示例符号"]),
    ]
    intake = read(tmp_path, Made("示例体系", rows))
    assert [row.outcome for row in intake.rows] == Made("", rows).outcomes
    assert facts(intake)["GB/T 99003-2016"] == {"title": "示例符号"}
    assert [dict(entry.fields) for entry in intake.systems[0].entries] == [{}, {}]


def test_a_sheet_without_standards_is_accounted_for(tmp_path: Path) -> None:
    rows: list[Row] = [("N", ["示例说明"]), ("B", []), ("N", ["国家标准", 12, 10])]
    intake = read(tmp_path, Made("统计", rows), MIXED)
    assert [row.outcome for row in intake.rows][:3] == Made("", rows).outcomes
    assert [table.sheet for table in intake.tables] == ["Sheet1"]


def test_indentation_makes_subsystems_of_headings_without_numbers(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("H", ["序号", "标准名称", "标准号"]),
        ("h", ["基础"]),
        ("h", ["　　术语"]),
        ("I", [1, "示例甲", "GB/T 99001-2016"]),
        ("h", ["产品"]),
        ("I", [2, "示例乙", "GB/T 99002-2016"]),
    ]
    made = Made("示例体系", rows)
    intake = read(tmp_path, made)
    assert [row.outcome for row in intake.rows] == made.outcomes
    (system,) = intake.systems
    assert [(n.code, n.name, n.parent) for n in system.nodes] == [
        ("1", "基础", None),
        ("1.1", "术语", "1"),
        ("2", "产品", None),
    ]
    assert [entry.node for entry in system.entries] == ["1.1", "2"]


def test_merged_cells_in_the_body_hold_for_all_their_rows(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("H", ["子体系名称", "标准号", "标准名称", "归口部门"]),
        ("I", ["基础", "GB/T 99001-2016", "示例甲", "示例委员会"]),
        ("I", [None, "GB/T 99002-2016", "示例乙", None]),
        ("I", ["产品", "GB/T 99003-2016", "示例丙", None]),
    ]
    intake = read(tmp_path, Made("示例体系", rows, ["A2:A3", "D2:D4"]))
    assert [entry.node for entry in intake.systems[0].entries] == ["1", "1", "2"]
    assert {draft.facts["custodian"] for draft in intake.standards} == {"示例委员会"}

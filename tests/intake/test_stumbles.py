"""Tables as consultants make them that were once read wrongly; all standards are invented."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from stdsys.intake.cells_numbers import read_number_cell, revision_in_title
from stdsys.intake.drafts import Intake, RowOutcome
from stdsys.intake.sheet_names import system_in
from stdsys.intake.understanding import read_workbook
from stdsys.messages import Language, translator

SAY = translator(Language.EN)


def read(tmp_path: Path, text: str) -> Intake:
    path = tmp_path / "示例.csv"
    path.write_text(text, encoding="utf-8")
    return read_workbook([path])


def titles(intake: Intake) -> dict[str | None, object]:
    return {draft.number: draft.facts.get("title") for draft in intake.standards}


def fields(intake: Intake) -> list[str | None]:
    return [column.field for table in intake.tables for column in table.columns]


def notes(intake: Intake) -> str:
    entries = (entry for system in intake.systems for entry in system.entries)
    return "\n".join(str(entry.fields.get("notes", "")) for entry in entries)


def remarks(intake: Intake) -> str:
    return "\n".join(SAY(remark.message) for remark in intake.remarks)


def test_tables_beside_each_other_have_their_own_titles_and_groups(tmp_path: Path) -> None:
    intake = read(
        tmp_path,
        "序号,标准编号,标准名称,,序号,标准编号,标准名称\n"
        "一,基础标准,,,一,方法标准,\n"
        "1,GB/T 99001-2020,示例甲,,1,GB/T 99002-2020,示例乙\n"
        ",,,,2,GB/T 99003-2020,示例丙\n"
        "2,GB/T 99004-2020,示例丁,,,,\n",
    )
    assert titles(intake) == {
        "GB/T 99001-2020": "示例甲",
        "GB/T 99002-2020": "示例乙",
        "GB/T 99003-2020": "示例丙",
        "GB/T 99004-2020": "示例丁",
    }
    assert len(intake.tables) == 2
    (system,) = intake.systems
    names = {node.code: node.name for node in system.nodes}
    assert {e.key: names.get(e.node or "") for e in system.entries} == {
        "GB/T 99001-2020": "基础标准",
        "GB/T 99002-2020": "方法标准",
        "GB/T 99003-2020": "方法标准",
        "GB/T 99004-2020": "基础标准",
    }
    assert [row.outcome for row in intake.rows] == [
        RowOutcome.HEADER,
        RowOutcome.HEADING,
        *[RowOutcome.IMPORTED] * 3,
    ]


def test_bare_headings_repeat_beside_each_other_too(tmp_path: Path) -> None:
    intake = read(tmp_path, "编号,名称,编号,名称\nGB/T 99001-2020,示例甲,GB/T 99002-2020,示例乙\n")
    assert titles(intake) == {"GB/T 99001-2020": "示例甲", "GB/T 99002-2020": "示例乙"}


def test_a_title_that_stands_twice_is_kept_and_said(tmp_path: Path) -> None:
    intake = read(tmp_path, "标准编号,标准名称,标准名称\nGB/T 99001-2020,示例甲,示例乙\n")
    assert titles(intake) == {"GB/T 99001-2020": "示例甲"}
    assert "示例乙 under 标准名称 is the second value" in remarks(intake)


def test_a_guessed_title_is_the_column_of_words_and_is_said(tmp_path: Path) -> None:
    intake = read(tmp_path, "代号,叫什么,啥时候发,怎样\nGB/T 99001-2020,示例甲,2020-01-01,现行\n")
    assert titles(intake) == {"GB/T 99001-2020": "示例甲"}
    assert fields(intake) == ["number", "title", None, None]
    assert "column 代号 is taken for the number and 叫什么 for the title" in remarks(intake)


def test_dates_alone_are_no_titles(tmp_path: Path) -> None:
    intake = read(tmp_path, "GB/T 99001-2020,2020年1月1日\nGB/T 99002-2020,2020年2月1日\n")
    assert titles(intake) == {"GB/T 99001-2020": None, "GB/T 99002-2020": None}


@pytest.mark.parametrize("word", ["停止使用", "停用", "不再执行", "停止执行", "撤销", "注销"])
def test_what_is_no_longer_used_is_withdrawn(word: str, tmp_path: Path) -> None:
    intake = read(tmp_path, f"标准编号,标准名称,状态\nGB/T 99001-2020,示例,{word}\n")
    assert intake.standards[0].facts["status"] == "废止"


def test_a_word_that_nobody_understands_leaves_the_status_unknown(tmp_path: Path) -> None:
    intake = read(
        tmp_path,
        "标准编号,标准名称,状态\nGB/T 99001-2020,示例,示例怪词\nGB/T 99002-2020,示例,"
        '"现行，2023年复审"\n',
    )
    first, second = intake.standards
    assert (first.facts["status"], second.facts["status"]) == ("未知", "现行")
    assert "示例怪词" in notes(intake)
    assert "the status is unknown" in remarks(intake)


def test_number_and_title_in_one_cell_read_as_well_as_two_columns() -> None:
    confirmed = read_number_cell("SB/T 99206-2013（2020） 示例流通规范")
    assert confirmed.title == "示例流通规范"
    assert confirmed.numbers[0].number.reaffirmed == 2020
    adopting = read_number_cell("GB/T 99211-1999(eqv ISO 99211:1990) 示例 检验")
    assert (adopting.title, adopting.numbers[0].number.adopts) == ("示例 检验", "ISO 99211:1990")
    parts = read_number_cell("GB/T 99207.1～3-2014 示例机械")
    assert parts.title == "示例机械"
    assert [str(one.number) for one in parts.numbers] == [
        f"GB/T 99207.{part}-2014" for part in (1, 2, 3)
    ]


def test_a_plan_number_is_split_off_its_title(tmp_path: Path) -> None:
    intake = read(tmp_path, "标准号及名称,现状\n20231234-T-326 示例包装,在研\n")
    (plan,) = intake.planned
    assert (plan.title, plan.facts["workflow"]) == ("示例包装", "起草")
    assert notes(intake) == "计划号：20231234-T-326"


@pytest.mark.parametrize(
    "text",
    [
        "示例取样（修订GB/T 99104-2019）",
        "示例取样（拟修订 GB/T 99104-2019）",
        "示例取样（GB/T 99104-2019修订）",
        "修订GB/T 99104-2019《示例取样》",
    ],
)
def test_a_title_names_what_it_revises(text: str) -> None:
    found = revision_in_title(text)
    assert found is not None
    assert (found.title, found.numbers, found.plans) == ("示例取样", "GB/T 99104-2019", True)


def test_a_planned_revision_is_a_plan_that_replaces(tmp_path: Path) -> None:
    intake = read(
        tmp_path,
        "标准编号,标准名称,制/修订,完成时间,牵头单位,紧急程度\n"
        ",示例取样（修订GB/T 99104-2019）,修订,2028年6月,示例院,急需\n"
        "GB/T 99105-2019,示例分级,修订,2028年7月,示例院,急需\n"
        ",示例追溯,制定,2028年8月,示例院,一般\n",
    )
    assert intake.standards == ()
    assert {plan.title: plan.facts.get("replaces") for plan in intake.planned} == {
        "示例取样": ("GB/T 99104-2019",),
        "示例分级": ("GB/T 99105-2019",),
        "示例追溯": None,
    }
    first = intake.planned[0].facts
    assert (first["due"], first["lead"], first["urgency"]) == ("2028-06", "示例院", "急需")
    assert notes(intake) == "\n\n"


def test_a_standard_that_was_once_revised_stays_one(tmp_path: Path) -> None:
    intake = read(
        tmp_path,
        "标准编号,标准名称,制修订,实施日期\nGB/T 99105-2019,示例分级,修订,2019-07-01\n",
    )
    assert titles(intake) == {"GB/T 99105-2019": "示例分级"}


def test_a_formula_without_value_is_no_group_heading(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["标准编号", "标准名称", "发布日期"])
    sheet.append(['="GB/T "&"99001-2020"', "示例甲", "2020-01-01"])
    sheet.append(["GB/T 99002-2020", "示例乙", "#REF!"])
    sheet.append(['="GB/T "&"99003-2020"', "示例丙", None])
    sheet.append(["=A2", "=B2", None])
    book.save(tmp_path / "示例.xlsx")
    intake = read_workbook([tmp_path / "示例.xlsx"])
    assert [row.where.row for row in intake.not_understood] == [2, 4, 5]
    assert all("formula" in SAY(row.reason) for row in intake.not_understood)
    assert titles(intake) == {"GB/T 99002-2020": "示例乙"}
    assert "#REF! under 发布日期 is the error of a formula" in remarks(intake)


def test_a_title_with_dates_is_a_standard_of_unknown_number(tmp_path: Path) -> None:
    intake = read(tmp_path, "标准编号,标准名称,实施日期\n,示例甲,2020-01-01\n")
    assert [(d.number, d.facts["title"]) for d in intake.standards] == [(None, "示例甲")]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("编号,标准编号及名称（文号）", ["code", "number_title"]),
        ("编号,标准编号,标准名称", ["code", "number", "title"]),
        ("体系编号,编号,标准编号,标准名称", ["code", "ordinal", "number", "title"]),
    ],
)
def test_a_bare_number_column_beside_a_named_one_is_a_code(
    heading: str, expected: list[str], tmp_path: Path
) -> None:
    assert fields(read(tmp_path, f"{heading}\nA01\n")) == expected


def test_a_bare_number_column_that_counts_numbers_the_rows(tmp_path: Path) -> None:
    intake = read(tmp_path, "编号,标准编号,标准名称\n1,GB/T 99001-2020,示例甲\n")
    assert fields(intake) == ["ordinal", "number", "title"]


def test_nonsense_is_not_understood(tmp_path: Path) -> None:
    intake = read(tmp_path, "序号,标准号及名称,发布日期\nasdf,！！！,xx\n")
    assert [SAY(row.reason) for row in intake.not_understood] == [
        "there is neither a number nor a title"
    ]


def test_the_dates_of_an_amendment_are_not_the_standards(tmp_path: Path) -> None:
    intake = read(
        tmp_path,
        "标准号及名称,发布,实施\n"
        "GB/T 99208-2020/XG1-2022 示例罐头（第1号修改单）,2022-1-1,2022-7-1\n",
    )
    (draft,) = intake.standards
    assert (draft.number, draft.facts["title"]) == ("GB/T 99208-2020", "示例罐头")
    assert not draft.facts.keys() & {"issued", "effective"}
    assert "2022-7-1" in notes(intake)
    assert "the dates are those of the amendment" in remarks(intake)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("附表2 示例茶行业标准、地方标准清单", "示例茶行业标准、地方标准"),
        ("示例茶标准明细表", "示例茶"),
        ("示例茶标准体系表", "示例茶标准体系"),
        ("上下两表", "上下两表"),
    ],
)
def test_names_of_systems_are_not_cut_inside(text: str, name: str) -> None:
    assert system_in(text) == name


def test_a_title_row_is_a_note_and_ids_of_systems_skip_no_number(tmp_path: Path) -> None:
    book = Workbook()
    for name in ("示例甲体系", "法律法规", "示例乙体系"):
        sheet = book.create_sheet(name)
        if name == "法律法规":
            sheet.append(["法律法规名称", "文号"])
            sheet.append(["示例管理办法", "示例令第1号"])
            continue
        sheet.append([f"{name}明细表"])
        sheet.append(["标准编号", "标准名称"])
        sheet.append([f"GB/T 99001-202{len(book.sheetnames)}", "示例"])
    book["示例乙体系"].sheet_state = "hidden"
    book.save(tmp_path / "示例.xlsx")
    intake = read_workbook([tmp_path / "示例.xlsx"])
    assert [(s.key, s.name) for s in intake.systems] == [
        ("system-1", "示例甲体系"),
        ("system-2", "示例乙体系"),
    ]
    assert intake.counts[RowOutcome.HEADING] == 0
    assert intake.counts[RowOutcome.NOTE] == 2
    assert intake.hidden_sheets == ("示例乙体系",)

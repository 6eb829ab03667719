"""The detail tables of the invented region, row by row."""

import pytest

from stdsys.messages import _
from stdsys.model.partial_date import PartialDate
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.table import Sheet, Table, Word, Workbook
from stdsys.output.tables.workbooks import detail_workbook
from stdsys.output.workbooks.profiles import PROFILES
from tests.output.region_of_tables import REGION, ZH, column, region, row_by, sheet_of

SAY = Renderer(ZH)

GBT13016 = [
    *("序号", "标准体系编号", "子体系名称", "标准名称", "引用标准编号", "归口部门", "缓急程度"),
    *("宜定级别", "标准状态", "发布日期", "实施日期", "核实情况", "备注"),
]


@pytest.fixture
def workbook() -> Workbook:
    return detail_workbook(*region())


def table_of(workbook: Workbook, key: str) -> Table:
    return sheet_of(workbook, key).tables[0]


def heads(table: Table) -> list[str]:
    return [SAY.text(one.title) for one in table.columns]


def names(sheets: tuple[Sheet, ...]) -> list[str]:
    return [SAY.text(sheet.name) for sheet in sheets]


def test_the_sheets_stand_in_the_order_an_official_reads(workbook: Workbook) -> None:
    assert names(workbook.sheets) == [
        *("总览", "总表", "通用基础标准", "示例茶业标准体系", "示例果业标准体系"),
        *("标准制定明细表", "标准更替提示", "已废止和被代替标准", "计量技术规范、国际标准和法规"),
        *("外部引用", "问题清单"),
    ]


def test_titles_name_unit_system_and_table(workbook: Workbook) -> None:
    total, tea = sheet_of(workbook, "total"), sheet_of(workbook, "system-tea")
    assert SAY.text(total.title) == "示例市市场监管局 示例市标准体系 标准明细表"
    assert SAY.text(tea.title) == "示例县人民政府 示例茶业标准体系 标准明细表"
    assert SAY.second_line(total) == "统计截止日期：2026-11-22；其中按推定或未核实 1 项"


def test_a_unit_with_which_the_title_begins_is_not_said_twice() -> None:
    text = REGION.replace("  unit: 示例市市场监管局\n", "")
    workbook = detail_workbook(*region(text))
    assert SAY.text(sheet_of(workbook, "total").title) == "示例市标准体系 标准明细表"


def test_the_total_has_as_many_rows_as_standards_are_required(workbook: Workbook) -> None:
    analysis, _report = region()
    table = table_of(workbook, "total")
    assert len(table.rows) == analysis.statistics.total.required == 7
    assert column(table, "ordinal") == [1, 2, 3, 4, 5, 6, 7]
    assert not table.notes


def test_what_a_system_expects_beyond_its_rows_is_said_beneath() -> None:
    text = REGION.replace(
        '    owner: bureau\n    tree: [{code: "1", name: 全部}]',
        '    expected: {enterprise: 3}\n    tree: [{code: "1", name: 全部}]',
    )
    assert text != REGION
    analysis, report = region(text)
    table = table_of(detail_workbook(analysis, report), "total")
    assert analysis.statistics.total.required == 10
    assert [SAY.text(note) for note in table.notes] == [
        "本表列 7 项；应有数为 10 项，其余为各体系预计另需制定而尚未列项的标准。"
    ]


def test_an_existing_standard(workbook: Workbook) -> None:
    row = row_by(table_of(workbook, "total"), "number", "GB/T 99001-2013")
    said = {key: SAY(cell) for key, cell in row.items() if key not in ("issued", "effective")}
    assert said == {
        "ordinal": 5,
        "code": "2-001",
        "subsystem": "加工",
        "title": "示例茶 第1部分：通则",
        "number": "GB/T 99001-2013",
        "custodian": "SAC/TC 999",
        "urgency": "—",
        "level": "国家标准",
        "status": "现行",
        "verification": "2026-10-01核实",
        "remarks": "将于2027-03-16被GB/T 99001-2025代替",
        "systems": "示例茶业标准体系",
    }
    assert row["issued"] == PartialDate(2013, 7, 19)
    assert row["effective"] == PartialDate(2013, 12, 6)


def test_planned_standards_have_urgency_and_proposed_level_and_unknown_is_blank(
    workbook: Workbook,
) -> None:
    table = table_of(workbook, "total")
    gardens = row_by(table, "title", "示例老茶园改造规范")
    assert [SAY(gardens[key]) for key in ("urgency", "level", "status", "number")] == [
        *("急需", "团体标准", "制定中", None)
    ]
    sales = row_by(table, "title", "示例销售规范")
    assert [SAY(sales[key]) for key in ("urgency", "level", "status")] == [None, None, "拟制定"]


def test_what_is_presumed_or_unverified_says_so(workbook: Workbook) -> None:
    row = row_by(table_of(workbook, "total"), "number", "NY/T 99003-2020")
    assert SAY(row["verification"]) == "未核实；状态按推定"
    assert SAY(row["systems"]) == "示例茶业标准体系、示例果业标准体系"


def test_successions_and_obsolete_entries_are_not_in_the_main_table(workbook: Workbook) -> None:
    numbers = column(table_of(workbook, "total"), "number")
    assert not {"GB/T 99002-2005", "NY/T 99005-2001", "GB 99006-2014"} & set(numbers)
    assert "示例修订" not in column(table_of(workbook, "total"), "title")


def test_a_system_shows_shared_rows_last_and_marked(workbook: Workbook) -> None:
    table = table_of(workbook, "system-tea")
    assert [SAY(cell) for cell in column(table, "origin")] == [*["本体系"] * 5, "共用"]
    assert column(table, "number")[-1] == "GB 99006-2026"
    assert [SAY.text(note) for note in table.notes] == [
        "本体系 5 项；另列共用标准 1 项，在共用体系中计数。"
    ]


def test_a_code_that_is_given_is_kept(workbook: Workbook) -> None:
    row = row_by(table_of(workbook, "system-fruit"), "number", "T/SLXH 008-2021")
    assert row["code"] == "1-009"


def test_remarks_join_what_is_coming_and_the_notes(workbook: Workbook) -> None:
    row = row_by(table_of(workbook, "system-fruit"), "number", "T/SLXH 008-2021")
    assert SAY(row["remarks"]) == "拟由《示例修订》代替；@SUM(1+1)"


def test_documents_stand_apart(workbook: Workbook) -> None:
    table = table_of(workbook, "other")
    rows = [
        [SAY(cell) for cell in row]
        for row in zip(
            column(table, "kind"), column(table, "number"), column(table, "title"), strict=True
        )
    ]
    assert rows == [
        ["技术文件", "JJF 9907-2015", "示例计量规范"],
        ["规章", "示例令第1号", "示例市茶叶管理办法"],
    ]


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("gbt13016", [*GBT13016, "所属体系"]),
        ("simple", ["序号", "标准名称", "标准编号", "归口部门", "所属体系"]),
    ],
)
def test_profiles(profile: str, expected: list[str]) -> None:
    assert heads(table_of(detail_workbook(*region(), profile), "total")) == expected


def test_the_full_profile_has_all_that_the_others_have_and_no_persons() -> None:
    full = {field.column.key for field in PROFILES["full"]}
    for profile in PROFILES.values():
        assert {field.column.key for field in profile} <= full
    table = table_of(detail_workbook(*region(), "full"), "total")
    assert not {"起草人", "发布人", "废止人"} & set(heads(table))
    row = row_by(table, "number", "GB/T 99001-2013")
    assert row["replaced-by"] == ("GB/T 99001-2025",)


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(KeyError):
        detail_workbook(*region(), "other")


def test_english_headings() -> None:
    table = table_of(detail_workbook(*region()), "total")
    assert table.columns[1].title == _("System code")


def test_status_words_have_colours(workbook: Workbook) -> None:
    for cell in column(table_of(workbook, "total"), "status"):
        assert isinstance(cell, Word)

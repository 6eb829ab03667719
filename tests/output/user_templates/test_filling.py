"""A user's own workbook, filled in: its columns, its looks, our rows."""

import time
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.formatting.rule import Rule
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Text
from stdsys.output.user_templates.filling import TemplateError, filled_template
from tests.intake.round_trip import DAY, ZH, taken_in, workspace_of
from tests.output.region_of_tables import REGION
from tests.output.template_sample import HEAD_ROW, HEADS, template
from tests.workspaces import workspace

ANALYSIS = Analysis(workspace(REGION), DAY)
ROWS = 7
"""应有数 of the region: rows of the total."""


def filled(path: Path, *, per_system: bool = False) -> Workbook:
    content = filled_template(path, ANALYSIS, ZH, per_system=per_system).content
    return load_workbook(BytesIO(content))


@pytest.fixture
def sheet(tmp_path: Path) -> Worksheet:
    return filled(template(tmp_path / "我的.xlsx"))["明细"]


def column(sheet: Worksheet, head: str, rows: int = ROWS) -> list[object]:
    index = HEADS.index(head) + 1
    return [sheet.cell(HEAD_ROW + row, index).value for row in range(1, rows + 1)]


def test_the_headings_decide_what_stands_where(sheet: Worksheet) -> None:
    assert column(sheet, "序号") == [1, 2, 3, 4, 5, 6, 7]
    assert column(sheet, "标准编号")[:2] == ["GB 99006-2026", "NY/T 99003-2020"]
    assert set(column(sheet, "标准状态")) == {"现行", "未知", "制定中", "拟制定"}
    assert column(sheet, "实施情况") == [None] * ROWS


def test_title_rows_widths_and_print_set_up_stay(sheet: Worksheet) -> None:
    assert sheet["A1"].value == "示例市标准体系明细表（2026-11-22，7项）"
    assert sheet["A2"].value == "编制单位：示例市市场监管局"
    assert (sheet["A1"].font.name, sheet.row_dimensions[1].height) == ("黑体", 40)
    assert sheet.column_dimensions["B"].width == 30
    assert (sheet.page_setup.orientation, sheet.freeze_panes) == ("landscape", "A4")
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.auto_filter.ref == f"A3:G{HEAD_ROW + ROWS}"
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center.text == "第&P页"


def test_rows_look_like_the_first_and_what_stands_below_moves(sheet: Worksheet) -> None:
    last = sheet.cell(HEAD_ROW + ROWS, 2)
    assert (last.font.name, last.border.bottom.style) == ("仿宋", "thin")
    assert sheet.row_dimensions[HEAD_ROW + 1].height == 24
    below = HEAD_ROW + ROWS + 2
    assert sheet.cell(below, 1).value == "注：示例说明。"
    assert f"A{below}:G{below}" in {str(one) for one in sheet.merged_cells.ranges}
    assert sheet.cell(below + 1, 1).value == "审核："
    assert sheet.row_dimensions[below + 1].height == 33


@pytest.mark.parametrize("prepared", [0, 1, 7, 20])
def test_however_many_rows_are_prepared(prepared: int, tmp_path: Path) -> None:
    sheet = filled(template(tmp_path / "我的.xlsx", prepared))["明细"]
    assert column(sheet, "序号") == [1, 2, 3, 4, 5, 6, 7]
    after = [sheet.cell(HEAD_ROW + ROWS + more, 1).value for more in (1, 2, 3, 4)]
    assert after == [None, "注：示例说明。", "审核：", None]
    assert not sheet.cell(HEAD_ROW + ROWS + 6, 2).border.bottom.style


def test_old_contents_give_way(tmp_path: Path) -> None:
    path = template(tmp_path / "我的.xlsx")
    book = load_workbook(path)
    for row in (4, 5):
        book["明细"].cell(row, 2).value, book["明细"].cell(row, 3).value = "旧标准", "GB 1-1990"
    book.save(path)
    sheet = filled(path)["明细"]
    assert "旧标准" not in column(sheet, "标准名称", 20)


def test_what_begins_like_a_formula_stays_text(sheet: Worksheet) -> None:
    titles = column(sheet, "标准名称")
    row = titles.index("=cmd|' /C calc'!A0") + 1
    assert sheet.cell(HEAD_ROW + row, 2).data_type == "s"
    notes = column(sheet, "备注")
    assert "@SUM(1+1)" in str(notes[row - 1])


def test_a_copy_for_each_system(tmp_path: Path) -> None:
    book = filled(template(tmp_path / "我的.xlsx"), per_system=True)
    names = ["通用基础标准", "示例茶业标准体系", "示例果业标准体系"]
    assert sorted(book.sheetnames) == sorted([*names, "_stdsys"])
    tea = book["示例茶业标准体系"]
    assert tea["A1"].value.startswith("示例茶业标准体系明细表")
    assert tea.freeze_panes == "A4"
    assert tea.print_title_rows == "$3:$3"


def test_a_sheet_named_like_a_system_gets_its_rows(tmp_path: Path) -> None:
    path = template(tmp_path / "我的.xlsx")
    book = load_workbook(path)
    book.copy_worksheet(book["明细"]).title = "示例果业标准体系"
    book.save(path)
    sheet = filled(path)["示例果业标准体系"]
    assert column(sheet, "序号", 3) == [1, 2, None]


@pytest.mark.parametrize("per_system", [False, True])
def test_it_can_be_read_back(per_system: bool, tmp_path: Path) -> None:
    path = tmp_path / "填好.xlsx"
    source = template(tmp_path / "我的.xlsx")
    path.write_bytes(filled_template(source, ANALYSIS, ZH, per_system=per_system).content)
    intake = taken_in(path)
    assert not intake.not_understood
    before = {(e.system, e.item.key, e.node and e.node.code) for e in ANALYSIS.workspace.entries()}
    after = workspace_of(intake)
    assert {(e.system, e.item.key, e.node and e.node.code) for e in after.entries()} == before


def test_same_input_same_bytes_and_the_template_is_untouched(tmp_path: Path) -> None:
    path = template(tmp_path / "我的.xlsx")
    before = path.read_bytes()
    first = filled_template(path, ANALYSIS, ZH).content
    time.sleep(1.1)
    assert filled_template(path, ANALYSIS, ZH).content == first
    assert path.read_bytes() == before


def said(path: Path) -> list[str]:
    return [ZH(remark) for remark in filled_template(path, ANALYSIS, ZH).remarks]


def test_columns_that_nobody_knows_are_named(tmp_path: Path) -> None:
    (remark,) = said(template(tmp_path / "我的.xlsx"))
    assert "实施情况" in remark


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", "标准编号,标准名称\n".encode()])
def test_what_is_no_workbook_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "我的.xlsx"
    path.write_bytes(content)
    with pytest.raises(TemplateError) as refused:
        filled_template(path, ANALYSIS, ZH)
    assert isinstance(refused.value.message, Text)


def test_a_workbook_without_headings_is_refused(tmp_path: Path) -> None:
    path = template(tmp_path / "我的.xlsx", heads=("甲", "乙"))
    with pytest.raises(TemplateError):
        filled_template(path, ANALYSIS, ZH)


def with_formulas(path: Path, prepared: int) -> Path:
    """Write a template with formulas above, below and on another sheet, names and rules."""
    template(path, prepared)
    book = load_workbook(path)
    sheet = book["明细"]
    last = HEAD_ROW + prepared
    below = last + 2
    sheet["F2"] = f"=COUNTA(C4:C{last})"
    sheet.cell(below + 2, 2, f"=COUNTA($C$4:$C${last})&C{below}")
    sheet.cell(below + 2, 3, f"=SUM(C3:C{last + 1}, A1:A2)")
    other = book.create_sheet("汇总")
    other["A1"] = f'=COUNTIF(明细!D4:D{last},"现行")&C4&"明细!D4:D5"'
    book.defined_names["编号"] = DefinedName("编号", attr_text=f"明细!$C$4:$C${last}")
    sheet.print_area = f"A1:G{below + 1}"
    choice = DataValidation(type="list", formula1='"现行,废止"')
    choice.add(f"D4:D{last}")
    sheet.add_data_validation(choice)
    rule = Rule(type="expression", formula=['$D4="废止"'], stopIfTrue=True)
    sheet.conditional_formatting.add(f"A4:G{last}", rule)
    book.save(path)
    return path


@pytest.mark.parametrize("prepared", [1, 2, 20])
def test_what_refers_to_the_sample_rows_covers_the_rows_filled_in(
    prepared: int, tmp_path: Path
) -> None:
    book = filled(with_formulas(tmp_path / "我的.xlsx", prepared))
    sheet, last = book["明细"], HEAD_ROW + ROWS
    below = last + 2
    assert sheet["F2"].value == f"=COUNTA(C4:C{last})"
    assert sheet.cell(below + 2, 2).value == f"=COUNTA($C$4:$C${last})&C{below}"
    assert sheet.cell(below + 2, 3).value == f"=SUM(C3:C{last}, A1:A2)"
    assert book["汇总"]["A1"].value == f'=COUNTIF(明细!D4:D{last},"现行")&C4&"明细!D4:D5"'
    assert book.defined_names["编号"].attr_text == f"明细!$C$4:$C${last}"
    assert sheet.print_area == f"'明细'!$A$1:$G${below + 1}"
    (choice,) = sheet.data_validations.dataValidation
    (rule,) = sheet.conditional_formatting
    assert (str(choice.sqref), str(rule.sqref)) == (f"D4:D{last}", f"A4:G{last}")


def test_a_formula_above_a_table_below_which_nothing_stands(tmp_path: Path) -> None:
    path = tmp_path / "我的.xlsx"
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "明细"
    sheet["A1"], sheet["B1"] = "=COUNTA(B4:B5)", "=COUNTA(B4:B500)"
    for index, text in enumerate(("标准名称", "标准编号"), 1):
        sheet.cell(3, index, text)
        sheet.cell(4, index, "示例")
    book.save(path)
    made = filled(path)["明细"]
    assert made["A1"].value == f"=COUNTA(B4:B{3 + ROWS})"
    assert made["B1"].value == "=COUNTA(B4:B500)"


def test_columns_of_which_the_workspace_says_nothing_are_named(tmp_path: Path) -> None:
    (remark,) = said(template(tmp_path / "我的.xlsx", heads=("标准名称", "标准编号", "类别")))
    assert "类别" in remark
    assert "标准编号" not in remark

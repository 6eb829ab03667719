"""What people type into one of the copies of an exported table; all standards are invented."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from stdsys.intake.drafts import Intake
from stdsys.messages import Language, translator
from stdsys.model.workspace import Workspace
from tests.intake.round_trip import exported, taken_in, workspace_of
from tests.workspaces import workspace

EN = translator(Language.EN)
TEA, FRUIT, TOTAL, PLANNED = "示例茶体系", "示例果体系", "总表", "标准制定明细表"
TWO_SYSTEMS = """
workspace: {name: sample, as_of: 2026-11-22}
standards:
  - {number: GB/T 99001-2020, title: 示例基础, effective: 2020-10-01, notes: 示例备注}
  - {number: GB/T 99002-2020, title: 示例方法, effective: 2020-10-01}
systems:
  - id: tea
    name: 示例茶体系
    order: 1
    tree: [{code: "1", name: 通用}, {code: "2", name: 种植}]
    entries:
      - {standard: GB/T 99001-2020, at: "1", code: "1-001"}
      - {standard: GB/T 99002-2020, at: "1", code: "1-002"}
      - {planned: 示例拟制定, id: p-1, at: "2", code: "2-001", level: 地方标准, urgency: 急需}
  - id: fruit
    name: 示例果体系
    order: 2
    tree: [{code: "1", name: 通用}]
    entries:
      - {standard: GB/T 99001-2020, at: "1", code: "1-901"}
"""


class Typed:
    """An exported workbook into which somebody types: sheet, title of the row, heading, text."""

    def __init__(self, folder: Path) -> None:
        self.path = exported(workspace(TWO_SYSTEMS), folder, "gbt13016")
        self._book = load_workbook(self.path)

    def type(self, sheet: str, title: str, head: str, text: str) -> None:
        row = next(r for r in self._rows(sheet) if title in [cell.value for cell in r])
        row[self._heads(sheet).index(head)].value = text

    def add(self, sheet: str, **cells: str) -> None:
        heads = self._heads(sheet)
        at = max(row[0].row for row in self._rows(sheet) if row[1].value) + 1
        for head, text in cells.items():
            self._book[sheet].cell(at, heads.index(head) + 1).value = text

    def read(self) -> Intake:
        self._book.save(self.path)
        return taken_in(self.path)

    def workspace(self) -> Workspace:
        return workspace_of(self.read())

    def _heads(self, sheet: str) -> list[Any]:
        return [cell.value for cell in self._book[sheet][3]]

    def _rows(self, sheet: str) -> list[Any]:
        return list(self._book[sheet].iter_rows(min_row=4))


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    return Typed(tmp_path)


@pytest.mark.parametrize("sheet", [TOTAL, TEA, FRUIT])
def test_the_copy_that_was_edited_wins(sheet: str, typed: Typed) -> None:
    typed.type(sheet, "示例基础", "标准状态", "废止")
    typed.type(sheet, "示例基础", "实施日期", "2021-01-01")
    typed.type(sheet, "示例基础", "归口部门", "示例归口部门")
    typed.type(sheet, "示例基础", "标准名称", "示例基础（改名）")
    intake = typed.read()
    assert intake.remarks == ()
    facts = workspace_of(intake).editions["GB/T 99001-2020"].facts
    assert (facts.title, facts.status) == ("示例基础（改名）", "withdrawn")
    assert (str(facts.effective), facts.custodian) == ("2021-01-01", "示例归口部门")


def test_a_cell_that_was_cleared_in_one_copy_is_gone(typed: Typed) -> None:
    typed.type(TOTAL, "示例方法", "实施日期", "")
    assert typed.workspace().editions["GB/T 99002-2020"].facts.effective is None


def test_two_copies_that_were_edited_differently_are_named(typed: Typed) -> None:
    typed.type(TOTAL, "示例方法", "标准名称", "示例方法乙")
    typed.type(TEA, "示例方法", "标准名称", "示例方法甲")
    intake = typed.read()
    (remark,) = intake.remarks
    said = EN(remark.message)
    assert "示例方法甲 on sheet 示例茶体系" in said
    assert "示例方法乙 here; the former is taken" in said
    assert workspace_of(intake).editions["GB/T 99002-2020"].title == "示例方法甲"


def test_both_copies_edited_alike_are_no_conflict(typed: Typed) -> None:
    for sheet in (TOTAL, TEA):
        typed.type(sheet, "示例方法", "标准名称", "示例方法甲")
    assert typed.read().remarks == ()


@pytest.mark.parametrize("sheet", [TOTAL, TEA, FRUIT])
def test_remarks_edited_in_one_copy_are_the_records(sheet: str, typed: Typed) -> None:
    typed.type(sheet, "示例基础", "备注", "示例新备注")
    assert typed.workspace().editions["GB/T 99001-2020"].facts.notes == "示例新备注"


@pytest.mark.parametrize("sheet", [PLANNED, TEA, TOTAL])
def test_a_renamed_planned_standard_is_the_same_one_at_its_node(sheet: str, typed: Typed) -> None:
    heads = "拟制定标准名称" if sheet == PLANNED else "标准名称"
    typed.type(sheet, "示例拟制定", heads, "示例改名指南")
    built = typed.workspace()
    assert {plan.key: plan.title for plan in built.planned.values()} == {"p-1": "示例改名指南"}
    nodes = [e.record.at for e in built.entries() if e.item.key == "p-1"]
    assert nodes == ["2"]


def test_facts_typed_into_the_sheet_of_plans_are_taken(typed: Typed) -> None:
    typed.type(PLANNED, "示例拟制定", "完成期限", "2027年6月")
    typed.type(PLANNED, "示例拟制定", "牵头单位", "示例局")
    typed.type(PLANNED, "示例拟制定", "缓急程度", "一般")
    facts = typed.workspace().planned["p-1"].facts
    assert (str(facts.due), facts.lead, facts.urgency) == ("2027-06", "示例局", "normal")


def test_a_row_added_to_the_whole_table_enters_the_system_that_it_names(typed: Typed) -> None:
    typed.add(
        TOTAL,
        标准体系编号="1-902",
        子体系名称="通用",
        标准名称="示例新标准",
        引用标准编号="GB/T 99009-2024",
        所属体系="示例果体系",
    )
    built = typed.workspace()
    entries = {entry.item.key: entry for entry in built.systems["fruit"].entries}
    assert entries["GB/T 99009-2024"].record.at == "1"
    assert "GB/T 99009-2024" not in {e.item.key for e in built.systems["tea"].entries}


def test_a_row_of_no_system_is_said(typed: Typed) -> None:
    typed.add(TOTAL, 标准名称="示例新标准", 引用标准编号="GB/T 99009-2024", 所属体系="示例别的体系")
    said = [EN(remark.message) for remark in typed.read().remarks]
    assert said == [
        "示例新标准: no system of the workbook is named 示例别的体系; it stands in none by this row"
    ]


def test_a_plan_that_was_added_has_an_id_that_is_not_its_title(typed: Typed) -> None:
    typed.add(PLANNED, 拟制定标准名称="示例新计划", 子体系名称="种植", 所属体系="示例茶体系")
    built = typed.workspace()
    (plan,) = [one for one in built.planned.values() if one.title == "示例新计划"]
    assert plan.key.startswith("planned-")
    assert [e.record.at for e in built.entries() if e.item is plan] == ["2"]


def test_another_number_is_another_standard_and_said(typed: Typed) -> None:
    for sheet in (TOTAL, TEA):
        typed.type(sheet, "示例方法", "引用标准编号", "GB/T 99002-2025")
    intake = typed.read()
    said = [EN(remark.message) for remark in intake.remarks]
    assert said[0].startswith("the number GB/T 99002-2020 was changed to GB/T 99002-2025")
    keys = workspace_of(intake).editions.keys()
    assert "GB/T 99002-2025" in keys
    assert "GB/T 99002-2020" not in keys


def test_a_status_that_nobody_understands_is_unknown(typed: Typed) -> None:
    typed.type(TEA, "示例方法", "标准状态", "示例怪词")
    intake = typed.read()
    assert any("示例怪词 is no status" in EN(remark.message) for remark in intake.remarks)
    facts = workspace_of(intake).editions["GB/T 99002-2020"].facts
    assert facts.status == "unknown"
    assert "示例怪词" in (facts.notes or "")

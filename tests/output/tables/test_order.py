"""标准制修订顺序建议: its sheets."""

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Language, translator
from stdsys.output.tables.order import order_workbook, path_sheet
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.table import Table
from tests.output.planned_region import DAY, planned_analysis
from tests.workspaces import workspace

SAY = Renderer(translator(Language.EN))


def tables() -> dict[str, Table]:
    return {table.key: table for _sheet, table in order_workbook(planned_analysis()).tables()}


def column(table: Table, key: str) -> list[object]:
    index = [one.key for one in table.columns].index(key)
    return [SAY(row[index]) for row in table.rows]


def test_the_sheets_and_what_they_rest_on() -> None:
    book = order_workbook(planned_analysis())
    assert book.stem == "标准制修订顺序建议"
    assert [sheet.key for sheet in book.sheets] == ["order", "critical-path", "proposals"]
    lines = [SAY.second_line(sheet) for sheet in book.sheets]
    assert lines[0].startswith("as of 2026-11-22; 1 of them presumed or unverified; durations not")
    assert "only proposals" in lines[2]


def test_the_order_has_a_row_a_standard() -> None:
    table = tables()["order"]
    assert column(table, "position") == [1, 2, 3, 4]
    assert column(table, "score") == [4, 0, 4, 0]
    assert column(table, "merits")[0] == "fairly urgent 2, key project 2"
    assert [str(day) for day in column(table, "finish")] == [
        "2027-11-22",
        "2027-05-22",
        "2028-11-22",
        "not before 2027-11-22",
    ]
    assert column(table, "slack") == [-387, -507, -511, None]
    assert set(column(table, "lead")) == {"示例市农业局"}
    assert column(table, "why")[2] == "after 示例术语, which it needs; by its score"


def test_path_late_ones_and_phases() -> None:
    found = tables()
    assert column(found["path"], "title") == ["示例术语", "示例种植规范"]
    assert column(found["late"], "title") == ["示例检验方法"]
    assert column(found["late"], "state") == ["late"]
    assert column(found["phases"], "late") == ["示例术语, 示例种植规范", None]


def test_proposals_name_what_exists_above() -> None:
    table = tables()["proposals"]
    assert column(table, "cell") == ["种植", "销售", "安全卫生"]
    assert set(column(table, "level")) == {"local standard"}
    assert column(table, "above")[2] == "of higher levels: GB 99003-2020"
    assert column(table, "remarks")[:2] == [None, None]


def test_what_comes_after_an_unknown_duration_begins_and_ends_not_before() -> None:
    text = """
    systems:
      - id: a
        name: 示例体系
        entries:
          - {planned: 示例甲, id: one}
          - {planned: 示例乙, id: two, needs: [one], months: 6}
    """
    path, _late, _phases = path_sheet(Analysis(workspace(text), DAY)).tables
    said = [tuple(map(SAY, row)) for row in path.rows]
    assert [(row[3], row[4]) for row in said] == [
        (DAY, None),
        ("not before 2026-11-22", "not before 2027-05-22"),
    ]

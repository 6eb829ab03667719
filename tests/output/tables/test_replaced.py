from datetime import date

import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.succession_notes import successions
from stdsys.output.tables.table import Table
from stdsys.output.tables.workbooks import detail_workbook
from tests.output.region_of_tables import REGION, ZH, column, region, row_by, sheet_of

SAY = Renderer(ZH)


def table_of(key: str, text: str = REGION) -> Table:
    return sheet_of(detail_workbook(*region(text)), key).tables[0]


def test_an_upcoming_successor_that_no_system_lists_yet() -> None:
    row = row_by(table_of("successions"), "number", "GB/T 99001-2013")
    assert [SAY(row[key]) for key in ("turn", "successor-number", "placed", "note")] == [
        *("即将被代替", "GB/T 99001-2025", "否", "将于2027-03-16被GB/T 99001-2025代替")
    ]


def test_a_planned_revision() -> None:
    row = row_by(table_of("successions"), "number", "T/SLXH 008-2021")
    assert [SAY(row[key]) for key in ("turn", "successor-number", "placed", "note")] == [
        *("拟修订", None, "是", "拟由《示例修订》代替")
    ]


def test_what_was_replaced_within_a_year() -> None:
    row = row_by(table_of("successions"), "number", "GB 99006-2014")
    assert [SAY(row[key]) for key in ("turn", "placed", "note")] == [
        *("一年内已被代替", "是", "已于2026-05-01被GB 99006-2026代替")
    ]


def test_on_the_first_day_of_the_calendar_nothing_is_news() -> None:
    analysis, _report = region()
    early = Analysis(analysis.workspace, date.min)
    assert successions(early) == ()


def test_what_was_replaced_long_ago_is_no_news() -> None:
    assert "GB/T 99002-2005" not in column(table_of("successions"), "number")


@pytest.mark.parametrize(
    ("replaces", "effective", "note"),
    [
        ("[GB/T 99001-2013]", "effective: 2027-03", "将于2027-03被GB/T 99001-2025代替"),
        ("[GB/T 99001-2013]", "status: 即将实施", "将被GB/T 99001-2025代替"),
        (
            "[{number: GB/T 99001-2013, scope: part}]",
            "effective: 2027-03-16",
            "将于2027-03-16被GB/T 99001-2025部分代替",
        ),
        (
            "[{number: GB/T 99001-2013, scope: part}]",
            "status: 即将实施",
            "将被GB/T 99001-2025部分代替",
        ),
    ],
)
def test_notes_say_when_and_how_much(replaces: str, effective: str, note: str) -> None:
    text = REGION.replace("effective: 2027-03-16", effective)
    text = text.replace("replaces: [GB/T 99001-2013]", f"replaces: {replaces}")
    row = row_by(table_of("successions", text), "number", "GB/T 99001-2013")
    assert SAY(row["note"]) == note


def test_obsolete_entries_name_the_valid_edition_and_whether_it_is_listed() -> None:
    table = table_of("obsolete")
    said = {row[4]: [SAY(cell) for cell in (row[6], row[8], row[10])] for row in table.rows}
    assert said == {
        "GB 99006-2014": ["被代替", "GB 99006-2026", "是"],
        "NY/T 99005-2001": ["废止", None, None],
        "GB/T 99002-2005": ["被代替", "GB/T 99002-2018", "否"],
    }


def test_obsolete_since_withdrawal_or_the_successors_first_day() -> None:
    table = table_of("obsolete")
    assert str(row_by(table, "number", "NY/T 99005-2001")["since"]) == "2020-06-30"
    assert str(row_by(table, "number", "GB/T 99002-2005")["since"]) == "2019-01-01"


def test_planned_standards_with_units_due_date_and_needs() -> None:
    row = row_by(table_of("planned"), "title", "示例老茶园改造规范")
    keys = ("level", "urgency", "workflow", "due", "lead", "support", "needs")
    assert [SAY(row[key]) for key in keys] == [
        *("团体标准", "急需", "起草", "2027-06", "示例茶叶协会", "示例市农业局", "NY/T 99003")
    ]


def test_the_lead_of_a_planned_standard_is_else_that_of_its_system() -> None:
    row = row_by(table_of("planned"), "title", "示例销售规范")
    assert SAY(row["lead"]) == "示例县人民政府"
    assert SAY(row["needs"]) == "示例老茶园改造规范"


def test_planned_revisions_are_standards_to_be_made_too() -> None:
    assert "示例修订" in column(table_of("planned"), "title")


def test_citations_outside_the_most_cited_first() -> None:
    table = table_of("outside")
    rows = [[SAY(cell) for cell in row] for row in table.rows]
    assert rows == [
        [1, "GB/T 99901", "国家标准", 2, "GB/T 99001-2013、NY/T 99003-2020", 1],
        [2, "GB/T 99003", "国家标准", 1, "GB/T 99001-2013", 0],
        [3, "GB/T 99902-2008", "国家标准", 1, "GB/T 99001-2013", 0],
    ]


def test_dead_documents_citations_are_not_told() -> None:
    text = REGION.replace("withdrawn: 2020-06-30", "withdrawn: 2020-06-30, cites: [GB/T 99999]")
    assert "GB/T 99999" not in column(table_of("outside", text), "number")

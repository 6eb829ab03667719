"""The plan of drafting: everything planned once, in the order of drafting."""

from stdsys.analysis.analysis import Analysis
from stdsys.output.documents.plan import plan_document, plan_table, plan_workbook
from tests.output.documents.reading import EN, reopened, texts
from tests.output.planned_region import planned_analysis
from tests.output.region_of_tables import DAY, column, region, row_by
from tests.workspaces import workspace


def test_every_planned_standard_stands_in_the_order_of_drafting() -> None:
    analysis = planned_analysis()
    expected = [step.planned.title for step in analysis.drafting_order.steps]
    assert column(plan_table(analysis), "title") == expected
    assert column(plan_table(analysis), "ordinal") == list(range(1, len(expected) + 1))


def test_a_row_says_who_when_and_what_it_takes_the_place_of() -> None:
    table = plan_table(region()[0])
    row = row_by(table, "title", "示例老茶园改造规范")
    assert EN(row["lead"]) == "示例茶叶协会"
    assert EN(row["support"]) == "示例市农业局"
    assert str(row["due"]) == "2027-06"
    assert EN(row_by(table, "title", "示例修订")["replaces"].parts) == "replaces T/SLXH 008-2021"  # type: ignore[union-attr]


def test_what_cannot_be_in_time_says_so_in_the_remarks() -> None:
    analysis = planned_analysis()
    late = {timing.step.planned.title for timing in analysis.critical_path.late}
    assert late
    table = plan_table(analysis)
    said = {
        EN(title)
        for title, remarks in zip(column(table, "title"), column(table, "remarks"), strict=True)
        if remarks is not None and "late" in map(EN, remarks.parts)  # type: ignore[union-attr]
    }
    assert said == late


def test_the_plan_is_printed_sideways_and_its_head_repeats() -> None:
    word = reopened(plan_document(planned_analysis()))
    section = word.sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    row = word.tables[0].rows[0]._tr
    assert row.xpath("w:trPr/w:tblHeader")


def test_without_plans_a_sentence_says_so() -> None:
    analysis = Analysis(workspace("workspace: {format: 1, name: e}"), DAY)
    assert "No standard is planned" in texts(plan_document(analysis))
    assert plan_workbook(analysis).sheets[0].tables[0].rows == ()

"""标准评价比较表: the tables of reviews."""

from stdsys.messages import translator
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.reviews import reviews_workbook
from stdsys.output.tables.table import Sheet, Table, Workbook
from tests.analysis.rule_runs import checked
from tests.output.reviewed_region import REGION

SAY = Renderer(translator("en"))
UNREVIEWED = REGION[: REGION.index("    reviews:")]


def workbook(text: str = REGION) -> Workbook:
    return reviews_workbook(*checked(text))


def sheet(key: str, text: str = REGION) -> Sheet:
    return next(one for one in workbook(text).sheets if one.key == key)


def rows(table: Table) -> list[dict[str, object]]:
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, map(SAY, row), strict=True)) for row in table.rows]


def test_each_kind_has_its_scores_and_what_is_behind_them() -> None:
    assert [one.key for one in workbook().sheets] == [
        "comparison",
        "comparison-remarks",
        "revision",
        "revision-remarks",
        "earlier",
    ]


def test_a_reviewed_standard_shows_its_latest_scores_in_per_cent() -> None:
    (table,) = sheet("comparison").tables
    first = rows(table)[0]
    assert first["number"] == "T/SLXH 001-2022"
    assert first["extent"] == "reviewed"
    assert [first[key] for key in ("advanced", "scientific", "well-formed", "mean")] == [
        82.3,  # 82.25, half up
        90.0,
        95.0,
        88.5,
    ]
    assert first["check-complete"] == "passed"
    assert first["conclusion"] == "stays valid"


def test_an_unscored_criterion_is_blank_and_the_mean_is_of_the_others() -> None:
    (table,) = sheet("comparison").tables
    planned = rows(table)[1]
    assert (planned["number"], planned["title"]) == (None, "示例果销售规范")
    assert (planned["extent"], planned["advanced"], planned["scientific"], planned["mean"]) == (
        "scores incomplete",
        80.0,
        None,
        80.0,
    )


def test_who_has_no_review_is_listed_with_what_the_machine_found() -> None:
    assert rows(sheet("comparison").tables[0])[2]["extent"] == "not reviewed"
    behind = rows(sheet("comparison-remarks").tables[0])[2]
    assert behind["number"] == "Q/SLGS 001-2023"
    assert behind["faults"] == (
        "Complete: no date of issue, no date of effect, no issuer, no aspect; "
        "Well-formed: the title bears 《》"
    )
    assert behind["verification"] == "not verified"


def test_revision_has_the_four_principles() -> None:
    (table,) = sheet("revision").tables
    keys = [column.key for column in table.columns]
    scores = keys[keys.index("extent") + 1 : keys.index("mean")]
    assert scores == ["advanced", "scientific", "applicable", "lawful"]
    assert [row["mean"] for row in rows(table)] == [71.3]  # 71.25, half up


def test_earlier_reviews_are_kept_in_a_table_of_their_own() -> None:
    (table,) = sheet("earlier").tables
    assert [(row["number"], row["advanced"], row["date"]) for row in rows(table)] == [
        ("T/SLXH 001-2022", 70.0, "2024-06")
    ]


def test_the_second_line_counts_and_says_how_much_is_doubtful() -> None:
    assert SAY.second_line(sheet("comparison")) == (
        "as of 2026-11-22; 1 of them presumed or unverified; "
        "3 standards: 1 reviewed, 1 with incomplete scores, 1 not reviewed"
    )


def test_without_any_review_everything_is_still_to_do() -> None:
    book = workbook(UNREVIEWED)
    assert [one.key for one in book.sheets][-1] == "revision-remarks"
    assert {row["extent"] for row in rows(book.sheets[0].tables[0])} == {"not reviewed"}
    empty = workbook("workspace: {format: 1, name: empty}")
    assert [len(one.tables[0].rows) for one in empty.sheets] == [0, 0, 0, 0]


def test_reviews_of_a_later_day_are_noted() -> None:
    text = REGION.replace("date: 2024-06", "date: 2027-06")
    (table,) = sheet("comparison", text).tables
    said = "1 reviews dated after the day are left out, of: T/SLXH 001-2022"
    assert said in map(SAY.text, table.notes)


def test_the_notes_say_what_is_listed() -> None:
    notes = [SAY.text(note) for note in sheet("comparison").tables[0].notes]
    assert notes[0].startswith("listed are the region's group and enterprise standards")
    notes = [SAY.text(note) for note in sheet("revision").tables[0].notes]
    assert notes[0].startswith("listed are the own standards under revision")


def test_what_contradicts_the_review_is_a_remark() -> None:
    text = REGION.replace(
        "      - number: T/SLXH 001-2022\n        title",
        "      - {number: GB 99001-2020, title: 示例限量, status: 现行,\n"
        "         indicators: [{id: lead, product: 示例果, limit: <= 0.2, unit: mg/kg}]}\n"
        "      - number: T/SLXH 001-2022\n"
        "        indicators: [{id: lead, product: 示例果, limit: <= 0.5, unit: mg/kg}]\n"
        "        title",
    )
    first = rows(sheet("comparison-remarks", text).tables[0])[0]
    assert first["remarks"] == (
        "check by machine and score disagree: H002; "
        "check by machine and the conclusion “stays valid” disagree: H002; =1+1"
    )


def test_a_reviewed_standard_in_no_system_is_listed_and_says_so() -> None:
    text = REGION.replace(
        '          - {standard: T/SLXH 001-2022, at: "1", aspects: [quality]}\n', ""
    )
    listed = rows(sheet("comparison-remarks", text).tables[0])
    assert [row["number"] for row in listed if row["remarks"] == "stands in no system; =1+1"] == [
        "T/SLXH 001-2022"
    ]


def test_a_waived_finding_is_named() -> None:
    text = REGION.replace(
        "issued: 2022-01-01", "issued: 2022-03-01\n        waive: [{rule: L001, reason: 示例}]"
    )
    first = rows(sheet("comparison-remarks", text).tables[0])[0]
    assert first["faults"] == "Well-formed: waived L001"

"""The compilation notes: ten parts, the numbers of the statistics, blanks for the rest."""

import pytest

from stdsys.messages import Language
from stdsys.output.documents.document import Document
from stdsys.output.documents.notes import PARTS, notes_document
from tests.output.documents.reading import headings, tables, texts
from tests.output.region_of_tables import REGION, region


@pytest.fixture(scope="module")
def notes() -> Document:
    return notes_document(*region())


def test_the_ten_parts_stand_in_order_and_the_blanks_last(notes: Document) -> None:
    first = [text for text in headings(notes, Language.ZH) if "、" in text[:3]]
    assert [text[0] for text in first] == list("一二三四五六七八九十")
    english = [text for text in headings(notes) if text.split("  ")[0].isdigit()]
    assert english == [f"{n}  {part.title.msgid}" for n, part in enumerate(PARTS, 1)]
    assert headings(notes)[-1] == "Passages to be supplied"


def test_the_numbers_are_those_of_the_statistics(notes: Document) -> None:
    analysis, _report = region()
    total = analysis.statistics.total
    said = texts(notes)
    assert f"{total.required} standards are required and {total.existing} exist: 57.1 %" in said
    s1 = tables(notes)["Statistics of standards by level and category"]
    assert s1.rows[-1][2:] == (str(total.required), str(total.existing), "57.1")
    for key, number in (("Existing", total.existing), ("Required", total.required)):
        s2 = tables(notes)[f"{key} standards by system and level"]
        assert s2.rows[-1][-1] == str(number)


def test_subsystems_count_what_stands_below_them_and_sum_up_to_the_system(notes: Document) -> None:
    analysis, _report = region()
    table = tables(notes)["Subsystems of 示例茶业标准体系"]
    rows = {row[0]: row for row in table.rows}
    assert rows["2"][2] == "2"  # GB/T 99001-2013, and NY/T 99004-2010 at 2.1
    assert rows["2.1"][2] == "1"
    total = analysis.statistics.systems["tea"].total
    assert table.rows[-1][2:4] == (str(total.required), str(total.existing))
    assert table.totals == {len(table.rows) - 1}


def test_what_is_expected_but_not_listed_is_a_line_of_its_own() -> None:
    text = REGION.replace("    owner: county\n", "    owner: county\n    expected: {group: 9}\n")
    made = notes_document(*region(text))
    table = tables(made)["Subsystems of 示例茶业标准体系"]
    assert table.rows[-2][1:4] == ("expected beyond what is listed", "8", "0")
    assert "8 more are expected and not listed yet." in texts(made)


def test_descriptions_are_written_and_missing_ones_are_blanks(notes: Document) -> None:
    assert "contents and scope of the subsystems of 示例茶业标准体系" in texts(notes)
    described = REGION.replace("name: 种植, stages", "name: 种植, description: 示例说明。, stages")
    made = notes_document(*region(described))
    table = tables(made)["Subsystems of 示例茶业标准体系"]
    assert "示例说明" in table.rows[0]
    assert "contents and scope of 2 加工, 2.1 鲜叶 of 示例茶业标准体系" in texts(made)


def test_crossings_name_shared_and_repeated_standards(notes: Document) -> None:
    assert "通用基础标准 holds 1 existing standards (1 required), shared by 示例茶业标准体系" in (
        texts(notes)
    )
    several = tables(notes)["Standards in several systems"]
    assert [row[1] for row in several.rows] == ["NY/T 99003-2020"]


def test_obsolete_standards_and_gaps_are_named(notes: Document) -> None:
    obsolete = tables(notes)["Withdrawn and replaced standards still entered"]
    assert "NY/T 99005-2001" in [row[2] for row in obsolete.rows]
    analysis, _report = region()
    gaps = tables(notes)["Coverage and gaps by stage"]
    count = sum(int(row[4]) for row in gaps.rows)
    assert count == analysis.coverage.summary.gap
    assert f"There are {count} gaps for which no standard is listed yet" in texts(notes)


def test_every_table_says_its_day(notes: Document) -> None:
    dated = [table for table in tables(notes).values() if table.caption]
    assert dated
    assert [t.caption for t in dated if not any("2026-11-22" in n for n in t.notes)] == []


def test_an_empty_workspace_has_notes_too() -> None:
    made = notes_document(*region("workspace: {name: empty}\n"))
    assert len([h for h in headings(made) if h.split("  ")[0].isdigit()]) == len(PARTS)
    assert "No standard is in force yet." in texts(made)
    assert "No standard is planned yet." in texts(made)


def test_long_lists_are_cut_and_say_so() -> None:
    entries = "".join(
        f"      - {{standard: NY/T {number}-2001, at: '1', status: 废止}}\n"
        for number in range(99101, 99141)
    )
    before = "    coverage:\n      exempt"
    made = notes_document(*region(REGION.replace(before, entries + before)))
    table = tables(made)["Withdrawn and replaced standards still entered"]
    assert len(table.rows) == 30
    assert any("the first 30 of" in note for note in table.notes)


def test_shares_of_levels_say_of_how_many_they_are(notes: Document) -> None:
    assert "whose level is known" not in texts(notes)
    odd = REGION.replace(
        "standards:\n", "standards:\n  - {number: unknown, id: odd, title: 示例, status: 现行}\n"
    ).replace("entries:\n", "entries:\n      - {standard: odd, at: '1'}\n", 1)
    analysis, _report = region(odd)
    made = notes_document(*region(odd))
    known = analysis.statistics.total.existing - 1
    assert f"shares of the {known} existing standards whose level is known; 1 of" in texts(made)
    assert any("1 in all are of undetermined level" in n for n in tables(made)[MIX].notes)
    assert not any("undetermined" in note for note in tables(notes)[MIX].notes)


MIX = "Mix of levels by system"

"""The list of contents: what can be bound, once, by system and subsystem."""

from stdsys.analysis.counting.rows import RowClass
from stdsys.model.items import PlannedStandard
from stdsys.output.documents.contents import contents_document
from stdsys.output.documents.spelling import SpelledTable, spelled
from tests.output.documents.reading import EN, headings, texts
from tests.output.region_of_tables import region


def rows() -> list[tuple[str, ...]]:
    made = contents_document(region()[0])
    blocks = [block for block in spelled(made, EN) if isinstance(block, SpelledTable)]
    return [row for table in blocks for row in table.rows]


def test_everything_that_exists_is_bound_once_and_nothing_else() -> None:
    analysis, _report = region()
    expected = {
        row.item.title
        for row in analysis.rows.region()
        if row.cls is not RowClass.O and not isinstance(row.item, PlannedStandard)
    }
    numbered = [row for row in rows() if row[0]]
    assert [row[0] for row in numbered] == [str(n) for n in range(1, len(numbered) + 1)]
    assert {row[2].removesuffix(" (status to be checked)") for row in numbered} == expected
    assert f"{len(expected)} standards and documents" in texts(contents_document(analysis))


def test_a_second_place_refers_to_the_first() -> None:
    first, second = (row for row in rows() if row[1] == "NY/T 99003-2020")
    assert first[0]
    assert second[0] == ""
    assert second[3] == f"see no. {first[0]}"


def test_pages_are_left_open() -> None:
    assert {row[3] for row in rows() if row[0]} == {""}


def test_subsystems_that_hold_something_below_have_their_heading() -> None:
    found = [text.rpartition("  ")[2] for text in headings(contents_document(region()[0]))]
    assert found.index("加工") + 1 == found.index("鲜叶")
    assert "示例果业标准体系" in found


def test_nothing_to_bind_is_said() -> None:
    made = contents_document(region("workspace: {name: empty}\n")[0])
    assert headings(made) == []
    assert "No standard is listed" in texts(made)

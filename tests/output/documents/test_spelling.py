"""Numbers of headings and tables, blanks and their list."""

from datetime import date

import pytest

from stdsys.messages import Language, _
from stdsys.output.documents.document import (
    Blank,
    Block,
    Document,
    Heading,
    Paragraph,
    Tabulated,
    paragraph,
    section,
)
from stdsys.output.documents.spelling import (
    SpelledHeading,
    SpelledParagraph,
    SpelledTable,
    chinese_number,
    spelled,
)
from stdsys.output.tables.table import Column, Table
from tests.output.documents.reading import EN, ZH, headings


def document(*blocks: Block) -> Document:
    return Document("d", "示例", _("Coverage"), (), blocks, date(2026, 11, 22))


def some_table(caption: bool = True) -> Tabulated:
    return Tabulated(
        Table("t", (Column("a", _("Title")),), (("甲",),), _("Coverage") if caption else None)
    )


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一〇〇")],
)
def test_chinese_numbers(number: int, words: str) -> None:
    assert chinese_number(number) == words


LAYERS = [Heading(layer, "题") for layer in (1, 2, 3, 4, 4, 3, 2, 1, 2)]


def test_headings_are_numbered_by_layer_in_chinese() -> None:
    assert headings(document(*LAYERS), Language.ZH) == [
        "一、题",
        "（一）题",
        "1.题",
        "（1）题",
        "（2）题",
        "2.题",
        "（二）题",
        "二、题",
        "（一）题",
    ]


def test_headings_are_numbered_by_layer_in_english() -> None:
    found = headings(document(*LAYERS))
    assert found[3:6] == ["1.1.1.1  题", "1.1.1.2  题", "1.1.2  题"]
    assert found[-2:] == ["2  题", "2.1  题"]


def test_a_fifth_layer_is_refused() -> None:
    with pytest.raises(ValueError, match="5"):
        Heading(5, "题")


def test_only_tables_with_a_caption_are_numbered() -> None:
    made = document(some_table(), some_table(caption=False), some_table())
    found = [block for block in spelled(made, EN) if isinstance(block, SpelledTable)]
    assert [table.caption for table in found] == ["Table 1 Coverage", None, "Table 2 Coverage"]


def test_blanks_stand_out_and_are_listed_at_the_end_with_their_section() -> None:
    made = document(
        Heading(1, "甲"),
        Heading(2, "乙"),
        Paragraph(("句。", Blank(_("Coverage")))),
    )
    *_rest, said, title, _how_many, listed = spelled(made, ZH)
    assert isinstance(said, SpelledParagraph)
    assert [run.blank for run in said.runs] == [False, True]
    assert isinstance(listed, SpelledTable)
    assert [row[:2] for row in listed.rows] == [("1", "一、（一）乙")]
    assert listed.rows[0][2] in said.runs[1].text
    assert isinstance(title, SpelledHeading)
    assert title.layer == 1


def test_without_blanks_there_is_no_list_of_them() -> None:
    assert len(list(spelled(document(Heading(1, "甲")), ZH))) == 1


def test_sentences_follow_each_other_as_the_language_wants() -> None:
    made = document(Paragraph(("One.", "Two.")))
    said = [next(iter(spelled(made, say))) for say in (EN, ZH)]
    joined = ["".join(run.text for run in one.runs) for one in said]  # type: ignore[union-attr]
    assert joined == ["One. Two.", "One.Two."]


def test_nothing_to_say_makes_no_paragraph_and_no_section() -> None:
    assert list(paragraph(None, "")) == []
    assert list(section(1, "题", ())) == []
    assert len(list(section(1, "题", paragraph("句。")))) == 2


def test_users_line_breaks_and_control_characters_do_not_get_into_a_paragraph() -> None:
    said = next(iter(spelled(document(Paragraph(("一\n二\x00三",))), ZH)))
    assert isinstance(said, SpelledParagraph)
    assert said.runs[0].text == "一 二\ufffd三"

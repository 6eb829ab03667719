"""Documents as Markdown: the words of the Word file, and no markup out of users' texts."""

from datetime import date

from stdsys.messages import _
from stdsys.output.documents.document import Blank, Document, Heading, Paragraph, Tabulated
from stdsys.output.documents.notes import notes_document
from stdsys.output.markdown import markdown
from stdsys.output.tables.table import Column, Kind, Table
from tests.output.documents.reading import EN, ZH, reopened
from tests.output.region_of_tables import region


def made(text: str, cell: str = "甲") -> str:
    columns = (Column("n", _("No."), Kind.COUNT), Column("t", _("Title")))
    table = Table("t", columns, ((1, cell), (2, "和")), _("Coverage"), frozenset({1}))
    blocks = (Heading(1, "题"), Paragraph((text, Blank(_("Gaps")))), Tabulated(table))
    return markdown(Document("d", "示例", _("Coverage"), (), blocks, date(2026, 11, 22)), EN)


def test_headings_paragraphs_blanks_and_tables() -> None:
    lines = made("One.").splitlines()
    assert lines[0] == "# Coverage"
    assert lines[2] == "## 1  题"
    assert lines[4] == r"One. **\[to be supplied: Gaps\]**"
    assert lines[6:12] == [
        "**Table 1 Coverage**",
        "",
        "| No. | Title |",
        "| ---: | --- |",
        "| 1 | 甲 |",
        "| **2** | **和** |",
    ]


def test_users_texts_are_no_markup() -> None:
    text = made("# <b>a</b> | [x](y)", "a|b\n*c*")
    assert r"\# \<b\>a\</b\> \| \[x\](y)" in text
    assert r"| 1 | a\|b<br>\*c\* |" in text
    for line, safe in (("1. x", r"1\. x"), ("12) x", r"12\) x"), ("- x", r"\- x"), ("1 x", "1 x")):
        assert f"\n{safe} " in made(line)


def test_the_notes_say_the_same_as_in_word() -> None:
    document = notes_document(*region())
    text = markdown(document, ZH)
    word = reopened(document)
    for heading in (one for one in word.paragraphs if (one.style and "Heading" in one.style.name)):
        assert f"# {heading.text}" in text.replace("\\", "")
    assert text.count("| --- ") >= len(word.tables) - 1

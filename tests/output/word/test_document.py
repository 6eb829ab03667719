"""Word files: the same bytes always, official layout, nothing of the machine in them."""

import os
import time
import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest

from stdsys.messages import _
from stdsys.output.documents.document import Blank, Document, Heading, Paragraph, Tabulated
from stdsys.output.documents.notes import notes_document
from stdsys.output.tables.table import Column, Kind, Table
from stdsys.output.word.document import docx_bytes
from tests.output.documents.reading import EN, ZH, reopened
from tests.output.region_of_tables import region

DAY = date(2026, 11, 22)
COLUMNS = (Column("n", _("No."), Kind.COUNT), Column("t", _("Title")))


def document(*rows: tuple[int, str], landscape: bool = False) -> Document:
    table = Table("t", COLUMNS, rows, _("Coverage"), frozenset({len(rows) - 1}))
    blocks = (Heading(1, "题"), Paragraph(("句。", Blank(_("Coverage")))), Tabulated(table))
    return Document(
        "d", "示例", _("Coverage"), (_("Gaps"),), blocks, DAY, "示例单位", landscape=landscape
    )


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system has no time zones to set")
def test_neither_clock_nor_time_zone_changes_the_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    made = document((1, "甲"))
    first = docx_bytes(made, ZH)
    monkeypatch.setitem(os.environ, "TZ", "Pacific/Kiritimati")
    time.tzset()
    monkeypatch.setattr(time, "time", lambda: 1e9)
    assert docx_bytes(made, ZH) == first
    monkeypatch.undo()
    time.tzset()


def test_the_file_is_dated_by_its_facts_and_names_no_person() -> None:
    word = reopened(document((1, "甲")))
    properties = word.core_properties
    made = {day.replace(tzinfo=None) for day in (properties.created, properties.modified) if day}
    assert made == {datetime(2026, 11, 22)}
    assert (properties.author, properties.last_modified_by) == ("示例单位", "")
    content = docx_bytes(document((1, "甲")), ZH)
    assert b"python-docx" not in b"".join(parts(content).values())
    assert not [name for name in parts(content) if "thumbnail" in name or "customXml" in name]


def test_page_and_margins_are_those_of_official_documents() -> None:
    section = reopened(document((1, "甲"))).sections[0]
    sides = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(side.mm) for side in sides if side is not None] == [210, 297, 37, 28]
    sideways = reopened(document((1, "甲"), landscape=True)).sections[0]
    assert sideways.page_width is not None
    assert round(sideways.page_width.mm) == 297


def test_fonts_are_named_and_have_others_in_their_place() -> None:
    found = parts(docx_bytes(document((1, "甲")), ZH))
    styles, fonts = found["word/styles.xml"].decode(), found["word/fontTable.xml"].decode()
    for font in ("方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"):
        assert f'w:eastAsia="{font}"' in styles
        assert f'<w:font w:name="{font}"><w:altName ' in fonts


def test_headings_are_headings_blanks_are_marked_and_pages_numbered() -> None:
    word = reopened(document((1, "甲")))
    first = next(one for one in word.paragraphs if one.text == "一、题")
    assert (first.style.name if first.style else "") == "Heading 1"
    marked = [run for one in word.paragraphs for run in one.runs if run.font.highlight_color]
    assert len(marked) == 1
    footer = word.sections[0].footer._element
    assert footer.xpath("//w:fldSimple/@w:instr") == [" PAGE "]


def test_table_heads_repeat_rows_hold_together_and_widths_fill_the_page() -> None:
    word = reopened(document(*((n, "示例" * n) for n in range(1, 30))))
    table = word.tables[0]._tbl
    assert len(table.xpath("w:tr/w:trPr/w:tblHeader")) == 1
    assert len(table.xpath("w:tr/w:trPr/w:cantSplit")) == 30
    widths = [int(one) for one in table.xpath("w:tblGrid/w:gridCol/@w:w")]
    assert abs(sum(widths) - (210 - 28 - 26) * 1440 / 25.4) < 2
    assert widths[1] > 3 * widths[0]


def test_notes_stay_on_the_page_of_their_table() -> None:
    rows = ((1, "甲"), (2, "乙"))
    table = Table("t", COLUMNS, rows, _("Coverage"), notes=(_("Gaps"), _("Coverage")))
    blocks = (Tabulated(table), Paragraph(("句。",)))
    word = reopened(Document("d", "示例", _("Coverage"), (), blocks, DAY))
    kept = [len(row.xpath(".//w:keepNext")) for row in word.tables[0]._tbl.xpath("w:tr")]
    assert kept == [0, 0, 2]
    notes = [one for one in word.paragraphs if one.style and one.style.name == "Table Note"]
    assert [one.paragraph_format.keep_with_next for one in notes] == [True, None]


def test_text_is_text_whatever_it_holds() -> None:
    nasty = '<w:p>&amp; "x" \x00 ]]> {{ 7*7 }}\n二'
    word = reopened(document((1, nasty)))
    assert word.tables[0].cell(1, 1).text == nasty.replace("\x00", "\ufffd")


def test_the_notes_open_in_both_languages() -> None:
    made = notes_document(*region())
    for say in (ZH, EN):
        assert parts(docx_bytes(made, say))["word/document.xml"].startswith(b"<?xml")

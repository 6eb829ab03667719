"""Documents as Word files: the same document gives the same bytes, wherever and whenever."""

import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.section import Section
from docx.shared import Mm

from stdsys.messages import Language, Translator
from stdsys.output.atomic import atomic_file
from stdsys.output.documents.document import Document
from stdsys.output.documents.spelling import (
    Run,
    Spelled,
    SpelledHeading,
    SpelledParagraph,
    lines_of,
    spelled,
    title_of,
)
from stdsys.output.word.blocks import page_number_xml, paragraph_xml, table_xml
from stdsys.output.word.styles import MARGINS_MM, PAGE_MM, font_table_xml, styles_xml

_UNUSED = ("stylesWithEffects", "customXml", "webSettings", "numbering")
"""Parts of the library's own template that a document of ours has no use for."""

_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>stdsys</Application></Properties>'
)

_MOST_TITLE = 255
"""Characters that a property of a file may have."""


def write_docx(document: Document, path: Path, say: Translator) -> None:
    """Write a document as a Word file; OutputError if it cannot be written."""
    content = docx_bytes(document, say)
    with atomic_file(path) as draft:
        draft.write_bytes(content)


def docx_bytes(document: Document, say: Translator) -> bytes:
    """Return a document as the bytes of a Word file, dated by the day of its facts."""
    word = docx.Document()
    _prepare(word, say.language)
    _lay_out(word.sections[0], landscape=document.landscape)
    _write_body(word, document, say)
    title = title_of(document, say)
    set_properties(word, title, document.unit or "", document.as_of, say.language)
    file = BytesIO()
    word.save(file)
    return dateless(file.getvalue())


def set_properties(
    word: WordDocument, title: str, unit: str, day: date, language: Language
) -> None:
    """Set what a file says of itself; no clock and no person in it."""
    properties = word.core_properties
    made = datetime(day.year, day.month, day.day)
    properties.title = title[:_MOST_TITLE]
    properties.author = unit[:_MOST_TITLE]
    properties.last_modified_by = ""
    properties.comments = ""
    properties.revision = 1
    properties.language = "zh-CN" if language is Language.ZH else "en-GB"
    properties.created = properties.modified = made


def dateless(package: bytes) -> bytes:
    """Return a package with the same parts, all bearing the first day that packages know."""
    file = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(package)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            info = zipfile.ZipInfo(part.filename)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, old.read(part))
    return file.getvalue()


def _prepare(word: WordDocument, language: Language) -> None:
    """Put our styles and fonts into the library's template, and take out what is not needed."""
    styles = word.styles.element
    for child in list(styles):
        styles.remove(child)
    for child in list(parse_xml(styles_xml(language))):
        styles.append(child)
    relations = word.part.rels
    for key, relation in list(relations.items()):
        kind = relation.reltype.rpartition("/")[2]
        if kind in _UNUSED:
            word.part.drop_rel(key)
        elif kind == "fontTable":
            relation.target_part._blob = font_table_xml()
    package = word.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]
        elif relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
            relation.target_part._blob = _APPLICATION


def _lay_out(section: Section, *, landscape: bool) -> None:
    wide, high = PAGE_MM
    top, right, bottom, left = MARGINS_MM
    if landscape:
        # The binding stays at the long side's left, now on top.
        wide, high = high, wide
        top, right, bottom, left = left, top, right, bottom
        section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.top_margin, section.right_margin = Mm(top), Mm(right)
    section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
    section.footer_distance = Mm(bottom - 10)
    footer = section.footer
    footer.is_linked_to_previous = False
    element = footer._element
    for child in list(element):
        element.remove(child)
    element.append(parse_xml(page_number_xml()))


def _write_body(word: WordDocument, document: Document, say: Translator) -> None:
    body = word.element.body
    end = body.sectPr if hasattr(body, "sectPr") else body[-1]
    section = word.sections[0]
    assert section.page_width is not None
    assert section.left_margin is not None
    assert section.right_margin is not None
    room = (section.page_width - section.left_margin - section.right_margin) // 635
    texts = [("Title", title_of(document, say))]
    texts += [("Subtitle", line) for line in lines_of(document, say)]
    for style, text in texts:
        end.addprevious(parse_xml(paragraph_xml(style, (Run(text),))))
    for block in spelled(document, say):
        for xml in _xml(block, room):
            end.addprevious(parse_xml(xml))


def _xml(block: Spelled, room: int) -> list[str]:
    match block:
        case SpelledHeading():
            return [paragraph_xml(f"Heading{block.layer}", (Run(block.text),))]
        case SpelledParagraph():
            return [paragraph_xml("BodyText", block.runs)]
    above = "TableGap" if block.caption is None else "Caption"
    caption = paragraph_xml(above, () if block.caption is None else (Run(block.caption),))
    last = len(block.notes)
    notes = [
        paragraph_xml("TableNote", (Run(note),), keep=number < last)
        for number, note in enumerate(block.notes, 1)
    ]
    # Two tables without anything between them would grow together.
    return [caption, table_xml(block, room), *(notes or [paragraph_xml("TableGap", ())])]

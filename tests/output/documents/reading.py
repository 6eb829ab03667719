"""What the tests of documents share: blocks in words, and a Word file read back."""

from io import BytesIO

import docx
from docx.document import Document as WordDocument

from stdsys.messages import Language, translator
from stdsys.output.documents.document import Document
from stdsys.output.documents.spelling import (
    SpelledHeading,
    SpelledParagraph,
    SpelledTable,
    spelled,
    text_of,
)
from stdsys.output.word.document import docx_bytes

EN = translator(Language.EN)
ZH = translator(Language.ZH)


def headings(document: Document, language: Language = Language.EN) -> list[str]:
    blocks = spelled(document, translator(language))
    return [block.text for block in blocks if isinstance(block, SpelledHeading)]


def texts(document: Document) -> str:
    """Return all paragraphs in English."""
    found = (block for block in spelled(document, EN) if isinstance(block, SpelledParagraph))
    return "\n".join(map(text_of, found))


def tables(document: Document) -> dict[str, SpelledTable]:
    """Return the tables in English by their captions, numbers left out."""
    found = (block for block in spelled(document, EN) if isinstance(block, SpelledTable))
    return {(table.caption or "").split(" ", 2)[-1]: table for table in found}


def reopened(document: Document, language: Language = Language.ZH) -> WordDocument:
    return docx.Document(BytesIO(docx_bytes(document, translator(language))))

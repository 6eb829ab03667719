"""Documents as Markdown: the same words as in Word, for reading and comparing in git."""

import re
from collections.abc import Iterator
from pathlib import Path

from stdsys.messages import Translator
from stdsys.output.atomic import write_text
from stdsys.output.documents.document import Document
from stdsys.output.documents.spelling import (
    SpelledHeading,
    SpelledParagraph,
    SpelledTable,
    lines_of,
    spelled,
    title_of,
)
from stdsys.output.tables.table import Column, Kind

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~]")
"""What Markdown takes for markup, tables and HTML within a line."""

_AT_START = re.compile(r"^(\s*\d*)([#+=.)-])")
"""What makes a heading, a list or a rule of a line that begins with it."""

_TO_THE_RIGHT = (Kind.COUNT, Kind.RATIO)


def write_markdown(document: Document, path: Path, say: Translator) -> None:
    """Write a document as Markdown; OutputError if it cannot be written."""
    write_text(path, markdown(document, say))


def markdown(document: Document, say: Translator) -> str:
    """Return a document as Markdown."""
    blocks = [f"# {plain(title_of(document, say))}", *map(plain, lines_of(document, say))]
    for block in spelled(document, say):
        match block:
            case SpelledHeading():
                blocks.append(f"{'#' * (block.layer + 1)} {plain(block.text)}")
            case SpelledParagraph():
                blocks.append(_paragraph(block))
            case SpelledTable():
                blocks += _table(block)
    return "\n\n".join(blocks) + "\n"


def plain(text: str) -> str:
    """Return a text so that Markdown shows it as it is."""
    return _MARKUP.sub(r"\\\g<0>", text)


def _paragraph(paragraph: SpelledParagraph) -> str:
    """Return a paragraph; blanks are bold."""
    parts = []
    for run in paragraph.runs:
        text = plain(run.text)
        if run.blank:
            lead = text[: len(text) - len(text.lstrip())]
            text = f"{lead}**{text.lstrip()}**"
        parts.append(text)
    return _AT_START.sub(r"\1\\\2", "".join(parts))


def _table(table: SpelledTable) -> Iterator[str]:
    if table.caption is not None:
        yield f"**{plain(table.caption)}**"
    lines = [_row(table.heads), f"| {' | '.join(map(_rule, table.columns))} |"]
    for index, row in enumerate(table.rows):
        cells = [f"**{cell}**" if cell and index in table.totals else cell for cell in _cells(row)]
        lines.append(f"| {' | '.join(cells)} |")
    yield "\n".join(lines)
    yield from map(plain, table.notes)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(_cells(cells))} |"


def _cells(cells: tuple[str, ...]) -> list[str]:
    return [plain(cell).replace("\n", "<br>") for cell in cells]


def _rule(column: Column) -> str:
    return "---:" if column.kind in _TO_THE_RIGHT else "---"

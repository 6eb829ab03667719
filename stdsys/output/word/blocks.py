"""Paragraphs and tables as WordprocessingML."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

from stdsys.output.documents.spelling import Run, SpelledTable
from stdsys.output.tables.table import Column, Kind
from stdsys.output.word.widths import column_widths

_FIGURE_TWIPS = 105
"""The width of a figure in the tables' size (10.5 pt)."""

_MARK = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>'
_BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"
_KEEP = "<w:keepNext/>"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def paragraph_xml(style: str, runs: Sequence[Run], *, root: bool = True, keep: bool = False) -> str:
    """Return a paragraph; `root` declares the namespace, as a part of its own must.

    With `keep` it stays on the page of what follows it.
    """
    body = "".join(_run(run.text, _MARK if run.blank else "") for run in runs)
    return _paragraph(style, body, nsdecls("w") if root else "", keep=keep)


def page_number_xml() -> str:
    """Return the paragraph at the foot of every page: — 1 —."""
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return _paragraph("Footer", f"{_run('— ')}{field}{_run(' —')}", nsdecls("w"))


def table_xml(table: SpelledTable, room: int) -> str:
    """Return a table as wide as `room` (twentieths of a point); its heads repeat on every page.

    Its last row stays on the page of the notes below.
    """
    widths = column_widths(table, room, _FIGURE_TWIPS)
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    return (
        f"<w:tbl {nsdecls('w')}><w:tblPr>"
        f'<w:tblW w:w="{room}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(_rows(table, widths))}</w:tbl>"
    )


def _rows(table: SpelledTable, widths: Sequence[int]) -> Iterator[str]:
    heads = "".join(
        _cell(head, "TableHead", one) for head, one in zip(table.heads, widths, strict=True)
    )
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
    styles = [_style_of(column) for column in table.columns]
    for index, row in enumerate(table.rows):
        look = _BOLD if index in table.totals else ""
        keep = bool(table.notes) and index == len(table.rows) - 1
        cells = "".join(
            _cell(cell, style, one, look, keep=keep)
            for cell, style, one in zip(row, styles, widths, strict=True)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _style_of(column: Column) -> str:
    return "TableText" if column.kind in (Kind.TEXT, Kind.NUMBER) else "TableFigure"


def _cell(text: str, style: str, wide: int, look: str = "", *, keep: bool = False) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{_paragraph(style, _run(text, look) if text else '', keep=keep)}</w:tc>"
    )


def _paragraph(style: str, body: str, namespace: str = "", *, keep: bool = False) -> str:
    head = f"<w:p {namespace}>" if namespace else "<w:p>"
    kept = _KEEP if keep else ""
    return f'{head}<w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr>{body}</w:p>'


def _run(text: str, look: str = "") -> str:
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:r>{look}{lines}</w:r>"

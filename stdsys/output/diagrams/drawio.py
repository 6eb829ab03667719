"""Diagrams for diagrams.net (draw.io), from where they go on to Visio: boxes and lines stay alive.

An uncompressed mxfile: a page a diagram, each box a vertex, each line an edge that is tied to its
two boxes and moves with them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import islice

from stdsys.output.diagrams.diagram import (
    FILLS,
    INK,
    LABEL_SIZE,
    MARGIN,
    NOTE_LEADING,
    NOTE_SIZE,
    PAPER,
    RULE,
    SUBTITLE_SIZE,
    TITLE_SIZE,
    Box,
    Diagram,
    Line,
    Look,
    Point,
)
from stdsys.output.diagrams.lettering import SIZE
from stdsys.output.diagrams.svg import FONTS, attribute
from stdsys.output.tables.rendering import one_line

_TEXT = f"text;html=1;align={{align}};verticalAlign=middle;fontFamily={FONTS[0]};fontColor={INK};"
_BOX = f"rounded=0;whiteSpace=wrap;html=1;fontSize={SIZE};fontFamily={FONTS[0]};strokeColor={RULE};"
_LINE = f"html=1;rounded=0;fontSize={LABEL_SIZE};fontFamily={FONTS[0]};"


def drawio(pages: Sequence[tuple[str, Diagram]]) -> str:
    """Return diagrams as the pages, by name, of a .drawio file."""
    return "\n".join(_parts(pages)) + "\n"


def _parts(pages: Sequence[tuple[str, Diagram]]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<mxfile host="stdsys" pages="{len(pages)}">'
    for number, (name, diagram) in enumerate(pages, 1):
        yield f'<diagram id="page-{number}" name={attribute(name)}>'
        yield (
            '<mxGraphModel grid="1" gridSize="10" guides="1" tooltips="1" connect="1" arrows="1" '
            f'fold="1" page="1" pageScale="1" pageWidth="{diagram.width}" '
            f'pageHeight="{diagram.height}" math="0" shadow="0">'
        )
        yield '<root><mxCell id="0"/><mxCell id="1" parent="0"/>'
        yield from _cells(diagram)
        yield "</root></mxGraphModel></diagram>"
    yield "</mxfile>"


def _cells(diagram: Diagram) -> Iterator[str]:
    yield _words("title", diagram.title, 20, diagram.width, TITLE_SIZE, bold=True)
    yield _words("subtitle", diagram.subtitle, 56, diagram.width, SUBTITLE_SIZE)
    boxes = {box.key: box for box in diagram.boxes}
    ids = {key: f"box-{number}" for number, key in enumerate(boxes)}
    for key, box in boxes.items():
        yield _vertex(ids[key], box)
    for number, line in enumerate(diagram.lines):
        yield _edge(f"line-{number}", line, ids, boxes)
    for number, note in enumerate(diagram.notes):
        y = diagram.notes_at + number * NOTE_LEADING - NOTE_SIZE - 4
        yield _words(f"note-{number}", note, y, diagram.width, NOTE_SIZE, left=True)


def _words(
    key: str, words: str, y: int, width: int, size: int, *, bold: bool = False, left: bool = False
) -> str:
    style = _TEXT.format(align="left" if left else "center") + f"fontSize={size};"
    if bold:
        style += "fontStyle=1;"
    place = f'x="{MARGIN}" y="{y}" width="{width - 2 * MARGIN}" height="{size + 8}"'
    return _cell(key, [words], style, f'vertex="1"><mxGeometry {place} as="geometry"/>')


def _vertex(key: str, box: Box) -> str:
    colour = PAPER if box.look is Look.ROOT else INK
    style = f"{_BOX}fillColor={FILLS[box.look]};fontColor={colour};"
    if box.dashed:
        style += "dashed=1;"
    place = f'x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}"'
    return _cell(key, box.lines, style, f'vertex="1"><mxGeometry {place} as="geometry"/>')


def _edge(key: str, line: Line, ids: Mapping[str, str], boxes: Mapping[str, Box]) -> str:
    source, target = ids[line.source], ids[line.target]
    style = f"{_LINE}strokeColor={line.colour};endArrow={'block' if line.arrow else 'none'};"
    if line.dashed:
        style += "dashed=1;"
    style += _anchor("exit", line.points[0], boxes[line.source])
    style += _anchor("entry", line.points[-1], boxes[line.target])
    bends = "".join(
        f'<mxPoint x="{x}" y="{y}"/>' for x, y in islice(line.points, 1, len(line.points) - 1)
    )
    array = f'<Array as="points">{bends}</Array>' if bends else ""
    return _cell(
        key,
        [line.label] if line.label else [],
        style,
        f'edge="1" source="{source}" target="{target}">'
        f'<mxGeometry relative="1" as="geometry">{array}</mxGeometry>',
    )


def _anchor(end: str, point: Point, box: Box) -> str:
    """Return where a line leaves or enters a box, as fractions of its width and height."""
    x = (point.x - box.x) / max(box.width, 1)
    y = (point.y - box.y) / max(box.height, 1)
    return f"{end}X={x:.4g};{end}Y={y:.4g};{end}Dx=0;{end}Dy=0;{end}Perimeter=0;"


def _cell(key: str, lines: Iterable[str], style: str, rest: str) -> str:
    value = "<br>".join(escape(one_line(line), quote=False) for line in lines)
    return (
        f'<mxCell id="{key}" value={attribute(value)} style={attribute(style)} parent="1" '
        f"{rest}</mxCell>"
    )

"""Diagrams as SVG: text stays text, fonts are named with what may stand in for them."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from stdsys.output.diagrams.diagram import (
    DEAD,
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
)
from stdsys.output.diagrams.lettering import LEADING, SIZE, text_width
from stdsys.output.tables.rendering import one_line

FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "SimHei",
    "SimSun",
    "Noto Serif CJK SC",
)
"""Chinese fonts of Linux, Windows and macOS, the first that is there is taken."""

FAMILY = ", ".join(f"'{font}'" for font in FONTS) + ", sans-serif"

_ARROWS = {RULE: "arrow", DEAD: "arrow-dead"}


def svg(diagram: Diagram) -> str:
    """Return a diagram as a SVG file, lines and their labels beneath boxes."""
    return "\n".join(_parts(diagram)) + "\n"


def _parts(diagram: Diagram) -> Iterator[str]:
    wide, high = diagram.width, diagram.height
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}" font-family="{FAMILY}" font-size="{SIZE}" fill="{INK}" '
        'role="img" aria-labelledby="title">'
    )
    yield f'<title id="title">{text(diagram.title)}</title>'
    yield "<defs>" + "".join(_marker(name, colour) for colour, name in _ARROWS.items()) + "</defs>"
    yield f'<rect width="{wide}" height="{high}" fill="{PAPER}"/>'
    yield _text(diagram.title, wide // 2, 44, f'font-size="{TITLE_SIZE}" font-weight="bold"')
    yield _text(diagram.subtitle, wide // 2, 72, f'font-size="{SUBTITLE_SIZE}"')
    yield f'<g fill="none" stroke-width="1.3" stroke="{RULE}">'
    yield from map(_line, diagram.lines)
    yield "</g>"
    yield from (_label(line) for line in diagram.lines if line.label)
    yield from map(_box, diagram.boxes)
    for index, note in enumerate(diagram.notes):
        y = diagram.notes_at + index * NOTE_LEADING
        yield f'<text x="{MARGIN}" y="{y}" font-size="{NOTE_SIZE}">{text(note)}</text>'
    yield "</svg>"


def _marker(name: str, colour: str) -> str:
    return (
        f'<marker id="{name}" viewBox="0 0 10 10" refX="9.5" refY="5" markerWidth="7" '
        'markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">'
        f'<path d="M0 0L10 5L0 10z" fill="{colour}"/></marker>'
    )


def _line(line: Line) -> str:
    points = " ".join(f"{x},{y}" for x, y in line.points)
    more = ' stroke-dasharray="6 4"' if line.dashed else ""
    if line.arrow:
        more += f' marker-end="url(#{_ARROWS.get(line.colour, _ARROWS[RULE])})"'
    if line.colour != RULE:
        more += f' stroke="{line.colour}"'
    return f'<polyline points="{points}"{more}/>'


def _box(box: Box) -> str:
    dashed = ' stroke-dasharray="6 4"' if box.dashed else ""
    frame = (
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" '
        f'fill="{FILLS[box.look]}" stroke="{RULE}"{dashed}/>'
    )
    looks = f' fill="{PAPER}"' if box.look is Look.ROOT else ""
    first = box.middle.y - (len(box.lines) - 1) * LEADING // 2 + SIZE * 3 // 8
    words = "".join(
        _text(line, box.middle.x, first + index * LEADING)
        for index, line in enumerate(box.lines)
        if line
    )
    return f"<g{looks}>{frame}{words}</g>"


def _label(line: Line) -> str:
    x, y = line.label_point
    wide = text_width(line.label, LABEL_SIZE) + 4
    back = (
        f'<rect x="{x - wide // 2}" y="{y - LABEL_SIZE // 2 - 1}" width="{wide}" '
        f'height="{LABEL_SIZE + 2}" fill="{PAPER}"/>'
    )
    return back + _text(line.label, x, y + LABEL_SIZE * 3 // 8, f'font-size="{LABEL_SIZE}"')


def _text(words: str, x: int, y: int, more: str = "") -> str:
    blank = " " if more else ""
    return f'<text x="{x}" y="{y}" text-anchor="middle"{blank}{more}>{text(words)}</text>'


def text(words: str) -> str:
    """Return words as the content of an XML element: escaped, without what XML cannot hold."""
    return escape(one_line(words))


def attribute(words: str) -> str:
    """Return words as a quoted XML attribute."""
    return quoteattr(one_line(words))

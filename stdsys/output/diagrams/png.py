"""Diagrams as PNG, drawn by resvg (a Rust library in a wheel) with the fonts of the computer.

This module imports resvg_py; only what writes pictures imports it.
"""

from functools import cache
from math import sqrt

import resvg_py

from stdsys.messages import _
from stdsys.output.atomic import OutputError
from stdsys.output.diagrams.diagram import PAPER, Diagram
from stdsys.output.diagrams.svg import FAMILY, svg

ZOOM = 2.0
"""Pixels of the picture a pixel of the diagram: sharp when printed on A4."""

_MOST_PIXELS = 40_000_000
_LONGEST = 20_000


def png(diagram: Diagram) -> bytes:
    """Return a diagram as a PNG file; a very large one is drawn smaller.

    OutputError where no Chinese font is installed: a picture of empty boxes helps nobody.
    """
    if not has_chinese():
        raise OutputError(
            _(
                "no Chinese font is installed, so no PNG can be drawn: install one such as "
                "Noto Sans CJK SC, or take svg or drawio"
            )
        )
    wide, high = diagram.width, diagram.height
    zoom = min(ZOOM, sqrt(_MOST_PIXELS / (wide * high)), _LONGEST / max(wide, high))
    return drawn(svg(diagram), max(1, round(wide * zoom)))


def drawn(content: str, width: int | None = None) -> bytes:
    """Return the picture of a SVG text, `width` pixels wide."""
    return bytes(resvg_py.svg_to_bytes(svg_string=content, width=width, background=PAPER))


@cache
def has_chinese() -> bool:
    """Whether two Chinese characters look different: without a font they are blank or alike."""
    one, other = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
        f'<text y="16" font-family="{FAMILY}">{character}</text></svg>'
        for character in "标准"
    )
    return drawn(one) != drawn(other)

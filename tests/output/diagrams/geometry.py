"""Questions about drawn diagrams."""

import re
from collections.abc import Iterable
from itertools import combinations
from xml.etree import ElementTree

from stdsys.output.diagrams.diagram import Box, Diagram
from stdsys.output.diagrams.lettering import text_width

SVG = "{http://www.w3.org/2000/svg}"


def overlapping(boxes: Iterable[Box]) -> list[tuple[str, str]]:
    """Return the boxes that cover part of each other; edges may touch."""
    return [
        (one.key, other.key)
        for one, other in combinations(boxes, 2)
        if one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    ]


def too_wide(diagram: Diagram) -> list[str]:
    """Return the lines of text that are wider than their box, and what is off the page."""
    inside = [
        line for box in diagram.boxes for line in box.lines if text_width(line) > box.width - 8
    ]
    outside = [
        box.key
        for box in diagram.boxes
        if box.x < 0 or box.y < 0 or box.right > diagram.width or box.bottom > diagram.height
    ]
    return inside + outside


def figures(diagram: Diagram) -> dict[str, tuple[int, int]]:
    """Return key of box → what exists and what should, read from its text."""
    found = {}
    for box in diagram.boxes:
        said = re.search(r"has (\d+) of (\d+)", " ".join(box.lines))
        if said is not None:
            found[box.key] = (int(said[1]), int(said[2]))
    return found


def texts(svg: str) -> list[str]:
    """Return the texts of a SVG file, read by an XML parser."""
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]

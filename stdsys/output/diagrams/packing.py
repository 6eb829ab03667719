"""Separate parts of a drawing set in columns side by side, so that the page is no ribbon."""

from collections.abc import Sequence
from math import sqrt

from stdsys.output.diagrams.diagram import Point

_ASPECT = 1.4
"""So much wider than high the page should be."""


def packed(sizes: Sequence[tuple[int, int]], gap: int) -> list[Point]:
    """Return the upper left corner of each rectangle, in order from the top down, then rightwards.

    None overlaps another, `gap` pixels lie between them. No column is higher than the highest
    rectangle, or than makes a page of about usual proportions.
    """
    room = sum((width + gap) * (height + gap) for width, height in sizes)
    highest = max((height for _width, height in sizes), default=0)
    limit = max(highest, round(sqrt(room / _ASPECT)))
    places = []
    x = y = widest = 0
    for width, height in sizes:
        if y and y + height > limit:
            x, y, widest = x + widest + gap, 0, 0
        places.append(Point(x, y))
        y += height + gap
        widest = max(widest, width)
    return places

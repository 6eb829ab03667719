"""A layout of very large graphs in linear time: columns by depth, lines straight from box to box.

Nobody reads five thousand boxes at one glance; the drawing is there to be searched and zoomed.
"""

from collections.abc import Mapping, Sequence

from stdsys.output.diagrams.diagram import Point
from stdsys.output.diagrams.dot_engine import Placed, Sized
from stdsys.output.diagrams.layers import Pair

_GAP_X, _GAP_Y, _MOST = 90, 14, 120
"""Pixels between columns and boxes; boxes in a column before it is broken into two."""


def placed_by_ranks(graph: Sized, columns: Sequence[Sequence[int]]) -> Placed:
    """Return a layout: what leads nowhere (the first of `columns`) on the right, the rest left."""
    centres: list[Point] = [Point(0, 0)] * len(graph.sizes)
    leading: dict[int, list[int]] = {}
    for source, target in graph.edges:
        leading.setdefault(target, []).append(source)
    order: dict[int, float] = {}
    x = tallest = 0
    for unordered in reversed(columns):
        column = _arranged(unordered, leading, order)
        for start in range(0, len(column), _MOST):
            part = column[start : start + _MOST]
            wide = max(graph.sizes[node][0] for node in part)
            y = 0
            for place, node in enumerate(part, start):
                height = graph.sizes[node][1]
                centres[node] = Point(x + wide // 2, y + height // 2)
                order[node] = place / len(column)
                y += height + _GAP_Y
            tallest = max(tallest, y - _GAP_Y)
            x += wide + _GAP_X
    ways = tuple(_way(graph.sizes, centres, edge) for edge in graph.edges)
    return Placed(tuple(centres), ways, x - _GAP_X, tallest)


def _arranged(
    column: Sequence[int], leading: Mapping[int, Sequence[int]], order: Mapping[int, float]
) -> list[int]:
    """Return a column's nodes in the order of what leads to them, where that is placed already."""

    def pull(node: int) -> float:
        known = [order[source] for source in leading.get(node, ()) if source in order]
        return sum(known) / len(known) if known else 0.5

    return sorted(column, key=lambda node: (pull(node), node))


def _way(
    sizes: Sequence[tuple[int, int]], centres: Sequence[Point], edge: Pair
) -> tuple[Point, ...]:
    """Return a straight line from side to side of two boxes; a loop beside a single one."""
    source, target = edge
    one, other = centres[source], centres[target]
    half, other_half = sizes[source][0] // 2, sizes[target][0] // 2
    if one.x == other.x:
        apart = 8 if source == target else 0
        turn = max(one.x + half, other.x + other_half) + _GAP_X // 4
        return (
            Point(one.x + half, one.y - apart),
            Point(turn, one.y - apart),
            Point(turn, other.y + apart),
            Point(other.x + other_half, other.y + apart),
        )
    if one.x < other.x:
        return (Point(one.x + half, one.y), Point(other.x - other_half, other.y))
    return (Point(one.x - half, one.y), Point(other.x + other_half, other.y))

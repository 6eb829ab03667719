"""The dependency graph as a drawn diagram.

Parts that nothing joins are laid out for themselves and set side by side; what has no relation at
all stands in a block at the end. A part too large for the layout engine is put in plain columns.

This module imports networkx; only commands that draw the graph import it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx
from msgspec.structs import replace

from stdsys.analysis.graphs.graph import Graph
from stdsys.analysis.graphs.relations import NodeKind, Relation
from stdsys.messages import Text, Translator, _
from stdsys.model.status import Status
from stdsys.output.diagrams import diagram as drawn
from stdsys.output.diagrams.diagram import Box, Diagram, Line, Look, Point, page
from stdsys.output.diagrams.dot_engine import Placed, Sized, placed_by_engine
from stdsys.output.diagrams.layers import layers
from stdsys.output.diagrams.lettering import box_size, wrapped
from stdsys.output.diagrams.packing import packed
from stdsys.output.diagrams.ranks import placed_by_ranks
from stdsys.output.graphs.words import DEAD, caption, edge_words
from stdsys.output.tables.rendering import one_line

MOST_NODES, MOST_LENGTH = 2_000, 4_500
"""What the layout engine is given: so many nodes, and lines over so many layers, in all. It takes
seconds then; what is beyond is put in plain columns.
"""

_ROOM = 190
_GAP = 24

LOOKS = {
    Status.IN_FORCE.value: Look.GOOD,
    Status.UPCOMING.value: Look.COMING,
    Status.REPLACED.value: Look.NEUTRAL,
    Status.WITHDRAWN.value: Look.NEUTRAL,
    Status.UNKNOWN.value: Look.PLAIN,
    Status.PLANNED.value: Look.PLANNED,
    Status.DRAFTING.value: Look.PLANNED,
}
"""The look of a box by the status on the day."""

_KIND_LOOKS = {NodeKind.SYSTEM.value: Look.ROOT, NodeKind.NODE.value: Look.HEAD}
_DASHED = (Relation.REPLACES.value, Relation.ADOPTS.value)


def graph_diagram(graph: Graph, title: Text, second: Text, say: Translator) -> Diagram:
    """Return the graph as boxes and lines, from what cites on the left to what is cited."""
    boxes: list[Box] = []
    lines: list[Line] = []
    labels = {node: _lines(node, facts) for node, facts in graph.nodes(data=True)}
    drawings = sorted(_drawings(graph, labels, say), key=lambda drawing: -drawing[2])
    drawings += [
        ([box], [], box.width, box.height)
        for box in (_box(n, graph.nodes[n], labels[n]) for n in graph if not graph.degree(n))
    ]
    places = packed([(wide, high) for _boxes, _lines, wide, high in drawings], _GAP)
    for (part, joined, _wide, _high), place in zip(drawings, places, strict=True):
        boxes += [box.moved(place.x, place.y) for box in part]
        lines += [line.moved(place.x, place.y) for line in joined]
    return page(say(title), say(second), boxes, lines, [say(note) for note in _notes()])


def _notes() -> list[Text]:
    return [
        _("green: in force; blue: upcoming; yellow: planned; grey: replaced or withdrawn"),
        _(
            "solid lines: cites, belongs to; dashed: replaces, adopts; red: leads to what is no "
            "longer in force; dashed frame: not in the workspace"
        ),
    ]


_Drawing = tuple[list[Box], list[Line], int, int]


def _drawings(
    graph: Graph, labels: Mapping[str, tuple[str, ...]], say: Translator
) -> list[_Drawing]:
    """Return the connected parts, each laid out from (0, 0) with its width and height."""
    order = {node: place for place, node in enumerate(graph)}
    found = (part for part in nx.weakly_connected_components(graph) if len(part) > 1)
    looped = [{node} for node in nx.nodes_with_selfloops(graph) if _only_loops(graph, node)]
    parts = sorted(
        (sorted(part, key=order.__getitem__) for part in (*found, *looped)),
        key=lambda part: order[part[0]],
    )
    joined = [_joined(graph, part) for part in parts]
    sized = [_sized(part, edges, labels) for part, edges in zip(parts, joined, strict=True)]
    layouts = _layouts(sized)
    return [
        _drawing(graph, part, edges, layout, labels, say)
        for part, edges, layout in zip(parts, joined, layouts, strict=True)
    ]


def _only_loops(graph: Graph, node: str) -> bool:
    return set(graph.successors(node)) | set(graph.predecessors(node)) == {node}


_Edge = tuple[str, str, dict[str, Any]]


def _joined(graph: Graph, part: Sequence[str]) -> list[_Edge]:
    """Return the edges of a part; what two nodes are joined by several times is drawn once.

    A citation that leads to what is no longer in force is shown rather than one that does not.
    """
    edges: dict[tuple[str, str, str], _Edge] = {}
    for source, target, facts in graph.out_edges(part, data=True):
        key = (source, target, facts["relation"])
        if key not in edges or facts["outcome"] in DEAD:
            edges[key] = (source, target, facts)
    return list(edges.values())


def _sized(
    part: Sequence[str], edges: Sequence[_Edge], labels: Mapping[str, tuple[str, ...]]
) -> Sized:
    number = {node: place for place, node in enumerate(part)}
    return Sized(
        [box_size(labels[node]) for node in part],
        [(number[source], number[target]) for source, target, _facts in edges],
    )


def _layouts(parts: Sequence[Sized]) -> list[Placed]:
    """Return the layout of each part: by one run of the engine as far as that goes, else plain."""
    layered = [layers(len(part.sizes), part.edges) for part in parts]
    nodes = length = 0
    given = []
    for number, (part, found) in enumerate(zip(parts, layered, strict=True)):
        further, longer = nodes + len(part.sizes), length + found.length
        if further <= MOST_NODES and longer <= MOST_LENGTH:
            nodes, length = further, longer
            given.append(number)
    opened = [Sized(parts[number].sizes, layered[number].forward) for number in given]
    placed = placed_by_engine(opened)
    by_engine = {} if placed is None else dict(zip(given, placed, strict=True))
    return [
        _turned_back(by_engine[number], found.turned)
        if number in by_engine
        else placed_by_ranks(part, found.columns)
        for number, (part, found) in enumerate(zip(parts, layered, strict=True))
    ]


def _turned_back(layout: Placed, turned: Sequence[bool]) -> Placed:
    """Return a layout with the ways of turned edges from their real beginning to their end."""
    ways = tuple(way[::-1] if back else way for way, back in zip(layout.ways, turned, strict=True))
    return replace(layout, ways=ways)


def _drawing(
    graph: Graph,
    part: Sequence[str],
    edges: Sequence[_Edge],
    layout: Placed,
    labels: Mapping[str, tuple[str, ...]],
    say: Translator,
) -> _Drawing:
    boxes = []
    for node, centre in zip(part, layout.centres, strict=True):
        box = _box(node, graph.nodes[node], labels[node])
        boxes.append(box.moved(centre.x - box.width // 2, centre.y - box.height // 2))
    lines = [
        _line(source, target, facts, way, say)
        for (source, target, facts), way in zip(edges, layout.ways, strict=True)
    ]
    right = max([box.right for box in boxes] + [layout.width])
    bottom = max([box.bottom for box in boxes] + [layout.height])
    return boxes, lines, right, bottom


def _box(node: str, facts: Mapping[str, Any], lines: tuple[str, ...]) -> Box:
    width, height = box_size(lines)
    look = _KIND_LOOKS.get(facts["kind"]) or LOOKS.get(facts["status"], Look.PLAIN)
    return Box(node, 0, 0, width, height, lines, look, dashed=not facts["known"])


def _lines(node: str, facts: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what a box says: the number, then the title; without a number the title alone."""
    numbered = facts["kind"] in (NodeKind.STANDARD.value, NodeKind.FAMILY.value)
    if not numbered:
        return wrapped(caption(node, facts), _ROOM) or (one_line(node)[:1] or "—",)
    return (*wrapped(node, _ROOM, 2), *wrapped(facts["title"] or "", _ROOM, 2))


def _line(
    source: str, target: str, facts: Mapping[str, Any], way: tuple[Point, ...], say: Translator
) -> Line:
    return Line(
        source,
        target,
        way,
        dashed=facts["relation"] in _DASHED,
        arrow=True,
        label=edge_words(facts, say),
        colour=drawn.DEAD if facts["outcome"] in DEAD else drawn.RULE,
    )

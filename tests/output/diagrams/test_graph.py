"""The dependency graph as a drawing: every node and relation, nothing on top of anything else."""

import time
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.analysis.graphs.graph import Graph
from stdsys.messages import _
from stdsys.output.diagrams.diagram import DEAD, Diagram
from stdsys.output.diagrams.dot_engine import Sized, engine, placed_by_engine
from stdsys.output.diagrams.graph import graph_diagram
from stdsys.output.diagrams.ranks import placed_by_ranks
from tests.output.diagrams import SAY
from tests.output.diagrams.geometry import overlapping, too_wide
from tests.output.sample_region import analysis


def cited(nodes: int, pairs: list[tuple[int, int]]) -> Graph:
    graph: Graph = nx.MultiDiGraph()
    for number in range(nodes):
        graph.add_node(
            f"GB/T {number + 1}-2020",
            kind="standard",
            level="national",
            status="in-force",
            title=f"示例方法标准 第{number}部分：试验",
            known=True,
        )
    names = list(graph)
    for one, other in pairs:
        graph.add_edge(
            names[one], names[other], relation="cites", degree=None, scope=None, outcome=""
        )
    return graph


def at_random(nodes: int, edges: int) -> Graph:
    random = Random(7)
    return cited(nodes, [(random.randrange(nodes), random.randrange(nodes)) for _i in range(edges)])


def drawn(graph: Graph) -> Diagram:
    return graph_diagram(graph, _("示例"), _("示例"), SAY)


def test_every_node_is_a_box_and_every_relation_a_line() -> None:
    graph = analysis().graph()
    diagram = drawn(graph)
    assert {box.key for box in diagram.boxes} == set(graph)
    pairs = {(s, t, facts["relation"]) for s, t, facts in graph.edges(data=True)}
    assert len(diagram.lines) == len(pairs)
    assert overlapping(diagram.boxes) == []
    assert too_wide(diagram) == []


def test_a_line_to_what_is_no_longer_in_force_is_red() -> None:
    lines = {(line.source, line.target): line for line in drawn(analysis().graph()).lines}
    assert lines["GB/T 99002-2021", "GB/T 99003-2015"].colour == DEAD
    assert lines["GB/T 99002-2021", "GB/T 99001-2020"].colour != DEAD


def test_what_is_not_here_has_a_dashed_frame() -> None:
    boxes = {box.key: box for box in drawn(analysis().graph()).boxes}
    assert boxes["ISO 99001:2018"].dashed
    assert not boxes["GB/T 99001-2020"].dashed


@settings(max_examples=15)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=14))
def test_lines_join_their_boxes_in_the_direction_of_the_relation(
    pairs: list[tuple[int, int]],
) -> None:
    diagram = drawn(cited(10, pairs))
    assert overlapping(diagram.boxes) == []
    boxes = {box.key: box for box in diagram.boxes}
    for line in diagram.lines:
        for key, (x, y) in ((line.source, line.points[0]), (line.target, line.points[-1])):
            box = boxes[key]
            assert box.x - 3 <= x <= box.right + 3, line
            assert box.y - 3 <= y <= box.bottom + 3, line


@pytest.mark.parametrize(("nodes", "edges"), [(5_000, 6_000), (300, 1_500)])
def test_large_and_dense_graphs_are_drawn_in_seconds(nodes: int, edges: int) -> None:
    began = time.monotonic()
    diagram = drawn(at_random(nodes, edges))
    assert time.monotonic() - began < 20
    assert len(diagram.boxes) == nodes


def test_plain_columns_overlap_nowhere_either() -> None:
    sizes = [(100 + 10 * (i % 5), 40) for i in range(300)]
    edges = [(i, i // 3) for i in range(1, 300)]
    columns = [range(100), range(100, 300)]
    placed = placed_by_ranks(Sized(sizes, edges), columns)
    corners = {
        (centre.x - width // 2, centre.y - height // 2)
        for centre, (width, height) in zip(placed.centres, sizes, strict=True)
    }
    assert len(corners) == 300
    assert len(placed.ways) == len(edges)


def test_the_engine_is_there_and_keeps_sizes_and_edges_apart() -> None:
    assert engine() is not None
    placed = placed_by_engine([Sized([(200, 40), (60, 40)], [(0, 1), (0, 1)]), Sized([(9, 9)], [])])
    assert placed is not None
    first, second = placed
    assert first.centres[1].x - first.centres[0].x > 130
    assert first.ways[0] != first.ways[1]
    assert second.ways == ()

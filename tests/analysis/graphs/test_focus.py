"""What a user's words name in the graph, and what is near it."""

import pytest

from stdsys.analysis.graphs.focus import around, nodes_of, suggestion
from tests.analysis.analysed import analysed
from tests.analysis.graphs.small_graphs import CHAIN, edge

SAMPLE = """
    workspace: {format: 1, name: sample}
    standards:
      - {number: GB/T 99001-2010, replaced_by: [GB/T 99001-2020]}
      - {number: GB/T 99001-2020, cites: [GB/T 99002]}
      - {number: GB/T 99002-2015, cites: [GB/T 99003]}
      - {number: GB/T 99004-2011, withdrawn: 2012-01-01}
      - {number: GB/T 99005-2018, cites: [GB/T 99004, GB/T 99001-2020]}
    systems:
      - id: tea
        name: 示例
        tree: [{code: "1", name: 示例}]
        entries: [{planned: 示例规范, id: plan, at: "1"}]
"""


@pytest.mark.parametrize(
    ("name", "nodes"),
    [
        ("GB/T 99001-2020", ("GB/T 99001-2020",)),
        ("gb/t99001—2020", ("GB/T 99001-2020",)),
        ("GB/T 99001", ("GB/T 99001-2010", "GB/T 99001-2020")),
        ("GB/T 99004", ("GB/T 99004-2011", "GB/T 99004")),
        ("GB/T 99003", ("GB/T 99003",)),
        ("plan", ("plan",)),
        ("tea", ("tea",)),
        ("tea/1", ("tea/1",)),
        ("GB/T 99001-2011", ()),
        ("nothing", ()),
    ],
)
def test_names(name: str, nodes: tuple[str, ...]) -> None:
    found = analysed(SAMPLE)
    assert nodes_of(found.graph(), found.workspace, found.statuses, name) == nodes


@pytest.mark.parametrize(
    ("depth", "near"),
    [
        (0, ["GB/T 99001-2010", "GB/T 99001-2020"]),
        (1, ["GB/T 99001-2010", "GB/T 99001-2020", "GB/T 99002-2015", "GB/T 99005-2018"]),
        (
            2,
            [
                "GB/T 99001-2010",
                "GB/T 99001-2020",
                "GB/T 99002-2015",
                "GB/T 99005-2018",
                "GB/T 99003",
            ],
        ),
    ],
)
def test_what_is_near_keeps_the_order_of_the_graph(depth: int, near: list[str]) -> None:
    graph = analysed(SAMPLE).graph()
    part = around(graph, ("GB/T 99001-2020", "GB/T 99001-2010"), depth)
    assert list(part) == near
    assert all(part.nodes[node] == graph.nodes[node] for node in part)


@pytest.mark.parametrize(
    ("node", "depth", "near"),
    [
        ("GB/T 2-2020", 0, "2"),
        ("GB/T 2-2020", 1, "123"),
        ("GB/T 2-2020", 2, "1234"),
        ("GB/T 3-2020", 1, "2345"),
        ("GB/T 4-2020", 2, "2345"),
    ],
)
def test_both_ways_are_followed_straight_on(node: str, depth: int, near: str) -> None:
    part = around(analysed(CHAIN).graph(), (node,), depth)

    assert "".join(name[5] for name in part) == near


def test_the_part_keeps_what_edges_and_nodes_say() -> None:
    graph = analysed(CHAIN).graph()
    part = around(graph, ("GB/T 4-2020",), 1)

    assert edge(part, "GB/T 3-2020", "GB/T 4-2020") == edge(graph, "GB/T 3-2020", "GB/T 4-2020")
    assert part.nodes["GB/T 4-2020"] == graph.nodes["GB/T 4-2020"]


def test_nothing_is_around_a_node_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        around(analysed(CHAIN).graph(), ("GB/T 9-2020",))


@pytest.mark.parametrize(
    ("name", "close"),
    [
        ("GB/T 99001-2021", "GB/T 99001-2020"),
        ("GB/T 99001-2015", "GB/T 99001-2010"),
        ("GB/T 99102-2015", "GB/T 99002-2015"),
        ("plam", "plan"),
        ("完全不同", None),
    ],
)
def test_suggestions(name: str, close: str | None) -> None:
    assert suggestion(analysed(SAMPLE).graph(), name) == close

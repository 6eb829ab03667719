import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.analysis.graphs.components import components

Edges = dict[int, list[int]]

graphs = st.dictionaries(st.integers(0, 9), st.lists(st.integers(0, 9), max_size=4), max_size=10)


def found(edges: Edges) -> list[tuple[int, ...]]:
    return list(components(edges, lambda node: edges.get(node, ())))


@given(graphs)
@settings(max_examples=300)
def test_the_components_are_those_that_networkx_finds(edges: Edges) -> None:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(edges)
    graph.add_edges_from((one, other) for one, others in edges.items() for other in others)

    expected = {frozenset(keys) for keys in nx.strongly_connected_components(graph)}

    assert {frozenset(keys) for keys in found(edges)} == expected
    assert sum(map(len, found(edges))) == len(graph)


@given(graphs)
def test_what_can_be_reached_comes_first(edges: Edges) -> None:
    position = {node: i for i, keys in enumerate(found(edges)) for node in keys}

    for node, following in edges.items():
        for other in following:
            assert position[other] <= position[node]


def test_a_long_chain_needs_no_recursion() -> None:
    length = 50_000

    keys = found({node: [node + 1] for node in range(length)})

    assert keys[0] == (length,)
    assert keys[-1] == (0,)
    assert len(keys) == length + 1


def test_the_order_is_that_of_the_nodes() -> None:
    assert found({3: [], 1: [2], 2: [1]}) == [(3,), (1, 2)]

"""Layers: no edge leads back, whatever the cycles."""

from hypothesis import given
from hypothesis import strategies as st

from stdsys.output.diagrams.layers import layers

NODES = 12
EDGES = st.lists(st.tuples(*[st.integers(0, NODES - 1)] * 2), max_size=40)


@given(EDGES)
def test_every_edge_but_a_loop_leads_to_a_lower_layer(edges: list[tuple[int, int]]) -> None:
    found = layers(NODES, edges)
    depth = {node: here for here, column in enumerate(found.columns) for node in column}
    assert sorted(depth) == list(range(NODES))
    for (source, target), turned, edge in zip(found.forward, found.turned, edges, strict=True):
        assert ((target, source) if turned else (source, target)) == edge
        assert source == target or depth[source] > depth[target]
    assert found.length == sum(depth[a] - depth[b] for a, b in found.forward)


def test_without_cycles_nothing_is_turned() -> None:
    found = layers(4, [(0, 1), (1, 2), (0, 2), (3, 2)])
    assert found.columns == ((2,), (1, 3), (0,))
    assert not any(found.turned)
    assert found.length == 5


def test_of_a_cycle_as_little_as_possible_is_turned() -> None:
    assert sum(layers(3, [(0, 1), (1, 2), (2, 0)]).turned) == 1

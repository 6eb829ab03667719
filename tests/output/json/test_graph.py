"""The contract of `graph --format json`: networkx reads it back."""

import json

import networkx as nx

from stdsys.output.json.graph import graph_json
from tests.output.sample_region import analysis

NODE_KEYS = {"id", "kind", "level", "status", "title"}
EDGE_KEYS = {"source", "target", "relation", "cited_as", "dated", "resolved", "degree", "scope"}


def test_nodes_and_edges_carry_what_the_contract_names() -> None:
    data = json.loads(graph_json(analysis().graph()))
    assert all(set(node) >= NODE_KEYS for node in data["nodes"])
    assert all(set(edge) >= EDGE_KEYS for edge in data["edges"])
    cites = [edge for edge in data["edges"] if edge["cited_as"] == "GB/T 99001"]
    assert [(e["source"], e["target"], e["dated"], e["resolved"]) for e in cites] == [
        ("GB/T 99002-2021", "GB/T 99001-2020", False, True)
    ]
    kinds = {node["id"]: node["kind"] for node in data["nodes"]}
    assert (kinds["fruit"], kinds["fruit/1"], kinds["fruit-sales"], kinds["GB/T 99009"]) == (
        "system",
        "node",
        "planned",
        "family",
    )


def test_networkx_reads_the_same_graph_back() -> None:
    graph = analysis().graph()
    again = nx.node_link_graph(json.loads(graph_json(graph)), edges="edges")
    assert nx.utils.graphs_equal(graph, again)

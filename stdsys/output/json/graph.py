"""The dependency graph for machines."""

import json

from stdsys.analysis.graphs.answers import node_link
from stdsys.analysis.graphs.graph import Graph


def graph_json(graph: Graph) -> str:
    """Return networkx' node-link data as JSON text; nodes and edges in the workspace's order.

    Read it back with `networkx.node_link_graph(data, edges="edges")`. Every node has `id kind level
    status title known`, every edge `source target relation cited_as dated resolved degree scope
    outcome`; null where it says nothing.
    """
    return json.dumps(node_link(graph), ensure_ascii=False, indent=2) + "\n"

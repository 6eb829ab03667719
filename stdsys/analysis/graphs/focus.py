"""The part of the dependency graph around what a user names.

This module imports networkx; only commands that draw or follow the graph import it.
"""

from collections.abc import Iterable, Iterator

import networkx as nx

from stdsys.analysis.citations.statements import numbers_in
from stdsys.analysis.graphs.graph import Graph, node_of
from stdsys.analysis.graphs.near_names import near_name
from stdsys.analysis.life_cycle.statuses import Statuses
from stdsys.model.workspace import Workspace
from stdsys.numbers import StandardNumber


def nodes_of(graph: Graph, workspace: Workspace, statuses: Statuses, name: str) -> tuple[str, ...]:
    """Return the nodes that a user's words name; () if there are none.

    Words are the id of a node (a planned standard, a document, a system, a subsystem) or a number
    in any of its forms. An undated number names its whole family: every edition, and what cites
    the family without any. A dated number names one edition.
    """
    numbers = numbers_in(name)
    if name in graph and not any(not number.dated for number in numbers):
        return (name,)
    family = [
        node for number in numbers if not number.dated for node in _family(graph, workspace, number)
    ]
    if family:
        return tuple(dict.fromkeys(family))
    node = node_of(graph, workspace, statuses, name)
    return () if node is None else (node,)


def _family(graph: Graph, workspace: Workspace, number: StandardNumber) -> Iterator[str]:
    yield from (key for key in workspace.families.get(number.family, ()) if key in graph)
    if number.family in graph:
        yield number.family


def around(graph: Graph, nodes: Iterable[str], depth: int = 1) -> Graph:
    """Return the part around some nodes: what they lead to and what leads there, `depth` steps.

    Both ways are followed straight on: what else cites the same standard is not near for it. All
    edges between the nodes found are kept, and the graph's order. KeyError for an unknown node.
    """
    near: set[str] = set()
    for node in nodes:
        if node not in graph:
            raise KeyError(node)
        for way in (graph, graph.reverse(copy=False)):
            near.update(nx.single_source_shortest_path_length(way, node, cutoff=depth))
    part: Graph = nx.MultiDiGraph()
    part.add_nodes_from((name, facts) for name, facts in graph.nodes(data=True) if name in near)
    for source, target, key, facts in graph.edges(keys=True, data=True):
        if source in near and target in near:
            part.add_edge(source, target, key=key, **facts)
    return part


def suggestion(graph: Graph, name: str) -> str | None:
    """Return the node that is meant by a name that is none, or its number; None if none is near."""
    return near_name(name, graph)

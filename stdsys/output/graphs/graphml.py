"""The dependency graph as GraphML, for Gephi, yEd, Cytoscape and networkx."""

from collections.abc import Iterator, Mapping
from typing import Any

from stdsys.analysis.graphs.graph import Graph
from stdsys.output.diagrams.svg import attribute, text
from stdsys.output.graphs.words import caption

_NODE_KEYS = {
    "name": "string",
    "label": "string",
    "kind": "string",
    "level": "string",
    "status": "string",
    "title": "string",
    "known": "boolean",
}
_EDGE_KEYS = {
    "relation": "string",
    "cited_as": "string",
    "dated": "boolean",
    "resolved": "boolean",
    "degree": "string",
    "scope": "string",
    "outcome": "string",
}


def graph_graphml(graph: Graph) -> str:
    """Return the graph as GraphML: `name` is the id that the other formats use.

    What is None in the graph has no `data` element. Read it back with `networkx.read_graphml`.
    """
    return "\n".join(_lines(graph)) + "\n"


def _lines(graph: Graph) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for domain, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, kind in keys.items():
            yield (
                f'<key id="{domain}-{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>'
            )
    yield '<graph id="stdsys" edgedefault="directed">'
    ids = {node: f"n{number}" for number, node in enumerate(graph)}
    for node, facts in graph.nodes(data=True):
        named = {"name": node, "label": caption(node, facts), **facts}
        yield f"<node id={attribute(ids[node])}>{_data('node', _NODE_KEYS, named)}</node>"
    for number, (source, target, facts) in enumerate(graph.edges(data=True)):
        ends = f'source="{ids[source]}" target="{ids[target]}"'
        yield f'<edge id="e{number}" {ends}>{_data("edge", _EDGE_KEYS, facts)}</edge>'
    yield "</graph>"
    yield "</graphml>"


def _data(domain: str, keys: Mapping[str, str], facts: Mapping[str, Any]) -> str:
    return "".join(
        f'<data key="{domain}-{name}">{_value(facts[name])}</data>'
        for name in keys
        if facts[name] is not None
    )


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return text(str(value))

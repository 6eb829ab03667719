"""The dependency graph as a Mermaid flowchart, which Git hosts and Markdown editors draw."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from stdsys.analysis.graphs.graph import Graph
from stdsys.analysis.graphs.relations import NodeKind, Relation
from stdsys.messages import Translator, _
from stdsys.model.status import Status
from stdsys.output.diagrams.diagram import FILLS, RULE
from stdsys.output.diagrams.graph import LOOKS
from stdsys.output.graphs.words import DEAD, caption, edge_words
from stdsys.output.tables.rendering import one_line

MOST_EDGES, MOST_TEXT = 500, 50_000
"""What Mermaid draws without being configured (its `maxEdges` and `maxTextSize`)."""

_DOTTED = (Relation.REPLACES.value, Relation.ADOPTS.value)
_NOT_PLAIN = re.compile(r"[!-'*;-@\[-^`{-~]")
"""What might mean something to Mermaid, Markdown or HTML; blanks, letters, / - . , : ( ) do not."""


def graph_mermaid(graph: Graph, say: Translator) -> str:
    """Return the graph as a flowchart from left to right; replacements and adoptions are dotted.

    A graph beyond what Mermaid draws by default says so in a comment at its head.
    """
    body = "\n".join(_lines(graph, say))
    head = "flowchart LR"
    if graph.number_of_edges() > MOST_EDGES or len(body) > MOST_TEXT:
        warning = _(
            "{edges} lines, {size} characters: Mermaid draws this only with higher maxEdges and "
            "maxTextSize",
            edges=graph.number_of_edges(),
            size=len(body),
        )
        head = f"%% {say(warning)}\n{head}"
    return f"{head}\n{body}\n"


def _lines(graph: Graph, say: Translator) -> Iterator[str]:
    ids = {node: f"n{number}" for number, node in enumerate(graph)}
    for node, facts in graph.nodes(data=True):
        yield f'  {ids[node]}["{_label(node, facts)}"]{_class(facts)}'
    dead = []
    for number, (source, target, facts) in enumerate(graph.edges(data=True)):
        arrow = "-.->" if facts["relation"] in _DOTTED else "-->"
        words = escaped(edge_words(facts, say))
        label = f'|"{words}"|' if words else ""
        yield f"  {ids[source]} {arrow}{label} {ids[target]}"
        if facts["outcome"] in DEAD:
            dead.append(str(number))
    for status, look in LOOKS.items():
        yield f"  classDef {_name(status)} fill:{FILLS[look]},stroke:{RULE}"
    yield f"  classDef outside fill:#FFFFFF,stroke:{RULE},stroke-dasharray:6 4"
    if dead:
        yield f"  linkStyle {','.join(dead)} stroke:#C0392B"


def _label(node: str, facts: Mapping[str, Any]) -> str:
    numbered = facts["kind"] in (NodeKind.STANDARD.value, NodeKind.FAMILY.value)
    lines = [one_line(node), one_line(facts["title"] or "")] if numbered else [caption(node, facts)]
    return "<br/>".join(escaped(line) for line in lines if line) or "—"


def _class(facts: Mapping[str, Any]) -> str:
    if not facts["known"]:
        return ":::outside"
    status = facts["status"]
    return f":::{_name(status)}" if status in LOOKS else ""


def _name(status: str) -> str:
    return "s-" + Status(status).value


def escaped(text: str) -> str:
    """Return a text for the inside of a quoted label: whatever might be syntax as its code."""
    return _NOT_PLAIN.sub(lambda found: f"#{ord(found.group())};", one_line(text))

"""The dependency graph in the language of graphviz."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import ceil
from typing import Any

from stdsys.analysis.graphs.graph import Graph
from stdsys.analysis.graphs.relations import NodeKind, Relation
from stdsys.messages import Translator
from stdsys.model.status import Status
from stdsys.numbers import Level
from stdsys.output.graphs.words import DEAD, caption, edge_words
from stdsys.output.tables.rendering import one_line

_FONTS = "Noto Sans CJK SC,Microsoft YaHei,SimSun,sans-serif"
_LABEL_WIDTH = 14
"""Characters of a title on a line of a label, at most."""

_SHAPES = {
    NodeKind.STANDARD.value: "box",
    NodeKind.FAMILY.value: "box",
    NodeKind.PLANNED.value: "box",
    NodeKind.DOCUMENT.value: "note",
    NodeKind.SYSTEM.value: "folder",
    NodeKind.NODE.value: "tab",
}
_FILLS = {
    Status.IN_FORCE.value: "#d5ead8",
    Status.UPCOMING.value: "#d4e6f4",
    Status.REPLACED.value: "#e6e6e6",
    Status.WITHDRAWN.value: "#e6e6e6",
    Status.UNKNOWN.value: "#ffffff",
    Status.PLANNED.value: "#fdf1cc",
    Status.DRAFTING.value: "#fdf1cc",
}
_STYLES = {
    Relation.CITES.value: "solid",
    Relation.REPLACES.value: "dashed",
    Relation.ADOPTS.value: "dotted",
    Relation.UPGRADES.value: "bold",
    Relation.BELONGS_TO.value: "solid",
}


def graph_dot(graph: Graph, say: Translator) -> str:
    """Return the graph as a DOT file: standards of a level on one rank, the highest on top.

    Citations are solid (red where they lead to what is no longer in force), replacements dashed,
    adoptions dotted; what the workspace does not hold is drawn with a dashed frame.
    """
    return "\n".join(_lines(graph, say)) + "\n"


def _lines(graph: Graph, say: Translator) -> Iterator[str]:
    yield "digraph stdsys {"
    yield f"  graph [rankdir=TB, fontname={quoted(_FONTS)}];"
    yield f"  node [style=filled, fillcolor=white, fontname={quoted(_FONTS)}, fontsize=10];"
    yield f"  edge [fontname={quoted(_FONTS)}, fontsize=9, color={quoted('#555555')}];"
    for node, facts in graph.nodes(data=True):
        yield f"  {quoted(node)} [{_node(node, facts)}];"
    yield from _ranks(graph)
    for source, target, facts in graph.edges(data=True):
        yield f"  {quoted(source)} -> {quoted(target)} [{_edge(facts, say)}];"
    yield "}"


def _node(node: str, facts: Mapping[str, Any]) -> str:
    style = "filled" if facts["known"] else "filled,dashed"
    attributes = {
        "label": label(_wrapped(node, facts)),
        "shape": quoted(_SHAPES[facts["kind"]]),
        "style": quoted(style),
        "fillcolor": quoted(_FILLS.get(facts["status"], "#ffffff")),
    }
    return _joined(attributes)


def _wrapped(node: str, facts: Mapping[str, Any]) -> list[str]:
    """Return the lines of a label: the number, then the title in short pieces."""
    numbered = facts["kind"] in (NodeKind.STANDARD.value, NodeKind.FAMILY.value)
    title = one_line(facts["title"] or "") if numbered else caption(node, facts)
    lines = ceil(len(title) / _LABEL_WIDTH)
    length = ceil(len(title) / lines) if lines else 1
    pieces = [title[i : i + length] for i in range(0, len(title), length)]
    return [one_line(node), *pieces] if numbered else pieces


def _ranks(graph: Graph) -> Iterator[str]:
    """Yield the ranks: standards and planned ones of one level side by side, held in order."""
    levels: dict[str, list[str]] = {level.value: [] for level in Level}
    for node, facts in graph.nodes(data=True):
        if facts["level"] in levels and facts["kind"] != NodeKind.DOCUMENT.value:
            levels[facts["level"]].append(node)
    found = [nodes for nodes in levels.values() if nodes]
    for nodes in found:
        members = "; ".join(map(quoted, nodes))
        yield f"  {{ rank=same; {members}; }}"
    for upper, lower in pairwise(found):
        yield f"  {quoted(upper[0])} -> {quoted(lower[0])} [style=invis];"


def _edge(facts: Mapping[str, Any], say: Translator) -> str:
    relation = facts["relation"]
    attributes = {"style": quoted(_STYLES[relation])}
    if relation != Relation.BELONGS_TO.value:
        attributes["constraint"] = "false"  # the ranks are those of the levels
    words = edge_words(facts, say)
    if words:
        attributes["xlabel"] = label([words])  # a label between neighbours of a rank has no room
    if facts["outcome"] in DEAD:
        attributes["color"] = quoted("#c0392b")
    elif relation == Relation.BELONGS_TO.value:
        attributes["color"] = quoted("#bbbbbb")
    return _joined(attributes)


def _joined(attributes: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={value}" for name, value in attributes.items())


def quoted(text: str) -> str:
    """Return a text as a DOT string: quotes and backslashes escaped, on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0") + '"'


def label(lines: list[str]) -> str:
    r"""Return lines as a DOT label, in which `\n` breaks and `&` would begin an entity."""
    inner = (quoted(line.replace("&", "&amp;"))[1:-1] for line in lines)
    return '"' + "\\n".join(inner) + '"'

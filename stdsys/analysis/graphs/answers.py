"""What may be asked of the dependency graph: hubs, long chains, dead citations.

This module imports networkx; only commands that draw or follow the graph import it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from heapq import nlargest

import networkx as nx
from msgspec import Struct

from stdsys.analysis.citations.lookup import Outcome
from stdsys.analysis.citations.resolved import Citations, ResolvedCitation
from stdsys.analysis.graphs.components import components
from stdsys.analysis.graphs.graph import Graph
from stdsys.analysis.graphs.relations import NodeKind, Relation
from stdsys.analysis.life_cycle.replacements import Replacements

_DEAD = (Outcome.REPLACED, Outcome.WITHDRAWN, Outcome.NO_LIVE_EDITION)


class Hub(Struct, frozen=True):
    """A node and how many others cite it."""

    node: str
    cited_by: int


class Summary(Struct, frozen=True):
    """The graph in figures.

    `nodes` and `relations` count nodes by kind and edges by relation, in the order of first
    appearance. `hubs`: the most cited, most cited first. `longest`: the longest chains of
    citations between editions; a step is one edition, or all editions of a cycle. `dead`: judged
    citations of what is replaced, withdrawn or has no live edition; their `chain` is the path to
    the edition in force. `cycles` and `replacement_cycles` are edition keys.
    """

    nodes: Mapping[str, int]
    relations: Mapping[str, int]
    hubs: tuple[Hub, ...]
    longest: tuple[tuple[tuple[str, ...], ...], ...]
    dead: tuple[ResolvedCitation, ...]
    cycles: tuple[tuple[str, ...], ...]
    replacement_cycles: tuple[tuple[str, ...], ...]


def summary(
    graph: Graph, citations: Citations, replacements: Replacements, *, most: int = 10
) -> Summary:
    """Return the graph in figures, with at most `most` hubs and half as many chains."""
    return Summary(
        nodes=Counter(graph.nodes[node]["kind"] for node in graph),
        relations=Counter(facts["relation"] for _, _, facts in graph.edges(data=True)),
        hubs=hubs(graph, most),
        longest=longest_chains(graph, (most + 1) // 2),
        dead=tuple(one for one in citations.all if one.judged and one.outcome in _DEAD),
        cycles=citations.cycles,
        replacement_cycles=tuple(tuple(sorted(keys)) for keys in replacements.cycles),
    )


def hubs(graph: Graph, most: int = 10) -> tuple[Hub, ...]:
    """Return the nodes that most others cite; of equal ones the first in the graph first."""
    citing: dict[str, set[str]] = {}
    for source, target in _citations(graph):
        if source != target:
            citing.setdefault(target, set()).add(source)
    found = [Hub(node, len(citing[node])) for node in graph if node in citing]
    return tuple(nlargest(most, found, key=lambda hub: hub.cited_by))


def longest_chains(graph: Graph, most: int = 5) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return the longest chains of citations, longest first, at most one for each beginning.

    Only resolved citations between standards count. Cycles are taken as one step, so that what
    remains has none; the longest way down from each step follows from those of the steps below
    it, in linear time. Chains begin where nothing cites them, and have at least two steps.
    """
    cited: dict[str, list[str]] = {}
    for source, target in _citations(graph, resolved=True):
        cited.setdefault(source, []).append(target)
    step_of: dict[str, int] = {}
    steps: list[tuple[str, ...]] = []
    below: list[int | None] = []
    length: list[int] = []
    begins: list[bool] = []
    for members in components(cited, lambda key: cited.get(key, ())):
        here = len(steps)
        step_of.update((key, here) for key in members)
        reached = {step_of[target] for key in members for target in cited.get(key, ())} - {here}
        best = max(reached, key=lambda step: (length[step], -step), default=None)
        steps.append(members)
        below.append(best)
        length.append(1 if best is None else length[best] + 1)
        begins.append(True)
        for step in reached:
            begins[step] = False
    starts = [step for step, is_first in enumerate(begins) if is_first and length[step] > 1]
    order = {key: position for position, key in enumerate(graph)}
    first = {step: min(order[key] for key in steps[step]) for step in starts}
    chosen = sorted(starts, key=lambda step: (-length[step], first[step]))[:most]
    return tuple(_walk(step, steps, below) for step in chosen)


def _walk(
    start: int, steps: list[tuple[str, ...]], below: list[int | None]
) -> tuple[tuple[str, ...], ...]:
    chain = []
    step: int | None = start
    while step is not None:
        chain.append(tuple(sorted(steps[step])))
        step = below[step]
    return tuple(chain)


def _citations(graph: Graph, *, resolved: bool = False) -> Iterable[tuple[str, str]]:
    """Yield source and target of the citations; the resolved ones only between standards."""
    standard = NodeKind.STANDARD.value
    for source, target, facts in graph.edges(data=True):
        if facts["relation"] != Relation.CITES.value:
            continue
        kinds = {graph.nodes[source]["kind"], graph.nodes[target]["kind"]}
        if not resolved or (facts["resolved"] and kinds == {standard}):
            yield source, target


def node_link(graph: Graph) -> dict[str, object]:
    """Return the graph as node-link data with the keys "nodes" and "edges"."""
    data: dict[str, object] = nx.node_link_data(graph, edges="edges")
    return data

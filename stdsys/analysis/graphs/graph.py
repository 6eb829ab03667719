"""The dependency graph of a workspace on a day, as a networkx graph.

Nodes carry `kind level status title known`, edges `relation cited_as dated resolved degree scope
outcome`; every attribute is there on every node or edge, None where it says nothing. The graph has
a node for each edition, planned standard and document of the workspace (`known`), and one for
each thing that an edge names beside: a dated number that is not here is a standard of status None;
an undated one that resolves to no edition is a family; a text that names no number is a document.

This module imports networkx; only commands that draw or follow the graph import it.
"""

from collections.abc import Callable, Collection
from typing import TypeAlias

import networkx as nx

from stdsys.analysis.citations.resolved import Citations, ResolvedCitation
from stdsys.analysis.citations.statements import numbers_in
from stdsys.analysis.graphs.relations import ALL, NodeKind, Relation
from stdsys.analysis.life_cycle.replacements import Replacements
from stdsys.analysis.life_cycle.statuses import Statuses
from stdsys.model.items import Document, Edition, Item, PlannedStandard
from stdsys.model.workspace import Node, System, Workspace
from stdsys.numbers import StandardNumber

Graph: TypeAlias = "nx.MultiDiGraph[str]"
"""Several edges may join two nodes; the key of an edge is its relation and printed text."""

MOST_PART_EDGES = 200_000
"""Where citations of all parts would make more edges in all, each leads to the family instead."""


def build_graph(
    workspace: Workspace,
    statuses: Statuses,
    replacements: Replacements,
    citations: Citations,
    relations: Collection[Relation] = ALL,
) -> Graph:
    """Return the graph of some relations.

    Edges lead from what cites, replaces, adopts or lifts to what is cited, replaced, adopted or
    lifted, and from an item to its home node, from a node to the one above, from the first layer
    to the system. Systems and nodes are there only with `belongs-to`. The order of nodes and edges
    is the workspace's.
    """
    builder = _Builder(workspace, statuses)
    for item in workspace.items():
        builder.item(item)
    steps: dict[Relation, Callable[[], None]] = {
        Relation.CITES: lambda: builder.cite(citations),
        Relation.REPLACES: lambda: builder.replace(replacements),
        Relation.ADOPTS: builder.adopt,
        Relation.UPGRADES: builder.upgrade,
        Relation.BELONGS_TO: builder.belong,
    }
    for relation, add in steps.items():
        if relation in relations:
            add()
    return builder.graph


def node_of(graph: Graph, workspace: Workspace, statuses: Statuses, name: str) -> str | None:
    """Return the node that a user's words name: an id, or a number in any of its forms.

    An undated number names its family's live edition, else the family's own node; None if neither
    is in the graph.
    """
    if name in graph:
        return name
    for number in numbers_in(name):
        edition = workspace.edition(number)
        if edition is None and not number.dated:
            edition = statuses.live_edition(number.family)
        candidates = [edition.key] if edition else [number.edition_key, number.family]
        for candidate in candidates:
            if candidate in graph:
                return candidate
    return None


class _Builder:
    """Adds nodes and edges; `graph` is the result."""

    def __init__(self, workspace: Workspace, statuses: Statuses) -> None:
        self.graph: Graph = nx.MultiDiGraph()
        self._workspace = workspace
        self._statuses = statuses
        self._ids: dict[tuple[NodeKind, str], str] = {}

    def _id(self, kind: NodeKind, key: str, **attributes: object) -> str:
        """Return the id of a node, added when first named.

        It is the key; if something of another kind bears the same one, `kind:key`.
        """
        known = self._ids.get((kind, key))
        if known is not None:
            return known
        chosen = key
        while chosen in self.graph:
            chosen = f"{kind}:{chosen}"
        self._ids[kind, key] = chosen
        facts = {"level": None, "status": None, "title": None, "known": True} | attributes
        self.graph.add_node(chosen, kind=kind.value, **facts)
        return chosen

    def item(self, item: Item) -> str:
        """Return the node of an edition, a planned standard or a document."""
        if isinstance(item, Edition):
            kind = NodeKind.STANDARD
        elif isinstance(item, PlannedStandard):
            kind = NodeKind.PLANNED
        else:
            kind = NodeKind.DOCUMENT
        if (kind, item.key) in self._ids:
            return self._ids[kind, item.key]
        level = item.level.value if item.level else None
        status = self._statuses(item).status.value
        return self._id(kind, item.key, level=level, status=status, title=item.title)

    def _number(self, number: StandardNumber) -> str:
        """Return the node of a number: its edition, else a node for what is not here."""
        edition = self._workspace.edition(number)
        if edition is not None:
            return self.item(edition)
        level = number.level.value
        if number.dated:
            return self._id(NodeKind.STANDARD, number.edition_key, level=level, known=False)
        known = number.family in self._workspace.families
        return self._id(NodeKind.FAMILY, number.family, level=level, known=known)

    def _named(self, text: str) -> list[str]:
        """Return the nodes that a text names, a live edition for an undated number."""
        items = self._workspace.editions.get(text) or self._workspace.planned.get(text)
        if items is not None:
            return [self.item(items)]
        found = []
        for number in numbers_in(text):
            live = None if number.dated else self._statuses.live_edition(number.family)
            found.append(self.item(live) if live else self._number(number))
        return found or [self._id(NodeKind.DOCUMENT, text, title=text, known=False)]

    def _edge(self, source: str, target: str, relation: Relation, **attributes: object) -> None:
        facts: dict[str, object] = {
            "cited_as": None,
            "dated": None,
            "resolved": bool(self.graph.nodes[target]["known"]),
            "degree": None,
            "scope": None,
            "outcome": None,
        }
        facts |= attributes
        key = f"{relation} {facts['cited_as']}" if facts["cited_as"] else relation.value
        self.graph.add_edge(source, target, key=key, relation=relation.value, **facts)

    def cite(self, citations: Citations) -> None:
        """Add what cites what. `resolved`: the target is the edition that is meant."""
        to_parts = sum(len(one.targets) for one in citations.all if len(one.targets) > 1)
        for citation in citations.all:
            source = self.item(citation.citing)
            for target in self._cited(citation, by_part=to_parts <= MOST_PART_EDGES):
                self._edge(
                    source,
                    target,
                    Relation.CITES,
                    cited_as=citation.cited_as,
                    dated=citation.dated,
                    resolved=bool(citation.targets or citation.other),
                    outcome=citation.outcome.value,
                )

    def _cited(self, citation: ResolvedCitation, *, by_part: bool) -> list[str]:
        if citation.number is not None and len(citation.targets) > 1 and not by_part:
            return [self._number(citation.number)]
        if citation.targets:
            return [self.item(target) for target in citation.targets]
        if citation.other is not None:
            return [self.item(citation.other)]
        if citation.number is not None:
            return [self._number(citation.number)]
        text = citation.cited_as
        return [self._id(NodeKind.DOCUMENT, text, title=text, known=False)]

    def replace(self, replacements: Replacements) -> None:
        """Add what replaces what, and what planned standards are to replace."""
        for link in replacements.links:
            source, target = self._end(link.new), self._end(link.old)
            scope = "whole" if link.whole else "part"
            known = link.new in self._workspace.editions and link.old in self._workspace.editions
            self._edge(source, target, Relation.REPLACES, scope=scope, resolved=known)
        for planned in self._workspace.planned.values():
            for said in planned.facts.replaces:
                for target in self._named(said.number):
                    scope = said.scope.value
                    self._edge(self.item(planned), target, Relation.REPLACES, scope=scope)

    def _end(self, key: str) -> str:
        """Return the node of one end of a replacement, an edition key."""
        edition = self._workspace.editions.get(key)
        if edition is not None:
            return self.item(edition)
        numbers = numbers_in(key)
        return self._number(numbers[0]) if numbers else self._named(key)[0]

    def adopt(self) -> None:
        """Add what adopts which international or foreign document, to which degree."""
        for item in self._workspace.items():
            for adoption in () if isinstance(item, Document) else item.facts.adopts:
                for target in self._named(adoption.number):
                    self._edge(
                        self.item(item),
                        target,
                        Relation.ADOPTS,
                        cited_as=adoption.number,
                        dated=any(number.dated for number in numbers_in(adoption.number)),
                        degree=adoption.degree.value if adoption.degree else None,
                    )

    def upgrade(self) -> None:
        """Add which standards are to be lifted to a higher level."""
        for entry in self._workspace.entries():
            for lifted in entry.record.upgrades:
                for target in self._named(lifted):
                    self._edge(self.item(entry.item), target, Relation.UPGRADES)

    def belong(self) -> None:
        """Add systems, their trees, and the home node of every entry."""
        for system in self._workspace.systems.values():
            self._id(NodeKind.SYSTEM, system.id, title=system.name)
            for node in system.nodes.values():
                self._edge(self._node(node), self._above(node, system), Relation.BELONGS_TO)
            for entry in system.entries:
                home = self._node(entry.node) if entry.node else self._system(system)
                self._edge(self.item(entry.item), home, Relation.BELONGS_TO)

    def _above(self, node: Node, system: System) -> str:
        return self._node(system.nodes[node.parent]) if node.parent else self._system(system)

    def _node(self, node: Node) -> str:
        return self._id(NodeKind.NODE, node.key, title=node.name)

    def _system(self, system: System) -> str:
        return self._id(NodeKind.SYSTEM, system.id, title=system.name)

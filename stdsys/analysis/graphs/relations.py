"""The relations and node kinds of the dependency graph; importing this imports no networkx."""

from enum import StrEnum


class Relation(StrEnum):
    """What an edge of the graph says of its source: it cites, replaces, adopts … its target."""

    CITES = "cites"
    REPLACES = "replaces"
    ADOPTS = "adopts"
    BELONGS_TO = "belongs-to"
    UPGRADES = "upgrades"


ALL = frozenset(Relation)
"""Every relation."""


class NodeKind(StrEnum):
    """What a node of the graph stands for."""

    STANDARD = "standard"
    FAMILY = "family"
    PLANNED = "planned"
    DOCUMENT = "document"
    SYSTEM = "system"
    NODE = "node"

"""The words for relations and kinds of nodes, and how a node is called in a text."""

from collections.abc import Mapping
from typing import Any

from stdsys.analysis.graphs.relations import NodeKind, Relation
from stdsys.messages import Text, Translator, _
from stdsys.model.status import Status
from stdsys.output.tables.rendering import one_line
from stdsys.rules.wording import STATUS_WORDS

RELATION: Mapping[Relation, Text] = {
    Relation.CITES: _("cites"),
    Relation.REPLACES: _("replaces"),
    Relation.ADOPTS: _("adopts"),
    Relation.UPGRADES: _("upgrades"),
    Relation.BELONGS_TO: _("belongs to"),
}
"""引用、代替、采用、上升自、属于: what an edge says of its source."""

REVERSED: Mapping[Relation, Text] = {
    Relation.CITES: _("cited by"),
    Relation.REPLACES: _("replaced by"),
    Relation.ADOPTS: _("adopted by"),
    Relation.UPGRADES: _("to be upgraded to"),
    Relation.BELONGS_TO: _("holds"),
}
"""被引用、被代替、被采用、拟上升为、包含: what an edge says of its target."""

NODE_KIND: Mapping[NodeKind, Text] = {
    NodeKind.STANDARD: _("standards"),
    NodeKind.FAMILY: _("undated numbers without a valid edition here"),
    NodeKind.PLANNED: _("planned standards"),
    NodeKind.DOCUMENT: _("documents"),
    NodeKind.SYSTEM: _("systems"),
    NodeKind.NODE: _("subsystems"),
}
"""What the nodes of a kind are."""

DEAD = ("replaced", "withdrawn", "no-live-edition")
"""Outcomes of a citation that leads to what is no longer in force."""

_NUMBERED = (NodeKind.STANDARD.value, NodeKind.FAMILY.value, NodeKind.NODE.value)


def caption(node: str, facts: Mapping[str, Any]) -> str:
    """Return what a node is called: number or code, and title.

    What has no number is called by its title; the id of a plan, a document or a system is for
    machines.
    """
    title = one_line(facts["title"] or "")
    return (
        f"{one_line(node)} {title}".rstrip() if facts["kind"] in _NUMBERED else short(node, facts)
    )


def short(node: str, facts: Mapping[str, Any]) -> str:
    """Return the number or code alone; what has none keeps its title."""
    return one_line(node if facts["kind"] in _NUMBERED else facts["title"] or node)


def status_word(facts: Mapping[str, Any], say: Translator) -> str:
    """Return the status of a node on the day; nothing for what has none."""
    return "" if facts["status"] is None else say(STATUS_WORDS[Status(facts["status"])])


def edge_words(facts: Mapping[str, Any], say: Translator) -> str:
    """Return what stands at an edge: nothing at citations and places, which are the rule."""
    match facts["relation"]:
        case Relation.REPLACES.value if facts["scope"] == "part":
            return say(_("replaces in part"))
        case Relation.ADOPTS.value if facts["degree"]:
            return f"{say(RELATION[Relation.ADOPTS])} {facts['degree']}"
        case Relation.CITES.value | Relation.BELONGS_TO.value:
            return ""
        case relation:
            return say(RELATION[Relation(relation)])

"""What stands around one standard, for people: its own relations first, then the others near."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.graphs.graph import Graph
from stdsys.analysis.graphs.relations import NodeKind, Relation
from stdsys.messages import Translator, _
from stdsys.output.graphs.words import RELATION, REVERSED, caption, short, status_word
from stdsys.output.tables.rendering import one_line
from stdsys.output.text.aligned import Layout, Words


class GraphFocusText:
    """Writes a part of the graph as text; `layout` decides on colour."""

    def __init__(
        self, analysis: Analysis, part: Graph, say: Translator, layout: Layout | None = None
    ) -> None:
        self._as_of = analysis.as_of
        self._part = part
        self._say = say
        self._layout = layout or Layout()

    def lines(self, focus: Sequence[str]) -> Iterator[str]:
        """Yield each node in focus with its relations, then those between what is near."""
        yield self._say(_("as of {day}", day=self._as_of))
        for node in focus:
            yield ""
            yield self._layout.heading(self._called(node))
            groups = self._groups(node)
            if not groups:
                yield self._say(_("no relations"))
            for name, members in groups.items():
                yield self._say(_("{name}: {count}", name=name, count=len(members)))
                yield from (f"  {member}" for member in members)
        yield from self._further(focus)

    def _groups(self, node: str) -> dict[str, list[str]]:
        """Return the nodes joined to one by what joins them, its own relations first."""
        groups: dict[str, list[str]] = {}
        for _source, target, facts in self._part.out_edges(node, data=True):
            name = self._say(RELATION[Relation(facts["relation"])])
            groups.setdefault(name, []).append(self._joined(target, target, facts))
        for source, _target, facts in self._part.in_edges(node, data=True):
            name = self._say(REVERSED[Relation(facts["relation"])])
            groups.setdefault(name, []).append(self._joined(source, node, facts))
        return groups

    def _joined(self, other: str, target: str, facts: Mapping[str, Any]) -> str:
        """Return a node and how it is joined: the number as printed, the degree, the scope."""
        remarks = []
        cited_as = one_line(facts["cited_as"] or "")
        if cited_as and cited_as != target:
            remarks.append(self._say(_("written as {number}", number=cited_as)))
        if facts["degree"]:
            remarks.append(facts["degree"])
        if facts["scope"] == "part":
            remarks.append(self._say(_("in part")))
        return "  ".join((self._called(other), *remarks))

    def _further(self, focus: Sequence[str]) -> Iterator[str]:
        near = set(focus)
        rows: list[list[Words]] = [
            [
                short(source, self._part.nodes[source]),
                self._say(RELATION[Relation(facts["relation"])]),
                self._called(target),
            ]
            for source, target, facts in self._part.edges(data=True)
            if source not in near and target not in near
        ]
        if rows:
            yield ""
            yield self._layout.heading(self._say(_("Further relations between what is near")))
            header = [_("From"), _("Relation"), _("To")]
            yield from self._layout.table([self._say(text) for text in header], rows)

    def _called(self, node: str) -> str:
        """Return what a node is called, and its status where it has one."""
        facts = self._part.nodes[node]
        name, status = caption(node, facts), status_word(facts, self._say)
        if not facts["known"]:
            status = self._say(_("not in the workspace"))
        elif facts["kind"] == NodeKind.FAMILY.value:
            status = self._say(_("no edition in force"))
        return name + (self._say(_(" ({remark})", remark=status)) if status else "")

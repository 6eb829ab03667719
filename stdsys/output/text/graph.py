"""The dependency graph for people: in figures, and what to look at in it."""

from collections.abc import Iterator, Sequence

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.resolved import ResolvedCitation
from stdsys.analysis.citations.statements import numbers_in
from stdsys.analysis.graphs.answers import Summary, summary
from stdsys.analysis.graphs.graph import Graph
from stdsys.analysis.graphs.relations import NodeKind, Relation
from stdsys.analysis.life_cycle.replacement_chains import replacement_chains
from stdsys.messages import Text, Translator, _
from stdsys.model.status import Status
from stdsys.output.graphs.words import NODE_KIND, RELATION, status_word
from stdsys.output.tables.headings import title
from stdsys.output.tables.rendering import one_line
from stdsys.output.text.aligned import Layout, Words
from stdsys.rules.wording import STATUS_WORDS

ARROW = " → "
"""Stands between the steps of a chain."""

SHOWN = 10
"""So many chains of a kind are shown; JSON carries the whole graph."""

SHOWN_STEPS = 12
"""So many steps of a chain are shown."""


class GraphText:
    """Writes the graph as text; `layout` decides on colour."""

    def __init__(
        self, analysis: Analysis, graph: Graph, say: Translator, layout: Layout | None = None
    ) -> None:
        self._analysis = analysis
        self._graph = graph
        self._say = say
        self._layout = layout or Layout()

    def lines(self) -> Iterator[str]:
        """Yield the graph in figures, and what to look at in it."""
        heading = title(self._analysis, _("dependency graph"))
        yield self._layout.heading(one_line(self._say(heading)))
        yield self._say(_("as of {day}", day=self._analysis.as_of))
        figures = summary(self._graph, self._analysis.citations, self._analysis.replacements)
        yield from self._counts(figures)
        relations = {Relation(name) for name in figures.relations}
        if Relation.CITES in relations:
            yield from self._hubs(figures)
            yield from self._chains(_("Longest chains of citations"), figures.longest)
            yield from self._dead(figures.dead)
            yield from self._cycles(_("Cycles of citations"), figures.cycles)
        if Relation.REPLACES in relations:
            analysis = self._analysis
            replaced = replacement_chains(analysis.replacements, analysis.statuses)
            chains = [[(key,) for key in chain] for chain in replaced]
            heading = _("Standards replaced more than once, down to the edition that holds")
            yield from self._chains(heading, chains)
            cycles = figures.replacement_cycles
            yield from self._cycles(_("Cycles of replacements"), cycles)

    def _counts(self, figures: Summary) -> Iterator[str]:
        nodes = [
            _("{what}: {count}", what=NODE_KIND[NodeKind(kind)], count=count)
            for kind, count in figures.nodes.items()
        ]
        edges = [
            _("{what}: {count}", what=RELATION[Relation(relation)], count=count)
            for relation, count in figures.relations.items()
        ]
        yield ""
        yield self._say(_("nodes {count} ({parts})", count=len(self._graph), parts=tuple(nodes)))
        count = self._graph.number_of_edges()
        if count:
            yield self._say(_("relations {count} ({parts})", count=count, parts=tuple(edges)))
        else:
            yield self._say(_("no relations"))

    def _hubs(self, figures: Summary) -> Iterator[str]:
        if not figures.hubs:
            return
        header = [_("Times cited"), _("Number"), _("Title"), _("Status")]
        rows: list[list[Words]] = []
        for hub in figures.hubs:
            facts = self._graph.nodes[hub.node]
            name = one_line(facts["title"] or self._say(_("not in the workspace")))
            status = status_word(facts, self._say)
            rows.append([str(hub.cited_by), one_line(hub.node), name, status])
        yield ""
        yield self._layout.heading(self._say(_("Most cited")))
        yield from self._layout.table([self._say(text) for text in header], rows, right=(0,))

    def _chains(self, heading: Text, chains: Sequence[Sequence[Sequence[str]]]) -> Iterator[str]:
        if not chains:
            return
        yield ""
        yield self._layout.heading(self._say(heading))
        for chain in chains[:SHOWN]:
            steps = [self._step(step) for step in chain[:SHOWN_STEPS]]
            if len(chain) > SHOWN_STEPS:
                steps.append(self._say(_("… ({count} steps in all)", count=len(chain))))
            yield "- " + ARROW.join(steps)
        yield from self._more(len(chains) - SHOWN)

    def _step(self, members: Sequence[str]) -> str:
        """Return a step of a chain: one edition with its status unless in force, or a cycle."""
        if len(members) > 1:
            shown = tuple(map(one_line, members[:SHOWN_STEPS]))
            return self._say(_("[cycle: {members}]", members=shown))
        (key,) = members
        return one_line(key) + self._remark(key)

    def _remark(self, key: str) -> str:
        """Return the status of an edition in brackets, nothing for one in force."""
        on_day = self._analysis.statuses.of_key(key)
        if on_day is None:
            return self._say(_(" ({remark})", remark=_("not in the workspace")))
        if on_day.status is Status.IN_FORCE:
            return ""
        return self._say(_(" ({remark})", remark=STATUS_WORDS[on_day.status]))

    def _dead(self, dead: Sequence[ResolvedCitation]) -> Iterator[str]:
        """Yield what is cited though it is no longer in force, what holds instead, who cites it."""
        groups: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
        for one in dead:
            groups.setdefault((one.cited_as, one.chain), {})[one.citing.key] = None
        if not groups:
            return
        yield ""
        heading = _("Citations of what is no longer in force: {count}", count=len(groups))
        yield self._layout.heading(self._say(heading))
        for (cited_as, chain), citing in groups.items():
            yield "- " + ARROW.join(self._way(cited_as, chain))
            names = tuple(map(one_line, citing))
            few = names if len(names) <= SHOWN else (*names[:SHOWN], "…")
            yield "  " + self._say(_("cited by {count}: {names}", count=len(names), names=few))

    def _way(self, cited_as: str, chain: Sequence[str]) -> Iterator[str]:
        """Yield the steps from what is printed to the edition that holds."""
        if not chain or all(number.edition_key != chain[0] for number in numbers_in(cited_as)):
            yield one_line(cited_as)
        yield from (one_line(key) + self._remark(key) for key in chain)
        end = self._analysis.statuses.of_key(chain[-1]) if chain else None
        if end is None or not end.status.live:
            yield self._say(_("no edition in force"))

    def _cycles(self, heading: Text, cycles: Sequence[Sequence[str]]) -> Iterator[str]:
        if not cycles:
            return
        yield ""
        yield self._layout.heading(self._say(heading))
        for cycle in cycles[:SHOWN]:
            yield "- " + ", ".join(map(one_line, cycle[:SHOWN_STEPS]))
        yield from self._more(len(cycles) - SHOWN)

    def _more(self, left: int) -> Iterator[str]:
        if left > 0:
            yield self._say(_("and {count} more", count=left))

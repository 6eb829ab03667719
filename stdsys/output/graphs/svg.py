"""The dependency graph drawn: as SVG."""

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.graphs.graph import Graph
from stdsys.messages import Translator, _
from stdsys.output.diagrams.diagram import Diagram
from stdsys.output.diagrams.graph import graph_diagram
from stdsys.output.diagrams.svg import svg
from stdsys.output.tables.headings import title


def drawn_graph(analysis: Analysis, graph: Graph, say: Translator) -> Diagram:
    """Return the graph, or a part of it, as boxes and lines beneath the workspace's title."""
    heading = title(analysis, _("dependency graph"))
    return graph_diagram(graph, heading, _("as of {day}", day=analysis.as_of), say)


def graph_svg(analysis: Analysis, graph: Graph, say: Translator) -> str:
    """Return the graph as a SVG file."""
    return svg(drawn_graph(analysis, graph, say))

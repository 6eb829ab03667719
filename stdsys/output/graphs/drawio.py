"""The dependency graph for diagrams.net: every standard a box that can be moved and edited."""

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.graphs.graph import Graph
from stdsys.messages import Translator, _
from stdsys.output.diagrams.drawio import drawio
from stdsys.output.graphs.svg import drawn_graph


def graph_drawio(analysis: Analysis, graph: Graph, say: Translator) -> str:
    """Return the graph as a .drawio file of one page."""
    return drawio([(say(_("dependency graph")), drawn_graph(analysis, graph, say))])

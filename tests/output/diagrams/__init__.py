"""Drawn files of a small invented region; `python -m tests.output.diagrams` writes them afresh."""

from pathlib import Path

from stdsys.analysis.analysis import Analysis
from stdsys.messages import translator
from stdsys.output.diagrams.drawio import drawio
from stdsys.output.diagrams.matrix import matrix
from stdsys.output.diagrams.structure import hierarchy, sequence
from stdsys.output.diagrams.svg import svg
from stdsys.output.graphs.graphml import graph_graphml
from stdsys.output.graphs.mermaid import graph_mermaid
from stdsys.output.graphs.svg import graph_svg
from tests.output.sample_region import analysis

SAY = translator("en")
FOLDER = Path(__file__).parent / "drawn"


def drawn() -> dict[str, str]:
    """Return every drawn file of the sample: name → content."""
    sample = analysis()
    pages = {
        "hierarchy": hierarchy(sample, SAY),
        "sequence": sequence(sample, SAY),
        "matrix": matrix(sample, SAY),
        "system": hierarchy(sample, SAY, sample.workspace.systems["fruit"]),
    }
    return {
        **{f"{name}.svg": svg(diagram) for name, diagram in pages.items()},
        "structure.drawio": drawio(list(pages.items())),
        **drawn_graph(sample),
    }


def drawn_graph(sample: Analysis) -> dict[str, str]:
    """Return the files of the sample's dependency graph."""
    graph = sample.graph()
    return {
        "graph.svg": graph_svg(sample, graph, SAY),
        "graph.mmd": graph_mermaid(graph, SAY),
        "graph.graphml": graph_graphml(graph),
    }

"""Graphs of small workspaces."""

from collections.abc import Collection
from typing import Any

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.graphs.graph import Graph, build_graph
from stdsys.analysis.graphs.relations import ALL, Relation
from tests.analysis.analysed import analysed, standards

EXAMPLE = """
    documents:
      - {id: measures, title: 示例办法}
    standards:
      - number: GB/T 1-2020
        title: 示例通则
        effective: 2020-07-01
        replaces: [GB/T 1-2010, {number: GB/T 2-2005, scope: part}]
        cites: [GB/T 3, GB/T 4-2018, GB/T 5, 示例国际公约]
        adopts: [{number: "ISO 3720:2011", degree: MOD}]
      - {number: GB/T 3-2019, title: 示例方法, cites: [GB/T 6, GB/T 6-2001]}
      - {number: GB/T 6-2001, status: 废止}
    systems:
      - id: tea
        name: 示例体系
        tree:
          - {code: "1", name: 基础, children: [{code: "1.1", name: 术语}]}
        entries:
          - {standard: GB/T 1-2020, at: "1.1"}
          - {standard: DB42/T 1-2015}
          - planned: 示例规范
            id: draft
            level: industry
            at: "1"
            upgrades: [DB42/T 1-2015]
            replaces: [GB/T 3]
            cites: [GB/T 1]
"""

CHAIN = standards(
    "number: GB/T 1-2020, cites: [GB/T 2]",
    "number: GB/T 2-2020, cites: [GB/T 3]",
    "number: GB/T 3-2020, cites: [GB/T 4]",
    "number: GB/T 4-2020",
    "number: GB/T 5-2020, cites: [GB/T 3]",
)


def graph_of(analysis: Analysis, relations: Collection[Relation] = ALL) -> Graph:
    return build_graph(
        analysis.workspace,
        analysis.statuses,
        analysis.replacements,
        analysis.citations,
        relations,
    )


def example(*relations: Relation) -> Graph:
    return graph_of(analysed(EXAMPLE), relations or ALL)


def edges(graph: Graph) -> list[tuple[str, str]]:
    return [(source, target) for source, target, _ in graph.edges(keys=True)]


def edge(graph: Graph, source: str, target: str) -> dict[str, Any]:
    (found,) = graph.get_edge_data(source, target).values()
    return dict(found)

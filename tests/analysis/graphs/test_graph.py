import json
from math import isqrt

import pytest

from stdsys.analysis.graphs.answers import node_link
from stdsys.analysis.graphs.graph import MOST_PART_EDGES, node_of
from stdsys.analysis.graphs.relations import Relation
from tests.analysis.analysed import analysed, standards
from tests.analysis.graphs.small_graphs import EXAMPLE, edge, edges, example, graph_of


def test_citations() -> None:
    graph = example(Relation.CITES)

    assert edges(graph) == [
        ("GB/T 1-2020", "GB/T 3-2019"),
        ("GB/T 1-2020", "GB/T 4-2018"),
        ("GB/T 1-2020", "GB/T 5"),
        ("GB/T 1-2020", "示例国际公约"),
        ("GB/T 3-2019", "GB/T 6"),
        ("GB/T 3-2019", "GB/T 6-2001"),
        ("draft", "GB/T 1-2020"),
    ]
    assert edge(graph, "GB/T 1-2020", "GB/T 3-2019") == {
        "relation": "cites",
        "cited_as": "GB/T 3",
        "dated": False,
        "resolved": True,
        "degree": None,
        "scope": None,
        "outcome": "live",
    }
    assert edge(graph, "GB/T 1-2020", "GB/T 4-2018")["outcome"] == "outside"
    assert not edge(graph, "GB/T 1-2020", "GB/T 5")["resolved"]
    assert not edge(graph, "GB/T 3-2019", "GB/T 6")["resolved"]
    assert edge(graph, "GB/T 3-2019", "GB/T 6-2001")["resolved"]


@pytest.mark.parametrize(
    ("node", "kind", "level", "status", "title", "known"),
    [
        ("GB/T 1-2020", "standard", "national", "in-force", "示例通则", True),
        ("GB/T 4-2018", "standard", "national", None, None, False),
        ("GB/T 5", "family", "national", None, None, False),
        ("GB/T 6", "family", "national", None, None, True),
        ("ISO 3720:2011", "standard", "other", None, None, False),
        ("draft", "planned", "industry", "planned", "示例规范", True),
        ("measures", "document", "other", "in-force", "示例办法", True),
        ("示例国际公约", "document", None, None, "示例国际公约", False),
        ("tea", "system", None, None, "示例体系", True),
        ("tea/1.1", "node", None, None, "术语", True),
    ],
)
def test_nodes(
    node: str, kind: str, level: str | None, status: str | None, title: str | None, known: bool
) -> None:
    assert example().nodes[node] == {
        "kind": kind,
        "level": level,
        "status": status,
        "title": title,
        "known": known,
    }


def test_replacements_lead_from_new_to_old() -> None:
    graph = example(Relation.REPLACES)

    assert edges(graph) == [
        ("GB/T 1-2020", "GB/T 1-2010"),
        ("GB/T 1-2020", "GB/T 2-2005"),
        ("draft", "GB/T 3-2019"),
    ]
    assert edge(graph, "GB/T 1-2020", "GB/T 1-2010")["scope"] == "whole"
    assert edge(graph, "GB/T 1-2020", "GB/T 2-2005")["scope"] == "part"
    assert not edge(graph, "GB/T 1-2020", "GB/T 2-2005")["resolved"]
    assert edge(graph, "draft", "GB/T 3-2019")["resolved"]


def test_adoption_has_its_degree() -> None:
    graph = example(Relation.ADOPTS)

    assert edges(graph) == [("GB/T 1-2020", "ISO 3720:2011")]
    assert edge(graph, "GB/T 1-2020", "ISO 3720:2011")["degree"] == "MOD"


def test_upgrades() -> None:
    assert edges(example(Relation.UPGRADES)) == [("draft", "DB42/T 1-2015")]


def test_places_in_the_tree() -> None:
    graph = example(Relation.BELONGS_TO)

    assert sorted(edges(graph)) == [
        ("DB42/T 1-2015", "tea"),
        ("GB/T 1-2020", "tea/1.1"),
        ("draft", "tea/1"),
        ("tea/1", "tea"),
        ("tea/1.1", "tea/1"),
    ]


def test_nodes_of_the_tree_appear_only_with_their_relation() -> None:
    assert "tea" not in example(Relation.CITES)
    assert "measures" in example(Relation.CITES)


def test_one_standard_cited_twice_is_two_edges() -> None:
    graph = graph_of(
        analysed(
            standards("number: GB/T 1-2020, cites: [GB/T 2, GB/T 2-2020]", "number: GB/T 2-2020")
        )
    )

    assert [key for *_, key in graph.edges(keys=True)] == ["cites GB/T 2", "cites GB/T 2-2020"]


def test_an_id_that_names_two_things_is_two_nodes() -> None:
    graph = graph_of(
        analysed("""
            documents:
              - {id: tea, title: 示例办法}
            systems:
              - {id: tea, name: 示例体系, entries: [{document: tea}]}
        """)
    )

    assert edges(graph) == [("tea", "system:tea")]
    assert graph.nodes["tea"]["kind"] == "document"


def test_node_link_is_json_with_edges() -> None:
    data = json.loads(json.dumps(node_link(example())))

    assert {"id", "kind", "level", "status", "title"} <= data["nodes"][0].keys()
    assert {
        "source",
        "target",
        "relation",
        "cited_as",
        "dated",
        "resolved",
        "degree",
        "scope",
    } <= data["edges"][0].keys()
    assert len(data["edges"]) == example().number_of_edges()
    assert node_link(example()) == node_link(example())


@pytest.mark.parametrize(
    ("name", "node"),
    [
        ("GB/T 1-2020", "GB/T 1-2020"),
        ("GB/T 1—2020", "GB/T 1-2020"),
        ("GB/T 1", "GB/T 1-2020"),
        ("gb/t 4-2018", "GB/T 4-2018"),
        ("GB/T 5", "GB/T 5"),
        ("draft", "draft"),
        ("tea/1.1", "tea/1.1"),
        ("GB/T 99", None),
        ("示例", None),
    ],
)
def test_the_node_that_a_user_names(name: str, node: str | None) -> None:
    analysis = analysed(EXAMPLE)

    assert node_of(graph_of(analysis), analysis.workspace, analysis.statuses, name) == node


def test_citations_of_too_many_parts_lead_to_their_family() -> None:
    each = isqrt(MOST_PART_EDGES) + 1
    analysis = analysed(
        standards(*(f"number: GB/T 1.{part}-2020, cites: [GB/T 1]" for part in range(1, each + 1)))
    )
    graph = graph_of(analysis, [Relation.CITES])

    assert graph.number_of_edges() == each
    assert {target for _source, target in edges(graph)} == {"GB/T 1"}
    assert graph.nodes["GB/T 1"]["kind"] == "family"

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.analysis.graphs.answers import Hub, longest_chains, summary
from stdsys.analysis.graphs.relations import Relation
from tests.analysis.analysed import analysed, standards
from tests.analysis.graphs.small_graphs import EXAMPLE, graph_of


def test_summary() -> None:
    analysis = analysed(EXAMPLE)

    found = summary(graph_of(analysis), analysis.citations, analysis.replacements)

    assert found.relations == {
        "cites": 7,
        "replaces": 3,
        "adopts": 1,
        "upgrades": 1,
        "belongs-to": 5,
    }
    assert found.nodes["standard"] == 8
    assert found.nodes["family"] == 2
    assert found.hubs[0] == Hub("GB/T 1-2020", 1)
    assert found.longest == ((("GB/T 1-2020",), ("GB/T 3-2019",), ("GB/T 6-2001",)),)
    assert [(one.citing.key, one.cited_as) for one in found.dead] == [
        ("GB/T 3-2019", "GB/T 6"),
        ("GB/T 3-2019", "GB/T 6-2001"),
    ]
    assert found.cycles == found.replacement_cycles == ()


def test_hubs_count_the_documents_that_cite() -> None:
    analysis = analysed(
        standards(
            "number: GB/T 1-2020, cites: [GB/T 3, GB/T 3-2020, GB/T 1-2020]",
            "number: GB/T 2-2020, cites: [GB/T 3, GB/T 1]",
            "number: GB/T 3-2020, cites: [GB/T 9]",
        )
    )

    found = summary(graph_of(analysis), analysis.citations, analysis.replacements, most=2)

    assert found.hubs == (Hub("GB/T 3-2020", 2), Hub("GB/T 1-2020", 1))


def test_a_cycle_is_one_step_of_a_chain() -> None:
    graph = graph_of(
        analysed(
            standards(
                "number: GB/T 1-2020, cites: [GB/T 2]",
                "number: GB/T 2-2020, cites: [GB/T 3]",
                "number: GB/T 3-2020, cites: [GB/T 2, GB/T 4]",
                "number: GB/T 4-2020",
                "number: GB/T 5-2020, cites: [GB/T 4]",
            )
        )
    )

    assert longest_chains(graph) == (
        (("GB/T 1-2020",), ("GB/T 2-2020", "GB/T 3-2020"), ("GB/T 4-2020",)),
        (("GB/T 5-2020",), ("GB/T 4-2020",)),
    )


@given(st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14))
@settings(max_examples=60, deadline=None)
def test_the_longest_chain_is_as_long_as_networkx_says(pairs: set[tuple[int, int]]) -> None:
    cited = {one: sorted(other for first, other in pairs if first == one) for one in range(8)}
    items = [
        f"number: GB/T {one}0-2020, cites: [{', '.join(f'GB/T {other}0' for other in others)}]"
        for one, others in cited.items()
    ]
    plain: nx.DiGraph[int] = nx.DiGraph(pairs)

    chains = longest_chains(graph_of(analysed(standards(*items)), [Relation.CITES]))

    expected = nx.dag_longest_path_length(nx.condensation(plain)) if plain else 0
    assert (len(chains[0]) - 1 if chains else 0) == expected

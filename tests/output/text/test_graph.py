"""The graph in figures, and what to look at in it."""

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.graphs.focus import around, nodes_of
from stdsys.messages import translator
from stdsys.output.text.graph import GraphText
from stdsys.output.text.graph_focus import GraphFocusText
from tests.output.sample_region import DAY, REGION, analysis
from tests.workspaces import workspace

CHAINS = """
    workspace: {format: 1, name: chains}
    standards:
      - {number: GB/T 99001-2005, cites: [GB/T 99002], withdrawn: 2010-01-01}
      - {number: GB/T 99002-2010, title: 示例, effective: 2010-06-01}
      - {number: GB/T 99002-2015, effective: 2015-06-01, replaces: [GB/T 99002-2010]}
      - {number: GB 99003-2020, effective: 2020-06-01, replaces: [GB/T 99002-2015]}
      - {number: GB/T 99004-2018, effective: 2018-06-01, cites: [GB/T 99002-2010, GB/T 99005]}
      - {number: GB/T 99005-2019, effective: 2019-06-01, cites: [GB/T 99004]}
      - {number: GB/T 99006-2011, replaces: [GB/T 99007-2010]}
      - {number: GB/T 99007-2010, replaces: [GB/T 99006-2011]}
"""


def lines(of: Analysis) -> list[str]:
    return list(GraphText(of, of.graph(), translator("en")).lines())


def focused(of: Analysis, name: str, depth: int = 1) -> list[str]:
    graph = of.graph()
    nodes = nodes_of(graph, of.workspace, of.statuses, name)
    part = around(graph, nodes, depth)
    return list(GraphFocusText(of, part, translator("en")).lines(nodes))


def test_counts_by_kind_and_relation() -> None:
    text = lines(analysis())
    assert (
        "nodes 19 (standards: 8, planned standards: 1, "
        "undated numbers without a valid edition here: 1, systems: 3, subsystems: 6)"
    ) in text
    assert "relations 20 (adopts: 1, belongs to: 12, cites: 4, replaces: 2, upgrades: 1)" in text


def test_hubs_are_the_most_cited() -> None:
    text = lines(analysis())
    start = text.index("Most cited")
    assert text[start + 2].split() == ["2", "GB/T", "99001-2020", "示例试验方法", "in", "force"]


def test_a_dead_citation_shows_the_way_to_the_edition_that_holds() -> None:
    text = lines(Analysis(workspace(CHAINS), DAY))
    start = text.index("Citations of what is no longer in force: 1")
    assert text[start + 1 : start + 3] == [
        "- GB/T 99002-2010 (replaced) → GB/T 99002-2015 (replaced) → GB 99003-2020",
        "  cited by 1: GB/T 99004-2018",
    ]


def test_a_citation_without_a_way_out_says_so() -> None:
    assert "- GB/T 99003-2015 (withdrawn) → no edition in force" in lines(analysis())


def test_an_undated_citation_begins_with_what_is_printed() -> None:
    undated = CHAINS.replace("cites: [GB/T 99002-2010,", "cites: [GB/T 99002,")
    assert any(
        line == "- GB/T 99002 → GB/T 99002-2015 (replaced) → GB 99003-2020"
        for line in lines(Analysis(workspace(undated), DAY))
    )


def test_chains_of_replacement_and_cycles() -> None:
    text = lines(Analysis(workspace(CHAINS), DAY))
    start = text.index("Standards replaced more than once, down to the edition that holds")
    assert text[start + 1] == (
        "- GB/T 99002-2010 (replaced) → GB/T 99002-2015 (replaced) → GB 99003-2020"
    )
    assert text[text.index("Cycles of citations") + 1] == "- GB/T 99004-2018, GB/T 99005-2019"
    assert text[text.index("Cycles of replacements") + 1] == "- GB/T 99006-2011, GB/T 99007-2010"


def test_a_cycle_is_one_step_of_a_chain() -> None:
    text = lines(Analysis(workspace(CHAINS), DAY))
    start = text.index("Longest chains of citations")
    assert text[start + 1] == (
        "- [cycle: GB/T 99004-2018, GB/T 99005-2019] → GB/T 99002-2010 (replaced)"
    )


def test_a_workspace_without_relations() -> None:
    text = lines(Analysis(workspace("workspace: {format: 1, name: bare}"), DAY))
    assert text[-1] == "no relations"


def test_the_focus_lists_what_is_cited_and_by_whom() -> None:
    text = focused(analysis(), "gb/t 99001—2020")
    start = text.index("GB/T 99001-2020 示例试验方法 (in force)")
    assert text[start + 1 : start + 8] == [
        "adopts: 1",
        "  ISO 99001:2018 (not in the workspace)  MOD",
        "belongs to: 1",
        "  base/1 通用",
        "cited by: 2",
        "  GB/T 99002-2021 示例果 (in force)  written as GB/T 99001",
        "  GB/T 99004-2026 示例坚果 (upcoming)",
    ]


def test_an_undated_focus_shows_the_whole_family() -> None:
    text = focused(analysis(), "GB/T 99004", depth=0)
    assert [line for line in text if line.startswith("GB/T 99004-")] == [
        "GB/T 99004-2010 示例坚果 (replaced)",
        "GB/T 99004-2015 示例坚果 (in force)",
        "GB/T 99004-2026 示例坚果 (upcoming)",
    ]


def test_further_relations_stand_apart() -> None:
    text = focused(analysis(), "GB/T 99002-2021", depth=2)
    start = text.index("Further relations between what is near")
    rest = text[start + 2 :]
    assert any(
        line.startswith("GB/T 99001-2020") and "adopts" in line and "ISO 99001:2018" in line
        for line in rest
    )


def test_a_part_replaced_says_so() -> None:
    part = REGION.replace(
        "replaces: [GB/T 99004-2015]", "replaces: [{number: GB/T 99004-2015, scope: part}]"
    )
    text = focused(Analysis(workspace(part), DAY), "GB/T 99004-2026")
    assert "  GB/T 99004-2015 示例坚果 (in force)  in part" in text

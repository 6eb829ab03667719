"""`stdsys graph`, run as users run it."""

import json
from pathlib import Path

import networkx as nx
import pytest

from tests.cli.running import run, write_workspace
from tests.output.sample_region import REGION


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "sample", REGION)


def relations(text: str) -> set[str]:
    return {edge["relation"] for edge in json.loads(text)["edges"]}


def test_text(folder: Path) -> None:
    result = run("graph", folder)
    assert (result.code, result.err) == (0, "")
    assert "- GB/T 99003-2015 (withdrawn) → no edition in force" in result.out


def test_chinese(folder: Path) -> None:
    result = run("graph", folder, lang="zh")
    assert result.code == 0
    assert "- GB/T 99003-2015（废止） → 无现行版本" in result.out


def test_json_is_node_link_data(folder: Path) -> None:
    data = json.loads(run("graph", folder, "--format", "json").out)
    graph = nx.node_link_graph(data, edges="edges")
    assert graph.has_edge("GB/T 99002-2021", "GB/T 99001-2020")


def test_dot(folder: Path) -> None:
    out = run("graph", folder, "--format", "dot").out
    assert out.startswith("digraph stdsys {\n")
    assert out.endswith("}\n")


@pytest.mark.parametrize(
    ("option", "found"),
    [
        ("cites", {"cites"}),
        ("cites, replaces", {"cites", "replaces"}),
        ("adopts,upgrades,belongs-to", {"adopts", "upgrades", "belongs-to"}),
        ("", {"cites", "replaces", "adopts", "upgrades", "belongs-to"}),
    ],
)
def test_only_some_relations(folder: Path, option: str, found: set[str]) -> None:
    result = run("graph", folder, "--relation", option, "--format", "json")
    assert relations(result.out) == found


def test_text_says_nothing_of_relations_left_out(folder: Path) -> None:
    out = run("graph", folder, "--relation", "replaces").out
    assert "Most cited" not in out
    assert "relations 2 (replaces: 2)" in out


@pytest.mark.parametrize(
    ("focus", "nodes"),
    [
        ("GB/T 99004—2015", {"GB/T 99004-2010", "GB/T 99004-2015", "GB/T 99004-2026"}),
        ("fruit-sales", {"fruit-sales", "fruit/3", "T/SLXH 001-2022"}),
        ("nuts", {"nuts", "nuts/1", "nuts/2"}),
        ("GB/T 99009", {"GB/T 99009", "GB/T 99002-2021"}),
    ],
)
def test_focus(folder: Path, focus: str, nodes: set[str]) -> None:
    data = json.loads(run("graph", folder, "--focus", focus, "--format", "json").out)
    assert {node["id"] for node in data["nodes"]} == nodes


def test_depth_widens_the_focus(folder: Path) -> None:
    def size(depth: str) -> int:
        options = ("--focus", "GB/T 99009", "--depth", depth, "--format", "json")
        return len(json.loads(run("graph", folder, *options).out)["nodes"])

    assert [size("0"), size("1"), size("2")] == [1, 2, 2]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("--focus", "GB/T 99001-2021"),
            "GB/T 99001-2021 is not in the graph; did you mean GB/T 99001-2020?",
        ),
        (("--focus", "完全不同"), "完全不同 is not in the graph"),
        (("--relation", "cite"), "there is no relation cite; did you mean cites?"),
        (("--relation", "xyz"), "known here: cites, replaces, adopts, belongs-to, upgrades"),
        (("--depth", "-1"), "--depth: expected a whole number, 0 or more"),
    ],
)
def test_wrong_use(folder: Path, options: tuple[str, ...], message: str) -> None:
    result = run("graph", folder, *options)
    assert (result.code, result.out) == (2, "")
    assert result.err.rstrip().endswith(message)


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("mermaid", "flowchart LR\n"),
        ("graphml", '<?xml version="1.0" encoding="UTF-8"?>\n<graphml '),
        ("svg", '<?xml version="1.0" encoding="UTF-8"?>\n<svg '),
        ("drawio", '<?xml version="1.0" encoding="UTF-8"?>\n<mxfile '),
    ],
)
def test_formats_for_looking_and_for_other_programs(folder: Path, form: str, begins: str) -> None:
    result = run("graph", folder, "--focus", "GB/T 99004", "--format", form)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(begins)
    assert "99004-2026" in result.out
    assert "99003" not in result.out


def test_a_format_that_there_is_not(folder: Path) -> None:
    assert run("graph", folder, "--format", "html").code == 2


def test_unreadable_parts_end_with_1(tmp_path: Path) -> None:
    broken = write_workspace(tmp_path, REGION, extra="standards: [unclosed\n")
    result = run("graph", broken, "--format", "json")
    assert result.code == 1
    assert "GB/T 99001-2020" in {node["id"] for node in json.loads(result.out)["nodes"]}


@pytest.mark.parametrize("form", ["text", "json", "dot", "mermaid", "graphml", "svg", "drawio"])
def test_the_same_input_gives_the_same_bytes(folder: Path, form: str) -> None:
    one, other = (run("graph", folder, "--format", form).bytes for _ in range(2))
    assert one == other

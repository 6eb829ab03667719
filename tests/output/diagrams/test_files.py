"""The files: well-formed whatever the names, and of the structure that programs expect."""

import re
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.analysis.analysis import Analysis
from stdsys.output.diagrams.diagram import Box, Line, Point, page
from stdsys.output.diagrams.drawio import drawio
from stdsys.output.diagrams.png import drawn, png
from stdsys.output.diagrams.structure import hierarchy
from stdsys.output.diagrams.svg import FAMILY, svg
from stdsys.output.graphs.graphml import graph_graphml
from stdsys.output.graphs.mermaid import escaped, graph_mermaid
from stdsys.output.tables.rendering import one_line
from tests.output.diagrams import SAY
from tests.output.diagrams.geometry import texts
from tests.output.sample_region import DAY, REGION, analysis
from tests.workspaces import workspace

HOSTILE = st.text(st.sampled_from("茶&<>\"'\\#;%{}[]|`\n\r\0\x07\ud800\ufffe ]]>-a"), max_size=14)


@settings(max_examples=60)
@given(HOSTILE)
def test_any_name_gives_well_formed_files_that_say_it(name: str) -> None:
    box = Box("k", 0, 0, 200, 40, (name,))
    line = Line("k", "k", (Point(200, 10), Point(220, 20)), label=name)
    diagram = page(name, name, [box], [line], [name])
    assert texts(svg(diagram)).count(one_line(name)) >= (3 if one_line(name) else 0)
    file = ElementTree.fromstring(drawio([(name, diagram)]))
    values = [cell.get("value") for cell in file.iter("mxCell") if cell.get("vertex")]
    assert len(values) == 4


@settings(max_examples=60)
@given(HOSTILE)
def test_no_name_leaves_its_label_in_mermaid(name: str) -> None:
    assert re.fullmatch(r"(?:[^\x00-\x1f\"`<>{}|;#%]|#\d+;)*", escaped(name))


def test_mermaid_has_a_node_and_an_edge_each() -> None:
    graph = analysis().graph()
    lines = graph_mermaid(graph, SAY).splitlines()
    assert lines[0] == "flowchart LR"
    assert sum(bool(re.match(r'  n\d+\["', line)) for line in lines) == len(graph)
    arrows = [line for line in lines if re.match(r"  n\d+ (-->|-\.->)", line)]
    assert len(arrows) == graph.number_of_edges()
    assert any('-.->|"replaces"|' in line for line in arrows)


def test_graphml_is_read_back_by_networkx() -> None:
    graph = analysis().graph()
    read = nx.parse_graphml(graph_graphml(graph), force_multigraph=True)
    names = dict(read.nodes(data="name"))
    assert set(names.values()) == set(graph)
    assert {
        (names[s], names[t], facts["relation"], facts["resolved"])
        for s, t, facts in read.edges(data=True)
    } == {(s, t, facts["relation"], facts["resolved"]) for s, t, facts in graph.edges(data=True)}
    known = {data["name"]: data["known"] for _node, data in read.nodes(data=True)}
    assert known["ISO 99001:2018"] is False


def test_drawio_ties_each_line_to_two_boxes() -> None:
    diagram = hierarchy(analysis(), SAY)
    file = ElementTree.fromstring(drawio([("一", diagram), ("二", diagram)]))
    assert file.tag == "mxfile"
    pages = file.findall("diagram")
    assert [one.get("name") for one in pages] == ["一", "二"]
    cells = pages[0].findall("mxGraphModel/root/mxCell")
    assert [cell.get("id") for cell in cells[:2]] == ["0", "1"]
    vertices = {cell.get("id") for cell in cells if cell.get("vertex") == "1"}
    edges = [cell for cell in cells if cell.get("edge") == "1"]
    assert len(edges) == len(diagram.lines)
    assert all({edge.get("source"), edge.get("target")} <= vertices for edge in edges)
    assert all(cell.find("mxGeometry") is not None for cell in cells[2:])
    assert len({cell.get("id") for cell in cells}) == len(cells)


def test_a_hostile_name_is_text_in_every_file() -> None:
    text = REGION.replace("name: 示例果体系", "name: '<script>a</script> & \"b\"'")
    diagram = hierarchy(Analysis(workspace(text), DAY), SAY)
    assert "<script>" not in svg(diagram)
    value = next(
        cell.get("value", "")
        for cell in ElementTree.fromstring(drawio([("x", diagram)])).iter("mxCell")
        if "script" in cell.get("value", "")
    )
    assert "<script>" not in value  # diagrams.net takes the value for HTML


@pytest.mark.office
def test_the_picture_shows_all_text_within_the_boxes() -> None:
    """Boxes are painted over the text: what is still to be seen is outside of them."""
    for name in ("示例市农产品产地环境质量安全追溯标准体系", "GWMWM WWW@MMM", "1" * 60):
        diagram = hierarchy(Analysis(workspace(REGION.replace("示例果体系", name)), DAY), SAY)
        assert png(diagram).startswith(b"\x89PNG")
        size = f'width="{diagram.width}" height="{diagram.height}"'
        start = (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}" font-size="13">'
        )
        words = "".join(re.findall(r"<g[^>]*><rect[^>]*/>((?:<text.*?</text>)+)</g>", svg(diagram)))
        covers = "".join(
            f'<rect x="{b.x}" y="{b.y}" width="{b.width}" height="{b.height}" fill="#FFFFFF"/>'
            for b in diagram.boxes
        )
        blank = drawn(f"{start}</svg>")
        assert drawn(f"{start}{words}</svg>") != blank
        assert drawn(f"{start}{words}{covers}</svg>") == blank

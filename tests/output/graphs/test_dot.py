"""The DOT file: its strings, ranks and lines."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.analysis.analysis import Analysis
from stdsys.messages import translator
from stdsys.output.graphs.dot import graph_dot, label, quoted
from tests.output.sample_region import DAY, REGION, analysis
from tests.workspaces import workspace

STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def dot(of: Analysis) -> list[str]:
    return graph_dot(of.graph(), translator("en")).splitlines()


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from('a"\\\n\r\0茶 ;->{}n'), max_size=12))
def test_any_text_is_one_string_on_one_line(text: str) -> None:
    written = quoted(text)
    assert STRING.fullmatch(written)
    assert "\n" not in written
    assert "\0" not in written


@settings(max_examples=100, deadline=None)
@given(st.tuples(*[st.text(st.sampled_from('a"\\\nn0'), max_size=5)] * 2))
def test_different_texts_stay_different(texts: tuple[str, str]) -> None:
    assert (quoted(texts[0]) == quoted(texts[1])) is (texts[0] == texts[1])


def test_labels_break_lines_and_begin_no_entity() -> None:
    assert label(["A&B", 'C"\\N']) == r'"A&amp;B\nC\"\\N"'


def test_nodes_are_labelled_with_number_and_title() -> None:
    lines = dot(analysis())
    assert lines[0] == "digraph stdsys {"
    assert lines[-1] == "}"
    assert any(
        line.startswith('  "GB/T 99001-2020" [label="GB/T 99001-2020\\n示例试验方法"')
        for line in lines
    )


def test_levels_are_ranks_from_the_highest_down() -> None:
    ranks = [line for line in dot(analysis()) if "rank=same" in line]
    assert [STRING.findall(rank)[0] for rank in ranks] == [
        '"GB/T 99001-2020"',
        '"T/SLXH 001-2022"',
        '"ISO 99001:2018"',
    ]
    assert '"fruit-sales"' in ranks[1]


def test_relations_differ_in_line_and_words() -> None:
    lines = dot(analysis())
    edges = {tuple(STRING.findall(line)[:2]): line for line in lines if " -> " in line}
    replaces = edges['"GB/T 99004-2026"', '"GB/T 99004-2015"']
    assert 'style="dashed"' in replaces
    assert 'xlabel="replaces"' in replaces
    assert 'xlabel="adopts MOD"' in edges['"GB/T 99001-2020"', '"ISO 99001:2018"']
    assert "#c0392b" in edges['"GB/T 99002-2021"', '"GB/T 99003-2015"']
    assert "#c0392b" not in edges['"GB/T 99002-2021"', '"GB/T 99001-2020"']


def test_what_is_not_here_has_a_dashed_frame() -> None:
    outside = next(line for line in dot(analysis()) if line.startswith('  "ISO 99001:2018" ['))
    assert 'style="filled,dashed"' in outside


def test_hostile_titles_stay_inside_their_strings() -> None:
    hostile = REGION.replace("title: 示例果加工", 'title: \'"]; "x" -> "y" \\\'')
    lines = dot(Analysis(workspace(hostile), DAY))
    node = next(line for line in lines if line.startswith('  "GB/T 99003-2015" ['))
    assert '"x"' not in STRING.findall(node)
    assert re.sub(STRING, "S", node) == "  S [label=S, shape=S, style=S, fillcolor=S];"


def test_every_line_is_a_statement_of_the_language() -> None:
    shapes = {re.sub(STRING, "S", line).strip() for line in dot(analysis())}
    allowed = re.compile(
        r"digraph stdsys \{|\}|(graph|node|edge) \[.*\];|S \[.*\];|S -> S \[.*\];"
        r"|\{ rank=same; S(; S)*; \}"
    )
    assert [shape for shape in shapes if not allowed.fullmatch(shape)] == []

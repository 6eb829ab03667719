"""YAML text: what is written comes back, and looks as people would write it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.intake.yaml_text import (
    WIDTH,
    Plain,
    comment,
    field_lines,
    flow,
    item_lines,
    scalar,
    writable,
)
from stdsys.source.builder import build
from tests.intake.random_intakes import TEXTS

PLAIN: st.SearchStrategy[Plain] = st.recursive(
    TEXTS.map(writable),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["number", "title", "notes", "issued"]), inner, max_size=3),
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(PLAIN, st.booleans())
def test_every_value_comes_back(value: Plain, spread: bool) -> None:
    for lines in (
        [f"top: {flow(value)}"],
        field_lines("top", value),
        ["top:", *(f"  {line}" for line in item_lines(value, 2, spread=spread))],
    ):
        built = build("\n".join(lines) + "\n")
        assert not built.problems, lines
        assert built.data in ({"top": value}, {"top": [value]})


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("示例种植规范", "示例种植规范"),
        ("GB/T 99001-2020", "GB/T 99001-2020"),
        ("示例：第1部分", "示例：第1部分"),
        ("http://example.org/a#b", "http://example.org/a#b"),
        ("1.1", '"1.1"'),
        ("no", '"no"'),
        ("a: b", '"a: b"'),
        ("# 注", '"# 注"'),
        ('说"是"', '说"是"'),
        ('"是"', "'\"是\"'"),
        ("", '""'),
        (" 左", '" 左"'),
        ("一\t二", '"一\\t二"'),
        ("藏\u200b字", '"藏\\u200b字"'),
        ("坏\x00", "坏\ufffd"),
        ("2020-01-02", "2020-01-02"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert scalar(text) == written


def test_a_day_needs_no_quotes_where_a_day_is_meant() -> None:
    assert field_lines("issued", "2020") == ["issued: 2020"]
    assert field_lines("code", "2020") == ['code: "2020"']
    assert field_lines("verified", "false") == ["verified: false"]
    assert field_lines("title", "false") == ['title: "false"']


def test_short_things_stand_on_a_line_and_long_ones_do_not() -> None:
    short = {"standard": "GB/T 99001-2020", "at": "1", "stages": ["planting"]}
    assert item_lines(short) == ['- {standard: GB/T 99001-2020, at: "1", stages: [planting]}']
    long = short | {"notes": "长" * WIDTH}
    assert item_lines(long)[:2] == ["- standard: GB/T 99001-2020", '  at: "1"']
    assert field_lines("cites", ["GB 1"] * 40)[:2] == ["cites:", "  - GB 1"]
    assert field_lines("notes", "一\n二") == ["notes: |-", "  一", "  二"]


@given(TEXTS)
def test_a_comment_stays_a_comment(text: str) -> None:
    assert build(f"# {comment(text)}\na: b\n").data == {"a": "b"}

"""Columns stand under their heads, whatever the width of the characters, coloured or not."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from stdsys.output.tables.rendering import one_line
from stdsys.output.text.aligned import Layout, Styled, Words

WORDS = st.text(st.sampled_from("茶业标准ABC 1/3—é"), max_size=8).map(one_line)
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.tuples(*[WORDS] * n), min_size=1)))
def test_every_cell_begins_where_its_column_begins(rows: list[tuple[str, ...]]) -> None:
    header = [f"列{index}" for index in range(len(rows[0]))]
    lines = Layout().table(header, rows)
    widths = [max(cell_len(row[i]) for row in (header, *rows)) for i in range(len(header))]
    for row, line in zip((header, *rows), lines, strict=True):
        cells = [
            cell + " " * (room - cell_len(cell)) for cell, room in zip(row, widths, strict=True)
        ]
        assert line == "  ".join(cells).rstrip(" ")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1))
def test_colour_adds_nothing_but_colour(rows: list[tuple[str, ...]]) -> None:
    styled: list[list[Words]] = [
        [name, Styled(word, "bold red"), last] for name, word, last in rows
    ]
    plain = Layout().table(["甲", "乙", "丙"], styled)
    coloured = Layout(colour=True).table(["甲", "乙", "丙"], styled)
    assert [COLOUR.sub("", line).rstrip() for line in coloured] == plain
    assert not any(COLOUR.search(line) for line in plain)


def test_counts_stand_to_the_right() -> None:
    lines = Layout().table(["级别", "数量"], [["国家标准", "7"], ["团标", "120"]], right=[1])
    assert lines == ["级别      数量", "国家标准     7", "团标       120"]


def test_a_table_too_wide_comes_in_blocks_that_repeat_the_first_column() -> None:
    header = ["体系", "育种", "种植", "加工"]
    rows = [["茶", "空白", "已覆盖", "空白"]]
    blocks = Layout(width=16).blocks(header, rows)
    assert blocks == [
        ["体系  育种", "茶    空白"],
        ["体系  种植", "茶    已覆盖"],
        ["体系  加工", "茶    空白"],
    ]
    assert Layout(width=80).blocks(header, rows) == [Layout().table(header, rows)]
    assert len(Layout(width=3).blocks(header, rows)) == 3


def test_counts_stand_to_the_right_in_every_block() -> None:
    header, rows = ["体系", "标准", "应有数", "现有数"], [["茶", "一", "7", "12"]]
    assert list(Layout(width=12).lines(header, rows, right=(2, 3))) == [
        *("体系  标准", "茶    一", ""),
        *("体系  应有数", "茶         7", ""),
        *("体系  现有数", "茶        12"),
    ]


def test_text_of_a_workspace_cannot_command_the_terminal() -> None:
    assert one_line("红\x1b[31m茶\n第二行\u0007") == "红\ufffd[31m茶 第二行\ufffd"

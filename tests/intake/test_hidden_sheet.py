"""The hidden sheet is read as it was written, and anything else is not taken for one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from stdsys.intake.hidden_sheet import (
    HiddenSheet,
    ItemMemo,
    LeadMemo,
    LinkMemo,
    NodeMemo,
    RowMemo,
    SheetMemo,
    SystemMemo,
    WordMemo,
    from_rows,
    to_rows,
)

TEXT = st.text(max_size=6)
SOME = st.text(min_size=1, max_size=6)
ITEMS = st.builds(
    ItemMemo,
    *[TEXT] * 9,
    st.dictionaries(st.sampled_from(["number", "title", "issued"]), SOME),
)
SHEETS = st.builds(
    HiddenSheet,
    *[TEXT] * 5,
    st.lists(
        st.builds(
            SheetMemo,
            *[TEXT] * 3,
            st.integers(1, 99),
            st.lists(st.tuples(SOME, SOME), max_size=3).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    st.lists(
        st.builds(SystemMemo, TEXT, TEXT, st.booleans(), st.lists(SOME, max_size=2).map(tuple)),
        max_size=2,
    ).map(tuple),
    st.lists(st.builds(NodeMemo, *[TEXT] * 4), max_size=2).map(tuple),
    st.lists(ITEMS, max_size=3).map(tuple),
    st.lists(st.builds(LinkMemo, *[TEXT] * 3), max_size=2).map(tuple),
    st.lists(st.builds(WordMemo, *[TEXT] * 3), max_size=2).map(tuple),
    st.lists(st.builds(RowMemo, *[TEXT] * 5), max_size=2).map(tuple),
    st.lists(st.builds(LeadMemo, *[TEXT] * 3), max_size=2).map(tuple),
)
EMPTY = HiddenSheet("示例", "示例体系", "2026-11-22", "、", "；")


@settings(max_examples=60)
@given(SHEETS, st.integers(0, 30))
def test_what_is_written_is_read(hidden: HiddenSheet, width: int) -> None:
    rows = list(to_rows(hidden))
    widest = max(width, *(len(row) for row in rows))
    padded = [[*row, *[""] * (widest - len(row))] for row in rows]  # as a grid gives it
    assert from_rows(padded) == hidden


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["stdsys", "999"]],
        [["stdsys", "1"]],
        [["stdsys", "1"], ["workspace"], ["between"], ["sheet", "表", "total", "", "第三行"]],
        [["标准编号", "标准名称"]],
    ],
)
def test_another_sheet_is_not_taken_for_one(rows: list[list[str]]) -> None:
    assert from_rows(rows) is None


def test_the_first_meaning_of_a_word_counts() -> None:
    words = (WordMemo("status", "现行", "in-force"), WordMemo("status", "现行", "unknown"))
    assert replace(EMPTY, words=words).meaning() == {"status": {"现行": "in-force"}}

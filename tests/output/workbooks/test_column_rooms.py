"""Widths of columns: long texts get the room, short words are never cut."""

import pytest

from stdsys.output.tables.table import Kind
from stdsys.output.workbooks.column_rooms import (
    EDGE,
    PAGE,
    SMALLEST_PRINT,
    broken_head,
    need_of,
    rooms_of,
)


def rooms(*columns: tuple[Kind, str, list[str | None]]) -> list[int]:
    needs = [need_of(*column) for column in columns]
    rows = list(zip(*(texts for _kind, _head, texts in columns), strict=True))
    return rooms_of(needs, rows)


def lines_of(texts: list[str | None], room: int) -> list[int]:
    return [-(-2 * len(text) // (room - 1)) for text in texts if text is not None]


def test_short_texts_stand_on_one_line_at_full_size() -> None:
    found = rooms(
        (Kind.COUNT, "序号", [None, None]),
        (Kind.TEXT, "名称", ["示例茶", "示例青砖茶加工技术规程"]),
        (Kind.TEXT, "备注", ["示例备注文字", None]),
    )
    assert sum(found) <= PAGE
    assert found[1] >= 22 + EDGE
    assert found[2] >= 12 + EDGE


def test_a_column_of_long_texts_gets_the_room_of_the_others() -> None:
    long: list[str | None] = ["示例" * 40] * 20
    short: list[str | None] = ["现行"] * 20
    found = rooms(
        *[(Kind.WORD, "状态", short)] * 8,
        (Kind.TEXT, "说明", long),
    )
    assert max(lines_of(long, found[-1])) <= 4
    assert all(room == found[0] for room in found[:8])


def test_nothing_is_printed_smaller_than_seven_points() -> None:
    long: list[str | None] = ["示例" * 200] * 5
    found = rooms(*((Kind.TEXT, "说明", long) for _ in range(6)))
    assert PAGE < sum(found) <= SMALLEST_PRINT


def test_the_print_keeps_its_size_where_little_is_saved() -> None:
    few: list[str | None] = ["示例" * 30, *["短"] * 30]
    assert sum(rooms((Kind.TEXT, "甲", few), (Kind.TEXT, "乙", few))) <= PAGE


def test_what_stands_on_one_page_keeps_its_size() -> None:
    long: list[str | None] = ["示例" * 20] * 3
    columns = [(Kind.TEXT, "说明", long)] * 7
    assert sum(rooms(*columns)) <= PAGE
    many = [(Kind.TEXT, "说明", long * 40)] * 7
    assert sum(rooms(*many)) > PAGE


def test_a_rare_long_text_does_not_stand_in_the_narrowest_column() -> None:
    rare: list[str | None] = ["示例" * 40, *[None] * 30]
    usual: list[str | None] = ["示例" * 10] * 31
    found = rooms((Kind.TEXT, "甲", usual), (Kind.TEXT, "乙", rare))
    assert max(lines_of(rare, found[1])) <= 3


@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.WORD])
def test_numbers_and_words_are_kept_on_one_line(kind: Kind) -> None:
    assert need_of(kind, "编号", ["GB/T 99001-2013"] * 3).least >= 15 + EDGE


def test_unbroken_text_is_not_cut_unless_it_is_an_address() -> None:
    assert need_of(Kind.TEXT, "标准", ["T/SLXH 001-2024、T/SLXH 002-2024"]).least >= 8 + EDGE
    assert need_of(Kind.TEXT, "网址", ["https://example.org/" + "a" * 80]).least <= 24


@pytest.mark.parametrize(
    ("head", "room", "expected"),
    [
        ("GB 99001（国标）", 20, "GB 99001（国标）"),
        ("GB 99001（国标）", 12, "GB 99001\n（国标）"),
        ("（国标）", 4, "（国标）"),
        ("很长的没有括号的表头", 4, "很长的没有括号的表头"),
    ],
)
def test_a_bracket_goes_onto_a_line_of_its_own(head: str, room: int, expected: str) -> None:
    assert broken_head(head, room) == expected

"""Headings of tables: the many words, several rows, what is no heading."""

from collections.abc import Sequence

import pytest

from stdsys.intake.field_names import checked_field
from stdsys.intake.fields import FIELDS
from stdsys.intake.grids import Grid, Merge
from stdsys.intake.guessing import column_letters
from stdsys.intake.header_words import known_words
from stdsys.intake.headers import Header, find_header
from stdsys.intake.sheet_view import SheetView

WORDS = known_words({}, None)


def header(rows: Sequence[Sequence[str]], *merges: Merge, row: int = 0) -> Header | None:
    grid = Grid("示例.xlsx", "示例", tuple(tuple(cells) for cells in rows), merges)
    return find_header(SheetView(grid), row, WORDS)


def fields(found: Header | None) -> dict[str, str | None]:
    assert found is not None
    return {column.header: column.field for column in found.columns}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("标准号", "number"),
        ("标准编号\n", "number"),
        ("标　准　号", "number"),
        ("标准代号和编号", "number"),
        ("引用标准编号", "number"),
        ("标准编号（含年代号）", "number"),
        ("*标准名称：", "title"),
        ("标准编号及名称", "number_title"),
        ("体系编号", "code"),
        ("标准体系表编号", "code"),
        ("子体系名称", "subsystem"),
        ("宜定级别", "level"),
        ("发布日期", "issued"),
        ("实施时间", "effective"),
        ("代替标准", "replaces"),
        ("被代替标准号或作废", "replaces"),
        ("被替代标准编号", "replaced_by"),
        ("采用的或相应的国际、国外标准号", "adopts"),
        ("国际国外标准号及采用关系", "adopts"),
        ("缓急程度", "urgency"),
        ("归口部门", "custodian"),
        ("现行标准状态（2024年）", "status"),
        ("ICS 分类号", "ics"),
        ("主要起草人", "ignore"),
        ("title_en", "title_en"),
        ("代替标准名称", None),
        ("代替标准实施日期", None),
        ("示例列", None),
        ("", None),
    ],
)
def test_words_of_headings(text: str, field: str | None) -> None:
    assert WORDS.field_of(text) == field


def test_every_field_of_the_list_exists() -> None:
    shipped = {WORDS.field_of(word) for word in ("标准号", "标准名称", "备注", "环节", "方面")}
    assert shipped == {"number", "title", "remarks", "stage", "aspect"}
    assert {checked_field(name) for name in ("drafting-units", "Title_EN")} <= FIELDS


def test_a_heading_of_two_rows_without_merged_cells() -> None:
    found = header(
        [
            ["序号", "标准", "", "日期", "", "名称", ""],
            ["", "编号", "级别", "发布", "实施", "中文", "英文"],
            ["1", "GB/T 99001-2016", "国标", "2016", "2016", "示例", "Example"],
        ]
    )
    assert found is not None
    assert (found.first, found.last) == (0, 1)
    assert fields(found) == {
        "序号": "ordinal",
        "标准编号": "number",
        "标准级别": "level",
        "发布日期": "issued",
        "实施日期": "effective",
        "中文名称": "title",
        "英文名称": "title_en",
    }


def test_a_title_that_is_merged_across_belongs_to_no_heading() -> None:
    rows = [["示例标准明细表", "", ""], ["序号", "标准号", "标准名称"]]
    title = Merge(0, 0, 0, 2)
    assert header(rows, title) is None
    assert fields(header(rows, title, row=1)) == {
        "序号": "ordinal",
        "标准号": "number",
        "标准名称": "title",
    }


def test_a_bare_word_gives_way_to_one_that_says_more() -> None:
    found = header([["编号", "标准编号", "标准名称", "名称"]])
    assert fields(found) == {
        "编号": "code",
        "标准编号": "number",
        "标准名称": "title",
        "名称": None,
    }


@pytest.mark.parametrize(
    "cells",
    [
        ["1", "GB/T 99001-2016", "示例"],
        ["国家标准", "12", "10"],
        ["序号", "备注"],
        ["示例", "说明文字"],
        ["标准名称"],
    ],
)
def test_what_is_no_heading(cells: list[str]) -> None:
    assert header([cells, ["x", "y", "z"]]) is None


def test_a_list_in_one_column_has_a_heading_of_one_word() -> None:
    assert fields(header([["标准编号"], ["GB/T 99001-2016"]])) == {"标准编号": "number"}


def test_letters_of_columns() -> None:
    assert [column_letters(index) for index in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]

"""Group headings → a tree: by numbering, by code, by name."""

import pytest

from stdsys.intake.headings import HeadingText, Tree, extends, read_heading


def shown(tree: Tree) -> list[tuple[str, str, str | None]]:
    return [(node.code, node.name, node.parent) for node in tree.nodes]


@pytest.mark.parametrize(
    ("text", "marker", "expected"),
    [
        ("一、通用基础标准", "", ("通用基础标准", None)),
        ("（二）术语（12项）", "", ("术语", None)),
        ("1. 产品", "", ("产品", None)),
        ("101 通用基础", "", ("通用基础", "101")),
        ("3.2鲜叶与原料", "", ("鲜叶与原料", "3.2")),
        ("JC-01 基础", "", ("基础", "JC-01")),
        ("产品（续）", "", ("产品", None)),
        ("产品标准", "二", ("产品标准", None)),
        ("产品标准", "102", ("产品标准", "102")),
        ("第一部分 总体", "", ("总体", None)),
    ],
)
def test_headings_taken_apart(text: str, marker: str, expected: tuple[str, str | None]) -> None:
    heading = read_heading(text, marker)
    assert (heading.name, heading.code) == expected


def test_numbering_tells_the_depth() -> None:
    tree = Tree()
    for text in ["一、基础", "（一）术语", "1. 通用", "（二）符号", "二、产品", "（一）青茶"]:
        tree.open(read_heading(text))
    assert shown(tree) == [
        ("1", "基础", None),
        ("1.1", "术语", "1"),
        ("1.1.1", "通用", "1.1"),
        ("1.2", "符号", "1"),
        ("2", "产品", None),
        ("2.1", "青茶", "2"),
    ]
    assert tree.current == "2.1"


def test_codes_tell_the_depth() -> None:
    tree = Tree()
    for text in ["1 基础", "1.1 术语", "1.2 符号", "2 产品", "101 其他"]:
        tree.open(read_heading(text))
    assert shown(tree) == [
        ("1", "基础", None),
        ("1.1", "术语", "1"),
        ("1.2", "符号", "1"),
        ("101", "其他", "1"),
        ("2", "产品", None),
    ]


def test_coded_headings_below_numbered_ones() -> None:
    tree = Tree()
    for text in ["一、基础", "101 术语", "102 符号", "二、产品", "201 青茶"]:
        tree.open(read_heading(text))
    assert [(name, parent) for _code, name, parent in shown(tree)] == [
        ("基础", None),
        ("术语", "1"),
        ("符号", "1"),
        ("产品", None),
        ("青茶", "2"),
    ]


def test_indentation_tells_the_depth_of_headings_without_numbers() -> None:
    tree = Tree()
    for text in ["基础", "  术语", "  符号", "产品"]:
        tree.open(read_heading(text))
    assert shown(tree) == [
        ("1", "基础", None),
        ("1.1", "术语", "1"),
        ("1.2", "符号", "1"),
        ("2", "产品", None),
    ]


def test_a_heading_that_is_printed_again_is_the_same_node() -> None:
    tree = Tree()
    for text in ["一、基础", "（一）术语", "一、基础（续）", "（一）术语"]:
        tree.open(read_heading(text))
    assert shown(tree) == [("1", "基础", None), ("1.1", "术语", "1")]


def test_places_by_name_and_by_code() -> None:
    tree = Tree()
    assert tree.place(("基础",)) == "1"
    assert tree.place(("产品", "青茶")) == "2.1"
    assert tree.place(("基础",)) == "1"
    assert tree.place(("运输",), "301") == "301"
    assert tree.by_code("301-004") == "301"
    assert tree.by_code("2.1.7") == "2.1"
    assert tree.by_code("999-1") is None


def test_a_second_use_of_a_code_gets_another_one() -> None:
    tree = Tree()
    tree.open(HeadingText("基础", "101", None))
    tree.open(HeadingText("产品", "101", None))
    assert len({code for code, _name, _parent in shown(tree)}) == 2


@pytest.mark.parametrize(
    ("code", "parent", "whether"),
    [
        ("3.2", "3", True),
        ("101", "1", True),
        ("30", "3", False),
        ("31", "3.1", False),
        ("1", "1", False),
    ],
)
def test_whether_a_code_extends_another(code: str, parent: str, whether: bool) -> None:
    assert extends(code, parent) is whether

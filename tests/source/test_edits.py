"""Changes in place: what is added stands where it belongs, all else stays byte for byte."""

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.findings import Route
from stdsys.source.builder import build
from stdsys.source.edits import (
    AddItem,
    Edit,
    EditRefusedError,
    InsertField,
    NewText,
    ReplaceValue,
    edited,
)

ORDER = ("number", "standard", "title", "issued", "at", "source")


def field(route: Route, key: str, value: str) -> InsertField:
    return InsertField(route, key, NewText(value, value, (f"{key}: {value}",)), ORDER)


def item(route: Route, value: str, after: int | None = None) -> AddItem:
    text = "{standard: " + value + "}"
    return AddItem(route, NewText({"standard": value}, text, (f"- {text}",)), after)


def changed(text: str, *edits: Edit) -> str:
    return edited(dedent(text).encode(), edits).decode()


def test_a_field_goes_behind_those_before_it_and_comments_stay() -> None:
    text = """\
        standards:
          # 示例
          - number: GB/T 99001-2020  # 编号
            title: 示例
            # 出处
            source: 网页

          - {number: GB 99002-2020, source: a}  # 末
        """
    first, second = ("standards", 0), ("standards", 1)
    made = changed(text, field(first, "issued", "2020-01"), field(second, "issued", "2021"))
    assert made == dedent("""\
        standards:
          # 示例
          - number: GB/T 99001-2020  # 编号
            title: 示例
            issued: 2020-01
            # 出处
            source: 网页

          - {number: GB 99002-2020, issued: 2021, source: a}  # 末
        """)


def test_items_go_behind_the_one_named_and_inner_changes_come_first() -> None:
    text = """\
        systems:
          - id: tea
            entries:
              # 1
              - {standard: A, at: "1"}
              # 2
              - standard: B
                at: "2"
        documents: []
        """
    route = ("systems", 0, "entries")
    made = changed(
        text,
        item(route, "C", 0),
        item(route, "D", 0),
        item(route, "E"),
        field((*route, 1), "source", "x"),
        field((*route, 1), "title", "T"),
        item(("documents",), "F"),
    )
    assert made == dedent("""\
        systems:
          - id: tea
            entries:
              # 1
              - {standard: A, at: "1"}
              - {standard: C}
              - {standard: D}
              # 2
              - standard: B
                title: T
                at: "2"
                source: x
              - {standard: E}
        documents: [{standard: F}]
        """)


def test_a_value_is_replaced_in_any_style() -> None:
    text = """\
        a: old  # why
        b: "old"
        c:
          - one
          - two
        d: |
          several
          lines
        e: [x,
            y]
        """
    edits = [ReplaceValue((key,), NewText("new", "new", ())) for key in "abcde"]
    assert changed(text, *edits) == "a: new  # why\nb: new\nc: new\nd: new\ne: new\n"


@pytest.mark.parametrize("empty", ["", " ", " ~", " null"])
def test_a_field_without_value_gets_one(empty: str) -> None:
    made = changed(f"number: A\ntitle:{empty}\nsource: x\n", field((), "title", "示例"))
    assert build(made).data == {"number": "A", "title": "示例", "source": "x"}
    assert made.count("title") == 1


def test_line_ends_the_mark_and_a_missing_last_line_end_are_kept() -> None:
    data = "\ufeffa: 1\r\nb: 2".encode()
    made = edited(data, [field((), "c", "3"), field((), "d", "4")])
    assert made == "\ufeffa: 1\r\nb: 2\r\nc: 3\r\nd: 4".encode()


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("a: &x {b: 1}\nc: *x\n", field(("a",), "d", "2")),
        ("a: &x {b: 1}\nc: *x\n", field(("c",), "d", "2")),
        ("a: 1\n", field(("b",), "d", "2")),
        ("a: 1\n", item(("a",), "d")),
        ("a: [1]\n", item(("a",), "d", 7)),
        ("a: [1]\n", field(("a",), "d", "2")),
        ("a: [1\n", field((), "d", "2")),
        ("a: 1\na: 2\n", field((), "d", "2")),
        ("", field((), "d", "2")),
        ("a: |+\n  x\n\n", field((), "d", "2")),
    ],
)
def test_what_cannot_be_changed_in_place_is_refused(text: str, edit: Edit) -> None:
    with pytest.raises(EditRefusedError):
        edited(text.encode(), [edit])


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(EditRefusedError):
        edited(b"\xff\xfe", [field((), "d", "2")])


BLOCK = st.sampled_from(["x", '"x y"', "[p, q]", "{p: q}", "|\n    s\n    t", "\n    - m\n    - n"])
LINES = st.lists(
    st.tuples(st.sampled_from("abcdef"), BLOCK, st.sampled_from(["", "  # note", "\n\n  # above"])),
    min_size=1,
    max_size=5,
    unique_by=lambda line: line[0],
)


@settings(max_examples=60, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_change_adds_lines_and_touches_none(
    lines: list[tuple[str, str, str]], line_end: str, last: bool
) -> None:
    body = "".join(
        f"  {key}: {value}{'' if value[0] in '|' or value[0] == chr(10) else note}\n"
        for key, value, note in lines
    )
    text = f"top:\n{body}{'# end' if last else ''}".replace("\n", line_end)
    made = edited(text.encode(), [field(("top",), "title", "T")]).decode()
    old, new = text.splitlines(keepends=True), made.splitlines(keepends=True)
    assert len(new) == len(old) + 1
    added = next(index for index, line in enumerate(new) if "title" in line)
    assert new[added] == f"  title: T{line_end}"
    assert new[:added] + new[added + 1 :] == old

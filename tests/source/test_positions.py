from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.findings import Place, Position
from stdsys.findings.place import Route
from stdsys.source.builder import build
from stdsys.source.plain_lines import Data
from stdsys.source.positions import Positions

FILE = "standards/示例.yaml"


def write(root: Path, data: str | bytes) -> Positions:
    path = root / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return Positions(root)


def at(positions: Positions, *route: str | int, on_key: bool = False) -> tuple[int, int]:
    position = positions.find(Place(FILE, route, on_key=on_key))
    assert position.file == FILE
    return position.line, position.column


TEXT = """\
# 示例
standards:
  - number: GB/T 00001-2013
    title: "𠮷祥茶 😀"  # 注
    cites: [GB 1, 茶, {number: x, 😀: y}]
    level:
  -   id: b
      备注: |
        多行
"""


@pytest.mark.parametrize(
    ("route", "value", "key"),
    [
        ((), (2, 1), (2, 1)),
        (("standards",), (3, 3), (2, 1)),
        (("standards", 0), (3, 5), (3, 5)),
        (("standards", 0, "number"), (3, 13), (3, 5)),
        (("standards", 0, "title"), (4, 12), (4, 5)),
        (("standards", 0, "cites"), (5, 12), (5, 5)),
        (("standards", 0, "cites", 1), (5, 19), (5, 19)),
        (("standards", 0, "cites", 2), (5, 22), (5, 22)),
        (("standards", 0, "cites", 2, "number"), (5, 31), (5, 23)),
        (("standards", 0, "cites", 2, "😀"), (5, 37), (5, 34)),
        (("standards", 0, "level"), (6, 11), (6, 5)),
        (("standards", 1), (7, 7), (7, 7)),
        (("standards", 1, "备注"), (8, 11), (8, 7)),
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_values_and_keys_have_their_places(
    tmp_path: Path,
    route: Route,
    value: tuple[int, int],
    key: tuple[int, int],
    mark: str,
    end: str,
) -> None:
    positions = write(tmp_path, mark + TEXT.replace("\n", end))
    assert at(positions, *route) == value
    assert at(positions, *route, on_key=True) == key


@pytest.mark.parametrize(
    ("route", "place"),
    [
        (("standards", 0, "title", "deeper", 3), (4, 12)),
        (("standards", 0, "missing"), (3, 5)),
        (("standards", 0, "missing", "deeper"), (3, 5)),
        (("standards", 7), (3, 3)),
        (("standards", -1), (3, 3)),
        (("standards", "number"), (3, 3)),
        (("standards", 0, 0), (3, 5)),
        (("elsewhere",), (2, 1)),
        ((0,), (2, 1)),
    ],
)
def test_what_does_not_exist_stands_at_its_deepest_ancestor(
    tmp_path: Path, route: Route, place: tuple[int, int]
) -> None:
    positions = write(tmp_path, TEXT)
    assert at(positions, *route) == place
    assert at(positions, *route, on_key=True) == place


def test_a_stated_position_is_returned_as_it_is(tmp_path: Path) -> None:
    positions = Positions(tmp_path)
    assert positions.find(Place("no.yaml", ("a",), line=7, column=3)) == Position("no.yaml", 7, 3)
    assert positions.find(Place("no.yaml", line=7)) == Position("no.yaml", 7, 1)


def test_aliases_stand_where_they_are_written_and_their_inside_where_that_is(
    tmp_path: Path,
) -> None:
    positions = write(tmp_path, "a: &x {k: [茶, 1]}\nb: *x\nc: [*x, *y]\nd: &s 1\n*s : 2\n")
    assert at(positions, "b") == (2, 4)
    assert at(positions, "b", on_key=True) == (2, 1)
    assert at(positions, "b", "k") == (1, 11)
    assert at(positions, "b", "k", on_key=True) == (1, 8)
    assert at(positions, "c", 0) == (3, 5)
    assert at(positions, "c", 0, "k", 1) == (1, 15)
    assert at(positions, "c", 0, "missing") == (3, 5)
    assert at(positions, "c", 1) == (3, 9)
    assert at(positions, "1", on_key=True) == (5, 1)


def test_what_came_by_a_merge_key_stands_where_it_is_written(tmp_path: Path) -> None:
    text = """\
        a: &a {x: 1, y: 1}
        b: &b {y: 2, z: 2}
        one: {<<: *a, y: 3}
        two: {<<: [*b, *a]}
        three: &c {<<: *b}
        four: {<<: *c, w: 1}
        """
    positions = write(tmp_path, dedent(text))
    assert at(positions, "one", "x") == (1, 11)
    assert at(positions, "one", "x", on_key=True) == (1, 8)
    assert at(positions, "one", "y") == (3, 18)
    assert at(positions, "two", "y") == (2, 11)
    assert at(positions, "two", "x") == (1, 11)
    assert at(positions, "four", "z") == (2, 17)
    assert at(positions, "four", "missing") == (6, 7)
    assert at(positions, "four", "<<") == (6, 12)


def test_circles_end(tmp_path: Path) -> None:
    positions = write(tmp_path, "a: &a {<<: *a, b: *a, c: 茶}\nl: &l [*l]\n")
    assert at(positions, "a", "missing") == (1, 4)
    assert at(positions, *["a", *["b"] * 50], "c") == (1, 26)
    assert at(positions, "l", *[0] * 50) == (2, 8)


def test_of_a_duplicate_key_the_first_counts(tmp_path: Path) -> None:
    positions = write(tmp_path, "a: 1\nb: 2\na: [3]\n")
    assert at(positions, "a") == (1, 4)
    assert at(positions, "a", 0) == (1, 4)
    assert at(positions, "a", on_key=True) == (1, 1)


def test_what_stands_before_a_fault_is_found(tmp_path: Path) -> None:
    positions = write(tmp_path, "a: [1, 2]\nb: [茶\nc: 3\n")
    assert at(positions, "a", 1) == (1, 8)
    assert at(positions, "b", 0) == (2, 5)
    assert at(positions, "c") == (1, 1)


@pytest.mark.parametrize(
    "data", ["", "# 空\n", "\ufeff", "a: 茶\n".encode("gb18030"), b"\0\1", "[" * 100_000, "a: \x01"]
)
def test_files_without_anything_to_find_give_their_top(tmp_path: Path, data: str | bytes) -> None:
    positions = write(tmp_path, data)
    assert at(positions, "a", 0, "b") == (1, 1)


def test_a_file_that_vanished_gives_its_top(tmp_path: Path) -> None:
    positions = Positions(tmp_path)
    assert positions.find(Place("gone.yaml", ("a",))) == Position("gone.yaml", 1, 1)
    assert positions.line("gone.yaml", 1) == ""


def test_a_file_is_read_once(tmp_path: Path) -> None:
    positions = write(tmp_path, "a: 1\nb: 2\n")
    assert at(positions, "b") == (2, 4)
    (tmp_path / FILE).unlink()
    assert at(positions, "a") == (1, 4)


def test_a_file_that_changed_meanwhile_gives_what_is_nearest(tmp_path: Path) -> None:
    positions = write(tmp_path, "other:\n  - 茶\n")
    assert at(positions, "standards", 3, "title") == (1, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_is_given_without_its_end(tmp_path: Path, end: str) -> None:
    positions = write(tmp_path, "\ufeff" + end.join(["a: 茶\u2028", "", "\tb: 😀 ", "c"]))
    given = [positions.line(FILE, number) for number in range(-1, 6)]
    assert given == ["", "", "a: 茶\u2028", "", "\tb: 😀 ", "c", ""]


def test_a_place_is_on_the_line_an_editor_shows(tmp_path: Path) -> None:
    positions = write(tmp_path, "a: '\u2028 \x85'\nb: 茶\n")
    assert at(positions, "b") == (2, 4)
    assert positions.line(FILE, 2) == "b: 茶"


def routes(data: Data, route: Route = ()) -> list[Route]:
    """Return the routes of everything in a document, and of something that is not there."""
    inside = data.items() if isinstance(data, dict) else enumerate(data or ())
    steps = () if isinstance(data, str) else inside
    deeper = [found for step, value in steps for found in routes(value, (*route, step))]
    return [route, (*route, "missing"), *deeper]


ANCHORED = """\
a: &x {k: [茶, 1], l: 2}
b: {<<: *x, l: 3, <<: {m: 4}}
c: [*x, [*x, {k: 5}]]
a: {k: [6, 7, 8], n: [9]}
d: *x
"""


@settings(max_examples=8)
@given(text=st.sampled_from([TEXT, ANCHORED, ANCHORED + "]"]), data=st.data())
def test_the_order_of_searches_makes_no_difference(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("orders")
    one_after_another = write(folder, text)
    usable = build(text.rstrip("]")).data
    assert usable is not None
    for route in data.draw(st.permutations(routes(usable))):
        afresh = write(folder, text)
        at(afresh, "nowhere")  # reads all of it
        for on_key in (False, True):
            assert at(one_after_another, *route, on_key=on_key) == at(afresh, *route, on_key=on_key)


WORD = st.text(st.sampled_from("ab0-._/茶𠮷😀：，"), min_size=1, max_size=6).filter(
    lambda word: word == yaml.safe_dump(word, allow_unicode=True).split("\n")[0]
)
NESTED = st.recursive(
    WORD,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(WORD, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


def leaves(data: Any, route: Route = ()) -> list[tuple[Route, str]]:  # noqa: ANN401
    if isinstance(data, str):
        return [(route, data)]
    steps = data.items() if isinstance(data, dict) else enumerate(data)
    return [leaf for step, value in steps for leaf in leaves(value, (*route, step))]


@settings(max_examples=80)
@given(data=NESTED, flow=st.booleans(), end=st.sampled_from(["\n", "\r\n"]))
def test_every_leaf_and_its_key_are_where_the_text_shows_them(
    tmp_path_factory: pytest.TempPathFactory, data: object, flow: bool, end: str
) -> None:
    text = yaml.safe_dump(
        data, allow_unicode=True, default_flow_style=flow, line_break=end, width=30
    )
    positions = write(tmp_path_factory.mktemp("leaves"), text)
    for route, word in leaves(data):
        line, column = at(positions, *route)
        assert positions.line(FILE, line)[column - 1 :].startswith(word)
        if route and isinstance(route[-1], str):
            line, column = at(positions, *route, on_key=True)
            assert positions.line(FILE, line)[column - 1 :].startswith(route[-1])


def test_brackets_that_are_not_plain_are_marked_all_the_same(tmp_path: Path) -> None:
    positions = write(tmp_path, "a: {b: 1}\nc: [x, &y {d: 2}]\ne: [{f: 3}]\n")
    assert at(positions, "a", "b") == (1, 8)
    assert at(positions, "c", 1, "d") == (2, 15)
    assert at(positions, "e", 0, "f") == (3, 9)

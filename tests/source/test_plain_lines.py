"""Plain documents are read as libyaml reads them, or not at all."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.source.builder import build
from stdsys.source.event_data import build_from_events
from stdsys.source.event_marks import survey
from stdsys.source.marks import Mark
from stdsys.source.plain_lines import read_plain
from stdsys.source.plain_marks import plain_marks

EXAMPLE = Path(__file__).parents[2] / "examples"
WRITTEN = sorted(EXAMPLE.rglob("*.yaml"))


def agree(text: str) -> bool:
    """Assert that a text is read as libyaml reads it, or not at all; return whether it is read."""
    plain = read_plain(text)
    assert plain is None or (plain.data, ()) == build_from_events(text)
    assert plain is None or plain.stated == _all_stated(plain.data)
    assert plain is None or _marked(plain_marks(text)) == _marked(surveyed(text))
    return plain is not None


def surveyed(text: str) -> Mark:
    """Return the marks of a text as libyaml gives them."""
    document = Mark(0)
    for _step in survey(text, document):
        pass
    return document


def _marked(mark: Mark | int | None) -> object:
    """Return everything that marks say."""
    if not isinstance(mark, Mark):
        return mark
    inside = {step: _marked(value) for step, value in mark.inside.items()}
    return mark.start, mark.keys, inside


def _all_stated(data: object) -> bool:
    """Whether no value is missing anywhere."""
    if isinstance(data, dict | list):
        return all(map(_all_stated, data.values() if isinstance(data, dict) else data))
    return data is not None


def data_of(text: str) -> Any:  # noqa: ANN401 - the shape is what the test asserts
    """Return the data of a plain text."""
    plain = read_plain(text)
    assert plain is not None
    return plain.data


# --- what is plain ----------------------------------------------------------------------------

FORMS = {
    "pairs": "a: 1\nb: GB/T 1—2020\n",
    "no end of line": "a: 1",
    "indented": "  a: 1\n  b:\n    c: 2\n",
    "comments": "# 注\n\na: 1 # 注\n   # 注: 1\nb: # 注\n  - x#y\n    # - z\n",
    "trailing blanks": "a: 1  \nb:  \n  - x  \n  \n",
    "colons": "a: http://x.cn:80/b?c=1#d\nb: 12:30\nc: 茶：叶\n",
    "hyphens": "a: -5\nb: x - y\n",
    "brackets in text": "a: x[1], {y}\n",
    "quotes": 'a: "b: [c] # d"\nb: \'x\\y\' # 注\nc: ""\nd: it\'s\n',
    "nulls": "a:\nb: ~\nc: null\nd: 'null'\ne: {f: ~, g: \"\"}\nh:\n  - Null\n",
    "list in the same column": "a:\n- 1\n- b: 2\n  c: 3\nd: 4\n",
    "wide hyphens": "-   a: 1\n    b:\n      - 2\n-   c\n",
    "no values": "a:\n  b:\n    - c:\n      d:\n      e: 1\nf:\n",
    "flow": "a: {b: [1, \"2\", {c: 3}], d: 'x, y'}\nb:\n  - [1,2]\n  - [ 1 , 2 ]  # 注\n  - {}\n",
    "flow on several lines": "a: [\n  GB 1, GB/T 2,\n  3\n]\nb:\n- [x,\n   y]\n",
    "carriage returns": "a: 1\r\nb:\r\n  - [c,\r\n   d]\r\n\r\n  - 'e' # 注\r\n",
    "wide blanks": "a: x\u3000y\u00a0z\nb: \u3000\n",
}


@pytest.mark.parametrize("form", FORMS)
def test_what_people_write_is_plain(form: str) -> None:
    assert agree(FORMS[form])


def test_texts_stay_as_written() -> None:
    text = "a: 1.10\nb: [2013-07-19, yes, \"0\", ~]\nc:\n  - 'd': 1\n"
    assert data_of(text.replace("'d'", "d")) == {
        "a": "1.10",
        "b": ["2013-07-19", "yes", "0", None],
        "c": [{"d": "1"}],
    }


def test_every_value_is_an_object_of_its_own() -> None:
    data = data_of("a: [x]\nb: [x]\n")
    assert data["a"] == data["b"]
    assert data["a"] is not data["b"]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_the_example_is_plain(path: Path) -> None:
    assert agree(path.read_text("utf-8"))


# --- what is not ------------------------------------------------------------------------------

OTHERS = {
    "empty": "",
    "only a comment": "# 注\n",
    "a scalar": "title：示例\n",
    "a document mark": "---\na: 1\n",
    "a document end": "a: 1\n...\n",
    "a directive": "%YAML 1.1\n",
    "an anchor": "a: &x 1\n",
    "an alias": "a: *x\n",
    "a tag": "a: !!str 1\n",
    "a tag in brackets": "a: [!x 1]\n",
    "a merge key": "a: 1\n<<: {b: 1}\n",
    "a block scalar": "a: |\n  b\n",
    "a folded scalar": "a: >-\n  b\n",
    "a complex key": "? a\n: b\n",
    "a key with a hyphen before it": "-a: 1\n",
    "brackets without key": "{a: b}\n",
    "a quoted key": '"a": 1\n',
    "text on two lines": "a: b\n  c\n",
    "quoted text on two lines": "a: 'b\n  c'\n",
    "a text on two lines in brackets": "a: [b\n  c]\n",
    "a document end in brackets": "a: [\n...\n]\n",
    "escapes": 'a: "\\n"\n',
    "a doubled quote": "a: 'it''s'\n",
    "a tab": "a:\t1\n",
    "a tab in a comment": "a: 1 #\t\n",
    "a lone carriage return": "a: 1\rb: 2\r",
    "a next line": "a: 1\x85b: 2\n",
    "a line separator": "a: 1\u2028b: 2\n",
    "a byte order mark": "a: 1\n\ufeffb: 2\n",
    "a control character": "a: \x07\n",
    "a forbidden character in a comment": "# \uffff\na: 1\n",
    "a lone surrogate": "a: \ud800\n",
    "a key twice": "a: 1\na: 2\n",
    "a key twice in brackets": "a: {b: 1, b: 2}\n",
    "a key and its block twice": "a:\n  b: 1\na:\n  c: 1\n",
    "a glued colon": "a：b:\n",
    "a pair in a list": "a: [b: c]\n",
    "a key without value in brackets": "a: {b}\n",
    "nothing between commas": "a: [b, , c]\n",
    "a comma too much": "a: [b,]\n",
    "brackets not closed": "a: [b\n",
    "brackets closed twice": "a: [b]]\n",
    "wrong brackets": "a: [b}\n",
    "text after brackets": "a: [b] c\n",
    "text after quotes": "a: 'b'c\n",
    "a comment glued to quotes": "a: 'b'#c\n",
    "a colon too much": "a: b: c\n",
    "a colon at the end": "a: b:\n",
    "a colon at the end in brackets": "a: [b:]\n",
    "a long key": f"{'a' * 2000}: b\n",
    "a list in a list": "- - a\n",
    "a hyphen alone": "-\n  a: 1\n",
    "a hyphen and blanks": "-  \n",
    "a block below a null": "a: ~\n  b: 1\n",
    "a block below a text": "- a\n  - b\n",
    "an odd indent": "a:\n    b: 1\n  c: 1\n",
    "a line before the first column": "  a: 1\nb: 1\n",
    "a list item among pairs": "a: 1\n- b\n",
    "a pair among list items": "- a\nb: 1\n",
    "a list in the same column within a list": "- a:\n- b\n  - c\n",
    "too deep in lines": "".join(f"{' ' * level}a:\n" for level in range(200)),
    "too deep in brackets": f"a: {'[' * 200}b{']' * 200}\n",
}


@pytest.mark.parametrize("form", OTHERS)
def test_the_rest_is_left_to_libyaml(form: str) -> None:
    assert not agree(OTHERS[form])


def test_the_rest_is_built_all_the_same() -> None:
    assert build("a: &x 1\nb: *x\n").data == {"a": "1", "b": "1"}
    assert build("a: 1\na: 2\n").problems[0].code == "Y003"


# --- anything between -------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *("a", "b: ", "c:", "- ", "-", "  ", " ", "\n", "\n", "\n  ", "\n  ", "\n- ", "\r\n", "\r"),
        *(": ", ":", "：", " #", "#", "[", "]", "{", "}", ", ", ",", '"', "'", "''", "\\", "?"),
        *("&x ", "*x", "!t ", "<<", "|", ">", "%", "@", "~", "null", "---", "...", "<", "=", "1"),
        *("\t", "\x85", "\u2028", "\ufeff", "\x07", "\u3000", "\u00a0", "茶", "𠮷", "\ud800"),
    ]
)
WORDS = st.sampled_from(["茶", "x y", "1", "-1", "'q: #'", '"q"', "~", "u:v", "x#y", "", "[", "a]"])
KEYS = st.sampled_from(["a", "b", "c", "d", "茶", "-e", "f_1"])
FLOWS = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(st.tuples(KEYS, inner), max_size=3).map(
            lambda pairs: f"{{{', '.join(f'{key}: {value}' for key, value in pairs)}}}"
        )
        | st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}\n  ]")
        | st.lists(inner, max_size=3).map(lambda items: "[\n " + ",\n ".join(items) + "\n]")
    ),
    max_leaves=6,
)
LINES = st.builds(
    "{}{}{}{}{}{}".format,
    st.sampled_from(["", "", "  ", "  ", "    ", " ", "      "]),
    st.sampled_from(["", "", "- ", "-   ", "- - "]),
    KEYS.map("{}: ".format) | st.just(""),
    FLOWS,
    st.sampled_from(["", "", "  ", " # 注", "#"]),
    st.sampled_from(["\n", "\n", "\n", "\n", "\n\n", "\r\n", ""]),
)
DOCUMENTS = st.lists(LINES, max_size=8).map("".join)


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_heap_of_signs_is_read_otherwise(text: str) -> None:
    agree(text)


@settings(max_examples=200)
@given(DOCUMENTS)
def test_no_lines_are_read_otherwise(text: str) -> None:
    agree(text)


SOURCES = [*FORMS.values(), *(path.read_text("utf-8")[:1500] for path in WRITTEN[::4])]


@settings(max_examples=400)
@given(st.sampled_from(SOURCES), st.data())
def test_no_change_of_a_plain_text_is_read_otherwise(text: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 3))
        text = text[:start] + data.draw(PIECES) + text[end:]
    agree(text)


WORD = st.text(st.sampled_from("ab0-._/茶𠮷😀：， "), max_size=6).map("x{}y".format)
NESTED = st.recursive(
    WORD,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(KEYS, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=100)
@given(st.dictionaries(st.sampled_from("abc茶"), NESTED, min_size=1, max_size=4))
def test_what_is_dumped_comes_back(data: dict[str, Any]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=False, width=1000)
    assert agree(text) or "- - " in text or '"' in text or "-e:" in text
    assert build(text).data == data

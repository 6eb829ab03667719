from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.source.builder import build
from stdsys.source.event_data import MAX_DEPTH, MAX_EXPANDED
from stdsys.source.plain_lines import NULLS, Data
from tests.source.problems import only_problem, place

# --- what a document says ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# 说明\n", "---\n", "---\n...\n", "~", "null\n", "\ufeff"]
)
def test_an_empty_document_has_no_data_and_no_problem(text: str) -> None:
    assert build(text) == build("")
    assert build(text).data is None
    assert build(text).problems == ()


def test_scalars_stay_as_written() -> None:
    text = """\
        number: GB/T 00001.10-2013
        version: 1.10
        date: 2013-07-19
        flag: yes
        octal: 0o17
        "quoted": "12"
        single: '1e3'
        folded: >-
          一行
          两行
        block: |
          茶

          😀
        list: [茶, 𠮷, "null", ~, ]
        """
    data = build(dedent(text)).data
    assert data == {
        "number": "GB/T 00001.10-2013",
        "version": "1.10",
        "date": "2013-07-19",
        "flag": "yes",
        "octal": "0o17",
        "quoted": "12",
        "single": "1e3",
        "folded": "一行 两行",
        "block": "茶\n\n😀\n",
        "list": ["茶", "𠮷", "null", None],
    }


@pytest.mark.parametrize("null", sorted(NULLS))
def test_a_plain_null_is_none(null: str) -> None:
    assert build(f"a: {null}\nb:\n  c: {null}\n  d: 1\ne:\n- {null}\n- 2\n").data == {
        "a": None,
        "b": {"c": None, "d": "1"},
        "e": [None, "2"],
    }


@pytest.mark.parametrize("null", sorted(NULLS))
def test_a_quoted_or_tagged_null_is_text(null: str) -> None:
    assert build(f"a: '{null}'\nb: \"{null}\"\nc: !!str {null}\n").data == {
        "a": null,
        "b": null,
        "c": null,
    }


@pytest.mark.parametrize("null", ["NuLL", "none", "nil", "~~"])
def test_other_words_are_no_null(null: str) -> None:
    assert build(f"a: {null}").data == {"a": null}


def test_a_key_is_always_text() -> None:
    assert build("null: a\n~: b\n1: c\n? \n: d\n").data == {
        "null": "a",
        "~": "b",
        "1": "c",
        "": "d",
    }


def test_a_top_that_is_no_mapping_is_left_to_the_reader() -> None:
    assert build("- a\n").data == ["a"]
    assert build("title：示例\n").data == "title：示例"


def test_line_ends_and_a_mark_make_no_difference() -> None:
    text = "a: 茶\nb:\n  - 😀\n  - |\n    x\n    y\n"
    assert build(text.replace("\n", "\r\n")) == build(text) == build("\ufeff" + text)


def test_plain_data_are_plain_types() -> None:
    data: Any = build("a: {b: [c]}").data
    assert (type(data), type(data["a"]), type(data["a"]["b"])) == (dict, dict, list)


# --- anchors, aliases, merge keys -------------------------------------------------------------


def test_aliases_share_one_object() -> None:
    data: Any = build(
        "a: &x {b: [1]}\nc: *x\nd: [*x]\ne: &n ~\nf: *n\ng: [*n]\nh: &t 茶\n*t : i"
    ).data
    assert data == {
        "a": {"b": ["1"]},
        "c": {"b": ["1"]},
        "d": [{"b": ["1"]}],
        "e": None,
        "f": None,
        "g": [None],
        "h": "茶",
        "茶": "i",
    }
    assert data["c"] is data["a"]
    assert data["d"][0] is data["a"]


def test_an_anchor_may_be_set_anew() -> None:
    assert build("a: &x 1\nb: *x\nc: &x 2\nd: *x\n").data == {
        "a": "1",
        "b": "1",
        "c": "2",
        "d": "2",
    }


def test_merge_keys_add_what_is_lacking_and_own_keys_win() -> None:
    text = """\
        a: &a {x: 1, y: 1}
        b: &b {y: 2, z: 2}
        one: {<<: *a, y: own}
        both: {y: own, <<: [*a, *b]}
        inline: {<<: {x: 3}}
        chained: &c {<<: *b, w: 4}
        twice: {<<: *c}
        null own: {<<: *a, x: ~}
        nothing: {<<: ~, x: 1}
        list: {<<: [], x: 1}
        """
    data: Any = build(dedent(text)).data
    assert build(dedent(text)).problems == ()
    assert data["one"] == {"y": "own", "x": "1"}
    assert data["both"] == {"y": "own", "x": "1", "z": "2"}
    assert data["inline"] == {"x": "3"}
    assert data["twice"] == {"w": "4", "y": "2", "z": "2"}
    assert data["null own"] == {"x": None, "y": "1"}
    assert data["nothing"] == data["list"] == {"x": "1"}
    assert data["a"] == {"x": "1", "y": "1"}


def test_a_quoted_merge_key_is_a_key() -> None:
    assert build('a: {"<<": {x: 1}}').data == {"a": {"<<": {"x": "1"}}}


@pytest.mark.parametrize("value", ["3", "[3]", "[[{a: 1}]]"])
def test_a_merge_key_takes_mappings(value: str) -> None:
    text = f"a: 1\nb:\n  <<: {value}\n"
    assert place(only_problem(text)) == ("Y002", 3, 3)
    assert build(text).data is None


def test_an_alias_without_anchor_is_a_syntax_problem() -> None:
    problem = only_problem("a: &y 1\nb: *x\n")
    assert place(problem) == ("Y002", 2, 4)
    assert problem.message.values == {"name": "x"}


@pytest.mark.parametrize("text", ["a: &x [1, *x]", "a: &x {b: *x}", "a: &x\n  <<: *x\n"])
def test_an_alias_inside_its_own_value_is_hostile(text: str) -> None:
    problem = only_problem(text)
    assert problem.code == "Y004"
    assert text.splitlines()[problem.line - 1][problem.column - 1 :].startswith("*x")
    assert build(text).data is None


def test_an_alias_bomb_is_refused() -> None:
    lines = ["a0: &a0 [茶, 茶, 茶, 茶, 茶, 茶, 茶, 茶, 茶, 茶]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    problem = only_problem("\n".join(lines))
    assert problem.code == "Y004"
    assert problem.line == 5
    assert problem.message.values == {"limit": MAX_EXPANDED}


def test_aliases_may_repeat_as_much_as_the_bound() -> None:
    ten_values = "a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]\n"
    repeats = MAX_EXPANDED // 10
    assert build(f"{ten_values}b: [{'*a, ' * repeats}]").problems == ()
    assert only_problem(f"{ten_values}b: [{'*a, ' * (repeats + 1)}]").code == "Y004"


# --- depth ------------------------------------------------------------------------------------


def test_depth_is_bounded() -> None:
    assert build("[" * MAX_DEPTH + "]" * MAX_DEPTH).problems == ()
    problem = only_problem("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
    assert place(problem) == ("Y004", 1, MAX_DEPTH + 1)
    assert place(only_problem("[" * 1_000_000)) == ("Y004", 1, MAX_DEPTH + 1)


def test_aliases_do_not_get_around_the_depth() -> None:
    half = MAX_DEPTH // 2
    text = f"a: &a {'[' * half}{']' * half}\nb: {'[' * half}*a{']' * half}\n"
    assert place(only_problem(text)) == ("Y004", 2, 4 + half)


# --- any text ---------------------------------------------------------------------------------

PIECES = r"""a|茶|𠮷|: |:|：|  |- |[|]|{|}|, |&x |*x |<<|"|'|~|null|!t |!!str |---|...|? |#|>"""
YAML_LIKE = st.lists(
    st.sampled_from([*PIECES.split("|"), "|", "\n", "\r\n", "\t", "\u2028"]), max_size=40
).map("".join)


@settings(max_examples=200)
@given(YAML_LIKE | st.text(max_size=40))
def test_no_text_raises_and_problems_lie_within_it(text: str) -> None:
    built = build(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in built.problems:
        assert problem.code in {"Y002", "Y003", "Y004"}
        for line, column in [(problem.line, problem.column), *(r[:2] for r in problem.related)]:
            assert 1 <= line <= len(lines)
            assert 1 <= column <= len(lines[line - 1]) + 1
    if any(problem.code != "Y003" for problem in built.problems):
        assert built.data is None


SCALAR = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8).filter(
    lambda text: text != "<<"
)
NESTED = st.recursive(
    SCALAR,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SCALAR, inner, max_size=4),
    max_leaves=12,
)


STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.booleans(),
        "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
        "line_break": st.sampled_from(["\n", "\r\n"]),
        "width": st.sampled_from([20, 1000]),
    }
)


@settings(max_examples=150)
@given(NESTED, STYLES)
def test_without_nulls_merges_and_tags_it_is_what_a_base_loader_reads(
    data: Data, style: dict[str, Any]
) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, **style)
    assert build(text).data == yaml.load(text, yaml.CBaseLoader)

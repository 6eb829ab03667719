from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.messages import Text
from stdsys.source.builder import MAX_DEPTH, MAX_EXPANDED, Data, build
from stdsys.source.decoding import Problem
from stdsys.source.flaws import MAX_FLAWS, NULLS


def only_problem(text: str) -> Problem:
    (problem,) = build(text).problems
    return problem


def place(problem: Problem) -> tuple[str, int, int]:
    return problem.code, problem.line, problem.column


def said(text: Text | None) -> str:
    assert text is not None
    return text.msgid


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
def test_a_pair_with_a_plain_null_is_absent_and_a_list_keeps_it(null: str) -> None:
    assert build(f"a: {null}\nb:\n  c: {null}\n  d: 1\ne:\n- {null}\n- 2\n") == build(
        "b: {d: '1'}\ne: [~, '2']\n"
    )


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
    assert data["null own"] == {"y": "1"}
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


# --- hostile documents ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "column", "tag"),
    [
        ("a: 1\nb: !!python/object:os.system x\n", 2, 4, "!!python/object:os.system"),
        ("茶: !x {a: 1}", 1, 4, "!x"),
        ("- !!int 3", 1, 3, "!!int"),
        ("!!map {a: 1}", 1, 1, "!!map"),
        ("a: ! b", 1, 4, "!"),
        ("a: !!str [b]", 1, 4, "!!str"),
        ("!!int 1: b", 1, 1, "!!int"),
    ],
)
def test_tags_are_refused(text: str, line: int, column: int, tag: str) -> None:
    problem = only_problem(text)
    assert place(problem) == ("Y004", line, column)
    assert problem.message.values == {"tag": tag}
    assert build(text).data is None


def test_all_tags_are_told_at_once() -> None:
    built = build("a: !x 1\nb: 2\nc: !y 3\n")
    assert [place(problem) for problem in built.problems] == [("Y004", 1, 4), ("Y004", 3, 4)]


def test_depth_is_bounded() -> None:
    assert build("[" * MAX_DEPTH + "]" * MAX_DEPTH).problems == ()
    problem = only_problem("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
    assert place(problem) == ("Y004", 1, MAX_DEPTH + 1)
    assert place(only_problem("[" * 1_000_000)) == ("Y004", 1, MAX_DEPTH + 1)


def test_aliases_do_not_get_around_the_depth() -> None:
    half = MAX_DEPTH // 2
    text = f"a: &a {'[' * half}{']' * half}\nb: {'[' * half}*a{']' * half}\n"
    assert place(only_problem(text)) == ("Y004", 2, 4 + half)


# --- duplicate keys ---------------------------------------------------------------------------


def test_a_duplicate_key_points_to_both_and_keeps_the_first() -> None:
    built = build("茶: 1\r\nb: {x: 1, 𠮷: 2, x: {y: 3}}\r\n茶: [4]\r\n")
    assert built.data == {"茶": "1", "b": {"x": "1", "𠮷": "2"}}
    inner, outer = built.problems
    assert (place(inner), inner.related[0][:2]) == (("Y003", 2, 17), (2, 5))
    assert (place(outer), outer.related[0][:2]) == (("Y003", 3, 1), (1, 1))
    assert outer.message.values == {"key": "茶"}


def test_a_key_without_value_counts_as_first() -> None:
    built = build("a:\nb: 1\na: 2\n")
    assert built.data == {"b": "1"}
    assert [place(problem) for problem in built.problems] == [("Y003", 3, 1)]


def test_a_third_key_points_to_the_first_too() -> None:
    problems = build("a: 1\na: 2\na: 3\n").problems
    assert [(p.line, p.related[0][:2]) for p in problems] == [(2, (1, 1)), (3, (1, 1))]


def test_the_same_key_in_other_mappings_is_none() -> None:
    assert build("a: {a: {a: 1}}\nb: [{a: 1}, {a: 1}]\n").problems == ()


def test_a_key_written_as_alias_can_be_duplicate() -> None:
    built = build("- &k a\n- {*k : 1, a: 2}\n")
    assert built.data == ["a", {"a": "1"}]
    assert [place(problem) for problem in built.problems] == [("Y003", 2, 12)]


def test_hostile_numbers_of_duplicates_are_cut() -> None:
    assert len(build("a: 1\n" * (MAX_FLAWS * 2)).problems) == MAX_FLAWS


# --- syntax -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("a:\n\tb: 1\n", 2, 1, "indent with spaces"),
        ("a:\n  b: 1\n\tc: 1\n", 3, 1, "indent with spaces"),
        ("a: |\n\t茶\n", 2, 1, "indent with spaces"),
        ("a: 1\ntitle:示例\nb: 2\n", 2, 1, "(colon and space)"),
        ("s:\n  - number:示例\n    title: x\n", 3, 10, "(colon and space)"),
        ("a: 1\ntitle：示例\nb: 2\n", 2, 1, "："),
        ("s:\n  - id：x\n    title: 示例\n", 3, 10, "："),
        ("a: 1\nb 2\n", 2, 1, "(colon and space)"),
        ("a: [1】\nb: 2\n", 2, 2, "full-width bracket"),
        ("茶: x: y\n", 1, 5, "needs quotes"),
        ("a:\n  - 1\n  -2: 3\n", 3, 3, "(hyphen and space)"),
        ("a:\n  b: 1\n c: 2\n", 3, 2, "indentation"),
        ("a:\n  - b: 1\n    c: 2\n   d: 3\n", 4, 4, "indentation"),
        ("a: 1\n  b: 2\n", 2, 4, "indentation"),
        ('a: "茶" 😀\n', 1, 8, "a quote ends just before"),
        ('a: "茶\nb: "x"\n', 2, 5, "a quote ends just before"),
        ("a: @x\n", 1, 4, "in quotes"),
        ("𠮷: *重要*\n", 1, 5, "in quotes"),
        ("a: - b\n", 1, 4, "a line of its own"),
        ('a: "\\q"\n', 1, 5, "backslash"),
        ("a: 1\r\n---\r\nb: 2\r\n", 2, 1, "---"),
        ("---\na: 1\n---\n", 3, 1, "---"),
        ("? [a]\n: 1\n", 1, 3, "needs quotes"),
        ("{{a: 1}: 2}", 1, 2, "needs quotes"),
        ("a: &x [1]\n*x : 2\n", 2, 1, "needs quotes"),
        ("a: {number:示例}\n", 1, 11, "(colon and space)"),
        ("a: {number：示例}\n", 1, 11, "(colon and space)"),
    ],
)
def test_a_syntax_problem_has_its_place_and_a_hint(
    text: str, line: int, column: int, hint: str
) -> None:
    problem = only_problem(text)
    assert place(problem) == ("Y002", line, column)
    assert hint in said(problem.hint)
    assert build(text).data is None


@pytest.mark.parametrize(
    ("text", "line", "column", "begun"),
    [
        ("x: 1\na: [1, 2\nb: 3\n", 3, 2, (2, 4)),
        ("a: {x: 1\nb: 2\n", 2, 2, (1, 4)),
        ('a: "x\n---\n', 2, 1, (1, 4)),
        ("s:\n  - number:示例\n    title: x\n", 3, 10, (2, 11)),
    ],
)
def test_the_other_place_is_told(text: str, line: int, column: int, begun: tuple[int, int]) -> None:
    problem = only_problem(text)
    assert (problem.line, problem.column) == (line, column)
    assert [related[:2] for related in problem.related] == [begun]


@pytest.mark.parametrize(
    "text", ['茶: 1\na: "x\nb: 2\n', "茶: 1\na: [1, 2\n\n\n", "茶: 1\na: {x: 1"]
)
def test_what_is_never_closed_is_placed_where_it_opens(text: str) -> None:
    assert place(only_problem(text)) == ("Y002", 2, 4)


@pytest.mark.parametrize(
    "text", ["a: !<x\n", "%YAML 2.0\n---\na: 1\n", "a: !x!y z\n", "a: |0\n x\n"]
)
def test_rarer_faults_keep_the_words_of_the_parser(text: str) -> None:
    problem = only_problem(text)
    assert problem.code == "Y002"
    assert problem.message.values["words"]


def test_lines_count_as_in_editors_where_yaml_breaks_more_often() -> None:
    assert place(only_problem("a: '\u2028 \x85'\nb: @\n")) == ("Y002", 2, 4)


@pytest.mark.parametrize(("text", "column"), [("a: \x01", 4), ("\ud800", 1), ("茶: \x00", 4)])
def test_text_that_cannot_be_yaml_at_all(text: str, column: int) -> None:
    assert place(only_problem(text)) == ("Y002", 1, column)


def test_a_long_hostile_line_is_explained_at_once() -> None:
    assert place(only_problem("s:\n  - a\n  b" + "[" * 500_000)) == ("Y002", 3, 3)


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


@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\b", "\\x9b"])
def test_an_escape_that_makes_a_control_character_is_refused(escape: str) -> None:
    built = build(f'title: 示例\nnote: "a{escape}b"\n')
    assert built.data is None
    assert [place(problem) for problem in built.problems] == [("Y002", 2, 7)]


def test_other_escapes_are_fine() -> None:
    assert build(r'a: "示\u4f8b\t\"x\""').data == {"a": '示例\t"x"'}

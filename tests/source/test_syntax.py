import pytest

from stdsys.messages import translator
from stdsys.source.builder import build
from tests.source.problems import only_problem, place, said


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


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("s:\n  - a: 1\n\u3000\u3000b: 2\n    c: 3\n", "use ordinary spaces"),
        ("s:\n  - a:\u3000示例\n    b: 1\n", "use an ordinary space"),
        ("s:\n－ b: 1\n  c: 2\n", 'write "- "'),
        ("a: {b: 示例，c: 1}\n", 'write ", "'),
        ("a:\n  b: 1\n\tc: 2\n", "not with tabs"),
    ],
)
def test_signs_of_a_chinese_keyboard_are_named(text: str, advice: str) -> None:
    problem = only_problem(text)
    hints = [problem.hint, *(words for _line, _column, words in problem.related)]
    assert any(advice in translator("en")(words) for words in hints if words is not None)

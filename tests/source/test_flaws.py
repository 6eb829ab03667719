import pytest

from stdsys.source.builder import build
from stdsys.source.flaws import MAX_FLAWS
from tests.source.problems import only_problem, place

# --- tags -------------------------------------------------------------------------------------


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
    assert built.data == {"a": None, "b": "1"}
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


# --- escapes ----------------------------------------------------------------------------------


@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\b", "\\x9b"])
def test_an_escape_that_makes_a_control_character_is_refused(escape: str) -> None:
    built = build(f'title: 示例\nnote: "a{escape}b"\n')
    assert built.data is None
    assert [place(problem) for problem in built.problems] == [("Y002", 2, 7)]


def test_other_escapes_are_fine() -> None:
    assert build(r'a: "示\u4f8b\t\"x\""').data == {"a": '示例\t"x"'}

"""The words under which standards are found."""

import pytest

from stdsys.register.words import query_of, words_of


def test_titles_are_cut_into_pairs_and_numbers_into_runs() -> None:
    words = words_of("GB/T 99001.2-2020", "油茶籽 ABC分级")
    assert words == "gb 99001 2 2020 油茶 茶籽 籽 abc 分级 级"


def test_full_width_letters_are_the_same_words() -> None:
    assert words_of("GB 1-2020", "ＡＢＣ油茶") == words_of("GB 1-2020", "abc油茶")


@pytest.mark.parametrize(
    ("asked", "match"),
    [
        ("油茶", '"油茶"'),
        ("茶", '"茶"*'),
        ("油茶籽", '"油茶" AND "茶籽"'),
        ("9833", '"9833"*'),
        ("99001.2", '"99001" AND "2"*'),
        ("abc001s", '"abc" AND "001"*'),
        ("油茶 2020", '"油茶" AND "2020"*'),
    ],
)
def test_questions(asked: str, match: str) -> None:
    query = query_of(asked)
    assert query is not None
    assert query.match == match


@pytest.mark.parametrize("asked", ["", "  ", "—", '"', "*", "T"])
def test_no_question_without_letters_or_figures(asked: str) -> None:
    assert query_of(asked) is None


def test_pairs_apart_do_not_make_a_word() -> None:
    query = query_of("油茶籽")
    assert query is not None
    assert query.fits("GB 1-2020", "示例油茶 籽")
    assert not query.fits("GB 1-2020", "茶籽与油茶")

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdsys.output.workbooks.sheet_names import LONGEST, sheet_names


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("总表", "总表"),
        ("茶业[一]:加工/包装*?\\", "茶业［一］：加工／包装＊？＼"),
        ("'quoted'", "quoted"),
        ("", "Sheet"),
        ("  ", "Sheet"),
        ("History", "History (2)"),
        ("two\nlines", "twolines"),
        ("示" * 40, "示" * LONGEST),
    ],
)
def test_one_name(wanted: str, name: str) -> None:
    assert sheet_names([wanted]) == [name]


def test_alike_names_are_numbered_whatever_their_case_and_width() -> None:
    assert sheet_names(["Tea", "TEA", "tea", "Ｔea", "茶"]) == [
        "Tea",
        "TEA (2)",
        "tea (3)",
        "Ｔea (4)",
        "茶",
    ]


def test_a_number_does_not_make_a_long_name_too_long() -> None:
    first, second = sheet_names(["示" * 40, "示" * 35])
    assert second == "示" * (LONGEST - 4) + " (2)"
    assert first != second


def test_characters_beyond_the_basic_plane_count_twice() -> None:
    assert sheet_names(["𠮷" * 40]) == ["𠮷" * (LONGEST // 2)]


@given(st.lists(st.text(max_size=40), max_size=12))
def test_every_name_is_legal_and_no_two_are_alike(wanted: list[str]) -> None:
    names = sheet_names(wanted)
    assert len(names) == len(wanted)
    folded = [unicodedata.normalize("NFKC", name).casefold() for name in names]
    assert len(set(folded)) == len(names)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= LONGEST
        assert not set(name) & set("[]:*?/\\")
        assert name.strip("'") == name
        assert name.casefold() != "history"


@given(st.lists(st.sampled_from(["a", "A", "a (2)", "b"]), max_size=8))
def test_names_given_with_numbers_do_not_collide(wanted: list[str]) -> None:
    names = sheet_names(wanted)
    assert len({name.casefold() for name in names}) == len(wanted)

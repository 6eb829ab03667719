"""How much room text takes, and where it breaks."""

from hypothesis import given
from hypothesis import strategies as st

from stdsys.output.diagrams.lettering import SIZE, text_width, wrapped

ANY = st.text(max_size=120)


def test_a_chinese_character_is_as_wide_as_it_is_high() -> None:
    assert text_width("标准体系") == 4 * SIZE
    assert text_width("GB/T 1") < text_width("GB/T 标准")


def test_names_break_between_characters_into_lines_about_equally_long() -> None:
    lines = wrapped("农产品产地环境质量安全追溯管理规范", 10 * SIZE)
    assert "".join(lines) == "农产品产地环境质量安全追溯管理规范"
    assert [len(line) for line in lines] == [9, 8]


def test_words_stay_whole_and_long_ones_are_broken() -> None:
    assert wrapped("existing 10 / required 12", 110) == ("existing 10 /", "required 12")
    assert "".join(wrapped("x" * 30, 110, 9)) == "x" * 30


def test_what_has_no_room_ends_with_an_ellipsis() -> None:
    lines = wrapped("示例" * 40, 10 * SIZE, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


@given(ANY, st.integers(60, 300), st.integers(1, 4))
def test_no_line_is_wider_than_the_room_but_for_a_mark_that_hangs(
    text: str, room: int, most: int
) -> None:
    lines = wrapped(text, room, most)
    assert len(lines) <= most
    for line in lines:
        assert text_width(line.rstrip("，。；：、）》〉」』！？ ")) <= room

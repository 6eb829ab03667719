import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdsys.output.workbooks.widths import lines, longest_piece, width


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("", 0),
        ("GB/T 1.1", 8),
        ("青砖茶", 6),
        ("，", 2),
        ("—", 2),
        ("e\u0301", 1),
        ("zero\u200bwidth", 9),
        ("一行\nlonger line", 11),
    ],
)
def test_width(text: str, units: int) -> None:
    assert width(text) == units


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("青砖茶", 6, 1),
        ("青砖茶", 5, 2),
        ("青砖茶\n青砖茶", 6, 2),
        ("", 6, 1),
        ("two words", 5, 2),
        ("two words", 9, 1),
        ("unbreakable", 4, 3),
        ("标准 GB/T 99001-2013", 9, 3),
    ],
)
def test_lines(text: str, room: int, expected: int) -> None:
    assert lines(text, room) == expected


@pytest.mark.parametrize(
    ("text", "widest"),
    [("", 0), ("标准", 2), ("示例 GB/T 99001-2013 标准", 10), ("two words", 5)],
)
def test_longest_piece(text: str, widest: int) -> None:
    assert longest_piece(text) == widest


@given(st.text("示例ab，. \n", max_size=60), st.integers(2, 40))
def test_lines_hold_the_text(text: str, room: int) -> None:
    """So many lines are never too few for all that is printed, blanks aside."""
    printed = text.replace(" ", "")
    assert lines(text, room) * room >= sum(map(width, printed.split("\n")))


@given(st.text("示例ab，. ", max_size=60), st.integers(2, 40))
def test_twice_the_room_never_takes_more_lines(text: str, room: int) -> None:
    assert lines(text, room * 2) <= lines(text, room)

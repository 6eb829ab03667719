from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.output.text.sparkline import BARS, NO_SHARE, shares_a_bar, sparkline

SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=300)


def test_every_eighth_has_a_bar_of_its_own() -> None:
    assert sparkline([number / 8 for number in range(8)], 20) == BARS
    assert sparkline([1.0, 0.999, 0.875, 0.874, None], 20) == f"███▇{NO_SHARE}"


def test_where_room_is_short_the_latest_of_several_shows() -> None:
    assert sparkline([0.0, 1.0, 0.0, 0.5, 0.0, 1.0, 0.25], 4) == "▁▁▁▃"
    assert sparkline([0.0, 1.0], 1) == "█"


@settings(max_examples=100)
@given(SHARES, st.integers(1, 400))
def test_it_fits_and_ends_with_the_latest(shares: list[float], room: int) -> None:
    line = sparkline(shares, room)
    assert 1 <= len(line) <= room
    assert line[-1] == sparkline(shares[-1:], 1)
    assert (len(line) == len(shares)) is (shares_a_bar(len(shares), room) == 1)


@settings(max_examples=100)
@given(st.lists(st.floats(0, 1), min_size=2, max_size=40))
def test_a_rising_share_never_falls(shares: list[float]) -> None:
    line = sparkline(sorted(shares), 40)
    assert list(line) == sorted(line)

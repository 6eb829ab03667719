"""A row of shares as a row of bars: ▁▂▃▄▅▆▇█."""

from collections.abc import Sequence
from math import ceil

BARS = "▁▂▃▄▅▆▇█"
"""From nothing to all; one more bar for every eighth."""

NO_SHARE = "·"
"""Stands for a share of nothing."""


def sparkline(shares: Sequence[float | None], room: int) -> str:
    """Return one bar a share (fractions from 0 to 1), or fewer where there is no room for all.

    The scale is the same for every line: two lines can be compared, and little change looks little.
    """
    each = shares_a_bar(len(shares), room)
    # Counted from the end, so that the latest share always shows.
    shown = shares[::-1][::each][::-1]
    return "".join(_bar(share) for share in shown)


def shares_a_bar(count: int, room: int) -> int:
    """Return for how many shares one bar must stand: the latest of them is drawn."""
    return max(1, ceil(count / room))


def _bar(share: float | None) -> str:
    return NO_SHARE if share is None else BARS[min(int(share * len(BARS)), len(BARS) - 1)]

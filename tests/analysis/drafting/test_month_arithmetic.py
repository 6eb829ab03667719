"""Months later and earlier."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.analysis.drafting.month_arithmetic import add_months, latest_start


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 22), 0, date(2026, 11, 22)),
        (date(2026, 11, 22), 2, date(2027, 1, 22)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 1), 999_999_999, date.max),
        (date(2026, 1, 1), -999_999_999, date.min),
    ],
)
def test_the_day_so_many_months_later(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@settings(max_examples=200)
@given(st.dates(date(2020, 1, 1), date(2032, 12, 31)), st.integers(0, 40))
def test_the_latest_start_is_the_last_day_that_is_early_enough(end: date, months: int) -> None:
    start = latest_start(end, months)
    assert add_months(start, months) <= end
    assert add_months(start + timedelta(days=1), months) > end

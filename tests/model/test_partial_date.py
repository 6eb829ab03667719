"""Dates as precise as their source."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdsys.model.partial_date import PartialDate

DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(DAYS)
    known = draw(st.sampled_from(["year", "month", "day"]))
    if known == "year":
        return PartialDate(day.year)
    if known == "month":
        return PartialDate(day.year, day.month)
    return PartialDate(day.year, day.month, day.day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-06", date(2023, 6, 1), date(2023, 6, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-06-30", date(2023, 6, 30), date(2023, 6, 30)),
        (" 2023-6-3 ", date(2023, 6, 3), date(2023, 6, 3)),
    ],
)
def test_a_date_is_the_interval_of_days_it_can_mean(text: str, first: date, last: date) -> None:
    parsed = PartialDate.parse(text)
    assert (parsed.first, parsed.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "23", "2023-13", "2023-02-30", "2023年6月", "2023/06/30", "20230630", "2023-06-30x"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        PartialDate.parse(text)


@given(partial_dates())
def test_a_date_is_written_as_it_is_read(value: PartialDate) -> None:
    assert PartialDate.parse(str(value)) == value


@given(partial_dates(), DAYS)
def test_a_start_counts_from_its_first_day_and_an_end_until_its_last(
    value: PartialDate, day: date
) -> None:
    assert value.begun_by(day) == (value.first <= day)
    assert value.over_by(day) == (value.last < day)
    assert not value.over_by(value.last)
    assert value.over_by(value.last + timedelta(days=1))


@given(partial_dates(), partial_dates())
def test_of_two_dates_one_is_surely_before_the_other_or_they_may_be_equal(
    one: PartialDate, other: PartialDate
) -> None:
    answers = [one.surely_before(other), other.surely_before(one), one.may_equal(other)]
    assert answers.count(True) == 1

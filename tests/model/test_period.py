"""Spans of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdsys.model.partial_date import PartialDate
from stdsys.model.period import Period
from tests.model.test_partial_date import partial_dates


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("2022-06..2023-07", "2022-06", True),
        ("2022-06..2023-07", "2023-07-31", True),
        ("2022-06..2023-07", "2023-08-01", False),
        ("2022-06..2023-07", "2022", None),
        ("2022..", "2030", True),
        ("..2022", "2022-12-31", True),
        ("2022至2023", "2023-05", True),
        ("2023", "2023-05", True),
        ("2023", "2024", False),
    ],
)
def test_a_date_lies_within_or_not_or_cannot_be_told(
    text: str, date: str, expected: bool | None
) -> None:
    assert Period.parse(text).holds(PartialDate.parse(date)) is expected


@pytest.mark.parametrize("text", ["", "..", "2023..2022", "soon", "2023-13..2024"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reader says what was expected
        Period.parse(text)


@given(partial_dates(), partial_dates())
def test_a_period_is_written_as_it_is_read(one: PartialDate, other: PartialDate) -> None:
    start, end = sorted((one, other), key=lambda date: (date.first, date.last))
    period = Period(start, end)
    assert Period.parse(str(period)) == period


@given(partial_dates(), partial_dates(), st.data())
def test_a_period_holds_a_date_exactly_if_it_holds_all_its_days(
    one: PartialDate, other: PartialDate, data: st.DataObject
) -> None:
    start, end = sorted((one, other), key=lambda date: (date.first, date.last))
    when = data.draw(partial_dates())
    days = [start.first <= day <= end.last for day in (when.first, when.last)]
    held = Period(start, end).holds(when)
    if all(days):
        assert held is True
    elif held is False:
        assert not any(days)

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdsys.messages import _
from stdsys.output.tables.rendering import percent
from stdsys.output.tables.table import Column, Ratio, Table


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [(6, 7, "85.7"), (1, 16, "6.3"), (1, 8, "12.5"), (0, 5, "0.0"), (5, 5, "100.0"), (0, 0, "—")],
)
def test_percentages_are_half_up(part: int, whole: int, printed: str) -> None:
    assert percent(part, whole) == printed


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_percentages_agree_with_decimal_arithmetic(part: int, whole: int) -> None:
    exact = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert percent(part, whole) == str(exact)


def test_a_ratio_of_nothing_is_none() -> None:
    assert Ratio(0, 0).percent is None
    assert Ratio(0, 0).fraction is None
    assert Ratio(3, 4).fraction == 0.75


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells under 1 columns"):
        Table("t", (Column("a", _("No.")),), (("x", "y"),))

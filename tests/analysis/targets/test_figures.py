"""Goals and figures as they are printed."""

from fractions import Fraction

import pytest

from stdsys.analysis.targets.figures import figure_of, goal_of, printed
from stdsys.model.goal import Goal
from stdsys.model.target_record import TargetRecord


def target(value: str, unit: str = "") -> TargetRecord:
    fields = {"id": "t", "measure": "entered", "value": value, "strength": "firm"}
    return TargetRecord.model_validate(fields | ({"unit": unit} if unit else {}))


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("6", "项", "≥ 6 项"),
        (">= 200", "家", "≥ 200 家"),
        ("≤3.50", "", "≤ 3.5"),
        ("15%", "", "≥ 15%"),
        ("= 100", "", "= 100"),
        ("5..8", "项", "5~8 项"),
        ("> 1e3", "", "> 1000"),
    ],
)
def test_goal(value: str, unit: str, shown: str) -> None:
    assert goal_of(target(value, unit)) == shown


@pytest.mark.parametrize(
    ("value", "goal", "shown"),
    [
        (Fraction(6), "6", "6"),
        (Fraction(25, 2), "6", "12.5"),
        (Fraction(1, 3), "6", "0.33"),
        (Fraction(-1, 2), "6", "-0.5"),
        (Fraction(2, 3), "50%", "66.7%"),
        (Fraction(1), "100%", "100.0%"),
        (Fraction(-1, 200), "10%", "-0.5%"),
        # rounding never puts a figure on the other side of the goal
        (Fraction(996, 10000), "10%", "9.96%"),
        (Fraction(99961, 1000000), "10%", "9.996%"),
        (Fraction(999999, 100000), "10", "9.99999"),
        (Fraction(100001, 10000), "<= 10", "10.0001"),
    ],
)
def test_figure(value: Fraction, goal: str, shown: str) -> None:
    assert printed(value, Goal.parse(goal)) == shown


def test_a_figure_has_the_unit_of_its_goal() -> None:
    assert figure_of(Fraction(4), target("6", "项")) == "4 项"
    assert figure_of(Fraction(1, 2), target("60%", "项")) == "50.0%"

"""Family P: the programme's phases."""

from stdsys.rules.programme.phases import PhaseDatesOutOfOrder
from stdsys.rules.rule import Rule

PROGRAMME_RULES: tuple[Rule, ...] = (PhaseDatesOutOfOrder(),)
"""The rules of the family, in the order of their codes."""

"""Rules H002, H003, H009 and H010: limits looser than those of a higher standard, and units."""

from stdsys.rules.limits.looser import LooserThanHigher, LooserThanMandatory
from stdsys.rules.limits.not_comparable import NotComparable
from stdsys.rules.limits.units import UnknownUnit
from stdsys.rules.rule import Rule

LIMIT_RULES: tuple[Rule, ...] = (
    LooserThanMandatory(),
    LooserThanHigher(),
    NotComparable(),
    UnknownUnit(),
)
"""The rules of the family that read limits, in the order of their codes."""

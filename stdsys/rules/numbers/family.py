"""Family N: standard numbers."""

from stdsys.rules.numbers.facts import LevelDisagrees, NatureDisagrees, TwiceInSystem, Undated
from stdsys.rules.numbers.forms import DoubtfulCode, NotANumber, NotCanonical
from stdsys.rules.numbers.near_misses import NearMiss

NUMBER_RULES = (
    NotANumber(),
    NotCanonical(),
    LevelDisagrees(),
    DoubtfulCode(),
    TwiceInSystem(),
    Undated(),
    NatureDisagrees(),
    NearMiss(),
)
"""The rules of the family, in the order of their codes."""

"""The grammar of standard numbers: read, normalise, compare, classify. Knows no workspace."""

from stdsys.numbers.code_tables import (
    industry_name,
    known_industry,
    region_name,
    withdrawn_industry,
)
from stdsys.numbers.kinds import LEVEL_RANKS, Level, Nature, Tier
from stdsys.numbers.normalise import normalise
from stdsys.numbers.reading import NotAStandardNumber, Outcome, Reading, parse, read
from stdsys.numbers.standard_number import StandardNumber

__all__ = [
    "LEVEL_RANKS",
    "Level",
    "Nature",
    "NotAStandardNumber",
    "Outcome",
    "Reading",
    "StandardNumber",
    "Tier",
    "industry_name",
    "known_industry",
    "normalise",
    "parse",
    "read",
    "region_name",
    "withdrawn_industry",
]

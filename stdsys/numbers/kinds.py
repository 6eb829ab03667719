"""The words in which standard numbers are classified: level, tier, nature, kind of serial."""

from enum import StrEnum


class Level(StrEnum):
    """The five kinds of standard of 标准化法 art. 2, and everything that is none of them."""

    NATIONAL = "national"
    INDUSTRY = "industry"
    LOCAL = "local"
    GROUP = "group"
    ENTERPRISE = "enterprise"
    OTHER = "other"


LEVEL_RANKS: dict[Level, int] = {
    level: rank for rank, level in enumerate(Level) if level is not Level.OTHER
}
"""The five levels from above: national is 0."""


class Tier(StrEnum):
    """A finer word than `Level`: who issues the series that a text belongs to."""

    NATIONAL = "national"
    LOCAL_METROLOGY = "local_metrology"
    INDUSTRY = "industry"
    REGULATION = "regulation"
    LEGACY = "legacy"
    LOCAL_PROVINCE = "local_province"
    LOCAL_CITY = "local_city"
    GROUP = "group"
    ENTERPRISE = "enterprise"
    INTERNATIONAL = "international"
    FOREIGN = "foreign"
    PLAN = "plan"
    NONE = "none"


class Nature(StrEnum):
    """How binding a standard is, as far as its number tells."""

    MANDATORY = "mandatory"
    RECOMMENDED = "recommended"
    GUIDANCE = "guidance"
    VOLUNTARY = "voluntary"
    NOT_APPLICABLE = "n/a"


class Serial(StrEnum):
    """How the number after a code is built."""

    PLAIN = "plain"
    """9833, 9833.9, 9001B: figures, perhaps one letter, parts after points."""
    LETTERED = "lettered"
    """D60, 2231-01, F80/1: engineering codes with a class letter or two-figure sub-numbers."""
    DOUBLE = "double"
    """04-1747, 15-65: a class or region number, a hyphen, the running number."""
    OWNER = "owner"
    """0001S, 11612.41: whatever an enterprise has chosen."""
    FOREIGN = "foreign"
    """9001, 61000-4-2, D892: parts after hyphens, perhaps class letters."""

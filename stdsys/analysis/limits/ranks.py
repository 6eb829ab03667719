"""Which standard is the higher one 上位标准: mandatory before recommended, then by level."""

from enum import IntEnum

from stdsys.model.items import Edition, PlannedStandard
from stdsys.numbers import Level, Nature


class Rank(IntEnum):
    """Ranks of standards, the highest first (标准化法 art. 2, 10 to 19, 21)."""

    MANDATORY_NATIONAL = 0
    MANDATORY = 1
    """Mandatory industry and local standards: food safety, environment, construction."""
    NATIONAL = 2
    INDUSTRY = 3
    LOCAL = 4
    GROUP = 5
    ENTERPRISE = 6


_BY_LEVEL = {
    Level.NATIONAL: Rank.NATIONAL,
    Level.INDUSTRY: Rank.INDUSTRY,
    Level.LOCAL: Rank.LOCAL,
    Level.GROUP: Rank.GROUP,
    Level.ENTERPRISE: Rank.ENTERPRISE,
}
_MAY_BE_MANDATORY = (Level.INDUSTRY, Level.LOCAL)


def rank_of(item: Edition | PlannedStandard) -> Rank | None:
    """Return the rank of a standard; None outside the five levels (ISO, JJF …) or if not known."""
    nature = item.nature
    if item.level is None:
        return None
    if nature is Nature.MANDATORY and item.level is Level.NATIONAL:
        return Rank.MANDATORY_NATIONAL
    if nature is Nature.MANDATORY and item.level in _MAY_BE_MANDATORY:
        return Rank.MANDATORY
    return _BY_LEVEL.get(item.level)

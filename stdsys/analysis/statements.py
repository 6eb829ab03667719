"""What a stated relation (cites, replaces …) names, and whether anybody verified it."""

from functools import lru_cache

from stdsys.model.partial_date import PartialDate
from stdsys.model.standard_record import RECALLED, Citation, Replacement
from stdsys.model.workspace import Edition, PlannedStandard
from stdsys.numbers import Outcome, StandardNumber, read


@lru_cache(maxsize=100_000)
def numbers_in(text: str) -> tuple[StandardNumber, ...]:
    """Return the standard numbers that a text names: one, several (a list, a range), or none."""
    reading = read(text)
    if reading.outcome is Outcome.MULTI:
        return reading.items
    if reading.outcome in (Outcome.OK, Outcome.WARN) and reading.number is not None:
        return (reading.number,)
    return ()


def is_unverified(statement: Citation | Replacement, owner: Edition | PlannedStandard) -> bool:
    """Whether nobody has verified a statement: what it says of itself, else what its owner says."""
    if isinstance(statement.verified, PartialDate):
        return False
    if statement.verified is False or statement.source == RECALLED:
        return True
    return owner.unverified

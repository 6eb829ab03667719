"""What a stated relation (cites, replaces …) names, and whether anybody verified it."""

from stdsys.model.items import Edition, PlannedStandard
from stdsys.model.partial_date import PartialDate
from stdsys.model.provenance import says_unverified
from stdsys.model.readings import reading_of
from stdsys.model.standard_record import Citation, Replacement
from stdsys.numbers import StandardNumber


def numbers_in(text: str) -> tuple[StandardNumber, ...]:
    """Return the standard numbers that a text names: one, several (a list, a range), or none."""
    reading = reading_of(text)
    return reading.items if reading.number is None else (reading.number,)


def is_unverified(statement: Citation | Replacement, owner: Edition | PlannedStandard) -> bool:
    """Whether nobody has verified a statement: what it says of itself, else what its owner says."""
    if isinstance(statement.verified, PartialDate):
        return False
    return says_unverified(statement) or owner.unverified

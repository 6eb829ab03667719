"""The ten rules by which the status of one edition on one day is found; the first that holds wins.

Dates are intervals. A start (effect, issue) counts from the first day it can mean, an end
(withdrawal) until the last: the edition is withdrawn on the last day and after it. A rule fires
only on a certain yes.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from stdsys.analysis.life_cycle.status_on import Basis, StatusOn
from stdsys.model.items import Edition
from stdsys.model.standard_record import StandardFacts
from stdsys.model.status import Status
from stdsys.model.vocabulary import StatedStatus
from stdsys.numbers import StandardNumber


class Successor(Struct, frozen=True):
    """An edition that is said to replace another, wholly or in part.

    `edition` and `on_day` (its status on the day) are None if it is not in the workspace.
    """

    key: str
    number: StandardNumber | None
    whole: bool
    edition: Edition | None = None
    on_day: StatusOn | None = None


def judge(edition: Edition, day: date, successors: Sequence[Successor]) -> StatusOn:
    """Return the status of an edition that is in no replacement cycle, by its successors'.

    A successor counts as having taken effect also when it has been replaced or withdrawn since:
    what it replaced stays replaced. 修订中 and 部分被代替 say 现行, and are flags besides.
    """
    facts = edition.facts
    if not successors and _is_plainly_in_force(facts, day):
        return PLAINLY_IN_FORCE
    return (
        _withdrawn(facts, day)
        or _replaced(facts, day, successors)
        or _upcoming(edition, day)
        or _in_force(facts)
        or _otherwise(edition, day)
    )


PLAINLY_IN_FORCE = StatusOn(Status.IN_FORCE, Basis.DATES)
"""What `judge` returns, this very object, of what is in effect since last year and stated 现行,
without end or successor: nearly everything. Who looks for contradictions need not look there."""

_IN_FORCE_BY_DATES = StatusOn(Status.IN_FORCE, Basis.DATES)
_IN_FORCE_STATED = StatusOn(Status.IN_FORCE, Basis.STATED)
_IN_FORCE_PRESUMED = StatusOn(Status.IN_FORCE, Basis.PRESUMED)
"""Made once for all."""


def _is_plainly_in_force(facts: StandardFacts, day: date) -> bool:
    """Whether the rules need not be asked: in effect since last year, 现行, and no end stated."""
    effective = facts.effective
    begun = effective is not None and effective.year < day.year
    return begun and facts.status is _STATED_IN_FORCE and facts.withdrawn is None


_STATED_IN_FORCE = StatedStatus.IN_FORCE


def _withdrawn(facts: StandardFacts, day: date) -> StatusOn | None:
    """Rule 1. 废止 beside a date that has not come yet says nothing about this day."""
    if facts.withdrawn is not None and facts.withdrawn.last <= day:
        return StatusOn(Status.WITHDRAWN, Basis.DATES)
    if facts.status is StatedStatus.WITHDRAWN and facts.withdrawn is None:
        return StatusOn(Status.WITHDRAWN, Basis.STATED)
    return None


def _replaced(facts: StandardFacts, day: date, successors: Sequence[Successor]) -> StatusOn | None:
    """Rules 2 to 4: what has replaced the edition, or only a part of it, or is said to."""
    stated = facts.status
    if not successors:
        return StatusOn(Status.REPLACED, Basis.STATED) if stated is StatedStatus.REPLACED else None
    effective = [
        one
        for one in successors
        if one.edition and one.on_day and has_taken_effect(one.edition, one.on_day, day)
    ]
    # 2. A whole successor; or only partial ones, and it is in force for the rest.
    decisive = _first_in_force([one for one in effective if one.whole])
    if decisive is not None:
        return _replaced_by(decisive, stated)
    outside = _outside_successor(successors, day)
    if effective and not outside:
        return _flagged(_in_force_in_part(facts, day), stated, partly=True)
    # 3. Stated 被代替, and the known successors do not contradict it.
    if stated is StatedStatus.REPLACED and not _is_refuted(stated, successors):
        return StatusOn(Status.REPLACED, Basis.STATED)
    # 4. A whole successor of an earlier year that is not in the workspace.
    return StatusOn(Status.REPLACED, Basis.PRESUMED) if outside else None


def _upcoming(edition: Edition, day: date) -> StatusOn | None:
    """Rule 5. What is issued only after the day cannot have taken effect before.

    The year in a number is its year of issue, so that an undated 现行 says nothing of earlier
    years: looked at from 2013, a standard numbered 2020 is still to come.
    """
    facts = edition.facts
    start = facts.effective or facts.issued
    if start is not None and start.year >= day.year and start.first > day:
        return StatusOn(Status.UPCOMING, Basis.DATES)
    if facts.effective is None and facts.status is StatedStatus.UPCOMING:
        return StatusOn(Status.UPCOMING, Basis.STATED)
    year = edition.number.year if edition.number is not None else None
    says_in_force = facts.status is not None and facts.status.says_in_force
    if start is None and says_in_force and year is not None and year > day.year:
        return StatusOn(Status.UPCOMING, Basis.PRESUMED)
    return None


def _in_force(facts: StandardFacts) -> StatusOn | None:
    """Rules 6 and 7: in force by a date that is not to come any more, or by statement."""
    if facts.effective is not None:
        return _flagged(_IN_FORCE_BY_DATES, facts.status)
    if facts.status is not None and facts.status.says_in_force:
        return _flagged(_IN_FORCE_STATED, facts.status)
    return None


def _otherwise(edition: Edition, day: date) -> StatusOn:
    """Rules 8 to 10: 未知, a number that is presumed to be in force, or nothing to go by.

    A bare list of numbers must not count as zero. Where a word is stated that the evidence
    contradicts, nothing is presumed.
    """
    stated = edition.facts.status
    if stated is StatedStatus.UNKNOWN:
        return StatusOn(Status.UNKNOWN, Basis.STATED)
    year = edition.number.year if edition.number is not None else None
    if stated is None and year is not None and year <= day.year:
        return _IN_FORCE_PRESUMED
    return StatusOn(Status.UNKNOWN, Basis.PRESUMED)


def _flagged(result: StatusOn, stated: StatedStatus | None, *, partly: bool = False) -> StatusOn:
    partly = partly or stated is StatedStatus.PARTLY_REPLACED
    revised = stated is StatedStatus.UNDER_REVISION
    if not (partly or revised):
        return result
    return StatusOn(result.status, result.basis, partly, revised)


def has_taken_effect(edition: Edition, on_day: StatusOn, day: date) -> bool:
    """Whether an edition is in force on the day, or was before something else ended it.

    A withdrawn edition counts unless its date of effect lies after its end or after the day.
    """
    if on_day.status is not Status.WITHDRAWN:
        return on_day.status in (Status.IN_FORCE, Status.REPLACED)
    start, end = edition.facts.effective, edition.facts.withdrawn
    if start is None:
        return True
    return start.first <= day and (end is None or start.first <= end.last)


def _first_in_force(wholes: Sequence[Successor]) -> Successor | None:
    """Return the successor that took effect first, those in force on the day before others.

    Successors without a date of effect come after those with one, in reading order.
    """
    if len(wholes) == 1:
        return wholes[0]
    return min(wholes, key=order_in_force, default=None)


def order_in_force(successor: Successor) -> tuple[bool, date]:
    """Return the sort key of "the first in force" among several successors."""
    in_force = successor.on_day is not None and successor.on_day.status is Status.IN_FORCE
    start = first_day(successor.edition) if successor.edition is not None else date.max
    return not in_force, start


def first_day(edition: Edition) -> date:
    """Return the first day on which an edition may be in effect; the last of all if none is known.

    Known is the date of effect only: what is issued takes effect whenever its text says.
    """
    effective = edition.facts.effective
    return effective.first if effective is not None else date.max


def _replaced_by(successor: Successor, stated: StatedStatus | None) -> StatusOn:
    """Return "replaced", known as well as the successor's status; 被代替 outweighs presuming."""
    basis = successor.on_day.basis if successor.on_day is not None else Basis.PRESUMED
    if basis is Basis.PRESUMED and stated is StatedStatus.REPLACED:
        basis = Basis.STATED
    return StatusOn(Status.REPLACED, basis, successor=successor.key)


def _in_force_in_part(facts: StandardFacts, day: date) -> StatusOn:
    if facts.effective is not None and facts.effective.first <= day:
        return _IN_FORCE_BY_DATES
    if facts.status is not None and facts.status.says_in_force:
        return _IN_FORCE_STATED
    return _IN_FORCE_PRESUMED


def _outside_successor(successors: Sequence[Successor], day: date) -> bool:
    """Whether a whole successor of an earlier year than the day's is named, but is not here."""
    return any(
        one.whole
        and one.edition is None
        and one.number is not None
        and one.number.year is not None
        and one.number.year < day.year
        for one in successors
    )


def _is_refuted(stated: StatedStatus | None, successors: Sequence[Successor]) -> bool:
    """Whether 被代替 is stated and every known whole successor is still to come."""
    known = [one.on_day.status for one in successors if one.whole and one.on_day is not None]
    all_upcoming = bool(known) and all(status is Status.UPCOMING for status in known)
    return stated is StatedStatus.REPLACED and all_upcoming

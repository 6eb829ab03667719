"""The ten rules by which the status of one edition on one day is found; the first that holds wins.

Dates are intervals. A start (effect, issue) counts from the first day it can mean, an end
(withdrawal) until the last: the edition is withdrawn on the last day and after it. A rule fires
only on a certain yes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from stdsys.analysis.status_on import Basis, Status, StatusOn
from stdsys.model.standard_record import StandardFacts
from stdsys.model.vocabulary import StatedStatus
from stdsys.model.workspace import Edition
from stdsys.numbers import StandardNumber


@dataclass(frozen=True, slots=True)
class Successor:
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
    facts, stated = edition.facts, edition.facts.status
    by_dates = StatusOn(Status.IN_FORCE, Basis.DATES)

    # 1. Withdrawn. 废止 beside a date that has not come yet says nothing about this day.
    if facts.withdrawn is not None and facts.withdrawn.last <= day:
        return StatusOn(Status.WITHDRAWN, Basis.DATES)
    if stated is StatedStatus.WITHDRAWN and facts.withdrawn is None:
        return StatusOn(Status.WITHDRAWN, Basis.STATED)

    # 2. Replaced by a whole successor; or only in part, and in force for the rest.
    effective = [
        one
        for one in successors
        if one.edition and one.on_day and has_taken_effect(one.edition, one.on_day, day)
    ]
    decisive = _first_in_force([one for one in effective if one.whole])
    if decisive is not None:
        return _replaced_by(decisive, stated)
    outside = _outside_successor(successors, day)
    if effective and not outside:
        return _flagged(_in_force_in_part(facts, day), stated, partly=True)

    # 3. Stated 被代替. Contradicted if every known whole successor is still to come.
    refuted = stated is StatedStatus.REPLACED and _all_upcoming(successors)
    if stated is StatedStatus.REPLACED and not refuted:
        return StatusOn(Status.REPLACED, Basis.STATED)

    # 4. A whole successor of an earlier year that is not in the workspace.
    if outside:
        return StatusOn(Status.REPLACED, Basis.PRESUMED)

    # 5. Upcoming. What is issued only after the day cannot have taken effect before.
    if facts.effective is not None and facts.effective.first > day:
        return StatusOn(Status.UPCOMING, Basis.DATES)
    if facts.effective is None and facts.issued is not None and facts.issued.first > day:
        return StatusOn(Status.UPCOMING, Basis.DATES)
    if facts.effective is None and stated is StatedStatus.UPCOMING:
        return StatusOn(Status.UPCOMING, Basis.STATED)

    # 6. In force by date.
    if facts.effective is not None:
        return _flagged(by_dates, stated)

    # 7. In force by statement.
    if stated in _SAYS_IN_FORCE:
        return _flagged(StatusOn(Status.IN_FORCE, Basis.STATED), stated)

    # 8. Stated 未知.
    if stated is StatedStatus.UNKNOWN:
        return StatusOn(Status.UNKNOWN, Basis.STATED)

    # 9. Nothing stated, or nothing that stands: a bare list must not count as zero.
    said_nothing = stated is None or refuted or stated is StatedStatus.WITHDRAWN
    year = edition.number.year if edition.number is not None else None
    if said_nothing and year is not None and year <= day.year:
        return StatusOn(Status.IN_FORCE, Basis.PRESUMED)

    # 10.
    return StatusOn(Status.UNKNOWN, Basis.PRESUMED)


_SAYS_IN_FORCE = (
    StatedStatus.IN_FORCE,
    StatedStatus.UNDER_REVISION,
    StatedStatus.PARTLY_REPLACED,
)


def _flagged(result: StatusOn, stated: StatedStatus | None, *, partly: bool = False) -> StatusOn:
    return replace(
        result,
        partly_replaced=partly or stated is StatedStatus.PARTLY_REPLACED,
        under_revision=stated is StatedStatus.UNDER_REVISION,
    )


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
    return min(wholes, key=order_in_force, default=None)


def order_in_force(successor: Successor) -> tuple[bool, date]:
    """Return the sort key of "the first in force" among several successors."""
    in_force = successor.on_day is not None and successor.on_day.status is Status.IN_FORCE
    start = successor.edition.facts.effective if successor.edition is not None else None
    return not in_force, start.first if start is not None else date.max


def _replaced_by(successor: Successor, stated: StatedStatus | None) -> StatusOn:
    """Return "replaced", known as well as the successor's status; 被代替 outweighs presuming."""
    basis = successor.on_day.basis if successor.on_day is not None else Basis.PRESUMED
    if basis is Basis.PRESUMED and stated is StatedStatus.REPLACED:
        basis = Basis.STATED
    return StatusOn(Status.REPLACED, basis, successor=successor.key)


def _in_force_in_part(facts: StandardFacts, day: date) -> StatusOn:
    if facts.effective is not None and facts.effective.first <= day:
        return StatusOn(Status.IN_FORCE, Basis.DATES)
    if facts.status in _SAYS_IN_FORCE:
        return StatusOn(Status.IN_FORCE, Basis.STATED)
    return StatusOn(Status.IN_FORCE, Basis.PRESUMED)


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


def _all_upcoming(successors: Sequence[Successor]) -> bool:
    known = [one.on_day.status for one in successors if one.whole and one.on_day is not None]
    return bool(known) and all(status is Status.UPCOMING for status in known)

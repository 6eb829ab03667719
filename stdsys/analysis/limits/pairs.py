"""Which limits of two standards on one quantity are compared with each other."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from stdsys.analysis.limits.requirements import Requirement
from stdsys.analysis.limits.sampling_plans import same_remark
from stdsys.analysis.limits.verdicts import same_grade


class Pair(Struct, frozen=True):
    """A limit of a lower standard, and the one above that it is compared with.

    `of_grades` are the limits above that it is compared with all at once: it names no grade, they
    all do. `plans_differ`: nobody can tell which of several limits above it is to be held against.
    """

    lower: Requirement
    upper: Requirement
    of_grades: tuple[Requirement, ...] = ()
    plans_differ: bool = False


def paired(lowers: Sequence[Requirement], uppers: Sequence[Requirement]) -> Iterator[Pair]:
    """Yield the pairs of the limits of two standards on one quantity of one product.

    A graded limit meets those of its grade above, else the general ones, else the first: a limit of
    another grade, with which it is not comparable. A limit without grade meets the general ones,
    else all the graded ones together. Of several limits of one grade (a bound on each side) it
    meets those that bound the same side; where one standard has several such that differ, the two
    limits m and M of a sampling plan, those with the same remark: others are not comparable, unless
    one standard but repeats the other.
    """
    for lower in lowers:
        grade = lower.indicator.grade
        of_grade = [u for u in uppers if same_grade(grade, u.indicator.grade)]
        general = [u for u in uppers if u.indicator.grade is None]
        if grade is None and not general:
            yield _with_all_grades(lower, uppers)
            continue
        twins = [t for t in lowers if same_grade(grade, t.indicator.grade)]
        yield from _of_one_grade(lower, twins, of_grade or general or uppers[:1])


def _with_all_grades(lower: Requirement, uppers: Sequence[Requirement]) -> Pair:
    meant = [u for u in uppers if _sides(u) == _sides(lower)] or uppers
    of_grades = [u for u in meant if same_remark(lower.indicator, u.indicator)] or meant
    return Pair(lower, of_grades[0], tuple(of_grades))


def _of_one_grade(
    lower: Requirement, twins: Sequence[Requirement], uppers: Sequence[Requirement]
) -> Iterator[Pair]:
    """Yield a limit with the one above that bounds the same side, else with one of each side."""
    sides = dict.fromkeys(_sides(upper) for upper in uppers)
    if _sides(lower) in sides:
        sides = {_sides(lower): None}
    rivals = [t for t in twins if _sides(t) == _sides(lower)]
    for side in sides:
        yield _of_one_side(lower, rivals, [u for u in uppers if _sides(u) == side])


def _of_one_side(
    lower: Requirement, twins: Sequence[Requirement], uppers: Sequence[Requirement]
) -> Pair:
    if not _differ(twins) and not _differ(uppers):
        return Pair(lower, uppers[0])
    if _sides(lower) == _NO_SIDE:
        alike = [u for u in uppers if u.indicator.limit.text == lower.indicator.limit.text]
        return Pair(lower, (alike or uppers)[0])
    if _repeated(twins, uppers):
        return Pair(lower, next(u for u in uppers if _stated(u) == _stated(lower)))
    meant = _told_apart(lower, uppers)
    certain = bool(meant) and not _differ(meant) and not _differ(_told_apart(lower, twins))
    return Pair(lower, (meant or uppers)[0], plans_differ=not certain)


def _told_apart(lower: Requirement, others: Sequence[Requirement]) -> Sequence[Requirement]:
    """Return those with the same remark; if these differ still, those by the same method."""
    noted = [one for one in others if same_remark(lower.indicator, one.indicator)]
    if not _differ(noted):
        return noted
    method = lower.indicator.method
    return [one for one in noted if one.indicator.method == method] or noted


_NO_SIDE = (False, False)


def _sides(requirement: Requirement) -> tuple[bool, bool]:
    """Return which sides are bound: none by words, but that nothing may be there is at most 0."""
    limit = requirement.indicator.limit
    return limit.low is not None, limit.high is not None or limit.absence


def _differ(requirements: Sequence[Requirement]) -> bool:
    """Whether limits are not all the same."""
    return len({_stated(one)[:2] for one in requirements}) > 1


def _repeated(lowers: Sequence[Requirement], uppers: Sequence[Requirement]) -> bool:
    """Whether one standard says in the same words all that the other says."""
    return {_stated(one) for one in lowers} == {_stated(one) for one in uppers}


def _stated(requirement: Requirement) -> tuple[str, str | None, str | None]:
    stated = requirement.indicator
    return stated.limit.text, stated.unit, stated.note

"""A limit without grade against limits above that all name a grade."""

from collections.abc import Sequence

from stdsys.analysis.limits.methods import Methods
from stdsys.analysis.limits.requirements import Requirement
from stdsys.analysis.limits.units import Units
from stdsys.analysis.limits.verdicts import Judgement, Verdict, judge, judge_limits


def judged_against_all(
    lower: Requirement, uppers: Sequence[Requirement], units: Units, methods: Methods
) -> tuple[Judgement, Requirement]:
    """Compare a limit without grade with those of all grades, and tell with which.

    Whichever grade is meant, a limit that is looser than each of them is looser: told is the
    loosest of the grades, which it misses by least. Any other is not comparable.
    """
    found = [judge_limits(lower.indicator, upper.indicator, units, methods) for upper in uppers]
    if any(one.verdict is not Verdict.LOOSER for one in found):
        return judge(lower.indicator, uppers[0].indicator, units, methods), uppers[0]
    loosest = 0
    for at, upper in enumerate(uppers):
        against = judge_limits(upper.indicator, uppers[loosest].indicator, units, methods)
        if against.verdict is Verdict.LOOSER:
            loosest = at
    return found[loosest], uppers[loosest]

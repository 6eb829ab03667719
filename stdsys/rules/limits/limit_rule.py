"""What the rules on limits share: whose comparisons they look at, and what a finding says."""

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.limits.comparison import Comparison
from stdsys.analysis.limits.requirements import Standard
from stdsys.findings import Finding, Related, Severity
from stdsys.messages import Text, _
from stdsys.model.items import PlannedStandard
from stdsys.model.status import Status
from stdsys.rules.items import name_of
from stdsys.rules.limits.wording import WHY_WORDS, graded_limit, quantity_of
from stdsys.rules.rule import Per, Rule


class LimitRule(Rule):
    """A rule on how limits of lower standards stand to those of higher ones.

    A finding speaks of the lower standard, which is the one to change, at its limit; one standard
    has one finding. Screening values are no requirements on products, and a planned standard binds
    nobody: neither is held against a lower standard.
    """

    per = Per.SUBJECT

    def finding(
        self, comparison: Comparison, analysis: Analysis, severity: Severity, hint: Text | None
    ) -> Finding:
        """Return the finding that a comparison comes to."""
        lower, upper = comparison.lower_limit, comparison.upper_limit
        assert lower is not None
        assert upper is not None
        assert comparison.why is not None
        message = _(
            "{number}: {quantity}, {limit}, against {other} in {upper}: {why}",
            number=name_of(comparison.lower),
            quantity=quantity_of(comparison),
            limit=graded_limit(lower.indicator),
            other=graded_limit(upper.indicator),
            upper=name_of(comparison.upper),
            why=WHY_WORDS[comparison.why],
        )
        return self.found(
            message,
            lower.place,
            comparison.lower.key,
            about=analysis.placements.waived_at(comparison.lower),
            severity=severity,
            hint=hint,
            related=(Related(upper.place, _("the higher standard's limit stands here")),),
            unverified=comparison.unverified,
        )


def binds(comparison: Comparison) -> bool:
    """Whether the upper limit binds, today or from a day that is known."""
    return not comparison.screening and not isinstance(comparison.upper, PlannedStandard)


def in_force(item: Standard, analysis: Analysis) -> bool:
    """Whether a standard binds on the day, and not only from a later one."""
    return analysis.statuses(item).status is Status.IN_FORCE


def any_standard(_item: Standard) -> bool:
    """Choose every standard."""
    return True

"""One comparison: a limit of a lower standard against one of a higher standard."""

from msgspec import Struct

from stdsys.analysis.limits.ranks import Rank, rank_of
from stdsys.analysis.limits.requirements import Requirement, Standard
from stdsys.analysis.limits.verdicts import Judgement, Verdict, Why


class Comparison(Struct, frozen=True, eq=False):
    """A limit of a lower standard against one of a higher standard, for one product and quantity.

    `product` is the product's key, None for every product. `lower_limit` is None for a missing
    one, `upper_limit` only where two standards speak of nothing in common; where they have no
    quantity in common either, `indicator` and `name` are None, too.
    """

    product: str | None
    indicator: str | None
    name: str | None
    lower: Standard
    upper: Standard
    judgement: Judgement
    lower_limit: Requirement | None
    upper_limit: Requirement | None

    @property
    def verdict(self) -> Verdict:
        """The verdict."""
        return self.judgement.verdict

    @property
    def why(self) -> Why | None:
        """What makes it looser or not comparable."""
        return self.judgement.why

    @property
    def judged(self) -> bool:
        """Whether it could be told how strict the lower limit is: stricter, equal or looser."""
        return self.verdict in (Verdict.STRICTER, Verdict.EQUAL, Verdict.LOOSER)

    @property
    def mandatory(self) -> bool:
        """Whether the upper standard is a mandatory national one (标准化法 art. 21)."""
        return rank_of(self.upper) is Rank.MANDATORY_NATIONAL

    @property
    def screening(self) -> bool:
        """Whether the upper limit is a screening value 风险筛选值, no requirement on a product."""
        return self.upper_limit is not None and self.upper_limit.indicator.screening

    @property
    def unverified(self) -> bool:
        """Whether it rests on facts that nobody has verified."""
        limits = (self.lower_limit, self.upper_limit)
        stated = any(limit.unverified for limit in limits if limit is not None)
        return stated or self.lower.unverified or self.upper.unverified

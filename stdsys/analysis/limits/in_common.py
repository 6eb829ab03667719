"""What is said of two chosen standards that have no limit in common."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from stdsys.analysis.limits.comparison import Comparison
from stdsys.analysis.limits.requirements import ProductLimits, Requirement, Standard
from stdsys.analysis.limits.verdicts import Judgement, Verdict, Why

_OTHER_PRODUCT = Judgement(Verdict.NOT_COMPARABLE, Why.OTHER_PRODUCT)
_NO_COMMON_INDICATOR = Judgement(Verdict.NOT_COMPARABLE, Why.NO_COMMON_INDICATOR)


def without_anything_in_common(
    standards: Sequence[Standard],
    requirements: Sequence[Requirement],
    found: Sequence[Comparison],
    products: Sequence[ProductLimits],
    is_above: Callable[[Standard, Standard], bool],
) -> Iterator[Comparison]:
    """Yield, for each two standards of which no limits were compared, why there are none.

    Standards that limit the same quantities, but of other products, are told by these quantities.
    Others are told once: whether they speak of one product at least, and limit other things of it.
    """
    compared = {frozenset((one.lower, one.upper)) for one in found if one.lower_limit is not None}
    by_item: dict[Standard, dict[str, Requirement]] = {item: {} for item in standards}
    for one in requirements:
        by_item[one.item].setdefault(one.indicator.id, one)
    together = _products_of_both(products)
    for low, mine in by_item.items():
        for high, theirs in by_item.items():
            if frozenset((low, high)) in compared or not is_above(high, low):
                continue
            common = [key for key in mine if key in theirs]
            if common:
                yield from (_of(low, high, mine[key], theirs[key]) for key in common)
                continue
            shared = together.get(frozenset((low, high)))
            stated = bool(mine) and bool(theirs)
            judgement = _OTHER_PRODUCT if stated and shared is None else _NO_COMMON_INDICATOR
            product = shared.product if shared else None
            yield Comparison(product, None, None, low, high, judgement, None, None)


def _of(low: Standard, high: Standard, mine: Requirement, theirs: Requirement) -> Comparison:
    stated = mine.indicator
    return Comparison(
        mine.product, stated.id, stated.called, low, high, _OTHER_PRODUCT, mine, theirs
    )


def _products_of_both(
    products: Sequence[ProductLimits],
) -> Mapping[frozenset[Standard], ProductLimits]:
    """Return the first product that each two of the standards speak of."""
    found: dict[frozenset[Standard], ProductLimits] = {}
    for limits in products:
        for at, one in enumerate(limits.standards):
            for other in limits.standards[at + 1 :]:
                found.setdefault(frozenset((one, other)), limits)
    return found

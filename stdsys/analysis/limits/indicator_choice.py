"""The comparisons that somebody asks for: of a product, a quantity, some standards."""

from collections.abc import Sequence

from msgspec import Struct

from stdsys.analysis.limits.comparison import Comparison
from stdsys.analysis.limits.indicators import Indicators
from stdsys.analysis.limits.requirements import ProductLimits, Row, Standard


class IndicatorChoice(Struct, frozen=True):
    """Comparisons, and the limits that they come from by product."""

    comparisons: tuple[Comparison, ...]
    products: tuple[ProductLimits, ...]

    @classmethod
    def of(
        cls,
        indicators: Indicators,
        *,
        product: str | None = None,
        indicator: str | None = None,
        standards: Sequence[Standard] = (),
    ) -> "IndicatorChoice":
        """Choose by a product's key, an indicator's id, and standards.

        One standard is shown with all that it is compared with; several are compared with each
        other alone, whatever their rank and status, and of their products those are shown that two
        of them speak of, if there are any.
        """
        named = frozenset(standards)
        if len(named) > 1:
            indicators = indicators.among(standards)
        elif named:
            indicators = indicators.including(standards[0])
        comparisons = tuple(
            one
            for one in indicators.comparisons
            if (product is None or one.product == product)
            and (indicator is None or one.indicator in (indicator, None))
            and (not named or one.lower in named or one.upper in named)
        )
        products = tuple(
            narrowed
            for limits in indicators.products
            if (product is None or limits.product == product)
            and (narrowed := _narrowed(limits, indicator, named)) is not None
        )
        shared = tuple(limits for limits in products if _shared(limits, named))
        return cls(comparisons, shared or products)


def _shared(limits: ProductLimits, named: frozenset[Standard]) -> bool:
    """Whether several standards are asked for, and two of them set limits on the product."""
    return len(named & set(limits.standards)) > 1


def _narrowed(
    limits: ProductLimits, indicator: str | None, named: frozenset[Standard]
) -> ProductLimits | None:
    """Return the rows of an indicator that one of the standards limits; None if there are none."""
    if named.isdisjoint(limits.speaking) and named:
        return None
    rows: tuple[Row, ...] = tuple(
        row
        for row in limits.rows
        if (indicator is None or row.indicator == indicator)
        and (not named or not named.isdisjoint(row.by_standard))
    )
    return ProductLimits(limits.product, limits.name, rows) if rows else None

"""Indicators 指标 compared: the limits of lower standards with those of higher ones."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from stdsys.analysis.life_cycle.statuses import Statuses
from stdsys.analysis.limits.adopted_limits import Adoptions
from stdsys.analysis.limits.all_grades import judged_against_all
from stdsys.analysis.limits.comparison import Comparison
from stdsys.analysis.limits.in_common import without_anything_in_common
from stdsys.analysis.limits.methods import Methods
from stdsys.analysis.limits.pairs import Pair, paired
from stdsys.analysis.limits.products import Products
from stdsys.analysis.limits.ranks import rank_of
from stdsys.analysis.limits.requirements import (
    ProductLimits,
    Requirement,
    Row,
    Standard,
    order_of,
    requirements_of,
)
from stdsys.analysis.limits.units import Units
from stdsys.analysis.limits.verdicts import Judgement, Verdict, Why, judge
from stdsys.model.items import Edition, PlannedStandard
from stdsys.model.workspace import Workspace

_MISSING = Judgement(Verdict.MISSING, Why.NOT_STATED)
_PLANS_DIFFER = Judgement(Verdict.NOT_COMPARABLE, Why.SAMPLING_PLAN)

Which: TypeAlias = Callable[[Standard], bool]
"""Chooses standards."""


class Indicators:
    """The limits of a workspace's standards by product, and how they stand to each other.

    Standards in force, upcoming, planned or being drafted take part; the dead and those of unknown
    status bind nobody. Every lower standard is compared with every one of a higher rank that
    limits the same quantity of the same product. Chosen standards (`among`) are compared whatever
    their status and rank: where ranks do not tell, the one chosen first is taken for the lower.
    """

    def __init__(
        self,
        standards: Sequence[Standard],
        products: Products,
        units: Units,
        methods: Methods,
        adoptions: Adoptions,
        *,
        chosen: bool = False,
    ) -> None:
        """Take the standards that take part; `chosen`: compare those of equal rank, too."""
        self._standards = tuple(standards)
        self._products = products
        self._units = units
        self._methods = methods
        self._adoptions = adoptions
        self._chosen = {item: place for place, item in enumerate(standards)} if chosen else {}
        self._order: dict[Standard, tuple[object, ...]] = {}
        self._ranks = {item: rank_of(item) for item in standards}
        self._judged: dict[tuple[int, int], Judgement] = {}
        self._requirements = tuple(
            one
            for item in standards
            if item.facts.indicators
            for one in requirements_of(
                item, [products.key(i.product) for i in item.facts.indicators]
            )
        )

    @classmethod
    def of(
        cls,
        workspace: Workspace,
        statuses: Statuses,
        products: Products,
        units: Units,
        methods: Methods,
        adoptions: Adoptions,
    ) -> "Indicators":
        """Take the standards of a workspace that bind, or will bind, on the day.

        Where none states a limit there is nothing to compare, and none is taken.
        """
        any_limits = any(item.facts.indicators for item in _standards(workspace))
        found = [
            item
            for item in (_standards(workspace) if any_limits else ())
            if statuses(item).status.in_force_or_to_come
        ]
        return cls(found, products, units, methods, adoptions)

    def among(self, standards: Sequence[Standard]) -> "Indicators":
        """Return the comparison of chosen standards with each other."""
        distinct = tuple(dict.fromkeys(standards))
        return self._with(distinct, chosen=True)

    def including(self, standard: Standard) -> "Indicators":
        """Return the comparison of the same standards and this one, dead as it may be."""
        if standard in self._standards:
            return self
        return self._with((*self._standards, standard), chosen=False)

    def _with(self, standards: Sequence[Standard], *, chosen: bool) -> "Indicators":
        known = (self._products, self._units, self._methods, self._adoptions)
        return Indicators(standards, *known, chosen=chosen)

    def product_key(self, product: str) -> str | None:
        """Return the key of a product that a user names; None where no limit names it."""
        key = self._products.key(product)
        return key if any(limits.product == key for limits in self.products) else None

    @cached_property
    def products(self) -> tuple[ProductLimits, ...]:
        """The limits by product in reading order, those on every product last."""
        by_product: dict[str | None, list[Requirement]] = {}
        for one in self._requirements:
            by_product.setdefault(one.product, []).append(one)
        general = by_product.pop(None, [])
        found = [self._limits(key, stated, general) for key, stated in by_product.items()]
        return (*found, self._limits(None, general, [])) if general else tuple(found)

    def _limits(
        self, product: str | None, stated: Sequence[Requirement], general: Sequence[Requirement]
    ) -> ProductLimits:
        """Return what is stated of a product, and of every product where it is one of them."""
        quantities: dict[str, dict[Standard, list[Requirement]]] = {}
        for one in stated:
            quantities.setdefault(one.indicator.id, {}).setdefault(one.item, []).append(one)
        specific = {(key, item) for key, found in quantities.items() for item in found}
        for one in general:
            key, item = one.indicator.id, one.item
            if (key, item) in specific or product is None:
                continue
            if self._products.within(product, self._scope(item)):
                quantities.setdefault(key, {}).setdefault(item, []).append(one)
        rows = tuple(
            Row(key, _name(found), {item: tuple(limits) for item, limits in found.items()})
            for key, found in quantities.items()
        )
        if product is None:
            return ProductLimits(None, None, rows)
        words = stated[0].indicator.product or product
        return ProductLimits(product, self._products.name(product, words), rows)

    def _scope(self, item: Standard) -> frozenset[str] | None:
        if item not in self._scopes:
            self._scopes[item] = self._products.scope(item)
        return self._scopes[item]

    @cached_property
    def _scopes(self) -> dict[Standard, frozenset[str] | None]:
        return {}

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Every comparison: by product and quantity, lower and upper standards by rank.

        Chosen standards that have no limit in common come first.
        """
        found = [one for limits in self.products for one in self._of_product(limits)]
        if not self._chosen:
            return tuple(found)
        strangers = without_anything_in_common(
            self._standards, self._requirements, found, self.products, self._is_above
        )
        return (*strangers, *found)

    def _of_product(self, limits: ProductLimits) -> Iterator[Comparison]:
        for row in limits.rows:
            yield from self._of_row(limits, row, _any, _any)
            yield from self._missing(limits, row)

    def judged(self, lower: Which, upper: Which) -> Iterator[Comparison]:
        """Yield the comparisons of chosen lower with chosen upper standards; none are missing."""
        for limits in self.products:
            for row in limits.rows:
                yield from self._of_row(limits, row, lower, upper)

    def _of_row(
        self, limits: ProductLimits, row: Row, lower: Which, upper: Which
    ) -> Iterator[Comparison]:
        ordered = sorted(row.by_standard, key=self._ordered_by)
        above = [item for item in ordered if upper(item)]
        for low in filter(lower, ordered):
            for high in above:
                if self._is_above(high, low) and self._meet(limits, row, low, high):
                    yield from self._pairs(limits, row, low, high)

    def _pairs(
        self, limits: ProductLimits, row: Row, low: Standard, high: Standard
    ) -> Iterator[Comparison]:
        for pair in paired(row.by_standard[low], row.by_standard[high]):
            found, theirs = self._judge(pair)
            yield Comparison(
                limits.product, row.indicator, row.name, low, high, found, pair.lower, theirs
            )

    def _judge(self, pair: Pair) -> tuple[Judgement, Requirement]:
        """Compare two limits, and tell against which; limits in the same words only once."""
        lower, upper = pair.lower, pair.upper
        if pair.plans_differ:
            return _PLANS_DIFFER, upper
        if pair.of_grades:
            return judged_against_all(lower, pair.of_grades, self._units, self._methods)
        alike = self._alike[lower], self._alike[upper]
        if alike not in self._judged:
            found = judge(lower.indicator, upper.indicator, self._units, self._methods)
            self._judged[alike] = found
        return self._judged[alike], upper

    @cached_property
    def _alike(self) -> dict[Requirement, int]:
        """Limits that are alike in all that the verdict rests on have the same figure."""
        figures: dict[tuple[object, ...], int] = {}
        return {
            one: figures.setdefault(
                (i.id, i.name, i.limit, i.unit, i.grade, i.method, i.note), len(figures)
            )
            for one in self._requirements
            for i in (one.indicator,)
        }

    def _ordered_by(self, item: Standard) -> tuple[object, ...]:
        if item not in self._order:
            self._order[item] = order_of(item)
        return self._order[item]

    def _is_above(self, high: Standard, low: Standard) -> bool:
        upper, lower = self._ranks[high], self._ranks[low]
        if upper is not None and lower is not None and upper != lower:
            return upper < lower
        return bool(self._chosen) and self._chosen[low] < self._chosen[high]

    def _meet(self, limits: ProductLimits, row: Row, low: Standard, high: Standard) -> bool:
        """Whether two standards are compared here: not twice what both say of every product."""
        if limits.product is None:
            return self._overlap(low, high)
        return any(row.by_standard[item][0].product is not None for item in (low, high))

    def _overlap(self, low: Standard, high: Standard) -> bool:
        mine, theirs = self._scope(low), self._scope(high)
        return mine is None or theirs is None or not mine.isdisjoint(theirs)

    def _missing(self, limits: ProductLimits, row: Row) -> Iterator[Comparison]:
        """Yield each lower standard on the product that lacks the quantity, once: with the highest.

        What is limited for other products only is missing here. Screening values are not missed,
        nor is what is limited above only for grades that the lower standard does not know, nor what
        a standard limits that the lower one cites: it is adopted by reference.
        """
        above = sorted(row.by_standard, key=self._ordered_by)
        for low in limits.speaking:
            if low in row.by_standard or (
                limits.product is None and row.indicator in self._stated_by(low)
            ):
                continue
            higher = [high for high in above if self._is_above(high, low)]
            if any(self._adoptions.cites(low, high) for high in higher):
                continue
            for high in higher:
                missed = limits.missed_by(low, row.by_standard[high])
                if missed and (limits.product is not None or self._overlap(low, high)):
                    yield Comparison(
                        limits.product, row.indicator, row.name, low, high, _MISSING, None, missed
                    )
                    break

    def _stated_by(self, item: Standard) -> frozenset[str]:
        return frozenset(indicator.id for indicator in item.facts.indicators)


def _standards(workspace: Workspace) -> Iterator[Edition | PlannedStandard]:
    yield from workspace.editions.values()
    yield from workspace.planned.values()


def _name(found: Mapping[Standard, Sequence[Requirement]]) -> str:
    """Return what a quantity is called: the first name stated, else its id."""
    stated = [one.indicator for limits in found.values() for one in limits]
    return next((indicator.name for indicator in stated if indicator.name), stated[0].id)


def _any(_item: Standard) -> bool:
    return True

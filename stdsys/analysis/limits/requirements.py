"""The limits that standards set on a product, side by side, and which of them are compared."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct

from stdsys.analysis.limits.ranks import Rank, rank_of
from stdsys.analysis.limits.verdicts import same_grade
from stdsys.findings import Place
from stdsys.model.indicator_record import Indicator
from stdsys.model.items import Edition, PlannedStandard

Standard: TypeAlias = Edition | PlannedStandard


class Requirement(Struct, frozen=True, eq=False):
    """One limit that a standard sets. `product` is the product's key, None for every product."""

    item: Standard
    index: int
    indicator: Indicator
    product: str | None

    @property
    def place(self) -> Place:
        """Where the limit is written."""
        return self.item.at("indicators").at(self.index, "limit")

    @property
    def unverified(self) -> bool:
        """Whether nobody has verified the limit, or the facts of its standard."""
        return self.indicator.unverified or self.item.unverified


def requirements_of(item: Standard, products: Sequence[str | None]) -> Iterator[Requirement]:
    """Yield a standard's limits; `products` holds the key of each one's product."""
    for index, (indicator, product) in enumerate(zip(item.facts.indicators, products, strict=True)):
        yield Requirement(item, index, indicator, product)


class Row(Struct, frozen=True, eq=False):
    """The limits on one quantity by the standard that sets them."""

    indicator: str
    name: str
    by_standard: Mapping[Standard, tuple[Requirement, ...]]


class ProductLimits(Struct, frozen=True, eq=False, dict=True):
    """What all standards require of one product (`product` None: of every product).

    A standard that says nothing of this very product but something of every product stands here
    with the latter.
    """

    product: str | None
    name: str | None
    rows: tuple[Row, ...]

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        """The standards with a limit, from mandatory national down to enterprise, others last."""
        found = dict.fromkeys(item for row in self.rows for item in row.by_standard)
        return tuple(sorted(found, key=order_of))

    @cached_property
    def speaking(self) -> tuple[Standard, ...]:
        """Those of them that name this very product."""
        named = {
            item
            for row in self.rows
            for item, limits in row.by_standard.items()
            if limits[0].product == self.product
        }
        return tuple(item for item in self.standards if item in named)

    def missed_by(self, lower: Standard, above: Sequence[Requirement]) -> Requirement | None:
        """Return the first limit of a higher standard that binds a grade of a lower one, if any.

        What is asked of single grades, by a mandatory standard as by any, is not missing where the
        lower standard does not know the grade. Screening values are missed by nobody.
        """
        known = [grade for grade in self._grades.get(lower, []) if grade is not None]
        for one in above:
            grade = one.indicator.grade
            if one.indicator.screening:
                continue
            if grade is None or any(same_grade(grade, other) for other in known):
                return one
        return None

    @cached_property
    def _grades(self) -> Mapping[Standard, list[str | None]]:
        grades: dict[Standard, dict[str | None, None]] = {}
        for row in self.rows:
            for item, limits in row.by_standard.items():
                grades.setdefault(item, {}).update((one.indicator.grade, None) for one in limits)
        return {item: list(found) for item, found in grades.items()}


def order_of(item: Standard) -> tuple[object, ...]:
    """Return the key of the order of standards: by rank, then by number."""
    rank = rank_of(item)
    number = item.number if isinstance(item, Edition) else None
    place = len(Rank) if rank is None else int(rank)
    return (place, number is None, number.sort_key if number else (), item.key)

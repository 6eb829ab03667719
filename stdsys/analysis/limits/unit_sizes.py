"""How large plain units are: each as so many of its base units (`kilojoule`: 1000000 g·m²/s²).

The sizes are those of the library of units, written down in tables in `data/`, for the library
takes longer to load than all limits of a small workspace take to compare. What is no plain multiple
of base units (degrees Celsius begin elsewhere) is not in the tables: the library answers it.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path

from stdsys.analysis.limits.unit_texts import UnitText

_DATA = Path(__file__).parent / "data"


class UnitSizes:
    """The sizes of the table's units, and of those that a workspace builds upon them."""

    def __init__(self) -> None:
        """Begin with the table alone."""
        self._own: dict[str, UnitText] = {}

    def define(self, name: str, unit: UnitText) -> None:
        """Take a unit of a workspace's own; one that has no size by the table stays without."""
        size = self.in_base_units(unit)
        if size is not None:
            self._own[name] = size

    def in_base_units(self, unit: UnitText) -> UnitText | None:
        """Return a unit as a multiple of base units; None if the table lacks a part of it."""
        whole = UnitText(unit.factor, ())
        for name, power in unit.powers:
            size = self._own.get(name) or _size(name)
            if size is None:
                return None
            raised = tuple((base, times * power) for base, times in size.powers)
            whole = whole.times(UnitText(size.factor**power, raised))
        return whole


def ratio(start: UnitText, end: UnitText, context: str | None) -> Fraction | None:
    """Return what one of the first is in the second, both in base units; None if nothing is.

    `context` is the conversion of one quantity's units into each other, see `quantities`: each of
    them stands for a share of the whole.
    """
    if start.powers == end.powers:
        return start.factor / end.factor
    if context is None:
        return None
    shares = (_one_as_share(start, context), _one_as_share(end, context))
    if shares[0] is None or shares[1] is None:
        return None
    return start.factor * shares[0] / (end.factor * shares[1])


def _one_as_share(size: UnitText, context: str) -> Fraction | None:
    return _shares().get((context, size.powers)) if size.powers else Fraction(1)


@cache
def _shares() -> Mapping[tuple[str, tuple[tuple[str, int], ...]], Fraction]:
    """Return what base units stand for as shares of the whole, by context and base units."""
    rows = _rows("quantity_sizes.tsv")
    return {(context, _powers(bases)): Fraction(share) for context, bases, share in rows}


@cache
def _size(name: str) -> UnitText | None:
    row = _sizes().get(name)
    return None if row is None else UnitText(Fraction(row[0]), _powers(row[1]))


@cache
def _sizes() -> Mapping[str, tuple[str, str]]:
    """Return each unit's size and base units, as they are written."""
    return {unit: (size, bases) for unit, size, bases in _rows("unit_sizes.tsv")}


def _powers(bases: str) -> tuple[tuple[str, int], ...]:
    parts = (base.partition("^") for base in bases.split())
    return tuple((name, int(power or 1)) for name, _sign, power in parts)


def _rows(file: str) -> Iterator[list[str]]:
    """Yield the rows of a table in `data/`, below its head."""
    for line in (_DATA / file).read_text(encoding="utf-8").splitlines()[1:]:
        yield line.split("\t")

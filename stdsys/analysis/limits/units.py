"""Units of indicators: which are known, which measure the same, and what a value is in another."""

from collections.abc import Mapping
from decimal import Context, Decimal
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from stdsys.analysis.limits.unit_sizes import UnitSizes, ratio
from stdsys.analysis.limits.unit_texts import (
    NO_UNIT,
    UnitText,
    plain,
    plain_name,
    quantities,
    read_unit,
    shown_spellings,
)
from stdsys.messages import Text, _

if TYPE_CHECKING:
    from pint import UnitRegistry

_DEFINITIONS = Path(__file__).parent / "data" / "units.txt"
_PRINTED = Context(prec=28)
_DEEPEST = 20
"""So many times a definition may build upon others."""

_Line = tuple[Fraction, Fraction]
"""What a value becomes in another unit: the value of 0, and how much each unit adds."""

_SAME: _Line = (Fraction(0), Fraction(1))


class FaultyUnit(Struct, frozen=True):
    """A unit of the workspace's own whose definition cannot be used, and why."""

    name: str
    reason: Text


class Units:
    """The units of a workspace: the field's, and those that it defines itself (`筐: 25 kg`).

    Values are converted as fractions, so that 0.25 g/100 g and 0.25 % are equal to the last figure
    and a value comes back from another unit as it was. A number without unit is comparable with
    numbers without unit only: 0.5 is not 0.5 %, nor 50 %. The library of units is loaded only for
    what the tables of sizes cannot tell, such as temperatures.
    """

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        """Take the workspace's own units: name → definition, in any order."""
        self._own: dict[str, str] = {}
        self._definitions: list[tuple[str, UnitText]] = []
        self._sizes = UnitSizes()
        self._known: dict[str, UnitText | None] = {}
        self._lines: dict[tuple[str | None, str | None, str | None], _Line | None] = {}
        self.faulty = tuple(self._define(own or {}))

    def _define(self, own: Mapping[str, str]) -> list[FaultyUnit]:
        """Take the definitions whose units are known until none is left; return the others."""
        faulty: list[FaultyUnit] = []
        waiting = dict(own)
        for name in own:
            if plain(name) in NO_UNIT or read_unit(name, {}) is not None:
                reason = _("it is known already: give the unit another name")
                faulty.append(FaultyUnit(name, reason))
                del waiting[name]
        for _round in range(_DEEPEST):
            read = {name: read_unit(text, self._own) for name, text in waiting.items()}
            for name, unit in read.items():
                if unit is None:
                    continue
                internal = f"own_unit_{len(self._own)}"
                self._own[plain(name)] = internal
                self._definitions.append((internal, unit))
                self._sizes.define(internal, unit)
                del waiting[name]
            if None not in read.values() or not any(read.values()):
                break
        reason = _("its definition must be an amount of known units, such as 25 kg")
        return faulty + [FaultyUnit(name, reason) for name in waiting]

    @property
    def names(self) -> tuple[str, ...]:
        """The spellings that may be meant by an unknown one."""
        return (*self._own, *shown_spellings())

    def known(self, text: str | None) -> bool:
        """Whether a unit is known; having none is."""
        return self.is_none(text) or self._read(text or "") is not None

    def is_none(self, text: str | None) -> bool:
        """Whether a text says that a number has no unit; "%" says that it has one."""
        return text is None or plain(text) in NO_UNIT

    def converts_specially(self, quantity: str) -> bool:
        """Whether a quantity, by id or name, has conversions that hold for it alone."""
        return plain_name(quantity) in quantities()

    def _read(self, text: str) -> UnitText | None:
        if text not in self._known:
            self._known[text] = read_unit(text, self._own)
        return self._known[text]

    def comparable(self, a: str | None, b: str | None, quantity: str | None = None) -> bool:
        """Whether values in two units can be compared (of this quantity: see `exact`)."""
        return self._line(a, b, quantity) is not None

    def convert(
        self, value: Decimal, unit: str | None, to: str | None, quantity: str | None = None
    ) -> Decimal | None:
        """Return a value in another unit to 28 figures; None if the units do not allow it."""
        exact = self.exact(value, unit, to, quantity)
        if exact is None:
            return None
        found = _PRINTED.divide(Decimal(exact.numerator), Decimal(exact.denominator))
        return Decimal(f"{found.normalize(_PRINTED):f}")

    def exact(
        self, value: Decimal, unit: str | None, to: str | None, quantity: str | None = None
    ) -> Fraction | None:
        """Return a value in another unit without rounding; None if the units do not allow it.

        `quantity` is the id or name of what is measured. Some units convert into each other for
        one quantity only: meq/kg into g/100 g for the peroxide value. Two unknown units that are
        written alike are one unit, whatever it is.
        """
        line = self._line(unit, to, quantity)
        if line is None:
            return None
        at_zero, step = line
        return Fraction(value) if line is _SAME else at_zero + step * Fraction(value)

    def _line(self, unit: str | None, to: str | None, quantity: str | None) -> _Line | None:
        """Return how values convert; each pair of units as they are written is looked up once."""
        asked = (unit, to, quantity)
        if asked not in self._lines:
            self._lines[asked] = self._found(unit, to, quantity)
        return self._lines[asked]

    def _found(self, unit: str | None, to: str | None, quantity: str | None) -> _Line | None:
        if self.is_none(unit) or self.is_none(to):
            return _SAME if self.is_none(unit) and self.is_none(to) else None
        start, end = self._read(unit or ""), self._read(to or "")
        if start is None or end is None:
            return _SAME if plain(unit or "") == plain(to or "") else None
        if start.powers == end.powers:
            return Fraction(0), start.factor / end.factor
        context = quantities().get(plain_name(quantity or ""))
        mine, theirs = self._sizes.in_base_units(start), self._sizes.in_base_units(end)
        if mine is None or theirs is None:
            return self._asked_of_library(start, end, context)
        step = ratio(mine, theirs, context)
        return None if step is None else (Fraction(0), step)

    def _asked_of_library(
        self, start: UnitText, end: UnitText, context: str | None
    ) -> _Line | None:
        from pint.errors import PintError

        registry, words = self._registry, (start.expression, end.expression)
        try:
            with registry.context(*((context,) if context else ())):
                at_zero = registry.convert(Fraction(0), *words)
                at_one = registry.convert(Fraction(1), *words)
        except PintError:
            return None
        return at_zero / end.factor, (at_one - at_zero) * start.factor / end.factor

    @cached_property
    def _registry(self) -> "UnitRegistry[Any]":
        """The library of units with our definitions instead of its own; it is slow to import."""
        from pint import UnitRegistry

        # Read here: the library would leave the file open. Line by line, as it reads files.
        definitions = _DEFINITIONS.read_text(encoding="utf-8").splitlines()
        registry: UnitRegistry[Any] = UnitRegistry(None, non_int_type=Fraction)
        registry.load_definitions(definitions)
        for name, unit in self._definitions:
            amount = f"{unit.factor.numerator} / {unit.factor.denominator}"
            registry.define(f"{name} = {amount} * {unit.expression}")
        return registry

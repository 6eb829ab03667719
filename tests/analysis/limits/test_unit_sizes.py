"""The table of sizes says what the library of units says, of every unit and every pair."""

from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from pint import DimensionalityError, UnitRegistry

from stdsys.analysis.limits import unit_sizes
from stdsys.analysis.limits.unit_sizes import UnitSizes
from stdsys.analysis.limits.unit_texts import (
    UnitText,
    quantities,
    read_unit,
    shown_spellings,
    spellings,
)
from stdsys.analysis.limits.units import Units

DEFINITIONS = Path(unit_sizes.__file__).parent / "data" / "units.txt"
NAMES = sorted(set(spellings().values()))
NOT_PLAIN = {"degree_Celsius"}
PLAIN = [name for name in NAMES if name not in NOT_PLAIN]


@pytest.fixture(scope="module")
def registry() -> UnitRegistry[Any]:
    library: UnitRegistry[Any] = UnitRegistry(None, non_int_type=Fraction)
    library.load_definitions(DEFINITIONS.read_text(encoding="utf-8").splitlines())
    return library


def size_of(name: str) -> UnitText | None:
    return UnitSizes().in_base_units(UnitText(Fraction(1), ((name, 1),)))


def test_every_unit_with_a_spelling_has_a_size_but_those_that_begin_elsewhere() -> None:
    assert {name for name in NAMES if size_of(name) is None} == NOT_PLAIN


@pytest.mark.parametrize("name", PLAIN)
def test_a_size_is_that_of_the_library(name: str, registry: UnitRegistry[Any]) -> None:
    size = size_of(name)
    whole = registry.Quantity(Fraction(1), name).to_root_units()
    assert size is not None
    assert size.factor == whole.magnitude
    assert size.powers == tuple(sorted(dict(whole.unit_items()).items()))


def test_every_pair_converts_as_the_library_converts_it(registry: UnitRegistry[Any]) -> None:
    for start, end in product(PLAIN, PLAIN):
        mine, theirs = size_of(start), size_of(end)
        assert mine is not None
        assert theirs is not None
        try:
            converted = registry.convert(Fraction(1), start, end)
        except DimensionalityError:
            assert mine.powers != theirs.powers, (start, end)
        else:
            assert mine.powers == theirs.powers, (start, end)
            assert mine.factor / theirs.factor == converted, (start, end)


COMPOUNDED = [text for text in shown_spellings() if "/" in text or "·" in text]
CONTEXTS = {"peroxide_value": "过氧化值", "soluble_solids": "可溶性固形物"}


@pytest.mark.parametrize("context", [None, *CONTEXTS])
def test_compounded_units_convert_as_the_library_converts_them(
    context: str | None, registry: UnitRegistry[Any]
) -> None:
    units = Units()
    quantity = CONTEXTS.get(context or "")
    written = [*COMPOUNDED, "%", "ppm", "°Brix", "mmol/kg", "meq/kg", "mol/t", "1/kg"]
    with registry.context(*((context,) if context else ())):
        for start, end in product(written, written):
            mine, theirs = read_unit(start, {}), read_unit(end, {})
            assert mine is not None
            assert theirs is not None
            try:
                one = registry.convert(Fraction(1), mine.expression, theirs.expression)
            except DimensionalityError:
                assert not units.comparable(start, end, quantity), (start, end)
            else:
                expected = one * mine.factor / theirs.factor
                assert units.exact(Decimal(1), start, end, quantity) == expected, (start, end)


def test_every_context_is_proved() -> None:
    assert set(CONTEXTS) == set(quantities().values())


def test_a_unit_that_builds_on_one_without_size_has_none() -> None:
    sizes = UnitSizes()
    sizes.define("warm", UnitText(Fraction(5), (("degree_Celsius", 1),)))
    sizes.define("box", UnitText(Fraction(25), (("kilogram", 1),)))
    sizes.define("cart", UnitText(Fraction(40), (("box", 1),)))
    assert sizes.in_base_units(UnitText(Fraction(1), (("warm", 1),))) is None
    assert sizes.in_base_units(UnitText(Fraction(2), (("cart", -1),))) == UnitText(
        Fraction(1, 500_000), (("gram", -1),)
    )

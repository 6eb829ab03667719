"""Units of indicators: spellings, dimensions, exact conversion there and back."""

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.analysis.limits.unit_texts import read_unit, shown_spellings
from stdsys.analysis.limits.units import Units

UNITS = Units()

ALIKE = [
    ("%", "％"),
    ("%", "g/100g"),
    ("g/100 g", "g／100g"),
    ("ug/kg", "μg/kg"),
    ("µg/kg", "μg/kg"),
    ("mg KOH/g", "mgKOH/g"),
    ("mL/(g*h)", "mL/（g·h）"),
    ("CFU/g", "cfu/g"),
    ("°C", "℃"),
    ("hm²", "公顷"),
    ("kg·hm⁻²", "kg/ha"),
    ("10⁴CFU/g", "10^4 CFU/g"),
    ("mL/100mL", "%(V/V)"),
    ("kg", "公斤"),
]


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_spellings_of_one_unit(a: str, b: str) -> None:
    assert UNITS.convert(Decimal(7), a, b) == 7


@pytest.mark.parametrize(
    ("value", "unit", "to", "result"),
    [
        ("0.25", "g/100 g", "%", "0.25"),
        ("5", "mg/kg", "%", "0.0005"),
        ("10", "μg/kg", "mg/kg", "0.01"),
        ("1", "g/kg", "g/100g", "0.1"),
        ("1", "‰", "%", "0.1"),
        ("100", "CFU/100g", "CFU/g", "1"),
        ("1", "mg/g", "mg/kg", "1000"),
        ("30", "cm", "mm", "300"),
        ("3", "mL/(g·h)", "L/(kg·d)", "72"),
        ("1", "kg/亩", "kg/hm2", "15"),
        ("25", "°C", "K", "298.15"),
        ("2", "万元", "元", "20000"),
    ],
)
def test_converted(value: str, unit: str, to: str, result: str) -> None:
    assert UNITS.convert(Decimal(value), unit, to) == Decimal(result)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("%", None),
        (None, "%"),
        ("%", "-"),
        ("CFU/g", "1/g"),
        ("CFU/g", "MPN/g"),
        ("CFU/g", "CFU/mL"),
        ("mg KOH/g", "mg/g"),
        ("mg KOH/g", "%"),
        ("meq/kg", "mmol/kg"),
        ("meq/kg", "g/100g"),
        ("mg/L", "mg/kg"),
        ("%vol", "%"),
        ("°Brix", "%"),
        ("kg", "cm"),
        ("°C", "kg"),
        ("mg/kg", "昴"),
    ],
)
def test_what_measures_something_else_is_not_comparable(a: str | None, b: str | None) -> None:
    assert not UNITS.comparable(a, b)
    assert UNITS.convert(Decimal(1), a, b) is None


@pytest.mark.parametrize(
    ("value", "unit", "to", "result"),
    [
        ("1", "g/100g", "meq/kg", "78.8"),
        ("1", "g/100g", "mmol/kg", "39.4"),
        ("0.25", "g/100g", "meq/kg", "19.7"),
        ("0.25", "%", "mmol/kg", "9.85"),
        ("12", "meq/kg", "mmol/kg", "6"),
        ("19.7", "meq/kg", "g/100g", "0.25"),
    ],
)
@pytest.mark.parametrize("quantity", ["peroxide-value", "peroxide_value", "过氧化值（以脂肪计）"])
def test_peroxide_values(value: str, unit: str, to: str, result: str, quantity: str) -> None:
    assert UNITS.convert(Decimal(value), unit, to, quantity) == Decimal(result)
    assert UNITS.convert(Decimal(value), unit, to, "acid-value") in (None, Decimal(value))


def test_soluble_solids_may_be_read_as_degrees_brix() -> None:
    assert UNITS.convert(Decimal(11), "°Brix", "%", "可溶性固形物") == 11


def test_numbers_without_unit_are_comparable_with_each_other() -> None:
    assert UNITS.convert(Decimal("6.5"), None, "—") == Decimal("6.5")


def test_unknown_units_in_the_same_words_are_one_unit() -> None:
    assert UNITS.convert(Decimal(3), "昴 / kg", "昴/kg") == 3
    assert not UNITS.known("昴/kg")


@pytest.mark.parametrize(
    "text",
    ["100", "10^5", "g/", "/", "(g", "g)", "//g", "g**2", "m^0", "0g", "g" * 99, "((" * 25, "__"],
)
def test_what_is_no_unit(text: str) -> None:
    assert UNITS.known(text) is (text == "/")


@given(st.text(max_size=12))
def test_no_text_is_too_strange(text: str) -> None:
    assert UNITS.comparable(text, text)
    UNITS.convert(Decimal(1), text, "mg/kg")


@pytest.mark.parametrize("text", shown_spellings())
def test_every_spelling_of_the_table_is_a_unit_of_the_library(text: str) -> None:
    unit = read_unit(text, {})
    assert unit is not None
    squared = f"({text})*({text})" if text.isalpha() else text
    assert UNITS.comparable(text, text)
    assert UNITS.known(squared)
    assert unit.factor > 0


SCALES = [
    ("%", "g/100g", "mg/kg", "μg/kg", "ppb", "g/kg", "‰"),
    ("°C", "K"),
    ("CFU/g", "CFU/100g", "10^4CFU/g"),
    ("kg/亩", "kg/hm2", "t/hm2", "斤/亩"),
    ("cm", "mm", "m"),
    ("mL/(g·h)", "L/(kg·d)"),
]


@st.composite
def two_units(draw: st.DrawFn) -> tuple[str, str]:
    scale = draw(st.sampled_from(SCALES))
    return draw(st.sampled_from(scale)), draw(st.sampled_from(scale))


amounts = st.decimals(min_value=-1000, max_value=10**6, places=4)


@given(two_units(), amounts, amounts)
@settings(max_examples=60)
def test_there_and_back_again_and_order_kept(
    units: tuple[str, str], a: Decimal, b: Decimal
) -> None:
    there = [UNITS.exact(value, *units) for value in (a, b)]
    assert there[0] is not None
    assert there[1] is not None
    assert (there[0] < there[1]) == (a < b)
    step = UNITS.exact(Decimal(1), units[1], units[0])
    zero = UNITS.exact(Decimal(0), units[1], units[0])
    assert step is not None
    assert zero is not None
    assert zero + (step - zero) * there[0] == Fraction(a)


class TestOwnUnits:
    def test_may_build_on_each_other_in_any_order(self) -> None:
        units = Units({"车": "40 筐", "筐": "25 kg"})
        assert units.faulty == ()
        assert units.convert(Decimal(2), "车", "t") == 2
        assert units.convert(Decimal(3), "筐/亩", "kg/亩") == 75

    @pytest.mark.parametrize(
        "own",
        [
            {"筐": "25 昴"},
            {"筐": "25"},
            {"筐": ""},
            {"筐": "0 kg"},
            {"筐": "筐"},
            {"kg": "5 g"},
            {"%": "0.5 kg"},
            {"-": "5 g"},
        ],
    )
    def test_a_faulty_definition_is_left_out(self, own: dict[str, str]) -> None:
        units = Units(own)
        assert [fault.name for fault in units.faulty] == list(own)
        assert units.convert(Decimal(1), "kg", "g") == 1000

    def test_definitions_in_a_circle_are_faulty(self) -> None:
        units = Units({"甲": "2 乙", "乙": "2 甲", "筐": "25 kg"})
        assert {fault.name for fault in units.faulty} == {"甲", "乙"}
        assert units.known("筐")


def test_the_library_is_loaded_only_for_what_the_table_of_sizes_cannot_tell() -> None:
    program = (
        "import sys; from decimal import Decimal; from stdsys.analysis.limits.units import Units;"
        "u = Units({'筐': '25 kg'}); u.known('mg/kg'); u.convert(Decimal(1), 'CFU/100g', 'CFU/g');"
        "u.convert(Decimal(1), '%', 'mg/kg'); u.convert(Decimal(1), '筐', 't');"
        "u.convert(Decimal(1), 'mg/L', 'mg/kg');"
        "assert 'pint' not in sys.modules; u.convert(Decimal(1), '°C', 'K');"
        "assert 'pint' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)

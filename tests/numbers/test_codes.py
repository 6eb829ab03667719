"""The lists of codes."""

import pytest

from stdsys.numbers import (
    industry_name,
    known_industry,
    parse,
    region_name,
    withdrawn_industry,
)
from stdsys.numbers.code_tables import (
    industries,
    may_be_city,
    province_abbreviations,
    provinces,
)
from stdsys.numbers.codes import facts_of, prefixes


def test_the_platform_knows_76_industries() -> None:
    assert len(industries()) == 76
    assert industry_name("NY") == "农业"
    assert known_industry("NY")
    assert not known_industry("XX")
    assert industry_name("XX") is None


def test_withdrawn_codes_are_named_and_not_in_use() -> None:
    assert withdrawn_industry("TJ")
    assert not known_industry("TJ")
    assert industry_name("TJ") == "铁道交通（旧代号）"
    assert not withdrawn_industry("NY")


def test_regions() -> None:
    assert len(provinces()) == len(province_abbreviations()) == 34
    assert region_name("42") == region_name("鄂") == "湖北"
    assert region_name("4201") == "武汉市"
    assert region_name("4299") == "湖北"
    assert region_name("99") is None


@pytest.mark.parametrize(
    ("region", "answer"), [("4201", True), ("4228", True), ("4290", False), ("3101", False)]
)
def test_cities_that_issue(region: str, answer: bool) -> None:
    assert may_be_city(region) is answer


@pytest.mark.parametrize("code", sorted(prefixes()))
def test_every_fixed_code_reads_back(code: str) -> None:
    facts = prefixes()[code]
    serial = "08-15" if facts.serial == "double" else "15"
    qualifier = "/国" if code == "YZB" else ""
    number = parse(f"{code}{qualifier} {serial}{facts.year_mark}2015")
    assert (number.code, number.number, number.year) == (code, serial, 2015)


@pytest.mark.parametrize(
    "code", ["", "XX/T", "DB99/T", "DB421/T", "T/", "T/abc", "Q/", "Q/12", "GB/A"]
)
def test_codes_that_do_not_exist(code: str) -> None:
    assert facts_of(code) is None

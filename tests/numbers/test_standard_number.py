"""The value: identity, printed forms, classification, order."""

import random

import pytest

from stdsys.numbers import (
    Level,
    Nature,
    NotAStandardNumber,
    Outcome,
    StandardNumber,
    Tier,
    parse,
)


@pytest.mark.parametrize(
    ("text", "family", "base", "stem", "edition", "display"),
    [
        (
            "GB/T 9833.9-2013",
            "GB/T 9833.9",
            "GB/T 9833",
            "GB 9833.9",
            "GB/T 9833.9-2013",
            "GB/T 9833.9—2013",
        ),
        ("GB 317-2006", "GB 317", "GB 317", "GB 317", "GB 317-2006", "GB 317—2006"),
        (
            "GB 7258-2017/XG1-2019",
            "GB 7258",
            "GB 7258",
            "GB 7258",
            "GB 7258-2017",
            "GB 7258—2017/XG1—2019",
        ),
        (
            "GB 50016-2014(2018年版)",
            "GB 50016",
            "GB 50016",
            "GB 50016",
            "GB 50016-2014(2018年版)",
            "GB 50016—2014(2018年版)",
        ),
        (
            "DB33/T 823-2011(2015)",
            "DB33/T 823",
            "DB33/T 823",
            "DB33 823",
            "DB33/T 823-2011",
            "DB33/T 823—2011(2015)",
        ),
        (
            "JTG/T 2231-01-2020",
            "JTG/T 2231-01",
            "JTG/T 2231-01",
            "JTG 2231-01",
            "JTG/T 2231-01-2020",
            "JTG/T 2231-01—2020",
        ),
        (
            "IEC 61000-4-2:2008",
            "IEC 61000-4-2",
            "IEC 61000",
            "IEC 61000-4-2",
            "IEC 61000-4-2:2008",
            "IEC 61000-4-2:2008",
        ),
        (
            "DBS42/ 002-2014",
            "DBS42/ 002",
            "DBS42/ 002",
            "DBS42/ 002",
            "DBS42/ 002-2014",
            "DBS42/ 002—2014",
        ),
        (
            "Q/XYZ/J 0101-2023",
            "Q/XYZ/J 0101",
            "Q/XYZ/J 0101",
            "Q/XYZ/J 0101",
            "Q/XYZ/J 0101-2023",
            "Q/XYZ/J 0101—2023",
        ),
    ],
)
def test_forms(text: str, family: str, base: str, stem: str, edition: str, display: str) -> None:
    number = parse(text)
    told = (number.family, number.base, number.stem, number.edition_key, number.display)
    assert told == (family, base, stem, edition, display)
    assert str(number) == text


@pytest.mark.parametrize(
    ("text", "level", "tier", "nature", "region", "organisation"),
    [
        ("GB 2762", Level.NATIONAL, Tier.NATIONAL, Nature.MANDATORY, None, None),
        ("GBZ/T 189.1-2007", Level.NATIONAL, Tier.NATIONAL, Nature.RECOMMENDED, None, None),
        ("GBJ 16-1987", Level.NATIONAL, Tier.NATIONAL, Nature.MANDATORY, None, None),
        ("NY/T 391", Level.INDUSTRY, Tier.INDUSTRY, Nature.RECOMMENDED, None, "NY"),
        ("JTG D60-2015", Level.INDUSTRY, Tier.INDUSTRY, Nature.MANDATORY, None, "JT"),
        ("DB11/T 1-2020", Level.LOCAL, Tier.LOCAL_PROVINCE, Nature.RECOMMENDED, "11", None),
        ("DB3206/T 1-2020", Level.LOCAL, Tier.LOCAL_CITY, Nature.RECOMMENDED, "3206", None),
        ("DBS42/ 002-2014", Level.LOCAL, Tier.LOCAL_PROVINCE, Nature.MANDATORY, "42", None),
        ("DG/TJ 08-2054-2016", Level.LOCAL, Tier.LOCAL_PROVINCE, Nature.RECOMMENDED, "31", None),
        ("T/ABC 1-2020", Level.GROUP, Tier.GROUP, Nature.VOLUNTARY, None, "ABC"),
        ("CECS 56-1994", Level.GROUP, Tier.LEGACY, Nature.VOLUNTARY, None, "CECS"),
        ("Q/ABC 1-2020", Level.ENTERPRISE, Tier.ENTERPRISE, Nature.VOLUNTARY, None, "ABC"),
        ("JJF 1070", Level.OTHER, Tier.NATIONAL, Nature.NOT_APPLICABLE, None, None),
        ("JJF(鄂) 60-2020", Level.OTHER, Tier.LOCAL_METROLOGY, Nature.NOT_APPLICABLE, "42", None),
        ("TSG 21-2016", Level.OTHER, Tier.REGULATION, Nature.MANDATORY, None, None),
        ("ISO 9001:2015", Level.OTHER, Tier.INTERNATIONAL, Nature.NOT_APPLICABLE, None, None),
        ("ASTM D892", Level.OTHER, Tier.FOREIGN, Nature.NOT_APPLICABLE, None, None),
    ],
)
def test_classification(
    text: str,
    level: Level,
    tier: Tier,
    nature: Nature,
    region: str | None,
    organisation: str | None,
) -> None:
    number = parse(text)
    told = (number.level, number.tier, number.nature, number.region, number.organisation)
    assert told == (level, tier, nature, region, organisation)


def test_numbers_sort_by_level_code_value_and_year() -> None:
    ordered = [
        "GB 9-2000",
        "GB 10",
        "GB 10-1999",
        "GB 10-2000",
        "GB/T 9.2-2000",
        "GB/T 9.10-2000",
        "NY/T 1-2000",
        "DB42/T 1-2000",
        "T/ABC 001-2000",
        "Q/ABC 1-2000",
        "ISO 1:2000",
    ]
    shuffled = random.Random(7).sample(ordered, len(ordered))
    assert [str(number) for number in sorted(map(parse, shuffled))] == ordered


def test_prefixes_never_collapse() -> None:
    mandatory, recommended = parse("GB 317-2006"), parse("GB/T 317-2006")
    assert mandatory != recommended
    assert mandatory < recommended
    assert mandatory.stem == recommended.stem == "GB 317"


def test_adoption_is_a_remark_and_no_identity() -> None:
    adopting = parse("GB/T 19001-2016/ISO 9001:2015")
    assert adopting == parse("GB/T 19001-2016")
    assert hash(adopting) == hash(parse("GB/T 19001-2016"))
    assert adopting.adopts == "ISO 9001:2015"
    assert parse("ISO 10727:1995 MOD").degree == "MOD"


def test_an_edition_an_amendment_and_a_reaffirmation_are_told_apart() -> None:
    texts = ("GB 1-2010", "GB 1-2010/XG1", "GB 1-2010(2015)", "GB 1-2010(2015年版)")
    assert len({parse(text) for text in texts}) == 4
    assert len({parse(text).edition_key for text in texts}) == 2


def test_a_template_keeps_what_is_known() -> None:
    revision = parse("GB/T 9833.9—20××")
    assert revision.placeholder
    assert (revision.number, revision.part, revision.year) == ("9833", "9", None)
    assert not parse("GB/T 9833.9-2013").placeholder


def test_values_cannot_be_changed() -> None:
    number = parse("GB 2762")
    with pytest.raises(AttributeError):
        number.year = 2022  # type: ignore[misc]


def test_comparison_with_anything_else_is_refused() -> None:
    number = parse("GB 2762")
    with pytest.raises(TypeError):
        assert number < "GB 2763"


@pytest.mark.parametrize("text", ["GB 1、GB 2", "无", "20221234-T-424", "GB/T 1-07", "茶叶", ""])
def test_parse_takes_exactly_one_number(text: str) -> None:
    with pytest.raises(NotAStandardNumber) as caught:
        parse(text)
    assert caught.value.reading.raw == text
    assert caught.value.reading.outcome in set(Outcome) - {Outcome.WARN}


def test_a_number_has_a_code_that_exists() -> None:
    with pytest.raises(ValueError, match="no such document code: QQ/Q"):
        StandardNumber("QQ/Q", "1")

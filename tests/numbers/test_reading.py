"""Texts from the wild: what is mended by rule, what is refused, what is suggested."""

import time

import pytest

from stdsys.numbers import Outcome, read

LATEST_YEAR = 2027


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("JTG/T 2231-01-2020", "JTG/T 2231-01-2020"),
        ("JTG B01-2014", "JTG B01-2014"),
        ("JTG F80/1-2017", "JTG F80/1-2017"),
        ("JTGD60-2015", "JTG D60-2015"),
        ("DG/TJ08-2054-2016", "DG/TJ 08-2054-2016"),
        ("DBJ/T 15-65-2009", "DBJ/T 15-65-2009"),
        ("DBJ50/T-164-2021", "DBJ50/T 164-2021"),
        ("DB33/T 2048-2017（2021）", "DB33/T 2048-2017(2021)"),
        ("DB11/501-2017", "DB11 501-2017"),
        ("T/CECS G:D31-01-2017", "T/CECS G:D31-01-2017"),
        ("T/ABC-G 0192-2022", "T/ABC-G 0192-2022"),
        ("Q / ABC 001 - 2020", "Q/ABC 001-2020"),
        ("Q/ABC-JS 15-2021", "Q/ABC-JS 15-2021"),
        ("GB / T 9833 . 9 - 2013", "GB/T 9833.9-2013"),
        ("ＧＢ／Ｔ９８３３．９—２０１３", "GB/T 9833.9-2013"),
        ("GB 7258-2017（含第1号修改单）", "GB 7258-2017/XG1"),
        ("GB 7258-2017 XG1-2019", "GB 7258-2017/XG1-2019"),
        ("ISO 9001:2015/Amd 1:2024", "ISO 9001:2015/Amd 1:2024"),
        ("ISO/IEC Guide 21-1999", "ISO/IEC Guide 21:1999"),
        ("GB/T 19001-2016（idt ISO 9001:2015）", "GB/T 19001-2016"),
        ("GB/T 9833.9-2013\u200b", "GB/T 9833.9-2013"),
        ("JJG(交通) 012-2005", "JJG(交通) 012-2005"),
    ],
)
def test_read_without_reserve(text: str, canonical: str) -> None:
    reading = read(text, latest_year=LATEST_YEAR)
    assert (reading.outcome, reading.canonical) == (Outcome.OK, canonical)


@pytest.mark.parametrize(
    ("text", "canonical", "flag"),
    [
        ("GB_T9833.9-2013.pdf", "GB/T 9833.9-2013", "slash_as_underscore"),
        ("GBZT 189.1-2007", "GBZ/T 189.1-2007", "slash_dropped"),
        ("GB-Z 32450-2015", "GB/Z 32450-2015", "slash_as_hyphen"),
        ("CJJT 7-2017", "CJJ/T 7-2017", "slash_dropped"),
        ("NBSHT 0306-2013", "NB/SH/T 0306-2013", "slash_dropped"),
        ("T CECS 20001-2021", "T/CECS 20001-2021", "slash_dropped"),
        ("Q-ABC 001-2020", "Q/ABC 001-2020", "slash_as_hyphen"),
        ("Q/ABC DEF 001-2020", "Q/ABC DEF 001-2020", "org_has_space"),
        ("GB/T 1.1:2020", "GB/T 1.1-2020", "colon_year"),
        ("GB/T 9833·9-2013", "GB/T 9833.9-2013", "dot_unusual"),
        ("GB 2762。", "GB 2762", "trailing_punctuation"),
        ("DB1101/T 1-2020", "DB1101/T 1-2020", "region_not_a_city:1101"),
        ("SHJ 5-1990", "SHJ 5-1990", "withdrawn_code"),
        ("Q/ABC0101 2023", "Q/ABC0101 2023", "number_looks_like_year"),
        ("GB/T 9833.9.2013", "GB/T 9833.9.2013", "part_looks_like_year"),
    ],
)
def test_read_with_reserve(text: str, canonical: str, flag: str) -> None:
    reading = read(text, latest_year=LATEST_YEAR)
    assert (reading.outcome, reading.canonical) == (Outcome.WARN, canonical)
    assert flag in reading.flags


@pytest.mark.parametrize(
    ("text", "flag", "suggestion"),
    [
        ("GВ/T 9833.9-2013", "lookalike_letters", "GB/T 9833.9-2013"),  # Cyrillic В
        ("GΒ/Т 9833", "lookalike_letters", "GB/T 9833"),  # Greek Β, Cyrillic Т
        ("GB/T 9833.9一2013", "lookalike_letters", "GB/T 9833.9-2013"),
        ("GB/T 9833.9²-2013", "trailing_text", "GB/T 9833.9"),
        ("GB/T 19OO1-2016", "serial_malformed", "GB/T 19001-2016"),
        ("G8/T 191-2008", "confused_characters", "GB/T 191-2008"),
        ("GB/T 9833.92013", "dash_dropped_glued", "GB/T 9833.9-2013"),
        ("Q/XYZ 01012023", "dash_dropped_glued", "Q/XYZ 0101-2023"),
        ("GB/T 1234 (2015)", "year_in_brackets", "GB/T 1234-2015"),
        ("GB/T 9833.9-2013 紧压茶", "trailing_text", "GB/T 9833.9-2013"),
        ("GB 2762-2022代替GB 2762-2017", "trailing_text", "GB 2762-2022"),
        ("GB/T 8302、8303-2013", "list_code_missing", "GB/T 8302;GB/T 8303-2013"),
        ("GB 2762 GB 2763", "list_without_separator", "GB 2762;GB 2763"),
        ("DB421551-2020", "region_glued", "DB42 1551-2020"),
        ("JJF(湖北) 60-2020", "unknown_region:湖北", "JJF(鄂) 60-2020"),
        ("GB/T 9833.9-20133", "year_malformed", None),
        ("ABC 1234-2020", "unknown_code:ABC", None),
        ("Q/某厂 001-2020", "owner_malformed", None),
        ("9833.9-2013", "no_code", None),
        ("GB/T 1.1-2028", "year_out_of_range", None),
        ("GB/T 1\ufffd", "undecodable", None),
    ],
)
def test_refused(text: str, flag: str, suggestion: str | None) -> None:
    reading = read(text, latest_year=LATEST_YEAR)
    assert reading.outcome is Outcome.REJECT
    assert reading.number is None
    assert flag in reading.flags
    assert reading.suggestion == suggestion


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \u3000",
        "TC 291",
        "SAC/TC 339",
        "ISO/TC 34/SC 8",
        "全国某某标准化技术委员会（SAC/TC 999）",
        "中华人民共和国标准化法",
        "《中华人民共和国食品安全法》",
        "某发〔2021〕132号",
        "2023-06-30",
        "12345",
        "GB",
        "DB42/T",
        "UTF-8",
        "Hello, world",
        "第3章",
        "\ud800",
    ],
)
def test_no_number_at_all(text: str) -> None:
    reading = read(text)
    assert reading.outcome is Outcome.NOT_A_NUMBER
    assert reading.number is None


def test_numbers_in_a_sentence_are_suggested() -> None:
    reading = read("应符合GB 2762的规定，检验按GB/T 9833.9-2013执行")
    assert reading.outcome is Outcome.NOT_A_NUMBER
    assert reading.suggestion == "GB 2762;GB/T 9833.9-2013"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("GB/T 24421.1-2009~GB/T 24421.2-2009", ["GB/T 24421.1-2009", "GB/T 24421.2-2009"]),
        ("GB/T 9833.8~9-2013", ["GB/T 9833.8-2013", "GB/T 9833.9-2013"]),
        ("GB/T 9833.8-9833.9-2013", ["GB/T 9833.8-2013", "GB/T 9833.9-2013"]),
        ("T/ABC 009～010-2019", ["T/ABC 009-2019", "T/ABC 010-2019"]),
        ("GB 2762、GB 2763-2021和NY/T 391", ["GB 2762", "GB 2763-2021", "NY/T 391"]),
        ("GB 1-2010\nGB 2-2010", ["GB 1-2010", "GB 2-2010"]),
    ],
)
def test_several(text: str, items: list[str]) -> None:
    reading = read(text)
    assert reading.outcome is Outcome.MULTI
    assert [str(item) for item in reading.items] == items


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("GB 1~99999", "range_too_long"),
        ("GB 200~100", "range_backwards"),
        ("GB/T 1.1-2009~1.4-2010", "range_years_differ"),
        ("GB 10~20.3", "range_unclear"),
    ],
)
def test_ranges_that_nobody_means(text: str, flag: str) -> None:
    reading = read(text, latest_year=LATEST_YEAR)
    assert reading.outcome is Outcome.REJECT
    assert flag in reading.flags


def test_a_comma_inside_brackets_separates_nothing() -> None:
    reading = read("GB/T 1.1-2020（ISO/IEC Directives, Part 2, 2018, NEQ）")
    assert reading.number is not None
    assert reading.number.adopts == "ISO/IEC Directives, Part 2, 2018"


@pytest.mark.parametrize(
    "text",
    [
        "A" * 100_000,
        "GB/T " * 20_000,
        "1" * 100_000,
        "GB 1、" * 2_000,
        "GB 1~200、" * 1_200,
        "(" * 9_000,
        "-" * 9_000,
        "Q/" + "A-" * 4_000,
        "GB/T 1" + " (" * 90,
        "GB 1 " * 39,
        " ." * 4_000 + "1",
    ],
    ids=lambda text: f"{text[:6]} {len(text)}",
)
def test_hostile_texts_are_answered_at_once(text: str) -> None:
    start = time.perf_counter()
    reading = read(text)
    assert reading.outcome in set(Outcome) - {Outcome.OK}
    assert time.perf_counter() - start < 1.0

"""The short way answers as the full grammar does, or not at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.numbers import Outcome, normalise, read
from stdsys.numbers.canonical import canonical_text, read_canonical
from stdsys.numbers.normalise import DASHES
from stdsys.numbers.single import read_one

LATEST_YEAR = 2027

_codes = st.one_of(
    st.sampled_from(["GB", "GB/T", "GB/Z", "NY/T", "NB/T", "DB42/T", "DB4212/T", "T/ABC"]),
    st.from_regex(r"(T|Q)/[A-Z]{2,8}", fullmatch=True),
)
_serials = st.from_regex(r"0?[1-9][0-9]{0,4}S?(\.[1-9][0-9]{0,2})?", fullmatch=True)
_years = st.one_of(
    st.just(""),
    st.builds("{}{}".format, st.sampled_from(["-", *DASHES]), st.integers(1945, LATEST_YEAR + 1)),
)
_around = st.sampled_from(["{}", " {}", "{}  ", "《{}》", " 《{}》 ", "《{}", "{}》"])
typed = st.builds(
    lambda form, *parts: form.format("{} {}{}".format(*parts)), _around, _codes, _serials, _years
)


@settings(max_examples=300, deadline=None)
@given(typed)
def test_what_is_read_the_short_way_is_what_the_full_grammar_reads(text: str) -> None:
    short = read_canonical(text, LATEST_YEAR)
    if short is None:
        return
    plain = normalise(text)
    full = read_one(plain.text, LATEST_YEAR)
    number, flags = short
    assert (number, flags) == (full.number, tuple(dict.fromkeys((*plain.flags, *full.flags))))
    assert read(text, latest_year=LATEST_YEAR).outcome is Outcome.OK


@settings(deadline=None)
@given(st.one_of(typed, st.text(max_size=20)))
def test_the_text_alone_is_the_text_of_the_number(text: str) -> None:
    short = read_canonical(text, LATEST_YEAR)
    assert canonical_text(text, LATEST_YEAR) == (short and str(short[0]))


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("GB/T 9833.9-2013", "GB/T 9833.9-2013"),
        ("《GB/T 9833.9—2013》", "GB/T 9833.9-2013"),
        (" NY/T 391 ", "NY/T 391"),
        ("GBZ/T 189.1-2007", "GBZ/T 189.1-2007"),
        ("DB 9673-2016", "DB 9673-2016"),
        ("Q/ABC 0001S–2020", "Q/ABC 0001S-2020"),
    ],
)
def test_the_short_way_is_taken(text: str, canonical: str) -> None:
    assert canonical_text(text, LATEST_YEAR) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "GB/T 9833.9-2028",  # a year to come
        "《GB/T 9833.9-2013",  # half a pair of marks
        "GB/T 9833.9 - 2013",  # blanks that are reported
        "GB/T 9833.9——2013",
        "gb/t 9833.9-2013",
        "GB/T9833.9-2013",
        "GB/T 983300-2013",
        "GB/T 9833S-2013",
        "《DB 9673-2016》",  # earthquakes, or a region that does not exist
        "XX/T 1-2020",
        "GB 1、GB 2",
        "",
    ],
)
def test_a_closer_look_is_left_to_the_full_grammar(text: str) -> None:
    assert canonical_text(text, LATEST_YEAR) is None

"""What holds for every number and every text."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import astuple

from stdsys.numbers import Outcome, StandardNumber, normalise, parse, read

few = settings(max_examples=80, deadline=None)

years = st.one_of(st.none(), st.integers(1950, 2026))
parts = st.one_of(st.none(), st.integers(1, 999).map(str))
figures = st.integers(1, 99999).map(str)
owners = st.from_regex(r"[A-Z]{2,6}", fullmatch=True)
regions = st.sampled_from(["11", "31", "42", "65", "3206", "4201", "5329"])

plain_codes = st.one_of(
    st.sampled_from(["GB", "GB/T", "GB/Z", "GBJ", "GBn", "NY/T", "NY", "DB/T", "NB/SH/T", "JGJ"]),
    regions.map(lambda region: f"DB{region}/T"),
    regions.map(lambda region: f"DB{region}"),
    owners.filter(lambda owner: owner.strip("X") != "").map(lambda owner: f"T/{owner}"),
)
plain = st.builds(StandardNumber, plain_codes, figures, parts, years)
amended = st.builds(
    StandardNumber,
    plain_codes,
    figures,
    parts,
    st.just(2010),
    edition=st.sampled_from([None, "2018年版"]),
    amendment=st.sampled_from([None, "XG1", "XG2-2019"]),
    reaffirmed=st.sampled_from([None, 2015]),
)
engineering = st.builds(
    StandardNumber,
    st.sampled_from(["JTG", "JTG/T"]),
    st.from_regex(r"[A-H][1-9][0-9]|[1-9][0-9]{3}-0[1-9]", fullmatch=True),
    year=years,
)
enterprise = st.builds(
    StandardNumber,
    st.from_regex(r"Q/[A-Z]{2,4}(-[A-Z]{1,3})?", fullmatch=True),
    st.from_regex(r"[0-9]{2,4}S?", fullmatch=True),
    year=years,
    class_letter=st.sampled_from([None, "J", "G", "Z"]),
)
foreign = st.builds(
    StandardNumber,
    st.sampled_from(["ISO", "IEC", "ISO/IEC", "ISO/TS", "EN", "CXS", "CAC/RCP"]),
    figures,
    st.one_of(st.none(), st.from_regex(r"[1-9](-[1-9])?", fullmatch=True)),
    years,
)
numbers = st.one_of(plain, amended, engineering, enterprise, foreign)


@few
@given(numbers)
def test_canonical_text_reads_back(number: StandardNumber) -> None:
    assert parse(str(number)) == number


@few
@given(plain)
def test_a_number_made_the_short_way_is_no_other(number: StandardNumber) -> None:
    short = StandardNumber.plain(number.facts, number.number, number.part, number.year)
    assert astuple(short) == astuple(number)


@few
@given(plain, years)
def test_a_number_with_another_year_is_worked_out_anew(
    number: StandardNumber, year: int | None
) -> None:
    assert astuple(number.but(year=year)) == astuple(
        StandardNumber(number.code, number.number, number.part, year)
    )


@few
@given(plain)
def test_printed_form_reads_back(number: StandardNumber) -> None:
    assert parse(number.display) == number


@few
@given(plain, st.sampled_from("—–―‐－−"), st.sampled_from(["", " ", "\u3000"]))
def test_dash_and_blanks_change_nothing(number: StandardNumber, dash: str, blank: str) -> None:
    text = str(number)
    if number.dated:
        head, _hyphen, year = text.rpartition("-")
        text = f"{head}{blank}{dash}{blank}{year}"
    assert parse(f" {text}{blank}") == number


@few
@given(st.text(max_size=60))
def test_any_text_gets_an_answer(text: str) -> None:
    reading = read(text)
    assert reading.raw == text
    assert (reading.number is not None) <= (reading.outcome in (Outcome.OK, Outcome.WARN))
    assert bool(reading.items) == (reading.outcome is Outcome.MULTI)
    assert reading.as_json()["outcome"] == reading.outcome.value


_PIECES = (
    "GB T / - — 9833 . 9 2013 DB 42 Q 、 ~ ( ) idt ISO : XX"
    " 所有部分 代替 《 》 年版 第1号修改单 JTG 鄂 Т ²"
)
near_numbers = st.lists(st.sampled_from([" ", *_PIECES.split()]), max_size=12).map("".join)


@few
@given(near_numbers)
def test_any_text_near_a_number_gets_an_answer_that_holds(text: str) -> None:
    reading = read(text)
    for number in reading.items or ((reading.number,) if reading.number else ()):
        assert parse(str(number)) == number


@few
@given(st.one_of(st.text(max_size=40), near_numbers))
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@few
@given(st.lists(numbers, min_size=3, max_size=3))
def test_the_order_is_total(three: list[StandardNumber]) -> None:
    for a, b in itertools.combinations(three, 2):
        assert (a < b) + (a == b) + (a > b) == 1
        assert (a == b) == (str(a) == str(b))
        assert (a == b) <= (hash(a) == hash(b))
    a, b, c = sorted(three)
    assert a <= b <= c
    assert a <= c


@few
@given(figures, parts, years)
def test_mandatory_and_recommended_stay_apart(
    figure: str, part: str | None, year: int | None
) -> None:
    pair = [StandardNumber(code, figure, part, year) for code in ("GB", "GB/T")]
    mandatory, recommended = (parse(str(number)) for number in pair)
    assert mandatory != recommended
    assert mandatory.family != recommended.family
    assert mandatory.stem == recommended.stem


@few
@given(st.integers(1, 9999), st.integers(1, 9999))
def test_ranges_are_bounded(first: int, last: int) -> None:
    reading = read(f"GB {first}~{last}")
    if 0 < last - first < 200:
        assert len(reading.items) == last - first + 1
    else:
        assert reading.outcome is Outcome.REJECT

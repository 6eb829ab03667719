"""The collected examples, column by column: the written-down meaning of the grammar."""

import csv
from pathlib import Path

import pytest

from stdsys.numbers import Outcome, Reading, parse, read

LATEST_YEAR = 2027

# The table notes these flags in some rows and leaves them out in others of the same form.
NOTED_SOMETIMES = {"part", "no_space", "dash_em", "fullwidth_paren", "leading_zero"}


def _rows() -> list[dict[str, str]]:
    path = Path(__file__).with_name("standard_numbers_examples.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = _rows()
by_row = pytest.mark.parametrize("row", ROWS, ids=[row["raw"] for row in ROWS])


def _read(row: dict[str, str]) -> Reading:
    return read(row["raw"], latest_year=LATEST_YEAR)


def test_the_table_is_whole() -> None:
    assert len(ROWS) == 149


@by_row
def test_columns(row: dict[str, str]) -> None:
    reading = _read(row)
    told = {
        "outcome": reading.outcome.value,
        "level": reading.tier,
        "code": reading.code,
        "org_or_region": reading.organisation,
        "nature": reading.nature,
        "number": reading.serial,
        "part": reading.part,
        "year": reading.year,
        "canonical": reading.canonical,
    }
    shown = {name: "" if value is None else str(value) for name, value in told.items()}
    assert shown == {name: row[name] for name in shown}


@by_row
def test_flags(row: dict[str, str]) -> None:
    flags = set(_read(row).flags)
    wanted = {flag for flag in row["flags"].split(";") if flag}
    assert wanted <= flags
    assert flags - wanted <= NOTED_SOMETIMES


@by_row
def test_suggestion(row: dict[str, str]) -> None:
    _before, found, suggested = row["note"].partition("suggest ")
    if found:
        assert _read(row).suggestion == suggested.partition(";")[0]
    else:
        assert _read(row).suggestion in (None, "GB/T 16733-1997")


@by_row
def test_canonical_text_is_a_fixed_point(row: dict[str, str]) -> None:
    reading = _read(row)
    for number in reading.items or ((reading.number,) if reading.number else ()):
        assert parse(str(number)) == number


@by_row
def test_the_record_agrees_with_the_columns(row: dict[str, str]) -> None:
    reading = _read(row)
    record = reading.as_json()
    assert record["level"] == row["level"]
    assert record["canonical"] == (row["canonical"] or None)
    several = reading.outcome is Outcome.MULTI
    assert record["items"] == (row["canonical"].split(";") if several else [])

"""A line of JSON says what the record says, whichever way it is put together."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdsys.numbers import read
from stdsys.output.json.numbers import json_line

TABLE = Path(__file__).parents[2] / "numbers" / "standard_numbers_examples.tsv"
ROWS = [line.split("\t")[0] for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize("raw", ROWS)
def test_every_row_of_the_table(raw: str) -> None:
    assert json.loads(json_line(read(raw))) == read(raw).as_json()


@given(
    st.from_regex(
        r"[\"“\t]?(GB|GB/T|GB/Z|NY/T|DB42/T|DB4212/T|DBS42/|T/CTMA|Q/ABC|Q/SH1020|JJF|GBZ|ISO|CXS|NB/SH/T)"
        r" 0?[0-9]{1,6}(\.[0-9]{1,3})?([-:—](19|20)[0-9]{2})?(\(2015\)|/XG1-2019| idt ISO \"1)?",
        fullmatch=True,
    )
)
def test_numbers_of_every_code(raw: str) -> None:
    assert json.loads(json_line(read(raw))) == read(raw).as_json()


@given(st.text(max_size=30))
def test_any_text_gives_one_line(raw: str) -> None:
    line = json_line(read(raw))
    assert len(line.splitlines()) == 1
    assert json.loads(line) == read(raw).as_json()

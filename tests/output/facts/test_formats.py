"""parquet, csv and jsonl hold the same values, and engines read the types."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from stdsys.output.facts.columns import FactTable, Kind
from stdsys.output.facts.delimited import write_csv, write_jsonl
from stdsys.output.facts.parquet import write_parquet
from tests.golden import EXAMPLE
from tests.output.facts.facts_of import facts_of, rows_of

ODD = FactTable(
    "odd",
    (
        ("text", Kind.TEXT),
        ("flag", Kind.BOOLEAN),
        ("count", Kind.INTEGER),
        ("share", Kind.NUMBER),
        ("day", Kind.DATE),
        ("list", Kind.TEXTS),
    ),
    (
        ('=甲 "乙", 丙\n丁', True, 3, 0.125, date(2026, 11, 22), ("GB 1-2010", "GB 2")),
        (None, None, None, None, None, ()),
        ("", False, 0, 0.0, date(1949, 10, 1), ["a"]),
    ),
)


@pytest.fixture(scope="module")
def tables() -> list[FactTable]:
    return [*facts_of(EXAMPLE).values(), ODD]


def from_csv(table: FactTable, path: Path) -> list[dict[str, Any]]:
    """Read csv by what the readme says of it."""
    kinds = dict(table.columns)
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {name: from_field(text, kinds[name]) for name, text in row.items()}
            for row in csv.DictReader(file)
        ]


def from_field(text: str, kind: Kind) -> object:
    if kind is Kind.TEXTS:
        return text.split(" | ") if text else []
    if not text:
        return None
    match kind:
        case Kind.BOOLEAN:
            return {"true": True, "false": False}[text]
        case Kind.INTEGER:
            return int(text)
        case Kind.NUMBER:
            return float(text)
        case Kind.DATE:
            return date.fromisoformat(text)
    return text


def test_parquet_is_read_back_with_its_types(tables: list[FactTable], tmp_path: Path) -> None:
    for table in tables:
        write_parquet(table, tmp_path / "table.parquet")
        read = pq.read_table(tmp_path / "table.parquet")
        assert read.to_pylist() == rows_of(table)
    types = [str(field.type) for field in read.schema]
    assert types[:5] == ["string", "bool", "int64", "double", "date32[day]"]
    assert types[5].startswith("list<")


def test_jsonl_is_the_same(tables: list[FactTable], tmp_path: Path) -> None:
    for table in tables:
        write_jsonl(table, tmp_path / "table.jsonl")
        lines = (tmp_path / "table.jsonl").read_text(encoding="utf-8").splitlines()
        days = [name for name, kind in table.columns if kind is Kind.DATE]
        read = [json.loads(line) for line in lines]
        for row in read:
            row |= {name: date.fromisoformat(row[name]) for name in days if row[name]}
        assert read == rows_of(table)


def test_csv_is_the_same_but_for_line_breaks_and_empty_texts(
    tables: list[FactTable], tmp_path: Path
) -> None:
    for table in tables:
        write_csv(table, tmp_path / "table.csv")
        expected = [
            {
                name: (" ".join(value.splitlines()) or None) if isinstance(value, str) else value
                for name, value in row.items()
            }
            for row in rows_of(table)
        ]
        assert from_csv(table, tmp_path / "table.csv") == expected


def test_duckdb_reads_csv_without_options(tmp_path: Path) -> None:
    table = facts_of(EXAMPLE)["entries"]
    path = tmp_path / "entries.csv"
    write_csv(table, path)
    assert path.read_bytes().startswith(b"workspace,")  # no mark before the first name
    with duckdb.connect() as connection:
        counted = connection.execute(
            f"SELECT COUNT(*), SUM(CASE WHEN required THEN 1 ELSE 0 END) FROM '{path}' "
            "WHERE as_of = DATE '2026-11-22'"
        ).fetchone()
    rows = rows_of(table)
    assert counted == (len(rows), sum(row["required"] for row in rows))


def test_an_empty_table_keeps_its_columns(tmp_path: Path) -> None:
    empty = FactTable("empty", ODD.columns, ())
    write_parquet(empty, tmp_path / "empty.parquet")
    write_csv(empty, tmp_path / "empty.csv")
    read = pq.read_table(tmp_path / "empty.parquet")
    assert read.num_rows == 0
    assert read.schema.names == [name for name, _kind in ODD.columns]
    assert (tmp_path / "empty.csv").read_text() == "text,flag,count,share,day,list\n"

"""Fact tables as text: csv and one JSON object a line."""

import csv
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from stdsys.output.facts.columns import FactTable, Value

BETWEEN = " | "
"""Stands between the items of a list in csv."""


def write_csv(table: FactTable, path: Path) -> None:
    """Write csv as DuckDB and Spark read it: UTF-8 without mark, a line of names, LF.

    Null is an empty field; lists are joined by ` | `, line breaks in texts become blanks, so that
    a line is a row. Nothing else is changed: unlike csv for spreadsheets a text that begins with
    `=` stays as it is.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(name for name, _kind in table.columns)
        writer.writerows([_field(value) for value in row] for row in table.rows)


def write_jsonl(table: FactTable, path: Path) -> None:
    """Write one JSON object a line: days are ISO 8601, lists are lists, null is written out."""
    names = [name for name, _kind in table.columns]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in table.rows:
            fields = {name: _plain(value) for name, value in zip(names, row, strict=True)}
            file.write(json.dumps(fields, ensure_ascii=False, separators=(",", ":")) + "\n")


def _field(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return " ".join(value.splitlines())
        case date():
            return value.isoformat()
        case Iterable():
            return BETWEEN.join(_field(one) for one in value)
    return str(value)


def _plain(value: Value) -> str | int | float | bool | list[str] | None:
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float):
        return value
    return list(value)

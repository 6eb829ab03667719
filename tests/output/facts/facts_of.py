"""Fact tables for tests, as rows by name of column."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from stdsys.analysis.analysis import Analysis
from stdsys.messages import translator
from stdsys.output.facts.columns import FactTable
from stdsys.output.facts.tables import fact_tables
from stdsys.rules.checking import Report, check
from stdsys.source.loading import load
from stdsys.source.positions import Positions

Rows = list[dict[str, Any]]


def checked(folder: Path) -> tuple[Analysis, Report]:
    """Read a workspace for its own day, and run the rules."""
    loaded = load(folder)
    day = loaded.workspace.record.as_of
    assert day is not None
    analysis = Analysis(loaded.workspace, day.last)
    return analysis, check(analysis, loaded.findings, Positions(folder))


def facts_of(folder: Path, lang: str = "en") -> Mapping[str, FactTable]:
    """Return the tables of a workspace by name."""
    return {table.name: table for table in fact_tables(*checked(folder), translator(lang))}


def rows_of(table: FactTable) -> Rows:
    """Return a table's rows by name of column; lists are lists."""
    names = [name for name, _kind in table.columns]
    return [
        {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in zip(names, row, strict=True)
        }
        for row in table.rows
    ]

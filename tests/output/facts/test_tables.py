"""The tables of the shipped case say what its other outputs say."""

import json
import re
from collections import Counter
from datetime import date
from enum import StrEnum
from typing import Any

import pytest

from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.coverage.cells import CellState
from stdsys.analysis.life_cycle.status_on import Basis
from stdsys.analysis.targets.reached import TargetState
from stdsys.findings import Severity
from stdsys.messages import translator
from stdsys.model.status import Status
from stdsys.model.target_vocabulary import Measured, Strength
from stdsys.model.vocabulary import Origin, Urgency
from stdsys.numbers import Level, Nature
from stdsys.output.facts.columns import Kind
from stdsys.output.facts.tables import COMMON, TABLES, fact_tables
from stdsys.output.json.coverage import coverage_json
from stdsys.output.json.findings import findings_json
from stdsys.output.json.stats import stats_json
from stdsys.output.json.targets import targets_json
from tests.golden import EXAMPLE
from tests.output.facts.facts_of import Rows, checked, rows_of

ANALYSIS, REPORT = checked(EXAMPLE)
EN = translator("en")


@pytest.fixture(scope="module")
def facts() -> dict[str, Rows]:
    return {table.name: rows_of(table) for table in fact_tables(ANALYSIS, REPORT, EN)}


@pytest.fixture(scope="module")
def stats() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(stats_json(ANALYSIS))
    return found


def test_every_row_bears_workspace_region_and_day(facts: dict[str, Rows]) -> None:
    head = ("xianning", "421200", "咸宁市", date(2026, 11, 22))
    names = [column.name for column in COMMON]
    for rows in facts.values():
        assert rows
        assert {tuple(row[name] for name in names) for row in rows} == {head}


def test_columns_are_named_once_and_explained_in_both_languages() -> None:
    for _meaning, columns in TABLES.values():
        names = [column.name for column in (*COMMON, *columns)]
        assert len(names) == len(set(names))
        for column in columns:
            assert column.name.isidentifier()
            assert column.name == column.name.lower()
            assert "。" in column.meaning
            assert column.meaning.endswith(".")


@pytest.mark.parametrize(
    ("table", "column", "codes"),
    [
        ("standards", "level", Level),
        ("standards", "nature", Nature),
        ("standards", "status", Status),
        ("standards", "basis", Basis),
        ("standards", "counted_as", RowClass),
        ("standards", "urgency", Urgency),
        ("entries", "origin", Origin),
        ("cells", "state", CellState),
        ("findings", "severity", Severity),
        ("targets", "measure", Measured),
        ("targets", "state", TargetState),
        ("targets", "strength", Strength),
    ],
)
def test_every_coded_value_is_explained_in_both_languages(
    table: str, column: str, codes: type[StrEnum]
) -> None:
    meaning = next(one.meaning for one in TABLES[table][1] if one.name == column)
    chinese = meaning[: meaning.rindex("。")]
    for code in codes:
        assert re.search(rf"(?<![\w-]){code.value} ?[一-鿿]", chinese), code
        assert re.search(rf"(?<![\w-]){code.value}(?![\w-])", meaning[len(chinese) :]), code


def test_values_are_of_the_type_of_their_column() -> None:
    types: dict[Kind, type | tuple[type, ...]] = {
        Kind.TEXT: str,
        Kind.BOOLEAN: bool,
        Kind.INTEGER: int,
        Kind.NUMBER: float,
        Kind.DATE: date,
        Kind.TEXTS: (list, tuple),
    }
    for table in fact_tables(ANALYSIS, REPORT, EN):
        for row in table.rows:
            for value, (name, kind) in zip(row, table.columns, strict=True):
                plain = kind is not Kind.TEXTS and (value is None or type(value) is types[kind])
                listed = kind is Kind.TEXTS and isinstance(value, types[kind])
                assert plain or listed, (table.name, name, value)


def test_standards_count_what_stats_counts(facts: dict[str, Rows], stats: dict[str, Any]) -> None:
    rows = facts["standards"]
    assert len({row["id"] for row in rows}) == len(rows)
    assert sum(row["required"] for row in rows) == stats["total"]["required"]
    assert sum(row["existing"] for row in rows) == stats["total"]["existing"]
    assert sum(row["placed"] and row["number"] is not None for row in rows) == stats["standards"]
    levels = Counter(row["level"] or "undetermined" for row in rows if row["required"])
    assert levels == {
        level: tally["required"]
        for level, tally in stats["by_level"].items()
        if tally["required"] and level != "other"
    }
    statuses = Counter(r["status"] for r in rows if r["placed"] and r["level"] != "other")
    assert statuses == {status: count for status, count in stats["by_status"].items() if count}


def test_standards_know_numbers_dates_and_what_has_taken_their_place(
    facts: dict[str, Rows],
) -> None:
    by_id = {row["id"]: row for row in facts["standards"]}
    old = by_id["GB/T 11765-2003"]
    assert (old["family"], old["code"], old["year"]) == ("GB/T 11765", "GB/T", 2003)
    assert (old["level"], old["nature"], old["kind"]) == ("national", "recommended", "standard")
    assert (old["status"], old["live_edition"]) == ("replaced", "GB/T 11765-2018")
    assert old["replaced_by"] == ["GB/T 11765-2018"]
    assert by_id["GB/T 11765-2018"]["replaces"] == ["GB/T 11765-2003"]
    assert by_id["GB/T 11765-2018"]["replaces_wholly"] == ["GB/T 11765-2003"]
    upcoming = by_id["GB 7718-2025"]
    assert upcoming["effective"] == "2027-03-16"
    assert upcoming["effective_from"] == upcoming["effective_to"] == date(2027, 3, 16)
    planned = [row for row in facts["standards"] if row["kind"] == "planned"]
    assert {row["id"] for row in planned} == set(ANALYSIS.workspace.planned)
    assert all(row["own"] and row["number"] is None for row in planned)


def test_entries_count_what_stats_counts_by_system(
    facts: dict[str, Rows], stats: dict[str, Any]
) -> None:
    rows = facts["entries"]
    assert len(rows) == len(list(ANALYSIS.workspace.entries()))
    for system, tally in stats["by_system"].items():
        of_system = [row for row in rows if row["system"] == system]
        assert sum(row["required"] for row in of_system) == tally["required"]
        assert sum(row["existing"] for row in of_system) == tally["existing"]
    known = {row["id"]: row for row in facts["standards"]}
    for row in rows:
        standard = known[row["standard"]]
        for name in ("kind", "number", "family", "title", "level", "status", "counted_as"):
            assert row[name] == standard[name]
    codes = {row.key: row.code for key in stats["by_system"] for row in ANALYSIS.rows.of(key)}
    assert {f"{r['system']}:{r['standard']}": r["code"] for r in rows} == codes


def test_cells_say_what_coverage_says(facts: dict[str, Rows]) -> None:
    cells = json.loads(coverage_json(ANALYSIS))["cells"]
    same = ("system", "stage", "aspect", "state", "reason", "at_least", "missing", "standards")
    for row, cell in zip(facts["cells"], cells, strict=True):
        assert {name: row[name] for name in same} == {name: cell[name] for name in same}
        assert row["clause"] == cell["requirement"]
        assert row["required"] == (cell["state"] != "exempt")
        chain = list(ANALYSIS.workspace.axes["stage"].values)
        assert row["stage_order"] == (chain.index(row["stage"]) + 1 if row["stage"] else None)
        assert row["axes"] == [f"{axis}={value}" for axis, value in cell["axes"].items()]
        assert row["planned_standards"] == cell["planned"]
        counts = {name.replace("_", "-"): row[name] for name in ("in_force", *COUNTED)}
        assert counts == cell["counts"]


COUNTED = ("upcoming", "planned", "unknown", "obsolete")


def test_findings_say_what_validate_says(facts: dict[str, Rows]) -> None:
    text = findings_json(REPORT, ANALYSIS.as_of, EN, show_waived=True)
    found = json.loads(text)["diagnostics"]
    same = ("code", "name", "severity", "message", "subject", "hint", "unverified", "file")
    for row, one in zip(facts["findings"], found, strict=True):
        assert {name: row[name] for name in same} == {name: one[name] for name in same}
        place = (row["line_number"], row["column_number"], row["occurrences"])
        assert place == (one["line"], one["column"], one["count"])
        assert row["waived"] == one.get("waived", False)
    assert sum(row["waived"] for row in facts["findings"]) == 1


def test_targets_say_what_targets_says(facts: dict[str, Rows]) -> None:
    targets = json.loads(targets_json(ANALYSIS, ANALYSIS.targets.all, EN))["targets"]
    same = ("id", "title", "measure", "operator", "value", "percent", "unit", "actual", "met")
    further = ("state", "why", "strength", "due", "complete", "evidence", "unverified")
    for row, target in zip(facts["targets"], targets, strict=True):
        for name in (*same, *further):
            assert row[name] == target[name], name
        assert row["systems"] == target["scope"]


def test_only_messages_depend_on_the_language() -> None:
    chinese = fact_tables(ANALYSIS, REPORT, translator("zh"))
    english = fact_tables(ANALYSIS, REPORT, EN)
    spoken = {"message", "hint", "why"}
    for ours, theirs in zip(chinese, english, strict=True):
        kept = [name not in spoken for name, _kind in ours.columns]
        for one, other in zip(ours.rows, theirs.rows, strict=True):
            assert [v for v, keep in zip(one, kept, strict=True) if keep] == [
                v for v, keep in zip(other, kept, strict=True) if keep
            ]
    findings = {table.name: rows_of(table) for table in chinese}["findings"]
    assert not all(row["message"].isascii() for row in findings)

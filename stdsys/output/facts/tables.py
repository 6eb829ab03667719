"""The five fact tables of a workspace, and the columns that every row of them bears."""

from collections.abc import Iterable
from typing import Any, TypeVar

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Translator
from stdsys.model.workspace_record import RegionRecord
from stdsys.output.facts import cells, entries, findings, standards, targets
from stdsys.output.facts.columns import Column, FactTable, Kind, row_of
from stdsys.output.facts.items import standard_facts
from stdsys.rules.checking import Report

T = TypeVar("T")


def _region(analysis: Analysis) -> RegionRecord | None:
    return analysis.workspace.record.region


COMMON: tuple[Column[Analysis], ...] = (
    Column(
        "workspace",
        Kind.TEXT,
        "工作区标识（workspace: 的 name）。Name of the workspace (workspace: name).",
        lambda analysis: analysis.workspace.record.name,
    ),
    Column(
        "region_code",
        Kind.TEXT,
        "行政区划代码。Administrative division code.",
        lambda analysis: region.code if (region := _region(analysis)) else None,
    ),
    Column(
        "region_name",
        Kind.TEXT,
        "地区名称。Name of the region.",
        lambda analysis: region.name if (region := _region(analysis)) else None,
    ),
    Column(
        "as_of",
        Kind.DATE,
        "统计截止日期。Day that all answers are for.",
        lambda analysis: analysis.as_of,
    ),
)

TABLES: dict[str, tuple[str, tuple[Column[Any], ...]]] = {
    "standards": (
        "每行一项标准、拟制定标准或文件。One row a standard, planned standard or document.",
        standards.COLUMNS,
    ),
    "entries": (
        "每行一个条目：哪项标准列入哪个体系。One row an entry: what stands in which system.",
        entries.COLUMNS,
    ),
    "cells": ("每行一个覆盖格子。One row a cell of the coverage policy.", cells.COLUMNS),
    "findings": ("每行一条检查结果。One row a finding.", findings.COLUMNS),
    "targets": ("每行一个目标。One row a target.", targets.COLUMNS),
}
"""Tables in order → what a row is, and the columns behind the common ones."""


def fact_tables(analysis: Analysis, report: Report, say: Translator) -> tuple[FactTable, ...]:
    """Return the five tables; messages are in the language of `say`, all else is in none."""
    head = row_of(COMMON, analysis)
    rows: dict[str, Iterable[Any]] = {
        "standards": standard_facts(analysis),
        "entries": entries.entry_facts(analysis),
        "cells": cells.cell_facts(analysis),
        "findings": findings.finding_facts(report, say),
        "targets": targets.target_facts(analysis, say),
    }
    return tuple(
        FactTable(
            name,
            tuple((column.name, column.kind) for column in (*COMMON, *columns)),
            tuple((*head, *row_of(columns, fact)) for fact in rows[name]),
        )
        for name, (_meaning, columns) in TABLES.items()
    )

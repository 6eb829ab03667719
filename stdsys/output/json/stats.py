"""The counts for machines."""

import json
from typing import Any

from stdsys import __version__
from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.statistics import Statistics
from stdsys.analysis.counting.statistics_tables import S1Table, S2Table, S2Tables
from stdsys.output.json.counts import tallies_counts, tally_counts

OVERLAPPING = ("by_stage", "by_aspect", "by_kind", "by_subsystem")
"""Breakdowns in which one standard may count several times; they have no sum."""


def stats_json(analysis: Analysis) -> str:
    """Return the counts as JSON text; keys are stable, more may be added.

    `standards` are the distinct numbered entries of any status, `existing` is 现有数, `required`
    应有数; ratios are fractions, null where nothing is required. `systems` holds the same for each
    system, shared bases included; the figures on top count every item of the region once.
    """
    counts = analysis.statistics
    document = {
        "version": __version__,
        "as_of": analysis.as_of.isoformat(),
        **_counts(counts),
        "number_of_systems": counts.number_of_systems,
        "sum_of_systems": counts.sum_of_systems,
        "existing_sum_of_systems": counts.existing_sum_of_systems,
        "distinct": counts.distinct,
        "systems": {key: _counts(of_system) for key, of_system in counts.systems.items()},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _counts(counts: Statistics) -> dict[str, Any]:
    return {
        "standards": counts.standards,
        "total": tally_counts(counts.total),
        "by_level": tallies_counts(counts.by_level),
        "by_system": tallies_counts(counts.by_system),
        "by_category": tallies_counts(counts.by_category),
        "by_status": {status.value: count for status, count in counts.by_status.items()},
        "by_stage": tallies_counts(counts.by_stage),
        "by_aspect": tallies_counts(counts.by_aspect),
        "by_kind": tallies_counts(counts.by_kind),
        "by_subsystem": tallies_counts(counts.by_subsystem),
        "overlapping": list(OVERLAPPING),
        "stage_level": {
            stage: tallies_counts(levels) for stage, levels in counts.stage_level.items()
        },
        "tables": {"s1": _s1(counts.s1), "s2": _s2(counts.s2())},
        "other": counts.other,
        "successions": counts.successions,
        "obsolete": counts.obsolete,
        "presumed_or_unverified": counts.presumed_or_unverified,
        "uncovered_cells": counts.uncovered_cells,
    }


def _s1(table: S1Table) -> dict[str, Any]:
    return {
        "levels": tallies_counts(table.levels),
        "level_total": tally_counts(table.level_total),
        "categories": tallies_counts(table.categories),
        "category_total": tally_counts(table.category_total),
        "other": table.other,
    }


def _s2(tables: S2Tables) -> dict[str, Any]:
    return {"existing": _s2_table(tables.existing), "required": _s2_table(tables.required)}


def _s2_table(table: S2Table) -> dict[str, Any]:
    return {
        "columns": list(table.columns),
        "rows": [
            {
                "kind": line.kind.value,
                "key": str(line.key),
                "name": line.name,
                "counts": {str(level): count for level, count in line.cells.items()},
                "sum": line.sum,
            }
            for line in table.lines
        ],
        "totals": {str(level): count for level, count in table.totals.items()},
        "total": table.total,
    }

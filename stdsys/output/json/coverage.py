"""The coverage matrix for machines."""

import json
from typing import Any

from stdsys import __version__
from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.cells import Cell, CoverageSummary
from stdsys.model.coverage_record import ClauseRecord
from stdsys.model.workspace import ASPECT, STAGE
from stdsys.output.json.counts import summary_counts
from stdsys.output.text.coverage_clauses import by_requirement, clauses_of


def coverage_json(analysis: Analysis) -> str:
    """Return all cells and their summaries as JSON text; keys are stable, more may be added.

    Cells stand in the order of systems, clauses and axis values. `requirement` is the id of the
    clause; a cell without the axis `stage` or `aspect` has null there. `missing` counts what must
    come besides what is upcoming and planned. `ratio` is a fraction, null without a required cell.
    """
    coverage = analysis.coverage
    cells = coverage.cells
    document = {
        "version": __version__,
        "as_of": analysis.as_of.isoformat(),
        "cells": [_cell(cell) for cell in cells],
        "summary": summary_counts(coverage.summary),
        "by_system": {
            system: summary_counts(CoverageSummary.of(found))
            for system, found in coverage.by_system.items()
        },
        "by_requirement": {
            clause: summary_counts(CoverageSummary.of(found))
            for clause, found in by_requirement(cells).items()
        },
        "requirements": [_requirement(systems, clause) for systems, clause in clauses_of(cells)],
        "refused": [
            {"system": system, "requirement": clause.id} for system, clause in coverage.refused
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "system": cell.system,
        "stage": cell.axes.get(STAGE),
        "aspect": cell.axes.get(ASPECT),
        "axes": dict(cell.axes),
        "requirement": cell.clause.id,
        "state": cell.state.value,
        "reason": cell.reason,
        "at_least": cell.at_least,
        "missing": cell.missing,
        "counts": {cls.value: count for cls, count in cell.counts.items()},
        "standards": list(cell.standards),
        "planned": list(cell.planned),
    }


def _requirement(systems: tuple[str, ...], clause: ClauseRecord) -> dict[str, Any]:
    return {
        "id": clause.id,
        "name": clause.name,
        "systems": list(systems),
        "each": list(clause.each),
        "axes": {axis: list(values) for axis, values in clause.axes.items()},
        "levels": [level.value for level in clause.levels],
        "at_least": clause.at_least,
        "general": clause.general,
        "shared": clause.shared,
        "reason": clause.reason,
        "source": clause.source,
    }

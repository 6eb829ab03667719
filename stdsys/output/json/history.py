"""The coverage on one day after another, for machines."""

import json
from typing import Any

from stdsys import __version__
from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.history import History, Point, Step
from stdsys.output.json.counts import summary_counts


def history_json(analysis: Analysis, history: History, step: Step) -> str:
    """Return the points as JSON text; keys are stable, more may be added.

    `as_of` is the day of the workspace's facts: points after it foretell. Counts of cells are named
    as in the summary of the coverage, `existing` is 现有数. All shares are fractions, null where
    nothing is required or entered; `systems` holds the share covered of each system.
    """
    document = {
        "version": __version__,
        "as_of": analysis.as_of.isoformat(),
        "by": step.value,
        "points": [_point(point) for point in history.points],
        "largest_change": _largest_change(history),
        "refused": [
            {"system": system, "requirement": clause.id} for system, clause in history.refused
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _point(point: Point) -> dict[str, Any]:
    return {
        "date": point.day.isoformat(),
        **summary_counts(point.summary),
        "existing": point.existing,
        "entered": point.entered,
        "presumed_share": point.presumed_share,
        "dated_share": point.dated_share,
        "by_basis": {basis.value: count for basis, count in point.by_basis.items()},
        "systems": {system: of_system.ratio for system, of_system in point.systems.items()},
    }


def _largest_change(history: History) -> dict[str, Any] | None:
    pair = history.largest_change
    if pair is None:
        return None
    before, after = pair
    return {
        "from": before.day.isoformat(),
        "to": after.day.isoformat(),
        "covered": after.summary.covered - before.summary.covered,
    }

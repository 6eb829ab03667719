"""The contract of `coverage --over --format json`."""

import json
from datetime import date
from typing import Any

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.history import Step
from stdsys.output.json.history import history_json
from tests.output.history_sample import history
from tests.output.sample_region import DAY, analysis
from tests.workspaces import workspace


def document() -> dict[str, Any]:
    read = json.loads(history_json(analysis(), history(), Step.QUARTER))
    assert isinstance(read, dict)
    return read


def test_points_carry_what_the_contract_names() -> None:
    read = document()
    assert (read["as_of"], read["by"], read["refused"]) == ("2026-06-01", "quarter", [])
    assert len(read["points"]) == 26
    assert read["points"][0] == {
        "date": "2020-12-31",
        "required": 11,
        "covered": 2,
        "upcoming": 3,
        "planned": 1,
        "obsolete-only": 0,
        "gap": 5,
        "exempt": 1,
        "ratio": 2 / 11,
        "existing": 1,
        "entered": 6,
        "presumed_share": 2 / 6,
        "dated_share": 3 / 6,
        "by_basis": {"dates": 3, "stated": 2, "presumed": 1},
        "systems": {"fruit": 2 / 5, "nuts": 0.0},
    }


def test_points_count_as_the_coverage_of_their_day() -> None:
    for point in document()["points"]:
        alone = Analysis(analysis().workspace, date.fromisoformat(point["date"]))
        summary = alone.coverage.summary
        assert (point["covered"], point["gap"]) == (summary.covered, summary.gap)
        assert point["ratio"] == summary.ratio
        assert point["existing"] == alone.statistics.total.existing


def test_the_largest_change() -> None:
    change = document()["largest_change"]
    points = {point["date"]: point["covered"] for point in document()["points"]}
    assert points[change["to"]] - points[change["from"]] == change["covered"]
    dates = list(points)
    assert dates.index(change["to"]) == dates.index(change["from"]) + 1


def test_nothing_required_is_null() -> None:
    bare = Analysis(workspace("workspace: {format: 1, name: bare}"), DAY)
    read = json.loads(history_json(bare, history(bare), Step.QUARTER))
    assert read["largest_change"] is None
    assert {(p["ratio"], p["presumed_share"], p["dated_share"]) for p in read["points"]} == {
        (None, None, None)
    }


def test_the_same_workspace_gives_the_same_bytes() -> None:
    first, second = (history_json(analysis(), history(), Step.QUARTER) for _ in range(2))
    assert first == second

"""The contract of `coverage --format json`."""

import json
from typing import Any

from stdsys.analysis.analysis import Analysis
from stdsys.output.json.coverage import coverage_json
from tests.output.sample_region import DAY, STATES, analysis
from tests.workspaces import workspace


def document(of: Analysis | None = None) -> dict[str, Any]:
    read = json.loads(coverage_json(of or analysis()))
    assert isinstance(read, dict)
    return read


def test_cells_carry_what_the_contract_names() -> None:
    cells = document()["cells"]
    assert cells[0] == {
        "system": "fruit",
        "stage": "grow",
        "aspect": None,
        "axes": {"stage": "grow"},
        "requirement": "chain",
        "state": "covered",
        "reason": None,
        "at_least": 1,
        "missing": 0,
        "counts": {"in-force": 1, "upcoming": 0, "planned": 0, "unknown": 0, "obsolete": 0},
        "standards": ["GB/T 99002-2021"],
        "planned": [],
    }
    states = {(c["system"], c["stage"]): c["state"] for c in cells if c["requirement"] == "chain"}
    assert states == STATES


def test_planned_and_exempt_cells() -> None:
    cells = {(c["system"], c["stage"] or c["aspect"]): c for c in document()["cells"]}
    assert cells["fruit", "sell"]["planned"] == ["fruit-sales"]
    assert cells["fruit", "keep"]["reason"] == "示例果当天售出，不需仓储。"
    assert cells["fruit", "testing"]["standards"] == ["GB/T 99001-2020"]
    assert cells["nuts", "sell"]["missing"] == 1


def test_the_summary_counts_the_cells() -> None:
    read = document()
    summary = read["summary"]
    assert summary == {
        "required": 11,
        "covered": 3,
        "upcoming": 1,
        "planned": 1,
        "obsolete-only": 1,
        "gap": 5,
        "exempt": 1,
        "ratio": 3 / 11,
    }
    parts = [*read["by_system"].values()]
    for key in ("required", "covered", "gap", "exempt"):
        assert sum(part[key] for part in parts) == summary[key]
        assert sum(part[key] for part in read["by_requirement"].values()) == summary[key]
    assert [clause["id"] for clause in read["requirements"]] == ["chain", "elements"]


def test_without_cells_the_ratio_is_null() -> None:
    bare = Analysis(workspace("workspace: {format: 1, name: bare}"), DAY)
    read = document(bare)
    assert (read["cells"], read["summary"]["ratio"]) == ([], None)


def test_the_same_day_gives_the_same_bytes() -> None:
    assert coverage_json(analysis()) == coverage_json(analysis())

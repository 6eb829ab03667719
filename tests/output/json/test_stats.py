"""The contract of `stats --format json`."""

import json
from typing import Any

from stdsys.analysis.analysis import Analysis
from stdsys.output.json.stats import OVERLAPPING, stats_json
from tests.output.sample_region import DAY, analysis
from tests.workspaces import workspace


def document(of: Analysis | None = None) -> dict[str, Any]:
    read = json.loads(stats_json(of or analysis()))
    assert isinstance(read, dict)
    return read


def test_the_headline() -> None:
    read = document()
    assert read["as_of"] == "2026-06-01"
    assert read["standards"] == 5
    assert read["total"] == {"standards": 5, "required": 5, "existing": 2, "ratio": 0.4}
    assert (read["sum_of_systems"], read["distinct"], read["number_of_systems"]) == (5, 5, 2)


def test_levels_carry_the_same_four_figures() -> None:
    levels = document()["by_level"]
    assert list(levels)[:6] == ["national", "industry", "local", "group", "enterprise", "other"]
    assert levels["group"] == {"standards": 1, "required": 2, "existing": 0, "ratio": 0.0}
    assert levels["local"]["ratio"] is None


def test_statuses_are_the_words_of_the_contract() -> None:
    assert document()["by_status"] == {
        "in-force": 2,
        "upcoming": 1,
        "replaced": 0,
        "withdrawn": 1,
        "unknown": 1,
        "planned": 1,
        "drafting": 0,
    }


def test_overlapping_breakdowns_are_named_and_keep_the_general_ones() -> None:
    read = document()
    assert read["overlapping"] == list(OVERLAPPING)
    assert list(read["by_stage"]) == ["grow", "make", "sell", "keep", "general"]
    assert read["by_stage"]["general"]["existing"] == 1


def test_tables_add_up() -> None:
    tables = document()["tables"]
    s1, s2 = tables["s1"], tables["s2"]
    assert s1["level_total"]["required"] == s1["category_total"]["required"] == 5
    assert (s2["existing"]["total"], s2["required"]["total"]) == (2, 5)
    for table in s2.values():
        assert sum(row["sum"] for row in table["rows"]) == table["total"]
        assert all(set(row["counts"]) == set(table["columns"]) for row in table["rows"])


def test_every_system_has_its_own_figures() -> None:
    systems = document()["systems"]
    assert list(systems) == ["base", "fruit", "nuts"]
    assert systems["fruit"]["total"]["required"] == 2
    assert [row["key"] for row in systems["fruit"]["tables"]["s2"]["required"]["rows"]] == [
        "fruit/1",
        "fruit/2",
        "fruit/3",
    ]


def test_of_an_empty_workspace_nothing_is_divided() -> None:
    read = document(Analysis(workspace("workspace: {format: 1, name: bare}"), DAY))
    assert read["total"] == {"standards": 0, "required": 0, "existing": 0, "ratio": None}

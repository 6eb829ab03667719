"""The order of drafting for machines."""

import json
from typing import Any

from stdsys.messages import Language, translator
from stdsys.output.json.order import order_json
from tests.output.planned_region import planned_analysis


def read(language: Language = Language.EN) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(order_json(planned_analysis(), translator(language)))
    return document


def test_the_keys_of_the_contract() -> None:
    document = read()
    assert document["as_of"] == "2026-11-22"
    assert set(document) == {
        "version",
        "as_of",
        "order",
        "critical_path",
        "phases",
        "proposals",
        "unknown_durations",
    }
    first = document["order"][0]
    contract = "position id title level score reasons due phase needs earliest_finish deadline"
    assert {*contract.split(), "slack_days", "late", "cycle"} <= set(first)
    assert {"system", "clause", "axes", "level", "reason", "above"} <= set(document["proposals"][0])


def test_the_values_of_one_standard() -> None:
    grow = read()["order"][2]
    assert grow["id"] == "grow"
    assert grow["reasons"] == [{"reason": "urgent", "weight": 4}]
    assert [(need["name"], need["state"], need["ready"]) for need in grow["needs"]] == [
        ("terms", "planned", None),
        ("GB/T 99001", "upcoming", "2027-03-01"),
    ]
    assert (grow["earliest_finish"], grow["deadline"]) == ("2028-11-22", "2027-06-30")
    assert grow["deadline_set_by"] == {"bound": "phase", "of": "build"}
    assert (grow["slack_days"], grow["late"], grow["cycle"]) == (-511, True, [])


def test_path_phases_and_proposals() -> None:
    document = read()
    assert document["critical_path"] == ["terms", "grow"]
    assert document["unknown_durations"] == 1
    assert [phase["late"] for phase in document["phases"]] == [["terms", "grow"], []]
    safety = document["proposals"][-1]
    assert (safety["axes"], safety["level"]) == ({"aspect": "safety"}, "local")
    assert (safety["above"], safety["above_count"]) == (["GB 99003-2020"], 1)


def test_only_sentences_depend_on_the_language() -> None:
    spoken = ("why", "reason", "remarks")

    def silent(value: Any) -> Any:  # noqa: ANN401 - JSON of any shape
        if isinstance(value, dict):
            return {
                key: None if key in spoken and "weight" not in value else silent(inner)
                for key, inner in value.items()
            }
        return [silent(inner) for inner in value] if isinstance(value, list) else value

    assert silent(read(Language.ZH)) == silent(read())

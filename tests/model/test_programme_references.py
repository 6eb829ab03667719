"""Phases, tasks, targets, series and reviews name what exists and agree with themselves."""

import pytest

from stdsys.messages import translator
from tests.workspaces import workspace, workspace_and_findings

say = translator("en")

BASE = """
workspace: {name: example}
stages: [{id: growing, name: 示例种植}]
aspects: [{id: quality, name: 示例质量}]
coverage: {require: [{id: chain, each: stage}]}
programme:
  phases: [{id: building, name: 示例建设阶段, start: 2022-06, end: 2022-12}]
systems:
  - id: a
    name: 示例体系
    entries: [{planned: 示例规范, id: plan-1, level: group, phase: building}]
"""

OUTPUT = "series: [{id: output, name: 示例产值, values: [{at: 2021, value: 1}]}]"

SOUND = [
    "targets: [{id: t, measure: systems, value: 6, strength: 确保, due: 2023, phase: building}]",
    "targets: [{id: t, measure: {of: growth, series: output}, value: 15%, strength: 预期}]",
    "targets: [{id: t, measure: 人工填报, value: 15%, actual: 12, strength: 力争}]",
    "targets: [{id: t, measure: {of: coverage, clauses: chain}, value: 100%, strength: 力争}]",
    "reviews: [{standard: plan-1, scores: {先进性: 80, complete: 90}, conclusion: 修订}]",
    "reviews: [{standard: GB/T 99001-2020, kind: 修订, scores: {适用性: 5}, out_of: 5}]",
]

UNSOUND = [
    ("targets: [{id: t, measure: x, value: 6, strength: firm}]", "Y103", "expected one of"),
    ("targets: [{id: t, measure: systems, value: x, strength: firm}]", "Y103", "a value to reach"),
    ("targets: [{id: t, measure: systems, value: 6%, strength: firm}]", "Y103", "this is a count"),
    ("targets: [{id: t, measure: coverage, value: 6, strength: firm}]", "Y103", "in percent"),
    ("targets: [{id: t, measure: growth, value: 6%, strength: firm}]", "Y103", "the series"),
    (
        "targets: [{id: t, measure: {of: value, series: none}, value: 6, strength: firm}]",
        "Y104",
        "unknown series: none",
    ),
    (
        "targets: [{id: t, measure: {of: coverage, clauses: none}, value: 6%, strength: firm}]",
        "Y104",
        "unknown coverage clause: none",
    ),
    (
        "targets: [{id: t, measure: systems, value: 6, strength: firm, actual: 6}]",
        "Y103",
        "this measure is computed",
    ),
    (
        "targets: [{id: t, measure: systems, value: 6, strength: firm, phase: none}]",
        "Y104",
        "unknown phase: none",
    ),
    (
        "targets: [{id: t, measure: systems, value: 6, strength: firm, scope: none}]",
        "Y104",
        "unknown system: none",
    ),
    (
        "targets: [{id: t, measure: systems, value: 6, strength: firm, evidence: ../a.pdf}]",
        "Y103",
        "below the workspace",
    ),
    (
        "targets: [{id: t, measure: {of: systems, issued: 2023..2022}, value: 6, strength: firm}]",
        "Y103",
        "a period such as",
    ),
    ("reviews: [{standard: none, scores: {}}]", "Y104", "planned standard: none"),
    ("reviews: [{standard: plan-1, scores: {先进性: 101}}]", "Y103", "from 0 to 100"),
    ("reviews: [{standard: plan-1, scores: {适用性: 1}}]", "Y103", "advanced, scientific"),
    ("reviews: [{standard: plan-1, scores: {美观: 1}}]", "Y103", "先进性"),
    ("organisations: [{id: firm, name: 示例公司, applies: [none]}]", "Y104", "none"),
    ("series: [{id: s, name: 示例, system: none}]", "Y104", "unknown system: none"),
    ("series: [{id: s, name: 示例, values: [{at: 2022, value: many}]}]", "Y103", "a number"),
]


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_is_silent(text: str) -> None:
    built = workspace(f"{BASE}\n{OUTPUT}\n{text}\n")
    assert built.targets or built.reviews


@pytest.mark.parametrize(("text", "code", "said"), UNSOUND)
def test_what_is_unsound_is_one_finding(text: str, code: str, said: str) -> None:
    _built, found = workspace_and_findings(f"{BASE}\n{text}\n")
    assert [finding.code for finding in found] == [code]
    assert said in say(found[0].message)
    assert found[0].place.route


def test_tasks_name_phases_organisations_systems_and_standards() -> None:
    _built, found = workspace_and_findings(
        BASE.replace(
            "programme:",
            "programme:\n"
            "  tasks: [{id: t, title: 示例任务, phase: p, lead: o, systems: s, standards: [x]}]",
        )
    )
    assert sorted(str(finding.message.values["name"]) for finding in found) == ["o", "p", "s", "x"]


def test_a_phase_may_be_defined_once_only() -> None:
    _built, found = workspace_and_findings(
        BASE.replace("phases: [", "phases: [{id: building, name: 示例另一阶段}, ")
    )
    assert [finding.code for finding in found] == ["Y105"]


def test_a_number_or_an_id_names_a_standard() -> None:
    built = workspace(BASE + "\nstandards: [{number: GB/T 99001—2020, title: 示例}]\n")
    assert built.named("GB/T99001-2020") is built.editions["GB/T 99001-2020"]
    assert built.named("plan-1") is built.planned["plan-1"]
    assert built.named("GB/T 99001-2021") is None
    assert built.phase("building") is built.programme.phases[0]
    assert built.phase(None) is None

"""Rules T001 to T004: of every target at most one speaks, as gravely as it was promised."""

from datetime import date

import pytest

from stdsys.findings import Severity
from stdsys.rules.rule import Rule
from stdsys.rules.targets.family import TARGET_RULES
from tests.rules.judging import DAY, findings, hint, words

EVIDENT = "evidence: https://example.org/sample"


def spoken(target: str, day: date = DAY) -> list[tuple[str, Severity]]:
    """Return which rules speak of a target, and how gravely."""
    text = f"targets:\n  - {{id: t, title: 示例目标, measure: entered, value: 6, {target}}}\n"
    return [(f.code, f.severity) for rule in TARGET_RULES for f in findings(rule, text, day)]


def rule(code: str) -> Rule:
    return next(one for one in TARGET_RULES if one.code == code)


@pytest.mark.parametrize(
    ("strength", "due", "actual", "expected"),
    [
        ("firm", "2026-06", 5, ("T001", "error")),
        ("不少于", "2026-06", 5, ("T001", "warning")),
        ("力争", "2026-06", 5, ("T002", "info")),
        ("firm", "2026-12", 5, ("T003", "warning")),
        ("floor", "2026-12", 5, ("T003", "info")),
        ("预期", "2026-12", 5, ("T003", "info")),
        ("firm", "2028", 5, None),
        ("firm", "2026-06", 6, None),
        ("firm", "2026-12", 6, None),
    ],
)
def test_what_is_proven(
    strength: str, due: str, actual: int, expected: tuple[str, str] | None
) -> None:
    found = spoken(f"strength: {strength}, due: {due}, actual: {actual}, {EVIDENT}")
    assert found == ([] if expected is None else [(expected[0], Severity(expected[1]))])


@pytest.mark.parametrize(
    ("strength", "due", "severity"),
    [
        ("firm", "2026-06", "warning"),
        ("floor", "2026-06", "warning"),
        ("stretch", "2026-06", "info"),
        ("firm", "2026-12", "info"),
        ("firm", "2028", "info"),
    ],
)
def test_what_nothing_proves(strength: str, due: str, severity: str) -> None:
    for actual in (5, 6):
        found = spoken(f"strength: {strength}, due: {due}, actual: {actual}")
        assert found == [("T004", Severity(severity))]


def test_the_sentence_says_what_is_reached_of_what() -> None:
    text = f"""
    organisations: [{{id: office, name: 示例主管局}}]
    targets:
      - {{id: t, title: 示例目标, measure: entered, value: 6, unit: 项, strength: firm, due: 2025,
         lead: office, actual: 4, {EVIDENT}}}
    """
    (found,) = findings(rule("T001"), text)
    assert words(found) == "示例目标: was due on 2025; 4 项: ≥ 6 项 is not reached"
    assert hint(found) == "lead unit: 示例主管局"
    assert found.subject == "t"


def test_a_target_that_nobody_has_verified_is_at_most_information() -> None:
    text = """
    systems: [{id: crop, name: 示例作物标准体系, tree: [{code: "1", name: 示例}]}]
    targets: [{id: t, measure: systems, value: 6, strength: firm, due: 2025, source: recalled}]
    """
    (found,) = findings(rule("T001"), text)
    assert found.unverified


def test_missing_evidence_of_a_series_is_shown_at_its_value() -> None:
    text = """
    series: [{id: tea, name: 示例产值, values: [{at: 2021, value: 1}, {at: 2022, value: 2}]}]
    targets:
      - {id: t, measure: {of: growth, series: tea}, value: 10%, strength: 预期, due: 2023}
    """
    (found,) = findings(rule("T004"), text)
    assert found.place.route == ("series", 0, "values", 0)

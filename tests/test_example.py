"""The shipped case: no error, little noise, and the counts that were made by hand."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from stdsys.source.loading import load
from tests.cli.running import run
from tests.golden import EXAMPLE

MOST = 40
"""Warnings and infos that a person can still read, each."""


@pytest.fixture(scope="module")
def summary() -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run("validate", EXAMPLE, "--format", "json").out)
    return answer


def test_it_has_no_error_and_little_noise(summary: dict[str, Any]) -> None:
    counts = summary["summary"]
    assert counts["error"] == 0
    assert counts["warning"] <= MOST
    assert counts["info"] <= MOST
    assert counts["waived"] == 0


def test_the_stage_clause_agrees_with_the_hand_count(tmp_path: Path) -> None:
    """Own entries only: 32 of 42 squares covered, 3 with unverified standards only, 7 empty."""
    cells = json.loads(run("coverage", EXAMPLE, "--format", "json").out)["cells"]
    chain = [cell for cell in cells if cell["requirement"] == "chain"]
    gaps = [cell for cell in chain if cell["state"] == "gap"]
    assert len(chain) == 42
    assert sum(cell["state"] == "covered" for cell in chain) == 32
    assert sum(cell["state"] == "exempt" for cell in chain) == 2
    assert sum(bool(cell["standards"]) for cell in gaps) == 3
    assert sum(not cell["standards"] for cell in gaps) + 2 == 7


def test_systems_agree_with_the_hand_count() -> None:
    counted = json.loads(run("stats", EXAMPLE, "--format", "json").out)
    by_system = {k: (v["required"], v["existing"]) for k, v in counted["by_system"].items()}
    assert by_system == {
        "common": (93, 92),
        "osmanthus": (29, 25),
        "lotus-root": (27, 23),
        "tea": (75, 58),
        "camellia-oil": (36, 25),
        "mahua": (28, 27),
        "loquat": (23, 21),
    }
    assert (counted["total"]["required"], counted["total"]["existing"]) == (311, 271)


def test_every_standard_has_a_provenance() -> None:
    loaded = load(EXAMPLE)
    assert loaded.readable
    unsourced = [e.key for e in loaded.workspace.editions.values() if not e.facts.source]
    unsaid = [e.key for e in loaded.workspace.editions.values() if e.facts.verified is None]
    assert (unsourced, unsaid) == ([], [])


def test_the_surprises_of_the_real_data_are_found(summary: dict[str, Any]) -> None:
    found = {(d["code"], d["subject"]) for d in summary["diagnostics"]}
    assert ("R005", "GB/T 8304") in found
    assert ("R005", "GB/T 8306") in found
    assert ("L008", "GB 7718-2011") in found
    assert ("R002", "LY/T 1328-2006") in found


def test_nothing_of_the_case_is_in_the_code() -> None:
    package = Path(load.__code__.co_filename).parents[1]
    named = re.compile("xianning|桂花|莲藕|青砖茶|麻花|枇杷", re.IGNORECASE)
    told = [p.name for p in package.rglob("*.py") if named.search(p.read_text(encoding="utf-8"))]
    assert told == []


def test_the_figures_in_its_readme_are_those_of_the_tool(summary: dict[str, Any]) -> None:
    readme = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    total = json.loads(run("stats", EXAMPLE, "--format", "json").out)["total"]
    counts = summary["summary"]
    share = f"{total['ratio'] * 100:.1f}%"
    assert f"应有数 {total['required']}，现有数 {total['existing']}，比例 {share}" in readme
    found = f"错误 {counts['error']}，警告 {counts['warning']}，提示 {counts['info']}。"
    assert f"检查结果：{found}" in readme

"""The shipped case: no error, little noise, and the counts that were made by hand."""

import json
import re
from collections import Counter
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
    assert counts["waived"] == 1  # the draft of a provincial standard is no city standard (H008)


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


def test_the_expert_figures_in_its_readme_are_those_of_the_tool() -> None:
    readme = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    verdicts = Counter(
        one["verdict"]
        for one in json.loads(run("compare", EXAMPLE, "--format", "json").out)["comparisons"]
    )
    compared = (
        f"{verdicts.total()} 项比对，严于 {verdicts['stricter']}，等同 {verdicts['equal']}，"
        f"宽于 {verdicts['looser']}，不可比 {verdicts['not-comparable']}，"
        f"下位标准未记录限值 {verdicts['missing']}"
    )
    assert compared in readme
    targets = json.loads(run("targets", EXAMPLE, "--format", "json").out)["targets"]
    met = Counter(target["met"] for target in targets)
    assert f"{len(targets)} 项中达到 {met[True]} 项" in readme
    assert f"其余 {met[None]} 项没有足够的公开佐证" in readme
    touched = {
        number: json.loads(run("impact", number, EXAMPLE, "--format", "json").out)["summary"]
        for number in ("GB 2762", "GB 5009.3")
    }
    first, second = touched.values()
    assert f"涉及 {first['standard']} 项标准、{first['system']} 个体系" in readme
    assert f"涉及 {second['standard']} 项标准。" in readme
    over = ("--over", "2013-01..2026-11", "--by", "quarter", "--format", "json")
    points = json.loads(run("coverage", EXAMPLE, *over).out)["points"]
    start, end = (f"{points[place]['ratio'] * 100:.1f}%" for place in (0, -1))
    assert f"覆盖率由 {start} 升到 {end}" in readme
    assert f"只有 {points[-1]['dated_share'] * 100:.1f}% 的状态有日期可据" in readme


def test_three_verdicts_agree_with_the_hand() -> None:
    """Peroxide value: 1 g/100 g = 39.4 mmol/kg (factor of GB 2716-1988), so 0.25 is 9.85."""
    found = {
        (one["lower"], one["indicator"], one["lower_grade"]): (one["upper"], one["verdict"])
        for one in json.loads(run("compare", EXAMPLE, "--format", "json").out)["comparisons"]
    }
    soybean = found["GB/T 1535-2017", "peroxide-value", "一级"]
    camellia = found["GB/T 11765-2018", "acid-value", "压榨二级"]
    water = found["NY/T 391-2021", "irrigation-water-cadmium", "水田"]
    assert soybean == ("GB 2716-2018", "stricter")
    assert camellia == ("GB 2716-2018", "equal")
    assert water == ("GB 5084-2021", "stricter")

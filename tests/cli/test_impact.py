"""`stdsys impact`, run as users run it."""

import json
from pathlib import Path

import pytest

from tests.cli.running import run, write_workspace
from tests.output.sample_region import REGION


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "sample", REGION)


def test_text_is_a_tree_nearest_first(folder: Path) -> None:
    result = run("impact", "GB/T 99001", folder)
    assert (result.code, result.err) == (0, "")
    assert "asked about: GB/T 99001-2020 示例试验方法 (in force)" in result.out
    assert (
        "Level 1: touched directly\n"
        "├─ standards: 3\n"
        "│  ├─ GB/T 99002-2021 示例果 (in force)  cites GB/T 99001-2020\n"
        "│  ├─ GB/T 99004-2026 示例坚果 (upcoming)  cites GB/T 99001-2020\n"
        "│  └─ ISO 99001:2018 (not in the workspace)  adopted by GB/T 99001-2020\n"
    ) in result.out
    assert "示例果体系 1 种植  holds GB/T 99002-2021 ← GB/T 99001-2020" in result.out
    assert "If withdrawn" not in result.out


def test_json(folder: Path) -> None:
    data = json.loads(run("impact", "gb/t99001—2020", folder, "--format", "json").out)
    assert data["number"] == "gb/t99001—2020"
    assert data["resolved"] == ["GB/T 99001-2020"]
    assert data["as_of"] == "2026-06-01"
    assert data["if_withdrawn"] is None
    assert data["not_judged"] == len(data["dead"])
    assert data["summary"]["standard"] == 3
    assert sum(data["summary"].values()) == len(data["touched"])
    first = data["touched"][0]
    assert first == {
        "kind": "standard",
        "id": "GB/T 99002-2021",
        "title": "示例果",
        "distance": 1,
        "relation": "cites",
        "other_edition": False,
        "written": "GB/T 99001",
        "path": ["GB/T 99001-2020", "GB/T 99002-2021"],
        "status": "in-force",
    }
    (cell,) = [one for one in data["touched"] if one["id"] == "fruit/chain/stage=grow"]
    assert (cell["axes"], cell["state"]) == ({"stage": "grow"}, "covered")


def test_if_withdrawn(folder: Path) -> None:
    arguments = ("impact", "GB/T 99001", folder, "--if-withdrawn")
    fall = json.loads(run(*arguments, "--format", "json").out)["if_withdrawn"]
    assert fall["withdrawn"] == ["GB/T 99001-2020"]
    assert fall["cells"] == [
        {
            "system": "fruit",
            "clause": "elements",
            "axes": {"aspect": "testing"},
            "before": "covered",
            "after": "obsolete-only",
        }
    ]
    assert fall["required"]["after"] == fall["required"]["before"] - 1
    assert [one["citing"] for one in fall["citations"]] == [
        "GB/T 99002-2021",
        "GB/T 99004-2026",
    ]
    text = run(*arguments).out
    assert "If withdrawn on this day, with nothing in their place: GB/T 99001-2020" in text
    assert "示例果体系 · 试验 · 各方面都有标准: covered → obsolete only" in text
    assert "示例共用 1-001 GB/T 99001-2020 示例试验方法: in force → obsolete, not counted" in text


def test_depth_cuts(folder: Path) -> None:
    data = json.loads(run("impact", "GB/T 99001", folder, "--depth", "1", "--format", "json").out)
    assert {one["distance"] for one in data["touched"]} == {1}


def test_a_plan_may_be_asked_about(folder: Path) -> None:
    result = run("impact", "fruit-sales", folder)
    assert result.code == 0
    assert "示例果体系 3 销售  holds 示例果销售规范" in result.out


def test_nothing_touched_says_so(tmp_path: Path) -> None:
    text = "workspace: {format: 1, name: sample}\nstandards:\n  - {number: GB/T 99001-2020}\n"
    folder = write_workspace(tmp_path / "lone", text)
    result = run("impact", "GB/T 99001-2020", folder)
    assert result.code == 0
    assert "nothing in this workspace is touched" in result.out


def test_long_lists_are_cut_unless_all_are_asked_for(tmp_path: Path) -> None:
    citing = "".join(
        f"  - {{number: GB/T {number}-2020, cites: [GB/T 99001]}}\n"
        for number in range(10_000, 10_250)
    )
    head = "workspace: {format: 1, name: sample}\nstandards:\n  - {number: GB/T 99001-2020}\n"
    folder = write_workspace(tmp_path / "many", head + citing)
    cut = run("impact", "GB/T 99001", folder).out
    assert "50 more are not shown: --verbose shows all" in cut
    assert "GB/T 10249-2020" not in cut
    everything = run("impact", "GB/T 99001", folder, "--verbose").out
    assert "not shown" not in everything
    assert "GB/T 10249-2020" in everything


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["GB/T 99001-2019"],
            "GB/T 99001-2019 is not in this workspace; did you mean GB/T 99001-2020?",
        ),
        (["GB 99001-2020"], "did you mean GB/T 99001-2020?"),
        (["GB 99001"], "did you mean GB/T 99001?"),
        (["GB/T 54321"], "GB/T 54321 is not in this workspace\n"),
        (["无此标准"], "无此标准 is not in this workspace"),
        (["GB/T 99001", "--depth", "0"], "--depth: expected a whole number, 1 or more"),
        (["fruit-sales", "--if-withdrawn"], "fruit-sales is no standard of this workspace"),
        (["GB/T 99003-2015", "--if-withdrawn"], "is no longer in force"),
    ],
)
def test_wrong_use(folder: Path, arguments: list[str], said: str) -> None:
    result = run("impact", arguments[0], folder, *arguments[1:])
    assert result.code == 2
    assert result.out == ""
    assert said in result.err
    assert result.err.count("\n") == 1

"""`stdsys targets`, run as users run it."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.running import run, write_workspace

REGION = """
workspace: {format: 1, name: sample, title: 示例市标准体系, as_of: 2026-06-01}
organisations:
  - {id: office, name: 示例主管局}
standards:
  - {number: DB42/T 99001-2022, title: 示例一, status: 现行}
  - {number: DB42/T 99002-2022, title: 示例二, status: 未知}
  - {number: T/SLXH 001-2022, title: 示例三, status: 现行, verified: false}
systems:
  - id: crop
    name: 示例作物标准体系
    tree: [{code: "1", name: 示例}]
    entries:
      - {standard: DB42/T 99001-2022, at: "1"}
      - {standard: DB42/T 99002-2022, at: "1"}
      - {standard: T/SLXH 001-2022, at: "1"}
targets:
  - {id: systems, title: 建立1个体系, measure: systems, value: 1, unit: 个, strength: 确保,
     due: 2025}
  - {id: local, title: 制定6项地方标准, measure: {of: 标准数, levels: local}, value: ">= 6",
     unit: 项, strength: 不少于, due: 2025-12, lead: office, source: 示例方案二}
  - {id: group, title: 制定1项团体标准, measure: {of: standards, levels: group}, value: 1,
     strength: 力争, due: 2027}
  - {id: benefit, title: 效益增长15%, measure: entered, value: 15%, strength: 预期, due: 2027,
     actual: 12.5, evidence: https://example.org/sample}
  - {id: list, title: 编制目录, measure: entered, value: 1, strength: 预期, actual: 1,
     evidence: 佐证/目录.pdf}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "sample", REGION)


def test_text(folder: Path) -> None:
    result = run("targets", folder)
    assert (result.code, result.err) == (0, "")
    rows = [" ".join(line.split()) for line in result.out.splitlines()]
    assert "建立1个体系 ≥ 1 个 1 个 firm 2025 reached" in rows
    assert "制定6项地方标准 ≥ 6 项 1 项 at least 2025-12 not reached" in rows
    assert "编制目录 ≥ 1 1 striven for — no evidence" in rows
    assert "  cannot be told: DB42/T 99002-2022" in result.out
    assert "  lead unit: 示例主管局" in result.out
    assert "the file 佐证/目录.pdf named as evidence is not there" in result.out
    assert result.out.endswith(
        "5 targets: 1 reached, 1 not reached, 1 not due yet, 2 without sufficient evidence\n"
    )


def test_what_is_counted_is_called_by_its_name(tmp_path: Path) -> None:
    text = """
    workspace: {format: 1, name: sample, as_of: 2026-06-01}
    stages: [{id: growing, name: 种植}, {id: making, name: 加工}]
    coverage: {require: [{id: chain, each: stage}]}
    organisations: [{id: union, name: 示例合作社, applies: [GB/T 99001-2020]}]
    systems:
      - id: crop
        name: 示例体系
        tree: [{code: "1", name: 示例}]
        entries:
          - {standard: GB/T 99001-2020, title: 示例一, stages: [growing], at: "1"}
          - {planned: 示例拟制定标准, id: plan, level: local, at: "1"}
    targets:
      - {id: a, measure: adopters, value: 2, strength: 力争}
      - {id: b, measure: coverage, value: 100%, strength: 力争}
      - {id: c, measure: {of: standards, status: 拟制定}, value: 2, strength: 力争}
      - {id: d, measure: systems, value: 2, strength: 力争}
    """
    out = run("targets", write_workspace(tmp_path, text)).out
    for named in ("示例合作社", "示例体系 / 种植 (chain)", "示例拟制定标准", "示例体系"):
        assert f"  counted: {named}\n" in out


def test_what_is_reached_for_certain_needs_no_details(folder: Path) -> None:
    result = run("targets", folder, "--strength", "firm")
    assert result.out.count("建立1个体系") == 1
    assert "制定6项地方标准" not in result.out


def test_json(folder: Path) -> None:
    read = json.loads(run("targets", folder, "--format", "json").out)
    targets = {one["id"]: one for one in read["targets"]}
    assert list(targets) == ["systems", "local", "group", "benefit", "list"]
    contract = {"id", "measure", "value", "actual", "met", "strength", "due", "evidence"}
    assert all(one.keys() >= contract for one in targets.values())
    assert {key: (one["actual"], one["met"], one["state"]) for key, one in targets.items()} == {
        "systems": (1, True, "met"),
        "local": (1, False, "missed"),
        "group": (1, None, "no-evidence"),
        "benefit": (0.125, False, "not-yet"),
        "list": (1, None, "no-evidence"),
    }
    assert targets["benefit"]["value"] == 0.15
    assert targets["local"]["filters"] == {"levels": ["local"]}
    assert targets["local"]["evidence"] == ["DB42/T 99001-2022"]
    assert targets["local"]["uncertain"] == ["DB42/T 99002-2022"]
    assert targets["group"]["unverified"] == ["T/SLXH 001-2022"]
    assert targets["list"]["evidence"] == []
    assert read["summary"] == {
        "met": 1, "due-soon": 0, "not-yet": 1, "missed": 1, "no-evidence": 2
    }  # fmt: skip


def test_the_day_decides(folder: Path) -> None:
    read = json.loads(run("targets", folder, "--format", "json", "--as-of", "2025-11-01").out)
    assert [one["state"] for one in read["targets"]][:2] == ["met", "due-soon"]


def test_a_file_that_is_there_is_evidence(folder: Path) -> None:
    (folder / "佐证").mkdir()
    (folder / "佐证" / "目录.pdf").write_bytes(b"sample")
    read = json.loads(run("targets", folder, "--format", "json").out)
    assert read["targets"][-1]["met"] is True


def test_csv(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("targets", folder, "--format", "csv").out)))
    assert [row["Attainment"] for row in rows] == [
        "reached",
        "not reached",
        "not proven",
        "not due yet",
        "no evidence",
    ]
    assert rows[1]["Lead unit"] == "示例主管局"


def test_xlsx(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.xlsx"
    assert run("targets", folder, "--format", "xlsx", "--output", file).out == ""
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == [
        "State of the targets",
        "Measures and duties",
        "Evidence of the targets",
    ]
    cells = {str(cell) for row in book.worksheets[2].iter_rows(values_only=True) for cell in row}
    assert {"DB42/T 99001-2022", "cannot be told", "counted, unverified"} <= cells


def test_xlsx_needs_a_file(folder: Path) -> None:
    result = run("targets", folder, "--format", "xlsx")
    assert (result.code, result.out) == (2, "")
    assert result.err == "stdsys: --format xlsx needs a file: --output FILE.xlsx\n"


def test_an_unknown_strength_is_wrong_use(folder: Path) -> None:
    assert run("targets", folder, "--strength", "hope").code == 2


def test_a_workspace_without_targets(tmp_path: Path) -> None:
    folder = write_workspace(tmp_path, "workspace: {format: 1, name: sample, as_of: 2026-06-01}\n")
    result = run("targets", folder)
    assert result.code == 0
    assert "There is no such target." in result.out
    assert json.loads(run("targets", folder, "--format", "json").out)["targets"] == []


def test_unreadable_parts_end_with_1(tmp_path: Path) -> None:
    broken = write_workspace(tmp_path, REGION, extra="systems: [unclosed\n")
    result = run("targets", broken)
    assert result.code == 1
    assert "parts of the workspace could not be read" in result.err
    file = tmp_path / "out.xlsx"
    assert run("targets", broken, "--format", "xlsx", "--output", file).code == 1
    assert not file.exists()


def test_an_unknown_measure_is_a_finding_with_its_position(tmp_path: Path) -> None:
    text = REGION.replace("measure: systems,", "measure: happiness,")
    result = run("validate", write_workspace(tmp_path, text))
    assert result.code == 1
    assert "stdsys.yaml:18:43: error Y103" in result.out


def test_findings_are_waived_at_the_target(tmp_path: Path) -> None:
    text = REGION.replace(
        "lead: office, source: 示例方案二", "waive: [{rule: T001, reason: 示例顺延}]"
    )
    folder = write_workspace(tmp_path, text)
    codes = [
        one["code"]
        for one in json.loads(run("validate", folder, "--format", "json").out)["diagnostics"]
    ]
    assert "T001" not in codes
    assert "W002" not in codes
    assert codes.count("T004") == 2

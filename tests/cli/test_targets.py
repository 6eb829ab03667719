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
  - {id: other, name: 示例配合局}
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
     unit: 项, strength: 不少于, due: 2025-12, lead: office, support: other,
     source: 示例方案二}
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
    assert "编制目录 ≥ 1 1 striven for or expected — no evidence" in rows
    assert "  cannot be told: DB42/T 99002-2022" in result.out
    assert "  lead unit: 示例主管局" in result.out
    assert "  supporting units: 示例配合局" in result.out
    assert "the file 佐证/目录.pdf named as evidence is not there" in result.out
    assert result.out.endswith(
        "5 targets: 1 reached, 1 not reached, 1 not due yet, 1 not proven, 1 without evidence\n"
    )


def test_what_is_counted_is_called_by_its_name(tmp_path: Path) -> None:
    text = """
    workspace: {format: 1, name: sample, as_of: 2026-06-01}
    stages: [{id: growing, name: 种植}, {id: making, name: 加工}]
    coverage: {require: [{id: chain, name: 各环节都有标准, each: stage}]}
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
    for named in ("示例合作社", "示例体系 / 种植 (各环节都有标准)", "示例拟制定标准", "示例体系"):
        assert f"  counted: {named}\n" in out


def test_only_targets_of_the_strength_asked_for(folder: Path) -> None:
    result = run("targets", folder, "--strength", "firm")
    assert "建立1个体系" in result.out
    assert "制定6项地方标准" not in result.out


PROVEN = """
workspace: {format: 1, name: sample, as_of: 2026-06-01}
standards:
  - {number: T/SLXH 002-2022, title: 示例二, status: 现行}
  - {number: T/SLXH 003-2022, title: 示例三, status: 现行}
  - {number: T/SLXH 004-2022, title: 示例四, status: 现行}
  - {number: T/SLXH 005-2022, title: 示例五, status: 现行}
  - {number: T/SLXH 006-2022, title: 示例六, status: 现行}
series:
  - {id: tea, name: 示例茶产值, values: [{at: 2020, value: 100, source: 示例年报},
     {at: 2025, value: 112, source: 示例年鉴}]}
systems:
  - id: a
    name: 示例体系
    tree: [{code: "1", name: 示例}]
    entries:
      - {standard: T/SLXH 002-2022, at: "1"}
      - {standard: T/SLXH 003-2022, at: "1"}
      - {standard: T/SLXH 004-2022, at: "1"}
      - {standard: T/SLXH 005-2022, at: "1"}
      - {standard: T/SLXH 006-2022, at: "1"}
targets:
  - {id: group, measure: {of: standards, levels: group}, value: 5, strength: 确保}
  - {id: dead, measure: {of: standards, status: 废止}, value: <= 0, strength: 确保}
  - {id: growth, title: 增长10%, measure: {of: growth, series: tea}, value: 10%, strength: 预期}
  - {id: brands, measure: entered, value: 6, actual: 6, strength: 确保,
     evidence: https://example.org/sample}
"""


def test_what_is_reached_says_what_proves_it(tmp_path: Path) -> None:
    out = run("targets", write_workspace(tmp_path, PROVEN)).out
    named = "T/SLXH 002-2022, T/SLXH 003-2022, T/SLXH 004-2022 and 2 more"
    assert f"  proven by 5 counted: {named}\n" in out
    assert f"  none among the 5 looked through: {named}\n" in out
    assert "  12.0% altogether 2020→2025: ≥ 10% is reached\n" in out
    assert "  proven by 示例年报, 示例年鉴\n" in out
    assert "  proven by https://example.org/sample\n" in out
    assert out.endswith(
        "4 targets: 4 reached, 0 not reached, 0 not due yet, 0 not proven, 0 without evidence\n"
    )


def test_a_growth_names_its_periods_in_json_and_tables(tmp_path: Path) -> None:
    text = """
    workspace: {format: 1, name: sample, as_of: 2026-06-01}
    series:
      - {id: tea, name: 示例茶产值, values: [{at: 2022, value: 1000, source: 示例年报},
         {at: 2025, value: 1520.875, source: 示例年鉴}]}
    targets:
      - {id: growth, title: 年均增长15%, measure: {of: growth, series: tea, annual: true},
         value: 15%, strength: 预期}
    """
    folder = write_workspace(tmp_path, text)
    (target,) = json.loads(run("targets", folder, "--format", "json").out)["targets"]
    assert (target["actual"], target["met"]) == (0.15, True)
    assert target["filters"] == {"series": ["tea"], "annual": True}
    assert target["spans"] == [{"series": "tea", "since": "2022", "until": "2025", "annual": True}]
    (row,) = csv.DictReader(io.StringIO(run("targets", folder, "--format", "csv").out))
    assert row["Measure"] == "growth a year"
    assert row["Explanation"] == "15.0% a year 2022→2025: ≥ 15% is reached"


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
    rows = list(book.worksheets[2].iter_rows(values_only=True))
    assert {"DB42/T 99001-2022", "cannot be told", "counted, unverified"} <= {
        str(cell) for row in rows for cell in row
    }


def test_the_sheet_of_evidence_groups_by_target_and_counts_its_own_rows(
    folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "out.xlsx"
    run("targets", folder, "--format", "xlsx", "--output", file)
    rows = list(openpyxl.load_workbook(file).worksheets[2].iter_rows(values_only=True))
    assert "1 of them presumed or unverified" in str(rows[1][0])
    header = next(place for place, row in enumerate(rows) if "What is counted or named" in row)
    named = [row[1:4] for row in rows[header + 1 :]]
    assert named[1:3] == [
        ("制定6项地方标准", "DB42/T 99001-2022", "counted"),
        (None, "DB42/T 99002-2022", "cannot be told"),
    ]


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
    assert "stdsys.yaml:19:43: error Y103" in result.out


def test_findings_are_waived_at_the_target(tmp_path: Path) -> None:
    text = REGION.replace("source: 示例方案二", "waive: [{rule: T001, reason: 示例顺延}]")
    folder = write_workspace(tmp_path, text)
    codes = [
        one["code"]
        for one in json.loads(run("validate", folder, "--format", "json").out)["diagnostics"]
    ]
    assert "T001" not in codes
    assert "W002" not in codes
    assert codes.count("T004") == 2

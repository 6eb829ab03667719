"""`stdsys quality`, run as users run it."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.running import run, write_workspace
from tests.output.sample_region import REGION


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "sample", REGION)


def test_text_says_what_was_asked_found_and_where(folder: Path) -> None:
    result = run("quality", folder)
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    start = lines.index("Clear objective: does not conform")
    assert lines[start + 1].startswith("  asked: ")
    assert lines[start + 2] == ("  found: systems 2, with an objective 0; targets 0, measurable 0")
    assert lines[start + 3].startswith("  - stdsys.yaml:")
    assert lines[start + 3].endswith(" 示例果体系: no objective is stated")


def test_only_five_places_are_shown_and_the_rest_counted(tmp_path: Path) -> None:
    silent = "".join(f"  - {{id: s{n}, name: 示例{n}}}\n" for n in range(7))
    many = write_workspace(tmp_path, f"workspace: {{format: 1, name: many}}\nsystems:\n{silent}")
    assert "  - and 2 more: --format json lists all" in run("quality", many).out
    places = json.loads(run("quality", many, "--format", "json").out)["principles"][0]["places"]
    assert [place["subject"] for place in places] == [f"s{n}" for n in range(7)]


def test_json(folder: Path) -> None:
    read = json.loads(run("quality", folder, "--format", "json").out)
    assert read["as_of"] == "2026-06-01"
    assert [(one["id"], one["state"]) for one in read["principles"]] == [
        ("objective", "fails"),
        ("complete", "partly"),
        ("layers", "conforms"),
        ("division", "conforms"),
    ]
    complete = read["principles"][1]
    assert (
        complete["figures"]["required"]
        == complete["figures"]["open"]
        + complete["figures"]["covered"]
        + complete["figures"]["on_the_way"]
    )
    first = complete["places"][0]
    assert set(first) == {"subject", "message", "code", "file", "line", "column"}
    assert first["file"] == "stdsys.yaml"
    mix = read["level_mix"]
    assert set(mix["systems"]) == {"fruit", "nuts"}
    assert mix["region"]["existing"]["national"] == 2
    assert mix["region"]["shares"]["national"] == 1.0
    assert mix["systems"]["nuts"]["state"] == "undecided"
    assert mix["systems"]["nuts"]["shares"]["group"] is None


def test_the_text_says_what_each_judgement_of_the_region_compares(folder: Path) -> None:
    said = "whole region, national standards lead: conforms (national 2; asked is 1 at least)"
    assert said in run("quality", folder).out.splitlines()
    mix = json.loads(run("quality", folder, "--format", "json").out)["level_mix"]
    assert mix["region"]["figures"]["national-leads"] == {"national": 2, "national_in_bases": 0}


def test_csv_has_a_row_a_principle(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("quality", folder, "--format", "csv").out)))
    assert [(row["Principle"], row["Result"]) for row in rows] == [
        ("Clear objective", "does not conform"),
        ("Completeness", "conforms in part"),
        ("Appropriate layers", "conforms"),
        ("Clear division", "conforms"),
    ]


def test_xlsx_has_principles_and_mix_of_levels(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "quality.xlsx"
    result = run("quality", folder, "--format", "xlsx", "--output", file)
    assert (result.code, result.out, result.err) == (0, "", "")
    book = load_workbook(file)
    assert book.sheetnames == ["Structure quality", "Mix of levels"]
    words = {cell.value for row in book.worksheets[0].iter_rows() for cell in row}
    assert {"Clear objective", "does not conform"} <= words


def test_xlsx_needs_a_file(folder: Path) -> None:
    result = run("quality", folder, "--format", "xlsx")
    assert (result.code, result.out) == (2, "")
    assert result.err == "stdsys: --format xlsx needs a file: --output FILE.xlsx\n"


def test_coverage_and_quality_agree(folder: Path) -> None:
    summary = json.loads(run("coverage", folder, "--format", "json").out)["summary"]
    read = json.loads(run("quality", folder, "--format", "json").out)
    figures = read["principles"][1]["figures"]
    assert figures["required"] == summary["required"]
    assert figures["covered"] == summary["covered"]
    assert figures["open"] == summary["gap"] + summary["obsolete-only"]
    assert figures["exempt"] == summary["exempt"]


def test_an_empty_workspace_cannot_be_judged(tmp_path: Path) -> None:
    empty = write_workspace(tmp_path, "workspace: {format: 1, name: empty}\n")
    read = json.loads(run("quality", empty, "--format", "json").out)
    assert {one["state"] for one in read["principles"]} == {"undecided"}
    assert run("quality", empty).out.count("cannot be judged") >= 4


def test_unreadable_parts_end_with_1(tmp_path: Path) -> None:
    broken = write_workspace(tmp_path, REGION, extra="systems: [unclosed\n")
    assert run("quality", broken).code == 1
    file = tmp_path / "none.xlsx"
    assert run("quality", broken, "--format", "xlsx", "--output", file).code == 1
    assert not file.exists()

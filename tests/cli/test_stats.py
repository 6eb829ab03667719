"""`stdsys stats`, run as users run it."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.running import run, write_workspace
from tests.output.sample_region import REGION


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "sample", REGION)


def test_text(folder: Path) -> None:
    result = run("stats", folder)
    assert (result.code, result.err) == (0, "")
    assert "required: 5, existing: 2, existing ÷ required (%): 40.0" in result.out
    assert "By stage" in result.out


def test_chinese(folder: Path) -> None:
    result = run("stats", folder, lang="zh")
    assert result.code == 0
    assert "应有数 5，现有数 2，现有数÷应有数（%）40.0" in result.out


def test_json(folder: Path) -> None:
    read = json.loads(run("stats", folder, "--format", "json").out)
    keys = {"standards", "total", "by_level", "by_system", "by_category", "by_status"}
    assert read.keys() >= keys | {"by_stage", "by_aspect", "tables"}
    assert set(read["tables"]) == {"s1", "s2"}
    assert read["total"] == {"standards": 5, "required": 5, "existing": 2, "ratio": 0.4}


@pytest.mark.parametrize(
    ("by", "row"),
    [
        ("level", ["national standard", "3", "2", "66.7"]),
        ("status", ["in force", "2"]),
        ("stage", ["种植", "1", "1", "100.0"]),
        ("aspect", ["质量", "2", "1", "50.0"]),
        ("kind", ["技术标准", "0", "0", "—"]),
        ("subsystem", ["示例共用", "1 通用", "1", "1", "100.0"]),
    ],
)
def test_one_breakdown_as_text_and_as_csv(folder: Path, by: str, row: list[str]) -> None:
    text = run("stats", folder, "--by", by).out
    assert [line.split() for line in text.splitlines() if " ".join(row).split() == line.split()]
    table = list(csv.reader(io.StringIO(run("stats", folder, "--by", by, "--format", "csv").out)))
    assert row in table


def test_csv_is_layout_s1(folder: Path) -> None:
    rows = list(csv.reader(io.StringIO(run("stats", folder, "--format", "csv").out)))
    assert rows[1][-3:] == ["3", "2", "66.7"]
    assert [row[-3:] for row in rows if "Total" in row] == [["5", "2", "40.0"]] * 2


def test_json_holds_everything_whatever_is_asked_for(folder: Path) -> None:
    asked = run("stats", folder, "--by", "level", "--format", "json").out
    assert asked == run("stats", folder, "--format", "json").out


def test_an_unknown_breakdown_is_wrong_use(folder: Path) -> None:
    result = run("stats", folder, "--by", "colour")
    assert (result.code, result.out) == (2, "")


def test_unreadable_parts_end_with_1(tmp_path: Path) -> None:
    broken = write_workspace(tmp_path, REGION, extra="systems: [unclosed\n")
    result = run("stats", broken)
    assert result.code == 1
    assert "parts of the workspace could not be read" in result.err
    assert "required: 5" in result.out


def test_to_a_file(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "out" / "stats.txt"
    assert run("stats", folder, "--output", file).out == ""
    assert file.read_bytes() == run("stats", folder).bytes

"""`stdsys coverage`, run as users run it."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.cli.running import run, write_workspace
from tests.output.sample_region import REGION, STATES

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "sample", REGION)


def test_text(folder: Path) -> None:
    result = run("coverage", folder)
    assert (result.code, result.err) == (0, "")
    assert "示例坚果体系  gap 0/1      covered soon 0/1   gap 0/1           gap 0/1" in result.out


def test_chinese(folder: Path) -> None:
    result = run("coverage", folder, lang="zh")
    assert result.code == 0
    assert "已覆盖 1/1" in result.out
    assert "统计截止日期" in result.out


def test_json_and_text_agree(folder: Path) -> None:
    read = json.loads(run("coverage", folder, "--format", "json").out)
    states = {(c["system"], c["stage"]): c["state"] for c in read["cells"] if c["stage"]}
    assert states == STATES
    total = next(
        line for line in run("coverage", folder).out.splitlines() if line.startswith("Total")
    )
    summary = read["summary"]
    assert total.split()[1:3] == [str(summary["required"]), str(summary["covered"])]
    assert total.split()[-1] == f"{summary['ratio'] * 100:.1f}%"


def test_csv_has_a_line_a_cell(folder: Path, tmp_path: Path) -> None:
    result = run("coverage", folder, "--format", "csv")
    rows = list(csv.reader(io.StringIO(result.out)))
    read = json.loads(run("coverage", folder, "--format", "json").out)
    assert len(rows) - 1 == len(read["cells"])
    assert all(len(row) == len(rows[0]) for row in rows)
    file = tmp_path / "cells.csv"
    assert run("coverage", folder, "--format", "csv", "-o", file).out == ""
    assert file.read_bytes() == b"\xef\xbb\xbf" + result.bytes


@pytest.mark.parametrize(
    ("options", "heading"),
    [
        (("--columns", "aspect"), "System by aspect: 各方面都有标准"),
        (("--columns", "aspects"), "System by aspect: 各方面都有标准"),
        (("--rows", "stages"), "stage by System: 各环节都有标准"),
        (("--rows", "aspect", "--columns", "systems"), "aspect by System: 各方面都有标准"),
        (("--columns", "system"), "stage by System: 各环节都有标准"),
        (("--rows", "channel"), "渠道 by stage: "),
    ],
)
def test_the_axes_of_the_matrix(folder: Path, options: tuple[str, ...], heading: str) -> None:
    lines = run("coverage", folder, *options).out.splitlines()
    assert [line for line in lines if " by " in line] == [heading.rstrip()]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--rows", "stagee"), "there is no axis stagee; did you mean stage?"),
        (("--columns", "大小"), "known here: system, stage, aspect, kind, channel"),
        (("--rows", "stage", "--columns", "stages"), "rows and columns are both stage"),
        (("--fail-under", "101"), "--fail-under: expected a percentage from 0 to 100"),
        (("--fail-under", "nan"), "--fail-under: expected a percentage from 0 to 100"),
        (("--as-of", "2026-13-01"), "--as-of: expected a day"),
    ],
)
def test_wrong_use(folder: Path, options: tuple[str, ...], message: str) -> None:
    result = run("coverage", folder, *options)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("percent", "code"), [("0", 0), ("27.2", 0), ("27.3", 1), ("80", 1), ("100", 1)]
)
def test_fail_under(folder: Path, percent: str, code: int) -> None:
    result = run("coverage", folder, "--fail-under", percent)
    assert result.code == code
    assert "Share covered" in result.out
    said = f"3 of 11 cells are covered: less than {percent} %" in result.err
    assert said is bool(code)


def test_nothing_required_is_never_enough(tmp_path: Path) -> None:
    bare = write_workspace(tmp_path, "workspace: {format: 1, name: bare}")
    assert run("coverage", bare).code == 0
    assert run("coverage", bare, "--fail-under", "0", "--quiet").code == 1


def test_the_day_decides(folder: Path) -> None:
    later = json.loads(run("coverage", folder, "--format", "json", "--as-of", "2027-01-01").out)
    states = {(c["system"], c["stage"]): c["state"] for c in later["cells"]}
    assert (later["as_of"], states["nuts", "make"]) == ("2027-01-01", "covered")


def test_half_a_workspace_does_not_pass_for_all_of_it(tmp_path: Path) -> None:
    broken = write_workspace(tmp_path, REGION, extra="systems: [unclosed\n")
    result = run("coverage", broken, "--fail-under", "10", "--quiet")
    assert result.code == 1
    assert "示例果体系" in result.out
    assert "parts of the workspace could not be read" in result.err


def test_colour_on_a_terminal_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    plain = run("coverage", folder).out
    coloured = run("coverage", folder, terminal=True).out
    assert "\x1b" not in plain
    assert COLOUR.search(coloured)
    stripped = [COLOUR.sub("", line).rstrip() for line in coloured.splitlines()]
    assert stripped == plain.splitlines()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("coverage", folder, terminal=True).out


def test_a_folder_for_a_file_is_refused(folder: Path, tmp_path: Path) -> None:
    result = run("coverage", folder, "--output", tmp_path)
    assert result.code == 2
    assert "Traceback" not in result.err

"""`stdsys coverage --over`, run as users run it."""

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


def days(folder: Path, *options: str) -> list[str]:
    read = json.loads(run("coverage", folder, "--format", "json", *options).out)
    return [point["date"] for point in read["points"]]


def test_text(folder: Path) -> None:
    result = run("coverage", folder, "--over", "2020-10..2021-06")
    assert (result.code, result.err) == (0, "")
    assert "from 2020-10-31 to 2021-06-30, 9 points" in result.out
    assert "▂▂▂▃▃▃▃▃▃" in result.out


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--over", "2021-01..2021-03"), ["2021-01-31", "2021-02-28", "2021-03-31"]),
        (("--over", "2021-02-10..2021-03-05"), ["2021-02-28", "2021-03-05"]),
        (("--over", "2021", "--by", "quarter"), ["2021-03-31", "2021-06-30", "2021-09-30"]),
        (("--over", "2026-05.."), ["2026-05-31", "2026-06-01"]),
        (("--over", "2021-02至2021-03"), ["2021-02-28", "2021-03-31"]),
        (("--over", "2022-02-03"), ["2022-02-03"]),
    ],
)
def test_the_days_of_a_period(folder: Path, options: tuple[str, ...], expected: list[str]) -> None:
    assert days(folder, *options)[:3] == expected


def test_the_last_point_is_the_coverage_of_that_day(folder: Path) -> None:
    over = json.loads(run("coverage", folder, "--over", "2026-01..", "--format", "json").out)
    alone = json.loads(run("coverage", folder, "--format", "json").out)
    last = over["points"][-1]
    assert last["date"] == alone["as_of"]
    assert {key: last[key] for key in alone["summary"]} == alone["summary"]
    assert last["systems"] == {key: part["ratio"] for key, part in alone["by_system"].items()}


def test_csv_has_a_line_a_point_and_agrees_with_json(folder: Path, tmp_path: Path) -> None:
    options = ("--over", "2020-12..2024-12", "--by", "quarter")
    result = run("coverage", folder, *options, "--format", "csv")
    header, *rows = csv.reader(io.StringIO(result.out))
    points = json.loads(run("coverage", folder, *options, "--format", "json").out)["points"]
    assert len(rows) == len(points) == 17
    for row, point in zip(rows, points, strict=True):
        cells = dict(zip(header, row, strict=True))
        assert cells["Day"] == point["date"]
        assert cells["covered"] == str(point["covered"])
        assert cells["Share covered (%)"] == f"{point['ratio'] * 100:.1f}"
        assert cells["示例果体系: share covered (%)"] == f"{point['systems']['fruit'] * 100:.1f}"
        assert cells["Existing number"] == str(point["existing"])
        assert cells["Known by dates (%)"] == f"{point['dated_share'] * 100:.1f}"
    file = tmp_path / "trend.csv"
    assert run("coverage", folder, *options, "--format", "csv", "-o", file).out == ""
    assert file.read_bytes() == b"\xef\xbb\xbf" + result.bytes


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--over", "soon"), "--over: expected a period such as 2022-06..2023-07"),
        (("--over", "2026-11..2022-06"), "whose end is not before its start"),
        (("--over", "2022-13..2023"), "--over: expected a period"),
        (("--over", ".."), "--over: expected a period"),
        (("--over", "..2023"), "--over: say when the period begins"),
        (("--over", "2030.."), "--over: the period begins after 2026-06-01"),
        (("--over", "1900..2026"), "--over: 1524 points are too many, at most 1200"),
        (("--over", "2022", "--by", "week"), "known are month, quarter"),
        (("--over", "2022", "--as-of", "2023-01-01"), "--over and --as-of do not go together"),
        (("--over", "2022", "--rows", "stage"), "--over and --rows do not go together"),
        (("--over", "2022", "--columns", "stage"), "--over and --columns do not go together"),
        (("--over", "2022", "--fail-under", "5"), "--over and --fail-under do not go together"),
        (("--by", "month"), "--by goes with --over only"),
    ],
)
def test_wrong_use(folder: Path, options: tuple[str, ...], message: str) -> None:
    result = run("coverage", folder, *options)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert len(result.err.splitlines()) == 1


def test_half_a_workspace_does_not_pass_for_all_of_it(tmp_path: Path) -> None:
    broken = write_workspace(tmp_path, REGION, extra="systems: [unclosed\n")
    result = run("coverage", broken, "--over", "2021-01..2021-02")
    assert result.code == 1
    assert "from 2021-01-31 to 2021-02-28, 2 points" in result.out
    assert "parts of the workspace could not be read" in result.err


def test_colour_on_a_terminal_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b" not in run("coverage", folder, "--over", "2021").out
    assert "\x1b[1m" in run("coverage", folder, "--over", "2021", terminal=True).out

"""`stdsys order`, run as users run it."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.running import run, write_workspace
from tests.output.planned_region import PLANNED


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "sample", PLANNED)


def test_text(folder: Path) -> None:
    result = run("order", folder)
    assert (result.code, result.err) == (0, "")
    assert result.out.index("1. 示例检验方法") < result.out.index("3. 示例种植规范")
    assert "Critical path" in result.out
    assert "Proposed levels for gaps: 3 cells" in result.out


def test_text_json_csv_and_xlsx_agree_on_the_order(folder: Path, tmp_path: Path) -> None:
    read = json.loads(run("order", folder, "--format", "json").out)
    titles = [item["title"] for item in read["order"]]
    rows = list(csv.reader(io.StringIO(run("order", folder, "--format", "csv").out)))
    assert [row[1] for row in rows[1:]] == titles
    file = tmp_path / "order.xlsx"
    written = run("order", folder, "--format", "xlsx", "--output", file)
    assert (written.code, written.out, written.err) == (0, "", "")
    book = load_workbook(file)
    assert len(book.sheetnames) == 3
    shown = [cell.value for cell in next(book.worksheets[0].iter_cols(2, 2))]
    assert [value for value in shown if value in titles] == titles


def test_the_day_decides(folder: Path) -> None:
    later = json.loads(run("order", folder, "--format", "json", "--as-of", "2027-03-01").out)
    finish = {item["id"]: item["earliest_finish"] for item in later["order"]}
    assert finish["terms"] == "2027-09-01"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--format", "xlsx"), "--format xlsx needs a file: --output FILE.xlsx"),
        (("--format", "pdf"), "known are text, json, csv, xlsx"),
        (("--as-of", "soon"), "--as-of: expected a day"),
    ],
)
def test_wrong_use(folder: Path, options: tuple[str, ...], message: str) -> None:
    result = run("order", folder, *options)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert len(result.err.splitlines()) == 1


def test_half_a_workspace_does_not_pass_for_all_of_it(tmp_path: Path) -> None:
    broken = write_workspace(tmp_path, PLANNED, extra="systems: [unclosed\n")
    result = run("order", broken)
    assert result.code == 1
    assert "parts of the workspace could not be read" in result.err


def test_no_workbook_is_written_of_half_a_workspace(tmp_path: Path) -> None:
    broken = write_workspace(tmp_path, PLANNED, extra="systems: [unclosed\n")
    file = tmp_path / "order.xlsx"
    result = run("order", broken, "--format", "xlsx", "--output", file)
    assert result.code == 1
    assert "nothing was written: mend the Y errors first" in result.err
    assert not file.exists()


def test_an_empty_workspace(tmp_path: Path) -> None:
    bare = write_workspace(tmp_path, "workspace: {format: 1, name: bare}")
    result = run("order", bare)
    assert result.code == 0
    assert "No standard is planned" in result.out
    assert json.loads(run("order", bare, "--format", "json").out)["order"] == []

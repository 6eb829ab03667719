"""`stdsys reviews`, run as users run it."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.running import run, write_workspace
from tests.output.reviewed_region import REGION


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "sample", REGION)


def read(folder: Path, *more: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run("reviews", folder, "--format", "json", *more).out)
    return answer


def test_text(folder: Path) -> None:
    result = run("reviews", folder)
    assert (result.code, result.err) == (0, "")
    assert "3 standards: 1 reviewed, 1 with incomplete scores, 1 not reviewed" in result.out
    assert "Revision by four principles" in result.out
    assert "listed are the region's group and enterprise standards" in result.out
    assert "Earlier reviews" in result.out.splitlines()


def test_json_has_a_line_a_standard_and_kind(folder: Path) -> None:
    found = read(folder)
    assert (found["as_of"], found["later"]) == ("2026-11-22", 0)
    lines = found["reviews"]
    assert [(line["standard"], line["kind"], line["extent"]) for line in lines] == [
        ("T/SLXH 001-2022", "comparison", "full"),
        ("fruit-sales", "comparison", "partial"),
        ("Q/SLGS 001-2023", "comparison", "none"),
        ("DB42/T 99001-2024", "revision", "full"),
    ]
    first, planned, unreviewed, _revision = lines
    assert first["scores"]["advanced"] == 0.8225
    assert (first["date"], first["conclusion"], first["others"]) == ("2026-03-01", "confirm", 1)
    assert first["earlier"][0]["date"] == "2024-06"
    assert (planned["scores"]["advanced"], planned["scores"]["lawful"]) == (0.8, None)
    assert (unreviewed["mean"], unreviewed["date"], unreviewed["reviewers"]) == (None, None, [])
    assert set(unreviewed["scores"].values()) == {None}


def test_json_holds_the_checks_beside_the_scores(folder: Path) -> None:
    lines = read(folder)["reviews"]
    assert set(lines[0]["machine"]) == set(lines[0]["scores"])
    assert lines[0]["machine"]["advanced"]["state"] == "not-checked"
    assert lines[0]["machine"]["well-formed"] == {
        "state": "passed",
        "codes": [],
        "count": 0,
        "waived": [],
        "unverified": False,
    }
    assert lines[2]["machine"]["well-formed"]["codes"] == ["title-brackets"]
    assert set(lines[3]["machine"]) == {"advanced", "scientific", "applicable", "lawful"}


def test_one_kind_alone(folder: Path) -> None:
    assert {line["kind"] for line in read(folder, "--kind", "revision")["reviews"]} == {"revision"}
    text = run("reviews", folder, "--kind", "revision").out
    assert "Comparison" not in text
    assert "Earlier reviews" not in text.splitlines()


def test_csv_is_one_table_of_all_columns(folder: Path) -> None:
    rows = list(csv.reader(io.StringIO(run("reviews", folder, "--format", "csv").out)))
    assert [row[1] for row in rows[1:]] == ["T/SLXH 001-2022", "", "Q/SLGS 001-2023"]
    assert rows[1][-1] == "'=1+1"  # never a formula
    asked = run("reviews", folder, "--format", "csv", "--kind", "revision").out
    assert len(list(csv.reader(io.StringIO(asked)))) == 2


def test_xlsx_is_a_workbook_with_the_right_figures(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "reviews.xlsx"
    result = run("reviews", folder, "--format", "xlsx", "--output", file)
    assert (result.code, result.out, result.err) == (0, "", "")
    book = load_workbook(file, data_only=True)
    assert len(book.sheetnames) == 5
    cells = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert {82.3, 88.5, "T/SLXH 001-2022"} <= set(cells)
    first = file.read_bytes()
    run("reviews", folder, "--format", "xlsx", "--output", file)
    assert file.read_bytes() == first


def test_xlsx_needs_a_file(folder: Path) -> None:
    result = run("reviews", folder, "--format", "xlsx")
    assert (result.code, result.out) == (2, "")
    assert result.err == "stdsys: --format xlsx needs a file: --output FILE.xlsx\n"


def test_no_review_at_all_and_no_standard_at_all(tmp_path: Path) -> None:
    bare = write_workspace(tmp_path / "a", REGION[: REGION.index("    reviews:")])
    found = read(bare)
    assert found["summary"]["comparison"] == {"standards": 3, "full": 0, "partial": 0, "none": 3}
    empty = write_workspace(tmp_path / "b", "workspace: {format: 1, name: empty}\n")
    assert read(empty)["reviews"] == []
    assert "nothing to list" in run("reviews", empty).out


def test_reviews_of_unknown_standards_are_named(tmp_path: Path) -> None:
    more = "reviews: [{standard: T/SLXH 777-2020, date: 2024}]\n"
    folder = write_workspace(tmp_path, REGION, more=more)
    assert read(folder)["unknown"] == ["T/SLXH 777-2020"]
    said = "reviews of 1 standards that are not in the workspace are left out: T/SLXH 777-2020"
    assert run("reviews", folder).out.splitlines().count(said) == 1


def test_what_is_left_out_is_said_even_where_nothing_is_listed(tmp_path: Path) -> None:
    text = """
    workspace: {format: 1, name: sample, as_of: 2026-06-01}
    standards: [{number: T/SLXH 001-2022, title: 示例果}]
    reviews:
      - {standard: T/SLXH 001-2022, date: 2027}
      - {standard: T/SLXH 777-2020, date: 2024}
    """
    folder = write_workspace(tmp_path, text)
    out = run("reviews", folder).out
    assert "1 reviews dated after the day are left out, of: T/SLXH 001-2022\n" in out
    assert "not in the workspace are left out: T/SLXH 777-2020\n" in out
    assert read(folder)["later_standards"] == ["T/SLXH 001-2022"]


def test_json_says_what_contradicts_a_review_and_what_stands_in_no_system(tmp_path: Path) -> None:
    text = """
    workspace: {format: 1, name: sample, as_of: 2026-06-01}
    organisations: [{id: county, name: 示例县政府, kind: government, region: "990121"}]
    standards: [{number: DB42/T 99001-2024, title: 示例果, issuer: county, status: 现行}]
    reviews:
      - {standard: DB42/T 99001-2024, date: 2025, scores: {合法性: 90}, conclusion: 继续有效}
    """
    (line,) = read(write_workspace(tmp_path, text))["reviews"]
    assert (line["disagrees"], line["disagrees_with"]) == (["H001"], ["lawful", "conclusion"])
    assert line["in_system"] is False


def test_the_answer_is_for_a_day(folder: Path) -> None:
    found = read(folder, "--as-of", "2024-12-31")
    assert found["later"] == 2
    assert found["reviews"][0]["date"] == "2024-06"


def test_unreadable_parts_end_with_1_and_write_no_workbook(tmp_path: Path) -> None:
    broken = write_workspace(tmp_path / "broken", REGION, extra="reviews: [unclosed\n")
    result = run("reviews", broken)
    assert result.code == 1
    assert "parts of the workspace could not be read" in result.err
    file = tmp_path / "none.xlsx"
    assert run("reviews", broken, "--format", "xlsx", "--output", file).code == 1
    assert not file.exists()

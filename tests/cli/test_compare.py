"""`stdsys compare`, run as users run it."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.running import run, write_workspace

WORKSPACE = """\
workspace: {format: 1, name: example, title: 示例标准体系, as_of: 2026-11-22}
systems: [{id: crop, name: 示例茶标准体系, aliases: [示例茶]}]
standards:
  - number: GB 99001-2020
    title: 示例安全要求
    indicators:
      - {id: lead, name: 铅, limit: "<= 5.0", unit: mg/kg, product: 示例茶}
      - {id: cadmium, name: 镉, limit: "<= 0.3", unit: mg/kg, product: 示例茶, screening: true}
  - number: GB/T 99002-2020
    title: 示例茶
    verified: false
    indicators:
      - {id: moisture, name: 水分, limit: "<= 12.0", unit: "%", product: 示例茶, grade: 一级}
      - {id: moisture, name: 水分, limit: "<= 13.0", unit: "%", product: 示例茶, grade: 二级}
      - {id: lead, name: 铅, limit: "<= 5", unit: mg/kg, product: crop}
  - number: T/SLXH 001-2024
    title: 示例茶
    indicators:
      - {id: moisture, name: 水分, limit: "<= 11", unit: g/100 g, product: 示例茶, grade: 一级}
      - {id: lead, name: 铅, limit: "<= 6", unit: mg/kg, product: 示例茶}
      - {id: cadmium, name: 镉, limit: "<= 0.4", unit: mg/kg, product: 示例茶}
  - number: Q/SLQY 001-2024
    title: 示例油
    indicators: [{id: lead, name: 铅, limit: "<= 0.1", unit: mg/kg, product: 示例油}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "example", WORKSPACE)


def test_text(folder: Path) -> None:
    result = run("compare", folder)
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[1] == "as of 2026-11-22; 3 comparisons rest on unverified facts"
    assert lines[2] == (
        "5 comparisons, 5 of which could be judged: 1 stricter, 1 equal, 3 looser; 0 not "
        "comparable, 0 with no limit of the lower standard recorded here"
    )
    assert lines[3] == "1 of them are against screening values, which bind no product"
    head = next(line for line in lines if line.startswith("Indicator"))
    assert head.split()[1:] == ["GB", "99001-2020", "GB/T", "99002-2020", "T/SLXH", "001-2024"]
    moisture = next(line for line in lines if line.startswith("水分"))
    assert moisture.endswith("一级: ≤ 11 g/100 g (stricter)")
    assert "≤ 6 mg/kg (looser)" in result.out
    legend = (
        "stricter, looser: against the highest standard to its left that the limit differs from"
    )
    assert lines.count(legend) == 1
    assert lines[lines.index(legend) - 1].startswith("水分")
    assert (
        "looser: T/SLXH 001-2024, 铅, ≤ 6 mg/kg, against ≤ 5.0 mg/kg in GB 99001-2020: "
        "allows higher values"
    ) in lines


def test_json(folder: Path) -> None:
    read = json.loads(run("compare", folder, "--format", "json").out)
    assert read["as_of"] == "2026-11-22"
    assert (read["summary"]["looser"], read["summary"]["judged"]) == (3, 5)
    [moisture] = [one for one in read["comparisons"] if one["indicator"] == "moisture"]
    assert moisture == {
        "product": "crop",
        "indicator": "moisture",
        "name": "水分",
        "lower": "T/SLXH 001-2024",
        "upper": "GB/T 99002-2020",
        "verdict": "stricter",
        "why": None,
        "lower_limit": "<= 11",
        "lower_unit": "g/100 g",
        "lower_grade": "一级",
        "lower_method": None,
        "upper_limit": "<= 12.0",
        "upper_unit": "%",
        "upper_grade": "一级",
        "upper_method": None,
        "screening": False,
        "unverified": True,
        "mandatory": False,
    }


def test_json_is_the_same_in_both_languages(folder: Path) -> None:
    asked = ("compare", folder, "--format", "json")
    assert run(*asked, lang="zh").out == run(*asked, lang="en").out


def test_csv_has_a_line_a_comparison(folder: Path) -> None:
    rows = list(csv.reader(io.StringIO(run("compare", folder, "--format", "csv").out)))
    assert len(rows) == 1 + 5
    assert {len(row) for row in rows} == {len(rows[0])}


def test_xlsx(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "compared.xlsx"
    result = run("compare", folder, "--format", "xlsx", "--output", file)
    assert (result.code, result.out) == (0, "")
    book = load_workbook(file)
    assert book.sheetnames == ["Conclusions of the comparison", "Indicators by product"]
    assert len(list(book.worksheets[0].iter_rows(min_row=4))) == 5
    heads = [cell.value for cell in book["Indicators by product"][4]]
    assert heads[1] == "GB 99001-2020 (mandatory national standard)"


def test_a_product_by_a_name_of_its_system(folder: Path) -> None:
    read = json.loads(run("compare", folder, "--product", "示例茶", "--format", "json").out)
    assert {one["product"] for one in read["comparisons"]} == {"crop"}
    assert run("compare", folder, "--product", "crop").code == 0


def test_an_indicator_by_id_or_name(folder: Path) -> None:
    by_id = run("compare", folder, "--indicator", "moisture").out
    assert by_id == run("compare", folder, "--indicator", "水分").out
    assert "铅" not in by_id


def test_two_standards_without_common_product(folder: Path) -> None:
    numbers = ("--standard", "GB/T 99002", "--standard", "Q/SLQY 001-2024")
    read = json.loads(run("compare", folder, *numbers, "--format", "json").out)
    found = [(one["lower"], one["verdict"], one["why"]) for one in read["comparisons"]]
    assert found == [("Q/SLQY 001-2024", "not-comparable", "other product")]
    assert "other product" in run("compare", folder, *numbers).out


def test_two_standards_without_common_indicator(tmp_path: Path) -> None:
    text = (
        WORKSPACE
        + """\
  - number: Q/SLQY 002-2024
    title: 示例茶
    indicators: [{id: tin, name: 锡, limit: "<= 9", unit: mg/kg, product: 示例茶}]
"""
    )
    folder = write_workspace(tmp_path / "example", text)
    numbers = ("--standard", "GB/T 99002", "--standard", "Q/SLQY 002-2024")
    out = run("compare", folder, *numbers).out
    assert (
        "not comparable: Q/SLQY 002-2024 with GB/T 99002-2020: no common indicator\n"
        "no limit recorded here for Q/SLQY 002-2024, though there is one in GB/T 99002-2020: 铅\n"
    ) in out
    assert "other product" not in out
    read = json.loads(run("compare", folder, *numbers, "--format", "json").out)
    [none] = [one for one in read["comparisons"] if one["verdict"] == "not-comparable"]
    assert (none["product"], none["indicator"], none["name"]) == ("crop", None, None)
    assert run("compare", folder, *numbers, "--format", "csv").code == 0


@pytest.mark.parametrize(
    ("option", "word", "said"),
    [
        ("--standard", "GB 99001-2021", "did you mean GB 99001-2020?"),
        ("--standard", "GB/T 99001", "did you mean GB 99001?"),
        ("--standard", "GB/T 54321", "there is no standard GB/T 54321; see: stdsys compare"),
        ("--standard", "示例", "there is no standard 示例"),
        ("--product", "示例茗", "did you mean 示例茶?"),
        ("--indicator", "moistur", "did you mean moisture?"),
        ("--format", "pdf", "known are"),
    ],
)
def test_unknown_words_are_wrong_use(folder: Path, option: str, word: str, said: str) -> None:
    result = run("compare", folder, option, word)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert len(result.err.splitlines()) == 1


def test_xlsx_needs_a_file(folder: Path) -> None:
    result = run("compare", folder, "--format", "xlsx")
    assert (result.code, result.out) == (2, "")
    assert result.err == "stdsys: --format xlsx needs a file: --output FILE.xlsx\n"


def test_a_workspace_without_indicators(tmp_path: Path) -> None:
    empty = write_workspace(tmp_path, "workspace: {format: 1, name: empty}\n")
    result = run("compare", empty)
    assert result.code == 0
    assert "no standard states an indicator" in result.out


def test_unreadable_parts_end_with_1(tmp_path: Path) -> None:
    broken = write_workspace(tmp_path, WORKSPACE, extra="systems: [unclosed\n")
    assert run("compare", broken).code == 1
    file = tmp_path / "compared.xlsx"
    assert run("compare", broken, "--format", "xlsx", "--output", file).code == 1
    assert not file.exists()


def test_a_narrow_terminal_gets_several_blocks(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    result = run("compare", folder, "--product", "crop", terminal=True)
    assert sum(line.startswith("Indicator") for line in result.out.splitlines()) > 1

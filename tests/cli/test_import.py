"""`stdsys import`, run as users run it; the tables are invented."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.running import run, write_workspace

TABLE = """\
示例茶业标准体系明细表,,,,,,
序号,体系编号,标准号,标准名称,发布日期,标准状态,示例列
1 通用基础,,,,,,
1,101,GB/T99001—2020,示例基础规范,2020.1.1,现行,
2,102,GB/T 99002-2021,示例术语,2021年3月,现行,甲
2 种植,,,,,,
3,201,T/SLXH 001-2022,示例种植,,现行,
4,202,,示例苗木规范,,拟制定,
合计,4,,,,,
"""
SYSTEM = """\
systems:
  - id: tea
    name: 示例茶业标准体系
    tree:
      - {code: "1", name: 通用基础}   # 第一层
    entries:
      - {standard: GB/T 99001-2020, at: "1"}  # 已有
"""
RECORDS = """\
standards:
  - number: GB/T 99001-2020
    title: 示例基础规范
    status: 废止
    # 出处
    source: 示例网页
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "明细.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def known(tmp_path: Path) -> Path:
    head = "workspace: {format: 1, name: known, as_of: 2026-11-22}\n"
    folder = write_workspace(tmp_path / "known", head, tea=SYSTEM)
    (folder / "records.yaml").write_bytes(RECORDS.replace("\n", "\r\n").encode())
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_new_workspace_validates_and_lies_in_readable_files(table: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    result = run("import", table, "--out", folder, "--as-of", "2026-11-22")
    assert (result.code, result.err) == (0, "")
    assert "standards 3, planned standards 1, laws and other documents 0, systems 1" in result.out
    assert "--map 示例列=FIELD" in result.out
    assert list(contents(folder)) == [
        "standards/group.yaml",
        "standards/national.yaml",
        "stdsys.yaml",
        "systems/system-1.yaml",
    ]
    national = (folder / "standards" / "national.yaml").read_text(encoding="utf-8")
    assert "- number: GB/T 99001-2020  # in the workbook: GB/T99001—2020\n" in national
    assert "    issued: 2020-01-01\n" in national
    assert "    source: 明细.csv, row 4\n" in national.replace(", sheet 明细", "")
    tree = (folder / "systems" / "system-1.yaml").read_text(encoding="utf-8")
    assert '      # 2 种植\n      - {standard: T/SLXH 001-2022, at: "2", code: "201"}\n' in tree
    checked = run("validate", folder, "--format", "json")
    assert [d for d in json.loads(checked.out)["diagnostics"] if d["code"][0] == "Y"] == []


def test_the_same_file_makes_the_same_bytes(table: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("import", table, "--out", tmp_path / name, "--name", "same")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_json_accounts_for_every_row(table: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    out = tmp_path / "new"
    result = run("import", table, "--out", out, "--format", "json", "--report", report)
    told: dict[str, Any] = json.loads(result.out)
    assert json.loads(report.read_text(encoding="utf-8")) == told
    assert told["rows_read"] == sum(told["rows"].values()) == len(TABLE.splitlines())
    assert set(told["rows"]) == {
        *("imported", "heading", "header", "total", "note", "blank", "not_understood")
    }
    assert (told["standards"], told["planned"], told["documents"]) == (3, 1, 0)
    columns = told["tables"][0]["columns"]
    assert (columns["标准号"], columns["示例列"]) == ("number", None)
    assert told["tables"][0]["header_row"] == 2
    assert told["written"] is True
    assert told["validate"]["error"] == 0


def test_a_dry_run_shows_columns_and_rows_and_writes_nothing(table: Path, tmp_path: Path) -> None:
    result = run("import", table, "--dry-run", "--out", tmp_path / "new", "--map", "示例列=remarks")
    assert result.code == 0
    assert ["标准号", "number", "(standard", "number)"] in [
        line.split() for line in result.out.splitlines()
    ]
    assert ["示例列", "remarks", "(remarks", "column)"] in [
        line.split() for line in result.out.splitlines()
    ]
    assert "GB/T 99001-2020 示例基础规范; date of issue: 2020-01-01" in result.out
    assert "planned 示例苗木规范" in result.out
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "where to?"),
        (["--out", "a", "--into", "b"], "give one"),
        (["--dry-run", "--map", "标准号"], "HEADER=FIELD"),
        (["--dry-run", "--map", "标准号=nummer"], "there is no field"),
        (["--dry-run", "--map", "无此列=number"], "no table has a column"),
        (["--into", "nowhere"], "does not exist"),
        (["--out", "new", "--as-of", "soon"], "--as-of"),
    ],
)
def test_wrong_use_is_one_sentence(
    words: list[str], said: str, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("import", table, *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == [table.name]


def test_a_folder_that_holds_something_is_not_written_to(table: Path, known: Path) -> None:
    before = contents(known)
    assert run("import", table, "--out", known).code == 2
    assert contents(known) == before


def test_a_table_of_something_else_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("甲,乙\n1,2\n", encoding="utf-8")
    result = run("import", other, "--out", tmp_path / "new")
    assert result.code == 2
    assert "--map HEADER=FIELD" in result.err
    assert not (tmp_path / "new").exists()


def test_merging_shows_first_and_writes_only_when_told(table: Path, known: Path) -> None:
    before = contents(known)
    result = run("import", table, "--into", known)
    assert contents(known) == before
    assert result.code == 1  # a conflict is left for a person
    assert "records.yaml:2:5: GB/T 99001-2020: date of issue: 2020-01-01" in result.out
    assert "GB/T 99001-2020: status of the standard: workspace 废止, workbook 现行" in result.out
    assert "tea/2 T/SLXH 001-2022" in result.out
    assert "--yes" in result.out.splitlines()[-1]


def test_merging_adds_in_place_and_keeps_every_other_byte(table: Path, known: Path) -> None:
    assert run("import", table, "--into", known, "--yes").code == 1
    after = contents(known)
    assert after["records.yaml"].decode() == RECORDS.replace(
        "    # 出处", "    issued: 2020-01-01\n    # 出处"
    ).replace("\n", "\r\n")
    assert (
        after["tea.yaml"]
        .decode()
        .startswith(
            """\
systems:
  - id: tea
    name: 示例茶业标准体系
    tree:
      - {code: "1", name: 通用基础}   # 第一层
      - {code: "2", name: 种植}
    entries:
      - {standard: GB/T 99001-2020, at: "1", code: "101"}  # 已有
      - {standard: GB/T 99002-2021, at: "1", code: "102\""""
        )
    )
    assert "number: T/SLXH 001-2022" in after["imported/明细.yaml"].decode()
    assert '"Y' not in run("validate", known, "--format", "json").out
    again = run("import", table, "--into", known, "--yes")
    assert "nothing to write but conflicts" in again.out
    assert contents(known) == after


def test_the_workbook_wins_where_that_is_asked_for(table: Path, known: Path) -> None:
    assert run("import", table, "--into", known, "--yes", "--prefer-file").code == 0
    assert "    status: 现行\r\n" in (known / "records.yaml").read_bytes().decode()
    again = run("import", table, "--into", known, "--yes")
    assert (again.code, again.out.splitlines()[-1]) == (
        0,
        "nothing to write: the workspace says it all already",
    )


def test_a_table_without_title_is_known_by_what_it_holds(table: Path, tmp_path: Path) -> None:
    assert run("import", table, "--out", tmp_path / "new").code == 0
    untitled = tmp_path / "二季度.csv"
    more = TABLE.split("\n", 1)[1].replace("合计", "5,203,GB/T 99009-2023,示例采收,,现行,\n合计")
    untitled.write_text(more, encoding="utf-8")
    result = run("import", untitled, "--into", tmp_path / "new", "--yes")
    assert result.code == 0
    assert "is taken for 示例茶业标准体系" in result.out
    entries = (tmp_path / "new" / "systems" / "system-1.yaml").read_text(encoding="utf-8")
    assert '{standard: GB/T 99009-2023, at: "2", code: "203"}' in entries


def test_what_would_not_read_well_is_taken_back(table: Path, known: Path) -> None:
    repeated = SYSTEM.replace('at: "1"}  #', 'at: "1", status: 废止}  #')
    (known / "tea.yaml").write_text(repeated, encoding="utf-8")
    before = contents(known)
    result = run("import", table, "--into", known, "--yes", "--prefer-file")
    assert result.code == 1
    assert "taken back, nothing is changed" in result.out
    assert contents(known) == before
    assert not (known / "imported").exists()


def test_a_record_that_an_anchor_shares_is_left_to_a_person(table: Path, known: Path) -> None:
    text = RECORDS.replace("- number", "- &first\n    number")
    (known / "records.yaml").write_text(text, encoding="utf-8")
    result = run("import", table, "--into", known, "--yes")
    assert result.code == 1
    assert "to be written by hand in records.yaml:" in result.out
    assert (known / "records.yaml").read_text(encoding="utf-8") == text
    assert "T/SLXH 001-2022" in (known / "tea.yaml").read_text(encoding="utf-8")


def test_a_workspace_that_cannot_be_read_is_not_merged_into(table: Path, known: Path) -> None:
    (known / "broken.yaml").write_text("standards: [\n", encoding="utf-8")
    result = run("import", table, "--into", known, "--yes")
    assert result.code == 2
    assert "stdsys validate" in result.err


class _Typing(io.StringIO):
    """A keyboard on which somebody has typed."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "written"), [("y\n", True), ("\n", False), ("", False)])
def test_on_a_terminal_a_person_is_asked(
    typed: str, written: bool, table: Path, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", _Typing(typed))
    result = run("import", table, "--into", known, terminal=True)
    assert (result.code, result.err) == (1, "")  # a conflict is left
    assert "write this?" in result.out
    assert (known / "imported").exists() is written


def test_merge_json_holds_both_values_and_places(table: Path, known: Path) -> None:
    told = json.loads(run("import", table, "--into", known, "--format", "json").out)
    merge = told["merge"]
    assert told["written"] is False
    assert merge["conflicts"] == [
        {
            "subject": "GB/T 99001-2020",
            "field": "status",
            "workspace": {"value": "withdrawn", "file": "records.yaml", "line": 4, "column": 13},
            "workbook": {
                "value": "现行",
                "file": "明细.csv",
                "sheet": merge["conflicts"][0]["workbook"]["sheet"],
                "row": 4,
            },
        }
    ]
    assert [entry["at"] for entry in merge["new_entries"]] == ["1", "2", "2"]
    assert merge["new_nodes"] == [{"system": "tea", "code": "2", "name": "种植"}]
    assert [item["key"] for item in merge["new_standards"]] == [
        "GB/T 99002-2021",
        "T/SLXH 001-2022",
    ]


def test_a_dry_run_fails_as_an_import_would(tmp_path: Path) -> None:
    other = tmp_path / "别的.csv"
    other.write_text("示例文字\n", encoding="utf-8")
    dry = run("import", other, "--dry-run")
    made = run("import", other, "--out", tmp_path / "new")
    assert (dry.code, dry.err, dry.out) == (made.code, made.err, made.out)
    assert dry.code == 2


def test_a_dry_run_checks_the_day(table: Path) -> None:
    assert run("import", table, "--dry-run", "--as-of", "2026-13-01").code == 2
    assert run("import", table, "--dry-run", "--as-of", "2026-11-22").code == 0


def test_fields_are_listed_where_they_are_needed(table: Path, tmp_path: Path) -> None:
    assert "replaced_by" in run("import", "--help").out
    wrong = run("import", table, "--out", tmp_path / "new", "--map", "示例列=nonsense")
    assert wrong.code == 2
    assert "number (standard number)" in wrong.err


def test_chinese_output_names_fields_in_chinese(table: Path, known: Path) -> None:
    shown = run("import", table, "--dry-run", lang="zh").out
    assert "发布日期：2020-01-01" in shown
    assert "issued" not in shown.replace("issued（发布日期）", "")
    merged = run("import", table, "--into", known, lang="zh").out
    assert "GB/T 99001-2020: 发布日期: 2020-01-01" in merged


def test_sheets_and_the_systems_they_became_are_said(tmp_path: Path) -> None:
    book = Workbook()
    for name in ("示例甲体系", "示例乙体系"):
        sheet = book.create_sheet(name)
        sheet.append(["标准编号", "标准名称"])
        sheet.append([f"GB/T 99001-200{len(book.sheetnames)}", "示例"])
    book["示例乙体系"].sheet_state = "hidden"
    book.save(tmp_path / "示例.xlsx")
    shown = run("import", tmp_path / "示例.xlsx", "--dry-run").out
    assert "示例乙体系: of 示例乙体系" in shown
    assert "hidden sheets, read as well: 示例乙体系" in shown
    told = json.loads(run("import", tmp_path / "示例.xlsx", "--dry-run", "--format", "json").out)
    assert told["made_systems"][0] == {
        "name": "示例甲体系",
        "sheets": ["示例甲体系"],
        "entries": 1,
    }
    assert told["hidden_sheets"] == ["示例乙体系"]


def test_what_an_exported_workbook_lacks_is_listed_and_kept(known: Path, tmp_path: Path) -> None:
    more = '      - {standard: GB/T 99002-2021, at: "1"}\n'
    (known / "tea.yaml").write_text(SYSTEM + more, encoding="utf-8")
    assert run("export", "detail", known, "--out", tmp_path / "out", lang="zh").code == 0
    path = tmp_path / "out" / "标准明细表.xlsx"
    untouched = run("import", path, "--into", known)
    assert (untouched.code, "not in the workbook" in untouched.out) == (0, False)
    book = load_workbook(path)
    for sheet in book.worksheets[:-1]:
        rows = list(enumerate(sheet.iter_rows(values_only=True), 1))
        for number, values in reversed(rows):
            if "GB/T 99001-2020" in values:
                sheet.delete_rows(number)
    book.save(path)
    before = contents(known)
    result = run("import", path, "--into", known, "--yes")
    assert "in the workspace, not in the workbook (nothing is deleted): 1" in result.out
    assert "tea/1 GB/T 99001-2020 示例基础规范" in result.out
    assert contents(known) == before

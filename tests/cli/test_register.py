"""`stdsys register …` and `validate --register`, run as users run them."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Result, run, write_workspace

LIST = """\
全国标准目录（示例）,,,,,,
序号,标准编号,标准名称,标准状态,发布日期,实施日期,代替标准
1,GB/T 99001-2010,示例油茶种植规范,被代替,2010-03-01,2010-09-01,
2,GB/T 99001—2020,示例油茶种植规范,现行,2020-03-01,2020-09-01,GB/T 99001-2010
3,GB/T 99002-2015,示例加工规范,废止,2015/3/1,2015.9.1,
4,待定,示例拟制定规范,,,,
"""
WORKSPACE = """\
workspace: {format: 1, name: sample, title: 示例标准体系, as_of: 2026-11-22}
systems:
  - id: crop
    name: 示例作物标准体系
    tree: [{code: "1", name: 示例种植}]
    entries:
      - {standard: GB/T 99001-2010, at: "1"}
      - {standard: GB/T 99002-2015, at: "1"}
standards:
  # 以下待核对
  - number: GB/T 99001-2010
    title: 示例种植规范
    status: 现行  # 存疑
    issued: 2010-03
  - {number: GB/T 99002-2015, title: 示例加工规范, effective: 2015-09-02}
  - {number: GB/T 99001-2021, title: 示例油茶种植规范}
"""


@pytest.fixture
def register(tmp_path: Path) -> Path:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    assert imported(tmp_path).code == 0
    return tmp_path / "register.sqlite"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "sample", WORKSPACE)


def imported(folder: Path, *more: str, file: str = "list.csv") -> Result:
    return run(
        *("register", "import", folder / file, "--to", folder / "register.sqlite"),
        *("--dated", "2026-11-01", "--source", "示例登记库", *more),
    )


def test_import_says_what_became_of_every_row(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    first = imported(tmp_path)
    assert (first.code, first.err) == (0, "")
    assert first.out.splitlines()[:2] == [
        "list.csv: rows 6, new 3, changed 0, as before 0, not taken 1",
        "  row 6 names no edition: 待定 | 示例拟制定规范",
    ]
    again = imported(tmp_path)
    assert again.out.splitlines()[0] == "list.csv: taken in before, nothing to do"
    data = json.loads(imported(tmp_path, "--format", "json").out)
    assert data["lists"][0]["already_taken"] is True


def test_import_needs_the_day_of_the_lists(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    result = run("register", "import", tmp_path / "list.csv", "--to", tmp_path / "r.sqlite")
    assert (result.code, result.out) == (2, "")
    assert "--dated" in result.err
    assert not (tmp_path / "r.sqlite").exists()


def test_a_column_that_nobody_knows_is_mapped(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("甲乙,丙丁\nGB/T 99001-2020,示例\n", encoding="utf-8")
    assert imported(tmp_path, "--map", "甲乙=number", "--map", "丙丁=title").code == 0
    found = run("register", "search", "示例", "--register", tmp_path / "register.sqlite")
    assert "GB/T 99001-2020" in found.out


def test_info(register: Path) -> None:
    result = run("register", "info", "--register", register)
    assert "3 standards" in result.out
    assert "示例登记库" in result.out
    data = json.loads(run("register", "info", "--register", register, "--format", "json").out)
    assert data["lists"] == [
        {
            "source": "示例登记库",
            "file": "list.csv",
            "dated": "2026-11-01",
            "rows": 6,
            "not_taken": 1,
        }
    ]


def test_two_letters_are_found(register: Path) -> None:
    result = run("register", "search", "油茶", "--register", register)
    assert (result.code, result.err) == (0, "")
    assert [line.split()[1] for line in result.out.splitlines()[1:]] == [
        "99001-2020",
        "99001-2010",
    ]


def test_search_tells_list_and_row_of_every_fact(register: Path) -> None:
    options = ("--register", register, "--format", "json")
    data = json.loads(run("register", "search", "GB/T 99001-2010", *options).out)
    (standard,) = data["standards"]
    assert standard["status"] == "replaced"
    assert standard["successors"] == ["GB/T 99001-2020"]
    assert standard["said"]["title"] == {
        "source": "示例登记库",
        "file": "list.csv",
        "row": 3,
        "dated": "2026-11-01",
    }


def test_nothing_found_is_exit_1(register: Path) -> None:
    assert run("register", "search", "柑橘", "--register", register).code == 1


def test_the_register_of_the_environment(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STDSYS_REGISTER", str(register))
    assert run("register", "search", "油茶").code == 0


def test_check(register: Path, folder: Path) -> None:
    result = run("register", "check", folder, "--register", register, "--fail-on", "warning")
    assert result.code == 1
    assert [line.split()[:3] for line in result.out.splitlines() if " G0" in line] == [
        ["stdsys.yaml:12:12:", "info", "G002"],
        ["stdsys.yaml:13:13:", "warning", "G003"],
        ["stdsys.yaml:15:14:", "warning", "G003"],
        ["stdsys.yaml:15:57:", "info", "G004"],
        ["stdsys.yaml:16:14:", "info", "G001"],
    ]
    assert result.out.splitlines()[-1] == (
        "numbers looked up: 3; in the register: 2, not in it: 1, of a kind that it does not hold: 0"
    )


def test_validate_with_a_register_finds_the_same_and_more(register: Path, folder: Path) -> None:
    options = ("validate", folder, "--format", "json")
    plain = json.loads(run(*options).out)["diagnostics"]
    both = json.loads(run(*options, "--register", register).out)["diagnostics"]
    only = json.loads(run(*options, "--register", register, "--select", "G").out)["diagnostics"]
    assert [one for one in both if one["code"][0] != "G"] == plain
    assert [one for one in both if one["code"][0] == "G"] == only
    assert len(only) == 5


def test_update_proposes_and_writes_nothing(register: Path, folder: Path) -> None:
    before = (folder / "stdsys.yaml").read_bytes()
    result = run("register", "update-workspace", folder, "--register", register, "--dry-run")
    assert result.code == 0
    listed = "(示例登记库, 2026-11-01)"
    assert result.out.splitlines() == [
        f"stdsys.yaml:11:5: GB/T 99001-2010 effective: (nothing) → 2010-09-01 {listed}",
        f"stdsys.yaml:11:5: GB/T 99001-2010 replaced_by: (nothing) → [GB/T 99001-2020] {listed}",
        f"stdsys.yaml:13:13: GB/T 99001-2010 status: 现行 → 被代替 {listed}",
        f"stdsys.yaml:12:12: GB/T 99001-2010 title: 示例种植规范 → 示例油茶种植规范 {listed}",
        f"stdsys.yaml:15:5: GB/T 99002-2015 status: (nothing) → 废止 {listed}",
        f"stdsys.yaml:15:5: GB/T 99002-2015 issued: (nothing) → 2015-03-01 {listed}",
        f"stdsys.yaml:15:57: GB/T 99002-2015 effective: 2015-09-02 → 2015-09-01 {listed}",
        "edits proposed: 7; nothing was written; to write them: --apply",
    ]
    assert (folder / "stdsys.yaml").read_bytes() == before


def test_applied_edits_settle_what_differs_and_keep_comments(register: Path, folder: Path) -> None:
    options = ("register", "update-workspace", folder, "--register", register)
    data = json.loads(run(*options, "--apply", "--format", "json").out)
    assert [edit["written"] for edit in data["edits"]] == [True] * 7
    text = (folder / "stdsys.yaml").read_text(encoding="utf-8")
    assert text.splitlines()[9:17] == [
        "  # 以下待核对",
        "  - number: GB/T 99001-2010",
        "    title: 示例油茶种植规范",
        "    status: 被代替  # 存疑",
        "    issued: 2010-03",
        "    effective: 2010-09-01",
        "    replaced_by: [GB/T 99001-2020]",
        "  - {number: GB/T 99002-2015, title: 示例加工规范, status: 废止, issued: 2015-03-01, "
        "effective: 2015-09-01}",
    ]
    assert run(*options).out == "the workspace says what the register does\n"
    checked = run("register", "check", folder, "--register", register)
    assert "G003" not in checked.out


@pytest.mark.parametrize(
    "command",
    [("validate",), ("register", "check"), ("register", "update-workspace")],
)
def test_a_file_that_is_no_register_is_one_sentence(
    tmp_path: Path, folder: Path, command: tuple[str, ...]
) -> None:
    other = tmp_path / "letter.sqlite"
    other.write_text("a letter", encoding="utf-8")
    result = run(*command, folder, "--register", other)
    assert (result.code, result.out) == (2, "")
    assert "is no register" in result.err
    assert len(result.err.splitlines()) == 1


def test_without_a_register_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("register", "search", "油茶")
    assert result.code == 2
    assert "there is no register register.sqlite" in result.err


def test_without_a_command_the_help_is_printed() -> None:
    result = run("register", lang=None)
    assert (result.code, result.err) == (0, "")
    assert "update-workspace" in result.out

"""`stdsys export detail` with a profile of the workspace's own, or into the user's own workbook."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.running import run
from tests.output.region_of_tables import REGION
from tests.output.template_sample import template

PROFILE = """\
profiles:
  - {id: mine, name: 我的明细表, columns: [number, {field: title, header: 题名}]}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir()
    (folder / "stdsys.yaml").write_text(REGION + PROFILE, encoding="utf-8")
    return folder


def test_a_profile_of_the_workspace(workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("export", "detail", workspace, "--profile", "mine", "--out", out, lang="zh")
    sheet = load_workbook(out / "标准明细表.xlsx")["总表"]
    assert [cell.value for cell in sheet[3]] == ["标准编号", "题名", "所属体系"]
    assert "我的明细表" in sheet["A1"].value


def test_a_profile_that_there_is_not(workspace: Path, tmp_path: Path) -> None:
    result = run("export", "detail", workspace, "--profile", "min", "--out", tmp_path / "out")
    assert result.code == 2
    assert "gbt13016, simple, full, mine" in result.err


def test_a_workbook_as_template(workspace: Path, tmp_path: Path) -> None:
    path = template(tmp_path / "我的.xlsx")
    before = path.read_bytes()
    out = tmp_path / "out"
    result = run("export", "detail", workspace, "--template", path, "--out", out, lang="zh")
    assert result.code == 0
    assert "实施情况" in result.err
    assert load_workbook(out / "标准明细表.xlsx")["明细"]["C4"].value == "GB 99006-2026"
    assert path.read_bytes() == before


def test_a_copy_for_each_system(workspace: Path, tmp_path: Path) -> None:
    path, out = template(tmp_path / "我的.xlsx"), tmp_path / "out"
    result = run("export", "detail", workspace, "--template", path, "--per-system", "--out", out)
    assert result.code == 0
    assert "示例茶业标准体系" in load_workbook(out / "标准明细表.xlsx").sheetnames


def test_the_template_is_never_overwritten(workspace: Path, tmp_path: Path) -> None:
    path = template(tmp_path / "标准明细表.xlsx")
    before = path.read_bytes()
    result = run("export", "detail", workspace, "--template", path, "--out", tmp_path)
    assert result.code == 2
    assert "is the template itself" in result.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", b""),
        ("a.xlsx", b"PK\x03\x04"),
        ("a.xlsx", "甲,乙\n".encode()),
        ("a.pdf", b"%PDF"),
        ("missing.xlsx", None),
    ],
)
def test_what_cannot_be_filled_in(
    name: str, content: bytes | None, workspace: Path, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    out = tmp_path / "new" / "out"
    result = run("export", "detail", workspace, "--template", path, "--out", out)
    assert result.code == 2
    assert len(result.err.strip().splitlines()) == 1
    assert not (tmp_path / "new").exists()


def test_a_folder_that_was_there_before_stays(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"")
    out = tmp_path / "out"
    out.mkdir()
    options = ("--template", tmp_path / "a.xlsx", "--out", out)
    assert run("export", "detail", workspace, *options).code == 2
    assert out.is_dir()

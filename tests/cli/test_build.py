"""The main job: everything written, the same bytes for the same input, an index that is true."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.running import run, write_workspace
from tests.golden import EXAMPLE

SOUND = """
workspace: {format: 1, name: example, title: 示例体系, as_of: 2026-11-22}
stages: [{id: growing, name: 示例种植}, {id: selling, name: 示例销售}]
coverage: {require: [{id: chain, each: stage}]}
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植, stages: [growing]}
      - {code: "2", name: 示例销售, stages: [selling]}
    entries:
      - {standard: GB/T 99001-2020, at: "1", title: 示例种植规范}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / "out"
    result = run("build", EXAMPLE, "--out", out, lang="zh")
    assert result.code == 0, result.err
    return out


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_index_lists_exactly_the_files_that_are_there(built: Path) -> None:
    index = json.loads((built / "index.json").read_text(encoding="utf-8"))
    listed = {file["path"] for file in index["files"]}
    assert listed | {"index.json"} == set(digests(built))
    text = (built / "index.md").read_text(encoding="utf-8")
    assert all(f"](<{path}>)" in text for path in listed - {"index.md"})
    assert "| 指标 | 数值 |" in text
    rows = [line.split(" | ") for line in text.splitlines() if "](<" in line]
    assert len({(row[0], row[1]) for row in rows}) == len(rows)


def test_headline_numbers_are_those_of_the_commands(built: Path) -> None:
    headline = json.loads((built / "index.json").read_text(encoding="utf-8"))["headline"]
    total = json.loads(run("stats", EXAMPLE, "--format", "json").out)["total"]
    cells = json.loads(run("coverage", EXAMPLE, "--format", "json").out)["summary"]
    found = json.loads(run("validate", EXAMPLE, "--format", "json").out)["summary"]
    assert {key: headline[key] for key in total} == total
    assert (headline["cells_required"], headline["cells_gap"]) == (cells["required"], cells["gap"])
    assert {key: headline[key] for key in ("error", "warning", "info")} == {
        key: found[key] for key in ("error", "warning", "info")
    }


def test_the_workbooks_open_and_bear_the_title(built: Path) -> None:
    for name in ("标准明细表.xlsx", "标准统计表.xlsx", "覆盖情况.xlsx"):
        book = load_workbook(built / name)
        assert "咸宁市" in str(book.worksheets[0]["A1"].value)
        assert "2026-11-22" in str(book.worksheets[0]["A2"].value)


def test_the_same_input_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    assert run("build", EXAMPLE, "--out", tmp_path / "again", lang="zh").code == 0
    assert digests(tmp_path / "again") == digests(built)


def test_a_second_build_leaves_no_drafts(tmp_path: Path) -> None:
    folder = write_workspace(tmp_path / "ws", SOUND)
    for _round in range(2):
        assert run("build", folder, "--out", tmp_path / "out").code == 0
    assert list((tmp_path / "out").rglob(".*")) == []


def test_other_errors_write_everything_and_exit_1(tmp_path: Path) -> None:
    folder = write_workspace(tmp_path / "ws", SOUND.replace("GB/T 99001-2020", "GB/10301"))
    result = run("build", folder, "--out", tmp_path / "out")
    assert result.code == 1
    assert (tmp_path / "out" / "index.json").exists()


def test_fail_on_warning_counts_the_gap(tmp_path: Path) -> None:
    folder = write_workspace(tmp_path / "ws", SOUND)
    out = tmp_path / "out"
    assert run("build", folder, "--out", out).code == 0
    assert run("build", folder, "--out", out, "--fail-on", "warning").code == 1
    assert run("build", folder, "--out", out, "--fail-on", "never").code == 0


def test_workbooks_are_named_alike_in_every_language(tmp_path: Path) -> None:
    folder = write_workspace(tmp_path / "ws", SOUND)
    for lang in ("zh", "en"):
        assert run("build", folder, "--out", tmp_path / lang, lang=lang).code == 0
        names = {path.name for path in (tmp_path / lang).glob("*.xlsx")}
        assert names == {
            "标准明细表.xlsx",
            "标准统计表.xlsx",
            "覆盖情况.xlsx",
            "标准制修订顺序建议.xlsx",
            "体系质量评价.xlsx",
        }
    english = load_workbook(tmp_path / "en" / "标准统计表.xlsx")
    assert english.sheetnames[0].isascii()


def test_nothing_is_written_into_the_workspace(tmp_path: Path) -> None:
    folder = write_workspace(tmp_path / "ws", SOUND)
    before = digests(folder)
    run("build", folder, "--out", tmp_path / "out")
    run("validate", folder)
    assert digests(folder) == before


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
def test_export_writes_what_is_asked_for_and_names_it(form: str, tmp_path: Path) -> None:
    folder = write_workspace(tmp_path / "ws", SOUND)
    out = tmp_path / "out"
    result = run("export", "statistics", folder, "--out", out, "--format", form)
    assert result.code == 0
    written = [Path(line) for line in result.out.splitlines()]
    assert written
    assert set(written) == {path for path in out.rglob("*") if path.is_file()}
    assert all(path.suffix == f".{form}" for path in written)
    if form == "xlsx":
        assert zipfile.is_zipfile(written[0])


def test_a_title_is_no_markup(tmp_path: Path) -> None:
    title = "'<b>甲</b> [x](y) | `z`'"
    folder = write_workspace(tmp_path / "ws", SOUND.replace("title: 示例体系", f"title: {title}"))
    assert run("build", folder, "--out", tmp_path / "out").code == 0
    text = (tmp_path / "out" / "index.md").read_text(encoding="utf-8")
    assert text.splitlines()[0] == r"# \<b\>甲\</b\> \[x\](y) \| \`z\`"

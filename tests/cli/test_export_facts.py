"""`stdsys export facts`, run as users run it."""

import json
import re
import sys
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.cli.running import help_of, run, write_workspace
from tests.output.sample_region import REGION

TABLES = ("standards", "entries", "cells", "findings", "targets")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "sample", REGION)


def test_parquet_is_the_usual_format(folder: Path, tmp_path: Path) -> None:
    result = run("export", "facts", folder, "--output", tmp_path / "facts")
    assert (result.code, result.err) == (0, "")
    written = [Path(line) for line in result.out.splitlines()]
    assert [path.name for path in written[:5]] == [f"{table}.parquet" for table in TABLES]
    assert all(path.is_file() for path in written)
    assert pq.read_table(written[2]).num_rows == 12


def test_several_formats_and_the_day(folder: Path, tmp_path: Path) -> None:
    formats = ("--format", "csv", "--format", "jsonl")
    options = ("--out", tmp_path / "out", *formats, "--as-of", "2027-06-01")
    assert run("export", "facts", folder, *options).code == 0
    lines = (
        (tmp_path / "out" / "sample" / "standards.jsonl").read_text(encoding="utf-8").splitlines()
    )
    rows = {row["id"]: row for row in map(json.loads, lines)}
    assert rows["GB/T 99004-2015"]["status"] == "replaced"
    assert rows["GB/T 99004-2015"]["as_of"] == "2027-06-01"
    assert (tmp_path / "out" / "sample" / "targets.csv").is_file()


def test_it_stands_beside_other_kinds(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("export", "coverage", "facts", folder, "--out", out).code == 0
    assert (out / "覆盖情况.xlsx").is_file()
    assert (out / "sample" / "cells.parquet").is_file()


def test_all_deliverables_are_without_it(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("export", "all", folder, "--out", out, "--format", "csv").code == 0
    assert [path.name for path in out.iterdir()] == ["data"]


@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_a_format_of_facts_only_is_refused_for_all(folder: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    result = run("export", "all", folder, "--out", out, "--format", form)
    assert (result.code, result.out) == (2, "")
    assert f"{form} is a format of facts, which all leaves out" in result.err
    assert f"stdsys export facts --format {form}" in result.err
    assert not out.exists()
    both = run("export", "all", "facts", folder, "--out", out, "--format", form)
    assert both.code == 0
    assert (out / "sample" / f"cells.{form}").is_file()


def test_a_format_that_nothing_comes_in_is_refused(folder: Path, tmp_path: Path) -> None:
    formats = ("--format", "csv", "--format", "docx")
    result = run("export", "facts", folder, "--out", tmp_path / "out", *formats)
    assert result.code == 2
    assert "facts is not written as docx; known are parquet, csv, jsonl" in result.err


def test_members_are_exported_one_by_one(folder: Path, tmp_path: Path) -> None:
    city = REGION.replace("name: sample", "name: city, members: [../sample]")
    write_workspace(tmp_path / "city", city)
    result = run("export", "facts", tmp_path / "city", "--out", tmp_path / "out")
    assert result.code == 0
    assert "city lists members: these are its own facts only" in result.err
    assert not (tmp_path / "out" / "sample").exists()
    quiet = run("export", "facts", tmp_path / "city", "--out", tmp_path / "out", "--quiet")
    assert (quiet.code, quiet.err) == (0, "")


def test_a_folder_that_is_not_there_is_no_unknown_kind(tmp_path: Path) -> None:
    result = run("export", "facts", "nope", "--out", tmp_path / "out")
    assert (result.code, result.out) == (2, "")
    assert "the folder nope does not exist" in result.err
    assert "there is no kind of deliverable nope" in run("export", "nope").err


def test_one_workspace_at_a_time(folder: Path, tmp_path: Path) -> None:
    other = write_workspace(tmp_path / "other", REGION)
    result = run("export", "facts", folder, other, "--out", tmp_path / "out")
    assert result.code == 2
    assert "one workspace at a time" in result.err


def test_the_help_says_what_facts_need() -> None:
    said = help_of("export")
    assert "facts are tables for questions in SQL" in said
    assert 'pip install "stdsys[facts]"' in said


def test_it_never_takes_the_place_of_the_workspace(folder: Path) -> None:
    before = sorted(folder.iterdir())
    result = run("export", "facts", folder, "--out", folder.parent)
    assert result.code == 2
    assert "something else than facts that stdsys has written" in result.err
    assert sorted(folder.iterdir()) == before


def test_a_format_that_it_does_not_have_is_wrong_use(folder: Path, tmp_path: Path) -> None:
    result = run("export", "facts", folder, "--out", tmp_path / "out", "--format", "xlsx")
    assert result.code == 2
    assert "facts is not written as xlsx; known are parquet, csv, jsonl" in result.err


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_without_pyarrow_it_says_what_to_install(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)  # as Python marks what cannot be imported
    result = run("export", "facts", folder, "--out", tmp_path / "out", lang=lang)
    assert (result.code, result.out) == (2, "")
    assert 'pip install "stdsys[facts]"' in result.err
    assert "--format csv" in result.err
    assert not (tmp_path / "out").exists()
    csv = run("export", "facts", folder, "--out", tmp_path / "out", "--format", "csv", lang=lang)
    assert csv.code == 0


def test_half_of_a_workspace_is_not_exported(tmp_path: Path) -> None:
    folder = write_workspace(tmp_path / "sample", REGION, broken="systems: [")
    result = run("export", "facts", folder, "--out", tmp_path / "out", "--format", "csv")
    assert result.code == 1
    assert "nothing was written" in result.err
    assert not (tmp_path / "out").exists()


def test_the_readme_shows_how_to_ask(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("export", "facts", folder, "--out", tmp_path / "facts")
    monkeypatch.chdir(tmp_path / "facts")
    readme = Path("README.md").read_text(encoding="utf-8")
    shown = next(code for code in re.findall(r"```python\n(.*?)```", readme, re.DOTALL))
    printed: list[object] = []
    exec(shown, {"print": printed.append, "duckdb": duckdb})
    (rows,) = printed
    assert isinstance(rows, list)
    assert ("sample", None, "仓储", 1, 0, 0, 0, 0, 1, 0.0) in rows

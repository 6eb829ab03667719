"""`stdsys export notes plan contents`: formats, templates, and that a build writes them."""

from pathlib import Path

import docx
import pytest

from tests.cli.running import run, write_workspace
from tests.cli.test_build import SOUND

STEMS = {"notes": "编制说明", "plan": "标准制修订计划表", "contents": "标准汇编目录"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "ws", SOUND)


def names(out: Path) -> set[str]:
    return {path.name for path in out.rglob("*") if path.is_file()}


def test_documents_are_written_for_word_and_for_git(folder: Path, tmp_path: Path) -> None:
    result = run("export", "notes", "contents", folder, "--out", tmp_path / "out")
    assert result.code == 0
    wanted = {f"{STEMS[kind]}.{form}" for kind in ("notes", "contents") for form in ("docx", "md")}
    assert names(tmp_path / "out") == wanted
    assert {Path(line).name for line in result.out.splitlines()} == wanted


def test_a_format_chooses_and_the_plan_is_a_workbook_too(folder: Path, tmp_path: Path) -> None:
    assert run("export", "plan", folder, "--out", tmp_path / "a", "--format", "xlsx").code == 0
    assert names(tmp_path / "a") == {"标准制修订计划表.xlsx"}
    assert run("export", "plan", folder, "--out", tmp_path / "b", "--format", "md").code == 0
    assert names(tmp_path / "b") == {"标准制修订计划表.md"}


def test_a_format_that_a_kind_does_not_have_is_wrong_use(folder: Path, tmp_path: Path) -> None:
    result = run("export", "notes", folder, "--out", tmp_path / "out", "--format", "csv")
    assert result.code == 2
    assert "notes is not written as csv; known are docx, md" in result.err
    assert not (tmp_path / "out").exists()


def test_all_takes_what_comes_in_the_format(folder: Path, tmp_path: Path) -> None:
    assert run("export", "all", folder, "--out", tmp_path / "out", "--format", "md").code == 0
    assert names(tmp_path / "out") == {f"{stem}.md" for stem in STEMS.values()}


def test_a_template_is_filled_in(folder: Path, tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("{{ name }} {{ numbers.required }}")
    word.save(str(tmp_path / "my.docx"))
    out = tmp_path / "out"
    result = run("export", "notes", folder, "--template", tmp_path / "my.docx", "--out", out)
    assert result.code == 0, result.err
    assert docx.Document(str(out / "编制说明.docx")).paragraphs[0].text == "示例体系 1"


def test_the_fields_of_templates_are_listed_and_nothing_is_written(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    result = run("export", "notes", folder, "--template-fields", "--out", out)
    assert result.code == 0, result.err
    assert "{{ numbers.required }}" in result.out
    assert not out.exists()
    other = run("export", "plan", folder, "--template-fields", "--out", out)
    assert (other.code, other.out) == (2, "")
    assert "--template-fields lists the fields of notes" in other.err


@pytest.mark.parametrize(
    ("kind", "file"), [("notes", "absent.docx"), ("notes", "my.txt"), ("contents", "my.docx")]
)
def test_wrong_templates_end_in_one_sentence(
    kind: str, file: str, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    result = run("export", kind, folder, "--template", tmp_path / file, "--out", out)
    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert file in result.err


def test_a_build_writes_the_documents(folder: Path, tmp_path: Path) -> None:
    assert run("build", folder, "--out", tmp_path / "out").code == 0
    written = names(tmp_path / "out")
    assert {f"{stem}.{form}" for stem in STEMS.values() for form in ("docx", "md")} <= written

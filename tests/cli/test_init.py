"""A new workspace validates and builds at once."""

from pathlib import Path

import pytest

from stdsys.source.loading import load
from tests.cli.running import run

TEMPLATES = pytest.mark.parametrize("template", ["region", "blank"])


@TEMPLATES
def test_a_new_workspace_validates_and_builds_at_once(template: str, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "new"
    made = run("init", folder, "--template", template)
    assert made.code == 0, made.err
    assert str(folder / "stdsys.yaml") in made.out
    checked = run("validate", folder, "--fail-on", "warning")
    assert checked.code == 0, checked.out
    assert run("build", folder, "--out", tmp_path / "out").code == 0
    assert list((tmp_path / "out").glob("*.xlsx"))


@TEMPLATES
def test_templates_explain_themselves(template: str, tmp_path: Path) -> None:
    run("init", tmp_path / "new", "--template", template)
    for file in (tmp_path / "new").rglob("*.yaml"):
        assert file.read_text(encoding="utf-8").startswith("# ")


def test_the_next_steps_can_be_typed_as_they_stand(tmp_path: Path) -> None:
    folder = tmp_path / "my system"
    said = run("init", folder).out
    assert f"stdsys validate '{folder}'" in said
    assert f"stdsys build '{folder}' --out" in said


def test_an_empty_folder_is_taken_and_a_full_one_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    assert run("init", folder).code == 0
    before = sorted(folder.rglob("*"))
    again = run("init", folder)
    assert (again.code, again.out) == (2, "")
    assert str(folder) in again.err
    assert sorted(folder.rglob("*")) == before


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    result = run("init", Path("/proc/nowhere/new"))
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("county-a", "county-a"),
        ("示例县", "示例县"),
        ("a b", "my-region"),
        ("null: x", "my-region"),
    ],
)
def test_the_workspace_is_named_after_its_folder(tmp_path: Path, folder: str, name: str) -> None:
    assert run("init", tmp_path / folder).code == 0
    loaded = load(tmp_path / folder)
    assert (loaded.findings, loaded.workspace.record.name) == ((), name)

"""Files of a workspace: written whole, and taken back whole."""

from pathlib import Path

import pytest

from stdsys.output.atomic import OutputError
from stdsys.output.workspace_files import ChangedFiles, create_workspace
from stdsys.source.decoding import MAX_BYTES
from stdsys.source.edits import InsertField, NewText


def insertion(key: str, *route: str) -> InsertField:
    return InsertField(route, key, NewText("1", "1", (f"{key}: 1",)))


def test_a_workspace_appears_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "new"
    create_workspace(folder, {"stdsys.yaml": "a: 1\n", "systems/示例.yaml": "b: 2\n"})
    assert (folder / "systems" / "示例.yaml").read_bytes() == b"b: 2\n"
    assert [path.name for path in folder.parent.iterdir()] == ["new"]
    with pytest.raises(OutputError):
        create_workspace(folder, {"stdsys.yaml": ""})


def test_a_file_too_large_to_read_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        create_workspace(tmp_path / "new", {"a.yaml": "#" * (MAX_BYTES + 1)})
    assert list(tmp_path.iterdir()) == []


def test_changes_are_written_and_taken_back(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1\r\n")
    changed = ChangedFiles(tmp_path)
    changed.edit("a.yaml", [insertion("b")])
    changed.add("imported/new.yaml", "c: 3\n")
    changed.write()
    assert (tmp_path / "a.yaml").read_bytes() == b"a: 1\r\nb: 1\r\n"
    assert (tmp_path / "imported" / "new.yaml").exists()
    changed.restore()
    assert (tmp_path / "a.yaml").read_bytes() == b"a: 1\r\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_only_the_edits_that_cannot_be_made_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: &x {p: q}\nb: {p: q}\nc: *x\n", encoding="utf-8")
    edits = [insertion("n", "a"), insertion("n", "b"), insertion("n", "c"), insertion("n")]
    changed = ChangedFiles(tmp_path)
    changed.edit("a.yaml", edits)
    assert changed.refused == {"a.yaml": (edits[0], edits[2])}
    assert changed.after["a.yaml"] == b"a: &x {p: q}\nb: {p: q, n: 1}\nc: *x\nn: 1\n"


def test_a_file_that_somebody_has_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    changed = ChangedFiles(tmp_path)
    changed.edit("a.yaml", [insertion("b")])
    changed.add("new.yaml", "c: 3\n")
    (tmp_path / "a.yaml").write_text("a: 2\n", encoding="utf-8")
    with pytest.raises(OutputError):
        changed.write()
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "a: 2\n"
    assert not (tmp_path / "new.yaml").exists()


def test_if_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "z").write_text("a file where a folder is wanted\n", encoding="utf-8")
    changed = ChangedFiles(tmp_path)
    changed.add("b.yaml", "b: 1\n")
    changed.add("z/new.yaml", "c: 3\n")
    with pytest.raises(OutputError):
        changed.write()
    assert not (tmp_path / "b.yaml").exists()

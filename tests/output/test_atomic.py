import os
from pathlib import Path

import pytest

from stdsys.output.atomic import OutputError, atomic_file


def test_success_replaces_the_old_file_and_leaves_nothing_beside(tmp_path: Path) -> None:
    target = tmp_path / "表.csv"
    target.write_text("old")
    with atomic_file(target) as draft:
        draft.write_text("new")
        assert target.read_text() == "old"
        assert draft.parent == target.parent
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_failure_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "table.csv"
    target.write_text("old")

    def half_written() -> None:
        with atomic_file(target) as draft:
            draft.write_text("half of")
            raise KeyError("interrupted")

    with pytest.raises(KeyError):
        half_written()
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_folders_above_are_made(tmp_path: Path) -> None:
    target = tmp_path / "out" / "data" / "table.csv"
    with atomic_file(target) as draft:
        draft.write_text("new")
    assert target.read_text() == "new"


def test_a_link_stays_a_link_to_the_new_content(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    link.symlink_to(real)
    with atomic_file(link) as draft:
        draft.write_text("new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_permissions_are_those_of_an_ordinary_new_file(tmp_path: Path) -> None:
    ordinary, target = tmp_path / "ordinary", tmp_path / "target"
    ordinary.write_text("")
    with atomic_file(target) as draft:
        draft.write_text("")
    assert target.stat().st_mode == ordinary.stat().st_mode


def test_a_folder_in_the_place_of_the_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught, atomic_file(tmp_path):
        pass
    assert caught.value.message.msgid == "{path} is a folder, not a file"


def test_a_pipe_is_no_place_for_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OutputError) as caught, atomic_file(tmp_path / "pipe"):
        pass
    assert caught.value.message.msgid == "{path} is not an ordinary file"


def test_a_file_where_a_folder_is_needed_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError) as caught, atomic_file(tmp_path / "out" / "table.csv"):
        pass
    assert caught.value.message.msgid == "{path} cannot be written: {reason}"
    assert (tmp_path / "out").read_text() == "a file"

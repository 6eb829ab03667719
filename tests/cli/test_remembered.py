"""An answer is given from memory only if nothing that it rests on has changed."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from stdsys.cli.remembered import MOST_KEPT, Answer, Remembered
from stdsys.source.loading import Loaded, load
from tests.cli.running import Result, run, write_workspace

TEXT = """
workspace: {format: 1, name: example, as_of: 2026-11-22, exclude: [left-out]}
targets:
  - {id: t, measure: entered, value: 1, actual: 1, strength: 力争, evidence: minutes.txt}
"""
RECORDS = "standards: [{number: GB/T 99001-2020, issued: 2020-02, effective: 2020-01}]\n"
MARK = "from memory"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("STDSYS_CACHE", str(folder))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = write_workspace(tmp_path / "workspace", TEXT)
    write(root / "standards.yaml", RECORDS)
    write(root / "left-out" / "a.yaml", "standards: []\n")
    age(root)
    return root


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def age(root: Path) -> None:
    """Make files look old: what has changed a moment ago is not remembered."""
    for path in root.rglob("*.yaml"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    time.sleep(0.05)  # the file system's own clock tells when that was done


def mark(cache: Path) -> None:
    """Write a mark into every answer that is kept, so that one given from memory shows."""
    for path in cache.glob("*.json"):
        kept = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps(kept | {"text": MARK}), encoding="utf-8")


def validate(folder: Path, *options: str) -> Result:
    return run("validate", folder, *options)


def test_the_same_question_is_answered_from_memory(cache: Path, folder: Path) -> None:
    first = validate(folder)
    assert (first.code, "L001" in first.out) == (1, True)
    assert validate(folder) == first
    mark(cache)
    assert validate(folder) == Result(1, MARK, "", MARK.encode())


@pytest.mark.parametrize(
    "options",
    [("--no-cache",), ("--format", "json"), ("--select", "L"), ("--as-of", "2026-01-01"), ("-q",)],
)
def test_another_question_is_asked_afresh(
    cache: Path, folder: Path, options: tuple[str, ...]
) -> None:
    validate(folder)
    mark(cache)
    assert MARK not in validate(folder, *options).out


def test_the_language_belongs_to_the_question(cache: Path, folder: Path) -> None:
    validate(folder)
    mark(cache)
    assert "错误" in run("validate", folder, lang="zh").out


def test_an_answer_in_a_file_is_written_every_time(cache: Path, folder: Path) -> None:
    validate(folder, "-o", str(folder.parent / "findings.txt"))
    assert not list(cache.glob("*.json"))


def test_a_nearer_workspace_is_not_answered_for(
    cache: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = folder / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    run("validate")
    mark(cache)
    assert run("validate").out == MARK
    write_workspace(below, TEXT)
    age(folder)
    assert MARK not in run("validate").out


def test_memory_needs_neither_the_model_nor_the_library_of_the_command_line(
    cache: Path, folder: Path
) -> None:
    validate(folder)
    mark(cache)
    program = (
        "import sys; from stdsys.cli.app import main\n"
        f"try: main(['validate', {str(folder)!r}, '--lang', 'en'])\n"
        "except SystemExit: print({'typer', 'pydantic', 'yaml'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert told.stdout.decode() == f"{MARK}set()\n"


CHANGES: dict[str, Callable[[Path], object]] = {
    "content": lambda root: write(root / "standards.yaml", RECORDS + "# more\n"),
    "same length": lambda root: write(root / "standards.yaml", RECORDS.replace("99001", "99002")),
    "new file": lambda root: write(root / "more.yaml", "standards: []\n"),
    "file gone": lambda root: (root / "standards.yaml").unlink(),
    "renamed": lambda root: (root / "standards.yaml").rename(root / "other.yaml"),
    "evidence came": lambda root: write(root / "minutes.txt", "示例"),
    "no more excluded": lambda root: write(
        root / "stdsys.yaml", TEXT.replace(", exclude: [left-out]", "")
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_seen(cache: Path, folder: Path, change: str) -> None:
    validate(folder)
    mark(cache)
    CHANGES[change](folder)
    age(folder)
    assert MARK not in validate(folder).out


def test_what_is_left_out_may_change(cache: Path, folder: Path) -> None:
    validate(folder)
    mark(cache)
    write(folder / "left-out" / "a.yaml", "standards: [1]\n")
    assert validate(folder).out == MARK


def test_what_has_just_changed_is_not_remembered(cache: Path, folder: Path) -> None:
    os.utime(folder / "standards.yaml")
    validate(folder)
    assert not list(cache.glob("*.json"))


OLD_RECORDS = "standards: [{number: GB/T 99001-2020, issued: 2020-02}]\n"


@pytest.mark.parametrize("change", ["replaced", "removed", "come"])
def test_what_changes_during_the_run_is_not_remembered(
    cache: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """Even by renaming, which leaves a file as old as it was."""
    elsewhere = folder.parent / "records.yaml"
    write(elsewhere, OLD_RECORDS)
    os.utime(elsewhere, (1_700_000_000, 1_700_000_000))
    honest = Remembered.keep

    def keep(self: Remembered, answer: Answer, workspace: Path | None, loaded: Loaded) -> None:
        match change:
            case "replaced":
                elsewhere.replace(folder / "standards.yaml")
            case "removed":
                (folder / "standards.yaml").unlink()
            case _:
                write(folder / "minutes.txt", "示例")
        honest(self, answer, workspace, loaded)

    monkeypatch.setattr(Remembered, "keep", keep)
    validate(folder)
    assert not list(cache.glob("*.json"))


@pytest.mark.parametrize(
    "written",
    ["", "{", "[]", "null", '{"format": 1}', '{"format": 99, "text": "from memory"}', "\x00" * 99],
)
def test_a_spoilt_answer_is_none_and_is_mended(cache: Path, folder: Path, written: str) -> None:
    sound = validate(folder)
    (kept,) = cache.glob("*.json")
    kept.write_text(written, encoding="utf-8")
    assert validate(folder) == sound
    mark(cache)
    assert validate(folder).out == MARK


def test_answers_of_the_wrong_kind_are_none(cache: Path, folder: Path) -> None:
    sound = validate(folder)
    (kept,) = cache.glob("*.json")
    answer = json.loads(kept.read_text(encoding="utf-8"))
    faulty: tuple[dict[str, object], ...] = (
        {"text": 1},
        {"code": "0"},
        {"files": 1},
        {"exclude": None},
        {"evidence": []},
    )
    for wrong in faulty:
        kept.write_text(json.dumps(answer | wrong), encoding="utf-8")
        assert validate(folder) == sound


def test_without_a_place_to_keep_answers_all_is_as_ever(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STDSYS_CACHE", "off")
    sound = validate(folder)
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    monkeypatch.setenv("STDSYS_CACHE", str(tmp_path / "a-file"))
    assert validate(folder) == sound


def test_nothing_is_written_into_the_workspace(cache: Path, folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    validate(folder)
    assert sorted(folder.rglob("*")) == before


def test_the_oldest_answers_give_way(cache: Path, folder: Path) -> None:
    for number in range(MOST_KEPT + 3):
        Remembered((number,)).keep(Answer("", 0), folder, load(folder))
    assert len(list(cache.glob("*.json"))) == MOST_KEPT
    assert Remembered((MOST_KEPT + 2,)).recall() == Answer("", 0)


def test_runs_at_once_do_not_harm_each_other(cache: Path, folder: Path) -> None:
    question = Remembered(("same",))
    answers = [Answer(f"{number}" * 10_000, 0) for number in range(8)]
    threads = [
        threading.Thread(target=question.keep, args=(answer, folder, load(folder)))
        for answer in answers
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert question.recall() in answers

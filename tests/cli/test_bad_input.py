"""Bad input, as users meet it: the exit code, one clear sentence, nothing half-written."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.cli.running import run, write_workspace

HEAD = "workspace: {format: 1, name: example, as_of: 2026-11-22}\n"
SOUND = HEAD + "standards: [{number: GB/T 99001-2020, title: 示例}]\n"
NOBODY = 65534


def diagnostics(folder: Path) -> list[tuple[str, str, int]]:
    result = run("validate", folder, "--format", "json")
    assert result.code == 1
    assert result.err == ""
    return [(d["code"], d["file"], d["line"]) for d in json.loads(result.out)["diagnostics"]]


@pytest.mark.parametrize("command", ["validate", "build", "coverage", "stats", "graph"])
@pytest.mark.parametrize("kind", ["missing", "empty", "file"])
def test_a_folder_without_a_workspace_is_wrong_use(command: str, kind: str, tmp_path: Path) -> None:
    folder = tmp_path / "there"
    if kind == "empty":
        folder.mkdir()
    elif kind == "file":
        folder.write_text("", encoding="utf-8")
    out: list[str | Path] = ["--out", tmp_path / "out"] if command == "build" else []
    result = run(command, folder, *out)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("stdsys: ")
    assert result.err.count("\n") == 1
    assert str(folder) in result.err
    assert not (tmp_path / "out").exists()


def test_no_workspace_upwards_is_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("validate")
    assert result.code == 2
    assert "stdsys init" in result.err


def test_the_nearest_workspace_upwards_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_workspace(tmp_path, SOUND)
    (tmp_path / "deep" / "down").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "deep" / "down")
    assert run("validate").code == 0


BROKEN = {
    "binary": (b"\x89PNG\r\n\x1a\n\0\0\0", "Y001"),
    "gb18030": ("standards: [{number: GB/T 99001-2020, title: 示例}]".encode("gb18030"), "Y001"),
    "syntax": (b"standards: [", "Y002"),
    "tab": (b"standards:\n\t- {number: GB/T 1-2020}", "Y002"),
    "two documents": (b"standards: []\n---\nstandards: []\n", "Y002"),
    "duplicate key": (b"standards: []\nstandards: []\n", "Y003"),
    "tag": (b"standards: !!python/object:os.system []\n", "Y004"),
    "large": (b"# " + b"x" * (50 * 1024 * 1024), "Y004"),
    "alias bomb": (
        b"a: &a [x, x, x, x, x, x, x, x, x]\n"
        + b"".join(
            f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n".encode()
            for old, new in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "Y004",
    ),
    "deep": (b"a: " + b"[" * 5000 + b"]" * 5000, "Y004"),
    "a list": (b"- a\n- b\n", "Y103"),
}


@pytest.mark.parametrize(("content", "code"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_one_finding_and_hides_no_other(
    content: bytes, code: str, tmp_path: Path
) -> None:
    folder = write_workspace(
        tmp_path, HEAD, good="standards: [{number: GB/T 99001-2020, titel: x}]"
    )
    (folder / "broken.yaml").write_bytes(content)
    found = diagnostics(folder)
    assert [(c, f) for c, f, _line in found] == [(code, "broken.yaml"), ("Y101", "good.yaml")]
    out = tmp_path / "out"
    result = run("build", folder, "--out", out)
    assert result.code == 1
    assert "nothing was written" in result.err
    assert not out.exists()


def test_an_empty_file_is_no_fault(tmp_path: Path) -> None:
    folder = write_workspace(tmp_path, SOUND, empty="", comment="# nothing yet\n")
    assert run("validate", folder).code == 0


def test_a_broken_main_file_is_a_finding(tmp_path: Path) -> None:
    folder = write_workspace(tmp_path, "workspace: {", tea="standards: []")
    assert [code for code, _file, _line in diagnostics(folder)] == ["Y002"]


def test_an_unknown_format_is_a_finding(tmp_path: Path) -> None:
    folder = write_workspace(tmp_path, "workspace: {format: 2, name: x}")
    assert diagnostics(folder) == [("Y103", "stdsys.yaml", 1)]


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate", "--select", "X1"],
        ["validate", "--as-of", "yesterday"],
        ["validate", "--as-of", "2026-02-30"],
        ["graph", "--focus", "GB/T 12345-2099"],
        ["build", "--profile", "unheard-of", "--out", "OUT"],
        ["export", "poem", "--out", "OUT"],
        ["explain", "Z9"],
    ],
    ids=lambda arguments: " ".join(arguments),
)
def test_an_unknown_word_on_the_command_line_is_wrong_use(
    arguments: list[str], tmp_path: Path
) -> None:
    folder = write_workspace(tmp_path / "ws", SOUND)
    words: list[str | Path] = [tmp_path / "out" if w == "OUT" else w for w in arguments]
    if arguments[0] != "explain":
        words.insert(2 if arguments[0] == "export" else 1, folder)
    result = run(*words)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("stdsys: ")
    assert result.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["build", "export"])
def test_an_output_folder_that_cannot_be_written_is_wrong_use(command: str, tmp_path: Path) -> None:
    folder = write_workspace(tmp_path / "ws", SOUND)
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    words = [command, "detail"] if command == "export" else [command]
    for out in (Path("/proc/nowhere/out"), tmp_path / "file"):
        result = run(*words, folder, "--out", out)
        assert (result.code, result.out) == (2, "")
        assert str(out) in result.err
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


@contextmanager
def without_rights() -> Iterator[None]:
    """Act as somebody who may read only what everybody may; root may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that everybody may enter; pytest's own belong to the user alone."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.mark.parametrize("closed", ["folder", "file"])
def test_what_may_not_be_read_is_said(closed: str, open_folder: Path) -> None:
    folder = write_workspace(open_folder / "ws", SOUND, secret="standards: []")
    assert run("validate", folder).code == 0  # and everything is imported
    target = folder if closed == "folder" else folder / "secret.yaml"
    target.chmod(0)
    with without_rights():
        result = run("validate", folder)
    target.chmod(0o755)
    if closed == "folder":
        assert (result.code, result.out) == (2, "")
        assert result.err.count("\n") == 1
    else:
        assert result.code == 1
        assert result.out.startswith("secret.yaml:1:1: error Y001 ")


def test_an_id_cannot_forge_a_line_of_the_findings(tmp_path: Path) -> None:
    forged = "x\\nstdsys.yaml:1:1: error N001 forged"
    entry = f'{{standard: GB/T 99001-2020, at: "{forged}"}}'
    systems = f"systems: [{{id: tea, name: 示例, tree: [], entries: [{entry}]}}]\n"
    result = run("validate", write_workspace(tmp_path, SOUND + systems))
    assert "forged" in result.out
    assert not any(line.startswith("stdsys.yaml:1:1: ") for line in result.out.splitlines())


def test_wrong_use_is_one_line_whatever_was_asked(tmp_path: Path) -> None:
    result = run("graph", write_workspace(tmp_path, SOUND), "--focus", "a\r\nb\x1b[2J")
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert result.err.rstrip("\n").isprintable()


def test_the_last_days_of_the_calendar_are_days(tmp_path: Path) -> None:
    folder = write_workspace(tmp_path / "ws", SOUND)
    for day in ("0001-01-01", "9999-12-31"):
        assert run("build", folder, "--out", tmp_path / "out", "--as-of", day).code == 0

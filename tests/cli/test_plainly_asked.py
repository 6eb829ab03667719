"""What is asked in plain words needs no library of the command line, and is answered alike."""

import subprocess
import sys
from pathlib import Path

import pytest

from stdsys.cli.validation import Asked, plainly_asked
from stdsys.messages import Language
from tests.cli.running import run, write_workspace

TEXT = """
workspace: {format: 1, name: example, as_of: 2026-11-22}
standards: [{number: GB/T 99001-2020, issued: 2020-02, effective: 2020-01}]
"""


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ([], Asked()),
        (["a"], Asked(Path("a"))),
        (["--no-cache", "a", "-q"], Asked(Path("a"), quiet=True)),
        (["a", "--quiet", "--lang", "en"], Asked(Path("a"), lang=Language.EN, quiet=True)),
    ],
)
def test_plain_words(words: list[str], asked: Asked) -> None:
    assert plainly_asked(["validate", *words]) == asked


@pytest.mark.parametrize(
    "words",
    [
        ["a", "b"],
        [""],
        ["--help"],
        ["--lang"],
        ["--lang", "fr"],
        ["--lang=en"],
        ["-o", "file"],
        ["--format", "json"],
        ["--", "a"],
        ["-x"],
        ["--cache"],
    ],
)
def test_all_other_words_are_left_to_the_library(words: list[str]) -> None:
    assert plainly_asked(["validate", *words]) is None


def test_other_commands_are_never_plain() -> None:
    assert plainly_asked([]) is None
    assert plainly_asked(["build"]) is None


@pytest.mark.parametrize("plain", [[], ["-q"], ["--no-cache"]])
@pytest.mark.parametrize("sound", [True, False])
def test_both_ways_give_one_answer(tmp_path: Path, plain: list[str], sound: bool) -> None:
    folder = write_workspace(tmp_path / "ws", TEXT.replace("2020-02", "2020-01") if sound else TEXT)
    same = run("validate", folder, *plain, "--fail-on", "error")
    assert run("validate", folder, *plain) == same
    assert same.code == (0 if sound else 1)


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_wrong_folders_are_told_alike(
    tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = run("validate", folder, "--no-cache", "--fail-on", "error")
    assert wrong.code == 2
    assert run("validate", folder, "--no-cache") == wrong


def test_the_library_is_not_imported(tmp_path: Path) -> None:
    folder = write_workspace(tmp_path / "ws", TEXT)
    program = (
        "import sys; from stdsys.cli.app import main\n"
        f"try: main(['validate', {str(folder)!r}, '--no-cache'])\n"
        "except SystemExit: print({'typer', 'networkx', 'pint', 'rich'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert told.stdout.decode().splitlines()[-1] == "set()"

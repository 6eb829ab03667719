"""The real program in this process: arguments in, exit code and streams out."""

import io
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from stdsys.cli.app import main


@dataclass(frozen=True)
class Result:
    """How a run ended and what it said; `bytes` is standard output as it was written."""

    code: int
    out: str
    err: str
    bytes: bytes


class _Stream(io.TextIOWrapper):
    """A standard stream that keeps what is written, and is a terminal if a test wants one."""

    def __init__(self, *, terminal: bool) -> None:
        self.kept = io.BytesIO()
        super().__init__(self.kept, encoding="utf-8", newline="")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def content(self) -> bytes:
        self.flush()
        return self.kept.getvalue()


def run(*arguments: str | Path, lang: str | None = "en", terminal: bool = False) -> Result:
    """Run `stdsys` with these arguments; `lang` adds `--lang` (None: do not)."""
    words = [str(argument) for argument in arguments]
    if lang is not None:
        words += ["--lang", lang]
    out, err = _Stream(terminal=terminal), _Stream(terminal=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as ended:
            main(words)
    code = ended.value.code
    written = out.content()
    return Result(
        code if isinstance(code, int) else 0 if code is None else 1,
        written.decode("utf-8"),
        err.content().decode("utf-8"),
        written,
    )


def write_workspace(folder: Path, text: str, **files: str) -> Path:
    """Write `stdsys.yaml` and further files (`tea="…"` → `tea.yaml`) and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "stdsys.yaml").write_text(dedent(text), encoding="utf-8")
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(dedent(content), encoding="utf-8")
    return folder


def help_of(*words: str) -> str:
    """Return the English help of a command, on one line; its language is that of the process."""
    command = [sys.executable, "-m", "stdsys", *words, "--help", "--lang", "en"]
    told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return " ".join(told.stdout.split())

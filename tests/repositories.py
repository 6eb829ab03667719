"""Real git repositories for tests, each in a folder of its own."""

import os
import subprocess
from pathlib import Path

_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_NAME": "example" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "example@example.invalid" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_DATE": "2026-01-01T00:00:00Z" for who in ("AUTHOR", "COMMITTER")},
}


def git(folder: Path, *words: str) -> str:
    """Run git in a folder and return what it prints."""
    ended = subprocess.run(
        ["git", *words], cwd=folder, env=_ENVIRONMENT, check=True, capture_output=True, text=True
    )
    return ended.stdout


def new_repository(folder: Path) -> Path:
    """Make a repository whose branch is `main`."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def commit(folder: Path, **files: str) -> str:
    """Write files (`tea="…"` → `tea.yaml`), commit all there is, and return the commit."""
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    git(folder, "add", "--all", ".")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "example")
    return git(folder, "rev-parse", "HEAD").strip()

"""Whole outputs on the shipped case, as files: `python -m tests.golden` writes them afresh.

Read the difference in git before committing it: it is what users will see change.
"""

from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "xianning"

COMMANDS: dict[str, tuple[str, ...]] = {
    "validate.zh.txt": ("validate", "--fail-on", "info", "--lang", "zh"),
    "validate.en.txt": ("validate", "--fail-on", "info", "--lang", "en"),
    "validate.json": ("validate", "--format", "json", "--lang", "en"),
    "coverage.zh.txt": ("coverage", "--lang", "zh"),
    "coverage.json": ("coverage", "--format", "json"),
    "stats.zh.txt": ("stats", "--lang", "zh"),
    "stats.json": ("stats", "--format", "json", "--lang", "zh"),
    "graph.zh.txt": ("graph", "--lang", "zh"),
}
"""File → the command whose output on the shipped case it holds; the folder is added."""


def golden_file(name: str) -> Path:
    """Return the path of a golden file."""
    return Path(__file__).parent / name

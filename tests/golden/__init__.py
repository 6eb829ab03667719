"""Whole outputs on the shipped case, as files: `python -m tests.golden` writes them afresh.

Read the difference in git before committing it: it is what users will see change.
"""

from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "xianning"

FOLDER = "FOLDER"

COMMANDS: dict[str, tuple[str, ...]] = {
    "validate.zh.txt": ("validate", "--fail-on", "info", "--lang", "zh"),
    "validate.en.txt": ("validate", "--fail-on", "info", "--lang", "en"),
    "validate.json": ("validate", "--format", "json", "--lang", "en"),
    "coverage.zh.txt": ("coverage", "--lang", "zh"),
    "coverage.json": ("coverage", "--format", "json"),
    "stats.zh.txt": ("stats", "--lang", "zh"),
    "stats.json": ("stats", "--format", "json", "--lang", "zh"),
    "graph.zh.txt": ("graph", "--lang", "zh"),
    "history.zh.txt": (
        "coverage",
        *("--over", "2013-01..2026-11", "--by", "quarter", "--lang", "zh"),
    ),
    "compare.zh.txt": ("compare", "--lang", "zh"),
    "targets.zh.txt": ("targets", "--lang", "zh"),
    "targets.json": ("targets", "--format", "json", "--lang", "zh"),
    "impact.zh.txt": ("impact", "GB 2762", FOLDER, "--if-withdrawn", "--lang", "zh"),
    "order.zh.txt": ("order", "--lang", "zh"),
    "reviews.zh.txt": ("reviews", "--lang", "zh"),
    "quality.zh.txt": ("quality", "--lang", "zh"),
}
"""File → the command whose output on the shipped case it holds.

The folder stands where `FOLDER` says, else after the name of the command.
"""


def arguments(name: str) -> list[str]:
    """Return the arguments of the command whose output a golden file holds."""
    command, *options = COMMANDS[name]
    words = [command, *options] if FOLDER in options else [command, FOLDER, *options]
    return [str(EXAMPLE) if word == FOLDER else word for word in words]


def golden_file(name: str) -> Path:
    """Return the path of a golden file."""
    return Path(__file__).parent / name

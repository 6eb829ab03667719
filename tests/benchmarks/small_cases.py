"""Small runs, where starting is nearly all; and `number`, line by line."""

import sys
from pathlib import Path

from tests.benchmarks.cases import Case, program

BARE_APP = "bare typer app"
VERSION = "--version"
IMPORTS = "import typer, yaml, pydantic"
EXAMPLE_COLD = "validate examples/xianning, cold"
EXAMPLE_WARM = "validate examples/xianning, warm"
NUMBER = "number"

_IMPORTS = "import typer, yaml; from pydantic import BaseModel"
_BARE_APP = """\
import typer
app = typer.Typer()
@app.command()
def one(times: int = 1) -> None:
    "Do one thing."
@app.command()
def other(times: int = 1) -> None:
    "Do another."
app(["one"])
"""
_CHECKED = frozenset({0, 1})


def start_cases(example: Path, *, cached: bool) -> list[Case]:
    """Return the small runs and their yardsticks; `example` is a copy of the real case."""
    validate = (program(), "validate", str(example))
    cold = (*validate, "--no-cache") if cached else validate
    return [
        Case(BARE_APP, (sys.executable, "-c", _BARE_APP)),
        Case(VERSION, (program(), "--version")),
        Case(IMPORTS, (sys.executable, "-c", _IMPORTS)),
        Case(EXAMPLE_COLD, cold, expected=_CHECKED),
        Case(EXAMPLE_WARM, validate, expected=_CHECKED),
    ]


def number_case(lines: Path) -> Case:
    """Return the reading of a file of numbers, one a line."""
    return Case(NUMBER, (program(), "number"), expected=_CHECKED, standard_input=lines)

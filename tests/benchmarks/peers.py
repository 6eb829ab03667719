"""The neighbours: doorstop, strictdoc, sphinx-needs and compliance-trestle, where installed.

Each has an environment of its own, so that their libraries cannot meet:

    for peer in doorstop strictdoc needs trestle; do python3 -m venv peers/$peer; done
    peers/doorstop/bin/pip install doorstop openpyxl
    peers/strictdoc/bin/pip install strictdoc
    peers/needs/bin/pip install sphinx sphinx-needs
    peers/trestle/bin/pip install compliance-trestle
"""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.cases import Case
from tests.benchmarks.peer_files import (
    write_doorstop,
    write_needs,
    write_strictdoc,
    write_trestle,
)

DOORSTOP = "doorstop validate, no child check"
STRICTDOC = "strictdoc json"
NEEDS = "sphinx-needs schema"
TRESTLE = "trestle validate, no link check"
DOORSTOP_XLSX = "doorstop xlsx"
STRICTDOC_XLSX = "strictdoc excel"
PEER_COMMANDS = (DOORSTOP, DOORSTOP_XLSX, STRICTDOC, STRICTDOC_XLSX, NEEDS, TRESTLE)


def peer_cases(environments: Path, scratch: Path, count: int, seed: int) -> list[Case]:
    """Write the data of the neighbours that are installed, and return their commands.

    Of each the quickest command that checks everything it can: doorstop's check of child documents
    alone takes several times the rest.
    """
    makers: tuple[tuple[str, Callable[[Path, Path, int, int], list[Case]]], ...] = (
        ("doorstop/bin/doorstop", _doorstop),
        ("strictdoc/bin/strictdoc", _strictdoc),
        ("needs/bin/sphinx-build", _needs),
        ("trestle/bin/trestle", _trestle),
    )
    cases = []
    for tool, make in makers:
        path = (environments / tool).absolute()
        if path.exists():
            cases += make(path, scratch / tool.partition("/")[0], count, seed)
    return cases


def _doorstop(tool: Path, folder: Path, count: int, seed: int) -> list[Case]:
    data, out = folder / "data", folder / "out"
    write_doorstop(data, count, seed)
    git = ("git", "-c", "user.name=benchmark", "-c", "user.email=benchmark@example.org")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "data")):
        subprocess.run((*git, *words), cwd=data, check=True)
    check = (str(tool), "-F", "-W", "-C", "-q")
    export = (str(tool), "export", "all", str(out), "--xlsx")
    return [
        Case(DOORSTOP, check, folder=data),
        Case(DOORSTOP_XLSX, export, _emptying(out), folder=data),
    ]


def _strictdoc(tool: Path, folder: Path, count: int, seed: int) -> list[Case]:
    data, out = folder / "data", folder / "out"
    write_strictdoc(data, count, seed)

    def export(form: str) -> tuple[str, ...]:
        return (str(tool), "export", "--formats", form, "--output-dir", str(out), ".")

    return [
        Case(STRICTDOC, export("json"), _emptying(out), folder=data),
        Case(STRICTDOC_XLSX, export("excel"), _emptying(out), folder=data),
    ]


def _needs(tool: Path, folder: Path, count: int, seed: int) -> list[Case]:
    data, out = folder / "data", folder / "out"
    write_needs(data, count, seed)
    command = (str(tool), "-q", "-E", "-b", "schema", ".", str(out))
    return [Case(NEEDS, command, _emptying(out), folder=data)]


def _trestle(tool: Path, folder: Path, count: int, seed: int) -> list[Case]:
    catalog, data = folder / "catalog.json", folder / "data"
    write_trestle(catalog, count, seed)
    data.mkdir()
    for words in (("init", "--local"), ("import", "-f", str(catalog), "-o", "benchmark")):
        subprocess.run((str(tool), *words), cwd=data, check=True, stdout=subprocess.DEVNULL)
    command = (str(tool), "validate", "-t", "catalog", "-n", "benchmark")
    return [Case(TRESTLE, command, folder=data)]


def _emptying(out: Path) -> Callable[[], None]:
    return lambda: shutil.rmtree(out, ignore_errors=True)

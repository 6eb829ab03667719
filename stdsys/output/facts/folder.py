"""The folder of facts: a folder a workspace, replaced as a whole, and what helps to ask beside it.

- `README.md`, `duckdb.sql`, `queries/*.sql`: the same whatever workspace is exported;
- `<workspace>/standards.parquet` … `targets.parquet`, `facts.json`: one folder a workspace.
"""

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from stdsys.analysis.analysis import Analysis
from stdsys.messages import _
from stdsys.output.atomic import OutputError, write_text
from stdsys.output.facts.beside import README, beside
from stdsys.output.facts.columns import FactTable
from stdsys.output.facts.delimited import write_csv, write_jsonl
from stdsys.output.facts.formats import FACT_FORMATS
from stdsys.output.facts.manifest import (
    MANIFEST,
    check_formats_alike,
    check_replaceable,
    manifest_of,
    source_of,
)

_FORBIDDEN = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
_LEADING = {".": "．", "_": "＿"}
"""Spark takes folders that begin with these for hidden."""
_LONGEST = 80
_TAKEN = frozenset(path.partition("/")[0].lower() for path in beside())


def write_facts(
    tables: Sequence[FactTable],
    analysis: Analysis,
    formats: Iterable[str],
    out: Path,
    *,
    root: Path,
) -> list[str]:
    """Write the tables below `out` and return the paths of them and of the readme, relative to it.

    `root` is the folder of the workspace, by which it is known again. The workspace's folder below
    `out` appears, or is replaced, as a whole. OutputError if that holds the facts of another
    workspace or anything else, if those beside it have other formats, or if it cannot be written.
    """
    asked = set(formats)
    forms = tuple(form for form in FACT_FORMATS if form in asked)
    manifest = manifest_of(tables, analysis, forms, source_of(root, out))
    folder = out / folder_name(analysis.workspace.record.name)
    names = [f"{table.name}.{form}" for form in forms for table in tables]

    def check() -> None:
        check_replaceable(folder, manifest)
        check_formats_alike(folder, manifest)

    def fill(fresh: Path) -> None:
        for form in forms:
            write = _writer(form)
            for table in tables:
                write(table, fresh / f"{table.name}.{form}")
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        (fresh / MANIFEST).write_text(text, encoding="utf-8", newline="\n")

    try:
        check()
        _replace(folder, fill, check)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            _("{path} cannot be written: {reason}", path=folder, reason=reason)
        ) from None
    _write_beside(out, forms[0])
    return [*(f"{folder.name}/{name}" for name in names), README]


def folder_name(workspace: str) -> str:
    """Return the name of a workspace's folder: its own name, as far as file systems allow."""
    plain = "".join(char if char.isprintable() else " " for char in workspace.strip())
    name = plain.translate(_FORBIDDEN)[:_LONGEST].rstrip(" .")
    if name[:1] in _LEADING:
        name = _LEADING[name[0]] + name[1:]
    return f"{name}-" if name.lower() in _TAKEN else name or "workspace"


def _writer(form: str) -> Callable[[FactTable, Path], None]:
    if form == "parquet":
        from stdsys.output.facts.parquet import write_parquet

        return write_parquet
    return write_csv if form == "csv" else write_jsonl


def _replace(folder: Path, fill: Callable[[Path], None], check: Callable[[], None]) -> None:
    """Fill a new folder and put it in the place of an old one.

    The new one is filled a level deeper than facts lie, where no query over all folders sees it.
    Just before it takes its place `check` looks once more: others may export at the same time.
    """
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".stdsys-") as temporary:
        fresh, old = Path(temporary) / "new", Path(temporary) / "old"
        fresh.mkdir()
        fill(fresh)
        for path in fresh.iterdir():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
        check()
        try:
            if folder.exists():
                folder.rename(old)
            fresh.rename(folder)
        except BaseException:  # Ctrl-C, too
            if old.exists() and not folder.exists():
                old.rename(folder)
            raise


def _write_beside(out: Path, form: str) -> None:
    """Write the readme and the queries where they are not there yet, or are of another version."""
    for path, text in beside(form).items():
        if not _is(out / path, text):
            write_text(out / path, text)


def _is(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False

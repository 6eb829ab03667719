"""The folder of facts: a folder a workspace, replaced as a whole, and what helps to ask beside it.

- `README.md`, `duckdb.sql`, `queries/*.sql`: the same whatever is exported;
- `<workspace>/standards.parquet` … `targets.parquet`, `facts.json`: one folder a workspace.
"""

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from stdsys import __version__
from stdsys.analysis.analysis import Analysis
from stdsys.messages import _
from stdsys.output.atomic import OutputError, write_text
from stdsys.output.facts.beside import README, beside
from stdsys.output.facts.columns import FactTable
from stdsys.output.facts.delimited import write_csv, write_jsonl
from stdsys.output.facts.formats import FACT_FORMATS
from stdsys.output.facts.tables import TABLES

VERSION = 1
"""Of the tables: columns may be added, none is renamed or changes its type within a version."""

_MANIFEST = "facts.json"
_OURS = frozenset({_MANIFEST, *(f"{table}.{form}" for table in TABLES for form in FACT_FORMATS)})
_FORBIDDEN = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
_LEADING = {".": "．", "_": "＿"}
"""Spark takes folders that begin with these for hidden."""
_LONGEST = 80


def write_facts(
    tables: Sequence[FactTable], analysis: Analysis, formats: Iterable[str], out: Path
) -> list[str]:
    """Write the tables below `out` and return the paths of them and of the readme, relative to it.

    The workspace's folder appears, or is replaced, as a whole. OutputError if it holds the facts of
    another workspace or anything else, or cannot be written.
    """
    manifest = _manifest(tables, analysis)
    folder = out / folder_name(analysis.workspace.record.name)
    _check(folder, manifest)
    forms = tuple(dict.fromkeys(formats))
    names = [f"{table.name}.{form}" for form in forms for table in tables]

    def fill(fresh: Path) -> None:
        for form in forms:
            write = _writer(form)
            for table in tables:
                write(table, fresh / f"{table.name}.{form}")
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        (fresh / _MANIFEST).write_text(text, encoding="utf-8", newline="\n")

    try:
        _replace(folder, fill)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            _("{path} cannot be written: {reason}", path=folder, reason=reason)
        ) from None
    _write_beside(out)
    return [*(f"{folder.name}/{name}" for name in names), README]


def folder_name(workspace: str) -> str:
    """Return the name of a workspace's folder: its own name, as far as file systems allow."""
    plain = "".join(char if char.isprintable() else " " for char in workspace.strip())
    name = plain.translate(_FORBIDDEN)[:_LONGEST].rstrip(" .")
    if name[:1] in _LEADING:
        name = _LEADING[name[0]] + name[1:]
    return "queries-" if name.lower() == "queries" else name or "workspace"


def _writer(form: str) -> Callable[[FactTable, Path], None]:
    if form == "parquet":
        from stdsys.output.facts.parquet import write_parquet

        return write_parquet
    return write_csv if form == "csv" else write_jsonl


def _manifest(tables: Sequence[FactTable], analysis: Analysis) -> dict[str, Any]:
    record = analysis.workspace.record
    region = record.region
    return {
        "version": VERSION,
        "stdsys": __version__,
        "workspace": record.name,
        "title": record.title,
        "region_code": region.code if region else None,
        "region_name": region.name if region else None,
        "as_of": analysis.as_of.isoformat(),
        "rows": {table.name: len(table) for table in tables},
    }


_IDENTITY = ("workspace", "title", "region_code", "region_name")


def _check(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Refuse a folder that is not the same workspace's facts: they would be lost, or mixed up."""
    if not folder.exists():
        return
    if not folder.is_dir() or {file.name for file in folder.iterdir()} - _OURS:
        raise OutputError(
            _("{path} holds more than facts: choose another output folder", path=folder)
        )
    there = _read(folder / _MANIFEST)
    if there is not None and any(there.get(key) != manifest[key] for key in _IDENTITY):
        raise OutputError(
            _(
                "{path} holds the facts of another workspace of that name ({title}): give each "
                "workspace a name of its own, or remove the folder",
                path=folder,
                title=there.get("title") or there.get("region_name") or there.get("workspace"),
            )
        )


def _read(path: Path) -> Mapping[str, Any] | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _replace(folder: Path, fill: Callable[[Path], None]) -> None:
    """Fill a new folder and put it in the place of an old one.

    The new one is filled a level deeper than facts lie, where no query over all folders sees it.
    """
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".stdsys-") as temporary:
        fresh, old = Path(temporary) / "new", Path(temporary) / "old"
        fresh.mkdir()
        fill(fresh)
        for path in fresh.iterdir():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
        if folder.exists():
            folder.rename(old)
        try:
            fresh.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise


def _write_beside(out: Path) -> None:
    """Write the readme and the queries where they are not there yet, or are of another version."""
    for path, text in beside().items():
        if not _is(out / path, text):
            write_text(out / path, text)


def _is(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False

"""The manifest of a workspace's folder of facts: whose it is, and what may be replaced by what."""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from stdsys import __version__
from stdsys.analysis.analysis import Analysis
from stdsys.messages import _
from stdsys.output.atomic import OutputError
from stdsys.output.facts.columns import FactTable
from stdsys.output.facts.formats import FACT_FORMATS
from stdsys.output.facts.tables import TABLES

VERSION = 1
"""Of the tables: columns may be added, none is renamed or changes its type within a version."""

MANIFEST = "facts.json"


def manifest_of(
    tables: Sequence[FactTable], analysis: Analysis, formats: Sequence[str], source: str
) -> dict[str, Any]:
    """Return what the manifest says; nothing of it depends on when or by whom it is written."""
    record = analysis.workspace.record
    region = record.region
    return {
        "version": VERSION,
        "stdsys": __version__,
        "source": source,
        "workspace": record.name,
        "title": record.title,
        "region_code": region.code if region else None,
        "region_name": region.name if region else None,
        "as_of": analysis.as_of.isoformat(),
        "formats": list(formats),
        "rows": {table.name: len(table) for table in tables},
    }


def source_of(root: Path, out: Path) -> str:
    """Return what tells workspaces apart whatever they call themselves: a digest of the folder.

    It counts from the output folder, so that both can be moved or checked out together; on another
    drive it is the absolute path. A digest, since facts are handed on and paths name people.
    """
    root, out = root.resolve(), out.resolve()
    try:
        path = Path(os.path.relpath(root, out)).as_posix()
    except ValueError:
        path = root.as_posix()
    return hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def check_replaceable(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Refuse a folder that is not the same workspace's facts: what is there would be lost."""
    if not os.path.lexists(folder):
        return
    names = {file.name for file in folder.iterdir()} if folder.is_dir() else None
    if names == set():
        return
    there = read_manifest(folder)
    if names is None or there is None or names - _files_of(there):
        raise OutputError(
            _(
                "{path} holds something else than facts that stdsys has written: choose another "
                "output folder",
                path=folder,
            )
        )
    if there["source"] != manifest["source"]:
        raise OutputError(
            _(
                "{path} holds the facts of another workspace of that name ({title}): give each "
                "workspace a {name} of its own; if this one has moved, remove that folder",
                path=folder,
                title=there.get("title") or there.get("region_name") or there.get("workspace"),
                name="name:",
            )
        )


def check_formats_alike(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Refuse formats that the workspaces beside do not have: queries would miss one or the other.

    All beside have the same ones, therefore, and the first that is found tells them.
    """
    for beside in folder.parent.iterdir():
        there = None if beside.name == folder.name else read_manifest(beside)
        if there is None:
            continue
        if there["formats"] != manifest["formats"]:
            raise OutputError(
                _(
                    "the workspaces in {path} are written as {there}, this one would be as "
                    "{formats}, and queries would not see all of them: write {option}, or choose "
                    "another output folder",
                    path=folder.parent,
                    there=tuple(there["formats"]),
                    formats=tuple(manifest["formats"]),
                    option=" ".join(f"--format {form}" for form in there["formats"]),
                )
            )
        return


def read_manifest(folder: Path) -> Mapping[str, Any] | None:
    """Return the manifest in a folder; None if there is none that this program has written."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not isinstance(found.get("source"), str):
        return None
    formats = found.get("formats")
    known = isinstance(formats, list) and bool(formats) and all(f in FACT_FORMATS for f in formats)
    return found if known else None


def _files_of(manifest: Mapping[str, Any]) -> set[str]:
    return {MANIFEST, *(f"{table}.{form}" for form in manifest["formats"] for table in TABLES)}

"""The same standards in the formats of the neighbours: a field for a field, a link for a citation.

The faults are not written: the neighbours have no words for them.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.items import LEVELS, PER_FILE, STAGES, Item, items

FIELDS = ("number", "level", "stage", "status", "issued", "effective", "issuer", "source")
_STATUSES = ("in-force", "upcoming", "replaced")


def values(item: Item) -> dict[str, str]:
    """Return the fields of a standard as text."""
    status = _STATUSES[1 if item.upcoming else 0 if item.living else 2]
    return {
        "number": item.number,
        "level": item.level,
        "stage": item.stage,
        "status": status,
        "issued": item.issued.isoformat(),
        "effective": item.effective.isoformat(),
        "issuer": item.issuer,
        "source": f"https://example.org/std/{item.index}",
    }


def write_doorstop(folder: Path, count: int, seed: int) -> None:
    """Write a file a standard, a document a level, each the child of the level above."""
    for depth, level in enumerate(LEVELS):
        lines = ["settings:", "  digits: 7", f"  prefix: {level[:3].upper()}", "  sep: ''"]
        if depth:
            lines.insert(2, f"  parent: {LEVELS[depth - 1][:3].upper()}")
        lines += ["attributes:", "  publish:", *(f"  - {field}" for field in FIELDS[:1])]
        _put(folder / level / ".doorstop.yml", lines)
    for item in items(count, seed):
        fields = {f"x-{name}" if name == "level" else name: v for name, v in values(item).items()}
        links = [f"- {cited.ident}: null" for cited in item.cited]
        _put(
            folder / item.level / f"{item.ident}.yml",
            [
                "active: true",
                "derived: false",
                f"header: {item.title}",
                f"level: 1.{item.index + 1}",
                *(["links:", *links] if links else ["links: []"]),
                "normative: true",
                "ref: ''",
                "reviewed: null",
                f"text: {item.title}",
                *(f"{name}: '{value}'" for name, value in fields.items()),
            ],
        )


def write_strictdoc(folder: Path, count: int, seed: int) -> None:
    """Write a hundred standards a document, with a grammar of their own."""
    choices = {"level": LEVELS, "stage": STAGES, "status": _STATUSES}
    grammar = ["[GRAMMAR]", "ELEMENTS:", "- TAG: TEXT", "  FIELDS:"]
    grammar += ["  - TITLE: STATEMENT", "    TYPE: String", "    REQUIRED: True"]
    grammar += ["- TAG: STANDARD", "  FIELDS:"]
    for field in ("uid", *FIELDS, "title", "statement"):
        kind = f"SingleChoice({', '.join(choices[field])})" if field in choices else "String"
        grammar += [f"  - TITLE: {field.upper()}", f"    TYPE: {kind}", "    REQUIRED: True"]
    grammar += ["  RELATIONS:", "  - TYPE: Parent"]
    for name, part in _parts(count, seed):
        lines = ["[DOCUMENT]", f"TITLE: {name}", "", *grammar, ""]
        for item in part:
            lines += ["[STANDARD]", f"UID: {item.ident}"]
            lines += [f"{field.upper()}: {value}" for field, value in values(item).items()]
            lines += [f"TITLE: {item.title}", f"STATEMENT: {item.title}"]
            if item.cited:
                lines.append("RELATIONS:")
                for cited in item.cited:
                    lines += ["- TYPE: Parent", f"  VALUE: {cited.ident}"]
            lines.append("")
        _put(folder / f"{name}.sdoc", lines)


def write_needs(folder: Path, count: int, seed: int) -> None:
    """Write a hundred standards a page, for sphinx-needs."""
    choices = {"level": LEVELS, "stage": STAGES}
    schemas = {
        field: {
            "schema": {"type": "string"}
            | ({"enum": list(choices[field])} if field in choices else {})
        }
        for field in FIELDS
        if field != "status"
    }
    kind = {"directive": "std", "title": "Standard", "prefix": "S_"}
    kind |= {"color": "#BFD8D2", "style": "node"}
    _put(
        folder / "conf.py",
        [
            'project = "benchmark"',
            'extensions = ["sphinx_needs"]',
            f"needs_types = [{kind!r}]",
            'needs_id_regex = "^[A-Z]{3}[0-9]{7}$"',
            f"needs_fields = {schemas!r}",
        ],
    )
    names = []
    for name, part in _parts(count, seed):
        names.append(name)
        lines = [name, "=" * len(name), ""]
        for item in part:
            lines += [f".. std:: {item.title}", f"   :id: {item.ident}"]
            lines += [f"   :{field}: {value}" for field, value in values(item).items()]
            if item.cited:
                lines.append(f"   :links: {', '.join(cited.ident for cited in item.cited)}")
            lines += ["", f"   {item.title}", ""]
        _put(folder / f"{name}.rst", lines)
    toctree = [".. toctree::", "", *(f"   {name}" for name in names)]
    _put(folder / "index.rst", ["benchmark", "=========", "", *toctree])


def write_trestle(path: Path, count: int, seed: int) -> None:
    """Write one OSCAL catalog: a group a product, a control a standard."""
    groups = []
    for name, part in _parts(count, seed):
        controls = []
        for item in part:
            ident = item.ident.lower()
            control = {
                "id": ident,
                "title": item.title,
                "props": [{"name": n, "value": value} for n, value in values(item).items()],
                "parts": [{"id": f"{ident}_smt", "name": "statement", "prose": item.title}],
            }
            links = [{"href": f"#{c.ident.lower()}", "rel": "reference"} for c in item.cited]
            controls.append(control | ({"links": links} if links else {}))
        groups.append({"id": name, "title": name, "controls": controls})
    catalog = {
        "uuid": "7c0f4c1e-6d1c-4c0e-9d57-1f5a0e8b9a42",
        "metadata": {
            "title": "benchmark",
            "last-modified": "2026-06-01T00:00:00+00:00",
            "version": "1",
            "oscal-version": "1.1.3",
        },
        "groups": groups,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"catalog": catalog}, ensure_ascii=False), "utf-8")


def _parts(count: int, seed: int) -> Iterator[tuple[str, list[Item]]]:
    for start in range(0, count, PER_FILE):
        part = [Item(seed, index) for index in range(start, min(start + PER_FILE, count))]
        yield f"part-{start // PER_FILE:05d}", part


def _put(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")

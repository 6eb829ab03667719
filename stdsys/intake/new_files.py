"""The files of a new workspace: which holds what, as people would divide it by hand.

`stdsys.yaml` the workspace and its axes; `systems/<system>.yaml` a tree and its entries;
`standards/` the facts: by level where there is one system, else by the system that first places a
standard; `documents.yaml` laws and policies; `organisations.yaml` the units that are named.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf

from stdsys.intake.fitting import Body
from stdsys.intake.names import FreeIds
from stdsys.intake.records import Item
from stdsys.intake.system_records import MadeSystem, Records, entry_body, tree_of
from stdsys.intake.yaml_text import comment, field_lines, item_lines
from stdsys.messages import Text, Translator, _
from stdsys.model.catalogue import read_number
from stdsys.numbers import Level
from stdsys.source.discovery import MAIN_FILE

MOST_RECORDS = 1_000
"""Records a file; more go on in a second one, which nobody has to scroll through."""

MOST_CHARACTERS = 1_500_000
"""Characters of records a file: far below the size that a reader refuses."""

FACTS_FIRST = (
    *("number", "id", "title", "title_en", "level", "nature", "status"),
    *("issued", "effective", "withdrawn", "reviewed", "replaces", "replaced_by", "formerly"),
)
FACTS_LAST = ("source", "verified", "notes")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r"[^\w-]+")


def new_files(
    records: Records,
    *,
    workspace: Mapping[str, str],
    origin: Sequence[str],
    say: Translator,
) -> dict[str, str]:
    """Return path → text of every file of a new workspace.

    `workspace` are the fields of the section of that name, `origin` the files that were imported.
    """
    title = say(_("Imported from {files}", files=tuple(origin)))
    files = {MAIN_FILE: _text(title, _main_lines(records, workspace, say))}
    files |= {path: _text(title, lines) for path, lines in _standards(records, say)}
    names = FreeIds()
    paths = {s.id: f"systems/{file_name(s.id, names)}.yaml" for s in records.systems}
    as_read = sorted(records.systems, key=lambda s: reading_rank(s.body.get("order"), paths[s.id]))
    first = first_entries(as_read)
    for system in records.systems:
        path = paths[system.id]
        files[path] = _text(title, ["systems:", *_below(system_lines(system, first, say))])
    if records.items.documents:
        lines = [line for item in records.items.documents for line in item_lines(item.body, 2)]
        files["documents.yaml"] = _text(title, ["documents:", *_below(lines)])
    if records.organisations:
        lines = named_lines("organisations", records.organisations)
        files["organisations.yaml"] = _text(title, lines)
    return files


def imported_file(
    records: Records, *, first: Mapping[int, str], origin: Sequence[str], say: Translator
) -> str:
    """Return one file that holds all records: what an import adds to a workspace.

    `first` tells which system states the facts of a planned standard.
    """
    items = records.items
    sections = [
        named_lines("stages", records.stages),
        named_lines("aspects", records.aspects),
        named_lines("organisations", records.organisations),
        ["documents:", *_below(line for item in items.documents for line in item_lines(item.body))],
        ["standards:", *_below(standard_lines(items.standards, say))],
        [
            "systems:",
            *_below(line for s in records.systems for line in system_lines(s, first, say)),
        ],
    ]
    lines: list[str] = []
    for section in sections:
        if len(section) > 1:
            lines += ["", *section] if lines else section
    return _text(say(_("Imported from {files}", files=tuple(origin))), lines)


def reading_rank(order: object, file: str) -> tuple[float, bool, str]:
    """Return what systems are read by: their own `order`, then the order of the files."""
    stated = float(str(order)) if order is not None else inf
    return stated, file != MAIN_FILE, file


def first_entries(systems: Iterable[MadeSystem]) -> dict[int, str]:
    """Return which system, in reading order, first places an item (by its identity in memory).

    There the facts of a planned standard go: what a later entry says of it is only compared.
    """
    first: dict[int, str] = {}
    for system in systems:
        for placed in system.entries:
            first.setdefault(id(placed.item), system.id)
    return first


def standard_lines(items: Iterable[Item], say: Translator) -> Iterator[str]:
    """Yield standards as records of one field a line, a blank line between them."""
    for index, item in enumerate(items):
        if index:
            yield ""
        head, *lines = item_lines(in_order(item.body), 2, spread=True)
        if item.original is not None:
            printed = say(_("in the workbook: {text}", text=item.original))
            head += f"  # {comment(printed)}"
        yield from (head, *lines)


def in_order(body: Body) -> Body:
    """Return the facts of a standard as they are written: what it is first, remarks last."""
    rank = {name: index for index, name in enumerate((*FACTS_FIRST, "", *FACTS_LAST))}
    return dict(sorted(body.items(), key=lambda pair: rank.get(pair[0], len(FACTS_FIRST))))


def system_lines(system: MadeSystem, first: Mapping[int, str], say: Translator) -> list[str]:
    """Return a system as an item of `systems:`; its entries stand under the names of their nodes.

    `first` tells which system states the facts of a planned standard.
    """
    lines = [*field_lines("id", system.id), *field_lines("name", system.name)]
    for key, value in system.body.items():
        lines += field_lines(key, value, 4)
    if system.nodes:
        lines.append("tree:")
        lines += _below(line for node in tree_of(system.nodes) for line in item_lines(node, 6))
    if system.entries:
        lines.append("entries:")
        lines += _below(_entry_lines(system, first))
    head, *others = lines
    return [f"- {head}", *_below(others)]


def _entry_lines(system: MadeSystem, first: Mapping[int, str]) -> Iterator[str]:
    names = {node.code: node.name for node in system.nodes}
    node: str | None = None
    stated: set[int] = set()
    for index, placed in enumerate(system.entries):
        if placed.node != node:
            if index:
                yield ""
            if placed.node is not None:
                yield f"# {comment(f'{placed.node} {names.get(placed.node, str())}')}"
            node = placed.node
        key = id(placed.item)
        in_full = first.get(key) == system.id and key not in stated
        stated.add(key)
        yield from item_lines(entry_body(placed, in_full=in_full), 6)


def named_lines(section: str, named: Mapping[str, str]) -> list[str]:
    """Return a section of things that have an id and a name."""
    rows = [line for key, name in named.items() for line in item_lines({"id": key, "name": name})]
    return [f"{section}:", *_below(rows)]


def file_name(key: str, taken: FreeIds) -> str:
    """Return a name for a file that every system can keep; none differ by case only."""
    name = _NOT_IN_NAMES.sub("-", key).strip("-_").lower()[:60] or "part"
    return taken.take(f"{name}-file" if _RESERVED.fullmatch(name) else name)


def _main_lines(records: Records, workspace: Mapping[str, str], say: Translator) -> list[str]:
    lines = ["workspace:"]
    lines += _below(line for key, text in workspace.items() for line in field_lines(key, text, 2))
    for section, named in (("stages", records.stages), ("aspects", records.aspects)):
        if named:
            lines += ["", *named_lines(section, named)]
    return lines


def _standards(records: Records, say: Translator) -> Iterator[tuple[str, list[str]]]:
    """Yield the files of `standards/`, each with its lines."""
    names = FreeIds()
    for group, items in _groups(records).items():
        for part in _parts(items):
            path = f"standards/{file_name(group, names)}.yaml"
            yield path, ["standards:", *_below(standard_lines(part, say))]


def _groups(records: Records) -> dict[str, list[Item]]:
    """Sort standards by level, or by system where there are several."""
    by_system = len(records.systems) > 1
    first = first_entries(records.systems)
    groups: dict[str, list[Item]] = {}
    for item in records.items.standards:
        group = first.get(id(item), "not-placed") if by_system else _level(item)
        groups.setdefault(group, []).append(item)
    if by_system:
        return groups
    return {level: groups[level] for level in (*Level, "unknown") if level in groups}


def _level(item: Item) -> str:
    number = read_number(str(item.body.get("number", "")))
    return number.level.value if number else "unknown"


def _parts(items: Sequence[Item]) -> Iterator[list[Item]]:
    part: list[Item] = []
    size = 0
    for item in items:
        length = len(str(item.body))
        if part and (len(part) == MOST_RECORDS or size + length > MOST_CHARACTERS):
            yield part
            part, size = [], 0
        part.append(item)
        size += length
    if part:
        yield part


def _text(title: str | Text, lines: Iterable[str]) -> str:
    return "\n".join([f"# {comment(str(title))}", *lines]) + "\n"


def _below(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" if line else "" for line in lines]

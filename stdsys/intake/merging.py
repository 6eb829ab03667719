"""What is to be written so that a workspace holds an import: edits in place, and one new file.

New facts of known records and new entries of known systems are added where these stand; new
records and systems go to a file of their own. What conflicts stays as it is unless the user
prefers the file.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from stdsys.findings import Place
from stdsys.intake.comparison import Comparison, Growth
from stdsys.intake.fitting import Body, fit
from stdsys.intake.names import FreeIds
from stdsys.intake.new_files import (
    FACTS_FIRST,
    FACTS_LAST,
    file_name,
    first_entries,
    imported_file,
    reading_rank,
)
from stdsys.intake.records import OF_THE_ENTRY, Item, Items
from stdsys.intake.system_records import (
    ENTRY_ORDER,
    MadeSystem,
    Placed,
    Records,
    entry_body,
    ordered,
    tree_of,
)
from stdsys.intake.yaml_text import Plain, comment, field_lines, flow, item_lines
from stdsys.messages import Translator
from stdsys.model.items import PlannedStandard
from stdsys.model.standard_record import StandardRecord
from stdsys.model.system_record import EntryRecord
from stdsys.model.workspace import Workspace
from stdsys.source.edits import AddItem, Edit, InsertField, NewText, ReplaceValue
from stdsys.source.plain_lines import Data

FOLDER = "imported"
"""Where the new file goes."""

_STANDARD_ORDER = (
    *FACTS_FIRST,
    *(n for n in StandardRecord.model_fields if n not in (*FACTS_FIRST, *FACTS_LAST)),
    *FACTS_LAST,
)
_NODE_ORDER = ("code", "name", "description", "lead", "stages", "aspects", "kinds", "children")
_SYSTEM_ORDER = ("id", "name", "tree", "entries")
_OF_THE_PLACE = (*OF_THE_ENTRY, "code", "stages", "aspects", "kinds", "origin", "waive")


class Merge(Struct, frozen=True):
    """Edits by file, and the path and text of the new file (None: nothing for one)."""

    edits: Mapping[str, tuple[Edit, ...]]
    new_file: tuple[str, str] | None


def plan_merge(
    comparison: Comparison,
    records: Records,
    workspace: Workspace,
    *,
    new_path: str,
    say: Translator,
    prefer_file: bool = False,
) -> Merge:
    """Return what is to be written; `new_path` is where new records go."""
    return _Planning(comparison, records, workspace, new_path, say).plan(prefer_file)


def new_file_path(workbook: str, existing: Iterable[str]) -> str:
    """Return a path below `imported/` that names the workbook and is free."""
    taken = FreeIds(PurePosixPath(path).stem.lower() for path in existing if _is_ours(path))
    return f"{FOLDER}/{file_name(PurePosixPath(workbook).stem, taken)}.yaml"


def _is_ours(path: str) -> bool:
    return PurePosixPath(path).parent.name == FOLDER


class _Planning:
    def __init__(
        self,
        comparison: Comparison,
        records: Records,
        workspace: Workspace,
        new_path: str,
        say: Translator,
    ) -> None:
        self._comparison = comparison
        self._records = records
        self._workspace = workspace
        self._new_path = new_path
        self._say = say
        self._edits: dict[str, list[Edit]] = {}
        self._first = self._first_entries()

    def plan(self, prefer_file: bool) -> Merge:
        for fact in self._comparison.facts:
            self._insert(fact.place, fact.field, fact.value, _order_at(fact.place))
        if prefer_file:
            conflicts = {c.place: c for c in self._comparison.conflicts if c.can_replace}
            for place, conflict in conflicts.items():
                value = conflict.theirs
                text = NewText(_data(value), flow(value, key=conflict.field), ())
                self._add(place, ReplaceValue(place.route, text))
        for growth in self._comparison.grown:
            self._nodes(growth)
            self._entries(growth)
        edits = {file: tuple(edits) for file, edits in self._edits.items()}
        return Merge(edits, self._new_file())

    def _new_file(self) -> tuple[str, str] | None:
        made, records = self._comparison, self._records
        items = Items(standards=made.standards, documents=made.documents)
        new = Records(items, made.systems, records.organisations, records.stages, records.aspects)
        named = (new.organisations, new.stages, new.aspects)
        if not any((made.standards, made.documents, made.systems)) and not any(named):
            return None
        origin = sorted({w.file for item in _all(records.items) for w in item.where})
        text = imported_file(new, first=self._first, origin=origin, say=self._say)
        return self._new_path, text

    def _insert(self, place: Place, key: str, value: Plain, order: tuple[str, ...]) -> None:
        text = NewText(_data(value), flow(value, key=key), tuple(field_lines(key, value, 8)))
        self._add(place, InsertField(place.route, key, text, order))

    def _add(self, place: Place, edit: Edit) -> None:
        self._edits.setdefault(place.file, []).append(edit)

    def _nodes(self, growth: Growth) -> None:
        """Add new nodes below the known node that they name, or at the top of the tree."""
        parents = {node.code: node.parent for node in growth.nodes}
        groups: dict[str | None, list[Body]] = {}
        for body in tree_of(growth.nodes):
            groups.setdefault(parents[str(body["code"])], []).append(body)
        for parent, bodies in groups.items():
            if parent is None:
                place, name = growth.system.place, "tree"
                held = len(growth.system.record.tree)
                order: tuple[str, ...] = _SYSTEM_ORDER
            else:
                node = growth.system.nodes[parent]
                place, name, held = node.place, "children", len(node.record.children)
                order = _NODE_ORDER
            if not held:
                self._insert(place, name, list(bodies), order)
                continue
            for body in bodies:
                text = NewText(_data(body), flow(body), tuple(item_lines(body, 8)))
                self._add(place, AddItem((*place.route, name), text))

    def _entries(self, growth: Growth) -> None:
        """Add new entries behind the last of their node, or at the end under the node's name."""
        system = growth.system
        last = {entry.at: entry.place.route[-1] for entry in system.record.entries}
        bodies = [(placed, self._entry(placed, system.id)) for placed in growth.entries]
        if not system.record.entries:
            self._insert(system.place, "entries", [body for _p, body in bodies], _SYSTEM_ORDER)
            return
        names = {node.code: node.name for node in system.nodes.values()}
        names |= {node.code: node.name for node in growth.nodes}
        fresh = list(dict.fromkeys(p.node for p in growth.entries if p.node not in last))
        bodies.sort(key=lambda pair: fresh.index(pair[0].node) + 1 if pair[0].node in fresh else 0)
        headed: set[str | None] = set()
        for placed, body in bodies:
            after, lines = last.get(placed.node), tuple(item_lines(body, 6))
            if after is None and placed.node is not None and placed.node not in headed:
                headed.add(placed.node)
                title = comment(f"{placed.node} {names.get(placed.node, '')}")
                lines = ("", f"# {title}", *lines)
            text = NewText(_data(body), flow(body), lines)
            index = after if isinstance(after, int) else None
            self._add(system.place, AddItem((*system.place.route, "entries"), text, index))

    def _entry(self, placed: Placed, system: str) -> Body:
        item = placed.item
        known = self._workspace.planned.get(item.key) if item.reference[0] == "planned" else None
        in_full = self._first.get(id(item)) == system
        if known is None:
            return entry_body(placed, in_full=in_full)
        body = entry_body(placed, in_full=False)
        return ordered(_facts_of(known) | body) if in_full else body

    def _first_entries(self) -> dict[int, str]:
        """Return which system first places an item; for a known one only if it is a new place."""
        files = {system.id: self._new_path for system in self._comparison.systems}
        orders: dict[str, object] = {s.id: s.body.get("order") for s in self._comparison.systems}
        made = list(self._comparison.systems)
        for growth in self._comparison.grown:
            system = growth.system
            files[system.id], orders[system.id] = system.place.file, system.record.order
            made.append(MadeSystem(system.id, system.name, {}, [], growth.entries))
        made.sort(key=lambda system: reading_rank(orders[system.id], files[system.id]))
        first = first_entries(made)
        for item in self._records.items.planned:
            known = self._workspace.planned.get(item.key)
            if known is None or id(item) not in first:
                continue
            new = first[id(item)]
            if reading_rank(orders[new], files[new]) > self._rank_of(known):
                del first[id(item)]
        return first

    def _rank_of(self, known: PlannedStandard) -> tuple[float, bool, str]:
        place = known.place
        orders = (
            system.record.order
            for system in self._workspace.systems.values()
            if system.place.file == place.file and system.place.route == place.route[:2]
        )
        return reading_rank(next(orders, None), place.file)


def _facts_of(known: PlannedStandard) -> Body:
    """Return the facts of a planned standard as its first entry states them."""
    dumped = known.facts.model_dump(mode="json", exclude_unset=True)
    texts = {name: _as_text(value) for name, value in dumped.items() if value is not None}
    return fit(EntryRecord, texts, without=_OF_THE_PLACE).body  # type: ignore[arg-type]


def _as_text(value: object) -> object:
    match value:
        case bool() | str():
            return value
        case dict():
            return {name: _as_text(inner) for name, inner in value.items() if inner is not None}
        case list():
            return tuple(map(_as_text, value))
        case _:
            return str(value)


def _order_at(place: Place) -> tuple[str, ...]:
    return ENTRY_ORDER if "entries" in place.route else _STANDARD_ORDER


def _all(items: Items) -> Iterator[Item]:
    yield from items.standards
    yield from items.planned
    yield from items.documents


def _data(value: Plain) -> Data:
    """Return a value as a reader will see it: lists and mappings of its own kind."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {name: _data(inner) for name, inner in value.items()}
    return [_data(inner) for inner in value]

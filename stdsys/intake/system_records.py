"""The systems of an import as records: trees without cycles, entries that name what there is."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from stdsys.intake.drafts import EntryDraft, Intake, NodeDraft, SystemDraft, Where
from stdsys.intake.fitting import Body, Fitted, add_note, fit, keep_left, plain, said
from stdsys.intake.names import FreeIds, Names
from stdsys.intake.records import (
    OF_THE_ENTRY,
    Item,
    Items,
    make_items,
    refer_to_names,
    stage_and_aspect_names,
)
from stdsys.intake.yaml_text import Plain, writable
from stdsys.messages import Translator, _
from stdsys.model.scalars import YES
from stdsys.model.system_record import EntryRecord, NodeRecord, SystemRecord

DEEPEST = 40
"""Nodes below each other: YAML of more than a hundred levels is refused as hostile."""

_OWN_FIELDS = ("code", "stages", "aspects", "kinds", "origin", "notes", "source", "verified")
"""Fields that an entry may carry beside its item: facts of a standard stand in its record."""

_WORKED_OUT = ("id", "name", "tree", "entries", "coverage", "uses", "waive", "axes")


class TreeNode(Struct):
    """A node: `parent` is the code of a node before it in the list."""

    code: str
    name: str
    parent: str | None
    body: Body
    depth: int = 1


class Placed(Struct):
    """An entry: its item, the code of its node, its own fields. `where` is None for no row."""

    item: Item
    node: str | None
    body: Body
    where: Where | None


class MadeSystem(Struct):
    """A system with its nodes in tree order, and its entries in reading order.

    `draft` is the key of its draft.
    """

    id: str
    name: str
    body: Body
    nodes: list[TreeNode] = field(default_factory=list)
    entries: list[Placed] = field(default_factory=list)
    draft: str = ""


class Records(Struct):
    """Everything that an import brings, as records. Organisations and values: id → name."""

    items: Items
    systems: list[MadeSystem]
    organisations: dict[str, str]
    stages: dict[str, str]
    aspects: dict[str, str]


def make_records(intake: Intake, names: Names, say: Translator) -> Records:
    """Return an import as records that fit each other, and the workspace that `names` knows."""
    stage_and_aspect_names(intake, names)
    items = make_items(intake, names, say)
    ids = FreeIds(names.workspace.systems if names.workspace else ())
    systems = [_system(draft, items, ids, names, say) for draft in intake.systems]
    _place_the_unplaced(items, systems, names, intake, say)
    _use_shared_bases(intake.systems, systems)
    return Records(items, systems, names.organisations.new, names.stages.new, names.aspects.new)


def entry_body(placed: Placed, *, in_full: bool) -> Body:
    """Return an entry as it is written; `in_full` with the facts of a planned standard.

    A planned standard has no record of its own: its facts stand at its first entry.
    """
    name, text = placed.item.reference
    body: Body = {name: text}
    if name == "planned":
        body["id"] = placed.item.key
    if in_full and name == "planned":
        body |= {key: value for key, value in placed.item.body.items() if key not in body}
    if placed.node is not None:
        body["at"] = placed.node
    own = dict(placed.body)
    note = own.pop("notes", "")
    body |= own
    add_note(body, str(note))
    return ordered(body)


_FIRST = ("standard", "planned", "document", "id")
_LAST = ("at", "see_also", "code", "stages", "aspects", "kinds", "origin")
_VERY_LAST = ("source", "verified", "notes")

ENTRY_ORDER = (
    *_FIRST,
    *(n for n in EntryRecord.model_fields if n not in (*_FIRST, *_LAST, *_VERY_LAST)),
    *_LAST,
    *_VERY_LAST,
)
"""Fields of an entry as they are written."""

_RANK = {name: rank for rank, name in enumerate(ENTRY_ORDER)}


def ordered(body: Body) -> Body:
    """Return the fields of an entry in the order in which they are written."""
    return dict(sorted(body.items(), key=lambda pair: _RANK.get(pair[0], len(_RANK))))


def tree_of(nodes: Sequence[TreeNode]) -> list[Body]:
    """Return nodes as nested records; a node whose parent is not among them stands at the top."""
    below: dict[str | None, list[Body]] = {}
    codes = {node.code for node in nodes}
    for node in reversed(nodes):
        body: Body = {"code": node.code, "name": node.name, **node.body}
        if children := below.pop(node.code, []):
            body["children"] = children[::-1]
        below.setdefault(node.parent if node.parent in codes else None, []).append(body)
    return below.get(None, [])[::-1]


def _system(
    draft: SystemDraft, items: Items, ids: FreeIds, names: Names, say: Translator
) -> MadeSystem:
    held = [items.by_draft[e.key].key for e in draft.entries if e.key in items.by_draft]
    known = names.system_key(draft.key, draft.name) or names.system_holding(held)
    key = known or ids.take(draft.key, "system")
    fitted = fit(SystemRecord, draft.fields, without=_WORKED_OUT)
    body = fitted.body
    if isinstance(owner := body.get("owner"), str):
        body["owner"] = names.organisations.id_of(owner)
    fitted.left.pop("uses", None)
    keep_left(body, fitted.left, say)
    system = MadeSystem(key, writable(draft.name).strip() or key, body, draft=draft.key)
    system.nodes = _nodes(draft.nodes, names, say)
    codes: set[str | None] = {node.code for node in system.nodes}
    for entry in draft.entries:
        placed = _placed(entry, items, codes, names, say)
        if placed is not None:
            system.entries.append(placed)
    return system


def _nodes(drafts: Iterable[NodeDraft], names: Names, say: Translator) -> list[TreeNode]:
    """Return nodes above their children, each code once; one too deep moves up."""
    nodes: dict[str, TreeNode] = {}
    for draft in drafts:
        code = writable(draft.code)
        if code in nodes or not code:
            continue
        above = nodes.get(writable(draft.parent)) if draft.parent is not None else None
        if above is not None and above.depth == DEEPEST:
            above = nodes[above.parent or ""]
        fitted = fit(NodeRecord, draft.fields, without=("code", "name", "children", "axes"))
        refer_to_names(fitted.body, names, say)
        left = [f"{name}：{text}" for name, text in fitted.left.items()]
        note = str(fitted.body.pop("notes", ""))
        described = [str(fitted.body.pop("description", "")), *left, note]
        if text := "；".join(filter(None, described)):
            fitted.body["description"] = text
        name = writable(draft.name) or code
        parent = above.code if above else None
        nodes[code] = TreeNode(code, name, parent, fitted.body, above.depth + 1 if above else 1)
    return list(nodes.values())


def _placed(
    draft: EntryDraft, items: Items, codes: set[str | None], names: Names, say: Translator
) -> Placed | None:
    item = items.by_draft.get(draft.key)
    if item is None:
        return None
    fitted = fit(EntryRecord, draft.fields, without=OF_THE_ENTRY)
    strange = {name: text for name, text in fitted.body.items() if name not in _OWN_FIELDS}
    for name in strange:
        fitted.left[name] = str(fitted.body.pop(name))
    refer_to_names(fitted.body, names, say)
    node = writable(draft.node) if draft.node else None
    _see_also(fitted, draft, codes - {node})
    if node is not None and node not in codes:
        fitted.left["at"], node = node, None
    keep_left(fitted.body, fitted.left, say)
    return Placed(item, node, fitted.body, draft.where)


def _see_also(fitted: Fitted, draft: EntryDraft, codes: set[str | None]) -> None:
    """Keep the further nodes of an entry that its system has; the others stay text."""
    value = plain(draft.fields.get("see_also", ()))
    texts = [value] if isinstance(value, str) else [said(inner) for inner in value]
    fitted.left.pop("see_also", None)
    if known := list(dict.fromkeys(text for text in texts if text in codes)):
        fitted.body["see_also"] = known
    if strange := [text for text in texts if text and text not in codes]:
        fitted.left["see_also"] = "、".join(strange)


def _place_the_unplaced(
    items: Items, systems: list[MadeSystem], names: Names, intake: Intake, say: Translator
) -> None:
    """Enter planned standards that no system holds in the first: they exist only as entries."""
    placed = {id(entry.item) for system in systems for entry in system.entries}
    homeless = [item for item in items.planned if id(item) not in placed]
    homeless = [item for item in homeless if item.key not in names.taken]
    if not homeless:
        return
    if not systems:
        name = intake.title or say(_("Imported standards"))
        systems.append(MadeSystem("system", writable(name), {}))
    for item in homeless:
        where = item.where[0] if item.where else None
        systems[0].entries.append(Placed(item, None, {}, where))


def _use_shared_bases(drafts: Sequence[SystemDraft], systems: Sequence[MadeSystem]) -> None:
    """Let systems use the shared bases that the import itself has."""
    shared = {
        draft.key: made.id
        for draft, made in zip(drafts, systems, strict=False)
        if str(made.body.get("shared")).strip().lower() in YES
    }
    for draft, made in zip(drafts, systems, strict=False):
        used = draft.fields.get("uses", ())
        wanted = used if isinstance(used, tuple) else (used,)
        bases: list[Plain] = [
            shared[key] for key in wanted if isinstance(key, str) and key in shared
        ]
        if bases:
            made.body["uses"] = bases

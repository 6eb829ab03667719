"""An import as records of the format: what was understood, sound in itself, nothing lost.

Whatever the drafts hold, what comes out reads without a finding of family Y: ids are unique, what
is referred to exists, and what a field refuses stands in the notes.
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from msgspec import Struct, field

from stdsys.intake.drafts import DocumentDraft, Intake, PlannedDraft, StandardDraft, Where
from stdsys.intake.fitting import Body, fit, keep_left, said
from stdsys.intake.names import FreeIds, Names
from stdsys.intake.yaml_text import Plain, writable
from stdsys.messages import Text, Translator, _
from stdsys.model.catalogue import looks_like_number, read_number
from stdsys.model.standard_record import UNKNOWN_NUMBER, DocumentRecord, StandardRecord
from stdsys.model.system_record import EntryRecord

Draft: TypeAlias = StandardDraft | PlannedDraft | DocumentDraft

OF_THE_ENTRY = ("standard", "number", "planned", "document", "at", "id", "see_also", "axes")
"""Fields of an entry that are worked out here, never taken over."""


class Item(Struct):
    """A standard, planned standard or document: `key` is its identity in a workspace.

    `body` holds its fields; `reference` the field and text by which an entry names it. `stated`
    are the fields that the file itself states, without what the import adds of its own.
    """

    key: str
    body: Body
    reference: tuple[str, str]
    where: tuple[Where, ...]
    stated: frozenset[str]
    original: str | None = None


class Items(Struct):
    """All items of an import, and which item the key of a draft means."""

    standards: list[Item] = field(default_factory=list)
    planned: list[Item] = field(default_factory=list)
    documents: list[Item] = field(default_factory=list)
    by_draft: dict[str, Item] = field(default_factory=dict)


def make_items(intake: Intake, names: Names, say: Translator) -> Items:
    """Return the items of an import."""
    return _Making(intake, names, say).run()


class _Making:
    def __init__(self, intake: Intake, names: Names, say: Translator) -> None:
        self._intake = intake
        self._names = names
        self._say = say
        self._ids = FreeIds(names.taken)
        self._made = Items()
        self._by_key: dict[str, Item] = {}
        self._with_sources = {
            (table.file, table.sheet)
            for table in intake.tables
            if any(column.field == "source" for column in table.columns)
        }

    def run(self) -> Items:
        numbered = [draft for draft in self._intake.standards if _has_number(draft)]
        for draft in numbered:
            self._numbered(draft, draft.number or "")
        for draft in self._intake.standards:
            if not _has_number(draft):
                self._unnumbered(draft)
        for document in self._intake.documents:
            self._document(document)
        for planned in self._intake.planned:
            self._planned(planned)
        self._check_earlier_numbers()
        for planned, item in zip(self._intake.planned, self._made.planned, strict=True):
            self._check_needs(planned, item)
        return self._made

    def _numbered(self, draft: StandardDraft, written: str) -> None:
        number = read_number(written)
        text = str(number) if number else writable(written)
        key = self._names.edition_key(number.edition_key if number else text)
        known = self._by_key.get(key)
        if known is not None:
            self._join(known, draft)
            return
        self._ids.reserve(key)
        self._ids.reserve(text)
        item = self._item(draft, key, {"number": text}, ("standard", text), StandardRecord)
        if draft.original is not None and draft.original != text:
            item.original = draft.original
        self._by_key[key] = item
        self._made.standards.append(item)

    def _unnumbered(self, draft: StandardDraft) -> None:
        title = draft.facts.get("title")
        known = self._names.unnumbered_key(draft.key, title if isinstance(title, str) else "")
        key = known or self._ids.take(draft.key, "standard")
        head: Body = {"number": UNKNOWN_NUMBER[0], "id": key}
        item = self._item(draft, key, head, ("standard", key), StandardRecord)
        item.original = draft.original
        self._made.standards.append(item)

    def _document(self, draft: DocumentDraft) -> None:
        known = self._names.document_key(draft.key, draft.title)
        key = known or self._ids.take(draft.key, "document")
        head: Body = {"id": key, "title": writable(draft.title)}
        item = self._item(draft, key, head, ("document", key), DocumentRecord)
        self._made.documents.append(item)

    def _planned(self, draft: PlannedDraft) -> None:
        title = writable(draft.title)
        known = self._names.planned_key(draft.key, title)
        key = known or self._ids.take(draft.key, "planned")
        head: Body = {"planned": title, "id": key}
        item = self._item(draft, key, head, ("planned", title), EntryRecord, OF_THE_ENTRY)
        refer_to_names(item.body, self._names, self._say)
        self._made.planned.append(item)

    def _item(
        self,
        draft: Draft,
        key: str,
        head: Body,
        reference: tuple[str, str],
        kind: type[StandardRecord | DocumentRecord | EntryRecord],
        without: Iterable[str] = (),
    ) -> Item:
        fitted = fit(kind, draft.facts, without={*head, *without})
        body = head | fitted.body
        keep_left(body, fitted.left, self._say)
        stated = frozenset(body) - set(head)
        if "source" not in body and (source := self._source(draft.where)):
            body["source"] = source
        item = Item(key, body, reference, draft.where, stated)
        self._made.by_draft.setdefault(draft.key, item)
        return item

    def _source(self, where: tuple[Where, ...]) -> str | None:
        """Say from which row the facts are; a table with a column of sources speaks for itself."""
        if not where or any((w.file, w.sheet) in self._with_sources for w in where):
            return None
        return writable(self._say(row_text(where[0])))

    def _join(self, item: Item, draft: StandardDraft) -> None:
        """Take over what a second draft of the same edition adds."""
        fitted = fit(StandardRecord, draft.facts, without=("number", "id"))
        left = dict(fitted.left)
        for name, value in fitted.body.items():
            if name not in item.body:
                item.body[name] = value
                item.stated |= {name}
            elif item.body[name] != value:
                left[name] = said(value)
        keep_left(item.body, left, self._say)
        item.where += draft.where
        self._made.by_draft.setdefault(draft.key, item)

    def _check_earlier_numbers(self) -> None:
        """Keep no earlier number that is a standard of its own here: it names something else."""
        for item in self._made.standards:
            former = item.body.get("formerly")
            if former is None:
                continue
            texts = [former] if isinstance(former, str) else [str(text) for text in former]
            keys = {text: number.edition_key for text in texts if (number := read_number(text))}
            own = [t for t in texts if keys.get(t) in (None, item.key) or keys[t] not in self._ids]
            _keep(item, "formerly", texts, own, self._say)

    def _check_needs(self, draft: PlannedDraft, item: Item) -> None:
        """Name what a planned standard needs or lifts: by a number, or an item by its id."""
        for name in ("needs", "upgrades"):
            needed = item.body.get(name)
            if needed is None:
                continue
            texts = [needed] if isinstance(needed, str) else [str(text) for text in needed]
            meant = [self._named(text) for text in texts]
            _keep(item, name, texts, [text for text in meant if text is not None], self._say)

    def _named(self, text: str) -> str | None:
        if looks_like_number(text):
            return text
        item = self._made.by_draft.get(text)
        if item is not None and item.reference[0] != "document":
            return item.key
        return text if text in self._names.taken else None


def refer_to_names(body: Body, names: Names, say: Translator) -> None:
    """Turn names of organisations and axis values into ids; a phase or kind must be known."""
    things = (
        ("lead", names.organisations),
        ("support", names.organisations),
        ("stages", names.stages),
        ("aspects", names.aspects),
    )
    for name, known in things:
        value = body.get(name)
        if isinstance(value, str):
            body[name] = known.id_of(value)
        elif value is not None:
            body[name] = list(dict.fromkeys(known.id_of(str(text)) for text in value))
    kinds = body.pop("kinds", ())
    texts = [kinds] if isinstance(kinds, str) else [str(text) for text in kinds]
    meant: list[Plain] = [names.kinds[text] for text in texts if text in names.kinds]
    if meant:
        body["kinds"] = meant
    if strange := [text for text in texts if text not in names.kinds]:
        keep_left(body, {"kinds": "、".join(strange)}, say)
    if "phase" in body:
        keep_left(body, {"phase": said(body.pop("phase"))}, say)


def row_text(where: Where) -> Text:
    """Name a row as people look for it."""
    if not where.sheet:
        return _("{file}, row {row}", file=where.file, row=where.row)
    return _("{file}, sheet {sheet}, row {row}", file=where.file, sheet=where.sheet, row=where.row)


def _has_number(draft: StandardDraft) -> bool:
    return bool(draft.number and writable(draft.number) not in UNKNOWN_NUMBER)


def _keep(item: Item, name: str, texts: list[str], kept: list[str], say: Translator) -> None:
    """Leave in a list what may stand there; the rest becomes a note."""
    if kept:
        item.body[name] = list(kept)
    else:
        del item.body[name]
    if len(kept) < len(texts):
        left = [text for text in texts if text not in kept]
        keep_left(item.body, {name: "、".join(left)}, say)


def stage_and_aspect_names(intake: Intake, names: Names) -> None:
    """Tell the names of the stages and aspects that the import defines."""
    for known, defined in ((names.stages, intake.stages), (names.aspects, intake.aspects)):
        for key, name in _texts(defined).items():
            known.add(key, name)


def _texts(defined: Mapping[str, str]) -> dict[str, str]:
    return {writable(key): writable(name) for key, name in defined.items()}

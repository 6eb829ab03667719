"""What rows have told so far: each standard, plan and document once, each place once."""

import hashlib
import unicodedata
from collections.abc import Mapping

from msgspec import Struct, field

from stdsys.intake.drafts import (
    DocumentDraft,
    EntryDraft,
    PlannedDraft,
    Remark,
    StandardDraft,
    SystemDraft,
    Value,
    Where,
)
from stdsys.intake.field_names import field_name
from stdsys.intake.headings import Tree
from stdsys.messages import _


class _Item(Struct):
    """A standard, plan or document while its rows are read."""

    key: str
    title: str
    facts: dict[str, Value]
    number: str | None = None
    original: str | None = None
    where: list[Where] = field(default_factory=list)


class _Place(Struct):
    node: str | None
    fields: dict[str, Value]
    where: Where


class OpenSystem(Struct):
    """A system while its rows are read; `places` are its entries by what stands there."""

    name: str
    tree: Tree = field(default_factory=Tree)
    places: dict[str, _Place] = field(default_factory=dict)
    fields: dict[str, Value] = field(default_factory=dict)
    named: bool = False
    """Whether a sheet, title or column names it; else it is named after the file."""


class Ledger:
    """Collects drafts; a fact that contradicts an earlier one is reported and left out."""

    def __init__(self) -> None:
        self.remarks: list[Remark] = []
        self._standards: dict[str, _Item] = {}
        self._planned: dict[str, _Item] = {}
        self._documents: dict[str, _Item] = {}
        self._systems: dict[str, OpenSystem] = {}
        self._axes: dict[str, dict[str, str]] = {"stage": {}, "aspect": {}}

    def axis_value(self, axis: str, name: str) -> str:
        """Return the id of a stage or an aspect, made at its first mention."""
        known = self._axes[axis]
        return known.setdefault(name, f"{axis}-{len(known) + 1}")

    def axis(self, axis: str) -> Mapping[str, str]:
        """Return id → name of the stages or aspects that rows name."""
        return {key: name for name, key in self._axes[axis].items()}

    def system(self, name: str, *, named: bool = True) -> OpenSystem:
        """Return the system of that name, made at its first mention."""
        word = _letters(name) or name
        if word not in self._systems:
            self._systems[word] = OpenSystem(name)
        self._systems[word].named |= named
        return self._systems[word]

    def standard(
        self,
        number: str | None,
        facts: Mapping[str, Value],
        where: Where,
        original: str | None = None,
    ) -> str:
        """Note a standard's facts, under its number or, without one, its title; return its key."""
        title = str(facts.get("title", ""))
        key = number if number is not None else keyed("standard", title)
        item = self._standards.get(key)
        if item is None:
            self._standards[key] = _Item(key, title, dict(facts), number, original, [where])
        else:
            item.original = item.original or original
            self._join(item, facts, where)
        return key

    def planned(self, title: str, facts: Mapping[str, Value], where: Where) -> str:
        """Note a planned standard; one title at two levels is two standards. Return its key."""
        level = str(facts.get("level", ""))
        key = keyed("planned", title)
        known = self._planned.get(key)
        if known is not None and level and known.facts.get("level", level) != level:
            key = keyed("planned", title, level)
            known = self._planned.get(key)
        if known is None:
            self._planned[key] = _Item(key, title, dict(facts), where=[where])
        else:
            self._join(known, facts, where)
        return key

    def document(self, title: str, facts: Mapping[str, Value], where: Where) -> str:
        """Note a document under its title; return its key."""
        key = keyed("document", title)
        known = self._documents.get(key)
        if known is None:
            self._documents[key] = _Item(key, title, dict(facts), where=[where])
        else:
            self._join(known, facts, where)
        return key

    def enter(
        self,
        system: OpenSystem,
        key: str,
        node: str | None,
        fields: Mapping[str, Value],
        where: Where,
    ) -> None:
        """Let something stand in a system; a second node of the same system is «see also»."""
        place = system.places.get(key)
        if place is None:
            system.places[key] = _Place(node, dict(fields), where)
            return
        if node is not None and place.node is None:
            place.node = node
        elif node is not None and node != place.node:
            seen = place.fields.get("see_also", ())
            assert isinstance(seen, tuple)
            if node not in seen:
                place.fields["see_also"] = (*seen, node)
        for name, value in fields.items():
            known = place.fields.get(name)
            if known is None:
                place.fields[name] = value
            elif name == "code" and known != value:
                place.fields["notes"] = _united(place.fields.get("notes", ""), f"另编：{value}")
            elif known != value:
                place.fields[name] = _united(known, value)
        if where.sheet == place.where.sheet and where.file == place.where.file:
            self.remarks.append(
                Remark(
                    where,
                    _(
                        "{name} stands in {system} already, in row {row}",
                        name=self._name(key),
                        system=system.name,
                        row=place.where.row,
                    ),
                )
            )

    def _name(self, key: str) -> str:
        for items in (self._planned, self._documents):
            if key in items:
                return items[key].title
        item = self._standards[key]
        return item.number or item.title

    def _join(self, item: _Item, facts: Mapping[str, Value], where: Where) -> None:
        """Add facts of a further row; the first of two that contradict each other is kept."""
        for name, value in facts.items():
            known = item.facts.get(name)
            if known is None or known == value:
                item.facts[name] = value
            elif isinstance(known, tuple) and isinstance(value, tuple):
                item.facts[name] = known + tuple(one for one in value if one not in known)
            elif isinstance(known, str) and isinstance(value, str) and _same(known, value):
                item.facts[name] = max(known, value, key=len)
            else:
                self.remarks.append(
                    Remark(
                        where,
                        _(
                            "{name}: {field} is {value} here, {known} in row {row} of {sheet}; "
                            "the first is kept",
                            name=item.number or item.title,
                            field=field_name(name),
                            value=_shown(value),
                            known=_shown(known),
                            row=item.where[0].row,
                            sheet=item.where[0].sheet,
                        ),
                    )
                )
        if where not in item.where:
            item.where.append(where)

    def standards(self) -> tuple[StandardDraft, ...]:
        """Return the standards in order of appearance."""
        return tuple(
            StandardDraft(i.key, i.number, i.facts, i.original, tuple(i.where))
            for i in self._standards.values()
        )

    def plans(self) -> tuple[PlannedDraft, ...]:
        """Return the planned standards; what they need is named by key where it is one of them."""
        keys = {_letters(item.title): item.key for item in self._planned.values()}
        for item in self._planned.values():
            for name in ("needs", "upgrades"):
                needed = item.facts.get(name)
                if isinstance(needed, tuple):
                    item.facts[name] = tuple(keys.get(_letters(str(n)), n) for n in needed)
        return tuple(
            PlannedDraft(i.key, i.title, i.facts, tuple(i.where)) for i in self._planned.values()
        )

    def documents(self) -> tuple[DocumentDraft, ...]:
        """Return the documents in order of appearance."""
        return tuple(
            DocumentDraft(i.key, i.title, i.facts, tuple(i.where)) for i in self._documents.values()
        )

    def systems(self) -> tuple[SystemDraft, ...]:
        """Return the systems that hold anything, with their trees and entries.

        Laws on a sheet of their own, beside sheets of systems, make no system: they are documents
        of the whole, and stand in the only system if there is one.
        """
        self._settle_documents()
        held = [system for system in self._systems.values() if system.places or system.tree.nodes]
        return tuple(
            SystemDraft(
                f"system-{count}",
                system.name,
                system.tree.nodes,
                tuple(
                    EntryDraft(key, place.node, place.fields, place.where)
                    for key, place in system.places.items()
                ),
                system.fields,
            )
            for count, system in enumerate(held, 1)
        )

    def _settle_documents(self) -> None:
        others = [s for s in self._systems.values() if not self._only_documents(s)]
        for word, system in list(self._systems.items()):
            if not others or not self._only_documents(system):
                continue
            if len(others) == 1:
                others[0].places.update(
                    {k: p for k, p in system.places.items() if k not in others[0].places}
                )
            del self._systems[word]

    def _only_documents(self, system: OpenSystem) -> bool:
        return not system.named and all(key in self._documents for key in system.places)


def keyed(kind: str, *parts: str) -> str:
    """Return an id that follows from a title alone, and so stays when rows move."""
    words = "\0".join(map(_letters, parts))
    return f"{kind}-{hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:8]}"


def _letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _same(known: str, value: str) -> bool:
    """Whether two texts say the same: blanks and width aside, or one date less exactly."""
    if _letters(known) == _letters(value):
        return True
    shorter, longer = sorted((known, value), key=len)
    return shorter[:4].isdigit() and longer.startswith(f"{shorter}-")


def _united(known: Value, value: Value) -> Value:
    """Return two values of an entry's field as one: lists and notes are joined."""
    if isinstance(known, tuple) and isinstance(value, tuple):
        return known + tuple(one for one in value if one not in known)
    if not isinstance(known, str) or not isinstance(value, str) or value in known.split("；"):
        return known
    return f"{known}；{value}" if known else value


def _shown(value: Value) -> str:
    if isinstance(value, tuple):
        return "、".join(map(_shown, value))
    return str(value)

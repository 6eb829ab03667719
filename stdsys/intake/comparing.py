"""An import against a workspace, three ways: facts that agree, that are new, that conflict.

Nothing is decided here: conflicts are shown with both values, and what to do is the user's.
"""

from collections.abc import Container, Mapping
from typing import TypeAlias

from stdsys.findings import Place
from stdsys.intake.agreement import agrees, shown
from stdsys.intake.comparison import Comparison, Conflict, Growth, NewFact
from stdsys.intake.drafts import Where
from stdsys.intake.fitting import said
from stdsys.intake.names import similar
from stdsys.intake.records import Item
from stdsys.intake.system_records import MadeSystem, Placed, Records, TreeNode
from stdsys.intake.yaml_text import Plain
from stdsys.model.catalogue import read_number, title_key
from stdsys.model.items import Item as Known
from stdsys.model.items import PlannedStandard
from stdsys.model.record import Record
from stdsys.model.standard_record import DocumentRecord, StandardRecord
from stdsys.model.system_record import EntryRecord
from stdsys.model.vocabulary import Scope
from stdsys.model.workspace import PLURALS, Entry, Workspace

_NEEDED: dict[type[Record], dict[str, Plain]] = {
    StandardRecord: {"number": "-"},
    DocumentRecord: {"id": "-", "title": "-"},
    EntryRecord: {},
}
"""What a record cannot do without, so that its facts alone can be read."""


Link: TypeAlias = tuple[str, str, bool]
"""Keys of what is replaced and of what replaces it, and whether it does so wholly."""


def compare(
    records: Records,
    workspace: Workspace,
    codes: Mapping[str, str] | None = None,
    links: Container[Link] = (),
    exported: Container[str] = (),
) -> Comparison:
    """Compare an import, made with the names of this workspace, with what the workspace says.

    `codes` are the 体系编号 that tables print for entries without one, by key of the entry: to
    read them in an exported table is nothing new. `links` are the replacements that the workspace
    knows, whichever side states them. `exported` are the ids of systems that the import holds as a
    whole: what of them it lacks is listed.
    """
    return _Comparing(workspace, codes or {}, links, exported).run(records)


class _Comparing:
    def __init__(
        self,
        workspace: Workspace,
        codes: Mapping[str, str],
        links: Container[Link],
        exported: Container[str],
    ) -> None:
        self._workspace = workspace
        self._codes = codes
        self._links = links
        self._exported = exported
        self._made = Comparison()
        self._growing: dict[str, Growth] = {}
        self._new: dict[tuple[Place, str], NewFact] = {}

    def run(self, records: Records) -> Comparison:
        made, workspace = self._made, self._workspace
        for item in records.items.standards:
            edition = workspace.editions.get(item.key)
            if edition is None:
                made.standards.append(item)
            else:
                self._facts(item, edition, edition.facts, StandardRecord)
        for item in records.items.documents:
            document = workspace.documents.get(item.key)
            if document is None:
                made.documents.append(item)
            else:
                self._facts(item, document, document.record, DocumentRecord)
        for item in records.items.planned:
            planned = workspace.planned.get(item.key)
            if planned is None:
                made.planned.append(item)
            else:
                self._planned(item, planned)
        for system in records.systems:
            self._system(system)
        made.grown = [g for g in self._growing.values() if g.nodes or g.entries]
        return made

    def _planned(self, item: Item, known: PlannedStandard) -> None:
        title = item.reference[1]
        item.reference = ("planned", known.title)
        self._made.titles[known.key] = known.title
        where = item.where[0] if item.where else None
        self._judge(known.key, "planned", title, title, known.title, known.at("planned"), where)
        self._facts(item, known, known.facts, EntryRecord)

    def _facts(
        self,
        item: Item,
        known: Known,
        facts: Record,
        kind: type[StandardRecord | EntryRecord | DocumentRecord],
    ) -> None:
        body = {name: value for name, value in item.body.items() if name in item.stated}
        read = kind.model_validate(_NEEDED[kind] | body)
        where = item.where[0] if item.where else None
        for name in body:
            self._fact(known.key, name, body[name], getattr(read, name), known, facts, where)

    def _fact(
        self,
        subject: str,
        name: str,
        written: Plain,
        value: object,
        known: Known,
        facts: Record,
        where: Where | None,
    ) -> None:
        derived = getattr(known, name, None) if name in ("level", "nature") else None
        if (name == "verified" and value is False and known.unverified) or (
            name in ("replaces", "replaced_by") and self._all_known(name, value, known)
        ):
            self._made.agreeing += 1
        elif name in facts.model_fields_set:
            self._judge(subject, name, written, value, getattr(facts, name), known.at(name), where)
        elif derived is not None:
            place = known.at(name)
            self._judge(subject, name, written, value, derived, place, where, can_replace=False)
        else:
            self._new_fact(NewFact(subject, name, written, known.place, where))

    def _all_known(self, name: str, value: object, known: Known) -> bool:
        """Whether the workspace knows all of these replacements, from either side."""
        if not isinstance(value, tuple):
            return False
        for one in value:
            number = read_number(one.number)
            other = number.edition_key if number else one.number
            other = self._workspace.aliases.get(other, other)
            old, new = (other, known.key) if name == "replaces" else (known.key, other)
            if (old, new, one.scope is Scope.WHOLE) not in self._links:
                return False
        return bool(value)

    def _new_fact(self, fact: NewFact) -> None:
        """Take a fact once, though several drafts may mean the same record."""
        key = (fact.place, fact.field)
        first = self._new.setdefault(key, fact)
        if first is fact:
            self._made.facts.append(fact)
        elif first.value == fact.value:
            self._made.agreeing += 1
        else:
            ours = said(first.value)
            self._made.conflicts.append(
                Conflict(fact.subject, fact.field, ours, fact.value, fact.place, fact.where, False)
            )

    def _judge(
        self,
        subject: str,
        name: str,
        written: Plain,
        value: object,
        ours: object,
        place: Place,
        where: Where | None,
        *,
        can_replace: bool = True,
    ) -> None:
        if agrees(value, ours, free_text=name in ("notes", "source")):
            self._made.agreeing += 1
        else:
            conflict = Conflict(subject, name, shown(ours), written, place, where, can_replace)
            self._made.conflicts.append(conflict)

    def _system(self, made: MadeSystem) -> None:
        system = self._workspace.systems.get(made.id)
        if system is None:
            self._made.systems.append(made)
            return
        if title_key(made.name) not in map(title_key, (system.name, *system.record.aliases)):
            self._made.taken_for.append((made.name, system.name))
        growth = self._growing.setdefault(system.id, Growth(system))
        codes = self._nodes(made, growth)
        entries: dict[str, list[Entry]] = {}
        for entry in system.entries:
            entries.setdefault(entry.item.key, []).append(entry)
        for placed in made.entries:
            placed.node = codes.get(placed.node) if placed.node is not None else None
            if "see_also" in placed.body:
                placed.body["see_also"] = [codes[str(code)] for code in placed.body["see_also"]]
            known = entries.get(placed.item.key)
            if known is None:
                growth.entries.append(placed)
            else:
                # What stands twice in a system is one entry in tables.
                same = (entry for entry in known if entry.record.at == placed.node)
                self._entry(placed, next(same, known[0]))
        if made.draft in self._exported:
            held = {placed.item.key for placed in made.entries}
            self._made.missing += [known[0] for key, known in entries.items() if key not in held]

    def _nodes(self, made: MadeSystem, growth: Growth) -> dict[str, str]:
        """Return the workspace's code of each node of the import; new nodes join the growth.

        A node is known by code if its name is alike, else by a name that only one node bears:
        codes that an import had to give are counted, and may mean something else here.
        """
        system, codes = growth.system, dict[str, str]()
        names: dict[str, list[str]] = {}
        for node in system.nodes.values():
            names.setdefault(title_key(node.name), []).append(node.code)
        taken = {*system.nodes, *(node.code for node in growth.nodes)}
        for new in made.nodes:
            same = names.get(title_key(new.name), [])
            known = system.nodes.get(new.code)
            if known is not None and new.code in same:
                codes[new.code] = new.code
                self._made.agreeing += 1
            elif len(same) == 1:
                codes[new.code] = same[0]
            elif known is not None and similar(known.name, new.name):
                codes[new.code] = new.code
                subject, place = known.key, known.place.at("name")
                self._made.conflicts.append(
                    Conflict(subject, "name", known.name, new.name, place, None)
                )
            else:
                code, count = new.code, 2
                while code in taken:
                    code, count = f"{new.code}-{count}", count + 1
                taken.add(code)
                codes[new.code] = code
                parent = codes[new.parent] if new.parent is not None else None
                growth.nodes.append(TreeNode(code, new.name, parent, new.body, new.depth))
        return codes

    def _entry(self, placed: Placed, known: Entry) -> None:
        """Compare an entry of a known system: where it stands, and its own fields."""
        subject, where = known.key, placed.where
        if isinstance(known.item, PlannedStandard):
            self._made.titles[subject] = f"{known.system}/{known.item.title}"
        record = known.record
        if placed.node is not None:
            if record.at is None:
                self._new_fact(NewFact(subject, "at", placed.node, known.place, where))
            elif placed.node in (record.at, *record.see_also):
                self._made.agreeing += 1
            else:
                place = known.place.at("at")
                self._made.conflicts.append(
                    Conflict(subject, "at", record.at, placed.node, place, where)
                )
        read = EntryRecord.model_validate({"standard": "-", **placed.body})
        for name, written in placed.body.items():
            value = getattr(read, name)
            if name in record.model_fields_set:
                ours = getattr(record, name)
                self._judge(subject, name, written, value, ours, known.place.at(name), where)
            elif self._says_already(known, name, value):
                self._made.agreeing += 1
            else:
                self._new_fact(NewFact(subject, name, written, known.place, where))

    def _says_already(self, known: Entry, name: str, value: object) -> bool:
        """Whether an entry says something without stating it: by its node, or by its place."""
        if name == "code":
            return value == self._codes.get(known.key)
        return name in PLURALS and agrees(value, known.values.get(PLURALS[name], ()))

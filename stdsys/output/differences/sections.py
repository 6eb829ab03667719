"""The difference of two states as sections of lines, from which every format is written."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from stdsys.analysis.coverage.cells import Cell
from stdsys.analysis.difference.comparison import Difference
from stdsys.analysis.difference.entry_changes import moved
from stdsys.analysis.difference.field_changes import Change, FieldChange
from stdsys.messages import Text, Translator, _
from stdsys.model.items import Document, Edition, Item, PlannedStandard
from stdsys.model.record import Part
from stdsys.model.standard_record import DocumentRecord
from stdsys.model.system_record import EntryRecord
from stdsys.model.workspace import Entry
from stdsys.output.differences.keys import key_beside
from stdsys.output.differences.words import BECAUSE, KIND, ChangeWords, is_told_by_items
from stdsys.output.tables.rendering import NONE_DUE, one_line
from stdsys.output.tables.words import SEVERITY, STATE, value_name
from stdsys.rules.wording import STATUS_WORDS


class Side(Struct, frozen=True):
    """One state: its name as asked for, its commit if it is one, whether all of it was read.

    `parts` are the two that the name of a revision is made of: what was asked for, short commit.
    """

    name: str | Text
    commit: str | None
    readable: bool
    parts: tuple[str, str] | None = None


class Compared(Struct, frozen=True, eq=False):
    """A difference, what its sides are called, and what must be said before it is believed."""

    difference: Difference
    before: Side
    after: Side
    caveats: tuple[Text, ...] = ()


class Mark(StrEnum):
    """What happened to what a line speaks of."""

    ADDED = "+"
    REMOVED = "-"
    RENUMBERED = ">"
    CHANGED = "~"


MARKS: dict[Mark, Text] = {
    Mark.ADDED: _("added"),
    Mark.REMOVED: _("removed"),
    Mark.RENUMBERED: _("renumbered"),
    Mark.CHANGED: _("changed"),
}


class Detail(Struct, frozen=True):
    """What one field said before, and says after; `by_items`: what is gone from a list, and come.

    Then either may be empty.
    """

    field: str
    before: str
    after: str
    by_items: bool = False

    @property
    def sentence(self) -> Text:
        """The change in one line."""
        if self.by_items:
            changes = " ".join(filter(None, (self.before, self.after)))
            return _("{name}: {value}", name=self.field, value=changes)
        return _(
            "{name}: {before} → {after}", name=self.field, before=self.before, after=self.after
        )


class Line(Struct, frozen=True):
    """One change: where, of what (its key and name), in which fields."""

    mark: Mark
    where: str
    key: str
    name: str
    details: tuple[Detail, ...] = ()
    remark: str = ""


class Section(Struct, frozen=True):
    """Changes of one sort. `heads` name what `where`, `key` and `name` are in it."""

    id: str
    title: Text
    heads: tuple[Text, Text, Text]
    lines: tuple[Line, ...]

    def count(self, mark: Mark) -> int:
        """How many lines bear a mark."""
        return sum(line.mark is mark for line in self.lines)


_SYSTEM, _NUMBER, _TITLE = _("System"), _("Number"), _("Title")


def sections(compared: Compared, say: Translator) -> tuple[Section, ...]:
    """Return the sections that hold anything, in the order in which they are read."""
    writer = _Sections(compared.difference, say)
    found = (
        Section("standards", _("standards"), _HEADS, tuple(writer.standards())),
        Section("planned", _("planned standards"), _HEADS, tuple(writer.planned())),
        Section("documents", _("documents"), _HEADS, tuple(writer.documents())),
        Section("entries", _("entries of systems"), _HEADS, tuple(writer.entries())),
        Section("records", _("what else is written"), _RECORD_HEADS, tuple(writer.records())),
        Section("statuses", _("statuses"), _HEADS, tuple(writer.statuses())),
        Section("cells", _("coverage cells"), _CELL_HEADS, tuple(writer.cells())),
        Section("findings", _("findings of the rules"), _FINDING_HEADS, tuple(writer.findings())),
    )
    return tuple(section for section in found if section.lines)


_HEADS = (_SYSTEM, _NUMBER, _TITLE)
_RECORD_HEADS = (_("What"), _("Id"), _("Name"))
_CELL_HEADS = (_SYSTEM, _("Requirement"), _("Cell"))
_FINDING_HEADS = (_("Place"), _("Rule"), _("Finding"))


class _Sections:
    """Writes the lines of a difference in one language."""

    def __init__(self, difference: Difference, say: Translator) -> None:
        self._difference = difference
        self._old = difference.before.workspace
        self._new = difference.after.workspace
        self._words = ChangeWords(self._old, self._new, say)
        self._say = say

    def standards(self) -> Iterator[Line]:
        """Yield the standards; one that was planned before is told with the plans."""
        return self._items(lambda item: isinstance(item, Edition))

    def planned(self) -> Iterator[Line]:
        """Yield the planned standards, those that were issued among them."""
        return self._items(lambda item: isinstance(item, PlannedStandard))

    def documents(self) -> Iterator[Line]:
        """Yield laws, policies and plans."""
        return self._items(lambda item: isinstance(item, Document))

    def _items(self, wanted: Callable[[Item], bool]) -> Iterator[Line]:
        for change in self._difference.items:
            sides = [side for side in (change.before, change.after) if side is not None]
            plans = [side for side in sides if isinstance(side, PlannedStandard)]
            if wanted((plans or sides)[0]):
                yield self._item(change)

    def _item(self, change: Change[Item]) -> Line:
        thing = change.thing
        record = DocumentRecord if isinstance(thing, Document) else EntryRecord
        details = self._details(change.fields, record)
        name = one_line(thing.title or "")
        key = key_beside(name, change.before, change.after)
        return Line(_mark(change), "", key, name, details, self._remark(change))

    def _remark(self, change: Change[Item]) -> str:
        if change.because is not None:
            was, is_ = change.before, change.after
            if isinstance(was, PlannedStandard) and isinstance(is_, Edition):
                return self._say(_("the planned standard has become a standard"))
            return self._say(BECAUSE[change.because])
        if change.beside:
            return self._say(_("beside {numbers}", numbers=change.beside))
        return ""

    def _details(
        self, fields: Iterable[FieldChange], record: type[Part], system: str | None = None
    ) -> tuple[Detail, ...]:
        details = []
        for one in fields:
            name = one_line(self._words.name(one.field, record))
            before, after = map(one_line, self._words.sides(one, system))
            details.append(Detail(name, before, after, is_told_by_items(one)))
        return tuple(details)

    def entries(self) -> Iterator[Line]:
        """Yield the entries, system by system."""
        for change in self._difference.entries:
            entry = change.thing
            system = entry.system
            workspace = self._old if change.removed else self._new
            remark = ""
            if change.added or change.removed:
                node = entry.node
                remark = f"{node.code} {node.name}" if node else entry.record.at or ""
            elif change.because is not None:
                remark = self._say(BECAUSE[change.because])
            elif moved(change):
                remark = self._say(_("moved"))
            name = one_line(entry.item.title or "")
            yield Line(
                _mark(change),
                one_line(workspace.systems[system].name),
                key_beside(name, *_items_of(change)),
                name,
                self._details(change.fields, EntryRecord, system),
                one_line(remark),
            )

    def records(self) -> Iterator[Line]:
        """Yield systems, nodes, clauses, organisations, targets and so on."""
        for change in self._difference.records:
            one = change.thing
            details = self._details(change.fields, one.record, one.system)
            kind = self._say(KIND[one.kind])
            yield Line(_mark(change), kind, one_line(one.id), one_line(one.name or ""), details)

    def statuses(self) -> Iterator[Line]:
        """Yield the statuses that changed; what time alone has done says so."""
        head = self._say(_("status"))
        for one in self._difference.statuses:
            before, after = (self._say(STATUS_WORDS[s.status]) for s in (one.before, one.after))
            remark = self._say(_("by the passing of time")) if one.by_time else ""
            details = (Detail(head, before, after),)
            title = one_line(one.item.title or "")
            key = key_beside(title, None, one.item)
            yield Line(Mark.CHANGED, "", key, title, details, remark)

    def cells(self) -> Iterator[Line]:
        """Yield the coverage cells, before and after."""
        head = self._say(_("state"))
        for change in self._difference.cells:
            cell = change.thing
            workspace = self._old if change.removed else self._new
            values = [value_name(axis, value, workspace) for axis, value in cell.axes.items()]
            yield Line(
                _mark(change),
                one_line(workspace.systems[cell.system].name),
                one_line(cell.clause.called),
                one_line(" / ".join(values) or self._say(_("the whole system"))),
                (Detail(head, self._state(change.before), self._state(change.after)),),
            )

    def _state(self, cell: Cell | None) -> str:
        return NONE_DUE if cell is None else self._say(STATE[cell.state].text)

    def findings(self) -> Iterator[Line]:
        """Yield the findings that appeared or went, in full."""
        for one in self._difference.findings:
            finding, at = one.sighting.finding, one.sighting.position
            remarks = [self._say(SEVERITY[finding.severity].text)]
            if one.waived:
                said = _("no longer waived") if one.appeared else _("waived now")
                remarks.append(self._say(said))
            if one.before and one.after:
                times = _("{before} → {after} places", before=one.before, after=one.after)
                remarks.append(self._say(times))
            yield Line(
                Mark.ADDED if one.appeared else Mark.REMOVED,
                f"{at.file}:{at.line}:{at.column}",
                finding.code,
                one_line(self._say(finding.message)),
                remark=self._say(_("; ")).join(remarks),
            )


def _mark(change: Change[object]) -> Mark:
    if change.added:
        return Mark.ADDED
    if change.removed:
        return Mark.REMOVED
    return Mark.RENUMBERED if change.renumbered else Mark.CHANGED


def _items_of(change: Change[Entry]) -> tuple[Item | None, Item | None]:
    before, after = change.before, change.after
    return before.item if before else None, after.item if after else None


def summary(found: Sequence[Section]) -> Iterator[Text]:
    """Yield for each section how many of its lines there are, by what happened."""
    for section in found:
        marks = [mark for mark in Mark if section.count(mark)]
        counts = tuple(_("{word} {count}", word=MARKS[m], count=section.count(m)) for m in marks)
        yield _("{name}: {counts}", name=section.title, counts=counts)

"""What an exported detail workbook remembers, so that it can be read back without loss.

Its sheets show what an official needs; here is what they cannot show: the trees, what stands where,
what is stated besides what was concluded, and the words that the workbook uses.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import Row, RowClass
from stdsys.intake import hidden_sheet as hidden
from stdsys.intake.hidden_sheet import (
    HiddenSheet,
    ItemMemo,
    LeadMemo,
    LinkMemo,
    NodeMemo,
    RowMemo,
    SheetMemo,
    SystemMemo,
    WordMemo,
    mark,
)
from stdsys.messages import Text
from stdsys.model.items import Document, Edition, Item, PlannedStandard
from stdsys.model.system_record import EntryRecord
from stdsys.model.vocabulary import Scope
from stdsys.model.workspace import ASPECT, KIND, STAGE, Entry
from stdsys.output.tables import words
from stdsys.output.tables.headings import name_of_whole
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.row_cells import (
    NOT_VERIFIED,
    OWN,
    SHARED,
    STATUS_PRESUMED,
    VERIFIED_ON,
    RowCells,
    number_of,
)
from stdsys.output.tables.table import Cell, Sentences, Sheet
from stdsys.output.workbooks.profiles import FIELDS, Field
from stdsys.rules.wording import LEVEL_WORDS, NATURE_WORDS, STATUS_WORDS

_ALWAYS = ("level", "issued", "effective", "withdrawn", "verification")
"""What decides whether a standard is in force, in which level, and how far that is known."""

_BY_PLACE = frozenset({"ordinal", "systems", "code", "subsystem", "status", "remarks"})
"""Columns that the memory holds otherwise, or that are counted afresh."""


class Memory(Struct, frozen=True, dict=True):
    """What the hidden sheet is made of, of one analysis and one profile."""

    cells: RowCells
    fields: Sequence[Field]

    @property
    def _analysis(self) -> Analysis:
        return self.cells.analysis

    def sheet(self, sheets: Iterable[tuple[str, Sheet, int]], render: Renderer) -> HiddenSheet:
        """Return the hidden sheet of sheets that stand under names, their headings in rows."""
        workspace = self._analysis.workspace
        systems = workspace.systems.values()
        placed = tuple(sheets)
        return HiddenSheet(
            name=render.text(workspace.record.name),
            title=render.text(name_of_whole(self._analysis)),
            as_of=self._analysis.as_of.isoformat(),
            comma=render.comma,
            semicolon=render.semicolon,
            sheets=tuple(_sheet_memo(*one, render) for one in placed),
            systems=tuple(SystemMemo(s.id, s.name, s.shared, tuple(s.uses)) for s in systems),
            nodes=tuple(
                NodeMemo(system.id, node.code, node.name, node.parent or "")
                for system in systems
                for node in system.nodes.values()
            ),
            items=tuple(self._items(render)),
            rows=tuple(
                row for tab, sheet, _head in placed for row in _row_memos(tab, sheet, render)
            ),
            links=tuple(self._links()),
            words=tuple(_word_memos(self._words(), render)),
            leads=tuple(self._leads()),
        )

    @cached_property
    def _shown(self) -> frozenset[str]:
        return frozenset(field.column.key for field in self.fields)

    def _items(self, render: Renderer) -> Iterator[ItemMemo]:
        """Yield what stands anywhere, then the editions that its status rests on.

        Rows of a system's sheet say most themselves; all others say everything here.
        """
        shown = self._shown
        wanted = {key: FIELDS[key] for key in (*_ALWAYS, *sorted(shown - _BY_PLACE))}
        beside = {key: field for key, field in wanted.items() if key not in shown}
        for system in self._analysis.workspace.systems:
            for row in self._analysis.rows.of(system):
                yield self._memo(row, beside if row.main else wanted, render)
        for edition in self._support():
            yield self._memo(_row_of(edition, self._analysis), wanted, render)

    def _memo(self, row: Row, wanted: Mapping[str, Field], render: Renderer) -> ItemMemo:
        said = {"number": self.cells.number(row), "title": self.cells.title(row)}
        said |= {key: f.value(self.cells, row) for key, f in wanted.items() if f.value is not None}
        if not row.main and row.entry.system and "remarks" in self._shown:
            said["remarks"] = self.cells.remarks(row)
        derived = self.cells.derived_remarks(row)
        facts = None if isinstance(row.item, Document) else row.item.facts
        concluded = _concluded(row.item)
        if concluded:
            said[hidden.CONCLUDED] = " ".join(concluded)
        record = row.item.record if isinstance(row.item, Document) else row.item.facts
        said[hidden.RECORD_NOTES] = record.notes
        if row.entry.record.notes != record.notes:
            said[hidden.ENTRY_NOTES] = row.entry.record.notes
        return ItemMemo(
            row.entry.system,
            "main" if row.entry.system and row.main else "",
            _kind_of(row.item),
            render.text(row.item.key),
            row.entry.node.code if row.entry.node else "",
            row.code,
            row.status.status.value,
            facts.status.value if facts and facts.status else "",
            printed(Sentences(derived), render) if derived else "",
            {key: text for key, cell in said.items() if (text := printed(cell, render))},
        )

    def _support(self) -> tuple[Edition, ...]:
        """Return the editions that stand nowhere, but decide the status of one that does.

        They are its successors, and theirs, and the other editions of an undated number.
        """
        workspace = self._analysis.workspace
        placed = {entry.item.key for entry in workspace.entries()}
        found: dict[str, Edition] = {}
        waiting = [e for key, e in workspace.editions.items() if key in placed]
        while waiting:
            edition = waiting.pop()
            links = self._analysis.replacements.successors(edition.key)
            near = [link.new for link in links]
            near += workspace.families.get(edition.family, ())
            for key in near:
                other = workspace.editions.get(key)
                if other is not None and key not in placed and key not in found:
                    found[key] = other
                    waiting.append(other)
        return tuple(e for key, e in workspace.editions.items() if key in found)

    def _links(self) -> Iterator[LinkMemo]:
        workspace, replacements = self._analysis.workspace, self._analysis.replacements
        placed = [entry.item for entry in workspace.entries() if isinstance(entry.item, Edition)]
        for key in dict.fromkeys(e.key for e in (*placed, *self._support())):
            for link in replacements.successors(key):
                yield LinkMemo(link.old, link.new, "" if link.whole else Scope.PART.value)
        for plan in workspace.planned.values():
            for one in plan.facts.replaces:
                part = "" if one.scope is Scope.WHOLE else one.scope.value
                yield LinkMemo(one.number, plan.key, part)

    def _leads(self) -> Iterator[LeadMemo]:
        """Yield who answers for systems and subsystems: entries without a lead have theirs."""
        workspace = self._analysis.workspace
        for system in workspace.systems.values():
            if system.record.owner:
                yield LeadMemo(system.id, "", workspace.name_of(system.record.owner))
            for node in system.nodes.values():
                if node.record.lead:
                    yield LeadMemo(system.id, node.code, workspace.name_of(node.record.lead))

    def _words(self) -> Iterator[tuple[str, str | Text, str]]:
        yield from (("status", word, key.value) for key, word in STATUS_WORDS.items())
        yield from (("level", word, key.value) for key, word in LEVEL_WORDS.items())
        yield from (("nature", word, key.value) for key, word in NATURE_WORDS.items())
        yield from (("urgency", word, key.value) for key, word in words.URGENCY.items())
        yield from (("workflow", word, key.value) for key, word in words.WORKFLOW.items())
        yield from (("document", word, key.value) for key, word in words.DOCUMENT_KIND.items())
        yield ("origin", OWN, "own")
        yield ("origin", SHARED, "shared")
        yield ("verification", NOT_VERIFIED, "false")
        yield ("verification", STATUS_PRESUMED, "presumed")
        yield ("verified", VERIFIED_ON, "{day}")
        workspace = self._analysis.workspace
        for field, axis in (("kind", KIND), ("stages", STAGE), ("aspects", ASPECT)):
            for value in workspace.axes[axis].values.values():
                yield (field, value.name, value.id)


def printed(cell: Cell, render: Renderer) -> str:
    """Return a cell as text, days as 2026-11-22."""
    text = render(cell)
    return text.isoformat() if isinstance(text, date) else "" if text is None else str(text)


def _concluded(item: Item) -> tuple[str, ...]:
    """Return the columns of an item that may show what no record states."""
    if isinstance(item, Document):
        return ()
    facts = item.facts
    names = ["level", "nature"] if number_of(item) is None else []
    names += ["workflow", "lead"] if isinstance(item, PlannedStandard) else []
    return tuple(name for name in names if getattr(facts, name, None) is None)


def _row_memos(tab: str, sheet: Sheet, render: Renderer) -> Iterator[RowMemo]:
    """Yield the rows of a sheet that is read back, each with a mark of every cell."""
    if not _sheet_kind(sheet)[0]:
        return
    table = sheet.tables[0]
    fields = [column.key for column in table.columns]
    naming = [fields.index(name) if name in fields else -1 for name in _NAMING]
    marks: dict[str, str] = {}
    for row in table.rows:
        texts = [printed(cell, render) for cell in row]
        for text in texts:
            if text not in marks:
                marks[text] = mark(text)
        number, title, code = (texts[at] if at >= 0 else "" for at in naming)
        yield RowMemo(tab, number, title, code, "".join(marks[text] for text in texts))


_NAMING = ("number", "title", "code")
_KINDS: Mapping[str, str] = {
    key: key
    for key in (hidden.TOTAL, hidden.PLANNED, hidden.SUCCESSIONS, hidden.OBSOLETE, hidden.OTHER)
}


def _sheet_kind(sheet: Sheet) -> tuple[str, str]:
    """Return the kind of a sheet that is read back, and its system; no kind for any other."""
    prefix, _hyphen, system = sheet.key.partition("-")
    if prefix == hidden.SYSTEM and system:
        return hidden.SYSTEM, system
    return _KINDS.get(sheet.key, ""), ""


def _sheet_memo(tab: str, sheet: Sheet, head_row: int, render: Renderer) -> SheetMemo:
    kind, system = _sheet_kind(sheet)
    columns = sheet.tables[0].columns if kind else ()
    return SheetMemo(
        tab,
        kind or hidden.COMPUTED,
        system,
        head_row,
        tuple((column.key, render.text(column.title)) for column in columns),
    )


def _word_memos(
    said: Iterable[tuple[str, str | Text, str]], render: Renderer
) -> Iterator[WordMemo]:
    for field, text, value in said:
        if field == "verified" and isinstance(text, Text):
            text = Text(text.msgid, {"day": value})
        yield WordMemo(field, render.text(text), value)


def _kind_of(item: Item) -> str:
    match item:
        case Document():
            return hidden.DOCUMENT
        case PlannedStandard():
            return hidden.PLAN
        case _:
            return hidden.UNNUMBERED if number_of(item) is None else hidden.STANDARD


def _row_of(edition: Edition, analysis: Analysis) -> Row:
    """Return the row that an edition would have if it stood in a system."""
    entry = Entry("", edition, None, (), {}, EntryRecord())
    return Row(entry, analysis.statuses(edition), RowClass.X, False, (), "", None)

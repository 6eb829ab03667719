"""What a row of the detail tables says under each heading: one small function a column."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import Row
from stdsys.analysis.life_cycle.statuses import Basis
from stdsys.messages import Text, _
from stdsys.model.items import Document, Edition, Item, PlannedStandard
from stdsys.model.partial_date import PartialDate
from stdsys.model.standard_record import UNKNOWN_NUMBER, StandardFacts, StandardRecord
from stdsys.model.system_record import EntryRecord
from stdsys.model.workspace import KIND, Workspace
from stdsys.output.tables import words
from stdsys.output.tables.rendering import NONE_DUE
from stdsys.output.tables.succession_notes import Succession, successions
from stdsys.output.tables.table import Cell, Sentences

NOT_VERIFIED = _("not verified")
STATUS_PRESUMED = _("status presumed")
VERIFIED_ON = _("verified {day}")
"""核实情况."""

_UNDER_REVISION = _("under revision")
_PARTLY_REPLACED = _("replaced in part")


class RowCells(Struct, frozen=True, dict=True):
    """Answers for rows of one analysis; what many rows ask for is looked up once."""

    analysis: Analysis

    @property
    def workspace(self) -> Workspace:
        """The workspace of the rows."""
        return self.analysis.workspace

    @cached_property
    def successions(self) -> tuple[Succession, ...]:
        """All replacements to come or just past."""
        return successions(self.analysis)

    @cached_property
    def _notes(self) -> Mapping[Item, tuple[Text, ...]]:
        notes: dict[Item, tuple[Text, ...]] = {}
        for one in self.successions:
            notes[one.row.item] = (*notes.get(one.row.item, ()), one.note)
        return notes

    @cached_property
    def _systems(self) -> Mapping[Item, tuple[str, ...]]:
        systems: dict[Item, tuple[str, ...]] = {}
        for row in self.analysis.rows.placements():
            name = self.workspace.systems[row.system].name
            systems[row.item] = (*systems.get(row.item, ()), name)
        return systems

    def code(self, row: Row) -> Cell:
        """标准体系编号."""
        return row.code

    def subsystem(self, row: Row) -> Cell:
        """子体系名称."""
        return row.entry.node.name if row.entry.node else None

    def title(self, row: Row) -> Cell:
        """标准名称."""
        return row.item.title

    def title_en(self, row: Row) -> Cell:
        """英文名称."""
        facts = facts_of(row.item)
        return facts.title_en if facts else None

    def number(self, row: Row) -> Cell:
        """标准编号: the canonical one; a document's 文号; nothing for what has none."""
        return number_of(row.item)

    def custodian(self, row: Row) -> Cell:
        """归口部门: as stated, never the issuer in its place."""
        facts = facts_of(row.item)
        return facts.custodian if facts else None

    def urgency(self, row: Row) -> Cell:
        """缓急程度 of what is planned; what exists has none."""
        if not isinstance(row.item, PlannedStandard):
            return NONE_DUE
        urgency = row.item.facts.urgency
        return words.URGENCY[urgency] if urgency else None

    def level(self, row: Row) -> Cell:
        """宜定级别 of what is planned, the level of what exists."""
        return words.level_word(row.level)

    def status(self, row: Row) -> Cell:
        """标准状态 on the day."""
        return words.STATUS[row.status.status]

    def issued(self, row: Row) -> Cell:
        """发布日期."""
        return _date(row.item, "issued")

    def effective(self, row: Row) -> Cell:
        """实施日期."""
        return _date(row.item, "effective")

    def withdrawn(self, row: Row) -> Cell:
        """废止日期."""
        facts = facts_of(row.item)
        return facts.withdrawn if facts else None

    def verification(self, row: Row) -> Cell:
        """核实情况: when its facts were verified, and whether its status is only presumed."""
        parts: list[str | Text] = []
        record = row.item.record if isinstance(row.item, Document) else row.item.facts
        if row.item.unverified:
            parts.append(NOT_VERIFIED)
        elif record.verified:
            parts.append(Text(VERIFIED_ON.msgid, {"day": record.verified}))
        if row.status.basis is Basis.PRESUMED:
            parts.append(STATUS_PRESUMED)
        return Sentences(tuple(parts)) if parts else None

    def remarks(self, row: Row) -> Cell:
        """备注: what is coming for it, marks of its status, and the notes of entry and record."""
        record = row.item.record if isinstance(row.item, Document) else row.item.facts
        notes = dict.fromkeys(note for note in (row.entry.record.notes, record.notes) if note)
        parts = (*self.derived_remarks(row), *notes)
        return Sentences(parts) if parts else None

    def derived_remarks(self, row: Row) -> tuple[str | Text, ...]:
        """Return what the remarks say that nobody wrote: what is coming, marks of the status."""
        parts: list[str | Text] = list(self._notes.get(row.item, ()))
        if row.status.partly_replaced:
            parts.append(_PARTLY_REPLACED)
        if row.status.under_revision:
            parts.append(_UNDER_REVISION)
        return tuple(parts)

    def systems(self, row: Row) -> Cell:
        """所属体系: the names of all systems that it stands in."""
        return self._systems[row.item]

    def origin(self, row: Row) -> Cell:
        """Whether the row is the system's own or 共用, from a shared base."""
        return SHARED if row.shared else OWN

    def kind(self, row: Row) -> Cell:
        """标准类别: 技术, 管理, 服务."""
        values = self.workspace.axes[KIND].values
        stated = row.entry.values.get(KIND, ())
        return tuple(values[kind].name if kind in values else kind for kind in stated) or None

    def adopts(self, row: Row) -> Cell:
        """采标编号."""
        facts = facts_of(row.item)
        return tuple(one.number for one in facts.adopts) or None if facts else None

    def degree(self, row: Row) -> Cell:
        """一致性程度代号."""
        facts = facts_of(row.item)
        if facts is None:
            return None
        return tuple(one.degree.value for one in facts.adopts if one.degree) or None

    def replaces(self, row: Row) -> Cell:
        """替代标准编号: what this standard replaces."""
        facts = facts_of(row.item)
        return _joined([one.number for one in facts.replaces]) if facts else None

    def replaced_by(self, row: Row) -> Cell:
        """被替代标准编号: what replaces this standard, whichever side states it."""
        links = self.analysis.replacements.successors(row.item.key)
        return _joined([link.new for link in links])

    def classification(self, row: Row) -> Cell:
        """ICS and CCS codes."""
        facts = facts_of(row.item)
        return _joined((*facts.ics, *facts.ccs)) if facts else None

    def issuer(self, row: Row) -> Cell:
        """发布机构."""
        record = row.item.record if isinstance(row.item, Document) else row.item.facts
        return self.workspace.name_of(record.issuer) or None

    def drafting_units(self, row: Row) -> Cell:
        """起草单位."""
        facts = facts_of(row.item)
        return _joined(facts.drafting_units) if facts else None


OWN, SHARED = _("this system"), _("shared")


def facts_of(item: Item) -> StandardFacts | None:
    """Return the facts of a standard or planned standard; a document has none of these."""
    return None if isinstance(item, Document) else item.facts


def number_of(item: Item) -> str | None:
    """Return what a table prints as 标准编号: nothing where nobody knows one."""
    match item:
        case Edition():
            return item.key if _is_numbered(item.facts) else None
        case PlannedStandard():
            return None
        case _:
            return item.record.reference


def _is_numbered(facts: StandardFacts) -> bool:
    match facts:
        case StandardRecord():
            return facts.numbered
        case EntryRecord():
            text = facts.standard or facts.number
            return text is not None and text not in UNKNOWN_NUMBER
    return True


def _date(item: Item, name: str) -> PartialDate | None:
    record = item.record if isinstance(item, Document) else item.facts
    day: PartialDate | None = getattr(record, name)
    return day


def _joined(parts: Sequence[str]) -> Cell:
    return tuple(parts) or None

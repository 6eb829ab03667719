"""Do the workspace's own ids exist? Every id that names nothing is Y104."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from stdsys.findings import Finding, Place, Severity
from stdsys.messages import _, did_you_mean
from stdsys.model.catalogue import looks_like_number
from stdsys.model.coverage_record import ClauseRecord, CoverageRecord, ExemptionRecord
from stdsys.model.known_names import Known, NameCheck
from stdsys.model.system_record import EntryRecord, NodeRecord
from stdsys.model.workspace import ASPECT, KIND, PLURALS, STAGE, System, Workspace

_Policy: TypeAlias = ClauseRecord | ExemptionRecord
_VALUE_WORDS = {STAGE: _("stage"), ASPECT: _("aspect"), KIND: _("kind")}
_SELDOM = frozenset({"document", "see_also", "lead", "support", "needs", "upgrades"})
"""Fields of an entry that name something and that few entries state."""


def check_references(workspace: Workspace) -> list[Finding]:
    """Return Y104 for every unknown stage, aspect, kind, node, organisation, system, document."""
    return _ReferenceCheck(workspace).run()


def axis_of(name: str, workspace: Workspace) -> str | None:
    """Return the axis that a key of a clause names (`stage`, `stages`, a further axis), if any."""
    axis = PLURALS.get(name, name)
    return axis if axis in workspace.axes else None


def all_clauses(workspace: Workspace) -> dict[str, ClauseRecord]:
    """Return the coverage clauses of the workspace and of every system by id."""
    policies = (workspace.coverage, *(s.record.coverage for s in workspace.systems.values()))
    return {clause.id: clause for policy in policies for clause in policy.require}


class _ReferenceCheck(NameCheck):
    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        shared = {key: system for key, system in workspace.systems.items() if system.shared}
        self.shared_bases = Known(_("shared base (a system with shared: true)"), shared)
        self.organisations = Known(_("organisation"), workspace.organisations)
        self.documents = Known(_("document"), workspace.documents)
        self.planned = Known(_("standard number or planned standard"), workspace.planned)
        self.axes = Known(_("axis"), workspace.axes)
        self.values = {
            key: Known(_VALUE_WORDS.get(key, _("value of this axis")), axis.values)
            for key, axis in workspace.axes.items()
        }

    def run(self) -> list[Finding]:
        workspace = self.workspace
        for key, unit in workspace.organisations.items():
            self.one(unit.parent, self.organisations, key, unit.place, "parent")
        self._policy(workspace.coverage, "workspace")
        for system in workspace.systems.values():
            self._system(system)
        return self.found

    def _system(self, system: System) -> None:
        record, place = system.record, system.place
        self.each(system.uses, self.shared_bases, system.id, place, "uses")
        self.one(record.owner, self.organisations, system.id, place, "owner")
        for node in _all_nodes(record.tree):
            self._axis_values(node, f"{system.id}/{node.code}")
            self.one(node.lead, self.organisations, node.code, node.place, "lead")
        nodes = Known(_("node (subsystem code)"), system.nodes)
        for entry in record.entries:
            self._entry(entry, system, nodes)
        self._policy(record.coverage, system.id)

    def _entry(self, entry: EntryRecord, system: System, nodes: Known) -> None:
        subject = entry.standard  # nearly always stated, and the first that `named_by` would name
        if subject is None:
            subject = next((str(getattr(entry, n)) for n in entry.named_by), system.id)
        if entry.at is not None and entry.at not in nodes.names:
            self.unknown(entry.at, nodes, subject, entry.place.at("at"))
        self._axis_values(entry, subject)
        if not _SELDOM.isdisjoint(entry.model_fields_set):
            self._seldom_stated(entry, subject, nodes)

    def _seldom_stated(self, entry: EntryRecord, subject: str, nodes: Known) -> None:
        place = entry.place
        self.one(entry.document, self.documents, subject, place, "document")
        self.each(entry.see_also, nodes, subject, place, "see_also")
        self.one(entry.lead, self.organisations, subject, place, "lead")
        self.each(entry.support, self.organisations, subject, place, "support")
        for name, named in (("needs", entry.needs), ("upgrades", entry.upgrades)):
            for index, needed in enumerate(named):
                if not looks_like_number(needed) and needed not in self.workspace.editions:
                    self.one(needed, self.planned, subject, place, name, index)

    def _axis_values(self, record: EntryRecord | NodeRecord, subject: str) -> None:
        for plural, axis in PLURALS.items():
            stated = getattr(record, plural)
            if stated and not self.values[axis].holds(stated):
                self.each(stated, self.values[axis], subject, record.place, plural)
        for name, values in record.axes.items():
            self._axis(name, values, subject, record.place.at("axes"))

    def _axis(self, name: str, values: Iterable[str], subject: str, place: Place) -> None:
        axis = axis_of(name, self.workspace)
        if axis is None:
            self.unknown(name, self.axes, subject, place.key(name))
        else:
            self.each(values, self.values[axis], subject, place, name)

    def _policy(self, policy: CoverageRecord, subject: str) -> None:
        for clause in policy.require:
            for index, name in enumerate(clause.each):
                if axis_of(name, self.workspace) is None:
                    where = clause.place.at("each", index)
                    self.unknown(name, self.axes, clause.id, where)
            for name, values in clause.axes.items():
                self._key(name, values, clause, clause.id)
        required = (*self.workspace.coverage.require, *policy.require)
        clauses = Known(_("coverage clause"), {clause.id: clause for clause in required})
        for cell in policy.exempt:
            self.one(cell.clause, clauses, subject, cell.place, "clause")
            for name, values in cell.axes.items():
                self._key(name, values, cell, subject)

    def _key(self, name: str, values: Iterable[str], record: _Policy, subject: str) -> None:
        """Check a key of a clause or exemption: a field of theirs is already known, so an axis."""
        if axis_of(name, self.workspace) is not None:
            self._axis(name, values, subject, record.place)
            return
        axes = tuple(self.workspace.axes)
        hint = did_you_mean(name, (*type(record).model_fields, *axes))
        hint = hint or _("axes here: {names}", names=axes)
        message = _("unknown field {field}", field=name)
        place = record.place.key(name)
        self.found.append(
            Finding("Y101", Severity.ERROR, message, place, subject, (subject,), hint=hint)
        )


def _all_nodes(records: Iterable[NodeRecord]) -> Iterator[NodeRecord]:
    for record in records:
        yield record
        yield from _all_nodes(record.children)

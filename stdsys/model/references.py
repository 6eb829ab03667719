"""Do the workspace's own ids exist? Every id that names nothing is Y104."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TypeAlias

from stdsys.findings import Finding, Place, Severity
from stdsys.messages import Text, _
from stdsys.model.catalogue import looks_like_number
from stdsys.model.coverage_record import ClauseRecord, CoverageRecord, ExemptionRecord
from stdsys.model.system_record import EntryRecord, NodeRecord
from stdsys.model.workspace import PLURALS, STAGE, System, Workspace

_Policy: TypeAlias = ClauseRecord | ExemptionRecord
_AXIS_NAMES = {**PLURALS, STAGE: STAGE, "aspect": "aspect", "kind": "kind"}


def check_references(workspace: Workspace) -> Iterator[Finding]:
    """Yield Y104 for every unknown stage, aspect, kind, node, organisation, system, document."""
    return _ReferenceCheck(workspace).run()


def axis_of(name: str, workspace: Workspace) -> str | None:
    """Return the axis that a key of a clause names (`stage`, `stages`, a further axis), if any."""
    axis = _AXIS_NAMES.get(name, name)
    return axis if axis in workspace.axes else None


class _ReferenceCheck:
    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.shared = {key: s for key, s in workspace.systems.items() if s.shared}

    def run(self) -> Iterator[Finding]:
        workspace = self.workspace
        organisations = workspace.organisations
        for key, organisation in organisations.items():
            if organisation.parent is not None:
                place = organisation.place.at("parent")
                yield from self._one(organisation.parent, organisations, place, key, _ORGANISATION)
        yield from self._policy(workspace.coverage, "workspace")
        for system in workspace.systems.values():
            yield from self._system(system)

    def _system(self, system: System) -> Iterator[Finding]:
        record, place = system.record, system.place
        for index, base in enumerate(system.uses):
            where = place.at("uses", index)
            yield from self._one(base, self.shared, where, system.id, _SHARED_BASE)
        if record.owner is not None:
            known = self.workspace.organisations
            yield from self._one(record.owner, known, place.at("owner"), system.id, _ORGANISATION)
        for node in _all_nodes(record.tree):
            yield from self._axis_values(node, f"{system.id}/{node.code}")
            if node.lead is not None:
                known = self.workspace.organisations
                where = node.place.at("lead")
                yield from self._one(node.lead, known, where, node.code, _ORGANISATION)
        for entry in record.entries:
            yield from self._entry(entry, system)
        yield from self._policy(record.coverage, system.id)

    def _entry(self, entry: EntryRecord, system: System) -> Iterator[Finding]:
        subject = entry.standard or entry.id or entry.planned or entry.document or system.id
        place = entry.place
        if entry.document is not None:
            where = place.at("document")
            yield from self._one(
                entry.document, self.workspace.documents, where, subject, _DOCUMENT
            )
        if entry.at is not None:
            yield from self._one(entry.at, system.nodes, place.at("at"), subject, _NODE)
        for index, code in enumerate(entry.see_also):
            where = place.at("see_also", index)
            yield from self._one(code, system.nodes, where, subject, _NODE)
        yield from self._axis_values(entry, subject)
        units = [("lead", entry.lead)] if entry.lead is not None else []
        for name, unit in units:
            known = self.workspace.organisations
            yield from self._one(unit, known, place.at(name), subject, _ORGANISATION)
        for index, unit in enumerate(entry.support):
            known = self.workspace.organisations
            where = place.at("support", index)
            yield from self._one(unit, known, where, subject, _ORGANISATION)
        for name in ("needs", "upgrades"):
            for index, needed in enumerate(getattr(entry, name)):
                if not looks_like_number(needed) and needed not in self.workspace.editions:
                    where = place.at(name, index)
                    yield from self._one(needed, self.workspace.planned, where, subject, _PLANNED)

    def _axis_values(self, record: EntryRecord | NodeRecord, subject: str) -> Iterator[Finding]:
        for plural, axis in PLURALS.items():
            known = self.workspace.axes[axis].values
            for index, value in enumerate(getattr(record, plural)):
                where = record.place.at(plural, index)
                yield from self._one(value, known, where, subject, _VALUES[axis])
        for name, values in record.axes.items():
            yield from self._axis(name, values, record.place.at("axes"), subject)

    def _axis(
        self, name: str, values: Iterable[str], place: Place, subject: str
    ) -> Iterator[Finding]:
        axis = axis_of(name, self.workspace)
        if axis is None:
            yield from self._one(name, self.workspace.axes, place.key(name), subject, _AXIS)
            return
        known = self.workspace.axes[axis].values
        for index, value in enumerate(values):
            what = _VALUES.get(axis, _VALUE)
            yield from self._one(value, known, place.at(name, index), subject, what)

    def _policy(self, policy: CoverageRecord, subject: str) -> Iterator[Finding]:
        for clause in policy.require:
            for index, name in enumerate(clause.each):
                if axis_of(name, self.workspace) is None:
                    where = clause.place.at("each", index)
                    yield from self._one(name, self.workspace.axes, where, clause.id, _AXIS)
            for name, values in clause.axes.items():
                yield from self._key(name, values, clause, clause.id)
        clauses = {clause.id: clause for clause in self.workspace.coverage.require}
        clauses |= {clause.id: clause for clause in policy.require}
        for cell in policy.exempt:
            if cell.clause is not None:
                yield from self._one(
                    cell.clause, clauses, cell.place.at("clause"), subject, _CLAUSE
                )
            for name, values in cell.axes.items():
                yield from self._key(name, values, cell, subject)

    def _key(
        self, name: str, values: Iterable[str], record: _Policy, subject: str
    ) -> Iterator[Finding]:
        """Check a key of a clause or exemption: a field of theirs is already known, so an axis."""
        if axis_of(name, self.workspace) is not None:
            yield from self._axis(name, values, record.place, subject)
            return
        known = [*type(record).model_fields, *self.workspace.axes]
        close = get_close_matches(name, known, n=1, cutoff=0.6)
        hint = (
            _("did you mean {name}?", name=close[0])
            if close
            else _("axes here: {names}", names=tuple(self.workspace.axes))
        )
        message = _("unknown field {field}", field=name)
        place = record.place.key(name)
        yield Finding("Y101", Severity.ERROR, message, place, subject, (subject,), hint=hint)

    def _one(
        self, name: str, known: Mapping[str, object], place: Place, subject: str, what: Text
    ) -> Iterator[Finding]:
        if name in known or self.workspace.may_be_unread(name):
            return
        close = get_close_matches(name, list(known), n=1, cutoff=0.6)
        if close:
            hint = _("did you mean {name}?", name=close[0])
        elif known:
            hint = _("known here: {names}", names=tuple(known)[:20])
        else:
            hint = _("none is defined in this workspace")
        message = _("unknown {what}: {name}", what=what, name=name)
        yield Finding("Y104", Severity.ERROR, message, place, subject, (subject,), hint=hint)


_ORGANISATION = _("organisation")
_SHARED_BASE = _("shared base (a system with shared: true)")
_DOCUMENT = _("document")
_NODE = _("node (subsystem code)")
_PLANNED = _("standard number or planned standard")
_AXIS = _("axis")
_CLAUSE = _("coverage clause")
_VALUE = _("value of this axis")
_VALUES = {"stage": _("stage"), "aspect": _("aspect"), "kind": _("kind")}


def _all_nodes(records: Iterable[NodeRecord]) -> Iterator[NodeRecord]:
    for record in records:
        yield record
        yield from _all_nodes(record.children)

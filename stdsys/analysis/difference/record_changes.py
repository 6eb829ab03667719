"""What has changed besides standards and entries: systems, policy, organisations, targets, tasks.

Everything that bears an id is matched by it; reviews and exemptions, which bear none, are there or
are not.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from stdsys.analysis.difference.field_changes import (
    Change,
    FieldChange,
    field_changes,
    in_common_order,
    paired,
    stated,
)
from stdsys.analysis.difference.plain_values import Plain
from stdsys.model.coverage_record import CoverageRecord
from stdsys.model.record import Part
from stdsys.model.workspace import System, Workspace
from stdsys.model.workspace_record import AxisRecord


class Kind(StrEnum):
    """What a record is."""

    WORKSPACE = "workspace"
    SYSTEM = "systems"
    NODE = "nodes"
    CLAUSE = "clauses"
    EXEMPTION = "exemptions"
    AXIS = "axes"
    VALUE = "values"
    ORGANISATION = "organisations"
    PROGRAMME = "programme"
    PHASE = "phases"
    TASK = "tasks"
    TARGET = "targets"
    SERIES = "series"
    REVIEW = "reviews"


ORDER = "order"
"""Stands for a field where only the order of what is inside has changed."""

PARENT = "parent"
"""Stands for the node above a node."""


class Named(Struct, frozen=True, eq=False):
    """A record in one state: its id, what it is called, its system, and what its fields say.

    `match` is what it is known by in the other state: its id, or else all that it says.
    """

    kind: Kind
    id: str
    name: str | None
    said: Mapping[str, Plain]
    record: type[Part]
    system: str | None = None
    match: str = ""


RecordChange: TypeAlias = Change[Named]

_Key: TypeAlias = tuple[Kind, str]

_APART = {
    Kind.SYSTEM: ("id", "tree", "entries", "coverage"),
    Kind.NODE: ("code", "children"),
    Kind.AXIS: ("id", "values"),
    Kind.PROGRAMME: ("phases", "tasks"),
}
"""Fields that are compared apart from the record; else its id alone."""


def record_changes(before: Workspace, after: Workspace) -> tuple[RecordChange, ...]:
    """Return what has changed, kind by kind, in the order of the later state.

    What belongs to a system comes and goes with it, and is no change of its own then.
    """
    kinds = list(Kind)
    old, new = _by_key(before), _by_key(after)
    orders_before, orders_after = dict(_orders(before)), dict(_orders(after))
    changes: list[RecordChange] = []
    for key, was, is_ in paired(old, new):
        if was is None or is_ is None:
            system = (is_ or old[key]).system
            if system is not None and not (system in before.systems and system in after.systems):
                continue
            changes.append(Change((is_ or old[key]).id, was, is_))
            continue
        fields = list(field_changes(was.said, is_.said))
        order = in_common_order(orders_before.get(key, ()), orders_after.get(key, ()))
        if order[0] != order[1]:
            fields.append(FieldChange(ORDER, *order))
        if fields:
            changes.append(Change(is_.id, was, is_, tuple(fields)))
    return tuple(sorted(changes, key=lambda change: kinds.index(change.thing.kind)))


def _by_key(workspace: Workspace) -> dict[_Key, Named]:
    """Return the records by what they are known by; of equal ones each has its turn."""
    found: dict[_Key, Named] = {}
    for one in _records(workspace):
        key, turn = (one.kind, one.match or one.id), 1
        while key in found:
            turn += 1
            key = one.kind, f"{one.match or one.id}#{turn}"
        found[key] = one
    return found


def _records(workspace: Workspace) -> Iterator[Named]:
    head, programme = workspace.record, workspace.programme
    yield _named(Kind.WORKSPACE, "workspace", head.title or head.name, head)
    for system in workspace.systems.values():
        yield from _of_system(system)
    yield from _policy(None, workspace.coverage)
    for axis in workspace.axes.values():
        yield Named(Kind.AXIS, axis.id, axis.name, {"name": axis.name}, AxisRecord)
        for value in axis.values.values():
            yield _named(Kind.VALUE, f"{axis.id}/{value.id}", value.name, value)
    for organisation in workspace.organisations.values():
        yield _named(Kind.ORGANISATION, organisation.id, organisation.name, organisation)
    yield _named(Kind.PROGRAMME, "programme", programme.title, programme)
    for phase in programme.phases:
        yield _named(Kind.PHASE, phase.id, phase.name, phase)
    for task in programme.tasks:
        yield _named(Kind.TASK, task.id, task.title, task)
    for target in workspace.targets.values():
        yield _named(Kind.TARGET, target.id, target.title, target)
    for series in workspace.series.values():
        yield _named(Kind.SERIES, series.id, series.name, series)
    for review in workspace.reviews:
        words = (review.standard, review.kind.value, str(review.date or ""))
        yield _named(Kind.REVIEW, " ".join(filter(None, words)), None, review, by_content=True)


def _of_system(system: System) -> Iterator[Named]:
    yield _named(Kind.SYSTEM, system.id, system.name, system.record)
    for node in system.nodes.values():
        one = _named(Kind.NODE, node.key, node.name, node.record, system.id)
        yield replace(one, said={**one.said, PARENT: node.parent})
    yield from _policy(system.id, system.record.coverage)


def _policy(system: str | None, policy: CoverageRecord) -> Iterator[Named]:
    """Yield clauses, whose ids are the workspace's or a system's, and exemptions."""
    prefix = f"{system}/" if system else ""
    for clause in policy.require:
        yield _named(Kind.CLAUSE, prefix + clause.id, clause.name, clause, system)
    for exemption in policy.exempt:
        values = (value for held in exemption.axes.values() for value in held)
        words = " ".join(filter(None, (*values, exemption.clause))) or "*"
        yield _named(Kind.EXEMPTION, prefix + words, None, exemption, system, by_content=True)


def _named(
    kind: Kind,
    id_: str,
    name: str | None,
    record: Part,
    system: str | None = None,
    *,
    by_content: bool = False,
) -> Named:
    apart = _APART.get(kind, ("id",))
    said = stated(record, (field for field in type(record).model_fields if field not in apart))
    match = f"{system or ''}/{said!r}" if by_content else ""
    return Named(kind, id_, name, said, type(record), system, match)


def _orders(workspace: Workspace) -> Iterator[tuple[_Key, tuple[str, ...]]]:
    """Yield what the order of things inside a thing says: nodes below a node, values of an axis."""
    for axis in workspace.axes.values():
        yield (Kind.AXIS, axis.id), tuple(axis.values)
    yield (Kind.PROGRAMME, "programme"), tuple(phase.id for phase in workspace.programme.phases)
    for system in workspace.systems.values():
        yield (Kind.SYSTEM, system.id), tuple(node.code for node in system.top_nodes)
        for node in system.nodes.values():
            yield (Kind.NODE, node.key), node.children

"""Which standards, planned standards and documents were added, removed, renumbered, changed."""

from collections.abc import Mapping

from stdsys.analysis.counting.rows import table_order
from stdsys.analysis.difference.field_changes import (
    Change,
    FieldChange,
    field_changes,
    paired,
    stated,
)
from stdsys.analysis.difference.plain_values import Plain
from stdsys.analysis.difference.renumbering import Renumbering
from stdsys.model.items import Document, Edition, Item, PlannedStandard
from stdsys.model.standard_record import DocumentRecord, StandardFacts
from stdsys.model.system_record import EntryRecord
from stdsys.model.workspace import Workspace

OF_ITSELF = ("source", "verified", "notes", "waive")
"""Fields in which a record or an entry speaks of itself, not of the standard."""

FACTS = tuple(name for name in StandardFacts.model_fields if name not in OF_ITSELF)
PLACE = (
    *("standard", "number", "document", "id", "at", "see_also", "code", "origin"),
    *("stages", "aspects", "kinds", "axes"),
)
"""Fields of an entry that say what stands where; those of a planned standard are the others."""

PLAN_FACTS = tuple(name for name in EntryRecord.model_fields if name not in PLACE)
_DOCUMENT_FACTS = tuple(name for name in DocumentRecord.model_fields if name != "id")


def item_changes(
    before: Workspace, after: Workspace, renumbering: Renumbering
) -> tuple[Change[Item], ...]:
    """Return what has changed of all items, in the order of the tables.

    A planned standard that was issued is one change: the plan before, the standard after.
    """
    old, new = _by_kind(before), _by_kind(after)
    changes: list[Change[Item]] = []
    gone: dict[Item, None] = {}
    come: dict[Item, None] = {}
    for (_kind, key), was, is_ in paired(old, new):
        if was is None and is_ is not None:
            come[is_] = None
        elif is_ is None and was is not None:
            gone[was] = None
        elif was is not None and is_ is not None and (fields := facts_changed(was, is_)):
            changes.append(Change(key, was, is_, fields))
    for was, is_, because in renumbering.pairs(gone, come):
        changes.append(Change(is_.key, was, is_, facts_changed(was, is_), because))
        del gone[was], come[is_]
    changes += [Change(one.key, one, None, beside=_beside(one, renumbering)) for one in gone]
    changes += [Change(one.key, None, one, beside=_beside(one, renumbering)) for one in come]
    return tuple(sorted(changes, key=_order))


def _beside(item: Item, renumbering: Renumbering) -> tuple[str, ...]:
    return renumbering.beside(item) if isinstance(item, Edition) else ()


def facts_changed(before: Item, after: Item) -> tuple[FieldChange, ...]:
    """Return the facts of two items that differ."""
    return field_changes(facts_of(before), facts_of(after))


def facts_of(item: Item) -> dict[str, Plain]:
    """Return what is stated of an item; where it stands is said by its entries."""
    match item:
        case Edition():
            return stated(item.facts, (*FACTS, *OF_ITSELF) if item.recorded else FACTS)
        case PlannedStandard():
            facts = stated(item.facts, PLAN_FACTS)
            return {**facts, "title": item.title, "planned": None}
        case Document():
            return stated(item.record, _DOCUMENT_FACTS)


def _by_kind(workspace: Workspace) -> Mapping[tuple[str, str], Item]:
    return {(type(item).__name__, item.key): item for item in workspace.items()}


def _order(change: Change[Item]) -> tuple[object, ...]:
    return _KINDS.index(type(change.thing)), table_order(change.thing)


_KINDS: tuple[type[Item], ...] = (Edition, PlannedStandard, Document)

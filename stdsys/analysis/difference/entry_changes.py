"""Which entries were added, removed or moved: another node, other stages, another edition there."""

from collections.abc import Iterable, Iterator, Sequence

from stdsys.analysis.difference.field_changes import (
    Change,
    FieldChange,
    field_changes,
    paired,
    stated,
)
from stdsys.analysis.difference.item_changes import OF_ITSELF
from stdsys.analysis.difference.plain_values import Plain, plain
from stdsys.analysis.difference.renumbering import Renumbering
from stdsys.model.items import Item, PlannedStandard
from stdsys.model.workspace import PLURALS, Entry, System, Workspace

_AXES = {axis: plural for plural, axis in PLURALS.items()}
_NOTED = ("code", "origin")
_AXIS = "axes."


def entry_changes(
    before: Workspace, after: Workspace, renumbering: Renumbering
) -> tuple[Change[Entry], ...]:
    """Return what has changed of the entries of the systems that are there before and after.

    With a system all its entries come and go: that is one change of the system. An item that is
    entered twice in a system is matched by its node first.
    """
    changes: list[Change[Entry]] = []
    for _key, was, is_ in paired(before.systems, after.systems):
        if was is not None and is_ is not None:
            changes += _of_system(was, is_, renumbering)
    return tuple(changes)


def _of_system(before: System, after: System, renumbering: Renumbering) -> Iterator[Change[Entry]]:
    """Yield changes in the order of the later system, what is gone after it."""
    gone: dict[Item, list[Entry]] = {}
    come: dict[Item, list[Entry]] = {}
    changes: list[Change[Entry]] = []
    for _key, had, has in paired(_by_item(before.entries), _by_item(after.entries)):
        pairs, old, new = _matched(had or [], has or [])
        for was, is_ in pairs:
            if fields := places_changed(was, is_):
                changes.append(Change(is_.key, was, is_, fields))
        for entry in old:
            gone.setdefault(entry.item, []).append(entry)
        for entry in new:
            come.setdefault(entry.item, []).append(entry)
    for item, other, because in renumbering.pairs(gone, come):
        was, is_ = gone[item][0], come[other][0]
        gone[item], come[other] = gone[item][1:], come[other][1:]
        changes.append(Change(is_.key, was, is_, places_changed(was, is_), because))
    changes += [Change(entry.key, None, entry) for left in come.values() for entry in left]
    changes += [Change(entry.key, entry, None) for left in gone.values() for entry in left]
    order = {entry: number for number, entry in enumerate((*after.entries, *before.entries))}
    yield from sorted(changes, key=lambda change: order[change.thing])


def _by_item(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return the entries of each item; a plan and a standard may bear the same key."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(f"{type(entry.item).__name__}:{entry.item.key}", []).append(entry)
    return found


def _matched(
    old: Sequence[Entry], new: Sequence[Entry]
) -> tuple[list[tuple[Entry, Entry]], list[Entry], list[Entry]]:
    """Match the entries of one item, those at the same node first; return what is left, too."""
    free: dict[str | None, list[Entry]] = {}
    for entry in reversed(new):
        free.setdefault(entry.record.at, []).append(entry)
    pairs: list[tuple[Entry, Entry]] = []
    others: list[Entry] = []
    for entry in old:
        here = free.get(entry.record.at)
        if here:
            pairs.append((entry, here.pop()))
        else:
            others.append(entry)
    taken = {entry for _was, entry in pairs}
    left = [entry for entry in new if entry not in taken]
    count = min(len(others), len(left))
    pairs += zip(others[:count], left[:count], strict=True)
    return pairs, others[count:], left[count:]


def places_changed(before: Entry, after: Entry) -> tuple[FieldChange, ...]:
    """Return what two entries of a system say otherwise: node, axes with defaults, code."""
    return field_changes(place_of(before), place_of(after))


def place_of(entry: Entry) -> dict[str, Plain]:
    """Return what an entry says of its place; of its item only what is its own remark."""
    said: dict[str, Plain] = {"at": entry.record.at, "see_also": plain(entry.see_also)}
    for axis, values in entry.values.items():
        said[_AXES.get(axis, _AXIS + axis)] = plain(values)
    said |= stated(entry.record, _NOTED)
    item = entry.item
    if not isinstance(item, PlannedStandard) or item.facts is not entry.record:
        said |= stated(entry.record, OF_ITSELF)
    return said


def axis_of_field(field: str) -> str | None:
    """Return the axis whose values a field of such a change holds; None for other fields."""
    return PLURALS.get(field) or (field.removeprefix(_AXIS) if field.startswith(_AXIS) else None)


def moved(change: Change[Entry]) -> bool:
    """Whether an entry stands elsewhere in the tree or on the axes."""
    return any(one.field in ("at", "see_also") or axis_of_field(one.field) for one in change.fields)

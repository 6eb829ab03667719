"""Standards of several levels on one stated object and aspect, found by index."""

from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import TypeAlias
from unicodedata import is_normalized

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.written_numbers import items_with_facts
from stdsys.model.catalogue import title_key
from stdsys.model.items import Edition, PlannedStandard
from stdsys.model.workspace import ASPECT, Workspace
from stdsys.numbers import LEVEL_RANKS, Level, Nature

NAMED = 5
"""So many standards above are named at most."""

Subject: TypeAlias = Edition | PlannedStandard
Bucket: TypeAlias = tuple[str, str | None]
"""A folded object and an aspect; None is the general one, of what states no aspect."""


ByRank: TypeAlias = dict[Bucket, dict[int, list[Subject]]]
"""What stands in a bucket, by rank of level."""


class Overlap(Struct, frozen=True):
    """A standard, the nearest higher ones beside it (at most `NAMED`) and the aspects shared."""

    lower: Subject
    higher: tuple[Subject, ...]
    aspects: tuple[str, ...]


def overlaps(analysis: Analysis) -> Iterator[Overlap]:
    """Yield every standard beside which a higher one, not mandatory, has its object and an aspect.

    Judged is what is in force, upcoming or planned and states its `object`; another name of a
    system's object (茶业 for 茶叶) is the same object. Aspects are those of any entry; a standard
    without one is general and meets only other general ones. What replaces the other, or is
    planned to lift or replace it, does not overlap it.
    """
    buckets_of = _buckets(analysis)
    above = _by_bucket(buckets_of)
    kin = _kin(analysis)
    for item, buckets in buckets_of.items():
        overlap = _nearest(item, buckets, above, kin.get(item.key, frozenset()))
        if overlap is not None:
            yield overlap


def _buckets(analysis: Analysis) -> dict[Subject, list[Bucket]]:
    """Return the object and aspects of everything that may overlap something."""
    found: dict[Subject, list[Bucket]] = {}
    for item, folded in _objects_of_several_levels(analysis).items():
        aspects = _aspects_of(item, analysis) or (None,)
        found[item] = [(folded, aspect) for aspect in aspects]
    return found


def _objects_of_several_levels(analysis: Analysis) -> dict[Subject, str]:
    """Return the folded object of everything that is judged and shares it with another level.

    Most objects have one standard only; what follows is spared for them.
    """
    workspace = analysis.workspace
    same_object = _object_names(workspace)
    stated = [(item, item.facts.object, item.level) for item in items_with_facts(workspace)]
    objects: dict[Subject, str] = {}
    for item, text, level in stated:
        if text is not None and level is not None and level is not Level.OTHER:
            folded = _folded(text)
            objects[item] = same_object.get(folded, folded)
    shared = _of_several_levels(objects)
    judged = {item: folded for item, folded in shared.items() if not _is_over(item, analysis)}
    return _of_several_levels(judged)


def _of_several_levels(objects: dict[Subject, str]) -> dict[Subject, str]:
    """Return the items that share their object with one of another level."""
    first: dict[str, Level | None] = {}
    shared = {
        folded
        for item, folded in objects.items()
        if first.setdefault(folded, item.level) is not item.level
    }
    return {item: folded for item, folded in objects.items() if folded in shared}


def _by_bucket(buckets_of: Mapping[Subject, list[Bucket]]) -> ByRank:
    """Index what is not mandatory by object and aspect, then by level."""
    index: ByRank = {}
    for item, buckets in buckets_of.items():
        if item.level is None or _is_mandatory(item):
            continue
        for bucket in buckets:
            index.setdefault(bucket, {}).setdefault(LEVEL_RANKS[item.level], []).append(item)
    return index


def _nearest(
    item: Subject, buckets: list[Bucket], above: ByRank, kin: Collection[str]
) -> Overlap | None:
    """Return the overlap of an item with what stands nearest above it, if anything does."""
    assert item.level is not None
    for rank in reversed(range(LEVEL_RANKS[item.level])):
        higher: dict[Subject, None] = {}
        aspects: list[str] = []
        for bucket in buckets:
            others = (one for one in above.get(bucket, {}).get(rank, ()) if one.key not in kin)
            found = list(islice(others, NAMED))
            if found and bucket[1] is not None:
                aspects.append(bucket[1])
            higher.update(dict.fromkeys(found))
        if higher:
            return Overlap(item, tuple(islice(higher, NAMED)), tuple(aspects))
    return None


def _kin(analysis: Analysis) -> Mapping[str, Collection[str]]:
    """Return, by key, what an item replaces, lifts, is replaced or lifted by."""
    kin: dict[str, set[str]] = {}
    pairs = [(link.old, link.new) for link in analysis.replacements.links]
    for planned in analysis.workspace.planned.values():
        facts = planned.facts
        for name in (*facts.upgrades, *(old.number for old in facts.replaces)):
            old = analysis.workspace.named(name)
            if old is not None:
                pairs.append((old.key, planned.key))
    for one, other in pairs:
        kin.setdefault(one, set()).add(other)
        kin.setdefault(other, set()).add(one)
    return kin


def _is_over(item: Subject, analysis: Analysis) -> bool:
    status = analysis.statuses(item).status
    return isinstance(item, Edition) and not status.live


def _is_mandatory(item: Subject) -> bool:
    return item.nature is Nature.MANDATORY


def _aspects_of(item: Subject, analysis: Analysis) -> tuple[str, ...]:
    entries = analysis.placements.entries_of(item)
    return tuple(dict.fromkeys(value for e in entries for value in e.values.get(ASPECT, ())))


def _object_names(workspace: Workspace) -> dict[str, str]:
    """Return the folded other names of systems' objects, and the folded name each stands for."""
    names: dict[str, str] = {}
    for system in workspace.systems.values():
        record = system.record
        called = [_folded(name) for name in (record.object, *record.aliases) if name]
        for name in called:
            names.setdefault(name, called[0])
    return names


def _folded(name: str) -> str:
    """Return `title_key` of a name. Nearly all are words that it leaves as they are."""
    unchanged = name.isalnum() and name == name.lower() and is_normalized("NFKC", name)
    return name if unchanged else title_key(name)

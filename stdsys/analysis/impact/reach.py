"""What must be looked at again when a standard changes: who builds on it, nearest first.

A document is touched when it cites, tests by, needs, upgrades, replaces or adopts what changes (or
cites what that has replaced), or limits what a higher standard that changes limits; and so is
whatever builds on that document in turn. Dead documents are not followed: nobody amends them. Where
the documents stand is found by `impact_places`.
"""

from collections.abc import Iterator, Mapping, Sequence

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.mentions import Named, Naming, Sense, Standard, Thing
from stdsys.analysis.citations.statements import numbers_in
from stdsys.analysis.counting.rows import SortKey, table_order
from stdsys.analysis.impact.places import places_of
from stdsys.analysis.impact.touched import Impact, Kind, Touch, Touched
from stdsys.model.items import Document, Edition, PlannedStandard

_OF_REPLACED = {Touch.CITES: Touch.CITES_REPLACED, Touch.TESTS_BY: Touch.TESTS_BY_REPLACED}
"""What is said of who names what a standard has replaced; the other relations end with that."""


def impact_of(analysis: Analysis, things: Sequence[Thing], depth: int | None = None) -> Impact:
    """Return what is touched when some things change, in at most `depth` steps (None: all).

    Nearest first, by kind, in the order of the tables (what has none: in reading order). The path
    of each is a shortest one; of several, what means the standard exactly goes before what names
    another edition of its number, and relations go in the order of `Touch`.
    """
    search = _Search(analysis)
    documents = search.documents(things, depth)
    told = {**documents, **search.adopted(things)}
    found = [*told.values(), *places_of(analysis, documents)]
    order = {kind: position for position, kind in enumerate(Kind)}
    touched = sorted(
        (one for one in found if one.via and (depth is None or one.distance <= depth)),
        key=lambda one: (one.distance, order[one.kind]),
    )
    named = tuple(one for one in documents.values() if one.via is None)
    return Impact(named, tuple(touched), search.dead(things))


class _Search:
    """A breadth-first search from what changes to what builds on it."""

    def __init__(self, analysis: Analysis) -> None:
        mentions = analysis.mentions
        self._analysis = analysis
        self._workspace = analysis.workspace
        self._statuses = analysis.statuses
        self._links = analysis.replacements
        self._mentions = mentions
        self._named: tuple[tuple[Touch, Named[Standard]], ...] = (
            (Touch.CITES, mentions.citations),
            (Touch.TESTS_BY, mentions.tests),
            (Touch.NEEDS, mentions.needs),
            (Touch.UPGRADES, mentions.upgrades),
            (Touch.REPLACES, mentions.replacements),
            (Touch.ADOPTS, mentions.adoptions),
        )
        self._reached: dict[Thing, Touched] = {}
        self._spent: set[Naming[Standard]] = set()

    def documents(self, things: Sequence[Thing], depth: int | None) -> Mapping[Thing, Touched]:
        """Return the things and the documents touched, each level in the order of the tables."""
        for thing in things:
            key = key_of(thing)
            self._reached[thing] = Touched(_kind(thing), key, thing, Touch.NAMED, None, key, 0)
        found = dict(self._reached)
        level: Sequence[Thing] = things
        distance = 0
        while level and (depth is None or distance < depth):
            following = sorted(self._next(level), key=_order)
            found.update((thing, self._reached[thing]) for thing in following)
            level = following
            distance += 1
        return found

    def _next(self, level: Sequence[Thing]) -> Iterator[Standard]:
        """Yield what builds on a level and was not reached before, in the surest sense first."""
        for sense in Sense:
            for touch, named in self._named:
                if sense is Sense.REPLACED and touch not in _OF_REPLACED:
                    continue
                for thing in level:
                    for naming in named.in_sense(sense, thing):
                        yield from self._by(naming, touch, thing, sense)
                if touch is Touch.REPLACES and sense is Sense.EXACTLY:
                    for thing in level:
                        yield from self._successors(thing)
            if sense is Sense.EXACTLY:
                yield from self._limiting_the_same(level)

    def _by(
        self, naming: Naming[Standard], touch: Touch, thing: Thing, sense: Sense
    ) -> Iterator[Standard]:
        """Yield who writes a naming, once: many who name all of many parts stay quick."""
        if naming in self._spent:
            return
        self._spent.add(naming)
        relation = _OF_REPLACED[touch] if sense is Sense.REPLACED else touch
        other = sense is Sense.OTHER_EDITION
        for who in naming.by:
            if self._reach(who, relation, thing, naming.written, other_edition=other):
                yield who

    def _limiting_the_same(self, level: Sequence[Thing]) -> Iterator[Standard]:
        """Yield the lower standards whose limits are held against those of what changes itself."""
        higher = {
            thing
            for thing in level
            if isinstance(thing, Edition | PlannedStandard)
            and thing.facts.indicators
            and self._reached[thing].via is None
        }
        if not higher:
            return
        quantities: dict[tuple[Standard, Standard], dict[str, None]] = {}
        for one in self._analysis.indicators.judged(lambda _any: True, higher.__contains__):
            names = quantities.setdefault((one.lower, one.upper), {})
            names[one.name or one.indicator or ""] = None
        for (lower, upper), names in quantities.items():
            if self._reach(lower, Touch.LIMITS_SAME, upper, "、".join(names)):
                yield lower

    def _successors(self, thing: Thing) -> Iterator[Standard]:
        """Yield the editions that replace an edition, wholly or in part."""
        if isinstance(thing, PlannedStandard | Document):
            return
        for link in self._links.successors(key_of(thing)):
            successor = self._workspace.editions.get(link.new)
            if successor is None or not link.definite:
                continue
            if self._reach(successor, Touch.REPLACES, thing, None):
                yield successor

    def _reach(
        self,
        who: Standard,
        touch: Touch,
        thing: Thing,
        written: str | None,
        *,
        other_edition: bool = False,
    ) -> bool:
        if who in self._reached or self._statuses(who).status.dead:
            return False
        via = self._reached[thing]
        self._reached[who] = via.then(
            _kind(who), who.key, who, touch, written=written, other_edition=other_edition
        )
        return True

    def adopted(self, things: Sequence[Thing]) -> dict[Thing, Touched]:
        """Return the documents that what changes adopts: its degree of correspondence changes.

        What else builds on them is not touched by that. This step is nearer than any but another
        direct one.
        """
        found: dict[Thing, Touched] = {}
        for thing in things:
            adoptions = () if isinstance(thing, str | Document) else thing.facts.adopts
            for number in (adoption.number for adoption in adoptions):
                via = self._reached[thing]
                for other in self._mentions.meant(number):
                    known = found.get(other) or self._reached.get(other)
                    if known is None or known.distance > 1:
                        found[other] = via.then(
                            _kind(other), key_of(other), other, Touch.ADOPTED_BY, written=number
                        )
        return found

    def dead(self, things: Sequence[Thing]) -> tuple[Standard, ...]:
        """Return the documents that cite what changes, but are withdrawn or replaced, in order."""
        citing = {
            who: None
            for thing in things
            for naming in self._mentions.citations.exactly(thing)
            for who in naming.by
            if who not in self._reached and self._statuses(who).status.dead
        }
        return tuple(sorted(citing, key=_order))


def key_of(thing: Thing) -> str:
    """Return the key of an item, or the number or words for what is not in the workspace."""
    return thing if isinstance(thing, str) else thing.key


def _kind(thing: Thing) -> Kind:
    if isinstance(thing, PlannedStandard):
        return Kind.PLANNED
    if isinstance(thing, Edition):
        return Kind.STANDARD
    return Kind.STANDARD if isinstance(thing, str) and numbers_in(thing) else Kind.DOCUMENT


def _order(item: Standard) -> SortKey:
    return (isinstance(item, PlannedStandard), table_order(item))

"""What every item of a workspace is on a day, and which edition has taken its place."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from stdsys.analysis.citations.statements import numbers_in
from stdsys.analysis.life_cycle.replacements import Link, Replacements
from stdsys.analysis.life_cycle.status_on import Basis, StatusOn
from stdsys.analysis.life_cycle.status_rules import (
    PLAINLY_IN_FORCE,
    Successor,
    first_day,
    has_taken_effect,
    judge,
    order_in_force,
)
from stdsys.model.items import Document, Edition, Item, PlannedStandard
from stdsys.model.status import Status
from stdsys.model.workspace import Workspace

__all__ = ["Basis", "StatusOn", "Statuses"]

_CYCLIC = StatusOn(Status.UNKNOWN, Basis.PRESUMED)


class Statuses:
    """The statuses of one workspace on one day; call it with an item.

    Editions are judged after those that replace them, so that every successor's status is known.
    Members of a replacement cycle are unknown. An undated number takes the status of its family's
    live edition (of the newest, if none is live) where dated editions of the family are in the
    workspace; else the rules apply to it as they are.
    """

    def __init__(
        self,
        workspace: Workspace,
        as_of: date,
        replacements: Replacements,
        by_key: Mapping[str, StatusOn],
        live: Mapping[str, str],
    ) -> None:
        """Take the status of each edition (`by_key`) and the key of each family's live edition."""
        self.by_key = by_key
        self._as_of = as_of
        self._workspace = workspace
        self._replacements = replacements
        self._live = live

    @classmethod
    def on(cls, workspace: Workspace, as_of: date, replacements: Replacements) -> "Statuses":
        """Judge every edition on the day `as_of`."""
        editions = workspace.editions
        by_key: dict[str, StatusOn] = {}
        for key in replacements.ordered:
            if key not in editions:
                continue
            if replacements.in_cycle(key):
                by_key[key] = _CYCLIC
            else:
                links = replacements.successors(key)
                known = [_successor(link, workspace, by_key) for link in links if link.definite]
                by_key[key] = judge(editions[key], as_of, known)
        for key, edition in editions.items():
            if key not in by_key:
                by_key[key] = judge(edition, as_of, ())
        # Nearly all families have one edition: there is nothing to choose.
        in_force_or_soon = {key for key, on_day in by_key.items() if on_day.status in _LIVE}
        families = workspace.families.items()
        live = {family: keys[0] for family, keys in families if keys[0] in in_force_or_soon}
        for family, keys in [(family, keys) for family, keys in families if len(keys) > 1]:
            dated = [key for key in keys if _is_dated(editions[key])]
            chosen = _live_of([editions[key] for key in dated or keys], by_key)
            if chosen is not None:
                live[family] = chosen.key
            else:
                live.pop(family, None)
            if dated and len(dated) < len(keys):
                shown = chosen or newest(editions[key] for key in dated)
                by_key.update((key, by_key[shown.key]) for key in keys if key not in dated)
        return cls(workspace, as_of, replacements, by_key, live)

    def __call__(self, item: Item) -> StatusOn:
        """Return what an item of the workspace is on the day."""
        if isinstance(item, Edition):
            return self.by_key[item.key]
        if isinstance(item, PlannedStandard):
            step = item.facts.workflow
            drafting = step is not None and step.being_drafted
            return StatusOn(Status.DRAFTING if drafting else Status.PLANNED, Basis.STATED)
        return self._of_document(item)

    def _of_document(self, document: Document) -> StatusOn:
        """Judge a document by its date of effect, else of issue; without any it is in force."""
        start = document.record.effective or document.record.issued
        if start is None:
            return StatusOn(Status.IN_FORCE, Basis.PRESUMED)
        begun = start.begun_by(self._as_of)
        return StatusOn(Status.IN_FORCE if begun else Status.UPCOMING, Basis.DATES)

    def of_key(self, edition_key: str) -> StatusOn | None:
        """Return the status of an edition by its key or an earlier number; None if not here."""
        return self.by_key.get(self._workspace.aliases.get(edition_key, edition_key))

    def has_taken_effect(self, edition_key: str) -> bool:
        """Whether an edition of the workspace is in force on the day, or has ever been."""
        key = self._workspace.aliases.get(edition_key, edition_key)
        status = self.by_key.get(key)
        return status is not None and has_taken_effect(
            self._workspace.editions[key], status, self._as_of
        )

    def live_edition(self, family: str) -> Edition | None:
        """Return a family's newest edition in force, else the next upcoming one, else None."""
        key = self._live.get(family)
        return None if key is None else self._workspace.editions[key]

    def stands_for(self, edition: Edition) -> Edition:
        """Return the edition that an entry means: of an undated number its family's live one."""
        if edition.number is None or edition.number.dated:
            return edition
        return self.live_edition(edition.family) or edition

    def chain(self, key: str) -> tuple[str, ...]:
        """Return the keys from an edition (first) through whole successors to the live edition.

        Of several successors the one that leads to an edition in force is followed, else to an
        upcoming one; then the first in force. A dead edition without a whole successor is followed
        by its family's newer live edition. The chain stops at the last edition that is in the
        workspace; the key it starts from need not be.
        """
        key = self._workspace.aliases.get(key, key)
        following, _last = self._chains
        if key not in following:
            return (key,)
        chain = [key]
        while chain[-1] in following:
            chain.append(following[chain[-1]])
        return tuple(chain)

    def live_successor(self, key: str) -> Edition | None:
        """Return the edition in force (else upcoming) at the chain's end; of a live one: itself."""
        key = self._workspace.aliases.get(key, key)
        end = self._chains[1].get(key, key)
        status = self.by_key.get(end)
        return self._workspace.editions[end] if status and status.status.live else None

    def not_plain(self) -> list[Edition]:
        """Return the editions but for those plainly in force by their own facts: not many.

        An undated number may have the status of another edition, which says nothing of its own.
        """
        return [
            edition
            for key, edition in self._workspace.editions.items()
            if self.by_key[key] is not PLAINLY_IN_FORCE
            or edition.number is None
            or edition.number.year is None
        ]

    @cached_property
    def dead(self) -> frozenset[str]:
        """The keys of the editions that nobody may apply any more: withdrawn or replaced ones."""
        return frozenset([key for key, on_day in self.by_key.items() if on_day.status in _DEAD])

    @cached_property
    def _chains(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """The next and the last key of the chain for every key that has one.

        Successors come before what they replace, so that how good their own chain ends is known.
        """
        following: dict[str, str] = {}
        last: dict[str, str] = {}
        ends: dict[str, int] = {}
        for key in self._replacements.ordered:
            ends[key] = self._end(key)
            if ends[key] == _DEAD_END and not self._replacements.in_cycle(key):
                chosen = self._best_successor(key, ends) or self._newer_in_family(key)
                if chosen is not None:
                    following[key] = chosen
                    last[key] = last.get(chosen, chosen)
                    ends[key] = ends.get(chosen, self._end(chosen))
        for key in self.dead - ends.keys():
            newer = self._newer_in_family(key)
            if newer is not None:
                following[key] = last[key] = newer
        return following, last

    def _end(self, key: str) -> int:
        """Return how good it is for a chain to end here: 0 is best."""
        found = self.by_key.get(key)
        return _END.get(found.status, _DEAD_END) if found else _DEAD_END

    def _best_successor(self, key: str, ends: Mapping[str, int]) -> str | None:
        known = [
            _successor(link, self._workspace, self.by_key)
            for link in self._replacements.successors(key)
            if link.definite and link.whole and link.new in self.by_key
        ]
        if len(known) < 2:
            return known[0].key if known else None
        return min(known, key=lambda one: (ends[one.key], *order_in_force(one))).key

    def _newer_in_family(self, key: str) -> str | None:
        """Return the live edition of a dead edition's family, if it is the newer one."""
        edition = self._workspace.editions.get(key)
        if edition is None or edition.number is None or not self.by_key[key].status.dead:
            return None
        live = self.live_edition(edition.family)
        if live is None or live.number is None or not live.number > edition.number:
            return None
        return live.key


_END = {Status.IN_FORCE: 0, Status.UPCOMING: 1}
_DEAD_END = 2
_LIVE = tuple(status for status in Status if status.live)
_DEAD = tuple(status for status in Status if status.dead)


def _successor(link: Link, workspace: Workspace, by_key: Mapping[str, StatusOn]) -> Successor:
    edition = workspace.editions.get(link.new)
    if edition is not None:
        return Successor(link.new, edition.number, link.whole, edition, by_key[link.new])
    number = next(iter(numbers_in(link.new)), None)
    return Successor(link.new, number, link.whole)


def _is_dated(edition: Edition) -> bool:
    return edition.number is not None and edition.number.dated


def _live_of(editions: Iterable[Edition], by_key: Mapping[str, StatusOn]) -> Edition | None:
    """Return the newest edition in force, else the upcoming one that takes effect first."""
    found = [(edition, by_key[edition.key].status) for edition in editions]
    in_force = [edition for edition, status in found if status is Status.IN_FORCE]
    if in_force:
        return newest(in_force) if len(in_force) > 1 else in_force[0]
    upcoming = [edition for edition, status in found if status is Status.UPCOMING]
    return min(upcoming, key=lambda one: (first_day(one), one.key), default=None)


def newest(editions: Iterable[Edition]) -> Edition:
    """Return the edition of the highest number, by year last; those without a number come first."""
    return max(editions, key=lambda one: (one.number.sort_key if one.number else (), one.key))

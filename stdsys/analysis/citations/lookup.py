"""Which editions a cited text means on the day: the same for every document that prints it."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from stdsys.analysis.citations.statements import numbers_in
from stdsys.analysis.life_cycle.replacements import Replacements
from stdsys.analysis.life_cycle.statuses import Basis, Statuses, StatusOn, newest
from stdsys.model.catalogue import title_key
from stdsys.model.items import Document, Edition, PlannedStandard
from stdsys.model.status import Status
from stdsys.model.workspace import Workspace
from stdsys.numbers import LEVEL_RANKS, Level, StandardNumber


class Outcome(StrEnum):
    """What became of a citation."""

    LIVE = "live"
    UPCOMING = "upcoming"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    NO_LIVE_EDITION = "no-live-edition"
    UNKNOWN_STATUS = "unknown-status"
    OUTSIDE = "outside"
    OTHER_PREFIX = "other-prefix"
    PLANNED = "planned"


_IN_FORCE, _LIVE = Status.IN_FORCE, Outcome.LIVE

_OF_STATUS = {
    Status.IN_FORCE: Outcome.LIVE,
    Status.UPCOMING: Outcome.UPCOMING,
    Status.REPLACED: Outcome.REPLACED,
    Status.WITHDRAWN: Outcome.WITHDRAWN,
    Status.UNKNOWN: Outcome.UNKNOWN_STATUS,
}


HIGHEST, LOWEST = -1, 5
"""Ranks beyond those of the five levels: nothing is above the one, nothing below the other."""


def rank_of_level(level: Level | None, *, otherwise: int) -> int:
    """Return the rank of one of the five levels, 0 is national; `otherwise` of what has none."""
    return otherwise if level is None else LEVEL_RANKS.get(level, otherwise)


class Resolution(NamedTuple):
    """What one cited number (None: a text without any) means; see `ResolvedCitation`.

    Documents of the rank `plain_from`, or of a lower one, cite it as they should: it is the rank of
    the level that the number tells, else the record; beyond all ranks if it is not live.
    """

    number: StandardNumber | None
    outcome: Outcome
    targets: tuple[Edition, ...] = ()
    chain: tuple[str, ...] = ()
    other: PlannedStandard | Document | None = None
    presumed: bool = False
    plain_from: int = LOWEST + 1


class _Known(dict[str, tuple[Resolution, ...]]):
    """What texts mean; a text is resolved when it is first asked for."""

    def __init__(self, resolve: Callable[[str], tuple[Resolution, ...]]) -> None:
        super().__init__()
        self._resolve = resolve

    def __missing__(self, text: str) -> tuple[Resolution, ...]:
        found = self[text] = self._resolve(text)
        return found


class CitationTargets:
    """Resolves cited texts against a workspace, each distinct text once.

    `known` holds one resolution for each number that a text names, at least one, by the text; ask
    it for any text. Its values are those of all texts asked for so far.
    """

    def __init__(
        self, workspace: Workspace, statuses: Statuses, replacements: Replacements
    ) -> None:
        self._workspace = workspace
        self._statuses = statuses
        self._replacements = replacements
        self.known = _Known(self._all_named_by)

    @cached_property
    def _parts(self) -> Mapping[str, list[str]]:
        return _parts(self._workspace)

    @cached_property
    def _stems(self) -> Mapping[str, list[str]]:
        return _stems(self._workspace)

    @cached_property
    def _titles(self) -> Mapping[str, Edition | PlannedStandard | Document]:
        return _titles(self._workspace)

    def named_by(self, text: str) -> tuple[Resolution, ...]:
        """Return one resolution for each number that a text names, at least one."""
        return self.known[text]

    def _all_named_by(self, text: str) -> tuple[Resolution, ...]:
        number = self._known_number(text)
        if number is not None:
            return (self._resolve(number),)
        numbers = numbers_in(text)
        return tuple(map(self._resolve, numbers)) or (self._by_name(text),)

    def _known_number(self, text: str) -> StandardNumber | None:
        """Return the number of a text that is a key of the workspace, as nearly all are.

        It is the same that reading the text would give, only sooner.
        """
        edition = self._workspace.known_by(text)
        number = None if edition is None else edition.number
        if number is None or str(number) == text:
            return number
        undated = StandardNumber.plain(number.facts, number.number, number.part, None)
        return undated if number.facts.direct and undated.family == text else None

    def _by_name(self, text: str) -> Resolution:
        """Resolve what has no number: an id or a title of the workspace's own."""
        item = (
            self._workspace.editions.get(text)
            or self._workspace.planned.get(text)
            or self._workspace.documents.get(text)
            or self._titles.get(title_key(text))
        )
        if item is None:
            return Resolution(None, Outcome.OUTSIDE)
        if isinstance(item, Edition):
            return self._exactly(None, item)
        if isinstance(item, PlannedStandard):
            return Resolution(None, Outcome.PLANNED, (), (), item)
        status, outcome = self._statuses(item), _OF_STATUS[self._statuses(item).status]
        plain_from = HIGHEST if outcome is Outcome.LIVE else LOWEST + 1
        return Resolution(None, outcome, (), (), item, _is_presumed(status), plain_from)

    def _resolve(self, number: StandardNumber) -> Resolution:
        if number.dated:
            return self._dated(number)
        return self._all_parts(number) or self._undated(number)

    def _exactly(self, number: StandardNumber | None, edition: Edition) -> Resolution:
        status = self._statuses.by_key[edition.key]
        level = edition.level if number is None else number.level
        presumed, targets = _is_presumed(status), (edition,)
        if status.status is _IN_FORCE:
            rank = rank_of_level(level, otherwise=HIGHEST)
            return Resolution(number, _LIVE, targets, (edition.key,), None, presumed, rank)
        chain = self._statuses.chain(edition.key)
        return Resolution(number, _OF_STATUS[status.status], targets, chain, None, presumed)

    def _dated(self, number: StandardNumber) -> Resolution:
        """Resolve to the exact edition, or say what is known of one that is not here.

        It is replaced if a whole successor of it has taken effect, or (presumed) if a newer
        edition of its family is in force; a family of which only other editions are known leaves
        its status unknown.
        """
        edition = self._workspace.edition(number)
        if edition is not None:
            return self._exactly(number, edition)
        key = number.edition_key
        wholes = [s for s in self._replacements.successors(key) if s.whole and s.definite]
        if any(self._statuses.has_taken_effect(link.new) for link in wholes):
            return Resolution(number, Outcome.REPLACED, (), self._statuses.chain(key))
        if number.family in self._workspace.families:
            live = self._statuses.live_edition(number.family)
            if live is not None and self._is_newer(live, number):
                return Resolution(number, Outcome.REPLACED, (), (key, live.key), None, True)
            return Resolution(number, Outcome.UNKNOWN_STATUS, (), self._statuses.chain(key))
        return self._other_prefix(number) or Resolution(number, Outcome.OUTSIDE)

    def _is_newer(self, live: Edition, number: StandardNumber) -> bool:
        in_force = self._statuses(live).status is Status.IN_FORCE
        return in_force and live.number is not None and live.number > number

    def _undated(self, number: StandardNumber) -> Resolution:
        """Resolve to the family's edition in force, else its upcoming one.

        If all its editions are dead and the number lives on under another prefix, that is said.
        """
        keys = self._workspace.families.get(number.family)
        if keys is None:
            return self._other_prefix(number) or Resolution(number, Outcome.OUTSIDE)
        live = self._statuses.live_edition(number.family)
        if live is not None:
            return self._exactly(number, live)
        editions = [self._workspace.editions[key] for key in keys]
        unknown = [e for e in editions if self._statuses(e).status is Status.UNKNOWN]
        if unknown:
            return self._exactly(number, newest(unknown))
        chain = self._statuses.chain(newest(editions).key)
        elsewhere = self._other_prefix(number)
        if elsewhere is not None and self._statuses(elsewhere.targets[0]).status.live:
            return elsewhere
        return Resolution(number, Outcome.NO_LIVE_EDITION, (), chain)

    def _all_parts(self, number: StandardNumber) -> Resolution | None:
        """Resolve 所有部分, or an undated number of which only parts exist: the best part tells."""
        families = self._parts.get(number.base, ())
        if number.part is not None or not families:
            return None
        if not number.all_parts and number.family in self._workspace.families:
            return None
        parts = [self._undated(_part_number(self._workspace, family)) for family in families]
        outcome = min((part.outcome for part in parts), key=_BEST_FIRST.index)
        targets = tuple(target for part in parts for target in part.targets)
        chain = next(part.chain for part in parts if part.outcome is outcome)
        presumed = all(part.presumed for part in parts if part.outcome is outcome)
        plain = outcome is Outcome.LIVE
        rank = rank_of_level(number.level, otherwise=HIGHEST) if plain else LOWEST + 1
        return Resolution(number, outcome, targets, chain, None, presumed, rank)

    def _other_prefix(self, number: StandardNumber) -> Resolution | None:
        """Resolve to the standard of the same serial under another nature prefix, if any.

        The edition of the same year comes first, then the live edition, then the newest.
        """
        families = [f for f in self._stems.get(number.stem, ()) if f != number.family]
        if not families:
            return None
        editions = [
            self._workspace.editions[key]
            for family in families
            for key in self._workspace.families[family]
        ]
        same = [e for e in editions if e.number and number.year and e.number.year == number.year]
        live = filter(None, map(self._statuses.live_edition, families))
        target = next(iter(same), None) or next(live, None) or newest(editions)
        chain = self._statuses.chain(target.key)
        return Resolution(number, Outcome.OTHER_PREFIX, (target,), chain)


_BEST_FIRST = (
    Outcome.LIVE,
    Outcome.UPCOMING,
    Outcome.UNKNOWN_STATUS,
    Outcome.OTHER_PREFIX,
    Outcome.NO_LIVE_EDITION,
)
"""What becomes of a part when all parts are cited: the best of them speaks for all."""


def _is_presumed(status: StatusOn) -> bool:
    return status.basis is Basis.PRESUMED


def _parts(workspace: Workspace) -> Mapping[str, list[str]]:
    """Return the families that are parts of a number, in the order of the parts."""
    editions = workspace.editions.values()
    parted = [one for one in editions if one.number is not None and one.number.part is not None]
    parts: dict[str, list[tuple[StandardNumber, str]]] = {}
    for family in dict.fromkeys([one.family for one in parted]):
        number = _part_number(workspace, family)
        parts.setdefault(number.base, []).append((number, family))
    return {base: [family for _, family in sorted(found)] for base, found in parts.items()}


def _stems(workspace: Workspace) -> Mapping[str, list[str]]:
    stems: dict[str, list[str]] = {}
    for family, keys in workspace.families.items():
        number = workspace.editions[keys[0]].number
        if number is not None:
            stems.setdefault(number.stem, []).append(family)
    return stems


def _titles(workspace: Workspace) -> Mapping[str, Edition | PlannedStandard | Document]:
    """Return what bears no number by its title; the first of a title wins."""
    titles: dict[str, Edition | PlannedStandard | Document] = {}
    for item in workspace.items():
        unnumbered = not isinstance(item, Edition) or item.number is None
        if unnumbered and item.title:
            titles.setdefault(title_key(item.title), item)
    return titles


def _part_number(workspace: Workspace, family: str) -> StandardNumber:
    number = workspace.editions[workspace.families[family][0]].number
    assert number is not None, family
    return number

"""What a member's systems hold, without the workspace it was read from: small enough to keep."""

from collections.abc import Iterator, Mapping
from sys import intern

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.citations.statements import numbers_in
from stdsys.analysis.counting.rows import Row
from stdsys.analysis.life_cycle.status_on import StatusOn
from stdsys.analysis.life_cycle.successions import Successions
from stdsys.findings import Place
from stdsys.model.items import Edition, Item, PlannedStandard
from stdsys.model.partial_date import PartialDate
from stdsys.model.status import Status
from stdsys.model.vocabulary import Scope
from stdsys.numbers import Level, Nature


class Holding(Struct, frozen=True, eq=False):
    """An item that a member's systems hold, once however many systems place it.

    `key` is the canonical number, with its year if it is `dated`; of what is not `numbered` the key
    is the member's own and means nothing elsewhere. `known_as` are the keys under which others
    replace it, and `continues` those of the editions that it is to replace wholly, here or in
    another member; ids in them begin with the member's key.
    """

    key: str
    numbered: bool
    dated: bool
    title: str | None
    level: Level | None
    nature: Nature | None
    status: StatusOn
    own: bool
    unverified: bool
    known_as: tuple[str, ...]
    continues: tuple[str, ...]
    dates: Mapping[str, PartialDate]
    place: Place


class Death(Struct, frozen=True):
    """That a number is withdrawn or replaced, and where that follows from."""

    status: Status
    place: Place


DATES = ("issued", "effective", "withdrawn")
"""The dates of a standard that members may state differently."""


def holdings_of(analysis: Analysis, member: str) -> tuple[Holding, ...]:
    """Return what the systems of a member hold on the day, each item once."""
    return tuple(_Holdings(analysis, member).all())


def deaths_in(analysis: Analysis) -> dict[str, Death]:
    """Return the dated numbers that a workspace knows to be withdrawn or wholly replaced.

    They need not be entered in any system, nor recorded: what an edition in force replaces is
    replaced, too.
    """
    workspace, statuses = analysis.workspace, analysis.statuses
    known: dict[str, Death] = {}
    for edition in workspace.editions.values():
        if edition.number is None or not edition.number.dated:
            continue
        status = statuses(edition).status
        if status.dead:
            known[edition.key] = Death(status, edition.place)
        elif status is Status.IN_FORCE:
            for link in analysis.replacements.predecessors(edition.key):
                if link.whole and link.definite and link.old not in workspace.editions:
                    known.setdefault(link.old, Death(Status.REPLACED, link.place))
    return known


class _Holdings:
    def __init__(self, analysis: Analysis, member: str) -> None:
        self._analysis = analysis
        self._member = member
        self._workspace = workspace = analysis.workspace
        self._successions = Successions(workspace, analysis.statuses, analysis.replacements)
        in_force = (
            key
            for key, edition in workspace.editions.items()
            if analysis.statuses(edition).status is Status.IN_FORCE
        )
        self._in_force = {key: key for key in in_force}

    def all(self) -> Iterator[Holding]:
        for row in self._analysis.rows.region():
            yield self._holding(row)

    def _holding(self, row: Row) -> Holding:
        item = row.item
        return Holding(
            key=intern(item.key),
            numbered=row.numbered,
            dated=isinstance(item, Edition) and item.number is not None and item.number.dated,
            title=intern(item.title) if item.title else None,
            level=row.level,
            nature=item.nature,
            status=row.status,
            own=self._analysis.ownership.is_own(item),
            unverified=item.unverified,
            known_as=tuple(map(self._everywhere, self._successions.edition_keys(item))),
            continues=tuple(map(self._everywhere, dict.fromkeys(self._continued_by(row)))),
            dates=_dates(item),
            place=item.place,
        )

    def _everywhere(self, key: str) -> str:
        """Return a key that means the same in every member: a number, or an id with its member."""
        edition = self._workspace.editions.get(key)
        return key if edition is None or edition.number is not None else f"{self._member}:{key}"

    def _continued_by(self, row: Row) -> Iterator[str]:
        if not row.status.status.to_come:
            return
        yield from self._successions.among(row.item, self._in_force)
        editions = self._workspace.editions
        for key in self._replaced_elsewhere(row.item):
            if self._workspace.aliases.get(key, key) not in editions:
                yield key

    def _replaced_elsewhere(self, item: Item) -> Iterator[str]:
        """Yield the keys that an item says it wholly replaces, whether they are here or not."""
        if isinstance(item, PlannedStandard):
            for stated in item.facts.replaces:
                if stated.scope is Scope.WHOLE:
                    yield from (n.edition_key for n in numbers_in(stated.number) if n.dated)
        elif isinstance(item, Edition):
            meant = self._analysis.statuses.stands_for(item)
            for link in self._analysis.replacements.predecessors(meant.key):
                if link.whole and link.definite:
                    yield link.old


def _dates(item: Item) -> Mapping[str, PartialDate]:
    if not isinstance(item, Edition):
        return {}
    stated = {name: getattr(item.facts, name) for name in DATES}
    return {name: day for name, day in stated.items() if day is not None}

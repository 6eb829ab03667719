"""Where members disagree about a number: what it is now, its title, its status, its dates."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from msgspec import Struct

from stdsys.analysis.rollup.held_items import Held, HeldItem, identities_of
from stdsys.analysis.rollup.holdings import DATES
from stdsys.analysis.rollup.member_summary import MemberSummary, Named
from stdsys.findings import Place
from stdsys.model.catalogue import title_key
from stdsys.model.partial_date import PartialDate
from stdsys.model.status import Status

Value: TypeAlias = str | PartialDate | Status
"""A title, a date, the status on the day."""


class Statement(Struct, frozen=True):
    """What a member says, and where its record of the standard begins."""

    member: Named
    value: Value
    place: Place


class Conflict(Struct, frozen=True):
    """A number of which members say what cannot all be true; `fact` as records name it."""

    number: str
    fact: str
    statements: tuple[Statement, ...]


def conflicts_of(items: Iterable[HeldItem]) -> Iterator[Conflict]:
    """Yield the conflicts, by number, in the order of title, status and dates.

    Who says nothing does not disagree, nor does a less precise date. Titles are compared without
    blanks and punctuation. The status is that which each member's tables show on the day, or which
    follows from what a member says that does not hold the standard (it names a successor); of a
    number without a year it is not compared, since members may mean different editions.
    """
    numbered = (item for item in items if item.numbered and len(item.held) + len(item.knows) > 1)
    for item in sorted(numbered, key=lambda one: one.key):
        yield from _conflicts_about(item)


def renaming_conflicts(members: Sequence[MemberSummary]) -> Iterator[Conflict]:
    """Yield the earlier numbers (`formerly`) that members give different present ones, in order."""
    for earlier in sorted(identities_of(members).contested):
        stated = ((member.name, member.aliases.get(earlier)) for member in members)
        statements = (Statement(name, said.present, said.place) for name, said in stated if said)
        yield Conflict(earlier, "formerly", tuple(statements))


def _conflicts_about(item: HeldItem) -> Iterator[Conflict]:
    titles = [_statement(one, title) for one in item.held if (title := one.holding.title)]
    if len({title_key(str(one.value)) for one in titles}) > 1:
        yield Conflict(item.key, "title", tuple(titles))
    states = [_statement(one, one.holding.status.status) for one in item.held]
    holders = {one.member for one in item.held}
    states += [
        Statement(one.member, one.death.status, one.death.place)
        for one in item.knows
        if one.member not in holders
    ]
    if item.first.dated and len({one.value for one in states}) > 1:
        yield Conflict(item.key, "status", tuple(states))
    for name in DATES:
        days = [_statement(one, day) for one in item.held if (day := one.holding.dates.get(name))]
        if _disagree([one.value for one in days]):
            yield Conflict(item.key, name, tuple(days))


def _statement(one: Held, value: Value) -> Statement:
    return Statement(one.member, value, one.holding.place)


def _disagree(days: Sequence[Value]) -> bool:
    return any(
        isinstance(one, PartialDate) and isinstance(other, PartialDate) and not one.may_equal(other)
        for one, other in combinations(dict.fromkeys(days), 2)
    )

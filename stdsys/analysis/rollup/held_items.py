"""The items of several members together: identical numbers once, with one status for all."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from stdsys.analysis.counting.groups import UNDETERMINED
from stdsys.analysis.counting.rows import RowClass, class_of, is_listed, is_outside
from stdsys.analysis.life_cycle.status_on import Basis, StatusOn
from stdsys.analysis.rollup.holdings import Death, Holding
from stdsys.analysis.rollup.identities import Identities
from stdsys.analysis.rollup.member_summary import MemberSummary, Named
from stdsys.model.status import Status
from stdsys.numbers import Level, Nature


class Held(Struct, frozen=True):
    """A member that holds an item, and what it says of it."""

    member: Named
    holding: Holding


class Knows(Struct, frozen=True):
    """A member that knows an item to be withdrawn or replaced, whether it holds it or not."""

    member: Named
    death: Death


class HeldItem(Struct, frozen=True, eq=False):
    """An item of the members: a number is one however many hold it; all else is its member's own.

    `status` is that of the item as if the facts of all members stood in one workspace: withdrawn or
    replaced as soon as one member knows it; else dates count before what is stated, and that before
    what is presumed. `knows` says who knows. `succession`: it only continues an item in force, of
    whichever member.
    """

    key: str
    held: tuple[Held, ...]
    knows: tuple[Knows, ...]
    status: StatusOn
    succession: bool = False

    @property
    def first(self) -> Holding:
        """What the first member says."""
        return self.held[0].holding

    @property
    def numbered(self) -> bool:
        """Whether it is a standard whose number is known."""
        return self.first.numbered

    @property
    def title(self) -> str | None:
        """The title that the first member gives that gives one."""
        return next((one.holding.title for one in self.held if one.holding.title), None)

    @property
    def level(self) -> Level | None:
        """Its level: a number tells it in every member alike."""
        return self.first.level

    @property
    def level_key(self) -> str:
        """The key of its level in the statistics."""
        return self.level or UNDETERMINED

    @property
    def nature(self) -> Nature | None:
        """How binding it is, where the number tells or anybody says."""
        return next((one.holding.nature for one in self.held if one.holding.nature), None)

    @property
    def own(self) -> bool:
        """Whether it is the own standard of any member."""
        return any(one.holding.own for one in self.held)

    @property
    def doubtful(self) -> bool:
        """Whether its status is only presumed, or no member has verified its facts."""
        presumed = self.status.basis is Basis.PRESUMED
        return presumed or all(one.holding.unverified for one in self.held)

    @property
    def cls(self) -> RowClass:
        """What it counts as."""
        return class_of(self.status)

    @property
    def listed(self) -> bool:
        """Whether it is neither obsolete nor a succession."""
        return is_listed(self.cls, succession=self.succession)

    @property
    def outside(self) -> bool:
        """Whether it stands outside the five levels."""
        return is_outside(self.level)

    @property
    def main(self) -> bool:
        """Whether it counts in 应有数."""
        return self.listed and not self.outside


def identities_of(members: Iterable[MemberSummary]) -> Identities:
    """Return which numbers of these members name the same edition."""
    return Identities(
        {earlier: renaming.present for earlier, renaming in member.aliases.items()}
        for member in members
    )


def held_items(members: Sequence[MemberSummary]) -> tuple[HeldItem, ...]:
    """Return the items of these members, in their order; of one member they are its own."""
    identities = identities_of(members)
    gathered: dict[tuple[str, str], list[Held]] = {}
    for member in members:
        for holding in member.holdings:
            own = (member.name.key, holding.key)
            key = ("", identities(holding.key)) if holding.numbered else own
            gathered.setdefault(key, []).append(Held(member.name, holding))
    knowing = _deaths(members, identities)
    known = {key: knowing.get(key[1], ()) if not key[0] else () for key in gathered}
    status = {key: _status(held, known[key]) for key, held in gathered.items()}
    in_force = {
        identities(name)
        for key, held in gathered.items()
        if status[key].status is Status.IN_FORCE
        for one in held
        for name in one.holding.known_as
    }
    return tuple(
        HeldItem(
            key[1],
            tuple(held),
            tuple(known[key]),
            status[key],
            status[key].status.to_come and _continues(held, in_force, identities),
        )
        for key, held in gathered.items()
    )


def _deaths(
    members: Iterable[MemberSummary], identities: Identities
) -> Mapping[str, Sequence[Knows]]:
    """Return the numbers that any member knows to be dead, and who does."""
    known: dict[str, list[Knows]] = {}
    for member in members:
        for key, death in member.deaths.items():
            known.setdefault(identities(key), []).append(Knows(member.name, death))
    return known


def _status(held: Sequence[Held], known: Sequence[Knows]) -> StatusOn:
    """Return the status of an item that several members may see differently.

    A number without a year is dead only if all see it so: they may mean different editions.
    """
    said = [one.holding.status for one in held]
    if not held[0].holding.dated:
        return min(said, key=lambda one: (one.status.dead, *_rank(one)))
    said += [StatusOn(one.death.status, Basis.DATES) for one in known if not _holds(held, one)]
    return min(said, key=_rank)


def _holds(held: Iterable[Held], one: Knows) -> bool:
    return any(other.member == one.member for other in held)


_BASES = tuple(Basis)
_STATUSES = (
    Status.WITHDRAWN,
    Status.REPLACED,
    Status.UPCOMING,
    Status.IN_FORCE,
    Status.UNKNOWN,
    Status.PLANNED,
    Status.DRAFTING,
)


def _rank(status: StatusOn) -> tuple[bool, int, int]:
    """Return what decides between members, least first: death, then the basis, then the status.

    This is the order in which one workspace judges a standard by all its facts.
    """
    basis, order = _BASES.index(status.basis), _STATUSES.index(status.status)
    return (False, order, basis) if status.status.dead else (True, basis, order)


def _continues(held: Iterable[Held], in_force: Collection[str], identities: Identities) -> bool:
    """Whether an item to come replaces one in force, of any member."""
    return any(identities(key) in in_force for one in held for key in one.holding.continues)

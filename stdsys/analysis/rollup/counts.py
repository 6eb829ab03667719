"""The counts of members, one or all: what the statistics of a workspace are, over several."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from stdsys.analysis.counting.groups import UNDETERMINED
from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.counting.tally import Tally
from stdsys.analysis.rollup.held_items import HeldItem
from stdsys.analysis.rollup.member_summary import MemberSummary
from stdsys.model.status import Status
from stdsys.numbers import Level, Nature


class Counts(Struct, frozen=True):
    """Counts of items, each once, by the rules of the statistics tables.

    `entries` and `systems` are sums. `total`, `by_level`, `by_nature` and `own` are tallies of
    应有数 and 现有数 (what `expected` adds stands in the first two only); `by_status` counts items
    of the five levels, `level_status` all of them by level.
    """

    entries: int
    systems: int
    standards: int
    total: Tally
    by_level: Mapping[str, Tally]
    by_nature: Mapping[str, Tally]
    own: Tally
    by_status: Mapping[Status, int]
    level_status: Mapping[str, Mapping[Status, int]]
    other: int
    successions: int
    obsolete: int
    presumed_or_unverified: int

    @classmethod
    def of(cls, members: Iterable[MemberSummary], items: Sequence[HeldItem]) -> "Counts":
        """Count the items of these members (see `held_items`)."""
        members = tuple(members)
        raised: Counter[str] = Counter()
        for member in members:
            raised.update(member.raised)
        inside = sum(number for level, number in raised.items() if level != Level.OTHER)
        levels = dict.fromkeys([*Level, *(item.level_key for item in items)])
        return cls(
            entries=sum(member.entries for member in members),
            systems=sum(member.systems for member in members),
            standards=sum(item.numbered for item in items),
            total=_tally(items, inside),
            by_level={
                key: _tally(
                    [item for item in items if item.level_key == key],
                    raised[key],
                    outside=key == Level.OTHER,
                )
                for key in levels
            },
            by_nature=_by_nature(items),
            own=_tally([item for item in items if item.own]),
            by_status=_by_status(item for item in items if not item.outside),
            level_status={
                key: _by_status(item for item in items if item.level_key == key) for key in levels
            },
            other=sum(item.outside and item.listed for item in items),
            successions=sum(item.succession for item in items),
            obsolete=sum(item.cls is RowClass.O for item in items),
            presumed_or_unverified=sum(item.main and item.doubtful for item in items),
        )


def _tally(items: Sequence[HeldItem], raised: int = 0, *, outside: bool = False) -> Tally:
    counted = [item for item in items if (item.listed if outside else item.main)]
    return Tally(
        standards=sum(item.numbered for item in items),
        required=len(counted) + raised,
        existing=sum(item.cls is RowClass.E for item in counted),
    )


def _by_nature(items: Sequence[HeldItem]) -> dict[str, Tally]:
    inside: dict[str, list[HeldItem]] = {nature: [] for nature in Nature}
    for item in items:
        if not item.outside:
            inside.setdefault(item.nature or UNDETERMINED, []).append(item)
    return {nature: _tally(found) for nature, found in inside.items()}


def _by_status(items: Iterable[HeldItem]) -> dict[Status, int]:
    counts = Counter(item.status.status for item in items)
    return {status: counts[status] for status in Status}

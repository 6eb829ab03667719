"""The figures to reach: ratios of whole processes, taken in one run; and whether they are met."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.benchmarks.cases import CHANGED, COLD, DETAIL, FLOOR, WARM
from tests.benchmarks.measuring import Group
from tests.benchmarks.peers import (
    DOORSTOP,
    DOORSTOP_XLSX,
    NEEDS,
    STRICTDOC,
    STRICTDOC_XLSX,
    TRESTLE,
)
from tests.benchmarks.small_cases import (
    BARE_APP,
    EXAMPLE_COLD,
    EXAMPLE_WARM,
    IMPORTS,
    NUMBER,
    VERSION,
)


@dataclass(frozen=True)
class Reach:
    """A figure to reach: at most, or at least, a limit; `value` is what was measured."""

    text: str
    value: float
    limit: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether it is reached."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit


_RATIOS: tuple[tuple[int | None, str, str, float], ...] = (
    (10_000, COLD, FLOOR, 0.9),
    (10_000, WARM, FLOOR, 0.4),
    (10_000, CHANGED, FLOOR, 0.7),
    (100_000, COLD, FLOOR, 0.9),
    (1_000_000, COLD, FLOOR, 1.0),
    (None, EXAMPLE_COLD, IMPORTS, 2.0),
    (None, EXAMPLE_WARM, IMPORTS, 1.3),
    (None, VERSION, BARE_APP, 1.2),
)
"""Standards (None: whatever the size), what, to what, and at most how many times as long."""

_MEMORY = ((100_000, 1.0), (1_000_000, 8.0))
"""Standards, and the GiB that a cold `validate` of them may take."""

_PEERS = (
    (DOORSTOP, COLD, 20.0),
    (STRICTDOC, COLD, 20.0),
    (NEEDS, COLD, 20.0),
    (TRESTLE, COLD, 3.0),
    (DOORSTOP_XLSX, DETAIL, 8.0),
    (STRICTDOC_XLSX, DETAIL, 8.0),
)
"""A neighbour's command, ours, and how many times as long theirs takes at least."""

_PEER_SIZE = 10_000
_GROWTH = (10_000, 1_000_000, 1.05)
_LINES_A_SECOND = 100_000


def reaches(groups: Sequence[Group], number_lines: int) -> list[Reach]:
    """Return the figures to reach that this run has measured."""
    return [
        *_ratios(groups),
        *_memory(groups),
        *_growth(groups),
        *_peers(groups),
        *_lines(groups, number_lines),
    ]


def _of(groups: Iterable[Group], count: int | None) -> Iterator[Group]:
    return (group for group in groups if group.count == count)


def _ratios(groups: Sequence[Group]) -> Iterator[Reach]:
    for count, name, to, limit in _RATIOS:
        for group in _of(groups, count):
            ratio = group.ratio(name, to)
            if ratio is not None:
                yield Reach(f"{_at(name, count)} ÷ {to}", ratio, limit)


def _memory(groups: Sequence[Group]) -> Iterator[Reach]:
    for count, limit in _MEMORY:
        for group in _of(groups, count):
            cold = group.find(COLD)
            if cold is not None:
                yield Reach(f"{_at(COLD, count)}: GiB", cold.taken.peak / 1024, limit)


def _growth(groups: Sequence[Group]) -> Iterator[Reach]:
    small, large, limit = _GROWTH
    for one in _of(groups, small):
        for other in _of(groups, large):
            start, end = one.find(COLD), other.find(COLD)
            if start and end:
                power = math.log(end.taken.wall / start.taken.wall) / math.log(large / small)
                yield Reach(f"{COLD}: growth from {small:,} to {large:,}, N^", power, limit)


def _peers(groups: Sequence[Group]) -> Iterator[Reach]:
    for theirs, ours, limit in _PEERS:
        for group in _of(groups, _PEER_SIZE):
            ratio = group.ratio(theirs, ours)
            if ratio is not None:
                yield Reach(f"{_at(theirs, _PEER_SIZE)} ÷ {ours}", ratio, limit, at_least=True)


def _lines(groups: Sequence[Group], number_lines: int) -> Iterator[Reach]:
    for group in groups:
        timed = group.find(NUMBER)
        if timed is not None:
            yield Reach(
                f"{NUMBER}: lines a second", number_lines / timed.taken.wall, _LINES_A_SECOND, True
            )


def _at(name: str, count: int | None) -> str:
    return name if count is None else f"{name}, {count:,}"

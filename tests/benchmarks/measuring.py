"""Times cases in turn, round by round, so that what else the machine does falls on all alike."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.cases import FLOOR, Case
from tests.benchmarks.processes import Taken, run

SLOW = 120.0
"""Seconds after which a case is timed no second time."""


@dataclass(frozen=True)
class Timed:
    """A case and what it took, in the median of so many runs."""

    name: str
    taken: Taken
    runs: int
    complaint: str = ""

    @property
    def ended_well(self) -> bool:
        """Whether all its runs ended as they should; else its figures mean nothing."""
        return not self.complaint


@dataclass(frozen=True)
class Group:
    """What was timed together, over `count` standards (None: whatever the size)."""

    title: str
    count: int | None
    timed: tuple[Timed, ...]

    def find(self, name: str) -> Timed | None:
        """Return what was timed under a name, if it ended well."""
        return next((one for one in self.timed if one.name == name and one.ended_well), None)

    def ratio(self, name: str, to: str = FLOOR) -> float | None:
        """Return the wall time of one case over that of another."""
        one, other = self.find(name), self.find(to)
        return one.taken.wall / other.taken.wall if one and other else None

    def cpu_ratio(self, name: str, to: str = FLOOR) -> float | None:
        """Return the CPU time of one case over that of another: less shaken by other work."""
        one, other = self.find(name), self.find(to)
        return one.taken.cpu / other.taken.cpu if one and other else None


def measure(
    cases: Iterable[Case],
    runs: int,
    scratch: Path,
    environment: Mapping[str, str],
    say: Callable[[str], None] | None = None,
) -> tuple[Timed, ...]:
    """Time the cases: one round that counts for nothing, then `runs` rounds of all in turn.

    A case that takes longer than SLOW is timed once, and its first run counts.
    """
    tell = say or _show
    listed = list(cases)
    taken: dict[str, list[Taken]] = {}
    complaints: dict[str, str] = {}
    for turn in range(runs + 1):
        for case in listed:
            before = taken.setdefault(case.name, [])
            if case.name in complaints or (before and before[0].wall > SLOW):
                continue
            case.prepare()
            said = scratch / "complaints.txt"
            one = run(
                case.command,
                case.folder or scratch,
                environment=environment,
                complaints=said,
                standard_input=case.standard_input,
            )
            tell(f"{turn or 'warm-up'}: {case.name} {one.wall:.2f} s")
            if one.exit not in case.expected:
                last = said.read_text("utf-8", "replace").strip().splitlines()[-1:]
                complaints[case.name] = f"exit {one.exit}: {' '.join(last)}"
            before.append(one)
    return tuple(_timed(case, taken[case.name], complaints.get(case.name, "")) for case in listed)


def _timed(case: Case, taken: list[Taken], complaint: str) -> Timed:
    counting = taken[1:] or taken
    return Timed(case.name, Taken.median(counting), len(counting), complaint)


def _show(line: str) -> None:
    """Say on a terminal how far it is."""
    if sys.stderr.isatty():
        print(line, file=sys.stderr)

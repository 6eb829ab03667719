"""What was measured, as a table for people and as JSON."""

import os
import platform
from collections.abc import Iterator, Sequence
from typing import Any

from tests.benchmarks.measuring import Group
from tests.benchmarks.reaches import Reach
from tests.benchmarks.reference import yardstick


def table(groups: Sequence[Group], met: Sequence[Reach]) -> Iterator[str]:
    """Yield the lines: what each process took, over what; then the figures to reach."""
    yield (
        f"{'':34} {'wall s':>9} {'cpu s':>9} {'peak MiB':>9} {'× wall':>8} {'× cpu':>8} {'runs':>5}"
    )
    for group in groups:
        yield group.title
        for one in group.timed:
            if not one.ended_well:
                yield f"  {one.name:32} {one.complaint}"
                continue
            to, taken = yardstick(group, one.name), one.taken
            wall, cpu = group.ratio(one.name, to), group.cpu_ratio(one.name, to)
            yield (
                f"  {one.name:32} {taken.wall:9.3f} {taken.cpu:9.3f} {taken.peak:9.0f} "
                f"{_number(wall):>8} {_number(cpu):>8} {one.runs:5}"
            )
    if met:
        yield "to reach"
    for reach in met:
        sign = "≥" if reach.at_least else "≤"
        verdict = "met" if reach.met else "NOT MET"
        yield f"  {reach.text:64} {reach.value:12,.2f} {sign} {reach.limit:<10,g} {verdict}"


def as_json(groups: Sequence[Group], met: Sequence[Reach]) -> dict[str, Any]:
    """Return the same as plain values."""
    return {
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "groups": [
            {
                "title": group.title,
                "standards": group.count,
                "cases": [
                    {
                        "name": one.name,
                        "wall": one.taken.wall,
                        "cpu": one.taken.cpu,
                        "peak_mib": one.taken.peak,
                        "ratio": group.ratio(one.name, yardstick(group, one.name)),
                        "cpu_ratio": group.cpu_ratio(one.name, yardstick(group, one.name)),
                        "to": yardstick(group, one.name),
                        "runs": one.runs,
                        "complaint": one.complaint or None,
                    }
                    for one in group.timed
                ],
            }
            for group in groups
        ],
        "reach": [
            {
                "what": reach.text,
                "value": reach.value,
                "limit": reach.limit,
                "at_least": reach.at_least,
                "met": reach.met,
            }
            for reach in met
        ],
    }


def _number(ratio: float | None) -> str:
    return "—" if ratio is None else f"{ratio:.2f}"

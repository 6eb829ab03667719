"""The ratios of this run beside committed ones: much worse is said, and nothing fails of it."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.cases import FLOOR, KEPT_FLOOR
from tests.benchmarks.measuring import Group
from tests.benchmarks.peers import PEER_COMMANDS
from tests.benchmarks.small_cases import BARE_APP, IMPORTS, VERSION

_UNWATCHED = {FLOOR, KEPT_FLOOR, BARE_APP, IMPORTS, *PEER_COMMANDS}
REFERENCE = Path(__file__).with_name("reference.json")
SIZE = 1_000
WORSE = 1.5


def ratios(groups: Sequence[Group]) -> dict[str, float]:
    """Return the ratios that are watched: of CPU time, at SIZE and of the small runs.

    A watched ratio is that of a case to the floor; of a small run to the imports it cannot do
    without. CPU time, since the machine of a check is rarely alone.
    """
    found = {}
    for group in groups:
        if group.count not in (SIZE, None):
            continue
        for timed in group.timed:
            ratio = group.cpu_ratio(timed.name, yardstick(group, timed.name))
            if ratio is not None and timed.name not in _UNWATCHED:
                found[timed.name] = round(ratio, 2)
    return found


def yardstick(group: Group, name: str) -> str:
    """Return what a case is measured by."""
    if group.count is not None:
        return FLOOR
    return BARE_APP if name == VERSION else IMPORTS


def compared(now: dict[str, float], before: dict[str, float]) -> Iterator[str]:
    """Yield a line for each ratio; WARNING begins those that are WORSE times worse than before."""
    for name, ratio in now.items():
        was = before.get(name)
        line = f"{name}: {ratio:.2f} × {'(new)' if was is None else f'(reference {was:.2f} ×)'}"
        worse = was is not None and ratio > WORSE * was
        yield f"WARNING: {line}: {ratio / was:.1f} times worse" if was and worse else line
    yield from (f"{name}: not measured" for name in before if name not in now)


def read_reference(path: Path = REFERENCE) -> dict[str, float]:
    """Return the committed ratios."""
    ratios: dict[str, float] = json.loads(path.read_text("utf-8"))
    return ratios


def write_reference(found: dict[str, float], path: Path = REFERENCE) -> None:
    """Make these ratios the reference."""
    path.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", "utf-8")

"""The faults of the benchmark's workspace: one in a thousand standards, in a tenth of the files.

A fault is one wrong line, and makes one finding; a plain YAML loader reads it without complaint,
for the floor is taken over the same bytes.
"""

from collections.abc import Callable

from tests.benchmarks.items import PER_FILE, Item

STANDARDS_A_FAULT = 1_000
FILES_A_FAULT = 10

Lines = dict[str, str]
"""The fields of a record, in the order in which they are written."""


def _effective_too_early(item: Item, lines: Lines) -> None:
    lines["effective"] = item.issued.replace(day=1, year=item.issued.year - 1).isoformat()


def _unknown_field(item: Item, lines: Lines) -> None:
    lines["titel"] = item.title


def _unknown_word(item: Item, lines: Lines) -> None:
    lines["status"] = "示例状态"


def _not_canonical(item: Item, lines: Lines) -> None:
    lines["number"] = item.number.replace("-", "—")


def _level_disagrees(item: Item, lines: Lines) -> None:
    lines["level"] = "industry"


def _not_declared(item: Item, lines: Lines) -> None:
    lines["declared"] = "false"


def _cites_the_dead(item: Item, lines: Lines) -> None:
    dead = Item(item.seed, item.file * PER_FILE + 8)
    lines["cites"] = f"[{dead.number}]"


FAULTS: tuple[tuple[str, Callable[[Item, Lines], None]], ...] = (
    ("L001", _effective_too_early),
    ("Y101", _unknown_field),
    ("R002", _cites_the_dead),
    ("N002", _not_canonical),
    ("Y103", _unknown_word),
    ("N003", _level_disagrees),
    ("H005", _not_declared),
)
"""The code of the finding that it makes, and what makes it."""


def fault_at(item: Item, count: int) -> tuple[str, Callable[[Item, Lines], None]] | None:
    """Return the fault of a standard, if it has one: that of place 90, an enterprise's."""
    number, other_file = divmod(item.file, FILES_A_FAULT)
    if other_file or item.place != PER_FILE - 10 or number >= count // STANDARDS_A_FAULT:
        return None
    return FAULTS[number % len(FAULTS)]


def expected_codes(count: int) -> list[str]:
    """Return the codes of the findings that a workspace of this size must have, sorted."""
    return sorted(FAULTS[n % len(FAULTS)][0] for n in range(count // STANDARDS_A_FAULT))

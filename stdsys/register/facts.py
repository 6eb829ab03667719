"""What lists say of standards, and what a register knows of one."""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

FACTS = ("title", "status", "issued", "effective", "withdrawn", "replaces", "replaced_by")
"""The facts that a register keeps of an edition, each as text.

`status` is a word of the workspace format (in-force, withdrawn …), dates are `2023`, `2023-06` or
`2023-06-30`, the two relations are canonical numbers joined by `;`, with a `~` before those that
concern a part only.
"""

JOINT, PART_MARK = ";", "~"
MAX_TITLE = 500
"""Characters of a title that are kept."""


class Statement(NamedTuple):
    """What one row of a list says of one edition.

    `values` are in the order of `FACTS`; an empty text says nothing. `row` counts from 1 in the
    list's file (in its sheet, where it is a workbook).
    """

    key: str
    values: tuple[str, ...]
    row: int


class Origin(Struct, frozen=True):
    """A list that has been taken in: who made it, its file, and the day it speaks of."""

    id: int
    source: str
    file: str
    dated: str
    rows: int = 0
    """Rows read, headings and blank ones included."""
    not_taken: int = 0
    """Rows that named no edition that could be understood."""


class Said(Struct, frozen=True):
    """Who said a fact: the list and the row in it."""

    origin: Origin
    row: int


class Successor(Struct, frozen=True):
    """An edition that is said to replace another, wholly or in part."""

    key: str
    whole: bool


class Known(Struct, frozen=True):
    """What a register knows of one edition. `facts` holds only what somebody has said.

    `successors` are those that the edition's own rows name and those whose rows name it.
    """

    key: str
    facts: Mapping[str, str]
    said: Mapping[str, Said]
    latest: Said
    """The last row that spoke of it."""
    successors: tuple[Successor, ...] = ()

    def by(self, fact: str) -> Said:
        """Return who said a fact; of what nobody has said, who spoke of the edition last."""
        return self.said.get(fact, self.latest)


def relations(text: str) -> tuple[Successor, ...]:
    """Return the numbers of a kept relation, `replaces` or `replaced_by`."""
    items = (item for item in text.split(JOINT) if item)
    return tuple(Successor(item.removeprefix(PART_MARK), item[0] != PART_MARK) for item in items)

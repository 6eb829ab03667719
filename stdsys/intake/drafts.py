"""What an import has understood: every row accounted for, and drafts of what is to be written.

Readers of workbooks make these values, writers of workspaces take them; neither knows the other.
"""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct, field

from stdsys.messages import Text

Value: TypeAlias = str | bool | tuple["Value", ...] | Mapping[str, "Value"]
"""A value of a field of the workspace format, as it is to be written."""


class RowOutcome(StrEnum):
    """What became of a row."""

    IMPORTED = "imported"
    HEADING = "heading"
    HEADER = "header"
    TOTAL = "total"
    NOTE = "note"
    BLANK = "blank"
    NOT_UNDERSTOOD = "not_understood"


class Where(Struct, frozen=True):
    """A row of a sheet of a file; rows count from 1, as spreadsheets show them."""

    file: str
    sheet: str
    row: int


class AccountedRow(Struct, frozen=True):
    """A row and what became of it; `reason` says why where that is not plain."""

    where: Where
    outcome: RowOutcome
    cells: tuple[str, ...]
    reason: Text | None = None


class ReadColumn(Struct, frozen=True):
    """A column of a table: its heading as printed, and the field it is taken for, if any."""

    header: str
    field: str | None
    index: int


class ReadTable(Struct, frozen=True):
    """A table found on a sheet; `header_row` is the last row of its heading."""

    file: str
    sheet: str
    header_row: int
    columns: tuple[ReadColumn, ...]


class Remark(Struct, frozen=True):
    """Something that a person should know of a row: a value changed, or kept as a note only."""

    where: Where
    message: Text


class StandardDraft(Struct, frozen=True):
    """One edition: `key` is its canonical number, or an id where nobody knows the number.

    `facts` are fields of a record under `standards:`, without the number. `original` is the number
    as it was printed, where that differs. `number` is None where nobody knows it.
    """

    key: str
    number: str | None
    facts: Mapping[str, Value]
    original: str | None = None
    where: tuple[Where, ...] = ()


class PlannedDraft(Struct, frozen=True):
    """A planned standard: an id unique in the import, its title, further fields of its entry."""

    key: str
    title: str
    facts: Mapping[str, Value]
    where: tuple[Where, ...] = ()


class DocumentDraft(Struct, frozen=True):
    """A law, rule or policy without a number: fields of a record under `documents:`."""

    key: str
    title: str
    facts: Mapping[str, Value]
    where: tuple[Where, ...] = ()


class NodeDraft(Struct, frozen=True):
    """A subsystem; codes are unique in the system, `parent` is the code of the node above."""

    code: str
    name: str
    parent: str | None = None
    fields: Mapping[str, Value] = field(default_factory=dict)


class EntryDraft(Struct, frozen=True):
    """What stands where: the key of a standard, planned standard or document, and its node.

    `fields` are further fields of the entry: code, stages, aspects, origin, notes; `see_also`
    where the same thing stands at further nodes of the system (their codes).
    """

    key: str
    node: str | None
    fields: Mapping[str, Value]
    where: Where


class SystemDraft(Struct, frozen=True):
    """A system with its tree, nodes above their children, and its entries in reading order."""

    key: str
    name: str
    nodes: tuple[NodeDraft, ...]
    entries: tuple[EntryDraft, ...]
    fields: Mapping[str, Value] = field(default_factory=dict)


class Intake(Struct, frozen=True):
    """Everything that was read out of one or several files.

    `stages` and `aspects` are values of these axes that a workbook names: id → name.
    """

    files: tuple[str, ...]
    tables: tuple[ReadTable, ...]
    rows: tuple[AccountedRow, ...]
    remarks: tuple[Remark, ...]
    standards: tuple[StandardDraft, ...]
    planned: tuple[PlannedDraft, ...]
    documents: tuple[DocumentDraft, ...]
    systems: tuple[SystemDraft, ...]
    stages: Mapping[str, str] = field(default_factory=dict)
    aspects: Mapping[str, str] = field(default_factory=dict)
    title: str | None = None
    exported: frozenset[str] = frozenset()
    """Keys of the systems that stdsys exported as a whole: what they lack, somebody took out."""
    hidden_sheets: tuple[str, ...] = ()
    """Sheets that the workbook doesn't show, but that hold something."""

    @property
    def counts(self) -> Mapping[RowOutcome, int]:
        """How many rows came out how; every outcome is there, and the sum is all rows read."""
        counted = Counter(row.outcome for row in self.rows)
        return {outcome: counted[outcome] for outcome in RowOutcome}

    @property
    def not_understood(self) -> tuple[AccountedRow, ...]:
        """The rows that a person has to look at."""
        return tuple(row for row in self.rows if row.outcome is RowOutcome.NOT_UNDERSTOOD)

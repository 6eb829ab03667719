"""Workbooks and text tables → an `Intake`: every row accounted for, drafts of what they say."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from stdsys.intake.drafts import AccountedRow, Intake, ReadTable, Remark, Where
from stdsys.intake.grids import Grid, read_grids
from stdsys.intake.header_words import HeaderWords, known_words, plain
from stdsys.intake.hidden_sheet import SHEET_NAME
from stdsys.intake.joining import joined
from stdsys.intake.ledger import Ledger
from stdsys.intake.own_workbook import hidden_sheet_of, read_own
from stdsys.intake.refused import IntakeError
from stdsys.intake.sheet_layout import lay_out
from stdsys.intake.sheet_names import system_in
from stdsys.intake.sheet_reading import SheetReader
from stdsys.intake.sheet_view import SheetView
from stdsys.messages import _


def read_workbook(
    paths: Sequence[Path],
    *,
    mapping: Mapping[str, str] | None = None,
    header_words: Path | None = None,
) -> Intake:
    """Read files together: one standard in several of them is one draft.

    A workbook that stdsys exported says itself how to read it, unless a mapping is given.
    `mapping` (heading → field) wins over every list of words; the file `header_words` adds words.
    Raises `IntakeError` for a file that cannot be read, a field that doesn't exist, or a mapped
    heading that no table has.
    """
    words = known_words(mapping or {}, header_words)
    reading = Reading(words)
    own: list[Intake] = []
    for path in paths:
        grids = read_grids(path)
        hidden = None if words.mapping else hidden_sheet_of(grids)
        if hidden is not None:
            own.append(read_own(grids, hidden))
        else:
            reading.take(grids)
    reading.check_mapping()
    rest = [reading.intake()] if reading.used or not own else []
    return joined(tuple(path.name for path in paths), [*rest, *own])


class Reading:
    """One import of files that say nothing of themselves, file by file."""

    def __init__(self, words: HeaderWords) -> None:
        self._words = words
        self._ledger = Ledger()
        self._tables: list[ReadTable] = []
        self._rows: list[AccountedRow] = []
        self._remarks: list[Remark] = []
        self._title: str | None = None
        self._hidden: list[str] = []
        self.used = False
        """Whether anything has been taken in."""

    def take(self, grids: Iterable[Grid]) -> None:
        """Read all sheets of a file; what an export of ours knows of itself aside."""
        self.used = True
        views = [SheetView(grid) for grid in grids if grid.sheet != SHEET_NAME]
        layouts = [lay_out(view, self._words) for view in views]
        several = sum(bool(layout.headers) for layout in layouts) > 1
        for view, layout in zip(views, layouts, strict=True):
            self._report_sheet(view.grid)
            read = SheetReader(view, layout, self._ledger, several).read()
            self._tables += read.tables
            self._rows += read.rows
            self._remarks += read.remarks
            if self._title is None and read.title:
                self._title = system_in(read.title)

    def _report_sheet(self, grid: Grid) -> None:
        """Say of a sheet what its cells don't show."""
        where = Where(grid.file, grid.sheet, 1)
        if grid.hidden and any(any(row) for row in grid.rows):
            message = _("the sheet is hidden in the workbook; it has been read all the same")
            self._remarks.append(Remark(where, message))
            self._hidden.append(grid.sheet)
        if grid.unstored:
            message = _(
                "{count} formulas have no stored value and read as blank; open the workbook in "
                "Excel or WPS, save it, and import it again",
                count=grid.unstored,
            )
            self._remarks.append(Remark(where, message))

    def check_mapping(self) -> None:
        """Raise `IntakeError` for a mapped heading that no table has."""
        columns = [column for table in self._tables for column in table.columns]
        known = {part for column in columns for part in _forms(column.header)}
        for header in self._words.mapping:
            if header not in known:
                unknown = dict.fromkeys(c.header for c in columns if c.field is None)
                raise IntakeError(
                    _(
                        "no table has a column {name}; columns that nobody knows: {columns}",
                        name=header,
                        columns=tuple(unknown) or "—",
                    )
                )

    def intake(self) -> Intake:
        """Return everything that was read."""
        systems = self._ledger.systems()
        return Intake(
            (),
            tuple(self._tables),
            tuple(self._rows),
            (*self._remarks, *self._ledger.remarks),
            self._ledger.standards(),
            self._ledger.plans(),
            self._ledger.documents(),
            systems,
            self._ledger.axis("stage"),
            self._ledger.axis("aspect"),
            self._title or (systems[0].name if len(systems) == 1 else None),
            hidden_sheets=tuple(self._hidden),
        )


def _forms(header: str) -> set[str]:
    return {plain(header), *(plain(part) for part in header.split("/"))}

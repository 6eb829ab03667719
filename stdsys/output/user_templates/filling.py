"""The detail table in the user's own workbook: its looks, its columns, our rows.

The headings of the workbook decide which columns are filled, in which order; styles, widths, title
rows, notes below, logos and print set-up stay as they are. The template itself is never changed.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct
from openpyxl import load_workbook
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import Row
from stdsys.intake.grids import Grid, read_grids
from stdsys.intake.header_words import HeaderWords, known_words
from stdsys.intake.hidden_sheet import SHEET_NAME, SYSTEM, TOTAL, to_rows
from stdsys.intake.refused import IntakeError
from stdsys.messages import Text, Translator, _
from stdsys.model.workspace import System
from stdsys.output.tables.headings import name_of_whole
from stdsys.output.tables.memory import Memory
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.row_cells import RowCells
from stdsys.output.tables.table import Column, Sheet, Table
from stdsys.output.user_templates.copies import copied
from stdsys.output.user_templates.losses import losses
from stdsys.output.user_templates.references import Growth, References
from stdsys.output.user_templates.rows import Value, fill
from stdsys.output.user_templates.tables import NUMBER_AND_TITLE, TemplateTable, find_table
from stdsys.output.workbooks.sheet_names import sheet_names

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The calendar of zip files begins here."""
_MODIFIED = re.compile(rb"(<dcterms:(modified|created)[^>]*>)[^<]*(</dcterms:)")
_BLANK = re.compile(r"\{\{\s*(title|name|system|unit|as_of|count)\s*\}\}")


class TemplateError(Exception):
    """A workbook that cannot be filled in; `message` is one sentence for its owner."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.msgid)
        self.message = message


class Filled(Struct, frozen=True):
    """The bytes of the new workbook, and what its owner should know."""

    content: bytes
    remarks: tuple[Text, ...]


def filled_template(
    path: Path, analysis: Analysis, say: Translator, *, per_system: bool = False
) -> Filled:
    """Return the user's workbook with the rows of the detail table.

    A sheet that bears a system's name gets that system's rows. Of the others the first with a table
    gets all standards, or with `per_system` is copied for each system. TemplateError says why a
    file cannot be filled in.
    """
    try:
        grids = {grid.sheet: grid for grid in read_grids(path)}
        words = known_words({}, None)
    except IntakeError as error:
        raise TemplateError(error.message) from None
    content = path.read_bytes()
    book = _opened(content, path)
    return _Filling(book, grids, words, analysis, say, path.name).run(content, per_system)


def _opened(content: bytes, path: Path) -> Book:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise TemplateError(_not_a_template(path))
    try:
        with warnings.catch_warnings():
            # What openpyxl drops is said by `losses`, in the user's language.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(content))
    except Exception as error:  # openpyxl raises whatever a damaged part makes it raise
        if isinstance(error, MemoryError):
            raise
        raise TemplateError(_not_a_template(path)) from None


def _not_a_template(path: Path) -> Text:
    return _("{file} is no .xlsx workbook: open it and save it as .xlsx", file=path.name)


class _Filling:
    def __init__(
        self,
        book: Book,
        grids: Mapping[str, Grid],
        words: HeaderWords,
        analysis: Analysis,
        say: Translator,
        file: str,
    ) -> None:
        self._book = book
        self._analysis = analysis
        self._render = Renderer(say)
        self._cells = RowCells(analysis)
        self._file = file
        self._systems = {system.name: system for system in analysis.workspace.systems.values()}
        self._held: dict[str, bool] = {}
        self._tables: dict[str, TemplateTable] = {}
        for sheet in book.worksheets:
            grid = grids.get(sheet.title)
            table = find_table(sheet, grid, words) if grid and sheet.title != SHEET_NAME else None
            if table is not None:
                self._tables[sheet.title] = table

    def run(self, content: bytes, per_system: bool) -> Filled:
        if not self._tables:
            raise TemplateError(
                _(
                    "{file} has no row of headings such as 标准编号 or 标准名称 to fill in below",
                    file=self._file,
                )
            )
        placed = list(self._placed(per_system))
        if SHEET_NAME in self._book.sheetnames:
            del self._book[SHEET_NAME]
        references = References(self._book)
        for sheet, table, system in placed:
            references.follow(self._fill(sheet, table, system))
        self._remember(placed)
        stream = io.BytesIO()
        self._book.save(stream)
        headings = dict.fromkeys(h for _s, table, _system in placed for h in table.unknown)
        remarks = list(losses(content))
        if headings:
            remarks.append(
                _("no field is known for the columns {names}: left empty", names=tuple(headings))
            )
        empty = tuple(heading for heading, held in self._held.items() if not held)
        if empty:
            remarks.append(
                _("the workspace says nothing for the columns {names}: left empty", names=empty)
            )
        return Filled(_settled(stream.getvalue(), self._analysis.as_of), tuple(remarks))

    def _placed(self, per_system: bool) -> Iterator[tuple[Worksheet, TemplateTable, System | None]]:
        """Yield which sheets are filled with which system's rows; None stands for all."""
        free = None
        for name, table in self._tables.items():
            system = self._systems.get(name.strip())
            if system is not None:
                yield self._book[name], table, system
            elif free is None:
                free = (self._book[name], table)
        if free is None:
            return
        sheet, table = free
        if not per_system:
            yield sheet, table, None
            return
        systems = list(self._systems.values())
        others = [name for name in self._book.sheetnames if name != sheet.title]
        names = sheet_names([*others, *(system.name for system in systems)])[len(others) :]
        for name, system in zip(names[1:], systems[1:], strict=True):
            yield copied(self._book, sheet, name), table, system
        sheet.title = names[0]
        yield sheet, table, systems[0]

    def _fill(self, sheet: Worksheet, table: TemplateTable, system: System | None) -> Growth:
        rows = self._rows(system)
        self._fill_blanks(sheet, table, system, len(rows))
        said = []
        for ordinal, row in enumerate(rows, 1):
            values: dict[int, Value] = {}
            for index, field in table.fields.items():
                cell = ordinal if field.value is None else field.value(self._cells, row)
                values[index] = self._render(cell)
            said.append(values)
        self._note_empty(table, said)
        return fill(sheet, table, said)

    def _note_empty(self, table: TemplateTable, said: Sequence[Mapping[int, Value]]) -> None:
        """Take down which columns got anything, and which nothing at all."""
        if not said:
            return
        for index in table.fields:
            held = any(values[index] not in (None, "") for values in said)
            heading = table.headings[index]
            self._held[heading] = self._held.get(heading, False) or held

    def _rows(self, system: System | None) -> Sequence[Row]:
        rows = self._analysis.rows
        if system is None:
            return [row for row in rows.region() if row.main]
        return [row for row in rows.of(system.id, shared=True) if row.main]

    def _fill_blanks(
        self, sheet: Worksheet, table: TemplateTable, system: System | None, count: int
    ) -> None:
        """Fill in the fields of `_BLANK`, such as {{ system }} and {{ count }}, in the title."""
        record, workspace = self._analysis.workspace.record, self._analysis.workspace
        owner = workspace.name_of(system.record.owner) if system else ""
        said = {
            "title": name_of_whole(self._analysis),
            "name": name_of_whole(self._analysis),
            "system": system.name if system else name_of_whole(self._analysis),
            "unit": owner or record.unit or (record.region.name if record.region else ""),
            "as_of": self._analysis.as_of.isoformat(),
            "count": str(count),
        }
        for row in sheet.iter_rows(max_row=table.title_rows):
            for cell in row:
                if isinstance(cell.value, str) and "{{" in cell.value:
                    cell.value = _BLANK.sub(lambda found: said[found[1]], cell.value)
                    cell.data_type = "s"

    def _remember(self, placed: Sequence[tuple[Worksheet, TemplateTable, System | None]]) -> None:
        """Add the hidden sheet by which the workbook can be read back."""
        fields = [field for _s, table, _system in placed for field in table.fields.values()]
        if any(field.column.key == NUMBER_AND_TITLE for field in fields):
            return
        shown = set.intersection(
            *({f.column.key for f in table.fields.values()} for _s, table, _system in placed)
        )
        common = [f for f in placed[0][1].fields.values() if f.column.key in shown]
        sheets = [
            (sheet.title, _as_sheet(table, system), table.first - 1)
            for sheet, table, system in placed
        ]
        hidden = self._book.create_sheet(SHEET_NAME)
        hidden.sheet_state = "veryHidden"
        memory = Memory(self._cells, common).sheet(sheets, self._render)
        for number, row in enumerate(to_rows(memory), 1):
            for column, text in enumerate(row, 1):
                if text:
                    cell = hidden.cell(number, column, text)
                    cell.data_type = "s"


def _as_sheet(table: TemplateTable, system: System | None) -> Sheet:
    """Return a user's sheet as one of ours, with its own headings."""
    key = TOTAL if system is None else f"{SYSTEM}-{system.id}"
    columns = tuple(
        Column(table.fields[index].column.key, heading)
        for index, heading in table.headings.items()
        if index in table.fields
    )
    return Sheet(key, key, _("All standards"), _("All standards"), (Table(key, columns, ()),))


def _settled(content: bytes, as_of: date) -> bytes:
    """Return a workbook without the moment of its making: same input, same bytes."""
    stamp = datetime(max(as_of.year, 1900), as_of.month, as_of.day).isoformat() + "Z"
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>" + stamp.encode() + rb"\g<3>", data)
            info = zipfile.ZipInfo(part.filename, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
    return stream.getvalue()

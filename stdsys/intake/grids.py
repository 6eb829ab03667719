"""A file → its sheets as grids of texts. What a file is, its content says, not its name.

xlsx, xlsm, xls and ods are read through calamine: values only, formulas by the value stored with
them, macros and links never followed. Dates become ISO texts, whole numbers lose their point.
"""

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from stdsys.intake.grid_bounds import MAX_BYTES, check_size
from stdsys.intake.grid_kinds import Kind, kind_of, protected
from stdsys.intake.grid_packages import Faults, Formulas
from stdsys.intake.refused import IntakeError
from stdsys.messages import _

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, SheetMetadata

_PANIC = "PanicException"


class Merge(Struct, frozen=True):
    """A merged range; rows and columns count from 0, the ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(Struct, frozen=True):
    """A sheet: `rows[0]` is the first row of the spreadsheet; blank cells are empty texts."""

    file: str
    sheet: str
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    formulas: Formulas = frozenset()
    """Where formulas without a stored value stand: their cells are blank here."""

    @property
    def unstored(self) -> int:
        """How many formulas have no stored value."""
        return len(self.formulas)


def read_grids(path: Path) -> tuple[Grid, ...]:
    """Return every sheet of a file, hidden ones too; `IntakeError` if it holds no tables."""
    data = _bytes_of(path)
    kind = kind_of(data, path.name)
    if kind is Kind.TEXT:
        from stdsys.intake.grid_text import text_rows

        return (Grid(path.name, path.stem, text_rows(data, path.name)),)
    faults: dict[str, Faults] = {}
    if kind is not Kind.XLS:
        from stdsys.intake.grid_packages import checked_package

        data, faults = checked_package(data, kind, path.name)
    return _workbook_grids(data, path.name, faults)


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise IntakeError(_("{file} is no file", file=str(path)))
        if path.stat().st_size > MAX_BYTES:
            raise IntakeError(
                _(
                    "{file} is larger than {limit} MiB: split it, or take out its pictures",
                    file=path.name,
                    limit=MAX_BYTES // 1024 // 1024,
                )
            )
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise IntakeError(
            _("{file} cannot be read: {reason}", file=path.name, reason=reason)
        ) from None
    if not data.strip():
        raise IntakeError(_("{file} is empty", file=path.name))
    return data


def _workbook_grids(data: bytes, file: str, faults: dict[str, Faults]) -> tuple[Grid, ...]:
    from python_calamine import CalamineError, PasswordError, SheetTypeEnum, load_workbook

    try:
        with load_workbook(BytesIO(data)) as book:
            return tuple(
                _sheet_grid(book.get_sheet_by_name(about.name), about, file, faults)
                for about in book.sheets_metadata
                if about.typ is SheetTypeEnum.WorkSheet
            )
    except PasswordError:
        raise protected(file) from None
    except (CalamineError, OSError, ValueError, OverflowError, MemoryError) as error:
        raise _damaged(file, error) from None
    except BaseException as error:
        # The reader gives up on some broken files with a panic, which is no `Exception`.
        if type(error).__name__ != _PANIC:
            raise
        raise _damaged(file, error) from None


def _damaged(file: str, error: BaseException) -> IntakeError:
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    return IntakeError(
        _(
            "{file} is damaged: {reason}; open it in Excel or WPS and save it as .xlsx",
            file=file,
            reason=reason,
        )
    )


def _sheet_grid(
    sheet: "CalamineSheet", about: "SheetMetadata", file: str, faults: dict[str, Faults]
) -> Grid:
    from python_calamine import SheetVisibleEnum

    check_size(sheet.total_height + 1, sheet.total_width + 1, file, about.name)
    found = faults.get(about.name, Faults())
    rows = tuple(tuple(map(cell_text, row)) for row in sheet.to_python(skip_empty_area=False))
    if found.errors:
        rows = _with_errors(rows, found.errors)
    last = max((row for row, _column in found.uncomputed), default=-1)
    rows += ((),) * (last + 1 - len(rows))
    try:
        merged = sheet.merged_cell_ranges or ()
    except BaseException as error:
        if type(error).__name__ != _PANIC and not isinstance(error, Exception):
            raise
        merged = ()
    merges = tuple(Merge(*start, *end) for start, end in merged)
    hidden = about.visible is not SheetVisibleEnum.Visible
    return Grid(file, about.name, rows, merges, hidden, found.uncomputed)


def _with_errors(
    rows: tuple[tuple[str, ...], ...], errors: Mapping[tuple[int, int], str]
) -> tuple[tuple[str, ...], ...]:
    """Show #REF! and the like where they stand: the reader leaves such cells blank."""
    shown = [list(row) for row in rows]
    for (row, column), text in errors.items():
        if row < len(shown) and column < len(shown[row]) and not shown[row][column]:
            shown[row][column] = text
    return tuple(map(tuple, shown))


def cell_text(value: object) -> str:
    """Return what a cell shows, near enough: ISO dates, whole numbers without a point."""
    match value:
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime() if (value.hour, value.minute, value.second) == (0, 0, 0):
            return value.date().isoformat()
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case date():
            return value.isoformat()
        case None:
            return ""
    return str(value)

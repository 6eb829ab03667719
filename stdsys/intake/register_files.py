"""Long lists of standards as streams of rows: a nation's list is never in memory as a whole.

xlsx, csv and jsonl are read row by row; xls and ods, which hold fewer rows than that needs, as any
other workbook is. What a file is, its content says.
"""

import csv
import json
import warnings
import zipfile
from codecs import BOM_UTF8, getincrementaldecoder
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from io import TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from msgspec import Struct

from stdsys.intake.grid_kinds import kind_of
from stdsys.intake.refused import IntakeError, damaged
from stdsys.messages import _

Cells: TypeAlias = tuple[str, ...]
Told: TypeAlias = Callable[[int, int], None]
"""Is told how much of a file has been read, of how much."""

_HEAD = 4096
_SAMPLE = 4 << 20
_LONGEST_LINE = 1 << 20
_FIRST_LINES = 20
"""Among so many lines the separator is the sign that stands there most often."""
_TELL_EVERY = 2_000
_MAX_STRINGS = 256 << 20
_MAX_SHEET = 2 << 30
_MAX_COLUMNS = 200
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PACKED, _COMPOUND = b"PK", b"\xd0\xcf\x11\xe0"


class Stream(Struct, frozen=True):
    """A list as it lies in a file: rows of cells, or objects with names of their own (jsonl)."""

    file: str
    """Name of the file; with its sheet, where a workbook has several."""
    rows: Iterator[Cells] | None = None
    objects: Iterator[Mapping[str, object] | None] | None = None
    """None for a line that holds no object."""


def streams(path: Path, told: Told) -> Iterator[Stream]:
    """Yield the lists of a file; `IntakeError` here or on the way if it holds none."""
    try:
        if not path.is_file():
            raise IntakeError(_("{file} is no file", file=str(path)))
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise _unreadable(path, error) from None
    if not head.strip():
        raise IntakeError(_("{file} is empty", file=path.name))
    if head.startswith(_PACKED) and _is_xlsx(path):
        yield from _workbook(path, told)
    elif head.startswith((_PACKED, _COMPOUND)):
        from stdsys.intake.grids import read_grids

        grids = [grid for grid in read_grids(path) if grid.rows and not grid.hidden]
        for grid in grids:
            yield Stream(_called(path, grid.sheet, len(grids)), iter(grid.rows))
    else:
        kind_of(head, path.name)  # refuses what is no text
        if head.removeprefix(BOM_UTF8).lstrip().startswith(b"{"):
            yield Stream(path.name, objects=_objects(path, told))
        else:
            yield Stream(path.name, _text_rows(path, told))


def _called(path: Path, sheet: str, sheets: int) -> str:
    return f"{path.name}/{sheet}" if sheets > 1 else path.name


def _unreadable(path: Path, error: OSError) -> IntakeError:
    reason = error.strerror or str(error)
    return IntakeError(_("{file} cannot be read: {reason}", file=path.name, reason=reason))


def _lines(path: Path, told: Told) -> Iterator[str]:
    """Yield the lines of a text in UTF-8, UTF-16 with a mark, or GB18030, their ends included."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            encoding = _encoding(file)
            text = TextIOWrapper(file, encoding=encoding, newline="")
            count = 0
            while line := text.readline(_LONGEST_LINE):
                if len(line) == _LONGEST_LINE and not line.endswith(("\n", "\r")):
                    raise _too_long(path)
                yield line
                count += 1
                if not count % _TELL_EVERY:
                    told(file.tell(), size)
    except OSError as error:
        raise _unreadable(path, error) from None
    except UnicodeDecodeError:
        raise IntakeError(
            _(
                "{file} is text in no encoding that is known here; save it as UTF-8, or open it in "
                "Excel and save it as .xlsx",
                file=path.name,
            )
        ) from None


def _encoding(file: BinaryIO) -> str:
    """Choose the encoding by the first part of a text; leaves the file at its beginning."""
    sample = file.read(_SAMPLE)
    file.seek(0)
    if sample.startswith(_UTF16):
        return "utf-16"
    try:
        getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8-sig"


def _too_long(path: Path) -> IntakeError:
    return IntakeError(_("{file} has a line that is too long for any list", file=path.name))


def _text_rows(path: Path, told: Told) -> Iterator[Cells]:
    lines = _lines(path, told)
    first = list(islice(lines, _FIRST_LINES))
    separator = max(",;\t", key=lambda sign: sum(line.count(sign) for line in first))
    count = 0
    try:
        for row in csv.reader(chain(first, lines), delimiter=separator):
            count += 1
            yield tuple(row[:_MAX_COLUMNS])
    except csv.Error:
        raise IntakeError(
            _(
                "{file}, row {row}: a quotation mark is never closed, or a cell is too long; "
                "open the file in Excel and save it as .xlsx",
                file=path.name,
                row=count + 1,
            )
        ) from None


def _objects(path: Path, told: Told) -> Iterator[Mapping[str, object] | None]:
    for line in _lines(path, told):
        try:
            value = json.loads(line) if line.strip() else {}
        except (ValueError, RecursionError):
            value = None
        yield value if isinstance(value, dict) else None


def _is_xlsx(path: Path) -> bool:
    """Whether a packed file is a workbook whose unpacked parts are of a size to be read."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = {info.filename.lower(): info.file_size for info in package.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        raise damaged(path.name) from None
    if "xl/workbook.xml" not in parts:
        return False
    sheets = [size for name, size in parts.items() if name.startswith("xl/worksheets/")]
    others = sum(parts.values()) - sum(sheets)
    if others > _MAX_STRINGS or max(sheets, default=0) > _MAX_SHEET:
        raise IntakeError(
            _("{file} is too large for a workbook: save its list as csv", file=path.name)
        )
    return True


def _workbook(path: Path, told: Told) -> Iterator[Stream]:
    """Yield the visible sheets; the reader gives up on broken files in any way it likes."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception:
        raise damaged(path.name) from None
    try:
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in sheets:
            yield Stream(_called(path, sheet.title, len(sheets)), _sheet_rows(path, sheet, told))
    finally:
        book.close()


_MAX_ROWS = 1 << 20
"""Of a sheet, in any program: a file that claims more is not a workbook."""


def _sheet_rows(path: Path, sheet: Any, told: Told) -> Iterator[Cells]:  # noqa: ANN401
    """Yield the rows of a sheet; `sheet` is openpyxl's, whose stubs don't know its own kind."""
    try:
        size = sheet.max_row or 1
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_col=_MAX_COLUMNS, values_only=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for count, row in enumerate(rows, 1):
                if count > _MAX_ROWS:
                    break
                yield tuple(_cell(value) for value in row)
                if not count % _TELL_EVERY:
                    told(min(count, size), size)
    except Exception:
        raise damaged(path.name) from None


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case datetime() | date():
            return value.isoformat()[:10]
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case _:
            return str(value)

"""The guard before packed workbooks (xlsx, ods): only what has been measured is read.

The parts that hold values are unpacked here, counted on the way, and packed anew without
compression: a directory that lies about sizes deceives nobody, pictures and macros stay behind.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO
from typing import TypeAlias
from xml.parsers import expat

from msgspec import Struct, field

from stdsys.intake.grid_bounds import MAX_CELLS, MAX_TEXT, MAX_UNPACKED, check_size
from stdsys.intake.grid_kinds import Kind, protected
from stdsys.intake.refused import IntakeError, damaged
from stdsys.messages import _

_MAX_PARTS = 10_000
_CHUNK = 1 << 20
_VALUE_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|mimetype|META-INF/manifest\.xml|content\.xml|styles\.xml"
    r"|meta\.xml|settings\.xml|xl/(?:workbook|styles|sharedStrings)\.xml"
    r"|xl/_rels/workbook\.xml\.rels|xl/worksheets/[^/]+\.xml|xl/worksheets/_rels/[^/]+\.rels",
    re.IGNORECASE,
)
_FILLED = re.compile(
    rb"<(?:\w+:)?c\b[^<>]*?\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"'][^<>]*(?<!/)>", re.ASCII
)
_SHARED = re.compile(rb"\bt=[\"']s[\"'][^<>]*>\s*<(?:\w+:)?v>\s*([0-9]{1,9})\s*<", re.ASCII)
_STRING_END = re.compile(rb"</(?:\w+:)?si>")
_NO_VALUE = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*)>\s*<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<>]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ERROR = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*\bt=[\"']e[\"'][^<>]*)>\s*"
    rb"(?:<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<>]*</(?:\w+:)?f>)\s*)?"
    rb"<(?:\w+:)?v>\s*(#[^<>]{1,20})</"
)
_REFERENCE = re.compile(rb"\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']", re.ASCII)

Formulas: TypeAlias = frozenset[tuple[int, int]]
"""Row and column, from 0, of formulas that no program has computed yet."""


class Faults(Struct, frozen=True):
    """Of a sheet, the formulas without a stored value, and those whose value is an error."""

    uncomputed: Formulas = frozenset()
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)


def checked_package(data: bytes, kind: Kind, file: str) -> tuple[bytes, dict[str, Faults]]:
    """Return the workbook's values packed anew, and what is wrong with its formulas, by sheet.

    `IntakeError` for a package that unpacks to more than is read, or spans too many cells.
    """
    try:
        parts = _unpack(data, file)
        if kind is Kind.XLSX:
            _check_sheets(parts, file)
            faults = _faults(parts)
        else:
            _OdsExtent(file).measure(parts.get("content.xml", b""))
            faults = {}
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ):
        raise damaged(file) from None
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue(), faults


def _unpack(data: bytes, file: str) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    total = 0
    with zipfile.ZipFile(BytesIO(data)) as package:
        infos = package.infolist()
        wanted = [info for info in infos if _VALUE_PARTS.fullmatch(info.filename)]
        if len(infos) > _MAX_PARTS or sum(info.file_size for info in wanted) > MAX_UNPACKED:
            raise _too_much(file)
        for info in wanted:
            if info.flag_bits & 1:
                raise protected(file)
            content = bytearray()
            with package.open(info) as part:
                while chunk := part.read(_CHUNK):
                    content += chunk
                    total += len(chunk)
                    if total > MAX_UNPACKED:
                        raise _too_much(file)
            parts[info.filename] = bytes(content)
    return parts


def _too_much(file: str) -> IntakeError:
    return IntakeError(
        _(
            "{file} unpacks to more than {limit} MiB, which no table of standards needs; it is "
            "not read",
            file=file,
            limit=MAX_UNPACKED // 1024 // 1024,
        )
    )


def _sheet_parts(parts: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, content in parts.items():
        if name.lower().startswith("xl/worksheets/") and name.lower().endswith(".xml"):
            yield name, content


def _check_sheets(parts: dict[str, bytes], file: str) -> None:
    """Check every sheet's rectangle before anyone makes room for it, and the texts it repeats."""
    lengths, names = _string_lengths(parts), _sheet_names(parts)
    cells = text = 0
    for name, content in _sheet_parts(parts):
        rows = columns = 0
        for found in _FILLED.finditer(content):
            rows = max(rows, int(found[2]))
            columns = max(columns, _column(found[1]))
        check_size(rows, columns, file, names.get(name.lower(), name.rpartition("/")[2]))
        cells += rows * columns
        for found in _SHARED.finditer(content):
            index = int(found[1])
            text += lengths[index] if index < len(lengths) else 0
        if cells > MAX_CELLS or text > MAX_TEXT:
            raise _too_much(file)


def _string_lengths(parts: dict[str, bytes]) -> list[int]:
    content = next((c for n, c in parts.items() if n.lower() == "xl/sharedstrings.xml"), b"")
    ends = [found.end() for found in _STRING_END.finditer(content)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column


def _faults(parts: dict[str, bytes]) -> dict[str, Faults]:
    """Return, by sheet name, the formulas that have no value or an error for one."""
    names = _sheet_names(parts)
    return {
        names.get(part.lower(), part): Faults(
            frozenset(place for cell in _NO_VALUE.findall(content) if (place := _place(cell))),
            {
                place: error.decode("ascii", "replace")
                for cell, error in _ERROR.findall(content)
                if (place := _place(cell))
            },
        )
        for part, content in _sheet_parts(parts)
    }


def _place(cell: bytes) -> tuple[int, int] | None:
    found = _REFERENCE.search(cell)
    return (int(found[2]) - 1, _column(found[1]) - 1) if found else None


def _sheet_names(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the names that sheets show, by part; empty where the workbook doesn't say."""
    lower = {name.lower(): content for name, content in parts.items()}
    targets = {}
    for tag in _TAG.findall(lower.get("xl/_rels/workbook.xml.rels", b"")):
        attributes = _attributes(tag)
        target = attributes.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        targets[attributes.get("Id", "")] = whole.lower()
    names = {}
    for tag in _SHEET_TAG.findall(lower.get("xl/workbook.xml", b"")):
        attributes = _attributes(tag)
        part = targets.get(attributes.get("r:id", ""))
        if part and "name" in attributes:
            names[part] = attributes["name"]
    return names


_TAG = re.compile(rb"<(?:\w+:)?Relationship\b([^<>]*)>")
_SHEET_TAG = re.compile(rb"<(?:\w+:)?sheet\b([^<>]*)>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def _attributes(tag: bytes) -> dict[str, str]:
    found = _ATTRIBUTE.findall(tag.decode("utf-8", "replace"))
    return {name: unescape(double or single) for name, double, single in found}


class _OdsExtent:
    """Measures the tables of an ods file, in which one element may stand for a million cells."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.table = ""
        self.cells = 0
        self.row = self.column = self.repeated = 0
        self.filled = self.last_row = self.last_column = 0

    def measure(self, content: bytes) -> None:
        """Raise `IntakeError` where the filled rectangles hold more cells than are read."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.Parse(content, True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self.table = attributes.get("table:name", "")
            self.row = self.last_row = self.last_column = 0
        elif tag == "table:table-row":
            self.repeated = int(attributes.get("table:number-rows-repeated", "1"))
            self.column = self.filled = 0
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self.column += int(attributes.get("table:number-columns-repeated", "1"))
            if any(name.endswith(":value-type") for name in attributes):
                self.filled = self.column
        elif tag == "text:p":
            self.filled = self.column

    def _end(self, tag: str) -> None:
        if tag == "table:table-row":
            self.row += self.repeated
            if self.filled:
                self.last_row = self.row
                self.last_column = max(self.last_column, self.filled)
        elif tag == "table:table":
            check_size(self.last_row, self.last_column, self.file, self.table)
            self.cells += self.last_row * self.last_column
            if self.cells > MAX_CELLS:
                raise _too_much(self.file)

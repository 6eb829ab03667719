"""The rows of a list of standards → what a register keeps of them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path

from stdsys.intake.cells_dates import read_date
from stdsys.intake.cells_numbers import number_in_title, read_number_cell
from stdsys.intake.cells_references import read_references
from stdsys.intake.cells_words import says_nothing, status_of
from stdsys.intake.documents import document_title
from stdsys.intake.drafts import ReadColumn
from stdsys.intake.fields import FIELDS, IDENTIFYING
from stdsys.intake.grids import Grid
from stdsys.intake.header_words import HeaderWords, known_words
from stdsys.intake.register_files import Cells, Stream, Told, streams
from stdsys.intake.row_cells import one_line
from stdsys.intake.sheet_layout import lay_out
from stdsys.intake.sheet_view import SheetView
from stdsys.numbers import StandardNumber, read
from stdsys.register.facts import FACTS, JOINT, MAX_TITLE, PART_MARK, Statement

_FIRST_ROWS = 40
"""Among so many rows the heading of a list stands."""
_SAMPLES = 5
_LONG = 10
"""So long a text says something."""
_WANTED = frozenset({*FACTS, *IDENTIFYING})

_date = lru_cache(maxsize=1 << 15)(read_date)


class ReadList:
    """A list of a file while it is read. `rows` and what follows are final once it has been."""

    def __init__(self, stream: Stream, words: HeaderWords) -> None:
        self.file = stream.file
        self.rows = 0
        self.not_taken = 0
        self.headed = False
        """Whether a heading, or names of fields, told what the list's columns are."""
        self.samples: list[tuple[int, str]] = []
        """The first rows that were not taken: row and what stands in it."""
        self._stream = stream
        self._words = words

    def statements(self) -> Iterator[Statement]:
        """Yield what the list says, row by row; rows that name no edition are counted."""
        if self._stream.objects is not None:
            yield from self._of_objects(self._stream.objects)
        elif self._stream.rows is not None:
            yield from self._of_rows(self._stream.rows)

    def counts(self) -> tuple[int, int]:
        """Return how many rows were read, and how many of them not taken."""
        return self.rows, self.not_taken

    def _of_objects(self, objects: Iterator[Mapping[str, object] | None]) -> Iterator[Statement]:
        fields: dict[str, str | None] = {}
        for found in objects:
            self.rows += 1
            if found is None:
                self._leave("")
                continue
            texts: dict[str, str] = {}
            for name, value in found.items():
                if name not in fields:
                    fields[name] = self._field(name)
                field = fields[name]
                if field in _WANTED and field not in texts and (text := _plain(value)):
                    texts[field] = text
            if found:
                self.headed = self.headed or not IDENTIFYING.isdisjoint(texts)
                yield from self._understood(texts)

    def _field(self, name: str) -> str | None:
        if (mapped := self._words.mapped(name)) is not None:
            return mapped
        return name if name in FIELDS else self._words.field_of(name)

    def _of_rows(self, rows: Iterator[Cells]) -> Iterator[Statement]:
        first = list(islice(rows, _FIRST_ROWS))
        layout = lay_out(SheetView(Grid(self.file, "", tuple(first))), self._words)
        header = max(layout.headers.values(), key=lambda one: len(one.fields), default=None)
        if header is None or header.fields.isdisjoint(IDENTIFYING):
            self.rows = len(first) + sum(1 for _row in rows)
            return
        self.headed = True
        tables = [_columns_of(table.columns) for table in header.tables]
        heading = tuple(cell.strip() for cell in first[header.last]) if header.last >= 0 else ()
        self.rows = header.last + 1
        for cells in chain(first[header.last + 1 :], rows):
            self.rows += 1
            if tuple(cell.strip() for cell in cells) == heading:
                continue
            for columns in tables:
                if texts := _texts(cells, columns):
                    yield from self._understood(texts)

    def _understood(self, texts: Mapping[str, str]) -> Iterator[Statement]:
        taken = False
        for key, values in understood(texts):
            taken = True
            yield Statement(key, values, self.rows)
        if not taken:
            self._leave(" | ".join(texts.values()))

    def _leave(self, text: str) -> None:
        self.not_taken += 1
        if len(self.samples) < _SAMPLES:
            self.samples.append((self.rows, one_line(text)[:60]))


def _columns_of(columns: Iterable[ReadColumn]) -> dict[str, list[int]]:
    """Return field → places of the columns that a register keeps something of."""
    places: dict[str, list[int]] = {}
    for column in columns:
        if column.field in _WANTED:
            places.setdefault(column.field, []).append(column.index)
    return places


def lists_of(path: Path, *, mapping: Mapping[str, str], told: Told) -> Iterator[ReadList]:
    """Yield the lists of a file, each to be read before the next; `IntakeError` if it has none.

    `mapping` (heading → field) goes before the words that headings are known by.
    """
    words = known_words(mapping, None)
    for stream in streams(path, told):
        yield ReadList(stream, words)


def understood(texts: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield key and facts of every edition that a row names, its texts given by field.

    Amendments and numbers that stand for all parts say nothing of one edition and are left out,
    and so are numbers of drafts.
    """
    keys, title, status, replaces = _named(texts)
    if not keys:
        return
    said = dict(texts)
    said["title"] = title
    said["status"] = said.get("status") or status
    said["replaces"] = said.get("replaces") or replaces
    values = tuple(_READERS[fact](said[fact]) if said.get(fact) else "" for fact in FACTS)
    for key in keys:
        yield key, values


PLAIN_ENTERPRISE = re.compile(
    r"Q/[0-9]{0,6}[A-Z]{2,8}[0-9]{0,6} (?!0+S?-)[0-9]{3,5}S?-(?:19[89]|20[0-9])[0-9]", re.ASCII
)
"""Enterprise numbers that are their own key. Of a nation's standards they are by far the most, and
the grammar of enterprise numbers, made for every exception, takes its time."""


def _named(texts: Mapping[str, str]) -> tuple[Sequence[str], str, str, str]:
    """Return the keys that a row names, its title, status and predecessors beside the number."""
    text = texts.get("number") or texts.get("number_title") or ""
    title = texts.get("title", "")
    if PLAIN_ENTERPRISE.fullmatch(text):
        return (text,), title, "", ""
    numbers, title, status, replaces = _numbers(text, title)
    named = (one for one in numbers if not (one.amendment or one.all_parts or one.placeholder))
    return [one.edition_key for one in named], title, status, replaces


def _numbers(text: str, title: str) -> tuple[Sequence[StandardNumber], str, str, str]:
    reading = read(text)
    if reading.number is not None:
        return (reading.number,), title, "", ""
    if not text:
        beside = number_in_title(title, bare=True)
        if beside is None:
            return (), title, "", ""
        return tuple(one.number for one in beside.numbers), beside.title, "", ""
    cell = read_number_cell(text)
    if cell.planned:
        return (), title, "", ""
    numbers = tuple(one.number for one in cell.numbers)
    return numbers, title or cell.title, cell.status or "", cell.replaces


def _texts(cells: Cells, columns: Mapping[str, Sequence[int]]) -> dict[str, str]:
    """Return the texts of a row by field: of several columns the first that says something."""
    texts = {}
    for field, indices in columns.items():
        for index in indices:
            text = cells[index].strip() if index < len(cells) else ""
            if text and not (len(text) < _LONG and says_nothing(text)):
                texts[field] = text
                break
    return texts


def _plain(value: object) -> str:
    """Return a value of an object as the text of a cell."""
    if isinstance(value, str):
        text = value.strip()
    elif isinstance(value, list):
        text = "；".join(_plain(item) for item in value if isinstance(item, str | int))
    elif isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    else:
        text = str(value)
    return "" if says_nothing(text) else text


def _title(text: str) -> str:
    if "\n" in text or "\r" in text or "\t" in text:
        text = one_line(text)
    return document_title(text)[:MAX_TITLE]


def _relation(text: str) -> str:
    found = read_references(text)
    mark = PART_MARK if found.partly else ""
    keys = (number.edition_key for number in found.numbers if not number.placeholder)
    return JOINT.join(dict.fromkeys(mark + key for key in keys))


_READERS: Mapping[str, Callable[[str], str]] = {
    "title": _title,
    "status": lambda text: status_of(text) or "",
    "issued": lambda text: _date(text) or "",
    "effective": lambda text: _date(text) or "",
    "withdrawn": lambda text: _date(text) or "",
    "replaces": _relation,
    "replaced_by": _relation,
}

"""The rows of one table → the ledger: facts, notes that keep the rest, places in the system."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from stdsys.intake.cells_numbers import Printed
from stdsys.intake.cells_references import read_units
from stdsys.intake.cells_words import origin_of
from stdsys.intake.documents import document_title
from stdsys.intake.drafts import ReadColumn, RowOutcome, Value, Where
from stdsys.intake.fields import IDENTIFYING
from stdsys.intake.guessing import column_letters
from stdsys.intake.headers import Header
from stdsys.intake.headings import is_code, read_heading
from stdsys.intake.ledger import Ledger, OpenSystem
from stdsys.intake.row_cells import RowCells, Understood, one_line
from stdsys.intake.row_kinds import Judged, RowKind, Surroundings, judge
from stdsys.intake.sheet_names import SheetRole
from stdsys.intake.sheet_view import SheetView
from stdsys.intake.standard_facts import document_facts, planned_facts, standard_facts
from stdsys.messages import Text, _

_PATH = re.compile(r"\s*[/／>＞→\\]\s*")
_SERIAL = re.compile(r"^(.*\w)[-—–_./](\d{1,5})$")
_TITLES = re.compile(r"[\n；;]+")
_AMENDMENT = re.compile(r"\s*[(（]?\s*第?\s*[\d一二三四五六七八九十]+\s*号修改单\s*[)）]?\s*")
_ORIGINS = {"own": "自制", "adopted": "采用"}
_AHEAD = 4
_AXES = (("stage", "stages"), ("aspect", "aspects"))
_GENERAL = frozenset({"通用", "全部", "各环节", "所有环节", "全过程", "全链条", "综合"})
_OUTCOMES = {
    RowKind.HEADING: RowOutcome.HEADING,
    RowKind.TOTAL: RowOutcome.TOTAL,
    RowKind.NOTE: RowOutcome.NOTE,
    RowKind.UNCLEAR: RowOutcome.NOT_UNDERSTOOD,
}
_WITHOUT_NUMBER = frozenset(RowKind) - {RowKind.STANDARD, RowKind.TOTAL, RowKind.NOTE}
UNSTORED = _(
    "its number or title is a formula without a stored value; open the workbook in Excel or WPS, "
    "save it, and import it again"
)
_ERROR = re.compile(r"#(?:REF|VALUE|NAME|DIV/0|NULL|NUM)[!?]|#N/A|#NAME\?", re.IGNORECASE)
"""What a formula shows that cannot be computed."""


class RowRead(Struct, frozen=True):
    """What became of a row."""

    outcome: RowOutcome
    reason: Text | None = None
    remarks: tuple[Text, ...] = ()


class TableReader:
    """Reads the rows of one table, in order: a heading or a subsystem holds for those below it."""

    def __init__(
        self,
        view: SheetView,
        header: Header,
        system: OpenSystem,
        role: SheetRole,
        ledger: Ledger,
        columns: range,
    ) -> None:
        self.header = header
        self._columns = columns
        self.system = system
        self._view = view
        self._role = role
        self._ledger = ledger
        self._in_notes = False
        self._subsystem: dict[str, str] = {}
        self._by_field: dict[str, list[ReadColumn]] = {}
        for column in header.columns:
            if column.field is not None:
                self._by_field.setdefault(column.field, []).append(column)
        headed = {column.index for column in header.columns}
        self._unknown = [column for column in header.columns if column.field is None]
        self._unknown += [
            ReadColumn(f"{column_letters(index)}列", None, index)
            for index in columns
            if index not in headed
        ]

    def go_on(self, header: Header, groups: Sequence[str]) -> None:
        """Read on below a heading, which group headings may stand above."""
        self.header = header
        self._in_notes = False
        for text in groups:
            self._open(text, "")

    def read(self, row: int) -> RowRead:
        """Read a row that is neither blank nor part of a heading."""
        cells = self._cells(row)
        around = Surroundings(
            self._view.merged_across(row),
            len(self.header.columns),
            lambda: self._markers_below(row),
            self._in_notes,
            self._role.planned,
            self._role.documents,
        )
        judged = judge(cells, around)
        if judged.kind in _WITHOUT_NUMBER and self.unstored(row):
            return RowRead(RowOutcome.NOT_UNDERSTOOD, UNSTORED)
        self._in_notes = judged.kind is RowKind.NOTE
        if judged.kind is RowKind.HEADING:
            self._open(self._view.indented(row, judged.title), judged.marker)
        if judged.kind in _OUTCOMES:
            return RowRead(_OUTCOMES[judged.kind], judged.reason)
        where = Where(self._view.grid.file, self._view.grid.sheet, row + 1)
        remarks = [*self._take(cells, judged, where), *_errors(cells)]
        return RowRead(RowOutcome.IMPORTED, None, tuple(remarks))

    def says_nothing(self, row: int) -> bool:
        """Whether a row is blank in the columns of the table."""
        return not any(self._own(row)) and not self.unstored(row)

    def unstored(self, row: int) -> bool:
        """Whether the number of a row, or its title, is a formula that nobody has computed."""
        formulas = self._view.grid.formulas
        naming = (c.index for name in IDENTIFYING for c in self._by_field.get(name, ()))
        return bool(formulas) and any((row, index) in formulas for index in naming)

    def _own(self, row: int) -> list[str]:
        own = self._view.own(row)
        if len(self._columns) == self._view.width:
            return own
        return [text if index in self._columns else "" for index, text in enumerate(own)]

    def _cells(self, row: int) -> RowCells:
        return RowCells(self._own(row), self._view.filled_down(row), self._by_field, self._unknown)

    def _markers_below(self, row: int) -> list[str]:
        below = range(row + 1, min(row + 1 + _AHEAD, self._view.height))
        markers = (self._cells(one) for one in below if any(self._own(one)))
        return [cells.raw("code") or cells.raw("ordinal") for cells in markers]

    def _open(self, text: str, marker: str) -> None:
        heading = read_heading(text, marker)
        if heading.name:
            self.system.tree.open(heading)
            self._subsystem.clear()

    def _take(self, cells: RowCells, judged: Judged, where: Where) -> list[Text]:
        """Put what a row says into the ledger; return what a person should look at."""
        title = one_line(judged.title)
        keys: list[str] = []
        if judged.kind is RowKind.PLANNED:
            said = planned_facts(cells, judged.cell, None)
            keys.append(self._ledger.planned(document_title(title), said.facts, where))
        elif judged.kind is RowKind.DOCUMENT:
            said = document_facts(cells, judged.document_kind, judged.reference)
            keys.append(self._ledger.document(document_title(title), said.facts, where))
        elif judged.kind is RowKind.UNNUMBERED:
            said = standard_facts(cells, None, judged.cell, self._role.status)
            said.facts["title"] = document_title(title)
            keys.append(self._ledger.standard(None, said.facts, where))
        else:
            said, keys = self._standards(cells, judged, where)
        self._keep_the_rest(cells, judged, said)
        fields = self._fields(cells, said)
        for system in self._systems(cells):
            node = self._node(system, cells)
            for key in keys:
                self._ledger.enter(system, key, node, fields, where)
        return said.remarks

    def _standards(
        self, cells: RowCells, judged: Judged, where: Where
    ) -> tuple[Understood, list[str]]:
        """Put every standard of a row into the ledger; several share the row's facts."""
        printed = judged.cell.numbers
        titles = [one_line(piece) for piece in _TITLES.split(judged.title) if piece.strip()]
        paired = len(printed) > 1 and len(titles) == len(printed)
        first: Understood | None = None
        keys = []
        for position, one in enumerate(printed):
            said = standard_facts(cells, one.number, judged.cell, self._role.status)
            title = titles[position] if paired else one_line(judged.title)
            if one.number.amendment:
                title = _AMENDMENT.sub("", title).strip()
            if title:
                said.facts["title"] = document_title(title)
            keys.append(self._standard(one, said, where))
            first = first or said
        assert first is not None
        names = tuple(str(one.number) for one in printed)
        shown = "、".join(one.text for one in printed)
        if judged.cell.doubts and shown != "、".join(names):
            first.remarks.append(
                _("{text} has been read as {number}; please check", text=shown, number=names)
            )
        return first, keys

    def _standard(self, one: Printed, said: Understood, where: Where) -> str:
        number = one.number.edition_key
        original = one.text.strip() if one.text.strip() != number else None
        return self._ledger.standard(number, said.facts, where, original)

    def _keep_the_rest(self, cells: RowCells, judged: Judged, said: Understood) -> None:
        """Keep as notes what stands under unknown headings, and words left beside a number."""
        remarks = one_line(cells["remarks"])
        if remarks:
            said.notes.insert(0, remarks)
        for header, text in cells.extra:
            if text != judged.reference and one_line(text) != one_line(judged.title):
                said.keep(header, text)
        for header, text in cells.surplus:
            if text != judged.reference and one_line(text) != one_line(judged.title):
                remark = _(
                    "{text} under {column} is the second value of its kind; kept in the notes",
                    text=one_line(text),
                    column=header,
                )
                said.keep(header, text, remark)
        kept = judged.kind in (RowKind.STANDARD, RowKind.DOCUMENT)
        if kept and judged.cell.rest and judged.cell.rest != judged.reference:
            said.keep(cells.header("number"), judged.cell.rest)
        beside = judged.cell.title
        if beside and one_line(beside) not in one_line(judged.title):
            said.keep(cells.header("number"), beside)

    def _fields(self, cells: RowCells, said: Understood) -> dict[str, Value]:
        """Return the fields of the row's entries: code, axes, origin, notes."""
        fields: dict[str, Value] = {}
        if code := one_line(cells["code"]):
            fields["code"] = code
        for column, axis in _AXES:
            names = tuple(name for name in read_units(cells[column]) if name not in _GENERAL)
            if names:
                fields[axis] = tuple(self._ledger.axis_value(column, name) for name in names)
        if origin := cells["origin"]:
            if (word := origin_of(origin)) is not None:
                fields["origin"] = _ORIGINS[word]
            else:
                said.keep(cells.header("origin"), origin)
        if said.notes:
            fields["notes"] = "；".join(dict.fromkeys(said.notes))
        return fields

    def _systems(self, cells: RowCells) -> list[OpenSystem]:
        """Return the systems that a row names, else the one of the sheet."""
        names = read_units(cells["system"])
        if not names and cells.has("system"):
            names = tuple(filter(None, [self._subsystem.get("\0system", "")]))
        if not names:
            return [self.system]
        self._subsystem["\0system"] = "、".join(names) if len(names) == 1 else ""
        return [self._ledger.system(name) for name in names]

    def _node(self, system: OpenSystem, cells: RowCells) -> str | None:
        """Return the node of a row: by 子体系名称, else the heading above, else its code."""
        code = one_line(cells["code"])
        path = self._path(cells)
        if path:
            return system.tree.place(path, self._code_of_node(code))
        return system.tree.current or system.tree.by_code(code)

    def _path(self, cells: RowCells) -> tuple[str, ...]:
        """Return the subsystem of a row, path downwards; a blank cell repeats the one above."""
        stated = [text for _header, text in cells.all("subsystem")]
        path: list[str] = []
        for level, text in enumerate(stated):
            key = str(level)
            if text and text != self._subsystem.get(key):
                self._subsystem[key] = text
                for lower in range(level + 1, len(stated)):
                    self._subsystem.pop(str(lower), None)
            path += [one_line(part) for part in _PATH.split(self._subsystem.get(key, ""))]
        return tuple(part for part in path if part and part not in ("-", "—"))

    def _code_of_node(self, entry_code: str) -> str | None:
        """Return the code of a node as an entry's code tells it: 101.02 of 101.02-003."""
        found = _SERIAL.match(entry_code)
        return found[1] if found and is_code(found[1]) else None


def _errors(cells: RowCells) -> Iterator[Text]:
    """Yield what to say of cells that show the error of a formula: they read as blank."""
    for header, text in cells.headed:
        if _ERROR.fullmatch(text):
            yield _(
                "{text} under {column} is the error of a formula, read as blank; mend it in the "
                "workbook",
                text=text,
                column=header,
            )

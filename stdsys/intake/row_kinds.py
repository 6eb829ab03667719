"""What a row of a table is: a standard, a plan, a law, a group heading, a total, a note."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from enum import Enum, auto

from msgspec import Struct
from msgspec.structs import replace

from stdsys.intake.cells_dates import read_date
from stdsys.intake.cells_numbers import (
    NumberCell,
    number_in_title,
    read_number_cell,
    revision_in_title,
)
from stdsys.intake.cells_words import document_kind, level_of, status_of, workflow_of
from stdsys.intake.documents import is_reference, kind_by_title
from stdsys.intake.headings import extends, is_code, is_marker, is_numbered
from stdsys.intake.row_cells import RowCells
from stdsys.messages import Text, _

_TOTAL = re.compile(
    r"^(?:本[页表类项部]|以上|全部|各级|标准)?(?:合|小|总|共|累)计|(?:合|小|总)计[:：]?\d*[项个件条]?$"
    r"|^(?:sub)?total\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^(?:注|备注|说明|附注|备考|填表说明|填报说明|编制说明|资料来源|数据来源|来源|编制单位|填报单位|填表单位"
    r"|填表日期|填报日期|编制日期|统计日期|截止日期|截至|制表|审核|审批|联系|单位|日期|第\s*\d+\s*页|note)"
    r"s?\s*(?:[:：\d（(①.、]|$)",
    re.IGNORECASE,
)
_STANDARD_TITLE = re.compile(
    r"(?:规范|规程|指南|导则|通则|总则|要求|条件|规则|准则|方法|限量|测定|制度|细则|图形符号)"
    r"(?:[(（].*[)）])?$|第\d+部分"
)
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_TOTAL = 30
_LONGEST_HEADING = 60
_FEW_CELLS = 3
_PLACED = ("ordinal", "code", "subsystem", "system")


_NO_NUMBER = NumberCell()


class RowKind(Enum):
    """What a row is."""

    STANDARD = auto()
    UNNUMBERED = auto()
    PLANNED = auto()
    DOCUMENT = auto()
    HEADING = auto()
    TOTAL = auto()
    NOTE = auto()
    UNCLEAR = auto()


class Judged(Struct, frozen=True):
    """A row and what it is; `reason` says why an unclear one is unclear."""

    kind: RowKind
    title: str = ""
    cell: NumberCell = _NO_NUMBER
    marker: str = ""
    reference: str = ""
    document_kind: str | None = None
    reason: Text | None = None


class Surroundings(Struct, frozen=True):
    """What a row's meaning depends on besides its cells."""

    across: int
    """Width of the widest merged range that begins in the row."""
    width: int
    """Columns of the table."""
    next_markers: Callable[[], Sequence[str]]
    """The codes and ordinals of the next rows."""
    in_notes: bool = False
    planned: bool = False
    documents: bool = False
    """The sheet is named for plans, for laws and rules."""


def judge(row: RowCells, around: Surroundings) -> Judged:
    """Say what a row that is not blank is."""
    cells = [(index, text) for index, text in enumerate(row.own) if text]
    cell, title = _revised(row, around, *_number_and_title(row))
    if cell.numbers and not cell.planned:
        return Judged(RowKind.STANDARD, title, cell)
    first = cells[0][1] if cells else ""
    if _is_total(first, [text for _index, text in cells], row):
        return Judged(RowKind.TOTAL)
    if _is_note(first, cells, around):
        return Judged(RowKind.NOTE)
    heading = _heading(row, cells, title, cell, around)
    if heading is not None:
        return heading
    if cell.planned:
        return _planned(title, cell)
    if title and len(_LETTER.findall(title)) > 1:
        return _without_number(row, title, cell, around)
    if cell.rest:
        return _unreadable(cell)
    return Judged(RowKind.UNCLEAR, reason=_("there is neither a number nor a title"))


def _revised(
    row: RowCells, around: Surroundings, cell: NumberCell, title: str
) -> tuple[NumberCell, str]:
    """Return a row that plans a revision as a plan: by its title, or by its column 制/修订.

    What is to be revised is named in the title, or in the column of numbers.
    """
    if (found := revision_in_title(title)) is not None:
        if cell.numbers or not found.plans:
            replaces = "、".join(filter(None, (cell.replaces, found.numbers)))
            return replace(cell, replaces=replaces), found.title
        return NumberCell(planned=True, replaces=found.numbers), found.title
    wanted = around.planned or any(row[name] for name in ("urgency", "due", "lead", "workflow"))
    revises = cell.numbers and not cell.planned and "修" in row["revision"]
    if revises and "制" not in row["revision"] and wanted and not _exists(row):
        numbers = "、".join(str(printed.number) for printed in cell.numbers)
        return NumberCell(planned=True, replaces=numbers), title
    return cell, title


def _number_and_title(row: RowCells) -> tuple[NumberCell, str]:
    """Return what the cells of number and title hold, whichever column each stands in."""
    both = row["number_title"]
    revision = revision_in_title(both) if both and not row["number"] else None
    if revision is not None and not read_number_cell(revision.title).numbers:
        return _NO_NUMBER, both
    if both and not row["number"]:
        cell = read_number_cell(both)
        if cell.numbers or cell.planned:
            return replace(cell, title=""), cell.title or row["title"]
        return _NO_NUMBER, row["title"] or both
    cell, title = read_number_cell(row["number"]), row["title"]
    if cell.numbers:
        return cell, title or cell.title
    if title and revision_in_title(title) is not None:
        return cell, title
    within = number_in_title(title, bare=not row.has("number")) if title else None
    if within is None:
        return cell, title or cell.title
    if cell.rest and not within.title:
        # Number and title have changed places.
        return within, cell.rest
    return (within, within.title) if not cell.rest and not cell.planned else (cell, title)


def _is_total(first: str, texts: Sequence[str], row: RowCells) -> bool:
    plain = "".join(unicodedata.normalize("NFKC", first).split())
    if plain.isdigit() and len(texts) > 1:
        plain = "".join(unicodedata.normalize("NFKC", texts[1]).split())
    if len(plain) > _LONGEST_TOTAL or not _TOTAL.search(plain):
        return False
    others = [text for text in texts if text not in (first, row["remarks"])]
    return not (
        row["title"] and row["title"] != first and _STANDARD_TITLE.search(row["title"])
    ) and (len(others) < _FEW_CELLS or any(re.search(r"\d", text) for text in others))


def _is_note(first: str, cells: Sequence[tuple[int, str]], around: Surroundings) -> bool:
    """Whether a row is a remark: it says so, goes on with one, or is a whole sentence."""
    texts = {text for _index, text in cells}
    if _NOTE.match(first) and (len(texts) <= 2 or all(_NOTE.match(t) for t in texts)):
        return True
    if len(texts) != 1:
        return bool(_NOTE.match(first)) and len(texts) <= _FEW_CELLS
    sentence = len(first) > _LONGEST_HEADING or first.endswith(("。", "；", ";"))
    return sentence or (around.in_notes and (is_numbered(first) or len(first) > 20))


def _heading(
    row: RowCells,
    cells: Sequence[tuple[int, str]],
    title: str,
    cell: NumberCell,
    around: Surroundings,
) -> Judged | None:
    """Return the row as a group heading, if it is one: a text alone, or with its number."""
    distinct = list(dict.fromkeys(text for _index, text in cells))
    if cell.planned or cell.unknown:
        return None
    if len(distinct) == 1:
        text = distinct[0]
        if len(text) <= _LONGEST_HEADING and _stands_alone(row, text, len(cells), around):
            return Judged(RowKind.HEADING, row.own[cells[0][0]])
        return None
    if len(distinct) > _FEW_CELLS:
        return None
    marker = row.raw("ordinal") or row.raw("code")
    name = title or row["subsystem"] or cell.rest
    rest = [t for t in distinct if t not in (marker, name, row.raw("code"), row["remarks"])]
    rest = [text for text in rest if not re.fullmatch(r"(?:共\s*)?\d+\s*[项个件条]?", text)]
    if not marker or not name or rest or len(name) > _LONGEST_HEADING:
        return None
    code = row.raw("code")
    if is_marker(marker):
        return Judged(RowKind.HEADING, name, marker=code if is_code(code) else marker)
    if not is_code(marker) or _STANDARD_TITLE.search(name) or row["remarks"]:
        return None
    following = around.next_markers()
    begins_group = any(extends(text, marker) for text in following[:2])
    if code and is_code(code) and not row.raw("ordinal"):
        begins_group = begins_group or not _holds_standards(name)
    if begins_group or (row.has("number") and following[:1] in (["1"], ["01"], ["001"])):
        return Judged(RowKind.HEADING, name, marker=code if is_code(code) else marker)
    return None


def _holds_standards(name: str) -> bool:
    return bool(_STANDARD_TITLE.search(name)) or kind_by_title(name) is not None


def _stands_alone(row: RowCells, text: str, copies: int, around: Surroundings) -> bool:
    """Whether the only text of a row is a heading rather than the title of a plan or law."""
    if read_date(text) is not None or text.replace(".", "").isdigit():
        return False
    if copies > 1 or around.across * 2 >= max(around.width, 4):
        return True
    in_title = text == row["title"].strip() or text == row["number_title"].strip()
    if in_title:
        holds = _STANDARD_TITLE.search(text) or text.startswith("《")
        if holds or around.planned or around.documents:
            return False
        return is_numbered(text) or row.has("ordinal") or row.has("number")
    if text == row["number"]:
        return workflow_of(text) is None and not is_reference(text)
    placed = any(text == row.raw(name) for name in _PLACED)
    return is_numbered(text) or (placed and not text.isascii())


def _planned(title: str, cell: NumberCell) -> Judged:
    if title:
        return Judged(RowKind.PLANNED, title, cell)
    return Judged(RowKind.UNCLEAR, reason=_("a planned standard without a title"))


def _without_number(row: RowCells, title: str, cell: NumberCell, around: Surroundings) -> Judged:
    """Judge a row that has a title, and in the number's cell something else or nothing."""
    kind = document_kind(row["kind"]) or document_kind(row["level"]) or kind_by_title(title)
    wanted = around.planned or workflow_of(row["status"]) or workflow_of(row["workflow"])
    planned = bool(wanted or level_of(row["level"]) or row["urgency"] or row["due"])
    reference = cell.rest if is_reference(cell.rest) else ""
    if reference:
        kind = kind or "document"
        return Judged(RowKind.DOCUMENT, title, cell, reference=reference, document_kind=kind)
    if (kind or around.documents) and not (planned and document_kind(row["kind"]) is None):
        return Judged(RowKind.DOCUMENT, title, cell, document_kind=kind)
    if cell.rest:
        return _unreadable(cell)
    if cell.unknown or (not wanted and _exists(row)):
        return Judged(RowKind.UNNUMBERED, title, cell)
    return Judged(RowKind.PLANNED, title, cell)


def _exists(row: RowCells) -> bool:
    """Whether a row without a number speaks of a standard that exists."""
    status = status_of(row["status"]) if row["status"] else None
    if status in (
        "unknown",
        "under-revision",
        "in-force",
        "upcoming",
        "replaced",
        "withdrawn",
        "partly-replaced",
    ):
        return True
    if row["status"] and status is None and workflow_of(row["status"]) is None:
        return True
    return any(read_date(row[name]) is not None for name in ("issued", "effective", "withdrawn"))


def _unreadable(cell: NumberCell) -> Judged:
    if cell.suggestion:
        reason = _(
            "{text} is no standard number; did you mean {name}?",
            text=cell.rest,
            name=cell.suggestion,
        )
    else:
        reason = _("{text} is no standard number", text=cell.rest)
    return Judged(RowKind.UNCLEAR, cell=cell, reason=reason)

"""What an exported workbook knows of itself: the very hidden sheet by which it comes back whole.

The visible cells say what is true; the hidden sheet says how to read them: which field a column
holds, what a printed word means, what stands in which subsystem, and what no visible cell can say.
Its first cell of a row tells what the row is; every cell is text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from msgspec import Struct
from msgspec.structs import astuple

SHEET_NAME = "_stdsys"
"""Name of the hidden sheet."""

LAYOUT = "1"
"""Version of the hidden sheet; another one is not read."""

TOTAL, SYSTEM, PLANNED, SUCCESSIONS, OBSOLETE, OTHER, COMPUTED = (
    *("total", "system", "planned", "successions", "obsolete", "other"),
    "computed",
)
"""Kinds of sheets; what is computed afresh in every export is never read."""

STANDARD, UNNUMBERED, PLAN, DOCUMENT = "standard", "unnumbered", "planned", "document"
"""Kinds of items."""

_NO = ""


class SheetMemo(Struct, frozen=True):
    """A sheet: its name on the tab, kind, system, and the row of its headings (from 1)."""

    tab: str
    kind: str
    system: str
    head_row: int
    columns: tuple[tuple[str, str], ...]
    """Field and heading of each column, in order."""


class SystemMemo(Struct, frozen=True):
    """A system; `uses` are the shared bases whose rows its sheet shows."""

    key: str
    name: str
    shared: bool
    uses: tuple[str, ...]


class NodeMemo(Struct, frozen=True):
    """A subsystem; `parent` is the code of the node above, empty for a top one."""

    system: str
    code: str
    name: str
    parent: str


class LeadMemo(Struct, frozen=True):
    """The unit that leads a subsystem, or, where `code` is empty, owns the system: its name."""

    system: str
    code: str
    unit: str


class ItemMemo(Struct, frozen=True):
    """What stands at a place (`system` is empty for what stands at none, but others rest on).

    `main` tells that it has a row in its system's sheet; the others stand in sheets of their own.
    `status` is the status as it was on the day, `stated` the one that the record states; `derived`
    is the part of the remarks that was computed. `cells` are printed values by field, of what the
    visible columns do not say.
    """

    system: str
    main: str
    kind: str
    key: str
    node: str
    code: str
    status: str
    stated: str
    derived: str
    cells: Mapping[str, str]


class RowMemo(Struct, frozen=True):
    """A row as it was printed: what it named, and a mark of each cell in the columns' order.

    Of several copies of a cell the one whose mark no longer fits has been typed over.
    """

    tab: str
    number: str
    title: str
    code: str
    marks: str

    def changed(self, columns: Sequence[str], cells: Mapping[str, str]) -> frozenset[str]:
        """Return the fields whose cells say something else than they did."""
        marks = (self.marks[at : at + _MARK] for at in range(0, len(self.marks), _MARK))
        pairs = zip(columns, marks, strict=False)
        return frozenset(f for f, before in pairs if f in cells and mark(cells[f]) != before)


_MARK = 6


def mark(text: str) -> str:
    """Return a short mark of a cell's text; blanks make no difference."""
    words = " ".join(text[:LONGEST_TEXT].split())
    return blake2b(words.encode("utf-8", "replace"), digest_size=_MARK // 2).hexdigest()


LONGEST_TEXT = 32_767
"""Characters that a cell of a workbook holds; what is longer was cut when it was written."""

CONCLUDED, ENTRY_NOTES, RECORD_NOTES = "concluded", "entry-notes", "record-notes"
"""What `ItemMemo.cells` hold besides fields: the fields that nobody states, the notes of an entry
(where they are its own) and those of the record."""


class LinkMemo(Struct, frozen=True):
    """`new` replaces `old`, wholly or in part; both are keys or numbers."""

    old: str
    new: str
    part: str

    @property
    def whole(self) -> bool:
        """Whether all of the old one is replaced."""
        return not self.part


class WordMemo(Struct, frozen=True):
    """A word of the workbook's language and the value it stands for, in a field."""

    field: str
    printed: str
    value: str


class HiddenSheet(Struct, frozen=True):
    """Everything that the hidden sheet says. `comma` and `semicolon` set apart what is listed."""

    name: str
    title: str
    as_of: str
    comma: str
    semicolon: str
    sheets: tuple[SheetMemo, ...] = ()
    systems: tuple[SystemMemo, ...] = ()
    nodes: tuple[NodeMemo, ...] = ()
    items: tuple[ItemMemo, ...] = ()
    links: tuple[LinkMemo, ...] = ()
    words: tuple[WordMemo, ...] = ()
    rows: tuple[RowMemo, ...] = ()
    leads: tuple[LeadMemo, ...] = ()

    def meaning(self) -> Mapping[str, Mapping[str, str]]:
        """Return what printed words stand for: field → word → value."""
        words: dict[str, dict[str, str]] = {}
        for word in self.words:
            words.setdefault(word.field, {}).setdefault(word.printed, word.value)
        return words


def to_rows(hidden: HiddenSheet) -> Iterator[Sequence[str]]:
    """Yield the rows of the sheet."""
    yield ("stdsys", LAYOUT)
    yield ("workspace", hidden.name, hidden.title, hidden.as_of)
    yield ("between", hidden.comma, hidden.semicolon)
    for sheet in hidden.sheets:
        pairs = (text for column in sheet.columns for text in column)
        yield ("sheet", sheet.tab, sheet.kind, sheet.system, str(sheet.head_row), *pairs)
    for system in hidden.systems:
        yield ("system", system.key, system.name, "shared" if system.shared else _NO, *system.uses)
    yield from (("node", *astuple(node)) for node in hidden.nodes)
    yield from (("lead", *astuple(lead)) for lead in hidden.leads)
    known = tuple(dict.fromkeys(name for item in hidden.items for name in item.cells))
    yield ("fields", *known)
    for item in hidden.items:
        row = [getattr(item, name) for name in _ITEM]
        yield ("item", *row, *(item.cells.get(name, _NO) for name in known))
    yield from (("row", *astuple(row)) for row in hidden.rows)
    yield from (("link", *astuple(link)) for link in hidden.links)
    yield from (("word", *astuple(word)) for word in hidden.words)


def from_rows(rows: Iterable[Sequence[str]]) -> HiddenSheet | None:
    """Return what the sheet says; None for a sheet that is not ours, or of another version."""
    parts: dict[str, list[Sequence[str]]] = {}
    for row in rows:
        if row and row[0]:
            parts.setdefault(row[0], []).append(row[1:])
    if not parts.get("stdsys") or parts["stdsys"][0][:1] not in ((LAYOUT,), [LAYOUT]):
        return None
    try:
        return _read(parts)
    except (ValueError, LookupError):
        return None


def _read(parts: Mapping[str, list[Sequence[str]]]) -> HiddenSheet:
    name, title, as_of = _exactly(parts["workspace"][0], 3)
    comma, semicolon = _exactly(parts["between"][0], 2)
    known = [text for text in parts.get("fields", [()])[0] if text]
    return HiddenSheet(
        name,
        title,
        as_of,
        comma,
        semicolon,
        tuple(map(_sheet, parts.get("sheet", ()))),
        tuple(map(_system, parts.get("system", ()))),
        tuple(NodeMemo(*_exactly(row, 4)) for row in parts.get("node", ())),
        tuple(_item(row, known) for row in parts.get("item", ())),
        tuple(LinkMemo(*_exactly(row, 3)) for row in parts.get("link", ())),
        tuple(WordMemo(*_exactly(row, 3)) for row in parts.get("word", ())),
        tuple(RowMemo(*_exactly(row, 5)) for row in parts.get("row", ())),
        tuple(LeadMemo(*_exactly(row, 3)) for row in parts.get("lead", ())),
    )


def _exactly(row: Sequence[str], count: int) -> Sequence[str]:
    return [*row, *[_NO] * count][:count]


def _sheet(row: Sequence[str]) -> SheetMemo:
    tab, kind, system, head = _exactly(row, 4)
    pairs = list(row[4:])
    columns = tuple(
        (pairs[i], pairs[i + 1]) for i in range(0, len(pairs) - 1, 2) if pairs[i] or pairs[i + 1]
    )
    return SheetMemo(tab, kind, system, int(head), columns)


def _system(row: Sequence[str]) -> SystemMemo:
    key, name, shared = _exactly(row, 3)
    return SystemMemo(key, name, bool(shared), tuple(text for text in row[3:] if text))


def _item(row: Sequence[str], known: Sequence[str]) -> ItemMemo:
    system, main, kind, key, node, code, status, stated, derived = _exactly(row, len(_ITEM))
    cells = dict(zip(known, row[len(_ITEM) :], strict=False))
    said = {name: text for name, text in cells.items() if text}
    return ItemMemo(system, main, kind, key, node, code, status, stated, derived, said)


_ITEM = ItemMemo.__struct_fields__[:-1]

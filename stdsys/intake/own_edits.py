"""What people have typed over in an exported workbook, which shows many a cell in several copies.

The copy that was edited wins; where two were edited differently, the first is taken and both are
named.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from stdsys.intake.drafts import Remark
from stdsys.intake.field_names import field_name
from stdsys.intake.hidden_sheet import SUCCESSIONS, RowMemo
from stdsys.intake.own_items import Meant
from stdsys.intake.own_sheets import OwnRow, OwnSheet
from stdsys.messages import _

_AT_A_PLACE = frozenset({"code", "subsystem", "remarks", "kind", "stages", "aspects", "origin"})
"""Fields of an entry; the others are the item's own, wherever it stands."""

_OF_THE_ROW = frozenset({"ordinal", "number", "systems"})
"""Fields that are no copies of each other."""

_NAMING = ("number", "title", "code")


class Seen(Struct, frozen=True):
    """A row, the row that it was when it was exported, and the fields that say something else."""

    row: OwnRow
    before: RowMemo | None
    changed: frozenset[str] = frozenset()

    @property
    def renumbered(self) -> bool:
        """Whether another number, or a first one, has been typed over."""
        return self.before is not None and self.row["number"] != self.before.number


def seen_rows(sheet: OwnSheet, memos: Iterable[RowMemo]) -> list[Seen]:
    """Find what each row of a sheet was when it was exported.

    A row is known by what it names, else by its code or title if half of it is unchanged.
    """
    waiting = [memo for memo in memos if memo.tab == sheet.memo.tab]
    fields = [name for name, _head in sheet.memo.columns]
    found: dict[int, RowMemo] = {}
    for names in (_NAMING, ("number",), ("title", "code"), ("title",)):
        _match(sheet.rows, waiting, names, found)
    likely = _Likely(waiting, fields)
    for place, row in enumerate(sheet.rows):
        if place not in found and (memo := likely.take(row)) is not None:
            found[place] = memo
    return [
        Seen(row, memo, memo.changed(fields, row.cells) if memo else frozenset())
        for place, row in enumerate(sheet.rows)
        for memo in (found.get(place),)
    ]


def _match(
    rows: Sequence[OwnRow],
    waiting: list[RowMemo],
    names: Sequence[str],
    found: dict[int, RowMemo],
) -> None:
    """Match rows and memos that agree in these fields, the first of which must not be blank."""
    known: dict[tuple[str, ...], list[RowMemo]] = {}
    for memo in waiting:
        known.setdefault(tuple(_plain(getattr(memo, name)) for name in names), []).append(memo)
    taken: set[int] = set()
    for place, row in enumerate(rows):
        key = tuple(_plain(row[name]) for name in names)
        unnumbered = "number" in names or not (row["number"] and row.has("number"))
        named = any(key) if names == _NAMING else bool(key[0])
        if place in found or not named or not unnumbered or not known.get(key):
            continue
        found[place] = known[key].pop(0)
        taken.add(id(found[place]))
    waiting[:] = [memo for memo in waiting if id(memo) not in taken]


class _Likely:
    """Rows of the export that none names any more, by their codes and titles."""

    def __init__(self, waiting: Iterable[RowMemo], fields: Sequence[str]) -> None:
        self._fields = fields
        self._known: dict[str, list[RowMemo]] = {}
        self._taken: set[int] = set()
        for memo in waiting:
            for word in {memo.code, _plain(memo.title)} - {""}:
                self._known.setdefault(word, []).append(memo)

    def take(self, row: OwnRow) -> RowMemo | None:
        """Return the memo of the same code or title that at least half of the cells still fit."""
        filled = [f for f in self._fields if row[f] and f not in ("ordinal", "code")]
        for word in (row["code"], _plain(row["title"])):
            for memo in self._known.get(word, ())[:_MOST_ALIKE]:
                changed = memo.changed(self._fields, row.cells)
                fits = sum(name not in changed for name in filled) * 2 >= len(filled)
                if fits and id(memo) not in self._taken:
                    self._taken.add(id(memo))
                    return memo
        return None


_MOST_ALIKE = 50
"""Rows of one code or title that are looked at."""


def _plain(text: str) -> str:
    return " ".join(text.split())


class Copies(Struct):
    """All copies of all cells, and what each says once edits have been carried over."""

    remarks: list[Remark] = field(default_factory=list)

    def carried(self, rows: Sequence[tuple[Seen, Meant]]) -> Iterator[OwnRow]:
        """Yield the rows with every edit carried over to the copies of its cell."""
        edits: dict[tuple[str, str, str], tuple[str, OwnRow]] = {}
        for seen, meant in rows:
            if seen.row.sheet.kind == SUCCESSIONS:
                continue
            for name in sorted(seen.changed - _OF_THE_ROW):
                self._edit(edits, _copy_of(name, seen.row, meant), seen.row)
        for seen, meant in rows:
            yield _with_edits(seen.row, meant, edits)

    def _edit(
        self,
        edits: dict[tuple[str, str, str], tuple[str, OwnRow]],
        copy: tuple[str, str, str],
        row: OwnRow,
    ) -> None:
        name, key, _place = copy
        text = row[name]
        known, first = edits.setdefault(copy, (text, row))
        if _plain(known) == _plain(text):
            return
        message = _(
            "{item}: {field} was changed to {known} on sheet {sheet}, row {row}, and to {text} "
            "here; the former is taken",
            item=first["title"] or row["title"] or key,
            field=field_name(name),
            known=known or "—",
            sheet=first.where.sheet,
            row=first.where.row,
            text=text or "—",
        )
        self.remarks.append(Remark(row.where, message))


def _copy_of(name: str, row: OwnRow, meant: Meant) -> tuple[str, str, str]:
    """Return what all copies of a cell have in common."""
    place = meant.memo.system if meant.memo is not None else row.sheet.system
    return name, meant.key, place if name in _AT_A_PLACE else ""


def _with_edits(
    row: OwnRow, meant: Meant, edits: Mapping[tuple[str, str, str], tuple[str, OwnRow]]
) -> OwnRow:
    if row.sheet.kind == SUCCESSIONS:
        return row
    found = ((name, edits.get(_copy_of(name, row, meant))) for name in row.cells)
    said = {name: edit[0] for name, edit in found if edit is not None}
    return replace(row, cells={**row.cells, **said}) if said else row

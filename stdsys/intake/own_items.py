"""Which item a row of an exported workbook is about."""

from collections.abc import Container, Iterable, Mapping

from msgspec import Struct, field

from stdsys.intake.hidden_sheet import (
    DOCUMENT,
    PLAN,
    STANDARD,
    UNNUMBERED,
    HiddenSheet,
    ItemMemo,
)
from stdsys.intake.ledger import keyed
from stdsys.model.catalogue import read_number

_TITLE, _NUMBER = "title", "number"


class Meant(Struct, frozen=True):
    """The item of a row; `memo` is what the export knew of it at this place, if anything."""

    kind: str
    key: str
    number: str | None
    memo: ItemMemo | None = None


class Named(Struct, frozen=True):
    """How a row names its item. `main` tells whether it is a row of a main sheet, if that is known.

    `numbered` says that the sheet has no column of numbers, so that the title may be of any item.
    """

    number: str
    title: str
    code: str = ""
    system: str | None = None
    main: bool | None = None
    numbered: bool = False


class OwnItems(Struct):
    """Finds items by the number, title and code of a row."""

    hidden: HiddenSheet
    _by_number: Mapping[str, list[ItemMemo]] = field(default_factory=dict)
    _by_title: Mapping[str, list[ItemMemo]] = field(default_factory=dict)
    _by_code: Mapping[str, list[ItemMemo]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        items = self.hidden.items
        self._by_number = _grouped((memo.cells.get(_NUMBER, ""), memo) for memo in items)
        self._by_title = _grouped((memo.cells.get(_TITLE, ""), memo) for memo in items)
        self._by_code = _grouped((memo.code, memo) for memo in items if memo.system)

    def meant(self, row: Named, entered: Container[tuple[str, str]] = ()) -> Meant | None:
        """Return what a row is about; None for a row that names nothing.

        A row that the export did not hold is a new standard, or a planned one where it has no
        number. Of items that bear one title those are meant that no row before was about.
        """
        memo = self._memo(row, entered)
        if memo is not None:
            return Meant(memo.kind, memo.key, _number_of(memo), memo)
        if row.number:
            read = read_number(row.number)
            return Meant(STANDARD, read.edition_key if read else row.number, row.number)
        return Meant(PLAN, keyed("planned", row.title), None) if row.title else None

    def _memo(self, row: Named, entered: Container[tuple[str, str]]) -> ItemMemo | None:
        if row.number:
            found = self._by_number.get(row.number, [])
        elif row.title:
            found = self._by_title.get(row.title, [])
        else:
            found = self._by_code.get(row.code, []) if row.code else []

        def likeness(memo: ItemMemo) -> tuple[bool, ...]:
            return (
                row.main is None or bool(memo.main) == row.main,
                memo.system == (row.system or memo.system),
                memo.code == row.code,
                memo.cells.get(_TITLE, "") == row.title,
                row.numbered or not memo.cells.get(_NUMBER),
                (memo.system, memo.key) not in entered,
            )

        return max(found, key=likeness, default=None)


def _number_of(memo: ItemMemo) -> str | None:
    if memo.kind in (UNNUMBERED, PLAN):
        return None
    return memo.cells.get(_NUMBER) if memo.kind == DOCUMENT else memo.key


def _grouped(pairs: Iterable[tuple[str, ItemMemo]]) -> Mapping[str, list[ItemMemo]]:
    groups: dict[str, list[ItemMemo]] = {}
    for key, memo in pairs:
        if key:
            groups.setdefault(key, []).append(memo)
    return groups

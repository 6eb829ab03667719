"""A workbook that stdsys exported → drafts: the same standards, entries, places and plans.

What its visible cells say decides: rows that are gone are gone, cells that were typed over have
changed. The hidden sheet tells how to read them and adds what no column holds.
"""

from collections.abc import Iterable, Mapping, Sequence

from stdsys.intake.drafts import (
    AccountedRow,
    EntryDraft,
    Intake,
    Remark,
    RowOutcome,
    SystemDraft,
    Value,
    Where,
)
from stdsys.intake.field_names import field_name
from stdsys.intake.grids import Grid
from stdsys.intake.hidden_sheet import (
    DOCUMENT,
    OBSOLETE,
    OTHER,
    PLAN,
    PLANNED,
    SHEET_NAME,
    STANDARD,
    SUCCESSIONS,
    SYSTEM,
    TOTAL,
    HiddenSheet,
    ItemMemo,
    from_rows,
)
from stdsys.intake.own_cells import Facts, OwnCells
from stdsys.intake.own_facts import OwnFacts
from stdsys.intake.own_gathered import Gathered
from stdsys.intake.own_items import Meant, Named, OwnItems
from stdsys.intake.own_notes import finish
from stdsys.intake.own_replacements import state_replacements
from stdsys.intake.own_rows import OwnRows, Told
from stdsys.intake.own_sheets import OwnRow, OwnSheet, own_sheet
from stdsys.intake.own_trees import OwnTree, axis_values, system_fields
from stdsys.messages import Text, _

_ORDER = (SYSTEM, TOTAL, PLANNED, OBSOLETE, OTHER, SUCCESSIONS)


def hidden_sheet_of(grids: Iterable[Grid]) -> HiddenSheet | None:
    """Return what a workbook knows of itself, if stdsys exported it."""
    grid = next((grid for grid in grids if grid.sheet == SHEET_NAME), None)
    return from_rows(grid.rows) if grid is not None else None


def read_own(grids: Sequence[Grid], hidden: HiddenSheet) -> Intake:
    """Return the drafts of an exported workbook; every row of its visible sheets is accounted."""
    memos = {memo.tab: memo for memo in hidden.sheets}
    sheets = [own_sheet(g, memos.get(g.sheet)) for g in grids if g.sheet != SHEET_NAME]
    return _Reading(hidden, sheets).run(tuple(dict.fromkeys(grid.file for grid in grids)))


class _Reading:
    def __init__(self, hidden: HiddenSheet, sheets: Sequence[OwnSheet]) -> None:
        self._hidden = hidden
        self._cells = OwnCells(hidden)
        self._items = OwnItems(hidden)
        self._found: dict[str, Gathered] = {}
        self._seen_beside: set[str] = set()
        self._entries: dict[str, list[EntryDraft]] = {system.key: [] for system in hidden.systems}
        self._entered: set[tuple[str, str]] = set()
        self._fields: dict[tuple[str, str], Facts] = {}
        self._uses = {system.key: system.uses for system in hidden.systems}
        self._system_ids = {system.name: system.key for system in hidden.systems}
        self._trees = {s.key: OwnTree(s.key, hidden.nodes, hidden.leads) for s in hidden.systems}
        self._said: list[Remark] = []
        self._facts = OwnFacts(self._cells, hidden, self._said)
        self._refused: dict[Where, Text] = {}
        self._sheets = sheets

    def run(self, files: tuple[str, ...]) -> Intake:
        rank = {kind: index for index, kind in enumerate(_ORDER)}
        ordered = sorted(self._sheets, key=lambda sheet: rank.get(sheet.memo.kind, len(rank)))
        rows = OwnRows(self._hidden, self._is_shared, self._system_ids)
        # Sheets of the systems come first: what stands there is entered there.
        for told in rows.told(ordered):
            self._row(told)
        self._refused |= rows.refused
        self._said += rows.remarks
        self._remembered()
        state_replacements(self._found, self._hidden.links)
        items = tuple(self._found.values())
        for item in items:
            finish(item, self._hidden, self._fields)
        return Intake(
            files=files,
            tables=tuple(table for sheet in self._sheets if (table := sheet.table)),
            rows=tuple(self._accounted()),
            remarks=tuple(self._said),
            standards=tuple(i.standard for i in items if i.meant.kind not in (PLAN, DOCUMENT)),
            planned=tuple(i.plan for i in items if i.meant.kind == PLAN),
            documents=tuple(i.document for i in items if i.meant.kind == DOCUMENT),
            systems=tuple(
                SystemDraft(
                    system.key,
                    system.name,
                    self._trees[system.key].nodes,
                    tuple(self._entries[system.key]),
                    system_fields(system, order, self._hidden.leads),
                )
                for order, system in enumerate(self._hidden.systems, 1)
            ),
            stages=axis_values(self._hidden, "stages"),
            aspects=axis_values(self._hidden, "aspects"),
            title=self._hidden.title or None,
            exported=frozenset(self._exported()),
        )

    def _exported(self) -> Iterable[str]:
        """Yield the systems whose sheet is still there; without any sheet of a system, all."""
        shown = {memo.system for memo in self._hidden.sheets if memo.kind == SYSTEM}
        there = {sheet.memo.system for sheet in self._sheets if sheet.memo.kind == SYSTEM}
        return (key for key in self._entries if key in there or key not in shown)

    def _accounted(self) -> Iterable[AccountedRow]:
        for sheet in self._sheets:
            for row in sheet.accounted:
                reason = self._refused.get(row.where)
                if reason is None:
                    yield row
                else:
                    yield AccountedRow(row.where, RowOutcome.NOT_UNDERSTOOD, row.cells, reason)

    def _row(self, told: Told) -> None:
        row, meant = told.row, told.meant
        kind = row.sheet.kind
        item = self._item(meant)
        if told.edited:
            item.where.insert(0, row.where)
        else:
            item.where.append(row.where)
        if kind == SUCCESSIONS:
            self._succession(row, item)
            return
        if kind in (PLANNED, OBSOLETE, OTHER):
            self._seen_beside.add(meant.key)
        memo = meant.memo
        self._take(item, self._facts.of(told, item), row)
        if row.has("replaces") and item.replaces is None:
            item.replaces = self._cells.listed(row["replaces"])
        if row.has("replaced-by") and item.replaced_by is None:
            item.replaced_by = self._cells.listed(row["replaced-by"])
        if row.has("remarks") and kind not in (SYSTEM, TOTAL):
            place, derived = (memo.system, memo.derived) if memo else ("", "")
            own = self._cells.own_remarks(row["remarks"], derived)
            item.remarks.setdefault(place, own)
        if kind == SYSTEM and not self._is_shared(row, memo):
            self._enter(row.sheet.system, item, row, memo)
        elif kind in (TOTAL, PLANNED, OTHER) and (memo is None or "systems" in told.changed_fields):
            self._enter_named(item, row, memo)

    def _enter_named(self, item: Gathered, row: OwnRow, memo: ItemMemo | None) -> None:
        """Enter what somebody has added to a sheet of all systems in those that its row names."""
        names = self._cells.listed(row["systems"])
        known = [self._system_ids[name] for name in names if name in self._system_ids]
        if not names and memo is None and len(self._system_ids) == 1:
            known = list(self._system_ids.values())
        strange = tuple(name for name in names if name not in self._system_ids)
        if strange or not (known or memo):
            message = _(
                "{item}: no system of the workbook is named {names}; it stands in none by this row",
                item=row["title"] or row["number"],
                names=strange or "—",
            )
            self._said.append(Remark(row.where, message))
        for system in known:
            self._enter(system, item, row, None)

    def _is_shared(self, row: OwnRow, memo: ItemMemo | None) -> bool:
        """Whether a row of a system's sheet belongs to a base that the system uses."""
        word = self._cells.word("origin", row["origin"])
        if word is not None or memo is None:
            return word == "shared"
        return memo.system in self._uses[row.sheet.system]

    def _item(self, meant: Meant) -> Gathered:
        item = self._found.setdefault(meant.key, Gathered(meant))
        if meant.memo is not None and meant.memo not in item.memos[-1:]:
            item.memos.append(meant.memo)
        return item

    def _take(self, item: Gathered, facts: Mapping[str, Value], row: OwnRow) -> None:
        for name, value in facts.items():
            known = item.facts.setdefault(name, value)
            if known != value:
                message = _(
                    "{field} of {item} is said differently in another sheet; the first is taken",
                    field=field_name(name),
                    item=item.meant.key,
                )
                self._said.append(Remark(row.where, message))

    def _enter(self, system: str, item: Gathered, row: OwnRow, memo: ItemMemo | None) -> None:
        key = item.meant.key
        if system not in self._entries or (system, key) in self._entered:
            return
        here = memo if memo is not None and memo.system == system else None
        tree = self._trees[system]
        code = row["code"] or (here.code if here else "")
        node = tree.node_of(row["code"], row["subsystem"], here)
        fields: Facts = {"code": code} if code else {}
        for name in ("kind", "stages", "aspects"):
            if row[name]:
                plural = "kinds" if name == "kind" else name
                fields[plural] = self._cells.values(name, row[name])
        if row.has("remarks"):
            derived = here.derived if here else ""
            item.remarks[system] = self._cells.own_remarks(row["remarks"], derived)
        self._add_entry(system, key, node, fields, row.where)

    def _succession(self, row: OwnRow, item: Gathered) -> None:
        """Take in the successor; which replaces which is said by the links."""
        meant = self._items.meant(Named(row["successor-number"], row["successor-title"]))
        if meant is None:
            return
        self._seen_beside.add(meant.key)
        successor = self._item(meant)
        facts: Facts = {"title": row["successor-title"]} if row["successor-title"] else {}
        if row["effective"]:
            facts |= self._cells.facts({"effective": row["effective"]}, None)[0]
        if meant.kind != PLAN:
            self._take(successor, facts, row)
        if meant.memo is None and item.meant.kind not in (PLAN, DOCUMENT):
            item.facts["replaced_by"] = (row["successor-number"],)

    def _remembered(self) -> None:
        """Add what no sheet shows in a row of its own, as long as something visible rests on it."""
        kinds = {sheet.memo.kind for sheet in self._sheets}
        own_sheets = {sheet.memo.system for sheet in self._sheets if sheet.memo.kind == SYSTEM}
        apart = bool(kinds & {PLANNED, OBSOLETE, OTHER, SUCCESSIONS})
        for memo in self._hidden.items:
            known = self._found.get(memo.key)
            if memo.main:
                shown = known is not None and memo.system not in own_sheets
            else:
                shown = memo.key in self._seen_beside or not apart
            if known is None and memo.system and not shown:
                continue
            where = known.where[0] if known and known.where else Where("", SHEET_NAME, 1)
            item = known or self._item(Meant(memo.kind, memo.key, _number(memo), memo))
            self._fill(item, memo)
            if shown and memo.system in self._entries:
                self._enter_remembered(memo, item, where)

    def _fill(self, item: Gathered, memo: ItemMemo) -> None:
        if memo not in item.memos:
            item.memos.append(memo)
        number = item.meant.number if memo.kind != DOCUMENT else None
        facts = self._cells.facts(memo.cells, number)[0]
        for name, value in facts.items():
            item.facts.setdefault(name, value)

    def _enter_remembered(self, memo: ItemMemo, item: Gathered, where: Where) -> None:
        if (memo.system, memo.key) in self._entered:
            return
        fields: Facts = {"code": memo.code} if memo.code else {}
        for name in ("kind", "stages", "aspects"):
            if text := memo.cells.get(name, ""):
                plural = "kinds" if name == "kind" else name
                fields[plural] = self._cells.values(name, text)
        if remarks := memo.cells.get("remarks", ""):
            own = self._cells.own_remarks(remarks, memo.derived)
            item.remarks.setdefault(memo.system, own)
        self._add_entry(memo.system, memo.key, memo.node or None, fields, where)

    def _add_entry(
        self, system: str, key: str, node: str | None, fields: Facts, where: Where
    ) -> None:
        self._entered.add((system, key))
        self._fields[system, key] = fields
        self._entries[system].append(EntryDraft(key, node, fields, where))


def _number(memo: ItemMemo) -> str | None:
    return memo.key if memo.kind == STANDARD else None

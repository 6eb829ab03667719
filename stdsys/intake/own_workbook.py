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
from stdsys.intake.own_gathered import Gathered
from stdsys.intake.own_items import Meant, Named, OwnItems
from stdsys.intake.own_replacements import state_replacements
from stdsys.intake.own_sheets import OwnRow, OwnSheet, own_sheet
from stdsys.intake.own_trees import OwnTree, axis_values, system_fields
from stdsys.messages import Text, _

_ORDER = (SYSTEM, TOTAL, PLANNED, OBSOLETE, OTHER, SUCCESSIONS)
_NOTHING_NAMED = _("neither number nor title")


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
        self._trees = {s.key: OwnTree(s.key, hidden.nodes) for s in hidden.systems}
        self._said: list[Remark] = []
        self._refused: dict[Where, Text] = {}
        self._sheets = sheets

    def run(self, files: tuple[str, ...]) -> Intake:
        rank = {kind: index for index, kind in enumerate(_ORDER)}
        ordered = sorted(self._sheets, key=lambda sheet: rank.get(sheet.memo.kind, len(rank)))
        for sheet in ordered:
            for row in sheet.rows:
                self._row(row)
        self._remembered()
        state_replacements(self._found, self._hidden.links)
        items = tuple(self._found.values())
        for item in items:
            self._finish(item)
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
                    system_fields(system, order),
                )
                for order, system in enumerate(self._hidden.systems, 1)
            ),
            stages=axis_values(self._hidden, "stages"),
            aspects=axis_values(self._hidden, "aspects"),
            title=self._hidden.title or None,
        )

    def _accounted(self) -> Iterable[AccountedRow]:
        for sheet in self._sheets:
            for row in sheet.accounted:
                reason = self._refused.get(row.where)
                if reason is None:
                    yield row
                else:
                    yield AccountedRow(row.where, RowOutcome.NOT_UNDERSTOOD, row.cells, reason)

    def _row(self, row: OwnRow) -> None:
        kind = row.sheet.kind
        system = row.sheet.system if kind == SYSTEM else self._system_ids.get(row["system"])
        main = {SYSTEM: True, TOTAL: True, OBSOLETE: False, OTHER: False}.get(kind)
        named = Named(row["number"], row["title"], row["code"], system, main, not row.has("number"))
        meant = self._items.meant(named, self._entered)
        if meant is None:
            self._refused[row.where] = _NOTHING_NAMED
            return
        item = self._item(meant)
        item.where.append(row.where)
        if kind == SUCCESSIONS:
            self._succession(row, item)
            return
        if kind in (PLANNED, OBSOLETE, OTHER):
            self._seen_beside.add(meant.key)
        memo = meant.memo
        self._take(item, self._facts(row, meant), row)
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

    def _facts(self, row: OwnRow, meant: Meant) -> Facts:
        item = self._found[meant.key]
        cells = row.cells
        facts, left = self._cells.facts(cells, meant.number if meant.kind != DOCUMENT else None)
        if meant.kind == PLAN:
            facts |= self._cells.planned_facts(cells)
            self._needs(row, facts)
        elif meant.kind == DOCUMENT:
            kind = self._cells.word("document", row["kind"]) if row.sheet.kind == OTHER else None
            facts |= {"kind": kind} if kind else {}
            facts |= {"reference": row["number"]} if row["number"] else {}
        elif row["status"]:
            word = self._cells.word("status", row["status"])
            if word is None:
                left.append(("status", row["status"]))
            elif meant.memo is not None or not self._cells.is_presumed(row["verification"]):
                item.statuses.append(word)
        heads = dict(row.sheet.columns)
        item.notes += [_note(heads.get(name, name), text) for name, text in left]
        item.notes += [_note(head, text) for head, text in row.more]
        return facts

    def _needs(self, row: OwnRow, facts: Facts) -> None:
        """Name what a planned standard needs by its id where it is planned itself."""
        if needs := self._cells.listed(row["needs"]):
            plans = {m.cells.get("title"): m.key for m in self._hidden.items if m.kind == PLAN}
            whole = plans.get(row["needs"])
            facts["needs"] = (whole,) if whole else tuple(plans.get(one, one) for one in needs)

    def _take(self, item: Gathered, facts: Mapping[str, Value], row: OwnRow) -> None:
        for name, value in facts.items():
            known = item.facts.setdefault(name, value)
            if known != value:
                message = _(
                    "{field} of {item} is said differently in another sheet; the first is taken",
                    field=name,
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

    def _finish(self, item: Gathered) -> None:
        """State what depends on all sheets together: the status, and whose the remarks are."""
        if item.meant.kind not in (PLAN, DOCUMENT) and item.status:
            item.facts["status"] = item.status
        shared = item.remarks_of_record(item.meant.kind == PLAN)
        for system, text in item.remarks.items():
            own = text.removesuffix(shared).rstrip(self._hidden.semicolon) if shared else text
            fields = self._fields.get((system, item.meant.key))
            if own and fields is not None:
                fields["notes"] = own
            elif own and not shared:
                shared = own
        notes = list(dict.fromkeys(note for note in (shared, *item.notes) if note))
        if notes:
            item.facts["notes"] = self._hidden.semicolon.join(notes)


def _number(memo: ItemMemo) -> str | None:
    return memo.key if memo.kind == STANDARD else None


def _note(head: str, text: str) -> str:
    return f"原表“{head}”：{text}"

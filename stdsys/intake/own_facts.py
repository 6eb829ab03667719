"""The facts that a row of an exported workbook states of its item."""

from msgspec import Struct

from stdsys.intake.cells_words import workflow_of
from stdsys.intake.drafts import Remark
from stdsys.intake.format_words import DOCUMENT_KINDS, WORKFLOW
from stdsys.intake.hidden_sheet import DOCUMENT, OTHER, PLAN, HiddenSheet
from stdsys.intake.own_cells import Facts, OwnCells
from stdsys.intake.own_gathered import Gathered
from stdsys.intake.own_rows import Told
from stdsys.intake.own_sheets import OwnRow
from stdsys.messages import Text, _


class OwnFacts(Struct, frozen=True):
    """Reads the cells of rows; what a person should look at is added to `said`."""

    _cells: OwnCells
    _hidden: HiddenSheet
    _said: list[Remark]

    def of(self, told: Told, item: Gathered) -> Facts:
        """Return the facts of a row; status and further notes go to its item."""
        row, meant = told.row, told.meant
        cells = told.stated
        facts, left = self._cells.facts(cells, meant.number if meant.kind != DOCUMENT else None)
        if meant.kind == PLAN:
            facts |= self._cells.planned_facts(cells)
            self._needs(row, facts)
            typed = workflow_of(row["status"]) if "status" in told.changed_fields else None
            if typed is not None:
                facts["workflow"] = WORKFLOW[typed]
        elif meant.kind == DOCUMENT:
            kind = self._cells.word("document", row["kind"]) if row.sheet.kind == OTHER else None
            facts |= {"kind": DOCUMENT_KINDS.get(kind, kind)} if kind else {}
            facts |= {"reference": row["number"]} if row["number"] else {}
        elif row["status"]:
            word = self._cells.word("status", row["status"])
            if word is None:
                left.append(("status", row["status"]))
                item.statuses.append("unknown")
                self._said.append(Remark(row.where, _no_status(row["status"])))
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


def _note(head: str, text: str) -> str:
    return f"原表“{head}”：{text}"


def _no_status(text: str) -> Text:
    return _(
        "{text} is no status of a standard that is known; the status is unknown, the word is kept "
        "in the notes",
        text=text,
    )

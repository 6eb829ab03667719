"""标准制修订计划表: the planned standards in the order of drafting, who makes them and when."""

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import Row, distinct
from stdsys.analysis.drafting.order import Step
from stdsys.messages import Text, _
from stdsys.model.items import Item
from stdsys.output.documents.document import Block, Document, Tabulated, paragraph
from stdsys.output.documents.phrases import ORDINAL, day_in_words
from stdsys.output.tables import words
from stdsys.output.tables.headings import name_of_whole, sheet_of, subtitle
from stdsys.output.tables.order import LATE, unverified
from stdsys.output.tables.order_words import OrderWords
from stdsys.output.tables.responsibility import Responsibility
from stdsys.output.tables.row_cells import RowCells
from stdsys.output.tables.table import Cell, Column, Kind, Sentences, Table, Workbook

NAME = _("Plan of standards to be drafted and revised")
STEM = "标准制修订计划表"

HOW_ORDERED = _(
    "They stand in the proposed order: what others need comes first, then what is urgent, key "
    "projects, new fields, and the earlier due date."
)
"""What the order of the plan means."""

_COLUMNS = (
    ORDINAL,
    Column("title", _("Title of standard")),
    Column("level", _("Appropriate level"), Kind.WORD),
    Column("urgency", _("Urgency"), Kind.WORD),
    Column("lead", _("Lead unit")),
    Column("support", _("Supporting units")),
    Column("due", _("Due"), Kind.DATE),
    Column("workflow", _("Stage of work"), Kind.WORD),
    Column("replaces", _("Replaces or upgrades")),
    Column("needs", _("Standards needed")),
    Column("remarks", _("Remarks")),
)


def plan_document(analysis: Analysis) -> Document:
    """Return the plan as a document on pages turned sideways."""
    blocks: tuple[Block, ...]
    if analysis.drafting_order.steps:
        blocks = (Tabulated(plan_table(analysis)),)
    else:
        none = _("No standard is planned; enter what is to be drafted with the key planned.")
        blocks = (*paragraph(none),)
    return Document(
        "plan",
        STEM,
        _("{name}: plan of standards to be drafted and revised", name=name_of_whole(analysis)),
        (_("(as of {day})", day=day_in_words(analysis.as_of)),),
        blocks,
        analysis.as_of,
        analysis.workspace.record.unit,
        landscape=True,
    )


def plan_workbook(analysis: Analysis) -> Workbook:
    """Return the plan as a workbook."""
    table = plan_table(analysis)
    bare = Table(table.key, table.columns, table.rows, notes=(HOW_ORDERED,))
    sheet = sheet_of(analysis, NAME, bare, unverified(analysis))
    return Workbook("plan", STEM, NAME, (sheet,), analysis.as_of)


def plan_table(analysis: Analysis) -> Table:
    """Return a row a planned standard, in the order of drafting."""
    said, cells = OrderWords(analysis), RowCells(analysis)
    responsibility = Responsibility.of(analysis)
    rows = {row.item: row for row in distinct(analysis.rows.placements())}
    late = {timing.key for timing in analysis.critical_path.late}
    body = tuple(
        (ordinal, *_cells(step, rows, said, cells, responsibility, late=step.key in late))
        for ordinal, step in enumerate(analysis.drafting_order.steps, 1)
    )
    notes = (subtitle(analysis, unverified(analysis)), HOW_ORDERED)
    return Table("plan", _COLUMNS, body, caption=NAME, notes=notes)


def _cells(
    step: Step,
    rows: dict[Item, Row],
    said: OrderWords,
    cells: RowCells,
    responsibility: Responsibility,
    *,
    late: bool,
) -> tuple[Cell, ...]:
    facts, workspace = step.planned.facts, cells.workspace
    row = rows[step.planned]
    turned: list[Text] = [_("replaces {number}", number=old.number) for old in facts.replaces]
    turned += [_("upgrades {number}", number=old) for old in facts.upgrades]
    return (
        step.planned.title,
        words.level_word(step.planned.level),
        words.URGENCY[facts.urgency] if facts.urgency else None,
        responsibility.leads_of(step.key) or None,
        tuple(map(workspace.name_of, facts.support)) or None,
        facts.due,
        words.WORKFLOW[facts.workflow] if facts.workflow else cells.status(row),
        Sentences(tuple(turned)) if turned else None,
        Sentences(tuple(map(said.need, step.needs))) if step.needs else None,
        _remarks(cells.remarks(row), late=late),
    )


def _remarks(remarks: Cell, *, late: bool) -> Cell:
    """Return the remarks; what can't be in time says so first."""
    parts = remarks.parts if isinstance(remarks, Sentences) else ()
    said = (LATE.text, *parts) if late else parts
    return Sentences(said) if said else None

"""标准制定明细表: the standards to be made, with who makes them and until when."""

from stdsys.analysis.counting.rows import Row, distinct
from stdsys.messages import _
from stdsys.model.items import PlannedStandard
from stdsys.output.tables import words
from stdsys.output.tables.headings import doubtful, sheet_of
from stdsys.output.tables.responsibility import Responsibility
from stdsys.output.tables.row_cells import RowCells
from stdsys.output.tables.table import Cell, Column, Kind, Sheet, Table

_COLUMNS = (
    Column("ordinal", _("No."), Kind.COUNT),
    Column("code", _("System code"), Kind.NUMBER),
    Column("systems", _("Systems")),
    Column("subsystem", _("Subsystem")),
    Column("title", _("Title of planned standard")),
    Column("level", _("Appropriate level"), Kind.WORD),
    Column("urgency", _("Urgency"), Kind.WORD),
    Column("workflow", _("Stage of work"), Kind.WORD),
    Column("due", _("Due"), Kind.DATE),
    Column("lead", _("Lead unit")),
    Column("support", _("Supporting units")),
    Column("needs", _("Needs first")),
    Column("replaces", _("Replaces"), Kind.NUMBER),
    Column("upgrades", _("Upgrades"), Kind.NUMBER),
    Column("verification", _("Verification")),
    Column("remarks", _("Remarks")),
)


def planned_sheet(cells: RowCells, responsibility: Responsibility) -> Sheet:
    """Return every planned standard once, revisions of what is in force included."""
    analysis = cells.analysis
    placements = analysis.rows.placements()
    rows = distinct(row for row in placements if isinstance(row.item, PlannedStandard))
    body = tuple(
        (ordinal, *_cells(row, row.item, cells, responsibility))
        for ordinal, row in enumerate(rows, 1)
        if isinstance(row.item, PlannedStandard)
    )
    name = _("Standards to be made")
    return sheet_of(analysis, name, Table("planned", _COLUMNS, body), doubtful(rows))


def _cells(
    row: Row, item: PlannedStandard, cells: RowCells, responsibility: Responsibility
) -> tuple[Cell, ...]:
    facts, workspace = item.facts, cells.workspace
    return (
        cells.code(row),
        cells.systems(row),
        cells.subsystem(row),
        item.title,
        cells.level(row),
        cells.urgency(row),
        words.WORKFLOW[facts.workflow] if facts.workflow else cells.status(row),
        facts.due,
        responsibility.leads_of(item.key) or None,
        tuple(workspace.name_of(unit) for unit in facts.support) or None,
        tuple(_named(needed, cells) for needed in facts.needs) or None,
        cells.replaces(row),
        facts.upgrades or None,
        cells.verification(row),
        cells.remarks(row),
    )


def _named(needed: str, cells: RowCells) -> str:
    """Return the title of a planned standard that is needed; a number stays a number."""
    planned = cells.workspace.planned.get(needed)
    return planned.title if planned else needed

"""标准更替提示 and 已废止和被代替标准: what changes, what has changed, and what takes its place."""

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import Row, RowClass
from stdsys.messages import Text, _
from stdsys.model.items import Document, Edition
from stdsys.model.partial_date import PartialDate
from stdsys.model.status import Status
from stdsys.output.tables import words
from stdsys.output.tables.headings import doubtful, sheet_of
from stdsys.output.tables.row_cells import RowCells, number_of
from stdsys.output.tables.succession_notes import Turn, live_successor
from stdsys.output.tables.table import Cell, Column, Kind, Sheet, Table, Tone, Word

_TURNS = {
    Turn.COMING: Word(_("about to be replaced"), Tone.COMING),
    Turn.PLANNED: Word(_("revision planned"), Tone.PLANNED),
    Turn.LATELY: Word(_("replaced within a year"), Tone.STALE),
}

_SUCCESSION_COLUMNS = (
    Column("ordinal", _("No."), Kind.COUNT),
    Column("turn", _("Situation"), Kind.WORD),
    Column("number", _("Standard number"), Kind.NUMBER),
    Column("title", _("Title of standard")),
    Column("successor-number", _("Number of successor"), Kind.NUMBER),
    Column("successor-title", _("Title of successor")),
    Column("effective", _("Successor effective"), Kind.DATE),
    Column("placed", _("Successor listed"), Kind.WORD),
    Column("note", _("Notice")),
    Column("systems", _("Systems")),
)

_OBSOLETE_COLUMNS = (
    Column("ordinal", _("No."), Kind.COUNT),
    Column("code", _("System code"), Kind.NUMBER),
    Column("system", _("System")),
    Column("subsystem", _("Subsystem")),
    Column("number", _("Standard number"), Kind.NUMBER),
    Column("title", _("Title of standard")),
    Column("status", _("Status"), Kind.WORD),
    Column("since", _("Obsolete since"), Kind.DATE),
    Column("successor-number", _("Number of successor"), Kind.NUMBER),
    Column("successor-title", _("Title of successor")),
    Column("placed", _("Successor listed"), Kind.WORD),
    Column("verification", _("Verification")),
    Column("remarks", _("Remarks")),
)


def successions_sheet(cells: RowCells) -> Sheet:
    """Return 标准更替提示: what is to be replaced, and what was replaced within a year."""
    analysis = cells.analysis
    placed = {row.item.key for row in analysis.rows.placements()}
    body = tuple(
        (
            ordinal,
            _TURNS[one.turn],
            number_of(one.row.item),
            one.row.item.title,
            number_of(one.successor),
            one.successor.title,
            one.effective,
            _yes_or_no(one.successor.key in placed),
            one.note,
            cells.systems(one.row),
        )
        for ordinal, one in enumerate(cells.successions, 1)
    )
    name = _("Successions of standards")
    table = Table("successions", _SUCCESSION_COLUMNS, body)
    return sheet_of(analysis, name, table, doubtful(one.row for one in cells.successions))


def obsolete_sheet(cells: RowCells) -> Sheet:
    """Return 已废止和被代替标准: every obsolete entry with the edition that is valid now.

    One row a place, since each system has to mend its own entry: `placed` tells whether that
    system, or a base it uses, lists the successor already.
    """
    analysis = cells.analysis
    systems = analysis.workspace.systems
    listed = {
        key: {entry.item.key for entry, _shared in analysis.workspace.visible(system)}
        for key, system in systems.items()
    }
    rows = [row for row in analysis.rows.placements() if row.cls is RowClass.O]
    body = []
    for ordinal, row in enumerate(rows, 1):
        successor = live_successor(analysis, row.item)
        body.append(
            (
                ordinal,
                row.code,
                systems[row.system].name,
                cells.subsystem(row),
                number_of(row.item),
                row.item.title,
                cells.status(row),
                _since(row, cells),
                *_successor_cells(row, successor, analysis),
                None if successor is None else _yes_or_no(successor.key in listed[row.system]),
                cells.verification(row),
                cells.remarks(row),
            )
        )
    name = _("Withdrawn, replaced standards")
    return sheet_of(
        analysis, name, Table("obsolete", _OBSOLETE_COLUMNS, tuple(body)), doubtful(rows)
    )


def _successor_cells(row: Row, successor: Edition | None, analysis: Analysis) -> tuple[Cell, Cell]:
    """Return number and title of the valid edition; else what is said to have replaced it."""
    if successor is not None:
        return number_of(successor), successor.title
    links = analysis.replacements.successors(row.item.key)
    return tuple(link.new for link in links) or None, None


def _since(row: Row, cells: RowCells) -> PartialDate | None:
    """Return since when it is obsolete: its withdrawal, else the day its successor took effect."""
    if isinstance(row.item, Document):
        return None
    if row.item.facts.withdrawn is not None:
        return row.item.facts.withdrawn
    if row.status.status is not Status.REPLACED or row.status.successor is None:
        return None
    successor = cells.workspace.editions.get(row.status.successor)
    return successor.facts.effective if successor else None


def _yes_or_no(fact: bool) -> Text:
    return words.YES if fact else words.NO

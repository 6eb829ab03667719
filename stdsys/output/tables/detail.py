"""标准明细表: all standards 总表, one sheet a system, and what is outside the five levels."""

from collections.abc import Iterable, Sequence

from stdsys.analysis.counting.rows import Row, distinct
from stdsys.messages import Text, _
from stdsys.model.items import Document
from stdsys.model.workspace import System
from stdsys.output.tables import words
from stdsys.output.tables.headings import doubtful, sheet_of, subtitle, title
from stdsys.output.tables.row_cells import RowCells, number_of
from stdsys.output.tables.table import Cell, Column, Kind, Sheet, Table
from stdsys.output.workbooks.profiles import ORIGIN, SYSTEMS, Field, Profile

DETAIL = _("Detail table of standards")


def total_sheet(cells: RowCells, profile: Profile) -> Sheet:
    """Return 总表: every item of 应有数 once, with the systems that it stands in.

    Where a system expects more than it lists, 应有数 exceeds the rows, and a note says so.
    """
    analysis = cells.analysis
    rows = [row for row in analysis.rows.region() if row.main]
    required = analysis.statistics.total.required
    notes = (_difference(required, len(rows)),) if required != len(rows) else ()
    return Sheet(
        "total",
        _("All standards"),
        title(analysis, profile.name or DETAIL),
        subtitle(analysis, doubtful(rows)),
        (_table("total", cells, _with(profile, SYSTEMS), rows, notes),),
    )


def system_sheet(cells: RowCells, profile: Profile, system: System) -> Sheet:
    """Return a system's sheet: its own rows, then those of the bases it uses, marked 共用."""
    analysis = cells.analysis
    rows = [row for row in analysis.rows.of(system.id, shared=True) if row.main]
    own = sum(not row.shared for row in rows)
    counted = _(
        "{own} of its own, and {shared} of shared bases, which are counted there",
        own=own,
        shared=len(rows) - own,
    )
    notes = [counted] if len(rows) > own else []
    required = analysis.statistics.systems[system.id].total.required
    if required != own:
        notes.append(_difference(required, own))
    return Sheet(
        f"system-{system.id}",
        system.name,
        title(analysis, profile.name or DETAIL, system),
        subtitle(analysis, doubtful(rows)),
        (_table(f"system-{system.id}", cells, _with(profile, ORIGIN), rows, tuple(notes)),),
    )


def _with(profile: Profile, last: Field) -> Sequence[Field]:
    """Return the columns, and the one that tells where a row belongs, unless it is among them."""
    keys = [field.column.key for field in profile.fields]
    return profile.fields if last.column.key in keys else (*profile.fields, last)


def other_sheet(cells: RowCells) -> Sheet:
    """Return what stands outside the five levels: metrology, foreign standards, laws, documents.

    They are listed and counted apart, never mixed into 应有数.
    """
    analysis = cells.analysis
    rows = distinct(row for row in analysis.rows.placements() if row.outside and row.listed)
    columns = (
        Column("ordinal", _("No."), Kind.COUNT),
        Column("code", _("System code"), Kind.NUMBER),
        Column("kind", _("Kind of document"), Kind.WORD),
        Column("number", _("Number"), Kind.NUMBER),
        Column("title", _("Title")),
        Column("issuer", _("Issuing body")),
        Column("issued", _("Issued"), Kind.DATE),
        Column("effective", _("Effective"), Kind.DATE),
        Column("status", _("Status"), Kind.WORD),
        Column("verification", _("Verification")),
        Column("remarks", _("Remarks")),
        Column("systems", _("Systems")),
    )
    body = tuple(
        (
            ordinal,
            row.code,
            _kind(row),
            number_of(row.item),
            row.item.title,
            cells.issuer(row),
            cells.issued(row),
            cells.effective(row),
            cells.status(row),
            cells.verification(row),
            cells.remarks(row),
            cells.systems(row),
        )
        for ordinal, row in enumerate(rows, 1)
    )
    name = _("Other documents")
    return sheet_of(analysis, name, Table("other", columns, body), doubtful(rows))


def _kind(row: Row) -> Cell:
    if not isinstance(row.item, Document):
        return _("technical document")
    kind = row.item.record.kind
    return words.DOCUMENT_KIND[kind] if kind else None


def _table(
    key: str,
    cells: RowCells,
    fields: Sequence[Field],
    rows: Iterable[Row],
    notes: tuple[Text, ...],
) -> Table:
    values = [field.value for field in fields]
    body = tuple(
        tuple(ordinal if value is None else value(cells, row) for value in values)
        for ordinal, row in enumerate(rows, 1)
    )
    return Table(key, tuple(field.column for field in fields), body, notes=notes)


def _difference(required: int, rows: int) -> Text:
    return _(
        "{rows} listed; {required} required, as systems expect more than they list yet",
        rows=rows,
        required=required,
    )

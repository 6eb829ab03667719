"""Column profiles of the detail tables: which columns, in which order.

`gbt13016` has the headings that GB/T 13016 recommends with dates, verification and remarks;
`simple` the four that many organisations export; `full` all that a manufacturer's export knows and
a workspace carries. No profile has a column for persons.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from stdsys.analysis.rows import Row
from stdsys.messages import Text, _
from stdsys.output.tables.row_cells import RowCells
from stdsys.output.tables.table import Cell, Column, Kind

Value: TypeAlias = Callable[[RowCells, Row], Cell]


@dataclass(frozen=True, slots=True)
class Field:
    """A column and where its cells come from; without `value` it numbers the rows."""

    column: Column
    value: Value | None


def _field(key: str, title: Text, value: Value | None, kind: Kind = Kind.TEXT) -> Field:
    return Field(Column(key, title, kind), value)


ORDINAL = _field("ordinal", _("No."), None, Kind.COUNT)
SYSTEMS = _field("systems", _("Systems"), RowCells.systems)
ORIGIN = _field("origin", _("Own or shared"), RowCells.origin, Kind.WORD)

_CODE = _field("code", _("System code"), RowCells.code, Kind.NUMBER)
_SUBSYSTEM = _field("subsystem", _("Subsystem"), RowCells.subsystem)
_TITLE = _field("title", _("Title of standard"), RowCells.title)
_NUMBER = _field("number", _("Standard number"), RowCells.number, Kind.NUMBER)
_CITED_NUMBER = _field("number", _("Number of standard cited"), RowCells.number, Kind.NUMBER)
_CUSTODIAN = _field("custodian", _("Custodian"), RowCells.custodian)
_URGENCY = _field("urgency", _("Urgency"), RowCells.urgency, Kind.WORD)
_LEVEL = _field("level", _("Appropriate level"), RowCells.level, Kind.WORD)
_STATUS = _field("status", _("Status"), RowCells.status, Kind.WORD)
_ISSUED = _field("issued", _("Issued"), RowCells.issued, Kind.DATE)
_EFFECTIVE = _field("effective", _("Effective"), RowCells.effective, Kind.DATE)
_VERIFICATION = _field("verification", _("Verification"), RowCells.verification)
_REMARKS = _field("remarks", _("Remarks"), RowCells.remarks)

DEFAULT_PROFILE = "gbt13016"

PROFILES: Mapping[str, tuple[Field, ...]] = {
    DEFAULT_PROFILE: (
        ORDINAL,
        _CODE,
        _SUBSYSTEM,
        _TITLE,
        _CITED_NUMBER,
        _CUSTODIAN,
        _URGENCY,
        _LEVEL,
        _STATUS,
        _ISSUED,
        _EFFECTIVE,
        _VERIFICATION,
        _REMARKS,
    ),
    "simple": (ORDINAL, _TITLE, _NUMBER, _CUSTODIAN),
    "full": (
        ORDINAL,
        _CODE,
        _SUBSYSTEM,
        _field("kind", _("Kind of standard"), RowCells.kind, Kind.WORD),
        _NUMBER,
        _TITLE,
        _field("title-en", _("English title"), RowCells.title_en),
        _LEVEL,
        _URGENCY,
        _CUSTODIAN,
        _field("issuer", _("Issuing body"), RowCells.issuer),
        _field("drafting-units", _("Drafting units"), RowCells.drafting_units),
        _field("classification", _("ICS and CCS"), RowCells.classification),
        _field("adopts", _("Number adopted"), RowCells.adopts, Kind.NUMBER),
        _field("degree", _("Degree of correspondence"), RowCells.degree, Kind.WORD),
        _field("replaces", _("Replaces"), RowCells.replaces, Kind.NUMBER),
        _field("replaced-by", _("Replaced by"), RowCells.replaced_by, Kind.NUMBER),
        _STATUS,
        _ISSUED,
        _EFFECTIVE,
        _field("withdrawn", _("Withdrawn"), RowCells.withdrawn, Kind.DATE),
        _VERIFICATION,
        _REMARKS,
    ),
}
"""Profiles by name."""

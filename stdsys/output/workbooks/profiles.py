"""Column profiles of the detail tables: which columns, in which order.

`gbt13016` has the headings that GB/T 13016 recommends with dates, verification and remarks;
`simple` the four that many organisations export; `full` all that a manufacturer's export knows and
a workspace carries. A workspace may have profiles of its own, of the same fields. No profile has a
column for persons.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from stdsys.analysis.counting.rows import Row
from stdsys.messages import Text, _
from stdsys.model.profile_record import ProfileColumn
from stdsys.model.workspace import Workspace
from stdsys.output.tables import further_cells
from stdsys.output.tables.row_cells import RowCells
from stdsys.output.tables.table import Cell, Column, Kind

Value: TypeAlias = Callable[[RowCells, Row], Cell]


class Field(Struct, frozen=True):
    """A column and where its cells come from; without `value` it numbers the rows."""

    column: Column
    value: Value | None


def _field(key: str, title: Text, value: Value | None, kind: Kind = Kind.TEXT) -> Field:
    return Field(Column(key, title, kind), value)


ORDINAL = _field("ordinal", _("No."), None, Kind.COUNT)
SYSTEMS = _field("systems", _("Systems"), RowCells.systems)
ORIGIN = _field("origin", _("Own or shared"), RowCells.origin, Kind.WORD)

_CITED_NUMBER = Column("number", _("Number of standard cited"), Kind.NUMBER)

_ALL = (
    ORDINAL,
    SYSTEMS,
    _field("code", _("System code"), RowCells.code, Kind.NUMBER),
    _field("subsystem", _("Subsystem"), RowCells.subsystem),
    _field("title", _("Title of standard"), RowCells.title),
    _field("title-en", _("English title"), RowCells.title_en),
    _field("number", _("Standard number"), RowCells.number, Kind.NUMBER),
    _field("custodian", _("Custodian"), RowCells.custodian),
    _field("urgency", _("Urgency"), RowCells.urgency, Kind.WORD),
    _field("level", _("Appropriate level"), RowCells.level, Kind.WORD),
    _field("nature", _("Nature"), further_cells.nature, Kind.WORD),
    _field("kind", _("Kind of standard"), RowCells.kind, Kind.WORD),
    _field("stages", _("Stages"), further_cells.stages),
    _field("aspects", _("Aspects"), further_cells.aspects),
    _field("status", _("Status"), RowCells.status, Kind.WORD),
    _field("issued", _("Issued"), RowCells.issued, Kind.DATE),
    _field("effective", _("Effective"), RowCells.effective, Kind.DATE),
    _field("withdrawn", _("Withdrawn"), RowCells.withdrawn, Kind.DATE),
    _field("reviewed", _("Last reviewed"), further_cells.reviewed, Kind.DATE),
    _field("issuer", _("Issuing body"), RowCells.issuer),
    _field("drafting-units", _("Drafting units"), RowCells.drafting_units),
    _field("classification", _("ICS and CCS"), RowCells.classification),
    _field("ics", _("ICS"), further_cells.ics),
    _field("ccs", _("CCS"), further_cells.ccs),
    _field("adopts", _("Number adopted"), RowCells.adopts, Kind.NUMBER),
    _field("degree", _("Degree of correspondence"), RowCells.degree, Kind.WORD),
    _field("replaces", _("Replaces"), RowCells.replaces, Kind.NUMBER),
    _field("replaced-by", _("Replaced by"), RowCells.replaced_by, Kind.NUMBER),
    _field("cites", _("Normative references"), further_cells.cites, Kind.NUMBER),
    _field("lead", _("Lead unit"), further_cells.lead),
    _field("support", _("Supporting units"), further_cells.support),
    _field("due", _("Due"), further_cells.due, Kind.DATE),
    _field("source", _("Source"), further_cells.source),
    _field("verification", _("Verification"), RowCells.verification),
    _field("remarks", _("Remarks"), RowCells.remarks),
)

FIELDS: Mapping[str, Field] = {field.column.key: field for field in _ALL}
"""Every field that a column may hold, with its usual heading; `ProfileField` names them."""

DEFAULT_PROFILE = "gbt13016"


def _profile(*keys: str) -> tuple[Field, ...]:
    return tuple(FIELDS[key] for key in keys)


PROFILES: Mapping[str, tuple[Field, ...]] = {
    DEFAULT_PROFILE: (
        *_profile("ordinal", "code", "subsystem", "title"),
        Field(_CITED_NUMBER, RowCells.number),
        *_profile("custodian", "urgency", "level", "status", "issued", "effective"),
        *_profile("verification", "remarks"),
    ),
    "simple": _profile("ordinal", "title", "number", "custodian"),
    "full": _profile(
        *("ordinal", "code", "subsystem", "kind", "number", "title", "title-en", "level"),
        *("urgency", "custodian", "issuer", "drafting-units", "classification", "adopts", "degree"),
        *("replaces", "replaced-by", "status", "issued", "effective", "withdrawn"),
        *("verification", "remarks"),
    ),
}
"""Profiles that come with stdsys, by name."""


class Profile(Struct, frozen=True):
    """The columns of a detail table; `name` is what the table is called, if not as usual."""

    fields: tuple[Field, ...]
    name: str | None = None


def profile_names(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of all profiles: those of stdsys, then the workspace's own."""
    return (*PROFILES, *workspace.profiles)


def profile_of(workspace: Workspace, name: str) -> Profile:
    """Return a profile of stdsys or of the workspace; an unknown name is a KeyError."""
    if name in PROFILES:
        return Profile(PROFILES[name])
    record = workspace.profiles[name]
    return Profile(tuple(map(_own_column, record.columns)), record.name)


def _own_column(column: ProfileColumn) -> Field:
    usual = FIELDS[column.field]
    own = replace(usual.column, title=column.header or usual.column.title, width=column.width)
    return Field(own, usual.value)

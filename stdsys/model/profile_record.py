"""What is written of a column profile: the columns of a detail table, in the user's own order."""

from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, WithJsonSchema

from stdsys.messages import _, did_you_mean
from stdsys.model.record import Part, Record
from stdsys.model.scalars import Count, Id, Words, refuse

SHIPPED = ("gbt13016", "simple", "full")
"""Profiles that come with stdsys; a workspace names its own otherwise."""

WIDEST = 200
"""Figures that a column may hold; spreadsheets stop at 255."""


class ProfileField(StrEnum):
    """What a column of a detail table can say."""

    ORDINAL = "ordinal"
    CODE = "code"
    SYSTEMS = "systems"
    SUBSYSTEM = "subsystem"
    NUMBER = "number"
    TITLE = "title"
    TITLE_EN = "title-en"
    LEVEL = "level"
    NATURE = "nature"
    KIND = "kind"
    STAGES = "stages"
    ASPECTS = "aspects"
    URGENCY = "urgency"
    STATUS = "status"
    ISSUED = "issued"
    EFFECTIVE = "effective"
    WITHDRAWN = "withdrawn"
    REVIEWED = "reviewed"
    REPLACES = "replaces"
    REPLACED_BY = "replaced-by"
    ADOPTS = "adopts"
    DEGREE = "degree"
    CITES = "cites"
    ISSUER = "issuer"
    CUSTODIAN = "custodian"
    DRAFTING_UNITS = "drafting-units"
    CLASSIFICATION = "classification"
    ICS = "ics"
    CCS = "ccs"
    LEAD = "lead"
    SUPPORT = "support"
    DUE = "due"
    SOURCE = "source"
    VERIFICATION = "verification"
    REMARKS = "remarks"


_FIELDS = tuple(field.value for field in ProfileField)


def _field(value: object) -> ProfileField:
    if isinstance(value, str):
        word = value.strip().lower().replace("_", "-")
        if word in _FIELDS:
            return ProfileField(word)
        raise refuse(_("one of: {words}", words=_FIELDS), did_you_mean(word, _FIELDS))
    raise refuse(_("one of: {words}", words=_FIELDS))


def _own_name(value: object) -> object:
    if value in SHIPPED:
        raise refuse(_("a name of its own: {names} come with stdsys", names=SHIPPED))
    return value


def _room(value: int) -> int:
    if not 1 <= value <= WIDEST:
        raise refuse(_("a width from 1 to {most}", most=WIDEST))
    return value


FieldWord: TypeAlias = Annotated[
    ProfileField, PlainValidator(_field), WithJsonSchema({"enum": list(_FIELDS)})
]
Room: TypeAlias = Annotated[Count, AfterValidator(_room)]


def _field_or_mapping(value: object) -> object:
    return {"field": value} if isinstance(value, str) else value


class ProfileColumn(Part):
    """A column: what it says, its heading and width where these are not the usual ones."""

    field: Annotated[FieldWord, Field(description="字段，如 number、title。Field.")]
    header: Annotated[Words | None, Field(description="表头；不写用通用的。Heading.")] = None
    width: Annotated[Room | None, Field(description="列宽（字符）。Width in figures.")] = None


def _some(columns: "tuple[ProfileColumn, ...]") -> "tuple[ProfileColumn, ...]":
    if not columns:
        raise refuse(_("at least one column"))
    return columns


ColumnItem: TypeAlias = Annotated[
    ProfileColumn,
    BeforeValidator(_field_or_mapping, json_schema_input_type=FieldWord | ProfileColumn),
]
"""In a list a bare field may stand for `{field: …}`."""


class ProfileRecord(Record):
    """An item of `profiles:`: which columns a detail table has, in which order."""

    id: Annotated[
        Id,
        BeforeValidator(_own_name),
        Field(description="标识，用于 --profile。Identifier, for --profile."),
    ]
    name: Annotated[Words | None, Field(description="名称，印作表名。Name.")] = None
    columns: Annotated[
        tuple[ColumnItem, ...],
        AfterValidator(_some),
        Field(description="列，按顺序。Columns in order."),
    ]

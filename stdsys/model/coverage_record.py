"""What is written of the coverage policy: which cells must hold standards, which are exempt."""

from typing import Annotated

from pydantic import ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from stdsys.model.record import Record
from stdsys.model.scalars import OR_ONE, Count, Flag, Id, OneOrMany, Words
from stdsys.model.vocabulary import LevelWord

_AXIS_SCHEMA: JsonDict = {
    "additionalProperties": {
        "anyOf": [
            {"type": ["string", "number"]},
            {"type": "array", "items": {"type": ["string", "number"]}},
        ],
        "description": "按轴取值，如 stages: [processing]。Values of an axis.",
    }
}


class _OnAxes(Record):
    """A record whose further keys name axes: `stages: [processing]`, `channel: [online]`."""

    model_config = ConfigDict(json_schema_extra=_AXIS_SCHEMA)

    axes: Annotated[
        dict[Id, OneOrMany],
        Field(description="各轴的取值。Values by axis."),
    ] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _gather_axes(cls, value: object) -> object:
        """Move keys that are no field into `axes`; whether such an axis exists is asked later."""
        if not isinstance(value, dict):
            return value
        further = {
            key: value[key]
            for key in value
            if key not in cls.model_fields and value[key] is not None
        }
        if not further:
            return value
        known = {key: value[key] for key in value if key not in further}
        stated = value.get("axes")
        return known | {"axes": (stated if isinstance(stated, dict) else {}) | further}


class ClauseRecord(_OnAxes):
    """A requirement: each cell of these axes holds at least so many standards."""

    id: Annotated[Id, Field(description="条款标识。Identifier of the clause.")]
    name: Annotated[Words | None, Field(description="条款名称。Name in words.")] = None
    each: Annotated[
        OneOrMany,
        Field(description="格子由哪些轴构成，如 stage。Axes whose product makes the cells."),
    ] = ()
    levels: Annotated[
        Annotated[tuple[LevelWord, ...], OR_ONE],
        Field(description="只计这些级别的标准。Only standards of these levels count."),
    ] = ()
    at_least: Annotated[
        Count, Field(description="每格至少几项。How many standards a cell needs.")
    ] = 1
    general: Annotated[
        Flag,
        Field(description="通用的（该轴无取值的）是否计入。Whether general entries count."),
    ] = False
    shared: Annotated[
        Flag,
        Field(description="共用标准是否计入。Whether entries of a used shared base count."),
    ] = False
    reason: Annotated[
        Words | None, Field(description="为什么这样要求。Why it is required like this.")
    ] = None
    source: Annotated[Words | None, Field(description="依据条款。Source clause.")] = None

    @property
    def called(self) -> str:
        """Its name, else its id."""
        return self.name or self.id


class ExemptionRecord(_OnAxes):
    """Cells that need no standard, and why. Missing keys match all."""

    clause: Annotated[
        Id | None, Field(description="只豁免这一条款。Only cells of this clause.")
    ] = None
    reason: Annotated[
        Words | None, Field(description="不适用的理由。Why the cells need no standard.")
    ] = None


class CoverageRecord(Record):
    """The section `coverage:` of the workspace, or of one system."""

    require: Annotated[tuple[ClauseRecord, ...], Field(description="覆盖要求。Requirements.")] = ()
    exempt: Annotated[
        tuple[ExemptionRecord, ...], Field(description="不适用的格子。Exempt cells.")
    ] = ()

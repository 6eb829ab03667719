"""What is written of targets 目标 and of the series of values that some are measured by."""

from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field

from stdsys.model.evidence_record import EvidenceList
from stdsys.model.goal import Goal
from stdsys.model.partial_date import PartialDate
from stdsys.model.period import Period
from stdsys.model.provenance import Source, VerifiedField, says_unverified
from stdsys.model.record import Part, Record, Waiver
from stdsys.model.scalars import OR_ONE, Amount, Flag, Id, OneOrMany, Words
from stdsys.model.target_vocabulary import (
    CombineWord,
    DayStatusWord,
    Measured,
    MeasuredWord,
    StrengthWord,
)
from stdsys.model.vocabulary import (
    LevelWord,
    OriginWord,
    ParticipationWord,
)

Levels: TypeAlias = Annotated[tuple[LevelWord, ...], OR_ONE]


class Measure(Part):
    """What is measured; the fields below narrow it down, those left out do not.

    Standards: `levels`, `codes`, `origin`, `participation`, `status` (in force, unless other
    words are given), `issued`, `effective`, and values on the axes. Systems and owners (distinct
    organisations that answer for a system): `kinds`. Organisations and adopters (those that apply
    at least one standard): `kinds`, `roles`. Coverage: `clauses`. Growth and value: `series`,
    `combine`, `since`, `until`; growth also `annual`.
    """

    of: Annotated[MeasuredWord, Field(description="度量的内容。What is measured.")]
    levels: Annotated[Levels, Field(description="级别。Levels.")] = ()
    codes: Annotated[
        OneOrMany, Field(description="标准代号，如 ISO、DB42/T。Codes of standards.")
    ] = ()
    origin: Annotated[OriginWord | None, Field(description="自制或采用。Own or adopted.")] = None
    participation: Annotated[
        Annotated[tuple[ParticipationWord, ...], OR_ONE],
        Field(description="主导、参与。Led by own organisations, or joined."),
    ] = ()
    status: Annotated[
        Annotated[tuple[DayStatusWord, ...], OR_ONE],
        Field(description="状态，缺省为现行。Statuses, in force by default."),
    ] = ()
    issued: Annotated[
        Period | None, Field(description="发布时间段，如 2022-06..2023-07。Issued within.")
    ] = None
    effective: Annotated[Period | None, Field(description="实施时间段。Date of effect within.")] = (
        None
    )
    stages: Annotated[OneOrMany, Field(description="环节。Stages.")] = ()
    aspects: Annotated[OneOrMany, Field(description="方面。Aspects.")] = ()
    kinds: Annotated[
        OneOrMany, Field(description="单位类型，如 enterprise、企业。Kinds of organisation.")
    ] = ()
    roles: Annotated[OneOrMany, Field(description="单位的角色。Roles of organisations.")] = ()
    clauses: Annotated[OneOrMany, Field(description="覆盖要求条款。Coverage clauses.")] = ()
    series: Annotated[OneOrMany, Field(description="数据系列。Series of values.")] = ()
    combine: Annotated[
        CombineWord | None,
        Field(description="多个系列如何合并：平均、合计、每一个。How series are joined."),
    ] = None
    since: Annotated[
        PartialDate | None, Field(description="基期。Period that growth is measured from.")
    ] = None
    until: Annotated[
        PartialDate | None, Field(description="报告期。Period that growth is measured to.")
    ] = None
    annual: Annotated[
        Flag,
        Field(
            description="增长率按年均复合增长率计算；缺省为累计增长率。"
            "Growth as the compound rate a year; else the whole growth."
        ),
    ] = False


def _named(value: object) -> object:
    return {"of": value} if isinstance(value, str) else value


MeasureItem: TypeAlias = Annotated[
    Measure, BeforeValidator(_named, json_schema_input_type=MeasuredWord | Measure)
]
"""A word alone stands for a measure without further fields."""


class TargetRecord(Record):
    """An item of `targets:`: what is to be reached, by when, how strongly it is promised."""

    id: Annotated[Id, Field(description="目标标识。Identifier.")]
    title: Annotated[Words | None, Field(description="目标原文。The target in words.")] = None
    measure: Annotated[MeasureItem, Field(description="度量方法。What is measured.")]
    value: Annotated[
        Goal, Field(description="目标值，如 >= 6、15%；只写数即不少于。Value; bare is at least.")
    ]
    unit: Annotated[Words | None, Field(description="单位，如 项、家。Unit.")] = None
    strength: Annotated[
        StrengthWord, Field(description="力度：确保、不少于、力争、预期。Strength.")
    ]
    due: Annotated[PartialDate | None, Field(description="完成期限。Due date.")] = None
    phase: Annotated[Id | None, Field(description="所属阶段。Phase of the programme.")] = None
    scope: Annotated[
        OneOrMany, Field(description="限于哪些体系；不写即全部。Systems; all if none is named.")
    ] = ()
    lead: Annotated[OneOrMany, Field(description="牵头单位标识。Lead organisations.")] = ()
    support: Annotated[OneOrMany, Field(description="配合单位标识。Supporting units.")] = ()
    actual: Annotated[
        Amount | None,
        Field(description="人工填报的实际值；须有佐证。Value entered by hand; needs evidence."),
    ] = None
    complete: Annotated[
        Flag,
        Field(
            description="工作区的记录是否完整；不完整时，未达到不等于没有完成。"
            "Whether the workspace records everything: if not, falling short proves nothing."
        ),
    ] = True
    evidence: Annotated[EvidenceList, Field(description="佐证材料（文件、网址）。Evidence.")] = ()
    source: Source = None
    verified: VerifiedField = None
    notes: Annotated[Words | None, Field(description="备注。Notes.")] = None
    waive: Annotated[
        tuple[Waiver, ...], Field(description="就地豁免的检查结果。Findings accepted in place.")
    ] = ()

    @property
    def called(self) -> str:
        """Its title, else its id."""
        return self.title or self.id

    @property
    def entered(self) -> bool:
        """Whether its value is entered by hand."""
        return self.measure.of is Measured.ENTERED

    @property
    def unverified(self) -> bool:
        """Whether nobody has verified it."""
        return says_unverified(self)


class SeriesValueRecord(Record):
    """One value of a series."""

    at: Annotated[PartialDate, Field(description="时期或日期。Period or day.")]
    value: Annotated[Amount, Field(description="数值。Value.")]
    evidence: Annotated[EvidenceList, Field(description="佐证材料。Evidence.")] = ()
    source: Source = None
    verified: VerifiedField = None

    @property
    def evident(self) -> bool:
        """Whether something besides memory stands behind it."""
        return not says_unverified(self) and bool(self.evidence or self.source)


class SeriesRecord(Record):
    """An item of `series:`: a quantity over time, such as a product's output value."""

    id: Annotated[Id, Field(description="系列标识。Identifier.")]
    name: Annotated[Words, Field(description="名称，如 产值。Name.")]
    unit: Annotated[Words | None, Field(description="单位，如 亿元。Unit.")] = None
    system: Annotated[Id | None, Field(description="所属体系。System that it is about.")] = None
    organisation: Annotated[Id | None, Field(description="所属单位。Organisation.")] = None
    values: Annotated[
        tuple[SeriesValueRecord, ...], Field(description="各期数值。Values by period.")
    ] = ()
    notes: Annotated[Words | None, Field(description="备注。Notes.")] = None

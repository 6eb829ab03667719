"""What is written of one edition of a standard."""

from functools import lru_cache
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field, ValidatorFunctionWrapHandler, WrapValidator

from stdsys.model.indicator_record import Indicator
from stdsys.model.partial_date import PartialDate
from stdsys.model.provenance import Source, VerifiedField, says_unverified
from stdsys.model.record import Part, Record, Waiver
from stdsys.model.scalars import OR_ONE, Flag, Id, Number, OneOrMany, Words
from stdsys.model.vocabulary import (
    DegreeWord,
    DocumentKindWord,
    LevelWord,
    NatureWord,
    ParticipationWord,
    Scope,
    ScopeWord,
    StatusWord,
)

UNKNOWN_NUMBER = ("unknown", "未知")
"""What stands at `number:` for a standard that exists but whose number nobody knows."""


def _number_or_mapping(value: object) -> object:
    return {"number": value} if isinstance(value, str) else value


def _citation(value: object, read: ValidatorFunctionWrapHandler) -> "Citation":
    """Return what a citation says; all who cite a bare number share one."""
    return _bare_citation(value) if isinstance(value, str) else read(value)


@lru_cache(maxsize=1 << 18)
def _bare_citation(number: str) -> "Citation":
    return Citation(number=number)


class Citation(Part):
    """A normative reference 规范性引用文件: a number, dated or not, as it is printed."""

    number: Annotated[Number, Field(description="被引用的标准编号。Cited number as printed.")]
    note: Annotated[Words | None, Field(description="备注。Note.")] = None
    source: Source = None
    verified: VerifiedField = None


class Replacement(Part):
    """One side of 代替: the number replaced (or replacing), wholly or in part."""

    number: Annotated[Number, Field(description="标准编号。Standard number.")]
    scope: Annotated[ScopeWord, Field(description="全部或部分代替。Wholly or in part.")] = (
        Scope.WHOLE
    )
    note: Annotated[Words | None, Field(description="备注。Note.")] = None
    source: Source = None
    verified: VerifiedField = None


class Adoption(Part):
    """采用国际标准: the document adopted and the degree."""

    number: Annotated[
        Number, Field(description="国际、国外标准编号。Number of the international standard.")
    ]
    degree: Annotated[
        DegreeWord | None,
        Field(description="一致性程度：IDT、MOD、NEQ。Degree of correspondence."),
    ] = None


CitationItem: TypeAlias = Annotated[
    Citation, WrapValidator(_citation, json_schema_input_type=Number | Citation)
]
ReplacementItem: TypeAlias = Annotated[
    Replacement, BeforeValidator(_number_or_mapping, json_schema_input_type=Number | Replacement)
]
AdoptionItem: TypeAlias = Annotated[
    Adoption, BeforeValidator(_number_or_mapping, json_schema_input_type=Number | Adoption)
]
"""In a list a bare number may stand for `{number: …}`."""


Citations: TypeAlias = Annotated[tuple[CitationItem, ...], OR_ONE]
Replacements: TypeAlias = Annotated[tuple[ReplacementItem, ...], OR_ONE]
Adoptions: TypeAlias = Annotated[tuple[AdoptionItem, ...], OR_ONE]


class StandardFacts(Record):
    """The facts of one edition. They stand in `standards:` or beside an entry, and must agree."""

    title: Annotated[Words | None, Field(description="标准名称。Chinese title.")] = None
    title_en: Annotated[Words | None, Field(description="英文名称。English title.")] = None
    level: Annotated[
        LevelWord | None,
        Field(description="级别；编号已表明时不必写。Level, where the number does not tell."),
    ] = None
    nature: Annotated[
        NatureWord | None,
        Field(description="性质；编号已表明时不必写。Nature, where the number does not tell."),
    ] = None
    status: Annotated[
        StatusWord | None,
        Field(description="标准状态：现行、即将实施、被代替、废止、修订中、未知。Stated status."),
    ] = None
    issued: Annotated[PartialDate | None, Field(description="发布日期。Date of issue.")] = None
    effective: Annotated[PartialDate | None, Field(description="实施日期。Date of effect.")] = None
    withdrawn: Annotated[PartialDate | None, Field(description="废止日期。Date of withdrawal.")] = (
        None
    )
    reviewed: Annotated[
        PartialDate | None,
        Field(description="最近复审日期（标准化法第二十九条）。Date of the last review."),
    ] = None
    replaces: Annotated[
        Replacements,
        Field(description="代替的标准。Editions that this one replaces."),
    ] = ()
    replaced_by: Annotated[
        Replacements,
        Field(description="被哪些标准代替。Editions that replace this one."),
    ] = ()
    formerly: Annotated[
        OneOrMany,
        Field(
            description="同一版本的原编号（如由 GB 改为 GB/T）。"
            "Earlier numbers of this very edition."
        ),
    ] = ()
    cites: Annotated[
        Citations,
        Field(description="规范性引用文件。Normative references."),
    ] = ()
    adopts: Annotated[
        Adoptions,
        Field(description="采用的国际、国外标准。International standards adopted."),
    ] = ()
    issuer: Annotated[Words | None, Field(description="发布机构。Issuing body.")] = None
    custodian: Annotated[
        Words | None,
        Field(description="归口部门（不等同于发布机构）。Custodian, never silently the issuer."),
    ] = None
    drafting_units: Annotated[OneOrMany, Field(description="起草单位。Drafting units.")] = ()
    kind: Annotated[
        Id | None,
        Field(description="类别：技术、管理、服务。Kind: technical, management, service."),
    ] = None
    object: Annotated[Words | None, Field(description="标准化对象。Object of standardization.")] = (
        None
    )
    ics: Annotated[OneOrMany, Field(description="国际标准分类号。ICS codes.")] = ()
    ccs: Annotated[OneOrMany, Field(description="中国标准分类号。CCS codes.")] = ()
    indicators: Annotated[tuple[Indicator, ...], Field(description="指标。Indicators.")] = ()
    declared: Annotated[
        Flag | None,
        Field(
            description="企业标准是否已自我声明公开（标准化法第二十七条）。"
            "Whether an enterprise standard is publicly declared."
        ),
    ] = None
    participation: Annotated[
        ParticipationWord | None,
        Field(
            description="本地单位主导或参与制定；不写则按起草单位判断。"
            "Whether own organisations led it or took part; else the drafting units tell."
        ),
    ] = None
    filing: Annotated[Words | None, Field(description="备案号。Filing number.")] = None
    source: Source = None
    verified: VerifiedField = None
    notes: Annotated[Words | None, Field(description="备注。Notes.")] = None
    waive: Annotated[
        tuple[Waiver, ...],
        Field(description="就地豁免的检查结果。Findings accepted in place, with a reason."),
    ] = ()

    @property
    def unverified(self) -> bool:
        """Whether nobody has verified these facts."""
        return says_unverified(self)


class StandardRecord(StandardFacts):
    """An item of `standards:`."""

    number: Annotated[
        Number,
        Field(
            description="标准编号，如 GB/T 1.1-2020；存在但编号不详写 unknown。"
            "Standard number; `unknown` for a standard whose number nobody knows."
        ),
    ]
    id: Annotated[
        Id | None,
        Field(description="编号不详时的标识。Identifier where the number is unknown."),
    ] = None

    @property
    def numbered(self) -> bool:
        """Whether its number is known."""
        return self.number not in UNKNOWN_NUMBER


class DocumentRecord(Record):
    """An item of `documents:`: a law, rule, policy or plan without a standard number."""

    id: Annotated[Id, Field(description="标识。Identifier.")]
    title: Annotated[Words, Field(description="名称。Title.")]
    kind: Annotated[
        DocumentKindWord | None,
        Field(description="法律、法规、规章、政策、规划、文件。Kind of document."),
    ] = None
    issued: Annotated[PartialDate | None, Field(description="发布日期。Date of issue.")] = None
    effective: Annotated[PartialDate | None, Field(description="施行日期。Date of effect.")] = None
    issuer: Annotated[Words | None, Field(description="发布机构。Issuing body.")] = None
    reference: Annotated[
        Words | None, Field(description="文号，如 商建函〔2021〕132号。Official document number.")
    ] = None
    source: Source = None
    verified: VerifiedField = None
    notes: Annotated[Words | None, Field(description="备注。Notes.")] = None
    waive: Annotated[
        tuple[Waiver, ...], Field(description="就地豁免的检查结果。Findings accepted in place.")
    ] = ()

    @property
    def unverified(self) -> bool:
        """Whether nobody has verified these facts."""
        return says_unverified(self)

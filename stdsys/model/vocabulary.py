"""The closed vocabularies of the format, with the Chinese words that people write.

Levels follow 标准化法 art. 2; the words of status are those of the public platforms.
"""

from enum import StrEnum
from typing import Annotated, TypeAlias

from stdsys.model.scalars import words_for
from stdsys.numbers import Level, Nature

LevelWord: TypeAlias = Annotated[
    Level,
    *words_for(
        Level,
        {
            "国家标准": Level.NATIONAL,
            "国家": Level.NATIONAL,
            "国标": Level.NATIONAL,
            "行业标准": Level.INDUSTRY,
            "行业": Level.INDUSTRY,
            "行标": Level.INDUSTRY,
            "地方标准": Level.LOCAL,
            "地方": Level.LOCAL,
            "地标": Level.LOCAL,
            "团体标准": Level.GROUP,
            "团体": Level.GROUP,
            "团标": Level.GROUP,
            "企业标准": Level.ENTERPRISE,
            "企业": Level.ENTERPRISE,
            "企标": Level.ENTERPRISE,
            "其他": Level.OTHER,
        },
    ),
]

NatureWord: TypeAlias = Annotated[
    Nature,
    *words_for(
        Nature,
        {
            "强制性": Nature.MANDATORY,
            "强制": Nature.MANDATORY,
            "推荐性": Nature.RECOMMENDED,
            "推荐": Nature.RECOMMENDED,
            "指导性技术文件": Nature.GUIDANCE,
            "指导性": Nature.GUIDANCE,
            "自愿": Nature.VOLUNTARY,
            "自愿性": Nature.VOLUNTARY,
        },
    ),
]


class StatedStatus(StrEnum):
    """What a record itself says of its status; the status of a day is derived from more."""

    IN_FORCE = "in-force"
    UPCOMING = "upcoming"
    REPLACED = "replaced"
    PARTLY_REPLACED = "partly-replaced"
    WITHDRAWN = "withdrawn"
    UNDER_REVISION = "under-revision"
    UNKNOWN = "unknown"

    @property
    def says_in_force(self) -> bool:
        """Whether it says 现行: 修订中 and 部分被代替 do so too."""
        return self in (
            StatedStatus.IN_FORCE,
            StatedStatus.UNDER_REVISION,
            StatedStatus.PARTLY_REPLACED,
        )


StatusWord: TypeAlias = Annotated[
    StatedStatus,
    *words_for(
        StatedStatus,
        {
            "现行": StatedStatus.IN_FORCE,
            "有效": StatedStatus.IN_FORCE,
            "现行有效": StatedStatus.IN_FORCE,
            "已废止": StatedStatus.WITHDRAWN,
            "已作废": StatedStatus.WITHDRAWN,
            "已被代替": StatedStatus.REPLACED,
            "即将实施": StatedStatus.UPCOMING,
            "未生效": StatedStatus.UPCOMING,
            "被代替": StatedStatus.REPLACED,
            "被替代": StatedStatus.REPLACED,
            "部分被代替": StatedStatus.PARTLY_REPLACED,
            "部分代替": StatedStatus.PARTLY_REPLACED,
            "废止": StatedStatus.WITHDRAWN,
            "作废": StatedStatus.WITHDRAWN,
            "修订中": StatedStatus.UNDER_REVISION,
            "未知": StatedStatus.UNKNOWN,
        },
    ),
]


class Urgency(StrEnum):
    """缓急程度 of a planned standard."""

    URGENT = "urgent"
    SOON = "soon"
    NORMAL = "normal"


UrgencyWord: TypeAlias = Annotated[
    Urgency,
    *words_for(
        Urgency,
        {
            "急需": Urgency.URGENT,
            "A": Urgency.URGENT,
            "较急": Urgency.SOON,
            "B": Urgency.SOON,
            "一般": Urgency.NORMAL,
            "C": Urgency.NORMAL,
        },
    ),
]


class Workflow(StrEnum):
    """Stage of work on a planned standard (国家标准管理办法: procedure)."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DRAFTING = "drafting"
    CONSULTATION = "consultation"
    REVIEW = "review"
    APPROVAL = "approval"

    @property
    def being_drafted(self) -> bool:
        """Whether somebody is writing it: from 起草 on."""
        return self not in (Workflow.PROPOSED, Workflow.APPROVED)


WorkflowWord: TypeAlias = Annotated[
    Workflow,
    *words_for(
        Workflow,
        {
            "拟制定": Workflow.PROPOSED,
            "待制定": Workflow.PROPOSED,
            "立项": Workflow.APPROVED,
            "起草": Workflow.DRAFTING,
            "制定中": Workflow.DRAFTING,
            "征求意见": Workflow.CONSULTATION,
            "审查": Workflow.REVIEW,
            "报批": Workflow.APPROVAL,
        },
    ),
]


class Scope(StrEnum):
    """How much of a document its successor replaces."""

    WHOLE = "whole"
    PART = "part"


ScopeWord: TypeAlias = Annotated[
    Scope,
    *words_for(Scope, {"全部": Scope.WHOLE, "部分": Scope.PART, "部分代替": Scope.PART}),
]


class Degree(StrEnum):
    """Degree of adoption of an international standard; EQV and REF are older marks."""

    IDT = "IDT"
    MOD = "MOD"
    NEQ = "NEQ"
    EQV = "EQV"
    REF = "REF"


DegreeWord: TypeAlias = Annotated[
    Degree,
    *words_for(
        Degree,
        {
            "等同": Degree.IDT,
            "等同采用": Degree.IDT,
            "修改采用": Degree.MOD,
            "非等效采用": Degree.NEQ,
            "修改": Degree.MOD,
            "非等效": Degree.NEQ,
            "等效": Degree.EQV,
            "参照": Degree.REF,
        }
        | {degree.value.lower(): degree for degree in Degree},
    ),
]


class Origin(StrEnum):
    """自制 or 采用: whether the workspace's owner made the standard or took it over."""

    OWN = "own"
    ADOPTED = "adopted"


OriginWord: TypeAlias = Annotated[
    Origin, *words_for(Origin, {"自制": Origin.OWN, "采用": Origin.ADOPTED})
]


class Participation(StrEnum):
    """主导 or 参与: what part own organisations had in making a standard."""

    LEAD = "lead"
    JOIN = "join"


ParticipationWord: TypeAlias = Annotated[
    Participation,
    *words_for(
        Participation,
        {
            "主导": Participation.LEAD,
            "主导制定": Participation.LEAD,
            "牵头": Participation.LEAD,
            "参与": Participation.JOIN,
            "参与制定": Participation.JOIN,
        },
    ),
]


class DocumentKind(StrEnum):
    """Kinds of documents without a standard number."""

    LAW = "law"
    REGULATION = "regulation"
    RULE = "rule"
    POLICY = "policy"
    PLAN = "plan"
    DOCUMENT = "document"


DocumentKindWord: TypeAlias = Annotated[
    DocumentKind,
    *words_for(
        DocumentKind,
        {
            "法律": DocumentKind.LAW,
            "法规": DocumentKind.REGULATION,
            "规章": DocumentKind.RULE,
            "政策": DocumentKind.POLICY,
            "政策性文件": DocumentKind.POLICY,
            "规划": DocumentKind.PLAN,
            "计划": DocumentKind.PLAN,
            "方案": DocumentKind.PLAN,
            "文件": DocumentKind.DOCUMENT,
        },
    ),
]


class RuleSetting(StrEnum):
    """What a workspace makes of a rule."""

    OFF = "off"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


RuleSettingWord: TypeAlias = Annotated[
    RuleSetting,
    *words_for(
        RuleSetting,
        {
            "false": RuleSetting.OFF,  # what YAML 1.1 editors make of `off`
            "关闭": RuleSetting.OFF,
            "提示": RuleSetting.INFO,
            "警告": RuleSetting.WARNING,
            "错误": RuleSetting.ERROR,
        },
    ),
]

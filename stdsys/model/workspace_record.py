"""What is written of the workspace itself, and the sections that a file may hold."""

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field

from stdsys.messages import _
from stdsys.model.coverage_record import CoverageRecord
from stdsys.model.partial_date import PartialDate
from stdsys.model.profile_record import ProfileRecord
from stdsys.model.programme_record import ProgrammeRecord
from stdsys.model.record import Part, Record
from stdsys.model.review_record import ReviewRecord
from stdsys.model.scalars import OR_ONE, Count, Flag, Id, OneOrMany, Words, refuse
from stdsys.model.standard_record import DocumentRecord, StandardRecord
from stdsys.model.system_record import SystemRecord
from stdsys.model.target_record import SeriesRecord, TargetRecord
from stdsys.model.vocabulary import LevelWord, NatureWord, RuleSettingWord
from stdsys.numbers import Nature

FORMAT = 1
"""Version of the workspace format that this stdsys reads."""


class RegionRecord(Part):
    """The region a workspace speaks of."""

    name: Annotated[Words, Field(description="地区名称。Name.")]
    code: Annotated[
        Words | None, Field(description="行政区划代码。Administrative division code.")
    ] = None


class DraftingRecord(Part):
    """How planned standards are put in order: 急用先行、重点先行、新领域先行 as weights."""

    urgent: Annotated[Count, Field(description="急需的权重。Weight of urgent.")] = 4
    soon: Annotated[Count, Field(description="较急的权重。Weight of soon.")] = 2
    focus: Annotated[Count, Field(description="重点的权重。Weight of key projects.")] = 2
    new_field: Annotated[Count, Field(description="新领域的权重。Weight of new fields.")] = 1
    months: Annotated[
        dict[LevelWord, Count],
        Field(description="各级别的缺省制定周期（月）。Months of drafting by level."),
    ] = Field(default_factory=dict)


def _folder(value: object) -> object:
    if isinstance(value, str):
        return value
    raise refuse(_("the folder of a workspace"), _("write its folder, such as ../county"))


class WorkspaceRecord(Record):
    """The section `workspace:` of `stdsys.yaml`."""

    format: Annotated[Count, Field(description="格式版本，现为 1。Format version.")] = FORMAT
    name: Annotated[Id, Field(description="工作区标识。Identifier.")]
    title: Annotated[Words | None, Field(description="总标题。Title of the whole.")] = None
    unit: Annotated[Words | None, Field(description="编制单位。Unit that compiles the system.")] = (
        None
    )
    region: Annotated[RegionRecord | None, Field(description="地区。Region.")] = None
    as_of: Annotated[
        PartialDate | None,
        Field(description="统计截止日期（年月日）。The day that every answer is computed for."),
    ] = None
    basis: Annotated[OneOrMany, Field(description="编制依据。Basis documents.")] = ()
    citations: Annotated[
        Words | None,
        Field(description="closed：引用体系外标准报警告。`closed` warns of citations outside."),
    ] = None
    rules: Annotated[
        dict[Id, RuleSettingWord],
        Field(description="规则的级别，off 关闭。Severity by rule code, `off` to silence."),
    ] = Field(default_factory=dict)
    local_floor: Annotated[
        Annotated[tuple[NatureWord, ...], OR_ONE],
        Field(
            description="地方标准不得低于哪些性质的国家标准：mandatory（标准化法第二十一条），"
            "有的省另加 recommended。National standards below which no local standard may fall."
        ),
    ] = (Nature.MANDATORY,)
    units: Annotated[
        dict[Id, Words],
        Field(description="自定义计量单位，如 筐: 25 kg。Units of the workspace's own."),
    ] = Field(default_factory=dict)
    drafting: Annotated[
        DraftingRecord,
        Field(description="制定顺序的权重和缺省周期。Weights and times of drafting."),
    ] = Field(default_factory=lambda: DraftingRecord())
    exclude: Annotated[
        OneOrMany, Field(description="不读取的文件。Globs of files that are not read.")
    ] = ()
    members: Annotated[
        Annotated[tuple[Annotated[Words, BeforeValidator(_folder)], ...], OR_ONE],
        Field(
            description="成员工作区（如所辖各县）的文件夹，相对于本文件夹，可用 ..；"
            "stdsys rollup 只读汇总。"
            "Folders of the member workspaces (counties of a city), from this folder."
        ),
    ] = ()
    notes: Annotated[Words | None, Field(description="备注。Notes.")] = None


class AxisValueRecord(Record):
    """A value of an axis: a stage, an aspect, a kind."""

    id: Annotated[Id, Field(description="标识。Identifier.")]
    name: Annotated[Words, Field(description="名称。Name.")]
    category: Annotated[
        Words | None,
        Field(description="统计分类：基础、方法、产品、安全 …。Category in the statistics."),
    ] = None
    aliases: Annotated[OneOrMany, Field(description="别名。Other names.")] = ()
    description: Annotated[Words | None, Field(description="说明。Description.")] = None


class AxisRecord(Record):
    """A further axis of the workspace's own."""

    id: Annotated[Id, Field(description="轴的标识。Identifier.")]
    name: Annotated[Words, Field(description="轴的名称。Name.")]
    values: Annotated[tuple[AxisValueRecord, ...], Field(description="取值。Values.")] = ()


class OrganisationRecord(Record):
    """An organisation: government, association, enterprise …; never a person."""

    id: Annotated[Id, Field(description="标识。Identifier.")]
    name: Annotated[Words, Field(description="名称。Name.")]
    kind: Annotated[Words | None, Field(description="类型，如 government、association。Kind.")] = (
        None
    )
    region: Annotated[Words | None, Field(description="行政区划代码。Region code.")] = None
    parent: Annotated[Id | None, Field(description="上级单位标识。Parent.")] = None
    own: Annotated[
        Flag, Field(description="其发布的标准是否为自制。Whether its standards are own.")
    ] = False
    aliases: Annotated[OneOrMany, Field(description="别名。Other names.")] = ()
    members: Annotated[
        Count, Field(description="家数：一个条目代表几家（如农户）。How many it stands for.")
    ] = 1
    roles: Annotated[
        OneOrMany, Field(description="角色，如 lead-firm、surveyed。Roles in the programme.")
    ] = ()
    applies: Annotated[
        OneOrMany, Field(description="运用了哪些标准。Standards that it applies.")
    ] = ()
    source: Annotated[Words | None, Field(description="出处。Source.")] = None
    notes: Annotated[Words | None, Field(description="备注。Notes.")] = None


class FileRecord(Record):
    """One YAML file of a workspace: any of the sections. `stdsys.yaml` also holds `workspace:`."""

    model_config = ConfigDict(title="stdsys workspace file, format 1")

    workspace: Annotated[
        WorkspaceRecord | None, Field(description="工作区。The workspace itself.")
    ] = None
    stages: Annotated[
        tuple[AxisValueRecord, ...], Field(description="环节，按顺序。Stages in order.")
    ] = ()
    aspects: Annotated[tuple[AxisValueRecord, ...], Field(description="方面。Aspects.")] = ()
    kinds: Annotated[
        tuple[AxisValueRecord, ...],
        Field(description="类别，缺省为技术、管理、服务。Kinds."),
    ] = ()
    axes: Annotated[tuple[AxisRecord, ...], Field(description="其他轴。Further axes.")] = ()
    coverage: Annotated[
        CoverageRecord | None,
        Field(description="各体系的覆盖要求。Coverage policy of every system."),
    ] = None
    organisations: Annotated[
        tuple[OrganisationRecord, ...], Field(description="单位。Organisations.")
    ] = ()
    documents: Annotated[
        tuple[DocumentRecord, ...],
        Field(description="法律法规和政策性文件。Laws, policies and plans without a number."),
    ] = ()
    standards: Annotated[
        tuple[StandardRecord, ...], Field(description="标准。Facts of standards.")
    ] = ()
    systems: Annotated[tuple[SystemRecord, ...], Field(description="标准体系。Systems.")] = ()
    programme: Annotated[
        ProgrammeRecord | None, Field(description="试点：阶段和任务。Phases and tasks.")
    ] = None
    targets: Annotated[tuple[TargetRecord, ...], Field(description="目标。Targets.")] = ()
    series: Annotated[
        tuple[SeriesRecord, ...], Field(description="数据系列，如产值。Series of values.")
    ] = ()
    reviews: Annotated[
        tuple[ReviewRecord, ...], Field(description="标准评价记录。Reviews of standards.")
    ] = ()
    profiles: Annotated[
        tuple[ProfileRecord, ...],
        Field(description="明细表的栏目方案。Column profiles of the detail table."),
    ] = ()

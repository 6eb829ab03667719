"""What is written of a system: its tree and its entries."""

from typing import Annotated

from pydantic import Field

from stdsys.model.coverage_record import CoverageRecord
from stdsys.model.partial_date import PartialDate
from stdsys.model.record import Record, Waiver
from stdsys.model.scalars import Count, Flag, Id, Number, OneOrMany, Words
from stdsys.model.standard_record import StandardFacts
from stdsys.model.vocabulary import LevelWord, OriginWord, UrgencyWord, WorkflowWord


class _OnAllAxes(Record):
    """Values on the axes; none on an axis means general."""

    stages: Annotated[OneOrMany, Field(description="环节。Stages.")] = ()
    aspects: Annotated[OneOrMany, Field(description="方面。Aspects.")] = ()
    kinds: Annotated[OneOrMany, Field(description="技术、管理、服务。Kinds.")] = ()
    axes: Annotated[
        dict[Id, OneOrMany], Field(description="其他轴的取值。Values on further axes.")
    ] = Field(default_factory=dict)


class NodeRecord(_OnAllAxes):
    """A subsystem 子体系: a node of the tree. Its axis values are defaults of its entries."""

    code: Annotated[Id, Field(description="子体系编号，全体系唯一。Code, unique in the system.")]
    name: Annotated[Words, Field(description="子体系名称。Name.")]
    description: Annotated[
        Words | None, Field(description="内容与适用范围。What it holds, its scope.")
    ] = None
    lead: Annotated[Id | None, Field(description="责任单位标识。Responsible organisation.")] = None
    children: Annotated[
        tuple["NodeRecord", ...], Field(description="下级子体系。Nodes below.")
    ] = ()
    waive: Annotated[
        tuple[Waiver, ...], Field(description="就地豁免的检查结果。Findings accepted in place.")
    ] = ()


class EntryRecord(StandardFacts, _OnAllAxes):
    """An entry: this standard, planned standard or document stands here.

    Exactly one of `standard` (or `number`), `planned` and `document` says what it is; facts of the
    standard may stand beside it. With a title alone it is a standard whose number nobody knows.
    """

    standard: Annotated[
        Number | None,
        Field(description="标准编号；编号不详写其标识。Number, or the id where it is unknown."),
    ] = None
    number: Annotated[
        Number | None,
        Field(description="标准编号，与 standard 同义。Number: another word for standard."),
    ] = None
    planned: Annotated[
        Words | None, Field(description="拟制定标准的名称。Title of a planned standard.")
    ] = None
    document: Annotated[
        Id | None, Field(description="文件标识。Id of a document without a number.")
    ] = None
    at: Annotated[Id | None, Field(description="所在子体系编号。Code of its home node.")] = None
    see_also: Annotated[
        OneOrMany,
        Field(description="另见的子体系（不计数）。Further nodes, never counted."),
    ] = ()
    code: Annotated[
        Words | None,
        Field(description="体系编号；给定后保持不变。Its code in the system, kept when given."),
    ] = None
    origin: Annotated[OriginWord | None, Field(description="自制或采用。Own or adopted.")] = None
    id: Annotated[
        Id | None, Field(description="拟制定标准的标识。Identifier of the planned standard.")
    ] = None
    urgency: Annotated[
        UrgencyWord | None, Field(description="缓急程度：急需、较急、一般。Urgency.")
    ] = None
    focus: Annotated[
        Flag, Field(description="是否重点（重点先行）。Whether it is a key project.")
    ] = False
    new_field: Annotated[
        Flag, Field(description="是否新领域（新领域先行）。Whether it opens a new field.")
    ] = False
    due: Annotated[PartialDate | None, Field(description="完成期限。Due date.")] = None
    phase: Annotated[Id | None, Field(description="所属阶段。Phase of the programme.")] = None
    started: Annotated[PartialDate | None, Field(description="开始制定日期。Start of work.")] = None
    months: Annotated[
        Count | None, Field(description="制定周期（月）。Months that making it takes.")
    ] = None
    lead: Annotated[Id | None, Field(description="牵头单位标识。Lead organisation.")] = None
    support: Annotated[OneOrMany, Field(description="配合单位标识。Supporting units.")] = ()
    workflow: Annotated[
        WorkflowWord | None,
        Field(description="工作阶段：拟制定、立项、起草、征求意见、审查、报批。Stage of work."),
    ] = None
    needs: Annotated[
        OneOrMany,
        Field(description="制定前所需的标准或拟制定标准。What must exist before it."),
    ] = ()
    province_approval: Annotated[
        Flag | None,
        Field(
            description="设区的市制定地方标准是否经省级批准（标准化法第十三条）。"
            "Whether the province approved a city's local standard."
        ),
    ] = None
    upgrades: Annotated[
        OneOrMany,
        Field(description="拟由哪些标准上升而来。Standards that it is to lift to its level."),
    ] = ()

    @property
    def named_by(self) -> tuple[str, ...]:
        """The fields that say what it places; exactly one in a sound entry."""
        named = tuple(name for name in _NAMED_BY if getattr(self, name) is not None)
        return named or (("title",) if self.title is not None else ())


_NAMED_BY = ("standard", "number", "planned", "document")


class SystemRecord(Record):
    """An item of `systems:`."""

    id: Annotated[Id, Field(description="体系标识。Identifier.")]
    name: Annotated[Words, Field(description="体系名称。Name.")]
    order: Annotated[
        Count | None,
        Field(description="在表格中的先后；不写则按文件顺序，排在后面。Place among the systems."),
    ] = None
    aliases: Annotated[
        OneOrMany, Field(description="别名（如 茶业、茶叶）。Other names of its object.")
    ] = ()
    object: Annotated[Words | None, Field(description="标准化对象。Object of standardization.")] = (
        None
    )
    objective: Annotated[
        Words | None, Field(description="体系目标（GB/T 13016 目标明确）。Stated objective.")
    ] = None
    brand: Annotated[Words | None, Field(description="区域品牌。Regional brand.")] = None
    owner: Annotated[
        Id | None, Field(description="责任单位标识。Organisation that answers for it.")
    ] = None
    shared: Annotated[
        Flag, Field(description="是否通用基础共用标准。Whether it is a shared base.")
    ] = False
    uses: Annotated[OneOrMany, Field(description="共用哪些体系。Shared bases it uses.")] = ()
    tree: Annotated[tuple[NodeRecord, ...], Field(description="子体系。Subsystems.")] = ()
    entries: Annotated[tuple[EntryRecord, ...], Field(description="条目。Entries.")] = ()
    coverage: Annotated[
        CoverageRecord, Field(description="本体系的覆盖要求。Its own coverage policy.")
    ] = Field(default_factory=CoverageRecord)
    expected: Annotated[
        dict[LevelWord, Count],
        Field(description="各级别应有数下限。Expected numbers by level."),
    ] = Field(default_factory=dict)
    source: Annotated[Words | None, Field(description="出处。Source.")] = None
    notes: Annotated[Words | None, Field(description="备注。Notes.")] = None
    waive: Annotated[
        tuple[Waiver, ...], Field(description="就地豁免的检查结果。Findings accepted in place.")
    ] = ()

"""What is written of a programme 试点: its phases and tasks."""

from typing import Annotated

from pydantic import Field

from stdsys.model.partial_date import PartialDate
from stdsys.model.record import Record, Waiver
from stdsys.model.scalars import Id, OneOrMany, Words


class PhaseRecord(Record):
    """A phase 阶段 of the programme."""

    id: Annotated[Id, Field(description="阶段标识。Identifier.")]
    name: Annotated[Words, Field(description="阶段名称。Name.")]
    start: Annotated[PartialDate | None, Field(description="开始时间。Start.")] = None
    end: Annotated[PartialDate | None, Field(description="结束时间。End.")] = None
    source: Annotated[Words | None, Field(description="依据条款。Source clause.")] = None
    notes: Annotated[Words | None, Field(description="备注。Notes.")] = None
    waive: Annotated[
        tuple[Waiver, ...], Field(description="就地豁免的检查结果。Findings accepted in place.")
    ] = ()


class TaskRecord(Record):
    """A task 任务: what is to be done, by whom, for which systems and standards."""

    id: Annotated[Id, Field(description="任务标识。Identifier.")]
    title: Annotated[Words, Field(description="任务内容。What is to be done.")]
    phase: Annotated[Id | None, Field(description="所属阶段。Phase.")] = None
    due: Annotated[PartialDate | None, Field(description="完成期限。Due date.")] = None
    lead: Annotated[
        OneOrMany, Field(description="牵头单位标识，可有几个。Lead organisations.")
    ] = ()
    support: Annotated[OneOrMany, Field(description="配合单位标识。Supporting units.")] = ()
    systems: Annotated[OneOrMany, Field(description="涉及的体系。Systems it is about.")] = ()
    standards: Annotated[
        OneOrMany,
        Field(description="涉及的标准编号或拟制定标准标识。Standards it is about."),
    ] = ()
    source: Annotated[Words | None, Field(description="依据条款。Source clause.")] = None
    notes: Annotated[Words | None, Field(description="备注。Notes.")] = None
    waive: Annotated[
        tuple[Waiver, ...], Field(description="就地豁免的检查结果。Findings accepted in place.")
    ] = ()


class ProgrammeRecord(Record):
    """The section `programme:`."""

    title: Annotated[Words | None, Field(description="试点名称。Title.")] = None
    kind: Annotated[Words | None, Field(description="城市试点、企业试点等。Kind.")] = None
    phases: Annotated[
        tuple[PhaseRecord, ...], Field(description="阶段，按先后。Phases in order.")
    ] = ()
    tasks: Annotated[tuple[TaskRecord, ...], Field(description="任务。Tasks.")] = ()
    source: Annotated[Words | None, Field(description="出处。Source.")] = None
    notes: Annotated[Words | None, Field(description="备注。Notes.")] = None

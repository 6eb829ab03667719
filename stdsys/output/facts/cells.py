"""The table `cells`: every cell of the coverage policy, its state and what it holds."""

from collections.abc import Iterator

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.coverage.cells import Cell, CellState
from stdsys.model.workspace import ASPECT, STAGE, Workspace
from stdsys.output.facts.columns import Column, Kind


class CellFact(Struct, frozen=True):
    """A cell and the workspace that names its axes' values."""

    cell: Cell
    workspace: Workspace

    @property
    def stage_order(self) -> int | None:
        """Return the position of the cell's stage in the chain, from 1."""
        stages = list(self.workspace.axes[STAGE].values)
        stage = self.cell.axes.get(STAGE)
        return stages.index(stage) + 1 if stage in stages else None

    def name(self, axis: str) -> str | None:
        """Return the name of the cell's value on an axis."""
        value = self.cell.axes.get(axis)
        if value is None:
            return None
        known = self.workspace.axes[axis].values
        return known[value].name if value in known else value


def cell_facts(analysis: Analysis) -> Iterator[CellFact]:
    """Yield the cells in the order of systems, clauses and axis values."""
    for cell in analysis.coverage.cells:
        yield CellFact(cell, analysis.workspace)


def _count(name: str, meaning: str, cls: RowClass) -> Column[CellFact]:
    return Column(name, Kind.INTEGER, meaning, lambda one: one.cell.counts[cls])


COLUMNS: tuple[Column[CellFact], ...] = (
    Column("system", Kind.TEXT, "体系标识。Id of the system.", lambda one: one.cell.system),
    Column(
        "system_name",
        Kind.TEXT,
        "体系名称。Name of the system.",
        lambda one: one.workspace.systems[one.cell.system].name,
    ),
    Column(
        "clause",
        Kind.TEXT,
        "覆盖要求条款标识。Id of the clause of the coverage policy.",
        lambda one: one.cell.clause.id,
    ),
    Column(
        "clause_name",
        Kind.TEXT,
        "条款名称，没有的为标识。Name of the clause, else its id.",
        lambda one: one.cell.clause.called,
    ),
    Column(
        "stage",
        Kind.TEXT,
        "环节标识；不按环节要求的为空。Id of the stage; null where the cell has none.",
        lambda one: one.cell.axes.get(STAGE),
    ),
    Column("stage_name", Kind.TEXT, "环节名称。Name of the stage.", lambda one: one.name(STAGE)),
    Column(
        "stage_order",
        Kind.INTEGER,
        "环节在产业链中的次序，从 1 起；不按环节要求的为空。"
        "Position of the stage in the chain, from 1; null where the cell has none.",
        lambda one: one.stage_order,
    ),
    Column(
        "aspect",
        Kind.TEXT,
        "方面标识；不按方面要求的为空。Id of the aspect; null where the cell has none.",
        lambda one: one.cell.axes.get(ASPECT),
    ),
    Column("aspect_name", Kind.TEXT, "方面名称。Name of the aspect.", lambda one: one.name(ASPECT)),
    Column(
        "axes",
        Kind.TEXTS,
        "构成格子的各轴取值，写作 轴=取值。All values that make the cell, as axis=value.",
        lambda one: [f"{axis}={value}" for axis, value in one.cell.axes.items()],
    ),
    Column(
        "state",
        Kind.TEXT,
        "状态：covered 已覆盖，upcoming 即将覆盖，planned 已列计划，obsolete-only 仅有失效标准，"
        "gap 空白，exempt 不适用。"
        "State: covered, upcoming, planned, obsolete-only, gap, exempt.",
        lambda one: one.cell.state.value,
    ),
    Column(
        "raw_state",
        Kind.TEXT,
        "不计豁免的状态，取值同 state。State without exemptions, in the words of state.",
        lambda one: one.cell.raw_state.value,
    ),
    Column(
        "required",
        Kind.BOOLEAN,
        "是否要求覆盖（未豁免）。Whether the cell is required, that is not exempt.",
        lambda one: one.cell.state is not CellState.EXEMPT,
    ),
    Column(
        "reason",
        Kind.TEXT,
        "不适用的理由。Reason why the cell is exempt.",
        lambda one: one.cell.reason,
    ),
    Column(
        "at_least",
        Kind.INTEGER,
        "至少要几项现行标准。Number of standards in force that the cell needs.",
        lambda one: one.cell.at_least,
    ),
    Column(
        "missing",
        Kind.INTEGER,
        "除现行、即将实施和拟制定的外还缺几项。"
        "Number of standards missing besides those in force, upcoming and planned.",
        lambda one: one.cell.missing,
    ),
    _count(
        "in_force",
        "现行项数，同一标准各版计一项。Number of standards in force, all editions as one.",
        RowClass.E,
    ),
    _count("upcoming", "即将实施项数。Number of upcoming standards.", RowClass.U),
    _count("planned", "拟制定项数。Number of planned standards.", RowClass.P),
    _count("unknown", "状态未知项数。Number of standards of unknown status.", RowClass.X),
    _count("obsolete", "被代替和废止项数。Number of standards replaced or withdrawn.", RowClass.O),
    Column(
        "standards",
        Kind.TEXTS,
        "计入的标准的标识。Ids of the standards counted.",
        lambda one: one.cell.standards,
    ),
    Column(
        "planned_standards",
        Kind.TEXTS,
        "计入的拟制定标准的标识。Ids of the planned standards counted.",
        lambda one: one.cell.planned,
    ),
)

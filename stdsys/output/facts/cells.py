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
        "体系名称。Its name.",
        lambda one: one.workspace.systems[one.cell.system].name,
    ),
    Column(
        "clause",
        Kind.TEXT,
        "覆盖要求条款标识。Id of the clause.",
        lambda one: one.cell.clause.id,
    ),
    Column(
        "clause_name",
        Kind.TEXT,
        "条款名称，没有的为标识。Its name, else its id.",
        lambda one: one.cell.clause.called,
    ),
    Column(
        "stage",
        Kind.TEXT,
        "环节标识；不按环节要求的为空。Id of the stage; null where the cell has none.",
        lambda one: one.cell.axes.get(STAGE),
    ),
    Column("stage_name", Kind.TEXT, "环节名称。Its name.", lambda one: one.name(STAGE)),
    Column(
        "aspect",
        Kind.TEXT,
        "方面标识；不按方面要求的为空。Id of the aspect; null where the cell has none.",
        lambda one: one.cell.axes.get(ASPECT),
    ),
    Column("aspect_name", Kind.TEXT, "方面名称。Its name.", lambda one: one.name(ASPECT)),
    Column(
        "axes",
        Kind.TEXTS,
        "各轴取值。All values that make the cell: axis=value.",
        lambda one: [f"{axis}={value}" for axis, value in one.cell.axes.items()],
    ),
    Column(
        "state",
        Kind.TEXT,
        "状态。covered, upcoming, planned, obsolete-only, gap or exempt.",
        lambda one: one.cell.state.value,
    ),
    Column(
        "raw_state",
        Kind.TEXT,
        "不计豁免的状态。The state without exemptions.",
        lambda one: one.cell.raw_state.value,
    ),
    Column(
        "required",
        Kind.BOOLEAN,
        "是否要求覆盖（未豁免）。Whether it is required, that is not exempt.",
        lambda one: one.cell.state is not CellState.EXEMPT,
    ),
    Column(
        "reason",
        Kind.TEXT,
        "不适用的理由。Why it is exempt.",
        lambda one: one.cell.reason,
    ),
    Column(
        "at_least",
        Kind.INTEGER,
        "至少几项。How many standards in force it needs.",
        lambda one: one.cell.at_least,
    ),
    Column(
        "missing",
        Kind.INTEGER,
        "还缺几项。How many must come besides those upcoming and planned.",
        lambda one: one.cell.missing,
    ),
    _count("in_force", "现行项数。Families in force.", RowClass.E),
    _count("upcoming", "即将实施项数。Upcoming ones.", RowClass.U),
    _count("planned", "拟制定项数。Planned ones.", RowClass.P),
    _count("unknown", "状态不明项数。Those of unknown status.", RowClass.X),
    _count("obsolete", "被代替和废止项数。Replaced and withdrawn ones.", RowClass.O),
    Column(
        "standards",
        Kind.TEXTS,
        "计入的标准。Ids of the standards counted.",
        lambda one: one.cell.standards,
    ),
    Column(
        "planned_standards",
        Kind.TEXTS,
        "计入的拟制定标准。Ids of the planned ones.",
        lambda one: one.cell.planned,
    ),
)

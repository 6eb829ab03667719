"""The counts of a system or of the whole region: what the headline numbers are taken from."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from stdsys.analysis.counting.groups import (
    OTHER_CATEGORY,
    UNDETERMINED,
    Groups,
    by_axis,
    by_category,
    by_level,
    by_subsystem,
)
from stdsys.analysis.counting.rows import Row, RowClass, Rows, distinct
from stdsys.analysis.counting.statistics_tables import S1Table, S2Tables, s2_of_region, s2_of_system
from stdsys.analysis.counting.tally import Tally
from stdsys.analysis.coverage.matrix import CellState, Coverage
from stdsys.analysis.life_cycle.statuses import Basis
from stdsys.model.status import Status
from stdsys.model.workspace import ASPECT, KIND, STAGE, System, Workspace
from stdsys.numbers import Level


class Statistics(Struct, frozen=True, eq=False):
    """Counts of a scope: one system, or the region (`scope` None), where items count once.

    - `total`, `by_level` (five levels, `other`, and `undetermined` where a level is not stated),
      `by_category` (of what is not `other`): every item exactly once. `by_system` counts each
      system for itself.
    - `by_stage`, `by_aspect`, `by_kind`, `by_subsystem` overlap: an item counts under each of its
      values (of all its places), without a value under `general`. They have no sum.
    - `by_status` counts items of the five levels, obsolete ones and successions included, so that
      what is in force is 现有数.
    - `stage_level[stage][level]` is overlapping by stage; levels as in the columns of layout S2.
    - `other` rows outside the five levels, `successions`, `obsolete` rows (of any level).
    - `presumed_or_unverified` of the main table's rows rest on presumption or unverified facts.
    - `uncovered_cells` are coverage cells that are gaps: cells, never added to 应有数.
    - `sum_of_systems` is 应有数 added up over systems, `distinct` that of the region;
      `existing_sum_of_systems` the same for 现有数. `number_of_systems` leaves out shared bases.
    - `systems` holds the statistics of each system, shared bases included.

    A system's `expected` numbers raise 应有数 of a level by what its rows fall short of them. The
    region is raised by the sum of what its systems are. By category such a raise stands under 其他;
    by subsystem, stage, aspect and kind it does not show.
    """

    scope: str | None
    standards: int
    total: Tally
    by_level: Mapping[str, Tally]
    by_system: Mapping[str, Tally]
    by_category: Mapping[str, Tally]
    by_status: Mapping[Status, int]
    by_stage: Mapping[str, Tally]
    by_aspect: Mapping[str, Tally]
    by_kind: Mapping[str, Tally]
    by_subsystem: Mapping[str, Tally]
    s1: S1Table
    s2_tables: S2Tables
    stage_level: Mapping[str, Mapping[str, Tally]]
    other: int
    successions: int
    obsolete: int
    presumed_or_unverified: int
    uncovered_cells: int
    sum_of_systems: int
    existing_sum_of_systems: int
    distinct: int
    number_of_systems: int
    systems: Mapping[str, "Statistics"] = field(default_factory=dict)

    @classmethod
    def of(cls, workspace: Workspace, rows: Rows, coverage: Coverage) -> "Statistics":
        """Count the region, and every system for itself."""
        gaps = Counter(cell.system for cell in coverage.cells if cell.state is CellState.GAP)
        raises = {
            key: _raises_of(system, rows.of(key)) for key, system in workspace.systems.items()
        }
        systems = {
            key: _of_system(workspace, system, rows.of(key), raises[key], gaps[key])
            for key, system in workspace.systems.items()
        }
        return _of_region(workspace, rows, raises, systems, gaps.total())

    def s2(self, system: str | None = None) -> S2Tables:
        """Return layout S2 of this scope, or of one of its systems (KeyError if unknown)."""
        return self.s2_tables if system is None else self.systems[system].s2_tables


def _raises_of(system: System, rows: Iterable[Row]) -> Mapping[Level, int]:
    """Return by how much each of a system's expected numbers exceeds its rows of that level."""
    listed = Counter(row.level for row in rows if row.listed)
    raises = {level: expected - listed[level] for level, expected in system.record.expected.items()}
    return {level: raised for level, raised in raises.items() if raised > 0}


def _of_system(
    workspace: Workspace,
    system: System,
    rows: Sequence[Row],
    raises: Mapping[Level, int],
    gaps: int,
) -> Statistics:
    count = _Count(workspace, rows, raises)
    total = count.total
    return count.statistics(
        scope=system.id,
        systems=(system,),
        s2=s2_of_system(system, rows, raises),
        by_system={system.id: total},
        gaps=gaps,
        parts={},
    )


def _of_region(
    workspace: Workspace,
    rows: Rows,
    raises: Mapping[str, Mapping[Level, int]],
    parts: Mapping[str, Statistics],
    gaps: int,
) -> Statistics:
    together: Counter[Level] = Counter()
    for of_system in raises.values():
        together.update(of_system)
    count = _Count(workspace, rows.placements(), together)
    tables = {key: part.s2_tables for key, part in parts.items()}
    return count.statistics(
        scope=None,
        systems=tuple(workspace.systems.values()),
        s2=s2_of_region(workspace.systems, tables, count.by_level),
        by_system={key: part.total for key, part in parts.items()},
        gaps=gaps,
        parts=parts,
    )


class _Count:
    """Counts one scope. `rows` may place an item several times; `items` has each once."""

    def __init__(
        self, workspace: Workspace, rows: Sequence[Row], raises: Mapping[Level, int]
    ) -> None:
        self.workspace = workspace
        self.rows = rows
        self.items = distinct(rows)
        self.raises = raises
        raised = sum(number for level, number in raises.items() if level is not Level.OTHER)
        self.raised = raised
        self.total = Tally.of(self.items, raised=raised)
        self.by_level = self._by_level()

    def statistics(
        self,
        *,
        scope: str | None,
        systems: Sequence[System],
        s2: S2Tables,
        by_system: Mapping[str, Tally],
        gaps: int,
        parts: Mapping[str, Statistics],
    ) -> Statistics:
        by_category = self._by_category()
        stages = by_axis(self.rows, STAGE, self.workspace)
        other = sum(row.outside and row.listed for row in self.items)
        return Statistics(
            scope=scope,
            standards=self.total.standards,
            total=self.total,
            by_level=self.by_level,
            by_system=by_system,
            by_category=by_category,
            by_status=self._by_status(),
            by_stage=_tallies(stages),
            by_aspect=_tallies(by_axis(self.rows, ASPECT, self.workspace)),
            by_kind=_tallies(by_axis(self.rows, KIND, self.workspace)),
            by_subsystem=_tallies(by_subsystem(self.rows, systems)),
            s1=S1Table(self._counted_levels(), by_category, other),
            s2_tables=s2,
            stage_level={stage: self._levels_of(rows) for stage, rows in stages.items()},
            other=other,
            successions=sum(bool(row.succession_of) for row in self.items),
            obsolete=sum(row.cls is RowClass.O for row in self.items),
            presumed_or_unverified=self._presumed_or_unverified(),
            uncovered_cells=gaps,
            sum_of_systems=sum(tally.required for tally in by_system.values()),
            existing_sum_of_systems=sum(tally.existing for tally in by_system.values()),
            distinct=self.total.required,
            number_of_systems=sum(not system.shared for system in systems),
            systems=parts,
        )

    def _presumed_or_unverified(self) -> int:
        main = (row for row in self.items if row.main)
        return sum(row.status.basis is Basis.PRESUMED or row.item.unverified for row in main)

    def _by_level(self) -> dict[str, Tally]:
        tallies: dict[str, Tally] = {}
        for key, rows in by_level(self.items).items():
            raised = 0 if key == UNDETERMINED else self.raises.get(Level(key), 0)
            count = Tally.outside if key == Level.OTHER else Tally.of
            tallies[key] = count(rows, raised=raised)
        return tallies

    def _counted_levels(self) -> dict[str, Tally]:
        return {key: tally for key, tally in self.by_level.items() if key != Level.OTHER}

    def _by_status(self) -> dict[Status, int]:
        counts = Counter(row.status.status for row in self.items if not row.outside)
        return {status: counts[status] for status in Status}

    def _by_category(self) -> dict[str, Tally]:
        inside = (row for row in self.items if not row.outside)
        return {
            word: Tally.of(rows, raised=self.raised if word == OTHER_CATEGORY else 0)
            for word, rows in by_category(inside, self.workspace).items()
        }

    def _levels_of(self, rows: Iterable[Row]) -> dict[str, Tally]:
        of_level = by_level(rows)
        return {key: Tally.of(of_level.get(key, [])) for key in self._counted_levels()}


def _tallies(groups: Groups) -> dict[str, Tally]:
    return {key: Tally.of(rows) for key, rows in groups.items()}

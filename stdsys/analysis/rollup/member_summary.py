"""What is kept of a member: its holdings, its cells by state, what the rules found in it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.cells import Cell, CellState, CoverageSummary, worst_of
from stdsys.analysis.difference.finding_changes import Sighting
from stdsys.analysis.rollup.holdings import Death, Holding, deaths_in, holdings_of
from stdsys.findings import Place, Position, Severity
from stdsys.model.workspace import STAGE, Workspace
from stdsys.numbers import Level

OPEN = (CellState.GAP, CellState.OBSOLETE_ONLY)
"""States of a cell for which nothing valid exists or is on its way."""

Square: TypeAlias = tuple[tuple[str, str], ...]
"""What a cell is for, whatever the system: axes and the names of their values."""


class Named(Struct, frozen=True):
    """A member: `key` is what its ids begin with, `label` what people call it, `folder` its path.

    The folder counts from that of the whole, for which it is empty. `own` marks the whole's own
    systems (市本级), which are a member beside the others. `depth` is 1 for a member that the whole
    lists, 2 for a member of that, …; the members of a member come right after it.
    """

    key: str
    label: str
    folder: str
    own: bool = False
    depth: int = 1

    def path(self, file: str) -> str:
        """Return a file of the member's as it can be opened from the folder of the whole."""
        return f"{self.folder}/{file}" if self.folder else file

    def id(self, name: str) -> str:
        """Return the id of something of the member's: `county-a:GB 2762-2022`."""
        return f"{self.key}:{name}"


class StageState(Struct, frozen=True):
    """A stage in a member: the worst state of its cells, and how many of those are covered."""

    state: CellState
    required: int
    covered: int


class OpenCell(Struct, frozen=True):
    """A cell of a member that is a gap, or holds obsolete standards only."""

    system: str
    system_name: str
    clause: str
    clause_name: str
    square: Square
    state: CellState
    missing: int


class Renaming(Struct, frozen=True):
    """The present number of a standard that had another before, and where that is said."""

    present: str
    place: Place


class MemberSummary(Struct, frozen=True, eq=False):
    """A member on the day.

    `aliases` map an earlier number to the present one, `deaths` are the numbers it knows to be
    withdrawn or replaced. `raised` is what `expected` adds to 应有数 by level. `squares` has the
    worst state of each square, `stages` those of its stages alone, in the member's order.
    `findings` stand at paths from the folder of the whole. `readable`: no part was left unread.
    """

    name: Named
    entries: int
    systems: int
    holdings: tuple[Holding, ...]
    aliases: Mapping[str, Renaming]
    deaths: Mapping[str, Death]
    raised: Mapping[Level, int]
    coverage: CoverageSummary
    stages: Mapping[str, StageState]
    squares: Mapping[Square, CellState]
    open_cells: tuple[OpenCell, ...]
    findings: tuple[Sighting, ...]
    waived: int
    readable: bool

    @classmethod
    def of(
        cls,
        name: Named,
        analysis: Analysis,
        sightings: Iterable[Sighting] = (),
        *,
        readable: bool = True,
    ) -> "MemberSummary":
        """Sum up a workspace; of what the analysis holds nothing but small values is kept."""
        found = list(sightings)
        cells = analysis.coverage.cells
        return cls(
            name=name,
            entries=sum(len(system.entries) for system in analysis.workspace.systems.values()),
            systems=analysis.statistics.number_of_systems,
            holdings=holdings_of(analysis, name.key),
            aliases=_renamings(analysis.workspace),
            deaths=deaths_in(analysis),
            raised=_raised(analysis),
            coverage=analysis.coverage.summary,
            stages=_stages(analysis),
            squares=_squares(analysis),
            open_cells=tuple(_open_cell(c, analysis) for c in cells if c.state in OPEN),
            findings=tuple(_kept(one, name) for one in found if not one.waived),
            waived=sum(one.waived for one in found),
            readable=readable,
        )

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(one.finding.severity is severity for one in self.findings)

    @property
    def empty(self) -> bool:
        """Whether it has no systems of its own, as a city may that only lists its counties."""
        return self.readable and not (self.systems or self.entries or self.holdings)

    @property
    def codes(self) -> Mapping[tuple[str, Severity], int]:
        """How many findings there are of each code and severity, the gravest first."""
        found = Counter((one.finding.code, one.finding.severity) for one in self.findings)
        return {key: found[key] for key in sorted(found, key=lambda key: (key[1].rank, key[0]))}


def _renamings(workspace: Workspace) -> dict[str, Renaming]:
    """Return the earlier numbers of standards; of what is unknown there is no place to tell."""
    return {
        earlier: Renaming(present, workspace.editions[present].place.at("formerly"))
        for earlier, present in workspace.aliases.items()
        if present in workspace.editions
    }


def _raised(analysis: Analysis) -> dict[Level, int]:
    """Return what 应有数 of each level has beyond the rows listed."""
    listed = Counter(row.level for row in analysis.rows.region() if row.listed)
    tallies = {level: analysis.statistics.by_level[level] for level in Level}
    raised = {level: tally.required - listed[level] for level, tally in tallies.items()}
    return {level: number for level, number in raised.items() if number}


def square_of(cell: Cell, analysis: Analysis) -> Square:
    """Return what a cell is for. Members name stages as they like: only names can be compared."""
    axes = analysis.workspace.axes
    return tuple((axis, axes[axis].values[value].name) for axis, value in cell.axes.items())


def _squares(analysis: Analysis) -> dict[Square, CellState]:
    states: dict[Square, list[CellState]] = {}
    for cell in analysis.coverage.cells:
        states.setdefault(square_of(cell, analysis), []).append(cell.state)
    return {square: worst_of(found) for square, found in states.items()}


def _stages(analysis: Analysis) -> dict[str, StageState]:
    stages = analysis.workspace.axes[STAGE].values
    found: dict[str, list[CellState]] = {value.name: [] for value in stages.values()}
    for cell in analysis.coverage.cells:
        if STAGE in cell.axes:
            found[stages[cell.axes[STAGE]].name].append(cell.state)
    return {name: _stage_state(states) for name, states in found.items() if states}


def _stage_state(states: list[CellState]) -> StageState:
    exempt = states.count(CellState.EXEMPT)
    return StageState(worst_of(states), len(states) - exempt, states.count(CellState.COVERED))


def _open_cell(cell: Cell, analysis: Analysis) -> OpenCell:
    return OpenCell(
        system=cell.system,
        system_name=analysis.workspace.systems[cell.system].name,
        clause=cell.clause.id,
        clause_name=cell.clause.called,
        square=square_of(cell, analysis),
        state=cell.state,
        missing=cell.missing,
    )


def _kept(one: Sighting, name: Named) -> Sighting:
    """Return a finding at its path from the whole, without the further places it speaks of."""
    at = one.position
    position = Position(name.path(at.file), at.line, at.column)
    return Sighting(replace(one.finding, related=()), position)

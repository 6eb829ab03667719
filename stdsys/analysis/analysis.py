"""Everything a rule or a table may ask of a workspace on one day, each answer computed once."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from stdsys.analysis.citations import Citations
from stdsys.analysis.coverage import Coverage
from stdsys.analysis.ownership import Ownership
from stdsys.analysis.placements import Placements
from stdsys.analysis.replacements import Replacements
from stdsys.analysis.rows import Rows
from stdsys.analysis.statistics import Statistics
from stdsys.analysis.status import Statuses
from stdsys.analysis.written_numbers import WrittenNumber, doubtful_numbers
from stdsys.model.workspace import Workspace

if TYPE_CHECKING:
    from stdsys.analysis.graph import Graph


class Analysis:
    """The questions, answered lazily and from the same indices."""

    def __init__(self, workspace: Workspace, as_of: date) -> None:
        self.workspace = workspace
        self.as_of = as_of

    @cached_property
    def ownership(self) -> Ownership:
        """Which items are own."""
        return Ownership.of(self.workspace)

    @cached_property
    def placements(self) -> Placements:
        """Which entries place an item."""
        return Placements.of(self.workspace)

    @cached_property
    def doubtful_numbers(self) -> tuple[WrittenNumber, ...]:
        """The written numbers that a rule may have something to say about."""
        return tuple(doubtful_numbers(self.workspace, self.placements))

    @cached_property
    def replacements(self) -> Replacements:
        """Who replaces whom."""
        return Replacements.of(self.workspace)

    @cached_property
    def statuses(self) -> Statuses:
        """The status of every item on the day."""
        return Statuses.on(self.workspace, self.as_of, self.replacements)

    @cached_property
    def citations(self) -> Citations:
        """What every citation resolves to on the day."""
        return Citations.of(self.workspace, self.statuses, self.replacements)

    @cached_property
    def rows(self) -> Rows:
        """The rows of the tables."""
        return Rows.of_workspace(self.workspace, self.statuses, self.replacements)

    @cached_property
    def coverage(self) -> Coverage:
        """The cells of the coverage matrix and their states."""
        return Coverage.of(self.workspace, self.statuses)

    @cached_property
    def statistics(self) -> Statistics:
        """The counts."""
        return Statistics.of(self.workspace, self.rows, self.coverage)

    def graph(self) -> "Graph":
        """Return the dependency graph, built at the first call (which imports networkx)."""
        return self._graph

    @cached_property
    def _graph(self) -> "Graph":
        from stdsys.analysis.graph import build_graph

        return build_graph(self.workspace, self.statuses, self.replacements, self.citations)

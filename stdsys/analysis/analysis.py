"""Everything a rule or a table may ask of a workspace on one day, each answer computed once.

Each question is imported when it is first asked: most runs ask few.
"""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from stdsys.model.workspace import Workspace

if TYPE_CHECKING:
    from stdsys.analysis.citations.mentions import Mentions
    from stdsys.analysis.citations.resolved import Citations
    from stdsys.analysis.counting.rows import Rows
    from stdsys.analysis.counting.statistics import Statistics
    from stdsys.analysis.coverage.gap_proposals import GapProposal
    from stdsys.analysis.coverage.matrix import Coverage
    from stdsys.analysis.drafting.critical_path import CriticalPath
    from stdsys.analysis.drafting.order import DraftingOrder
    from stdsys.analysis.graphs.graph import Graph
    from stdsys.analysis.life_cycle.replacements import Replacements
    from stdsys.analysis.life_cycle.statuses import Statuses
    from stdsys.analysis.limits.indicators import Indicators
    from stdsys.analysis.limits.methods import Methods
    from stdsys.analysis.limits.units import Units
    from stdsys.analysis.ownership import Ownership
    from stdsys.analysis.placements import Placements
    from stdsys.analysis.quality.reviews import Reviews
    from stdsys.analysis.register_answers import RegisterAnswers
    from stdsys.analysis.targets.reached import Targets
    from stdsys.analysis.written_numbers import WrittenNumber
    from stdsys.register.reading import Register


class Analysis:
    """The questions, answered lazily and from the same indices."""

    def __init__(
        self, workspace: Workspace, as_of: date, register: "Register | None" = None
    ) -> None:
        """Take the workspace, the day and, to look numbers up in, a register of known standards."""
        self.workspace = workspace
        self.as_of = as_of
        self.register = register

    @cached_property
    def ownership(self) -> "Ownership":
        """Which items are own."""
        from stdsys.analysis.ownership import Ownership

        return Ownership.of(self.workspace)

    @cached_property
    def placements(self) -> "Placements":
        """Which entries place an item."""
        from stdsys.analysis.placements import Placements

        return Placements.of(self.workspace)

    @cached_property
    def doubtful_numbers(self) -> "tuple[WrittenNumber, ...]":
        """The written numbers that a rule may have something to say about."""
        from stdsys.analysis.written_numbers import doubtful_numbers

        return tuple(doubtful_numbers(self.workspace, self.placements))

    @cached_property
    def replacements(self) -> "Replacements":
        """Who replaces whom."""
        from stdsys.analysis.life_cycle.replacements import Replacements

        return Replacements.of(self.workspace)

    @cached_property
    def statuses(self) -> "Statuses":
        """The status of every item on the day."""
        from stdsys.analysis.life_cycle.statuses import Statuses

        return Statuses.on(self.workspace, self.as_of, self.replacements)

    @cached_property
    def citations(self) -> "Citations":
        """What every citation resolves to on the day."""
        from stdsys.analysis.citations.resolved import Citations

        return Citations.of(self.workspace, self.statuses, self.replacements)

    @cached_property
    def mentions(self) -> "Mentions":
        """Who names what: in citations, test methods, plans, tasks, reviews."""
        from stdsys.analysis.citations.mentions import Mentions

        return Mentions.of(self.workspace, self.statuses, self.replacements)

    @cached_property
    def rows(self) -> "Rows":
        """The rows of the tables."""
        from stdsys.analysis.counting.rows import Rows

        return Rows.of_workspace(self.workspace, self.statuses, self.replacements)

    @cached_property
    def coverage(self) -> "Coverage":
        """The cells of the coverage matrix and their states."""
        from stdsys.analysis.coverage.matrix import Coverage

        return Coverage.of(self.workspace, self.statuses)

    @cached_property
    def statistics(self) -> "Statistics":
        """The counts."""
        from stdsys.analysis.counting.statistics import Statistics

        return Statistics.of(self.workspace, self.rows, self.coverage)

    @cached_property
    def drafting_order(self) -> "DraftingOrder":
        """The planned standards in the order of drafting."""
        from stdsys.analysis.drafting.needs import needs_of
        from stdsys.analysis.drafting.order import DraftingOrder

        needs = needs_of(self.workspace, self.statuses, self.replacements, self.citations)
        return DraftingOrder.of(self.workspace, self.placements, needs)

    @cached_property
    def critical_path(self) -> "CriticalPath":
        """The times of planned standards against their deadlines."""
        from stdsys.analysis.drafting.critical_path import CriticalPath

        return CriticalPath.of(self.workspace, self.drafting_order, self.as_of)

    @cached_property
    def gap_proposals(self) -> "tuple[GapProposal, ...]":
        """The level proposed for each gap."""
        from stdsys.analysis.coverage.gap_proposals import gap_proposals

        return gap_proposals(self.coverage, self.workspace, self.statuses)

    @cached_property
    def targets(self) -> "Targets":
        """The targets, and whether they are reached."""
        from stdsys.analysis.targets.reached import Targets

        return Targets.of(self)

    @cached_property
    def reviews(self) -> "Reviews":
        """The reviews of standards, and which standards nobody has reviewed."""
        from stdsys.analysis.quality.reviews import Reviews

        return Reviews.of(self.workspace, self.statuses, self.rows, self.ownership, self.as_of)

    @cached_property
    def units(self) -> "Units":
        """The units of indicators, the workspace's own included."""
        from stdsys.analysis.limits.units import Units

        return Units(self.workspace.record.units)

    @cached_property
    def methods(self) -> "Methods":
        """Which test methods are the same under different numbers."""
        from stdsys.analysis.limits.methods import Methods

        return Methods(self.workspace, self.statuses, self.replacements)

    @cached_property
    def indicators(self) -> "Indicators":
        """The limits that standards set, and how those of lower stand to those of higher ones."""
        from stdsys.analysis.limits.adopted_limits import Adoptions
        from stdsys.analysis.limits.indicators import Indicators
        from stdsys.analysis.limits.products import Products

        return Indicators.of(
            self.workspace,
            self.statuses,
            Products(self.workspace, self.placements),
            self.units,
            self.methods,
            Adoptions(self.citations),
        )

    @cached_property
    def register_answers(self) -> "RegisterAnswers | None":
        """What the register says of the workspace's numbers; None where there is no register."""
        if self.register is None:
            return None
        from stdsys.analysis.register_answers import RegisterAnswers

        return RegisterAnswers.of(self.workspace, self.as_of, self.register)

    def graph(self) -> "Graph":
        """Return the dependency graph, built at the first call (which imports networkx)."""
        return self._graph

    @cached_property
    def _graph(self) -> "Graph":
        from stdsys.analysis.graphs.graph import build_graph

        return build_graph(self.workspace, self.statuses, self.replacements, self.citations)

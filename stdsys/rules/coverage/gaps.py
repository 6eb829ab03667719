"""Rules C001 and C004: cells of the coverage policy that hold nothing, or too few standards."""

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import RowClass, class_of
from stdsys.analysis.coverage.clauses import Requirement, Square, requirements_of
from stdsys.analysis.coverage.matrix import Cell, CellState
from stdsys.findings import Finding, Severity
from stdsys.messages import Text, _
from stdsys.model.workspace import System
from stdsys.rules.coverage.cells import (
    CellRule,
    Said,
    cell_name,
    few,
)
from stdsys.rules.reading.sources import COMPLETENESS
from stdsys.rules.rule import Sample
from stdsys.rules.wording import LEVEL_WORDS


class Gap(CellRule):
    """C001."""

    code = "C001"
    name = "coverage-gap"
    severity = Severity.WARNING
    summary = _("a cell of the coverage policy holds nothing")
    why = _(
        "A link of the chain for which nothing is in force, upcoming or even planned is where work "
        "goes on without a standard. Add one, plan one, or exempt the cell and say why."
    )
    source = COMPLETENESS
    bad = Sample(
        """\
coverage:
  require:
    - {id: chain, each: stage}
systems:
  - id: crop
    name: 示例作物标准体系
    entries:
      - {standard: GB/T 99001-2020, stages: [growing]}
""",
        at=(6, 11),
    )
    good = Sample(
        """\
coverage:
  require:
    - {id: chain, each: stage}
systems:
  - id: crop
    name: 示例作物标准体系
    entries:
      - {standard: GB/T 99001-2020, stages: [growing]}
      - {standard: GB/T 99002-2020, stages: [processing]}
"""
    )

    def concerns(self, cell: Cell) -> bool:
        """Whether nothing of any class stands in a required cell."""
        return cell.state is CellState.GAP and not any(cell.counts.values())

    def say(self, cell: Cell, analysis: Analysis) -> Said:
        """Name the cell; where the clause limits the levels, propose those."""
        message = _(
            "{cell}: no standard (clause {clause})",
            cell=cell_name(cell, analysis.workspace),
            clause=cell.clause.called,
        )
        return Said(message, _levels_hint(cell))

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding for each empty cell.

        The hint names shared standards that would fill it if the clause counted them.
        """
        gaps = filter(self.concerns, analysis.coverage.cells)
        for system, cells in groupby(gaps, lambda cell: cell.system):
            shared = _SharedStandards(analysis, analysis.workspace.systems[system])
            for cell in cells:
                said = self.say(cell, analysis)
                above = shared.beside(cell)
                hint = _shared_hint(above) if above else said.hint
                yield self.about(cell, Said(said.message, hint), analysis)


def _levels_hint(cell: Cell) -> Text:
    if not cell.clause.levels:
        return _("plan a standard (planned: …), or say under coverage: exempt: why none is needed")
    levels = tuple(LEVEL_WORDS[level] for level in cell.clause.levels)
    return _("standards of these levels count: {levels}", levels=levels)


def _shared_hint(numbers: list[str]) -> Text:
    return _(
        "shared standards that this clause does not count: {standards}; plan a standard of its own "
        "(planned: …), or say under coverage: exempt: why none is needed",
        standards=few(numbers),
    )


class _SharedStandards:
    """Standards in force of the bases a system uses, by the cells they match but do not fill."""

    def __init__(self, analysis: Analysis, system: System) -> None:
        self._analysis = analysis
        self._system = system
        self._found: dict[str, dict[Square, list[str]]] = {}

    @cached_property
    def _requirements(self) -> dict[str, Requirement]:
        requirements = requirements_of(self._system, self._analysis.workspace)
        return {requirement.clause.id: requirement for requirement in requirements}

    def beside(self, cell: Cell) -> list[str]:
        """Return the keys of those that the cell's clause leaves out for being shared."""
        clause = cell.clause
        if clause.shared or not self._system.uses:
            return []
        if clause.id not in self._found:
            self._found[clause.id] = self._matched(self._requirements[clause.id])
        return self._found[clause.id].get(tuple(cell.axes.values()), [])

    def _matched(self, requirement: Requirement) -> dict[Square, list[str]]:
        found: dict[Square, list[str]] = {}
        for entry, shared in self._analysis.workspace.visible(self._system):
            if shared and class_of(self._analysis.statuses(entry.item)) is RowClass.E:
                # Asked as if it were the system's own: which cells does it stand for?
                for square in requirement.matched_by(entry, shared=False):
                    found.setdefault(square, []).append(entry.item.key)
        return found


class TooFew(CellRule):
    """C004."""

    code = "C004"
    name = "fewer-than-required"
    severity = Severity.WARNING
    summary = _("a cell of the coverage policy holds fewer standards than required")
    why = _(
        "The policy asks for a number, and those in force, upcoming and planned together do not "
        "reach it."
    )
    source = COMPLETENESS
    bad = Sample(
        """\
coverage:
  require:
    - {id: chain, each: stage, stages: [growing], at_least: 2}
systems:
  - id: crop
    name: 示例作物标准体系
    entries:
      - {standard: GB/T 99001-2020, stages: [growing]}
""",
        at=(6, 11),
    )
    good = Sample(
        """\
coverage:
  require:
    - {id: chain, each: stage, stages: [growing], at_least: 2}
systems:
  - id: crop
    name: 示例作物标准体系
    entries:
      - {standard: GB/T 99001-2020, stages: [growing]}
      - {standard: GB/T 99002-2020, stages: [growing]}
"""
    )

    def concerns(self, cell: Cell) -> bool:
        """Whether a required cell holds some standards that count, but too few."""
        return cell.state is CellState.GAP and cell.missing < cell.at_least

    def say(self, cell: Cell, analysis: Analysis) -> Said:
        """Say how many are missing."""
        message = _(
            "{cell}: {missing} of {required} required standards missing (clause {clause})",
            cell=cell_name(cell, analysis.workspace),
            required=cell.at_least,
            missing=cell.missing,
            clause=cell.clause.called,
        )
        return Said(message, _levels_hint(cell))

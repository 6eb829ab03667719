"""What the compilation notes are written from: the answers of one analysis and one run of rules."""

from functools import cached_property

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.quality.structure import StructureQuality, structure_quality
from stdsys.model.workspace import System, Workspace
from stdsys.output.tables.headings import name_of_whole
from stdsys.output.tables.responsibility import Responsibility
from stdsys.output.tables.row_cells import RowCells
from stdsys.output.text.rule_outcomes import rule_run
from stdsys.rules.checking import Report


class Material(Struct, frozen=True, dict=True):
    """The answers; each is worked out once."""

    analysis: Analysis
    report: Report

    @property
    def workspace(self) -> Workspace:
        """The workspace that the notes are about."""
        return self.analysis.workspace

    @property
    def name(self) -> str:
        """What the whole is called."""
        return name_of_whole(self.analysis)

    @cached_property
    def systems(self) -> tuple[System, ...]:
        """The systems that are no shared bases."""
        return tuple(one for one in self.workspace.systems.values() if not one.shared)

    @cached_property
    def bases(self) -> tuple[System, ...]:
        """The shared bases."""
        return tuple(one for one in self.workspace.systems.values() if one.shared)

    @cached_property
    def cells(self) -> RowCells:
        """What rows say in tables."""
        return RowCells(self.analysis)

    @cached_property
    def responsibility(self) -> Responsibility:
        """Who answers for what."""
        return Responsibility.of(self.analysis)

    @cached_property
    def quality(self) -> StructureQuality:
        """The four principles and the mix of levels."""
        analysis = self.analysis
        run = rule_run(self.report, analysis.workspace)
        return structure_quality(analysis.workspace, analysis.coverage, analysis.statistics, run)

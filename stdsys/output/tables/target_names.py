"""What the things that a target counts are called: by name where evidence says an id."""

from collections.abc import Mapping
from functools import cached_property

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.targets.reached import TargetResult
from stdsys.messages import Text, _
from stdsys.model.target_vocabulary import Measured
from stdsys.output.tables.object_names import ObjectNames

_OF_UNITS = (Measured.OWNERS, Measured.ORGANISATIONS, Measured.ADOPTERS)
_AS_WRITTEN = (Measured.ENTERED, Measured.GROWTH, Measured.VALUE)
"""Measures whose evidence is files, addresses and sources."""


class TargetNames:
    """Names the items of a target's evidence; numbers, files and addresses stay as they are."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._workspace = analysis.workspace
        self._objects = ObjectNames(analysis.workspace)

    def __call__(self, result: TargetResult, item: str) -> str | Text:
        """Return a name: 示例合作社 for `union`, `示例作物标准体系 / 加工 (各环节)` for a cell."""
        measured = result.target.measure.of
        if measured in _AS_WRITTEN:
            return item
        if measured in _OF_UNITS and item in self._workspace.organisations:
            return self._workspace.name_of(item)
        if measured is Measured.COVERAGE:
            return self._cell(item)
        return self._objects(item)

    def _cell(self, item: str) -> Text:
        cell, _bracket, clause = item.removesuffix(")").rpartition(" (")
        system = cell.partition("/")[0]
        name = self._clauses.get((system, clause), clause)
        return _("{cell} ({clause})", cell=self._objects(cell), clause=name)

    @cached_property
    def _clauses(self) -> Mapping[tuple[str, str], str]:
        """Names of clauses by system and id: a system may state a clause anew."""
        return {
            (cell.system, cell.clause.id): cell.clause.called
            for cell in self._analysis.coverage.cells
        }

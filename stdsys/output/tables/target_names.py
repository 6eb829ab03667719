"""What the things that a target counts are called: by name where evidence says an id."""

from stdsys.analysis.targets import TargetResult
from stdsys.model.target_vocabulary import Measured
from stdsys.model.workspace import Workspace
from stdsys.output.tables.object_names import ObjectNames

_OF_UNITS = (Measured.OWNERS, Measured.ORGANISATIONS, Measured.ADOPTERS)
_AS_WRITTEN = (Measured.ENTERED, Measured.GROWTH, Measured.VALUE)
"""Measures whose evidence is files, addresses and sources."""


class TargetNames:
    """Names the items of a target's evidence; numbers, files and addresses stay as they are."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._objects = ObjectNames(workspace)

    def __call__(self, result: TargetResult, item: str) -> str:
        """Return a name: 示例合作社 for `union`, `示例作物标准体系 / 加工 (chain)` for a cell."""
        measured = result.target.measure.of
        if measured in _AS_WRITTEN:
            return item
        if measured in _OF_UNITS and item in self._workspace.organisations:
            return self._workspace.name_of(item)
        if measured is Measured.COVERAGE:
            cell, bracket, clause = item.rpartition(" (")
            return f"{self._objects(cell)}{bracket}{clause}"
        return self._objects(item)

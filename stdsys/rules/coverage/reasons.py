"""Rules C005 and C006: exemptions that do not hold, and subsystems that hold nothing."""

from collections.abc import Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.coverage.matrix import Cell, CellState
from stdsys.findings import Finding, Severity
from stdsys.messages import _
from stdsys.model.coverage_record import ExemptionRecord
from stdsys.model.workspace import STAGE, System, Workspace
from stdsys.rules.coverage.cells import about_cell, axis_value, cell_name, few, held, subject_of
from stdsys.rules.reading.sources import COMPLETENESS, PRACTICE
from stdsys.rules.rule import Rule, Sample


class UnfoundedExemption(Rule):
    """C005."""

    code = "C005"
    name = "unfounded-exemption"
    severity = Severity.WARNING
    summary = _("an exemption gives no reason, or exempts a cell that is covered")
    why = _(
        "Exempt cells leave the ratio. Without a reason nobody can tell whether that is right; and "
        "where enough standards are in force, the cell evidently applies."
    )
    source = PRACTICE
    bad = Sample(
        """\
coverage:
  require:
    - {id: chain, each: stage}
systems:
  - id: crop
    name: 示例作物标准体系
    coverage:
      exempt:
        - {stage: processing}
    entries:
      - {standard: GB/T 99001-2020, stages: [growing]}
""",
        at=(9, 11),
    )
    good = Sample(
        """\
coverage:
  require:
    - {id: chain, each: stage}
systems:
  - id: crop
    name: 示例作物标准体系
    coverage:
      exempt:
        - {stage: processing, reason: 示例作物鲜销，不加工}
    entries:
      - {standard: GB/T 99001-2020, stages: [growing]}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding for each exemption without reason, and one for each contradicted."""
        for subject, exemption in _exemptions(analysis.workspace):
            if not (exemption.reason or "").strip():
                hint = _("add reason: with why the cells need no standard")
                message = _("an exemption gives no reason")
                yield self.found(message, exemption.place, subject, hint=hint)
        for cell in analysis.coverage.cells:
            if cell.exemption is not None and cell.raw_state is CellState.COVERED:
                yield self._contradicted(cell, cell.exemption, analysis)

    def _contradicted(self, cell: Cell, exemption: ExemptionRecord, analysis: Analysis) -> Finding:
        in_force = held(cell, RowClass.E, analysis)
        verified = sum(1 for edition in in_force if not edition.unverified)
        message = _(
            "{cell}: exempt, yet standards are in force: {standards}",
            cell=cell_name(cell, analysis.workspace),
            standards=few(edition.key for edition in in_force),
        )
        return self.found(
            message,
            exemption.place,
            subject_of(cell),
            about=about_cell(cell),
            hint=_("remove the exemption or narrow it"),
            unverified=verified < cell.at_least,
            group=str(exemption.place),
        )


def _exemptions(workspace: Workspace) -> Iterator[tuple[str, ExemptionRecord]]:
    """Yield every exemption and the object that states it."""
    for exemption in workspace.coverage.exempt:
        yield workspace.record.name, exemption
    for system in workspace.systems.values():
        for exemption in system.record.coverage.exempt:
            yield system.id, exemption


class EmptySubsystem(Rule):
    """C006."""

    code = "C006"
    name = "empty-subsystem"
    severity = Severity.INFO
    summary = _("a subsystem holds nothing")
    why = _(
        "A box of the structure diagram without any standard, planned ones included, promises what "
        "the detail table does not keep: plan a standard, or drop the box."
    )
    source = COMPLETENESS
    bad = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植}
      - {code: "2", name: 示例加工}
    entries:
      - {standard: GB/T 99001-2020, at: "1"}
""",
        at=(6, 16),
    )
    good = Sample(
        """\
systems:
  - id: crop
    name: 示例作物标准体系
    tree:
      - {code: "1", name: 示例种植}
      - {code: "2", name: 示例加工}
    entries:
      - {standard: GB/T 99001-2020, at: "1", see_also: ["2"]}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield a finding for each node without children that no entry names, in shared bases too.

        An empty stage that the coverage policy reports (C001) is not reported again here.
        """
        for system in analysis.workspace.systems.values():
            named = _nodes_named(system)
            for node in system.nodes.values():
                if node.children or node.code in named:
                    continue
                message = _(
                    "{system}: subsystem {code} {name} holds nothing",
                    system=system.name,
                    code=node.code,
                    name=node.name,
                )
                stages = tuple(axis_value(system.id, STAGE, s) for s in node.record.stages)
                yield self.found(message, node.place.at("code"), node.key, about=stages)


def _nodes_named(system: System) -> frozenset[str]:
    """Return the codes that entries name as home or in `see_also`, unreadable items included."""
    entries = system.record.entries
    homes = {entry.at for entry in entries}
    others = {code for entry in entries for code in entry.see_also}
    return frozenset(code for code in homes | others if code is not None)

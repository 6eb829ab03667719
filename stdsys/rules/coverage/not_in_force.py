"""Rules C002, C003 and C007: cells that hold only standards that do not count as in force."""

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.coverage.matrix import Cell, CellState
from stdsys.findings import Severity
from stdsys.messages import _
from stdsys.model.items import Item
from stdsys.rules.coverage.cells import CellRule, Said, cell_name, few, held
from stdsys.rules.reading.sources import COMPLETENESS
from stdsys.rules.rule import Sample


class OnlyObsolete(CellRule):
    """C002."""

    code = "C002"
    name = "only-obsolete"
    severity = Severity.WARNING
    summary = _("a cell of the coverage policy holds only withdrawn or replaced standards")
    why = _(
        "The table looks filled, yet nothing there is in force. Put the successors in their place, "
        "or plan a standard of your own."
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
      - {standard: GB/T 99001-2015, stages: [processing]}
      - {standard: GB/T 99001-2020, stages: [growing]}
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范, replaces: [GB/T 99001-2015]}
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
      - {standard: GB/T 99001-2020, stages: [growing, processing]}
standards:
  - {number: GB/T 99001-2020, title: 示例种植规范, replaces: [GB/T 99001-2015]}
"""
    )

    def concerns(self, cell: Cell) -> bool:
        """Whether only obsolete standards stand in a required cell."""
        return cell.state is CellState.OBSOLETE_ONLY

    def say(self, cell: Cell, analysis: Analysis) -> Said:
        """Name the obsolete standards and their successors in force."""
        obsolete = held(cell, RowClass.O, analysis)
        message = _(
            "{cell}: only withdrawn or replaced standards: {standards}",
            cell=cell_name(cell, analysis.workspace),
            standards=few(edition.key for edition in obsolete),
        )
        found = (analysis.statuses.live_successor(edition.key) for edition in obsolete)
        successors = few(dict.fromkeys(edition.key for edition in found if edition is not None))
        hint = _("successors: {standards}", standards=successors) if successors else None
        return Said(message, hint, any(edition.unverified for edition in obsolete))


class NotYet(CellRule):
    """C003."""

    code = "C003"
    name = "only-planned-or-upcoming"
    severity = Severity.INFO
    summary = _("a cell of the coverage policy is filled only by planned or upcoming standards")
    why = _("Nothing need be added, but the cell is empty until they take effect.")
    source = COMPLETENESS
    bad = Sample(
        """\
coverage:
  require:
    - {id: chain, each: stage, stages: [growing]}
systems:
  - id: crop
    name: 示例作物标准体系
    entries:
      - {planned: 示例种植规范, level: group, stages: [growing]}
""",
        at=(6, 11),
    )
    good = Sample(
        """\
coverage:
  require:
    - {id: chain, each: stage, stages: [growing]}
systems:
  - id: crop
    name: 示例作物标准体系
    entries:
      - {standard: GB/T 99001-2020, stages: [growing]}
"""
    )

    def concerns(self, cell: Cell) -> bool:
        """Whether a required cell waits for standards that are issued or planned."""
        return cell.state in (CellState.UPCOMING, CellState.PLANNED)

    def say(self, cell: Cell, analysis: Analysis) -> Said:
        """Name what the cell waits for."""
        workspace = analysis.workspace
        upcoming = held(cell, RowClass.U, analysis)
        planned = [workspace.planned[key] for key in cell.planned]
        names = few([edition.key for edition in upcoming] + [item.title for item in planned])
        where = cell_name(cell, workspace)
        if cell.state is CellState.UPCOMING:
            message = _(
                "{cell}: filled once these take effect: {standards}", cell=where, standards=names
            )
        else:
            message = _(
                "{cell}: filled once these are issued: {standards}", cell=where, standards=names
            )
        awaited: tuple[Item, ...] = (*upcoming, *planned)
        return Said(message, unverified=any(item.unverified for item in awaited))


class StatusUnknown(CellRule):
    """C007."""

    code = "C007"
    name = "only-unknown-status"
    severity = Severity.WARNING
    summary = _("a cell of the coverage policy holds only standards of unverified status")
    why = _(
        "Whether the cell is filled cannot be told until somebody looks up whether these standards "
        "are in force. It is counted as a gap."
    )
    source = COMPLETENESS
    bad = Sample(
        """\
coverage:
  require:
    - {id: chain, each: stage, stages: [growing]}
systems:
  - id: crop
    name: 示例作物标准体系
    entries:
      - {standard: GB/T 99001-2020, status: 未知, stages: [growing]}
""",
        at=(6, 11),
    )
    good = Sample(
        """\
coverage:
  require:
    - {id: chain, each: stage, stages: [growing]}
systems:
  - id: crop
    name: 示例作物标准体系
    entries:
      - {standard: GB/T 99001-2020, status: 现行, stages: [growing]}
"""
    )

    def concerns(self, cell: Cell) -> bool:
        """Whether standards of unknown status are the best that a required cell holds."""
        unknown = cell.counts[RowClass.X] > 0
        return cell.state is CellState.GAP and unknown and cell.missing == cell.at_least

    def say(self, cell: Cell, analysis: Analysis) -> Said:
        """Name the standards to look up."""
        unknown = held(cell, RowClass.X, analysis)
        message = _(
            "{cell}: only standards of unknown status: {standards}",
            cell=cell_name(cell, analysis.workspace),
            standards=few(edition.key for edition in unknown),
        )
        return Said(
            message,
            _("look up their status in the national register"),
            unverified=any(edition.unverified for edition in unknown),
        )

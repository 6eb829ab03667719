"""目标完成情况: every target with its figure and state, and what each figure rests on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.targets.figures import figure_of, goal_of
from stdsys.analysis.targets.reached import TargetResult, TargetState
from stdsys.messages import Text, _
from stdsys.model.target_vocabulary import Measured, Strength
from stdsys.model.workspace import Workspace
from stdsys.output.tables.headings import sheet_of
from stdsys.output.tables.rendering import NONE_DUE
from stdsys.output.tables.table import (
    Cell,
    Column,
    Kind,
    Sentences,
    Sheet,
    Table,
    Tone,
    Word,
    Workbook,
)
from stdsys.output.tables.target_names import TargetNames

STATE: Mapping[TargetState, Word] = {
    TargetState.MET: Word(_("reached"), Tone.GOOD),
    TargetState.DUE_SOON: Word(_("due soon"), Tone.PLANNED),
    TargetState.NOT_YET: Word(_("not due yet"), Tone.COMING),
    TargetState.MISSED: Word(_("not reached"), Tone.BAD),
    TargetState.NO_EVIDENCE: Word(_("no evidence"), Tone.NEUTRAL),
}
"""达到、临近到期、未到期、未达到、无佐证."""

NOT_ENOUGH = Word(_("not proven"), Tone.NEUTRAL)
"""佐证不足: there is something, but it does not prove enough."""

STRENGTH: Mapping[Strength, Text] = {
    Strength.FIRM: _("firm"),
    Strength.FLOOR: _("at least"),
    Strength.STRETCH: _("striven for or expected"),
}
"""确保、不少于、力争或预期: how strongly a target is promised."""

MEASURED: Mapping[Measured, Text] = {
    Measured.STANDARDS: _("number of standards"),
    Measured.SYSTEMS: _("number of systems"),
    Measured.OWNERS: _("number of responsible units"),
    Measured.ORGANISATIONS: _("number of organisations"),
    Measured.ADOPTERS: _("number of adopters"),
    Measured.COVERAGE: _("share of cells covered"),
    Measured.COMPLETION: _("share of standards in force"),
    Measured.GROWTH: _("growth"),
    Measured.VALUE: _("latest value"),
    Measured.ENTERED: _("entered by hand"),
}
"""What is measured."""

_GROWTH_A_YEAR = _("growth a year")

_COLUMNS = (
    Column("ordinal", _("No."), Kind.COUNT),
    Column("target", _("Target")),
    Column("measure", _("Measure"), Kind.WORD),
    Column("scope", _("Scope"), optional=True),
    Column("goal", _("Goal"), Kind.WORD),
    Column("actual", _("Actual"), Kind.WORD),
    Column("strength", _("Strength"), Kind.WORD),
    Column("due", _("Due"), Kind.DATE, optional=True),
    Column("state", _("Attainment"), Kind.WORD),
    Column("reason", _("Explanation")),
    Column("evidence", _("Items of evidence"), Kind.COUNT),
    Column("lead", _("Lead unit"), optional=True),
    Column("support", _("Supporting units"), optional=True),
    Column("source", _("Source clause"), optional=True),
    Column("remarks", _("Remarks"), optional=True),
)

_STATE = ("ordinal", "target", "goal", "actual", "strength", "due", "state", "reason", "lead")
_DETAILS = ("ordinal", "target", "measure", "scope", "lead", "support", "source", "remarks")
"""Columns of the two sheets: how things stand, and how they are measured and by whom."""

_EVIDENCE_COLUMNS = (
    Column("ordinal", _("No."), Kind.COUNT),
    Column("target", _("Target")),
    Column("item", _("What is counted or named")),
    Column("part", _("How it counts"), Kind.WORD),
)


def targets_workbook(analysis: Analysis, results: Sequence[TargetResult]) -> Workbook:
    """Return 目标完成情况: the targets, how they are measured and by whom, what they rest on.

    All columns in one table would be too many for a page.
    """
    name = _("State of the targets")
    doubtful = sum(result.doubtful for result in results)
    table = targets_table(analysis, results)
    facts = (summary_of(results),)
    states: Sheet = sheet_of(analysis, name, _part(table, "targets", _STATE), doubtful, facts)
    details = _part(table, "target-details", _DETAILS)
    duties = sheet_of(analysis, _("Measures and duties"), details, doubtful)
    items = _evidence(results, TargetNames(analysis))
    in_doubt = sum(len(_in_doubt(result)) for result in results)
    evidence = sheet_of(analysis, _("Evidence of the targets"), items, in_doubt)
    return Workbook("targets", "目标完成情况", name, (states, duties, evidence), analysis.as_of)


def _part(table: Table, key: str, columns: tuple[str, ...]) -> Table:
    """Return some columns of a table, in the order of the keys."""
    places = [[column.key for column in table.columns].index(name) for name in columns]
    rows = tuple(tuple(row[place] for place in places) for row in table.rows)
    return Table(key, tuple(table.columns[place] for place in places), rows)


def targets_table(analysis: Analysis, results: Sequence[TargetResult]) -> Table:
    """Return a line for each target."""
    workspace = analysis.workspace
    rows = tuple((ordinal, *_cells(result, workspace)) for ordinal, result in enumerate(results, 1))
    return Table("targets", _COLUMNS, rows)


def summary_of(results: Iterable[TargetResult]) -> Text:
    """Return how many targets are in which state, without evidence and not proven apart."""
    counts = Counter(map(state_of, results))
    return _(
        "{total} targets: {met} reached, {missed} not reached, {open} not due yet, "
        "{unproven} not proven, {none} without evidence",
        total=counts.total(),
        met=counts[STATE[TargetState.MET]],
        missed=counts[STATE[TargetState.MISSED]],
        open=counts[STATE[TargetState.NOT_YET]] + counts[STATE[TargetState.DUE_SOON]],
        unproven=counts[NOT_ENOUGH],
        none=counts[STATE[TargetState.NO_EVIDENCE]],
    )


def state_of(result: TargetResult) -> Word:
    """Return the word for a target's state; what rests on something says so."""
    partly = result.state is TargetState.NO_EVIDENCE and result.measured.evidence
    return NOT_ENOUGH if partly else STATE[result.state]


def actual_of(result: TargetResult) -> str:
    """Return the figure reached, "—" where there is none."""
    return NONE_DUE if result.actual is None else figure_of(result.actual, result.target)


def reasons_of(result: TargetResult) -> Sentences:
    """Return why a target stands as it does, and how much of that rests on presumption."""
    measured = result.measured
    parts = [result.why]
    if measured.presumed:
        parts.append(_("status only presumed: {count}", count=len(measured.presumed)))
    if measured.unverified:
        parts.append(_("unverified: {count}", count=len(measured.unverified)))
    return Sentences(tuple(parts))


def _cells(result: TargetResult, workspace: Workspace) -> tuple[Cell, ...]:
    target = result.target
    systems = (workspace.systems.get(key) for key in target.scope)
    return (
        target.called,
        _GROWTH_A_YEAR if target.measure.annual else MEASURED[target.measure.of],
        tuple(system.name for system in systems if system is not None) or None,
        goal_of(target),
        actual_of(result),
        STRENGTH[target.strength],
        result.due,
        state_of(result),
        reasons_of(result),
        len(result.evidence),
        tuple(map(workspace.name_of, target.lead)) or None,
        tuple(map(workspace.name_of, target.support)) or None,
        target.source,
        target.notes,
    )


def _evidence(results: Iterable[TargetResult], names: TargetNames) -> Table:
    """Return a row an item; of the rows of one target only the first bears its name."""
    lines = (
        (None if further else result.target.called, names(result, item), part)
        for result in results
        for further, (item, part) in enumerate(_items(result))
    )
    rows = tuple((ordinal, *line) for ordinal, line in enumerate(lines, 1))
    return Table("target-evidence", _EVIDENCE_COLUMNS, rows)


def _in_doubt(result: TargetResult) -> frozenset[str]:
    """Return the items of evidence that are unverified, or whose status is only presumed."""
    return frozenset((*result.measured.unverified, *result.measured.presumed))


def _items(result: TargetResult) -> Iterator[tuple[str, Text]]:
    measured = result.measured
    unverified, presumed = frozenset(measured.unverified), frozenset(measured.presumed)
    for item in result.evidence:
        if item in unverified:
            yield item, _("counted, unverified")
        elif item in presumed:
            yield item, _("counted, status presumed")
        elif measured.evidence:
            yield item, _("counted")
        else:
            yield item, _("looked through")
    for item in measured.uncertain:
        yield item, _("cannot be told")

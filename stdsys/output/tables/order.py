"""标准制修订顺序建议: the order of drafting, the critical path, and levels for the gaps."""

from collections.abc import Sequence

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.drafting.critical_path import Timing
from stdsys.analysis.life_cycle.statuses import Basis
from stdsys.messages import Text, _
from stdsys.output.tables import words
from stdsys.output.tables.headings import sheet_of, subtitle, title
from stdsys.output.tables.order_words import (
    ONLY_PROPOSALS,
    OrderWords,
    above,
    beginning,
    cell_values,
    completion,
    full_date,
    remarks,
)
from stdsys.output.tables.responsibility import Responsibility
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

_COLUMNS = (
    Column("position", _("Order"), Kind.COUNT),
    Column("title", _("Title of planned standard")),
    Column("level", _("Appropriate level"), Kind.WORD),
    Column("score", _("Score"), Kind.COUNT, optional=True),
    Column("merits", _("Parts of the score"), optional=True),
    Column("due", _("Due"), Kind.DATE, optional=True),
    Column("phase", _("Phase"), optional=True),
    Column("needs", _("Needs first"), optional=True),
    Column("finish", _("Earliest completion"), Kind.WORD, optional=True),
    Column("deadline", _("To be finished by"), Kind.DATE, optional=True),
    Column("slack", _("Slack (days)"), Kind.COUNT, optional=True),
    Column("why", _("Why here")),
    Column("lead", _("Lead unit"), optional=True),
)

_PATH_COLUMNS = (
    Column("ordinal", _("No."), Kind.COUNT),
    Column("title", _("Title of planned standard")),
    Column("months", _("Months"), Kind.COUNT),
    Column("begin", _("Can begin on"), Kind.WORD),
    Column("finish", _("Earliest completion"), Kind.WORD),
    Column("deadline", _("To be finished by"), Kind.DATE),
    Column("bound", _("What sets the deadline")),
    Column("slack", _("Slack (days)"), Kind.COUNT),
    Column("state", _("In time?"), Kind.WORD),
)

_PHASE_COLUMNS = (
    Column("phase", _("Phase")),
    Column("start", _("Start"), Kind.DATE),
    Column("end", _("End"), Kind.DATE),
    Column("planned", _("Planned standards"), Kind.COUNT),
    Column("finish", _("Earliest completion"), Kind.WORD),
    Column("late", _("Late")),
)

_PROPOSAL_COLUMNS = (
    Column("ordinal", _("No."), Kind.COUNT),
    Column("system", _("System")),
    Column("cell", _("Cell")),
    Column("clause", _("Requirement")),
    Column("level", _("Appropriate level"), Kind.WORD),
    Column("reason", _("Why this level")),
    Column("above", _("What exists above"), optional=True),
    Column("remarks", _("Remarks"), optional=True),
    Column("responsible", _("Responsible unit"), optional=True),
)

LATE = Word(_("late"), Tone.BAD)
_IN_TIME = Word(_("in time"), Tone.GOOD)
_OPEN = Word(_("cannot be told"), Tone.NEUTRAL)
_NO_DEADLINE = Word(_("no deadline"), Tone.NEUTRAL)


def order_workbook(analysis: Analysis) -> Workbook:
    """Return 标准制修订顺序建议: order, critical path with the phases, levels for the gaps."""
    return Workbook(
        "order",
        "标准制修订顺序建议",
        _("Proposed order of drafting"),
        (order_sheet(analysis), path_sheet(analysis), proposals_sheet(analysis)),
        analysis.as_of,
    )


def order_sheet(analysis: Analysis) -> Sheet:
    """Return the planned standards in the order of drafting, each with the reason."""
    said, responsibility = OrderWords(analysis), Responsibility.of(analysis)
    rows: list[tuple[Cell, ...]] = []
    for timing in analysis.critical_path.timings.values():
        step = timing.step
        rows.append(
            (
                step.position,
                step.planned.title,
                words.level_word(step.planned.level),
                step.score,
                said.merits(step) or None,
                step.planned.facts.due,
                said.phase(step),
                tuple(map(said.need, step.needs)) or None,
                completion(timing),
                full_date(timing.deadline.day) if timing.deadline else None,
                timing.slack,
                Sentences(tuple(said.why(step))),
                responsibility.leads_of(step.key) or None,
            )
        )
    name = _("Order of drafting")
    table = Table("order", _COLUMNS, tuple(rows))
    return sheet_of(analysis, name, table, unverified(analysis), _facts(said))


def path_sheet(analysis: Analysis) -> Sheet:
    """Return the critical path, what is late besides, and the phases."""
    said, path = OrderWords(analysis), analysis.critical_path
    on_path = {timing.key for timing in path.path}
    others = [timing for timing in path.late if timing.key not in on_path]
    tables = (
        Table("path", _PATH_COLUMNS, _timed(path.path, said), caption=_("Critical path")),
        Table("late", _PATH_COLUMNS, _timed(others, said), caption=_("Late besides")),
        _phases(analysis),
    )
    name = _("Critical path")
    doubtful = subtitle(analysis, unverified(analysis))
    heading = title(analysis, name)
    return Sheet("critical-path", name, heading, doubtful, tables, _facts(said))


def _facts(said: OrderWords) -> tuple[Text, ...]:
    bound = said.lower_bound()
    return (bound,) if bound else ()


def _timed(timings: Sequence[Timing], said: OrderWords) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (
            ordinal,
            timing.step.planned.title,
            timing.months,
            beginning(timing),
            completion(timing),
            full_date(timing.deadline.day) if timing.deadline else None,
            said.deadline(timing.deadline) if timing.deadline else None,
            timing.slack,
            state_of(timing),
        )
        for ordinal, timing in enumerate(timings, 1)
    )


def state_of(timing: Timing) -> Word:
    """Return whether a planned standard can be in time; open where a duration is not known."""
    if timing.deadline is None:
        return _NO_DEADLINE
    if timing.late:
        return LATE
    return _OPEN if timing.bound_only else _IN_TIME


def _phases(analysis: Analysis) -> Table:
    rows = tuple(
        (
            load.phase.name,
            load.phase.start,
            load.phase.end,
            len(load.timings),
            completion(load),
            tuple(timing.step.planned.title for timing in load.late) or None,
        )
        for load in analysis.critical_path.phases
    )
    return Table("phases", _PHASE_COLUMNS, rows, caption=_("Phases"))


def proposals_sheet(analysis: Analysis) -> Sheet:
    """Return the gaps, each with the level proposed for what is to fill it."""
    workspace, responsibility = analysis.workspace, Responsibility.of(analysis)
    rows: list[tuple[Cell, ...]] = []
    for ordinal, proposal in enumerate(analysis.gap_proposals, 1):
        cell = proposal.cell
        rows.append(
            (
                ordinal,
                workspace.systems[cell.system].name,
                cell_values(cell, workspace),
                cell.clause.called,
                words.level_word(proposal.level),
                proposal.reason,
                above(proposal),
                Sentences(tuple(remarks(proposal))),
                responsibility.leads_of(cell.system) or None,
            )
        )
    name = _("Proposed levels for gaps")
    named = {edition for proposal in analysis.gap_proposals for edition in proposal.above}
    doubtful = sum(
        edition.unverified or analysis.statuses(edition).basis is Basis.PRESUMED
        for edition in named
    )
    table = Table("proposals", _PROPOSAL_COLUMNS, tuple(rows))
    return sheet_of(analysis, name, table, doubtful, (ONLY_PROPOSALS,))


def unverified(analysis: Analysis) -> int:
    """Return how many planned standards rest on facts that nobody has verified."""
    return sum(planned.unverified for planned in analysis.workspace.planned.values())

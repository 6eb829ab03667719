"""Parts 9 and 10 of the compilation notes: what to draft and mend next, and how far facts reach."""

from collections import Counter
from collections.abc import Iterator

from stdsys.analysis.coverage.gap_proposals import GapProposal
from stdsys.findings import Severity
from stdsys.messages import Text, _
from stdsys.model.vocabulary import Urgency
from stdsys.numbers import Level
from stdsys.output.documents.document import Blank, Block, Pointing, Tabulated, paragraph, section
from stdsys.output.documents.material import Material
from stdsys.output.documents.phrases import (
    ORDINAL,
    dated,
    day_in_words,
    first_rows,
    left_out,
    names_of,
    with_columns,
)
from stdsys.output.documents.plan import HOW_ORDERED, plan_table
from stdsys.output.tables import words
from stdsys.output.tables.headings import counted_in_cells
from stdsys.output.tables.order_words import ONLY_PROPOSALS, cell_values
from stdsys.output.tables.replaced import obsolete_sheet
from stdsys.output.tables.table import Column, Kind, Table

_PROPOSAL_COLUMNS = (
    ORDINAL,
    Column("system", _("System")),
    Column("cells", _("Where the gap is")),
    Column("level", _("Appropriate level"), Kind.WORD),
    Column("reason", _("Why this level")),
)


def proposals(material: Material) -> Iterator[Block]:
    """Yield 标准制修订规划建议: the plan, what to mend, levels for the gaps."""
    yield from section(2, _("Standards to be drafted"), _drafting(material))
    yield from section(2, _("Revision and replacement"), _mending(material))
    yield from section(2, _("Filling the gaps"), _gaps(material))
    yield from section(
        2,
        _("Arrangements"),
        paragraph(Blank(_("years, funds and division of labour of the plan"))),
    )


def _drafting(material: Material) -> Iterator[Block]:
    analysis = material.analysis
    steps = analysis.drafting_order.steps
    if not steps:
        yield from paragraph(_("No standard is planned yet."))
        return
    urgency = Counter(step.planned.facts.urgency for step in steps)
    yield from paragraph(
        _("{count} standards are planned.", count=len(steps)),
        _(
            "{urgent} are urgent, {soon} fairly urgent.",
            urgent=urgency[Urgency.URGENT],
            soon=urgency[Urgency.SOON],
        )
        if urgency[Urgency.URGENT] or urgency[Urgency.SOON]
        else None,
        HOW_ORDERED,
    )
    shown = ("ordinal", "title", "level", "urgency", "lead", "due", "workflow")
    yield Tabulated(with_columns(plan_table(analysis), shown))
    late = analysis.critical_path.late
    if late:
        titles = names_of(timing.step.planned.title for timing in late)
        yield from paragraph(
            _(
                "By the stated durations and deadlines {count} can't be finished in time: "
                "{titles}.",
                count=len(late),
                titles=titles,
            )
        )


def _mending(material: Material) -> Iterator[Block]:
    table = obsolete_sheet(material.cells).tables[0]
    placed = [column.key for column in table.columns].index("placed")
    answers = Counter(row[placed] for row in table.rows)
    revisions = sum(bool(one.facts.replaces) for one in material.workspace.planned.values())
    upgrades = sum(bool(one.facts.upgrades) for one in material.workspace.planned.values())
    said = tuple(
        sentence
        for count, sentence in (
            (
                answers[words.YES],
                _(
                    "{count} obsolete entries whose successors are listed can be removed.",
                    count=answers[words.YES],
                ),
            ),
            (
                answers[words.NO],
                _(
                    "For {count} obsolete entries the successors are to be listed.",
                    count=answers[words.NO],
                ),
            ),
            (
                answers[None],
                _(
                    "For {count} obsolete entries no valid successor is known: decide whether to "
                    "remove them or to draft a standard.",
                    count=answers[None],
                ),
            ),
            (
                revisions,
                _("{count} planned standards revise what is in force.", count=revisions),
            ),
            (
                upgrades,
                _("{count} planned standards lift one to a higher level.", count=upgrades),
            ),
        )
        if count
    )
    yield from paragraph(*said or (_("Nothing entered is out of date or under revision."),))


def _gaps(material: Material) -> Iterator[Block]:
    workspace = material.workspace
    groups: dict[tuple[str, Level | None, Text], list[GapProposal]] = {}
    for proposal in material.analysis.gap_proposals:
        key = (proposal.cell.system, proposal.level, proposal.reason)
        groups.setdefault(key, []).append(proposal)
    if not groups:
        yield from paragraph(_("The requirements of coverage leave no gap."))
        return
    yield from paragraph(
        Pointing(
            _(
                "There are {count} gaps for which no standard is listed yet; the table proposes "
                "levels for them.",
                count=len(material.analysis.gap_proposals),
            ),
            _(
                "There are {count} gaps for which no standard is listed yet.",
                count=len(material.analysis.gap_proposals),
            ),
        )
    )
    rows = [
        (
            ordinal,
            workspace.systems[system].name,
            tuple(dict.fromkeys(cell_values(one.cell, workspace) for one in group)),
            words.level_word(level),
            reason,
        )
        for ordinal, ((system, level, reason), group) in enumerate(groups.items(), 1)
    ]
    caption = _("Proposed levels for gaps")
    notes = (ONLY_PROPOSALS, *left_out(len(rows)))
    table = Table("proposals", _PROPOSAL_COLUMNS, first_rows(rows), notes=notes)
    cells = [proposal.cell for proposal in material.analysis.gap_proposals]
    doubtful = counted_in_cells(material.analysis, cells)[1]
    yield Tabulated(dated(table, material.analysis, doubtful, caption))


def other_matters(material: Material) -> Iterator[Block]:
    """Yield 其他: what was checked and how far the facts may be relied on; the rest is a blank."""
    report, counts = material.report, material.analysis.statistics
    yield from paragraph(
        _(
            "The check of {day} found {errors} errors, {warnings} warnings and {infos} infos; the "
            "list of problems in the detail table names them.",
            day=day_in_words(material.analysis.as_of),
            errors=report.count(Severity.ERROR),
            warnings=report.count(Severity.WARNING),
            infos=report.count(Severity.INFO),
        ),
        _(
            "{count} of the {required} required standards rest on presumption or unverified facts "
            "and should be checked against official sources.",
            count=counts.presumed_or_unverified,
            required=counts.total.required,
        )
        if counts.presumed_or_unverified
        else None,
    )
    yield from paragraph(Blank(_("other matters to be explained")))

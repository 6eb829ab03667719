"""总览: the headline figures, and what to act on first."""

from collections.abc import Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Severity
from stdsys.messages import Text, _
from stdsys.model.items import PlannedStandard
from stdsys.output.tables.headings import subtitle, title
from stdsys.output.tables.object_names import ObjectNames
from stdsys.output.tables.problems import actions_table, first_actions
from stdsys.output.tables.responsibility import Responsibility
from stdsys.output.tables.table import Cell, Column, Kind, Ratio, Sheet, Table
from stdsys.rules.checking import Report

_COLUMNS = (
    Column("ordinal", _("No."), Kind.COUNT),
    Column("figure", _("Figure")),
    Column("value", _("Value"), Kind.RATIO),
    Column("explanation", _("Explanation")),
)


def overview_sheet(analysis: Analysis, report: Report, responsibility: Responsibility) -> Sheet:
    """Return 总览, the sheet that is read if only one is."""
    name = _("Overview")
    figures = tuple(
        (ordinal, *figure) for ordinal, figure in enumerate(_figures(analysis, report), 1)
    )
    return Sheet(
        "overview",
        name,
        title(analysis, name),
        subtitle(analysis, analysis.statistics.presumed_or_unverified),
        (
            Table("figures", _COLUMNS, figures, caption=_("Headline figures")),
            actions_table(first_actions(report, responsibility), ObjectNames(analysis.workspace)),
        ),
    )


def _figures(analysis: Analysis, report: Report) -> Iterator[tuple[Text, Cell, Cell]]:
    statistics = analysis.statistics
    total = statistics.total
    yield (
        _("Standards systems"),
        statistics.number_of_systems,
        _("shared bases are not counted"),
    )
    yield (
        _("Required number of standards"),
        total.required,
        _(
            "{sum} summed over systems, {distinct} distinct",
            sum=statistics.sum_of_systems,
            distinct=statistics.distinct,
        ),
    )
    yield (
        _("Existing number of standards"),
        total.existing,
        _(
            "in force; {sum} summed over systems, {distinct} distinct",
            sum=statistics.existing_sum_of_systems,
            distinct=total.existing,
        ),
    )
    yield _("Existing ÷ required (%)"), Ratio(total.existing, total.required), None
    yield _("Number of planned standards"), _planned(analysis), _("see the sheet of that name")
    yield (
        _("Successions"),
        statistics.successions,
        _("they replace what is in force and are not counted as required"),
    )
    yield (
        _("Number of withdrawn, replaced standards"),
        statistics.obsolete,
        _("still entered, not counted as required"),
    )
    yield (
        _("Metrology, foreign standards, laws and other documents"),
        statistics.other,
        _("outside the five levels, not counted as required"),
    )
    yield (
        _("Presumed or unverified"),
        statistics.presumed_or_unverified,
        _("of the required number"),
    )
    yield from _coverage(analysis)
    yield (
        _("Problems: errors"),
        report.count(Severity.ERROR),
        _("data unusable or logic broken"),
    )
    yield _("Problems: warnings"), report.count(Severity.WARNING), _("someone here must act")
    yield _("Problems: infos"), report.count(Severity.INFO), _("for information")


def _coverage(analysis: Analysis) -> Iterator[tuple[Text, Cell, Cell]]:
    summary = analysis.coverage.summary
    yield (
        _("Coverage of required cells (%)"),
        Ratio(summary.covered, summary.required),
        _(
            "{covered} of {required} cells covered",
            covered=summary.covered,
            required=summary.required,
        ),
    )
    yield (
        _("Cells not covered yet"),
        summary.required - summary.covered,
        _(
            "{gap} gaps, {obsolete} with obsolete standards only, {awaited} with planned or "
            "upcoming ones; not counted as required standards",
            gap=summary.gap,
            obsolete=summary.obsolete_only,
            awaited=summary.planned + summary.upcoming,
        ),
    )


def _planned(analysis: Analysis) -> int:
    placed = {row.item for row in analysis.rows.placements()}
    return sum(isinstance(item, PlannedStandard) for item in placed)

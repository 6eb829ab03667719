"""The kinds of workbook that are written: what each is called, how it is made, when it has content.

The modules that make them are imported when a kind is asked for: a command that writes one
workbook does not load what the others need.
"""

from collections.abc import Callable, Mapping

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Text, _
from stdsys.output.tables.table import Workbook
from stdsys.rules.checking import Report


class WorkbookKind(Struct, frozen=True):
    """A kind of workbook; `filled` tells whether a workspace has anything to put into it."""

    title: Text
    make: Callable[[Analysis, Report, str], Workbook]
    filled: Callable[[Analysis], bool]


def _always(analysis: Analysis) -> bool:
    return True


def _detail(analysis: Analysis, report: Report, profile: str) -> Workbook:
    from stdsys.output.tables.workbooks import detail_workbook

    return detail_workbook(analysis, report, profile)


def _statistics(analysis: Analysis, report: Report, profile: str) -> Workbook:
    from stdsys.output.tables.workbooks import statistics_workbook

    return statistics_workbook(analysis)


def _coverage(analysis: Analysis, report: Report, profile: str) -> Workbook:
    from stdsys.output.tables.workbooks import coverage_workbook

    return coverage_workbook(analysis)


def _indicators(analysis: Analysis, report: Report, profile: str) -> Workbook:
    from stdsys.analysis.limits.indicator_choice import IndicatorChoice
    from stdsys.output.tables.indicators import indicators_workbook

    return indicators_workbook(analysis, IndicatorChoice.of(analysis.indicators))


def _targets(analysis: Analysis, report: Report, profile: str) -> Workbook:
    from stdsys.output.tables.targets import targets_workbook

    return targets_workbook(analysis, analysis.targets.all)


def _order(analysis: Analysis, report: Report, profile: str) -> Workbook:
    from stdsys.output.tables.order import order_workbook

    return order_workbook(analysis)


def _plan(analysis: Analysis, report: Report, profile: str) -> Workbook:
    from stdsys.output.documents.plan import plan_workbook

    return plan_workbook(analysis)


def _reviews(analysis: Analysis, report: Report, profile: str) -> Workbook:
    from stdsys.output.tables.reviews import reviews_workbook
    from stdsys.output.text.rule_outcomes import rule_run

    return reviews_workbook(analysis, rule_run(report, analysis.workspace))


def _quality(analysis: Analysis, report: Report, profile: str) -> Workbook:
    from stdsys.analysis.quality.structure import structure_quality
    from stdsys.output.tables.quality import quality_workbook
    from stdsys.output.text.rule_outcomes import rule_run

    workspace = analysis.workspace
    run = rule_run(report, workspace)
    judged = structure_quality(workspace, analysis.coverage, analysis.statistics, run)
    return quality_workbook(analysis, judged)


WORKBOOK_KINDS: Mapping[str, WorkbookKind] = {
    "detail": WorkbookKind(_("standards detail table"), _detail, _always),
    "statistics": WorkbookKind(_("standards statistics"), _statistics, _always),
    "coverage": WorkbookKind(_("coverage"), _coverage, _always),
    "indicators": WorkbookKind(
        _("comparison of indicators"),
        _indicators,
        lambda analysis: bool(analysis.indicators.products),
    ),
    "targets": WorkbookKind(
        _("targets"), _targets, lambda analysis: bool(analysis.workspace.targets)
    ),
    "order": WorkbookKind(
        _("drafting order"),
        _order,
        lambda analysis: bool(analysis.workspace.planned or analysis.gap_proposals),
    ),
    "plan": WorkbookKind(
        _("plan of drafting and revision"),
        _plan,
        lambda analysis: bool(analysis.workspace.planned),
    ),
    "reviews": WorkbookKind(
        _("reviews of standards"), _reviews, lambda analysis: bool(analysis.workspace.reviews)
    ),
    "quality": WorkbookKind(
        _("structure quality"), _quality, lambda analysis: bool(analysis.workspace.systems)
    ),
}
"""Kinds of workbook by the name that the command line knows, in the order of writing."""


def filled_kinds(analysis: Analysis) -> tuple[str, ...]:
    """Return the kinds that a workspace has content for."""
    return tuple(name for name, kind in WORKBOOK_KINDS.items() if kind.filled(analysis))

"""A report of the rules as the analyses take it that build upon findings."""

from stdsys.analysis.quality.rule_run import RuleRun
from stdsys.model.vocabulary import RuleSetting
from stdsys.model.workspace import Workspace
from stdsys.rules.checking import Report
from stdsys.rules.registry import RULES


def rule_run(report: Report, workspace: Workspace) -> RuleRun:
    """Return what a run over all rules found, and which rules the workspace has not switched off.

    The report must be of a run without selection: what was not asked for would count as passed.
    """
    settings = workspace.record.rules
    return RuleRun(
        tuple(located.finding for located in report.findings),
        tuple(located.finding for located in report.waived),
        frozenset(code for code in RULES if settings.get(code) is not RuleSetting.OFF),
    )

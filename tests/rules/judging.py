"""One rule applied to a small workspace, as the tests of the rule families need it."""

from datetime import date

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding
from stdsys.messages import translator
from stdsys.rules.rule import Rule
from tests.workspaces import workspace

DAY = date(2026, 11, 22)


def findings(rule: Rule, text: str, day: date = DAY) -> list[Finding]:
    """Return what a rule finds in a workspace that reads without fault."""
    return list(rule.check(Analysis(workspace(text), day)))


def words(finding: Finding) -> str:
    """Return a finding's message in English."""
    return translator("en")(finding.message)


def hint(finding: Finding) -> str:
    """Return a finding's hint in English; it must have one."""
    assert finding.hint is not None
    return translator("en")(finding.hint)

"""What all rules find in a workspace written in YAML, as analyses take it."""

from pathlib import Path
from textwrap import dedent

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.quality.rule_run import RuleRun
from stdsys.output.text.rule_outcomes import rule_run
from stdsys.rules.checking import check
from stdsys.source.positions import Positions
from tests.analysis.analysed import DAY
from tests.workspaces import workspace_and_findings

NO_FILES = Positions(Path("no-such-folder"))
"""Positions of texts that are in no file: all of them 1:1."""


def checked(text: str) -> tuple[Analysis, RuleRun]:
    """Return the analysis of a workspace, faults and all, and what the rules found in it."""
    built, findings = workspace_and_findings(dedent(text))
    analysis = Analysis(built, DAY)
    return analysis, rule_run(check(analysis, findings, NO_FILES), built)

"""The analysis of a workspace written in YAML, on the day that most tests look at."""

from datetime import date

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.life_cycle.statuses import Statuses
from tests.workspaces import workspace

DAY = date(2026, 11, 22)


def analysed(text: str, day: date = DAY) -> Analysis:
    """Return everything that may be asked of a workspace on a day."""
    return Analysis(workspace(text), day)


def standards(*items: str) -> str:
    """Return a workspace with these standards, each a mapping in YAML's flow style."""
    return "standards:\n" + "".join(f"  - {{{item}}}\n" for item in items)


def statuses(*items: str, day: date = DAY) -> Statuses:
    """Return the statuses of such a workspace on a day."""
    return analysed(standards(*items), day).statuses

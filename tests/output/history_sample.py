"""A history of the invented region, by quarter, from before its first standards to its future."""

from datetime import date

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.history import History, Step, days_between
from tests.output.sample_region import analysis

FIRST, LAST = date(2020, 10, 1), date(2027, 3, 31)


def history(of: Analysis | None = None, first: date = FIRST, last: date = LAST) -> History:
    """Return the history by quarter."""
    found = of or analysis()
    days = days_between(first, last, Step.QUARTER)
    return History.of(found.workspace, days, found.replacements)

"""Differences of two workspaces written in YAML."""

from collections.abc import Iterable, Mapping
from datetime import date

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.difference.comparison import Difference
from stdsys.analysis.difference.field_changes import Change
from tests.analysis.analysed import DAY
from tests.workspaces import workspace


def compared(before: str, after: str, days: tuple[date, date] = (DAY, DAY)) -> Difference:
    """Compare two workspaces, without findings."""
    (first, second) = days
    return Difference.of(Analysis(workspace(before), first), Analysis(workspace(after), second))


def said(changes: Iterable[Change[object]]) -> Mapping[str, str]:
    """Return each change by its key: what happened."""
    return {change.key: happened(change) for change in changes}


def happened(change: Change[object]) -> str:
    """Return what happened in a word, and why two keys are one thing."""
    if change.added or change.removed:
        return "added" if change.added else "removed"
    if change.because is not None:
        return f"renumbered: {change.because}"
    return "changed: " + " ".join(field.field for field in change.fields)

"""Counts of standards and of cells for machines: the same keys wherever they are told."""

from collections.abc import Mapping
from typing import Any

from stdsys.analysis.counting.tally import Tally
from stdsys.analysis.coverage.cells import CoverageSummary


def tally_counts(tally: Tally) -> dict[str, Any]:
    """Return how many standards there are and should be; `ratio` is a fraction or null."""
    return {
        "standards": tally.standards,
        "required": tally.required,
        "existing": tally.existing,
        "ratio": tally.ratio,
    }


def tallies_counts(tallies: Mapping[str, Tally]) -> dict[str, Any]:
    """Return tallies by their keys."""
    return {str(key): tally_counts(tally) for key, tally in tallies.items()}


def summary_counts(summary: CoverageSummary) -> dict[str, Any]:
    """Return the numbers of cells by state; `ratio`, covered ÷ required, is a fraction or null."""
    return {
        "required": summary.required,
        "covered": summary.covered,
        "upcoming": summary.upcoming,
        "planned": summary.planned,
        "obsolete-only": summary.obsolete_only,
        "gap": summary.gap,
        "exempt": summary.exempt,
        "ratio": summary.ratio,
    }

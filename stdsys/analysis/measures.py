"""What targets measure, one function a word."""

from dataclasses import replace
from typing import TYPE_CHECKING

from stdsys.analysis.measures_evidence import entered
from stdsys.analysis.measures_organisations import adopters, organisations, owners, systems
from stdsys.analysis.measures_result import Measurement
from stdsys.analysis.measures_series import growth, value
from stdsys.analysis.measures_shares import completion, coverage
from stdsys.analysis.measures_standards import standards
from stdsys.messages import _
from stdsys.model.target_record import TargetRecord
from stdsys.model.target_vocabulary import Measured

if TYPE_CHECKING:
    from stdsys.analysis.analysis import Analysis

_IN_SYSTEMS = {
    Measured.STANDARDS: standards,
    Measured.SYSTEMS: systems,
    Measured.OWNERS: owners,
    Measured.ORGANISATIONS: organisations,
    Measured.ADOPTERS: adopters,
    Measured.COVERAGE: coverage,
    Measured.COMPLETION: completion,
}
"""Measures that a scope narrows down to systems."""


def measure(target: TargetRecord, analysis: "Analysis") -> Measurement:
    """Return what a target's measure comes to on the day.

    Shares and rates are fractions of one. A value that is entered, or taken from a series, is in
    percent where the goal is: it becomes a fraction, too.
    """
    asked = target.measure
    if asked.of is Measured.ENTERED:
        return _as_fraction(entered(target, analysis.workspace), target)
    if asked.of is Measured.VALUE:
        return _as_fraction(value(asked, analysis), target)
    if asked.of is Measured.GROWTH:
        return growth(asked, analysis)
    scope = frozenset(target.scope)
    if scope and scope.isdisjoint(analysis.workspace.systems):
        return Measurement(lacking=_("none of the systems named is recorded"))
    return _IN_SYSTEMS[asked.of](asked, scope, analysis)


def _as_fraction(measured: Measurement, target: TargetRecord) -> Measurement:
    if not target.value.percent:
        return measured
    figures = (measured.value, measured.least, measured.most)
    value, least, most = (None if figure is None else figure / 100 for figure in figures)
    return replace(measured, value=value, least=least, most=most)

"""What targets measure, one function a word."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from stdsys.analysis.targets.evidence import entered
from stdsys.analysis.targets.organisations import adopters, organisations, owners, systems
from stdsys.analysis.targets.result import Measurement
from stdsys.analysis.targets.series import growth, value
from stdsys.analysis.targets.shares import completion, coverage
from stdsys.analysis.targets.standards import standards
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


_YEARLY = ("年均", "年平均", "每年")
"""Words of a title that promise a growth a year."""


def measure(target: TargetRecord, analysis: "Analysis") -> Measurement:
    """Return what a target's measure comes to on the day.

    Shares and rates are fractions of one. A value that is entered, or taken from a series, is in
    percent where the goal is: it becomes a fraction, too. A title that promises a growth a year is
    not proven by the whole growth of several years.
    """
    asked = target.measure
    if asked.of is Measured.ENTERED:
        return _as_fraction(entered(target, analysis.workspace), target)
    if asked.of is Measured.VALUE:
        return _as_fraction(value(asked, analysis), target)
    if asked.of is Measured.GROWTH:
        return _as_promised(growth(asked, analysis), target)
    scope = frozenset(target.scope)
    if scope and scope.isdisjoint(analysis.workspace.systems):
        return Measurement(lacking=_("none of the systems named is recorded"))
    return _IN_SYSTEMS[asked.of](asked, scope, analysis)


def _as_promised(measured: Measurement, target: TargetRecord) -> Measurement:
    """Refuse the whole growth of several years where a growth a year is promised (年均、每年)."""
    yearly = any(word in (target.title or "") for word in _YEARLY)
    over_years = any(span.months > 12 and not span.annual for span in measured.spans)
    if not (yearly and over_years) or measured.lacking is not None:
        return measured
    lacking = _(
        "the title asks for a growth a year, this is the whole growth of several years: write "
        "annual: true in the measure"
    )
    return replace(measured, lacking=lacking, place=target.place.at("measure"))


def _as_fraction(measured: Measurement, target: TargetRecord) -> Measurement:
    if not target.value.percent:
        return measured
    figures = (measured.value, measured.least, measured.most)
    value, least, most = (None if figure is None else figure / 100 for figure in figures)
    return replace(measured, value=value, least=least, most=most)

"""Measures `growth` and `value`: what series of values come to on the day."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from stdsys.analysis.targets.evidence import missing, standing
from stdsys.analysis.targets.result import Measurement, Span
from stdsys.findings import Place
from stdsys.messages import Text, _
from stdsys.model.partial_date import PartialDate
from stdsys.model.period import Period
from stdsys.model.target_record import Measure, SeriesRecord, SeriesValueRecord
from stdsys.model.target_vocabulary import Combine
from stdsys.model.workspace import Workspace

if TYPE_CHECKING:
    from stdsys.analysis.analysis import Analysis

_YEAR = 12
"""Months of a year."""

_DECIMALS = 12
"""A rate a year is rounded to so many decimals."""


def growth(measure: Measure, analysis: "Analysis") -> Measurement:
    """Return (value at `until` − value at `since`) ÷ value at `since`, as a fraction of one.

    Without these dates from a series' first value to its last. Several series: the mean of their
    growths, the growth of their sum (`total`), or the least growth (`least`). Values of periods
    that are not over on the day do not count. What starts at nothing or less has no growth.
    With `annual` it is the compound rate a year over the years between, at least one.
    """
    pairs = _pairs(measure, analysis)
    if isinstance(pairs, Measurement):
        return pairs
    if not pairs:
        return Measurement(lacking=_("there is no series that it is measured by"))
    spans = tuple(pair.span for pair in pairs)
    if measure.combine is not Combine.TOTAL:
        growths = [_growth(pair.start.value, pair.end.value, pair.span) for pair in pairs]
        value = min(growths) if measure.combine is Combine.LEAST else _mean(growths)
    elif measure.annual and len({span.months for span in spans}) > 1:
        lacking = _("the series span different numbers of years: their sum has no rate a year")
        return Measurement(lacking=lacking, spans=spans)
    else:
        before = sum((pair.start.value for pair in pairs), Fraction(0))
        after = sum((pair.end.value for pair in pairs), Fraction(0))
        value = _growth(before, after, spans[0])
    values = [one for pair in pairs for one in (pair.start, pair.end)]
    return replace(_proven(value, values, analysis.workspace), spans=spans)


def value(measure: Measure, analysis: "Analysis") -> Measurement:
    """Return the latest value of the series on the day, or that of `until`.

    Several series: their sum, or as `combine` says their mean or the least of them.
    """
    found: list[_Found] = []
    for series in _series(measure, analysis):
        one = _find(series, measure.until, analysis.as_of, latest=True)
        if isinstance(one, Text):
            return Measurement(lacking=one, place=series.place)
        found.append(one)
    if not found:
        return Measurement(lacking=_("there is no series that it is measured by"))
    values = [one.value for one in found]
    match measure.combine:
        case Combine.MEAN:
            total = _mean(values)
        case Combine.LEAST:
            total = min(values)
        case _:
            total = sum(values, Fraction(0))
    return _proven(total, found, analysis.workspace)


class _Found(Struct, frozen=True):
    """A value that was looked for, and its series."""

    series: SeriesRecord
    record: SeriesValueRecord

    @property
    def value(self) -> Fraction:
        return Fraction(self.record.value)


class _Pair(Struct, frozen=True):
    """The two values of a series that its growth is measured by."""

    start: _Found
    end: _Found
    annual: bool

    @property
    def span(self) -> Span:
        return Span(self.start.series.id, self.start.record.at, self.end.record.at, self.annual)


def _pairs(measure: Measure, analysis: "Analysis") -> "list[_Pair] | Measurement":
    """Return the two values of each series; what is lacking where a series has no growth."""
    pairs: list[_Pair] = []
    for series in _series(measure, analysis):
        found = [
            _find(series, measure.since, analysis.as_of, latest=False),
            _find(series, measure.until, analysis.as_of, latest=True),
        ]
        for one in found:
            if isinstance(one, Text):
                return Measurement(lacking=one, place=series.place)
        start, end = (one for one in found if isinstance(one, _Found))
        if not start.record.at.surely_before(end.record.at):
            lacking = _("{name}: two values of different periods are needed", name=series.name)
            return Measurement(lacking=lacking, place=series.place)
        if start.value <= 0:
            lacking = _("{name}: growth from nothing has no meaning", name=series.name)
            return Measurement(lacking=lacking, place=start.record.place)
        pair = _Pair(start, end, annual=measure.annual)
        if measure.annual and (fault := _no_annual_rate(pair)) is not None:
            return Measurement(lacking=fault, place=end.record.place)
        pairs.append(pair)
    return pairs


def _no_annual_rate(pair: _Pair) -> Text | None:
    """Say why a series has no rate a year; None if it has one."""
    name = pair.start.series.name
    if pair.span.months < _YEAR:
        return _("{name}: a rate a year needs values at least a year apart", name=name)
    if pair.end.value < 0:
        return _("{name}: a fall below zero has no rate a year", name=name)
    return None


def _growth(before: Fraction, after: Fraction, span: Span) -> Fraction:
    """Return the whole growth; of an annual span the compound rate a year."""
    whole = after / before
    return (_root(whole, span.months) if span.annual else whole) - 1


def _root(whole: Fraction, months: int) -> Fraction:
    """Return the factor a year that makes `whole` over so many months, to twelve decimals.

    Rounded so that 1.520875 over three years is 1.15 exactly, and reaches a goal of 15 %.
    """
    with localcontext(prec=50):
        factor = Decimal(whole.numerator) / Decimal(whole.denominator)
        exact = factor ** (Decimal(_YEAR) / Decimal(months)) if factor else Decimal(0)
        return round(Fraction(exact), _DECIMALS)


def _series(measure: Measure, analysis: "Analysis") -> list[SeriesRecord]:
    known = analysis.workspace.series
    return [known[name] for name in dict.fromkeys(measure.series) if name in known]


def _find(
    series: SeriesRecord, asked: PartialDate | None, day: date, *, latest: bool
) -> _Found | Text:
    """Return the value of a period, else the first or the latest of those over by the day."""
    known = sorted((v for v in series.values if v.at.last <= day), key=lambda v: v.at.last)
    if asked is not None:
        exact = [v for v in known if v.at == asked]
        known = exact or [v for v in known if Period(asked, asked).holds(v.at)]
    if not known:
        when: object = asked or day
        return _("{name}: no value for {when} by the day", name=series.name, when=when)
    return _Found(series, known[-1] if latest or asked is not None else known[0])


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _proven(value: Fraction, found: Sequence[_Found], workspace: Workspace) -> Measurement:
    """Return the figure, with bounds only if evidence stands behind every value it is made of."""
    evidence: dict[str, None] = {}
    for one in found:
        backing = _backing(one.record, workspace)
        if not backing:
            lacking, place = _unproven(one, workspace)
            return Measurement(value=value, lacking=lacking, place=place)
        evidence.update(dict.fromkeys(backing))
    return Measurement(value=value, least=value, most=value, evidence=tuple(evidence))


def _backing(record: SeriesValueRecord, workspace: Workspace) -> tuple[str, ...]:
    """Return what stands behind a value: files that are there, addresses, a source."""
    if not record.evident:
        return ()
    source = (record.source,) if record.source else ()
    return (*standing(record.evidence, workspace), *source)


def _unproven(one: _Found, workspace: Workspace) -> tuple[Text, Place]:
    record, name = one.record, one.series.name
    if not record.evident and (record.evidence or record.source):
        reason = _("nobody has verified the value of {at}", at=record.at)
        return _("{name}: {reason}", name=name, reason=reason), record.place
    if record.evidence:
        reason, place = missing(record.evidence, workspace, record.place)
        return _("{name}: {reason}", name=name, reason=reason), place or record.place
    reason = _("the value of {at} has neither source nor evidence", at=record.at)
    return _("{name}: {reason}", name=name, reason=reason), record.place

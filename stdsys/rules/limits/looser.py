"""Rules H002 and H003: limits that allow what a higher standard refuses."""

from collections.abc import Iterable, Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.limits.comparison import Comparison
from stdsys.analysis.limits.indicators import Which
from stdsys.analysis.limits.ranks import Rank, rank_of
from stdsys.analysis.limits.requirements import Requirement, Standard
from stdsys.analysis.limits.verdicts import Verdict
from stdsys.findings import Finding, Severity
from stdsys.messages import Text, _
from stdsys.numbers import Level, Nature
from stdsys.rules.limits.limit_rule import LimitRule, any_standard, binds, in_force
from stdsys.rules.limits.wording import graded_limit
from stdsys.rules.rule import Sample


class LooserThanMandatory(LimitRule):
    """H002."""

    code = "H002"
    name = "looser-than-mandatory"
    severity = Severity.ERROR
    summary = _("a limit is looser than that of a mandatory national standard")
    why = _(
        "No recommended national, industry, local, group or enterprise standard may fall below a "
        "mandatory national one, and what does not meet the mandatory one may be neither made nor "
        "sold. An error in own standards; in those of others a warning, since they were entered "
        "here and a limit may have been copied wrongly. Against a mandatory standard that is not "
        "in force yet it is a warning, or information. Screening values are left out."
    )
    source = _(
        "Standardization Law, art. 21: no standard falls below a mandatory national one; art. 25: "
        "what does not meet it may be neither made nor sold"
    )
    bad = Sample(
        """\
standards:
  - number: GB 99001-2020
    title: 示例安全要求
    indicators:
      - {id: lead, name: 铅, limit: "<= 5.0", unit: mg/kg, product: 示例茶}
  - number: T/SLXH 001-2024
    title: 示例茶
    issuer: guild
    issued: 2024
    indicators:
      - {id: lead, name: 铅, limit: "<= 0.006", unit: g/kg, product: 示例茶}
""",
        at=(11, 36),
    )
    good = Sample(
        """\
standards:
  - number: GB 99001-2020
    title: 示例安全要求
    indicators:
      - {id: lead, name: 铅, limit: "<= 5.0", unit: mg/kg, product: 示例茶}
  - number: T/SLXH 001-2024
    title: 示例茶
    issuer: guild
    issued: 2024
    indicators:
      - {id: lead, name: 铅, limit: "<= 0.003", unit: g/kg, product: 示例茶}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield the limits that are looser than those of mandatory national standards."""
        judged = analysis.indicators.judged(any_standard, _is_mandatory)
        for one in _gravest(judged, analysis):
            yield self.finding(one, analysis, _mandatory_severity(one, analysis), _bring(one))


def _mandatory_severity(comparison: Comparison, analysis: Analysis) -> Severity:
    own = analysis.ownership.is_own(comparison.lower)
    if in_force(comparison.upper, analysis):
        return Severity.ERROR if own else Severity.WARNING
    return Severity.WARNING if own else Severity.INFO


class LooserThanHigher(LimitRule):
    """H003."""

    code = "H003"
    name = "looser-than-higher"
    severity = Severity.WARNING
    summary = _("a limit is looser than that of a higher standard that is no mandatory national")
    why = _(
        "A recommended standard may be undercut, but not silently: an enterprise whose standard "
        "demands less says so in its declaration, and some provinces let no local standard fall "
        "below a recommended national one (local_floor). Own standards only, and the local "
        "standards that such a rule binds. Against a standard not yet in force: information."
    )
    source = _(
        "Measures for Promoting Enterprise Standardization (2023): lower requirements are stated "
        "in the declaration; provincial rules on local standards"
    )
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例茶
    indicators:
      - {id: moisture, name: 水分, limit: "<= 12.0", unit: g/100 g}
  - number: T/SLXH 001-2024
    title: 示例茶
    issuer: guild
    issued: 2024
    indicators:
      - {id: moisture, name: 水分, limit: "<= 13.0", unit: "%"}
""",
        at=(11, 41),
    )
    good = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例茶
    indicators:
      - {id: moisture, name: 水分, limit: "<= 12.0", unit: g/100 g}
  - number: T/SLXH 001-2024
    title: 示例茶
    issuer: guild
    issued: 2024
    indicators:
      - {id: moisture, name: 水分, limit: "<= 12.0", unit: "%"}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield the limits of own standards, and of local ones that a floor binds."""
        floor = analysis.indicators.judged(_judged_in(analysis), _is_no_mandatory_national)
        own_or_national = (
            one
            for one in floor
            if rank_of(one.upper) is Rank.NATIONAL or analysis.ownership.is_own(one.lower)
        )
        for one in _gravest(own_or_national, analysis):
            own = analysis.ownership.is_own(one.lower)
            binding = own and in_force(one.upper, analysis)
            severity = Severity.WARNING if binding else Severity.INFO
            yield self.finding(one, analysis, severity, _say_so(one, analysis))


def _gravest(judged: Iterable[Comparison], analysis: Analysis) -> Iterator[Comparison]:
    """Yield for each limit and product the highest standard that it falls short of.

    One in force goes before one to come, a verified one before one that nobody has verified.
    """
    found: dict[tuple[Requirement | None, str | None], Comparison] = {}
    for one in judged:
        if one.verdict is not Verdict.LOOSER or not binds(one):
            continue
        first = found.setdefault((one.lower_limit, one.product), one)
        if _weight(one, analysis) < _weight(first, analysis):
            found[one.lower_limit, one.product] = one
    yield from found.values()


def _weight(one: Comparison, analysis: Analysis) -> tuple[bool, bool]:
    return not in_force(one.upper, analysis), one.unverified


def _judged_in(analysis: Analysis) -> Which:
    """Choose own standards, and local ones where a floor forbids to undercut a national one."""
    is_own = analysis.ownership.is_own
    floored = Nature.RECOMMENDED in analysis.workspace.record.local_floor
    return lambda item: is_own(item) or (floored and item.level is Level.LOCAL)


def _bring(comparison: Comparison) -> Text:
    assert comparison.upper_limit is not None
    demanded = graded_limit(comparison.upper_limit.indicator)
    return _("bring it to {limit} or stricter", limit=demanded)


def _say_so(comparison: Comparison, analysis: Analysis) -> Text:
    if comparison.lower.level is Level.ENTERPRISE:
        return _("tighten it, or state in the self-declaration that it is lower")
    floored = Nature.RECOMMENDED in analysis.workspace.record.local_floor
    if floored and comparison.lower.level is Level.LOCAL:
        return _("tighten it: here no local standard may fall below a recommended national one")
    return _("tighten it, or give the reason in a waiver")


def _is_mandatory(item: Standard) -> bool:
    return rank_of(item) is Rank.MANDATORY_NATIONAL


def _is_no_mandatory_national(item: Standard) -> bool:
    return not _is_mandatory(item)

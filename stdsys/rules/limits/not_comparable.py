"""Rule H009: limits of which nobody can tell whether they are stricter or looser."""

from collections.abc import Iterator

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.limits.verdicts import Verdict
from stdsys.findings import Finding, Severity
from stdsys.messages import _
from stdsys.rules.limits.limit_rule import LimitRule, any_standard, binds
from stdsys.rules.reading.sources import PRACTICE
from stdsys.rules.rule import Sample


class NotComparable(LimitRule):
    """H009."""

    code = "H009"
    name = "not-comparable"
    severity = Severity.INFO
    summary = _("a limit of an own standard cannot be compared with a higher standard's")
    why = _(
        "Another unit, test method or grade, or a bound on the other side: whether the limit is as "
        "strict as the law demands has to be decided by a person. Only own standards are reported."
    )
    source = PRACTICE
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例茶
    indicators:
      - {id: moisture, name: 水分, limit: "<= 12.0", unit: "%"}
  - number: T/SLXH 001-2024
    title: 示例茶
    issuer: guild
    issued: 2024
    indicators:
      - {id: moisture, name: 水分, limit: "<= 0.12"}
""",
        at=(11, 41),
    )
    good = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例茶
    indicators:
      - {id: moisture, name: 水分, limit: "<= 12.0", unit: "%"}
  - number: T/SLXH 001-2024
    title: 示例茶
    issuer: guild
    issued: 2024
    indicators:
      - {id: moisture, name: 水分, limit: "<= 12", unit: "%"}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield the limits of own standards that are not comparable."""
        for one in analysis.indicators.judged(analysis.ownership.is_own, any_standard):
            if one.verdict is Verdict.NOT_COMPARABLE and binds(one):
                yield self.finding(one, analysis, self.severity, None)

"""Family W: what is wrong with waivers."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from stdsys.findings import Finding, Severity
from stdsys.messages import _, did_you_mean
from stdsys.model.vocabulary import RuleSetting
from stdsys.rules.reading.sources import PRACTICE
from stdsys.rules.rule import ReadingRule, Sample
from stdsys.rules.waivers.rule import StandingWaiver


class WaiverWithoutReason(ReadingRule):
    """W001."""

    code = "W001"
    name = "waiver-without-reason"
    severity = Severity.WARNING
    summary = _("a waiver gives no reason")
    why = _(
        "A waiver is a decision. Without its reason nobody can tell later whether it still holds, "
        "and a reviewer can only take it on trust."
    )
    source = PRACTICE
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    issued: 2020-06-01
    effective: 2020-03-01
    waive:
      - {rule: L001}
""",
        at=(7, 9),
    )
    good = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    issued: 2020-06-01
    effective: 2020-03-01
    waive:
      - {rule: L001, reason: 封面日期如此，已向发布机构求证}
"""
    )


class WaiverMatchesNothing(ReadingRule):
    """W002."""

    code = "W002"
    name = "waiver-matches-nothing"
    severity = Severity.WARNING
    summary = _("a waiver matches no finding")
    why = _(
        "The fault it accepted is gone, or the rule's code is misspelt. Left standing, it would "
        "silently accept the next fault of that kind."
    )
    source = PRACTICE
    bad = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    issued: 2020-03-01
    effective: 2020-06-01
    waive:
      - {rule: L001, reason: 封面日期如此}
""",
        at=(7, 9),
    )
    good = Sample(
        """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
    issued: 2020-06-01
    effective: 2020-03-01
    waive:
      - {rule: L001, reason: 封面日期如此}
"""
    )


WAIVER_RULES = (WaiverWithoutReason(), WaiverMatchesNothing())
_WITHOUT_REASON, _MATCHES_NOTHING = WAIVER_RULES


def findings_about_waivers(
    waivers: Iterable[StandingWaiver],
    used: Collection[StandingWaiver],
    settings: Mapping[str, RuleSetting],
    codes: Collection[str],
) -> Iterator[Finding]:
    """Yield W001 and W002; a waiver of a rule that is switched off is left alone.

    `codes` are those of all rules: a code that none bears is misspelt rather than out of date.
    """
    for standing in waivers:
        code = standing.waiver.rule
        if not (standing.waiver.reason or "").strip():
            message = _("the waiver of {code} gives no reason", code=code)
            hint = _("add reason: with why it is accepted")
            yield _WITHOUT_REASON.found(message, standing.place, standing.key, hint=hint)
        if code not in codes:
            message = _("the waiver names {code}, and there is no such rule", code=code)
            meant = did_you_mean(code, codes)
            yield _MATCHES_NOTHING.found(message, standing.place, standing.key, hint=meant)
        elif standing not in used and settings.get(code) is not RuleSetting.OFF:
            message = _("the waiver of {code} matches no finding: remove it", code=code)
            yield _MATCHES_NOTHING.found(message, standing.place, standing.key)

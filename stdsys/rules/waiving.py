"""Family W: waivers, and settings of rules that do not exist."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches

from stdsys.findings import Finding, Severity
from stdsys.messages import _
from stdsys.model.vocabulary import RuleSetting
from stdsys.model.workspace import Workspace
from stdsys.rules.rule import ReadingRule, Sample
from stdsys.rules.waivers import StandingWaiver


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
    source = _("practice")
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
    source = _("practice")
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
) -> Iterator[Finding]:
    """Yield W001 and W002; a waiver of a rule that is switched off is left alone."""
    for standing in waivers:
        code = standing.waiver.rule
        if not (standing.waiver.reason or "").strip():
            message = _("the waiver of {code} gives no reason", code=code)
            yield _WITHOUT_REASON.found(message, standing.place, standing.key)
        if standing not in used and settings.get(code) is not RuleSetting.OFF:
            message = _("the waiver of {code} matches no finding: remove it", code=code)
            yield _MATCHES_NOTHING.found(message, standing.place, standing.key)


def findings_about_settings(workspace: Workspace, codes: Collection[str]) -> Iterator[Finding]:
    """Yield Y104 for a code under `workspace.rules` that no rule bears."""
    for code in workspace.record.rules:
        if code not in codes:
            close = get_close_matches(code, list(codes), n=1, cutoff=0.6)
            hint = _("did you mean {name}?", name=close[0]) if close else None
            message = _("unknown {what}: {name}", what=_("rule"), name=code)
            place = workspace.place.at("rules").key(code)
            yield Finding("Y104", Severity.ERROR, message, place, code, (code,), hint=hint)

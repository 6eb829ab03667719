"""What a workspace's settings make of findings: severities by code, and codes that are none."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec.structs import replace

from stdsys.findings import Finding, Severity
from stdsys.messages import _, did_you_mean
from stdsys.model.vocabulary import RuleSetting
from stdsys.model.workspace import Workspace


def with_settings(
    findings: Iterable[Finding], settings: Mapping[str, RuleSetting]
) -> Iterator[Finding]:
    """Yield findings of the workspace's severities, none of a rule that is off.

    What rests on facts that nobody has verified is at most info, whatever the setting.
    """
    for finding in findings:
        setting = settings.get(finding.code)
        if setting is RuleSetting.OFF:
            continue
        severity = finding.severity if setting is None else Severity(setting.value)
        if finding.unverified:
            severity = Severity.INFO
        yield finding if severity is finding.severity else replace(finding, severity=severity)


def findings_about_settings(workspace: Workspace, codes: Collection[str]) -> Iterator[Finding]:
    """Yield Y104 for a code under `workspace.rules` that no rule bears."""
    for code in workspace.record.rules:
        if code not in codes:
            hint = did_you_mean(code, codes)
            message = _("unknown {what}: {name}", what=_("rule"), name=code)
            place = workspace.place.at("rules").key(code)
            yield Finding("Y104", Severity.ERROR, message, place, code, (code,), hint=hint)

"""Findings for machines."""

import json
from datetime import date
from typing import Any

from stdsys import __version__
from stdsys.findings import Severity
from stdsys.messages import Text, Translator, _
from stdsys.output.tables.words import UNVERIFIED
from stdsys.rules.checking import Located, Report
from stdsys.rules.registry import RULES


def findings_json(report: Report, as_of: date, say: Translator, *, show_waived: bool) -> str:
    """Return the report as JSON text; keys are stable, more may be added.

    Paths are relative to the workspace with `/`; lines and columns count characters from 1.
    """
    shown = [(one, False) for one in report.findings]
    if show_waived:
        shown = sorted([*shown, *((one, True) for one in report.waived)], key=lambda s: s[0].order)
    diagnostics = [_diagnostic(one, say, waived=waived) for one, waived in shown]
    document = {
        "version": __version__,
        "as_of": as_of.isoformat(),
        "diagnostics": diagnostics,
        "summary": {
            **{severity.value: report.count(severity) for severity in Severity},
            "waived": len(report.waived),
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def sentence(one: Located, say: Translator) -> str:
    """Return a finding's message; what rests on unverified facts says so, in the same breath."""
    message = say(one.finding.message)
    if one.finding.unverified:
        message += say(_(" ({remark})", remark=UNVERIFIED))
    return message


def _diagnostic(one: Located, say: Translator, *, waived: bool) -> dict[str, Any]:
    finding = one.finding
    return {
        "code": finding.code,
        "name": RULES[finding.code].name,
        "severity": finding.severity.value,
        "message": sentence(one, say),
        "file": one.position.file,
        "line": one.position.line,
        "column": one.position.column,
        "subject": finding.subject,
        "count": finding.count,
        "hint": _optional(finding.hint, say),
        "unverified": finding.unverified,
        "related": [
            {
                "file": position.file,
                "line": position.line,
                "column": position.column,
                "message": say(related.message),
            }
            for position, related in one.related
        ],
        **({"waived": True} if waived else {}),
    }


def _optional(text: Text | None, say: Translator) -> str | None:
    return None if text is None else say(text)

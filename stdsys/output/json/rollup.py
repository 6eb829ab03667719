"""A whole over its members for machines."""

import json
from typing import Any

from stdsys import __version__
from stdsys.analysis.difference.finding_changes import Sighting
from stdsys.analysis.rollup.conflicts import Conflict
from stdsys.analysis.rollup.counts import Counts
from stdsys.analysis.rollup.held_items import HeldItem
from stdsys.analysis.rollup.member_summary import MemberSummary, Named, OpenCell
from stdsys.analysis.rollup.whole import CommonGap, RollUp
from stdsys.findings import Finding, Position, Severity
from stdsys.messages import Translator
from stdsys.output.json.counts import summary_counts, tallies_counts, tally_counts
from stdsys.output.json.findings import sentence
from stdsys.output.tables.rollup_lists import Where
from stdsys.rules.checking import Located
from stdsys.rules.registry import RULES


def rollup_json(rollup: RollUp, say: Translator, where: Where) -> str:
    """Return a roll-up as JSON text; keys are stable, more may be added.

    `members` stand in the order of the list, the whole's own systems first; `together` counts
    identical numbers once, `sums` adds the members up. Ids begin with the member's
    (`county-a:GB 2762-2022`), paths count from the folder of the whole. `unread` are the members
    that could not be opened; of those in `partly_read` only parts are counted. `ignored` is what
    else is wrong with lists of members; nothing is missing for it. `subtotals` are of members that
    have members, each with these.
    """
    document = {
        "version": __version__,
        "as_of": rollup.as_of.isoformat(),
        "title": rollup.title,
        "complete": rollup.complete,
        "members": [
            _member(member, counts)
            for member, counts in zip(rollup.members, rollup.member_counts, strict=True)
        ],
        "unread": [_list_fault(fault, say) for fault in rollup.unread],
        "partly_read": [{"id": one.key, "folder": one.folder or "."} for one in rollup.partly_read],
        "ignored": [_list_fault(fault, say) for fault in rollup.ignored],
        "subtotals": [
            {
                "id": rollup.members[one.at].name.key,
                "statistics": _counts(one.counts),
                "coverage": summary_counts(one.coverage),
            }
            for one in rollup.subtotals
        ],
        "together": {
            "statistics": _counts(rollup.counts),
            "coverage": summary_counts(rollup.coverage),
            "findings": _severities(rollup.members),
        },
        "sums": {
            "standards": sum(counts.standards for counts in rollup.member_counts),
            "required": rollup.sum_required,
            "existing": rollup.sum_existing,
        },
        "stages": list(rollup.stages),
        "shared_standards": [_shared(item) for item in rollup.shared],
        "common_gaps": [_common_gap(gap) for gap in rollup.common_gaps],
        "gaps": [
            _gap(member.name, cell) for member in rollup.members for cell in member.open_cells
        ],
        "conflicts": [_conflict(conflict, where) for conflict in rollup.conflicts],
        "diagnostics": [
            _diagnostic(member.name, one, say)
            for member in rollup.members
            for one in member.findings
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def said(one: Sighting, say: Translator) -> str:
    """Return a finding's sentence; what rests on unverified facts says so."""
    return sentence(Located(one.finding, one.position, ()), say)


def ident(member: Named, finding: Finding) -> str:
    """Return the id of what a finding is about: `county-a:GB 2762-2022`."""
    return member.id(finding.subject)


def _member(member: MemberSummary, counts: Counts) -> dict[str, Any]:
    return {
        "id": member.name.key,
        "name": member.name.label,
        "folder": member.name.folder or ".",
        "own": member.name.own,
        "readable": member.readable,
        "statistics": _counts(counts),
        "coverage": summary_counts(member.coverage),
        "by_stage": {
            stage: {
                "state": found.state.value,
                "required": found.required,
                "covered": found.covered,
            }
            for stage, found in member.stages.items()
        },
        "findings": {
            **_severities((member,)),
            "by_code": [
                {"code": code, "severity": severity.value, "count": count}
                for (code, severity), count in member.codes.items()
            ],
        },
    }


def _severities(members: tuple[MemberSummary, ...]) -> dict[str, int]:
    found = {
        severity.value: sum(member.count(severity) for member in members) for severity in Severity
    }
    return found | {"waived": sum(member.waived for member in members)}


def _counts(counts: Counts) -> dict[str, Any]:
    return {
        "number_of_systems": counts.systems,
        "entries": counts.entries,
        "standards": counts.standards,
        "total": tally_counts(counts.total),
        "own": tally_counts(counts.own),
        "by_level": tallies_counts(counts.by_level),
        "by_nature": tallies_counts(counts.by_nature),
        "by_status": {status.value: number for status, number in counts.by_status.items()},
        "level_status": {
            str(level): {status.value: number for status, number in found.items()}
            for level, found in counts.level_status.items()
        },
        "other": counts.other,
        "successions": counts.successions,
        "obsolete": counts.obsolete,
        "presumed_or_unverified": counts.presumed_or_unverified,
    }


def _shared(item: HeldItem) -> dict[str, Any]:
    return {
        "number": item.key,
        "title": item.title,
        "level": item.level.value if item.level else None,
        "status": item.status.status.value,
        "members": [one.member.key for one in item.held],
    }


def _common_gap(gap: CommonGap) -> dict[str, Any]:
    return {
        "axes": dict(gap.square),
        "lacking": [member.key for member in gap.lacking],
        "required_by": gap.required_by,
        "everywhere": gap.everywhere,
    }


def _gap(member: Named, cell: OpenCell) -> dict[str, Any]:
    return {
        "member": member.key,
        "system": member.id(cell.system),
        "requirement": member.id(cell.clause),
        "axes": dict(cell.square),
        "state": cell.state.value,
        "missing": cell.missing,
    }


def _conflict(conflict: Conflict, where: Where) -> dict[str, Any]:
    return {
        "number": conflict.number,
        "fact": conflict.fact,
        "statements": [
            {
                "member": one.member.key,
                "id": one.member.id(conflict.number),
                "value": str(one.value),
                **_at(where(one)),
            }
            for one in conflict.statements
        ],
    }


def _list_fault(fault: Sighting, say: Translator) -> dict[str, Any]:
    hint = fault.finding.hint
    return {
        "folder": fault.finding.subject,
        "code": fault.finding.code,
        "message": say(fault.finding.message),
        "hint": None if hint is None else say(hint),
        **_at(fault.position),
        "related": [
            {
                "message": say(one.message),
                "file": one.place.file,
                "line": one.place.line,
                "column": one.place.column,
            }
            for one in fault.finding.related
        ],
    }


def _diagnostic(member: Named, one: Sighting, say: Translator) -> dict[str, Any]:
    finding = one.finding
    return {
        "member": member.key,
        "id": ident(member, finding),
        "code": finding.code,
        "name": RULES[finding.code].name,
        "severity": finding.severity.value,
        "message": said(one, say),
        **_at(one.position),
        "subject": finding.subject,
        "count": finding.count,
        "hint": None if finding.hint is None else say(finding.hint),
        "unverified": finding.unverified,
    }


def _at(position: Position) -> dict[str, Any]:
    return {"file": position.file, "line": position.line, "column": position.column}

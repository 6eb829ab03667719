"""问题清单: every finding in plain words, with who has to act; and the ten that come first."""

from collections.abc import Sequence

from msgspec import Struct

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Severity
from stdsys.messages import Text, _
from stdsys.model.workspace import System
from stdsys.output.tables import words
from stdsys.output.tables.headings import sheet_of
from stdsys.output.tables.object_names import ObjectNames
from stdsys.output.tables.responsibility import Responsibility
from stdsys.output.tables.table import Cell, Column, Kind, Sentences, Sheet, Table
from stdsys.rules.checking import Report
from stdsys.rules.registry import FAMILIES, RULES

FIRST_ACTIONS = 10
"""How many actions 总览 names."""

_NAMED_OBJECTS = 5

_COLUMNS = (
    Column("ordinal", _("No."), Kind.COUNT),
    Column("severity", _("Severity"), Kind.WORD),
    Column("problem", _("Problem")),
    Column("subject", _("Object")),
    Column("advice", _("Advice")),
    Column("responsible", _("Responsible unit")),
)

_ACTION_COLUMNS = (
    Column("ordinal", _("No."), Kind.COUNT),
    Column("action", _("What to act on")),
    Column("count", _("Count"), Kind.COUNT),
    Column("objects", _("Objects")),
    Column("lead", _("Lead unit")),
    Column("severity", _("Severity"), Kind.WORD),
)


def problems_sheet(analysis: Analysis, report: Report, responsibility: Responsibility) -> Sheet:
    """Return all findings, the gravest first, then in the order of the rules' manual.

    Waived ones stand last, with the reason for which they are accepted.
    """
    findings = sorted((located.finding for located in report.findings), key=_urgency)
    waived = sorted((located.finding for located in report.waived), key=_urgency)
    names = ObjectNames(analysis.workspace)
    body = tuple(
        (
            ordinal,
            words.SEVERITY[finding.severity] if ordinal <= len(findings) else words.WAIVED,
            Sentences(_problem(finding)),
            names.of(finding),
            finding.hint,
            responsibility.leads(finding) or None,
        )
        for ordinal, finding in enumerate([*findings, *waived], 1)
    )
    name = _("Problems")
    counts = _(
        "{errors} errors, {warnings} warnings, {infos} infos",
        errors=report.count(Severity.ERROR),
        warnings=report.count(Severity.WARNING),
        infos=report.count(Severity.INFO),
    )
    unverified = sum(finding.unverified for finding in findings)
    return sheet_of(analysis, name, Table("problems", _COLUMNS, body), unverified, (counts,))


def _problem(finding: Finding) -> tuple[Text, ...]:
    parts = [finding.message]
    if finding.count > 1:
        parts.append(_("{count} places", count=finding.count))
    if finding.unverified:
        parts.append(words.UNVERIFIED)
    return tuple(parts)


def _urgency(finding: Finding) -> tuple[int, int, str]:
    return finding.severity.rank, _FAMILY_ORDER[finding.code[0]], finding.code


_FAMILY_ORDER = {family: order for order, family in enumerate(FAMILIES)}


class Action(Struct, frozen=True):
    """Findings of one rule in one system: one thing for one unit to do."""

    findings: tuple[Finding, ...]
    system: System | None
    leads: tuple[str, ...]

    @property
    def first(self) -> Finding:
        """The finding that speaks for all: one of the gravest."""
        return min(self.findings, key=lambda finding: finding.severity.rank)

    @property
    def severity(self) -> Severity:
        """The gravest severity of what is gathered."""
        return self.first.severity

    @property
    def count(self) -> int:
        """How many occurrences there are."""
        return sum(finding.count for finding in self.findings)


def first_actions(report: Report, responsibility: Responsibility) -> tuple[Action, ...]:
    """Return what someone here must act on first: errors, then warnings, by family and number.

    Findings of one rule in one system are one action. What concerns several systems at once, or
    none, is gathered by rule and by the units that answer for it.
    """
    gathered: dict[tuple[str, System | None, tuple[str, ...]], list[Finding]] = {}
    for located in report.findings:
        finding = located.finding
        if finding.severity is Severity.INFO:
            continue
        systems = responsibility.systems(finding)
        system = systems[0] if len(systems) == 1 else None
        key = (finding.code, system, responsibility.leads(finding))
        gathered.setdefault(key, []).append(finding)
    actions = [Action(tuple(found), key[1], key[2]) for key, found in gathered.items()]
    actions.sort(key=lambda action: (*_urgency(action.first), -action.count))
    return tuple(actions[:FIRST_ACTIONS])


def actions_table(actions: Sequence[Action], names: ObjectNames) -> Table:
    """Return the actions as the second table of 总览."""
    body = tuple(
        (
            ordinal,
            _what(action),
            action.count,
            _objects(action, names),
            action.leads or None,
            words.SEVERITY[action.severity],
        )
        for ordinal, action in enumerate(actions, 1)
    )
    return Table("actions", _ACTION_COLUMNS, body, caption=_("What to act on first"))


def _what(action: Action) -> Cell:
    if len(action.findings) == 1:
        return action.first.message
    summary = RULES[action.first.code].summary
    if action.system is None:
        return summary
    return _("{system}: {summary}", system=action.system.name, summary=summary)


def _objects(action: Action, names: ObjectNames) -> Cell:
    shown = (names.of(finding, within=action.system) for finding in action.findings)
    subjects = tuple(dict.fromkeys(shown))
    if len(subjects) <= _NAMED_OBJECTS:
        return subjects
    named = subjects[:_NAMED_OBJECTS]
    return _("{named} and {more} more", named=named, more=len(subjects) - _NAMED_OBJECTS)

"""One run of all rules over a workspace: findings in, muted, capped, waived, gathered, ordered."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Position, Related, Severity
from stdsys.model.vocabulary import RuleSetting
from stdsys.rules.registry import RULES
from stdsys.rules.rule import Per, Rule
from stdsys.rules.waivers.family import findings_about_waivers
from stdsys.rules.waivers.mutes import without_muted
from stdsys.rules.waivers.rule import split_waived, standing_waivers
from stdsys.rules.waivers.settings import findings_about_settings, with_settings
from stdsys.source.positions import Positions


class Located(Struct, frozen=True):
    """A finding whose places have been found in the files."""

    finding: Finding
    position: Position
    related: tuple[tuple[Position, Related], ...]

    @property
    def severity(self) -> Severity:
        """Severity of the finding."""
        return self.finding.severity

    @property
    def order(self) -> tuple[str, int, int, str, str, str]:
        """What findings are sorted by: file, line, column, code."""
        at, finding = self.position, self.finding
        return at.file, at.line, at.column, finding.code, finding.message.msgid, finding.subject


class Report(Struct, frozen=True):
    """What a run found, in order of file, line, column and code; and what was waived."""

    findings: tuple[Located, ...]
    waived: tuple[Located, ...]

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(1 for located in self.findings if located.severity is severity)

    def reaches(self, threshold: Severity | None) -> bool:
        """Whether any finding is at or above a severity; never for None."""
        if threshold is None:
            return False
        return any(located.severity.rank <= threshold.rank for located in self.findings)


Runner: TypeAlias = Callable[[Sequence[Rule], Analysis], Iterator[Finding]]
"""Gives what rules find, in their order."""


def findings_of(rules: Sequence[Rule], analysis: Analysis) -> Iterator[Finding]:
    """Yield what the rules find, one rule after the other."""
    for rule in rules:
        yield from rule.check(analysis)


def check(
    analysis: Analysis,
    read_findings: Iterable[Finding],
    positions: Positions,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    run: Runner = findings_of,
) -> Report:
    """Run every rule and return the report.

    `read_findings` are those of the reader and the model. `select` and `ignore` hold codes or
    prefixes of codes (`R`, `L00`); ignoring wins. `run` gives what rules find.
    """
    idle = (code for code, rule in RULES.items() if not rule.applies(analysis))
    settings = {**analysis.workspace.record.rules, **dict.fromkeys(idle, RuleSetting.OFF)}
    active = [rule for code, rule in RULES.items() if settings.get(code) is not RuleSetting.OFF]
    found = chain(read_findings, run(active, analysis))
    spoken = without_muted(with_settings(found, settings))
    waivers = list(standing_waivers(analysis.workspace))
    stand, waived, used = split_waived(spoken, waivers)
    about_waivers = findings_about_waivers(waivers, used, settings, RULES)
    about_settings = findings_about_settings(analysis.workspace, RULES)
    stand += with_settings(chain(about_waivers, about_settings), settings)
    return Report(
        _located(_gathered(_chosen(stand, select, ignore)), positions),
        _located(_gathered(_chosen(waived, select, ignore)), positions),
    )


def _chosen(
    findings: Iterable[Finding], select: Sequence[str], ignore: Sequence[str]
) -> list[Finding]:
    wanted, unwanted = tuple(select), tuple(ignore)
    return [
        f
        for f in findings
        if (not wanted or f.code.startswith(wanted))
        and not (unwanted and f.code.startswith(unwanted))
    ]


def _gathered(findings: Iterable[Finding]) -> list[Finding]:
    """Gather findings that a rule wants to be one: the gravest speaks, the others are counted."""
    single: list[Finding] = []
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        group = _group_of(finding)
        if group is None:
            single.append(finding)
        else:
            groups.setdefault((finding.code, group), []).append(finding)
    return single + [_gather(members) for members in groups.values()]


def _group_of(finding: Finding) -> str | None:
    if finding.group is not None:
        return finding.group
    rule = RULES.get(finding.code)
    if rule is None or rule.per is Per.OCCURRENCE:
        return None
    return "" if rule.per is Per.WORKSPACE else finding.subject


def _gather(members: Sequence[Finding]) -> Finding:
    first = min(members, key=lambda f: (f.severity.rank, f.place.sort_key))
    if len(members) == 1:
        return first
    others = [Related(f.place, f.message) for f in members if f is not first]
    return replace(
        first,
        related=(*first.related, *others),
        count=sum(f.count for f in members),
        unverified=all(f.unverified for f in members),
    )


def _located(findings: Iterable[Finding], positions: Positions) -> tuple[Located, ...]:
    located = [
        Located(
            finding,
            positions.find(finding.place),
            tuple((positions.find(r.place), r) for r in finding.related),
        )
        for finding in findings
    ]
    return tuple(sorted(located, key=lambda one: one.order))

"""Rule P002: dates of the programme that cannot follow one another."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Place, Related, Severity
from stdsys.messages import _
from stdsys.model.partial_date import PartialDate
from stdsys.model.programme_record import PhaseRecord
from stdsys.rules.reading.sources import PRACTICE
from stdsys.rules.rule import Rule, Sample


class _Dated(NamedTuple):
    """Something of a phase that is due: a planned standard, a task, a target."""

    key: str
    name: str
    phase: str | None
    due: PartialDate | None
    place: Place
    about: tuple[str, ...]
    unverified: bool


class PhaseDatesOutOfOrder(Rule):
    """P002."""

    code = "P002"
    name = "phase-dates-out-of-order"
    severity = Severity.ERROR
    summary = _("a phase ends before it starts, or something is due before its phase")
    why = _(
        "What cannot be done in this order is not done at all. A phase that ends before it starts "
        "is an error. A phase that starts before the one listed above it, and what is due before "
        "its phase starts, are warnings: a date or the phase is wrong. Phases may share a month, "
        "and may overlap."
    )
    source = PRACTICE
    bad = Sample(
        """\
programme:
  phases:
    - {id: prepare, name: 示例启动阶段, start: 2026-01, end: 2026-06}
    - {id: build, name: 示例建设阶段, start: 2026-06, end: 2027-06}
  tasks:
    - {id: survey, title: 示例现状调研, phase: build, due: 2026-05}
""",
        at=(6, 54),
    )
    good = Sample(
        """\
programme:
  phases:
    - {id: prepare, name: 示例启动阶段, start: 2026-01, end: 2026-06}
    - {id: build, name: 示例建设阶段, start: 2026-06, end: 2027-06}
  tasks:
    - {id: survey, title: 示例现状调研, phase: build, due: 2026-06}
"""
    )

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield what is certainly out of order; dates that are too vague to tell are not."""
        phases = analysis.workspace.programme.phases
        for phase in phases:
            yield from self._turned(phase)
        for before, after in pairwise(phase for phase in phases if phase.start is not None):
            yield from self._unsorted(before, after)
        by_id = {phase.id: phase for phase in reversed(phases)}
        for dated in _dated(analysis):
            yield from self._early(dated, by_id)

    def _turned(self, phase: PhaseRecord) -> Iterator[Finding]:
        if phase.start is None or phase.end is None or not phase.end.surely_before(phase.start):
            return
        message = _(
            "phase {name} ends on {end}, before it starts on {start}",
            name=phase.name,
            end=phase.end,
            start=phase.start,
        )
        yield self.found(message, phase.place.at("end"), phase.id, related=(_start_of(phase),))

    def _unsorted(self, before: PhaseRecord, after: PhaseRecord) -> Iterator[Finding]:
        if before.start is None or after.start is None:
            return
        if not after.start.surely_before(before.start):
            return
        message = _(
            "phase {name} starts on {start}, before {before}, which is listed above it",
            name=after.name,
            start=after.start,
            before=before.name,
        )
        yield self.found(
            message,
            after.place.at("start"),
            after.id,
            severity=Severity.WARNING,
            hint=_("list the phases in the order of time"),
            related=(_start_of(before),),
        )

    def _early(self, dated: _Dated, phases: Mapping[str, PhaseRecord]) -> Iterator[Finding]:
        phase = phases.get(dated.phase) if dated.phase is not None else None
        if phase is None or phase.start is None or dated.due is None:
            return
        if not dated.due.surely_before(phase.start):
            return
        message = _(
            "{name} is due on {due}, before its phase {phase} starts on {start}",
            name=dated.name,
            due=dated.due,
            phase=phase.name,
            start=phase.start,
        )
        yield self.found(
            message,
            dated.place.at("due"),
            dated.key,
            about=dated.about,
            severity=Severity.WARNING,
            hint=_("correct the date, or name the phase in which it is due"),
            related=(_start_of(phase),),
            unverified=dated.unverified,
        )


def _start_of(phase: PhaseRecord) -> Related:
    return Related(phase.place.at("start"), _("start of the phase"))


def _dated(analysis: Analysis) -> Iterator[_Dated]:
    workspace = analysis.workspace
    for planned in workspace.planned.values():
        facts, about = planned.facts, analysis.placements.waived_at(planned)
        yield _Dated(
            planned.key,
            planned.title,
            facts.phase,
            facts.due,
            planned.place,
            about,
            planned.unverified,
        )
    for task in workspace.programme.tasks:
        yield _Dated(task.id, task.title, task.phase, task.due, task.place, (), False)
    for target in workspace.targets.values():
        yield _Dated(
            target.id,
            target.called,
            target.phase,
            target.due,
            target.place,
            (),
            target.unverified,
        )

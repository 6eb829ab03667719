"""The order of drafting for machines."""

import json
from datetime import date
from typing import Any

from stdsys import __version__
from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.gap_proposals import GapProposal
from stdsys.analysis.drafting.critical_path import Deadline, PhaseLoad, Timing
from stdsys.analysis.drafting.needs import Need
from stdsys.analysis.drafting.order import Step
from stdsys.messages import Translator
from stdsys.output.tables.order_words import OrderWords, remarks


def order_json(analysis: Analysis, say: Translator) -> str:
    """Return order, critical path and proposals as JSON text; keys are stable, more may be added.

    `order` is in the order of drafting; standards that need each other in a circle have one
    `position` and list the circle under `cycle`. `reasons` are the parts of the score; dates are
    full days, null where nothing is known; `unknown_durations` counts the `months` that are null.
    `earliest_finish` is only a lower bound where `lower_bound` says so, and `slack_days` null there
    unless it is late even so. `critical_path` holds ids. Sentences (`why`, `reason`,
    `remarks`) are in the language of the call.
    """
    path = analysis.critical_path
    said = OrderWords(analysis)
    document = {
        "version": __version__,
        "as_of": analysis.as_of.isoformat(),
        "order": [_timed(timing, said, say) for timing in path.timings.values()],
        "critical_path": [timing.key for timing in path.path],
        "phases": [_phase(load) for load in path.phases],
        "proposals": [_proposal(proposal, say) for proposal in analysis.gap_proposals],
        "unknown_durations": path.unknown_durations,
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _timed(timing: Timing, said: OrderWords, say: Translator) -> dict[str, Any]:
    step = timing.step
    return {
        **_step(step),
        "why": [say(reason) for reason in said.why(step)],
        "months": timing.months,
        "earliest_start": timing.begin.isoformat(),
        "earliest_finish": _day(timing.finish),
        "lower_bound": timing.bound_only,
        "deadline": _day(timing.deadline.day if timing.deadline else None),
        "deadline_set_by": _bound(timing.deadline),
        "slack_days": timing.slack,
        "late": timing.late,
    }


def _step(step: Step) -> dict[str, Any]:
    facts = step.planned.facts
    return {
        "position": step.position,
        "id": step.key,
        "title": step.planned.title,
        "level": step.planned.level.value if step.planned.level else None,
        "score": step.score,
        "reasons": [
            {"reason": merit.value, "weight": weight} for merit, weight in step.merits.items()
        ],
        "due": str(facts.due) if facts.due else None,
        "phase": facts.phase,
        "needs": [_need(need) for need in step.needs],
        "needed_by": list(step.needed_by),
        "forward_for": step.forward_for,
        "cycle": list(step.cycle),
    }


def _need(need: Need) -> dict[str, Any]:
    return {
        "name": need.name,
        "state": need.state.value,
        "cited": need.cited,
        "ready": _day(need.ready),
        "successor": need.successor,
    }


def _bound(deadline: Deadline | None) -> dict[str, Any] | None:
    return None if deadline is None else {"bound": deadline.bound.value, "of": deadline.of}


def _phase(load: PhaseLoad) -> dict[str, Any]:
    phase = load.phase
    return {
        "id": phase.id,
        "name": phase.name,
        "start": str(phase.start) if phase.start else None,
        "end": str(phase.end) if phase.end else None,
        "planned": [timing.key for timing in load.timings],
        "earliest_finish": _day(load.finish),
        "lower_bound": load.bound_only,
        "late": [timing.key for timing in load.late],
    }


def _proposal(proposal: GapProposal, say: Translator) -> dict[str, Any]:
    return {
        "system": proposal.cell.system,
        "clause": proposal.cell.clause.id,
        "axes": dict(proposal.cell.axes),
        "level": proposal.level.value if proposal.level else None,
        "reason": say(proposal.reason),
        "above": [edition.key for edition in proposal.above],
        "above_count": proposal.above_count,
        "remarks": [say(remark) for remark in remarks(proposal)],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

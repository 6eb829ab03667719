"""The targets for machines."""

import json
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from stdsys import __version__
from stdsys.analysis.analysis import Analysis
from stdsys.analysis.targets.reached import TargetResult, TargetState
from stdsys.analysis.targets.result import Span
from stdsys.messages import Translator
from stdsys.model.target_record import Measure


def targets_json(analysis: Analysis, results: Sequence[TargetResult], say: Translator) -> str:
    """Return targets as JSON text in the order in which they are written; keys are stable.

    `value` is the bound to be reached (the lower one, else the upper one) and `actual` the figure:
    numbers, fractions of one where `percent` is true, null where there is none. `met` is true or
    false only where that is proven, else null; `why` says what is lacking, in the language asked
    for. `least` and `most` bound what the facts allow (`most` null: without end, or nothing known).
    `evidence` names standards, systems, organisations, cells, files or addresses; `unverified` and
    `presumed` are parts of it, `uncertain` may count besides. `spans` are the periods from which
    and to which a growth is measured, of each series; `annual` tells a rate a year.
    """
    document = {
        "version": __version__,
        "as_of": analysis.as_of.isoformat(),
        "targets": [_target(result, say) for result in results],
        "summary": {
            state.value: sum(result.state is state for result in results) for state in TargetState
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _target(result: TargetResult, say: Translator) -> dict[str, Any]:
    target, measured, goal = result.target, result.measured, result.target.value
    return {
        "id": target.id,
        "title": target.title,
        "measure": target.measure.of.value,
        "filters": _filters(target.measure),
        "scope": list(target.scope),
        "operator": goal.operator.value,
        "value": _bound(goal.value, percent=goal.percent),
        "low": None if goal.low is None else _bound(goal.low, percent=goal.percent),
        "high": None if goal.high is None else _bound(goal.high, percent=goal.percent),
        "percent": goal.percent,
        "unit": target.unit,
        "actual": _number(result.actual),
        "least": _number(measured.least),
        "most": _number(measured.most) if target.complete else None,
        "met": result.met,
        "state": result.state.value,
        "why": say(result.why),
        "strength": target.strength.value,
        "due": None if result.due is None else str(result.due),
        "phase": target.phase,
        "complete": target.complete,
        "evidence": list(result.evidence),
        "unverified": list(measured.unverified),
        "presumed": list(measured.presumed),
        "uncertain": list(measured.uncertain),
        "spans": [_span(span) for span in measured.spans],
        "lead": list(target.lead),
        "support": list(target.support),
        "source": target.source,
    }


def _span(span: Span) -> dict[str, Any]:
    return {
        "series": span.series,
        "since": str(span.since),
        "until": str(span.until),
        "annual": span.annual,
    }


def _filters(measure: Measure) -> dict[str, Any]:
    """Return what narrows a measure down, as it would be written."""
    stated = {name: getattr(measure, name) for name in type(measure).model_fields if name != "of"}
    return {name: _written(value) for name, value in stated.items() if value}


def _written(value: object) -> bool | str | list[str]:
    if value is True:
        return value
    return [str(item) for item in value] if isinstance(value, tuple) else str(value)


def _bound(value: Decimal, *, percent: bool) -> int | float | None:
    return _number(Fraction(value) / 100 if percent else Fraction(value))


def _number(value: Fraction | None) -> int | float | None:
    """Return a whole number as such: JSON readers tell 6 from 6.0."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)

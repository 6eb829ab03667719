"""Structure quality for machines."""

import json
from collections.abc import Callable
from typing import Any

from stdsys import __version__
from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.level_mix import LevelMix
from stdsys.analysis.quality.structure import Fault, StructureQuality
from stdsys.findings import Place, Position
from stdsys.messages import Translator
from stdsys.output.tables.quality import PRINCIPLE


def quality_json(
    analysis: Analysis,
    quality: StructureQuality,
    find: Callable[[Place], Position],
    say: Translator,
) -> str:
    """Return structure quality as JSON text; keys are stable, more may be added.

    `state` is conforms, partly, fails or undecided; figures are counts, null where the rules behind
    them did not all run; shares are fractions, null of nothing. The `figures` of a mix of levels
    are what each of its judgements compares. `find` tells line and column.
    """
    region, *systems = quality.mixes
    document = {
        "version": __version__,
        "as_of": analysis.as_of.isoformat(),
        "principles": [
            {
                "id": one.id.value,
                "name": say(PRINCIPLE[one.id]),
                "state": one.verdict.value,
                "figures": dict(one.figures),
                "places": [_place(fault, find, say) for fault in one.places],
            }
            for one in quality.principles
        ],
        "level_mix": {
            "region": _mix(region),
            "systems": {mix.system: _mix(mix) for mix in systems},
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _place(fault: Fault, find: Callable[[Place], Position], say: Translator) -> dict[str, Any]:
    position = find(fault.place)
    return {
        "subject": fault.subject,
        "message": say(fault.message),
        "code": fault.code,
        "file": position.file,
        "line": position.line,
        "column": position.column,
    }


def _mix(mix: LevelMix) -> dict[str, Any]:
    return {
        "state": mix.verdict.value,
        "existing": {level.value: count for level, count in mix.existing.items()},
        "total": mix.total,
        "shares": {
            level.value: count / mix.total if mix.total else None
            for level, count in mix.existing.items()
        },
        "undetermined": mix.undetermined,
        "national_in_bases": mix.national_in_bases,
        "judgements": {judged: verdict.value for judged, verdict in mix.judgements.items()},
        "figures": {judged: dict(figures) for judged, figures in mix.figures.items()},
    }

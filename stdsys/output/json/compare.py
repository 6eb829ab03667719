"""Comparisons of indicators for machines."""

import json
from collections import Counter
from typing import Any

from stdsys import __version__
from stdsys.analysis.analysis import Analysis
from stdsys.analysis.limits.comparison import Comparison
from stdsys.analysis.limits.indicator_choice import IndicatorChoice
from stdsys.analysis.limits.requirements import Requirement
from stdsys.analysis.limits.verdicts import Verdict


def compare_json(analysis: Analysis, choice: IndicatorChoice) -> str:
    """Return comparisons as JSON text; keys are stable, more may be added.

    `lower` and `upper` are numbers, or ids of planned standards. `product` is the id of the system
    whose product it is, else the product's plain name, null for every product. `why` is null for
    stricter and equal. `screening`: the upper limit is no requirement on a product. `mandatory`:
    the upper standard is a mandatory national one. Lower limits are null where they are missing;
    `indicator` and `name` too where two standards have no quantity in common. `judged` counts what
    is stricter, equal or looser.
    """
    verdicts = Counter(one.verdict for one in choice.comparisons)
    document = {
        "version": __version__,
        "as_of": analysis.as_of.isoformat(),
        "comparisons": [_comparison(one) for one in choice.comparisons],
        "summary": {
            **{verdict.value: verdicts[verdict] for verdict in Verdict},
            "judged": sum(one.judged for one in choice.comparisons),
            "unverified": sum(one.unverified for one in choice.comparisons),
            "screening": sum(one.screening for one in choice.comparisons),
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _comparison(one: Comparison) -> dict[str, Any]:
    return {
        "product": one.product,
        "indicator": one.indicator,
        "name": one.name,
        "lower": one.lower.key,
        "upper": one.upper.key,
        "verdict": one.verdict.value,
        "why": one.why.value if one.why else None,
        **_side("lower", one.lower_limit),
        **_side("upper", one.upper_limit),
        "screening": one.screening,
        "unverified": one.unverified,
        "mandatory": one.mandatory,
    }


def _side(side: str, limit: Requirement | None) -> dict[str, Any]:
    stated = limit.indicator if limit else None
    return {
        f"{side}_limit": stated.limit.text if stated else None,
        f"{side}_unit": stated.unit if stated else None,
        f"{side}_grade": stated.grade if stated else None,
        f"{side}_method": stated.method if stated else None,
    }

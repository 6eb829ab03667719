"""The reviews for machines."""

import json
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from stdsys import __version__
from stdsys.analysis.analysis import Analysis
from stdsys.analysis.quality.reviews import Extent, Review, Reviewed
from stdsys.analysis.quality.rule_run import RuleRun
from stdsys.analysis.quality.self_checks import SelfCheck, SelfChecks
from stdsys.model.items import PlannedStandard
from stdsys.model.review_record import Criterion, ReviewKind


def reviews_json(analysis: Analysis, run: RuleRun, kinds: Iterable[ReviewKind]) -> str:
    """Return the reviews as JSON text; keys are stable, more may be added.

    A line a standard and kind of review, unreviewed ones included (`extent` none). Scores and
    means are fractions of the full score, null where nobody scored; `others` counts earlier
    reviews, which `earlier` lists. `machine` holds the check of each criterion; a criterion that
    only people can judge is `not-checked`. `disagrees` holds the codes of faults of law beside a
    score for lawfulness (`disagrees_with` lawful) or the conclusion that the standard stays valid
    (conclusion). `later` counts reviews dated after the day and `later_standards` names what they
    review, `unknown` names what is reviewed and is no standard of the workspace.
    """
    reviews = analysis.reviews
    checks = SelfChecks(analysis.workspace, analysis.placements, run)
    chosen = tuple(kinds)
    document = {
        "version": __version__,
        "as_of": analysis.as_of.isoformat(),
        "reviews": [_line(line, checks) for kind in chosen for line in reviews.of_kind(kind)],
        "summary": {str(kind): _summary(reviews.of_kind(kind)) for kind in chosen},
        "later": len(reviews.later),
        "later_standards": list(reviews.later),
        "unknown": list(reviews.unknown),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _line(line: Reviewed, checks: SelfChecks) -> dict[str, Any]:
    item = line.item
    criteria = line.kind.criteria
    empty: dict[str, Any] = {
        "date": None,
        "reviewers": [],
        "scores": dict.fromkeys(map(str, criteria)),
        "mean": None,
        "conclusion": None,
        "notes": None,
    }
    return {
        "standard": item.key,
        "title": item.title,
        "level": item.level.value if item.level else None,
        "status": line.status.status.value,
        "planned": isinstance(item, PlannedStandard),
        "kind": line.kind.value,
        "extent": line.extent.value,
        **(_review(line.latest) if line.latest else empty),
        "machine": {
            str(criterion): _check(check) for criterion, check in checks.of(item, criteria).items()
        },
        "disagrees": list(checks.disagree_with(line)),
        "disagrees_with": list(_praised(line)) if checks.disagree_with(line) else [],
        "aspects": list(checks.aspects(item)),
        "in_system": checks.stands_in_a_system(item),
        "unverified": line.unverified,
        "others": len(line.others),
        "earlier": [_review(review) for review in line.others],
    }


def _praised(line: Reviewed) -> Iterator[str]:
    """Yield by what the latest review calls the standard lawful."""
    if line.latest and line.latest.calls_lawful:
        yield Criterion.LAWFUL.value
    if line.latest and line.latest.confirms:
        yield "conclusion"


def _review(review: Review) -> dict[str, Any]:
    record = review.record
    return {
        "date": str(record.date) if record.date else None,
        "reviewers": list(record.reviewers),
        "scores": {str(criterion): _share(score) for criterion, score in review.scores.items()},
        "mean": _share(review.mean),
        "conclusion": record.conclusion.value if record.conclusion else None,
        "notes": record.notes,
    }


def _share(score: Fraction | None) -> float | None:
    return None if score is None else float(score)


def _check(check: SelfCheck) -> dict[str, Any]:
    return {
        "state": check.state.value,
        "codes": list(check.codes),
        "count": check.count,
        "waived": list(check.waived),
        "unverified": check.unverified,
    }


def _summary(lines: Sequence[Reviewed]) -> dict[str, int]:
    of = {extent.value: sum(line.extent is extent for line in lines) for extent in Extent}
    return {"standards": len(lines), **of}

"""What stands below the tables of reviews: what is listed, what it means, what is left out."""

from collections.abc import Iterator, Sequence

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Text, _
from stdsys.model.review_record import Criterion, ReviewKind
from stdsys.output.tables.object_names import ObjectNames

_CHECKS_EXPLAINED = {
    Criterion.COMPLETE: _(
        "complete, by machine: number, title, dates of issue and effect, issuer (of planned ones: "
        "lead unit, due date), aspects, unit and method of each indicator are stated, and its "
        "citations hold (rules R)"
    ),
    Criterion.LAWFUL: _(
        "lawful, by machine: no rule on hierarchy and law (H) found anything; what can only not be "
        "compared (H009, H010) does not count; not checked where no issuer, object or indicator is "
        "stated"
    ),
    Criterion.WELL_FORMED: _(
        "well-formed, by machine: number (rules N), dates (L001, L007) and the form of the title"
    ),
}


_LISTED = {
    ReviewKind.COMPARISON: _(
        "listed are the region's group and enterprise standards in force, upcoming, of unknown "
        "status or planned, reviewed or not, and whatever else has such a review"
    ),
    ReviewKind.REVISION: _(
        "listed are the own standards under revision, reviewed or not, and whatever else has such "
        "a review"
    ),
}
"""Which standards stand in the table of a kind of review."""


def notes(analysis: Analysis, kind: ReviewKind, checked: Sequence[Criterion]) -> Iterator[Text]:
    """Yield which standards are listed, what scores and checks mean, and what is left out."""
    yield _LISTED[kind]
    yield _("scores are in per cent of the full score; the mean is that of the scores given")
    yield _(
        "checks by machine stand beside the reviewers' scores and never in their place; passed "
        "means that they found nothing"
    )
    for criterion in checked:
        yield _CHECKS_EXPLAINED[criterion]
    yield _("reviewers are named by post or organisation, not by name")
    yield from left_out(analysis)


def left_out(analysis: Analysis) -> Iterator[Text]:
    """Yield which reviews stand in no table: those of later days, those of unknown standards."""
    later, unknown = analysis.reviews.later, analysis.reviews.unknown
    if later:
        yield _(
            "{count} reviews dated after the day are left out, of: {names}",
            count=len(later),
            names=tuple(dict.fromkeys(map(ObjectNames(analysis.workspace), later))),
        )
    if unknown:
        yield _(
            "reviews of {count} standards that are not in the workspace are left out: {names}",
            count=len(unknown),
            names=unknown,
        )

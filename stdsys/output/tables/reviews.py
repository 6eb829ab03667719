"""标准评价比较表: standards by six criteria, revisions by four principles, earlier reviews."""

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import chain

from msgspec.structs import replace

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.quality.reviews import Extent, Review, Reviewed
from stdsys.analysis.quality.rule_run import RuleRun
from stdsys.analysis.quality.self_checks import CHECKED_BY, SelfChecks
from stdsys.messages import Text, _
from stdsys.model.review_record import Criterion, ReviewKind
from stdsys.model.workspace import ASPECT
from stdsys.output.tables import words
from stdsys.output.tables.headings import sheet_of
from stdsys.output.tables.review_notes import notes
from stdsys.output.tables.review_words import (
    CHECK,
    CONCLUSION,
    CRITERION,
    EXTENT,
    KIND,
    check_faults,
    check_word,
    disagreements,
)
from stdsys.output.tables.row_cells import number_of
from stdsys.output.tables.table import Cell, Column, Ratio, Sentences, Sheet, Table, Workbook
from stdsys.output.tables.table import Kind as Holds

_NOT_VERIFIED = _("not verified")


_SCORES = ("ordinal", "number", "title", "level", "extent", *Criterion, "mean")
_CHECKS = tuple(f"check-{criterion}" for criterion in Criterion)
_REMARKS = ("ordinal", "number", "title", "status", "faults", "aspects", "reviewers", "earlier")

SCORES = frozenset((*_SCORES, *_CHECKS, "date", "conclusion"))
"""Columns of the table of scores."""

REMARKS = frozenset((*_REMARKS, "verification", "remarks"))
"""Columns of the table that says what is behind the scores and checks."""


def reviews_workbook(
    analysis: Analysis, run: RuleRun, kinds: Sequence[ReviewKind] = tuple(ReviewKind)
) -> Workbook:
    """Return 标准评价比较表: for each kind the scores, and what is behind them; earlier reviews.

    All columns in one table would be too many for a page.
    """
    sheets = []
    for kind in kinds:
        table = review_table(analysis, run, kind)
        lines = analysis.reviews.of_kind(kind)
        doubtful = sum(line.doubtful for line in lines)
        facts = (counts(lines),)
        sheets.append(sheet_of(analysis, KIND[kind], only(table, SCORES), doubtful, facts))
        behind = replace(only(table, REMARKS), key=f"{kind}-remarks", notes=())
        sheets.append(sheet_of(analysis, _REMARKS_NAME[kind], behind, doubtful, facts))
    if earlier_reviews(analysis, kinds):
        sheets.append(earlier_sheet(analysis, kinds))
    name = _("Review of standards")
    return Workbook("reviews", "标准评价比较表", name, tuple(sheets), analysis.as_of)


_REMARKS_NAME = {
    ReviewKind.COMPARISON: _("Comparison: checks and remarks"),
    ReviewKind.REVISION: _("Revision: checks and remarks"),
}


def review_table(analysis: Analysis, run: RuleRun, kind: ReviewKind) -> Table:
    """Return the table of a kind of review: every standard once, with its latest review.

    Scores are shares of the full score, the mean is that of the scores given. Beside them, never
    in their place, stands what the machine can check.
    """
    checks = SelfChecks(analysis.workspace, analysis.placements, run)
    checked = [criterion for criterion in kind.criteria if criterion in CHECKED_BY]
    columns = (
        Column("ordinal", _("No."), Holds.COUNT),
        Column("number", _("Standard number"), Holds.NUMBER),
        Column("title", _("Title of standard")),
        Column("level", _("Level"), Holds.WORD),
        Column("status", _("Status"), Holds.WORD),
        Column("extent", _("State of review"), Holds.WORD),
        *_score_columns(kind),
        *(Column(f"check-{criterion}", CHECK[criterion], Holds.WORD) for criterion in checked),
        Column("faults", _("Found by machine")),
        Column("aspects", _("Aspects")),
        Column("date", _("Date of review"), Holds.DATE),
        Column("reviewers", _("Reviewers (posts)")),
        Column("conclusion", _("Conclusion"), Holds.WORD),
        Column("earlier", _("Earlier reviews"), Holds.COUNT),
        Column("verification", _("Verification")),
        Column("remarks", _("Remarks")),
    )
    body = []
    for ordinal, line in enumerate(analysis.reviews.of_kind(kind), 1):
        found = checks.of(line.item, checked)
        faults = tuple(chain.from_iterable(check_faults(*one) for one in found.items()))
        body.append(
            (
                ordinal,
                *_named(line),
                EXTENT[line.extent],
                *_scores(line.latest, kind),
                *(check_word(check) for check in found.values()),
                Sentences(faults) if faults else None,
                _aspects(analysis, checks, line),
                *_said(line.latest),
                len(line.others),
                _NOT_VERIFIED if line.unverified else None,
                _remarks(line, checks),
            )
        )
    return Table(str(kind), columns, tuple(body), notes=tuple(notes(analysis, kind, checked)))


def only(table: Table, keys: Collection[str]) -> Table:
    """Return a table with those of its columns that bear one of the keys."""
    kept = [index for index, column in enumerate(table.columns) if column.key in keys]
    return replace(
        table,
        columns=tuple(table.columns[index] for index in kept),
        rows=tuple(tuple(row[index] for index in kept) for row in table.rows),
    )


def earlier_sheet(analysis: Analysis, kinds: Sequence[ReviewKind]) -> Sheet:
    """Return the reviews that a later one has taken the place of."""
    criteria = tuple(one for one in Criterion if any(one in kind.criteria for kind in kinds))
    columns = (
        Column("ordinal", _("No."), Holds.COUNT),
        Column("number", _("Standard number"), Holds.NUMBER),
        Column("title", _("Title of standard")),
        Column("kind", _("Kind of review"), Holds.WORD),
        *(Column(criterion, CRITERION[criterion], Holds.RATIO) for criterion in criteria),
        Column("mean", _("Mean"), Holds.RATIO),
        Column("date", _("Date of review"), Holds.DATE),
        Column("reviewers", _("Reviewers (posts)")),
        Column("conclusion", _("Conclusion"), Holds.WORD),
    )
    earlier = earlier_reviews(analysis, kinds)
    body = tuple(
        (
            ordinal,
            *_named(line)[:2],
            KIND[line.kind],
            *(_ratio(review.scores.get(criterion)) for criterion in criteria),
            _ratio(review.mean),
            *_said(review),
        )
        for ordinal, (line, review) in enumerate(earlier, 1)
    )
    doubtful = sum(line.item.unverified or review.record.unverified for line, review in earlier)
    name = _("Earlier reviews")
    return sheet_of(analysis, name, Table("earlier", columns, body), doubtful)


def counts(lines: Sequence[Reviewed]) -> Text:
    """Say how many standards are reviewed, and how many are not."""
    of = {extent: sum(line.extent is extent for line in lines) for extent in Extent}
    return _(
        "{count} standards: {full} reviewed, {partial} with incomplete scores, {none} not reviewed",
        count=len(lines),
        full=of[Extent.FULL],
        partial=of[Extent.PARTIAL],
        none=of[Extent.NONE],
    )


def earlier_reviews(
    analysis: Analysis, kinds: Sequence[ReviewKind]
) -> list[tuple[Reviewed, Review]]:
    """Return what reviews of these kinds there are besides the latest of each standard."""
    lines = (line for kind in kinds for line in analysis.reviews.of_kind(kind))
    return [(line, review) for line in lines for review in line.others]


def _score_columns(kind: ReviewKind) -> Iterator[Column]:
    for criterion in kind.criteria:
        yield Column(criterion, CRITERION[criterion], Holds.RATIO)
    yield Column("mean", _("Mean"), Holds.RATIO)


def _named(line: Reviewed) -> tuple[Cell, ...]:
    item = line.item
    status = words.STATUS[line.status.status]
    return number_of(item), item.title, words.level_word(item.level), status


def _scores(review: Review | None, kind: ReviewKind) -> Iterator[Cell]:
    for criterion in kind.criteria:
        yield _ratio(review.scores[criterion] if review else None)
    yield _ratio(review.mean if review else None)


def _ratio(score: Fraction | None) -> Ratio | None:
    return None if score is None else Ratio(score.numerator, score.denominator)


def _said(review: Review | None) -> tuple[Cell, Cell, Cell]:
    if review is None:
        return None, None, None
    record = review.record
    conclusion = CONCLUSION[record.conclusion] if record.conclusion else None
    return record.date, Sentences(record.reviewers) if record.reviewers else None, conclusion


def _remarks(line: Reviewed, checks: SelfChecks) -> Cell:
    """Return what contradicts the review, what stands in no system, and the reviewers' remarks."""
    said: list[str | Text] = [*disagreements(line.latest, checks.disagree_with(line))]
    if not checks.stands_in_a_system(line.item):
        said.append(_("stands in no system"))
    if line.latest and line.latest.record.notes:
        said.append(line.latest.record.notes)
    return Sentences(tuple(said)) if said else None


def _aspects(analysis: Analysis, checks: SelfChecks, line: Reviewed) -> Cell:
    workspace = analysis.workspace
    held = checks.aspects(line.item)
    return tuple(words.value_name(ASPECT, aspect, workspace) for aspect in held) or None

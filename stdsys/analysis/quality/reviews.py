"""Reviews of standards 标准评价: what people scored by criteria, and what nobody has reviewed yet.

Comparison uses six criteria (先进性 科学性 合理性 完整性 合法性 格式规范性), revision four
principles (先进性 科学性 适用性 合法性). Whether a reviewer is a person's name cannot be told from
the text: reviewers are posts or organisations, and what is written is shown as it stands.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from stdsys.analysis.counting.rows import RowClass, Rows, table_order
from stdsys.analysis.life_cycle.statuses import Basis, Statuses, StatusOn
from stdsys.analysis.ownership import Ownership
from stdsys.model.items import Edition, PlannedStandard
from stdsys.model.review_record import Conclusion, Criterion, ReviewKind, ReviewRecord
from stdsys.model.vocabulary import StatedStatus
from stdsys.model.workspace import Workspace
from stdsys.numbers import Level

COMPARED_LEVELS = (Level.GROUP, Level.ENTERPRISE)
"""The levels whose standards are all to be compared by the six criteria."""

Reviewable = Edition | PlannedStandard


class Extent(StrEnum):
    """How much of a review is there: every criterion scored, not all, or no review at all."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Review(Struct, frozen=True, eq=False):
    """One review. `scores` holds a share of the full score for each criterion, None if unscored."""

    record: ReviewRecord
    scores: Mapping[Criterion, Fraction | None]

    @classmethod
    def of(cls, record: ReviewRecord) -> "Review":
        """Read a review; a score that cannot be (above the full score) is left out: Y103 says so.

        So is a score of a criterion that its kind of review does not have.
        """
        return cls(record, {one: _share(record, one) for one in record.kind.criteria})

    @property
    def mean(self) -> Fraction | None:
        """The mean of the scores that were given; None where none was."""
        given = [score for score in self.scores.values() if score is not None]
        return sum(given, Fraction()) / len(given) if given else None

    @property
    def calls_lawful(self) -> bool:
        """Whether somebody scored lawfulness, and with more than nothing."""
        return bool(self.scores.get(Criterion.LAWFUL))

    @property
    def confirms(self) -> bool:
        """Whether it concludes that the standard stays valid (继续有效)."""
        return self.record.conclusion is Conclusion.CONFIRM

    @property
    def extent(self) -> Extent:
        """Whether every criterion has its score."""
        return Extent.FULL if all(s is not None for s in self.scores.values()) else Extent.PARTIAL


def _share(record: ReviewRecord, criterion: Criterion) -> Fraction | None:
    score = record.scores.get(criterion)
    if score is None or record.out_of <= 0 or not 0 <= score <= record.out_of:
        return None
    return Fraction(score) / Fraction(record.out_of)


class Reviewed(Struct, frozen=True, eq=False):
    """A standard and its reviews of one kind: the latest, and the others, latest first."""

    item: Reviewable
    kind: ReviewKind
    status: StatusOn
    latest: Review | None
    others: tuple[Review, ...]

    @property
    def extent(self) -> Extent:
        """How much of a review is there."""
        return self.latest.extent if self.latest else Extent.NONE

    @property
    def unverified(self) -> bool:
        """Whether nobody has verified the review, or the facts of the standard."""
        return self.item.unverified or (self.latest is not None and self.latest.record.unverified)

    @property
    def doubtful(self) -> bool:
        """Whether it is unverified, or the standard's status is only presumed."""
        return self.unverified or self.status.basis is Basis.PRESUMED


class Reviews(Struct, frozen=True, eq=False):
    """The reviews of a workspace on a day, one line a standard, in the order of the tables.

    `comparison` holds every group and enterprise standard of the region, planned ones included,
    that is not withdrawn or replaced, reviewed or not: nobody is forgotten. `revision` holds the
    own standards that are under revision. Both hold whatever else has such a review, also what
    stands in no system. A review dated after the day has not happened yet; `later` holds these, the
    names of their standards, one a review. `unknown` are the names in reviews that no standard of
    the workspace bears (a number may be undated, or of elsewhere).
    """

    comparison: tuple[Reviewed, ...]
    revision: tuple[Reviewed, ...]
    later: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        workspace: Workspace,
        statuses: Statuses,
        rows: Rows,
        ownership: Ownership,
        as_of: date,
    ) -> "Reviews":
        """Gather the reviews by standard; of several the latest stands, an undated one is oldest.

        A month or a year counts by its last day; of equal dates the one written later stands.
        """
        held: dict[ReviewKind, dict[Reviewable, list[ReviewRecord]]] = {
            ReviewKind.COMPARISON: {item: [] for item in _compared(rows)},
            ReviewKind.REVISION: {item: [] for item in _under_revision(workspace, ownership)},
        }
        later: list[str] = []
        unknown: dict[str, None] = {}
        for record in workspace.reviews:
            item = workspace.named(record.standard)
            if record.date is not None and not record.date.begun_by(as_of):
                later.append(record.standard)
            elif item is None:
                unknown[record.standard] = None
            else:
                held[record.kind].setdefault(item, []).append(record)
        lines = {
            kind: tuple(
                _line(item, kind, statuses(item), records)
                for item, records in sorted(of_kind.items(), key=lambda one: table_order(one[0]))
            )
            for kind, of_kind in held.items()
        }
        return cls(
            lines[ReviewKind.COMPARISON], lines[ReviewKind.REVISION], tuple(later), tuple(unknown)
        )

    def of_kind(self, kind: ReviewKind) -> tuple[Reviewed, ...]:
        """Return the lines of a kind of review."""
        return self.comparison if kind is ReviewKind.COMPARISON else self.revision


def _line(
    item: Reviewable, kind: ReviewKind, status: StatusOn, records: Iterable[ReviewRecord]
) -> Reviewed:
    in_order = sorted(enumerate(records), key=_recency, reverse=True)
    reviews = tuple(Review.of(record) for _index, record in in_order)
    return Reviewed(item, kind, status, reviews[0] if reviews else None, reviews[1:])


def _recency(numbered: tuple[int, ReviewRecord]) -> tuple[date, int]:
    index, record = numbered
    return (record.date.last if record.date else date.min, index)


def _compared(rows: Rows) -> Iterable[Reviewable]:
    for row in rows.region():
        item = row.item
        asked = row.level in COMPARED_LEVELS and row.cls is not RowClass.O
        if asked and isinstance(item, Edition | PlannedStandard):
            yield item


def _under_revision(workspace: Workspace, ownership: Ownership) -> Iterable[Reviewable]:
    """Yield own editions stated 修订中, and those that a planned standard is to replace."""
    for edition in workspace.editions.values():
        stated = edition.facts.status is StatedStatus.UNDER_REVISION
        if stated and ownership.is_own(edition):
            yield edition
    for planned in workspace.planned.values():
        for old in planned.facts.replaces:
            item = workspace.named(old.number)
            if item is not None and ownership.is_own(item):
                yield item

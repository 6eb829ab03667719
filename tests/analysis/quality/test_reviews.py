"""Reviews: which standards are to be reviewed, which review stands, what the scores say."""

from fractions import Fraction

import pytest

from stdsys.analysis.quality.reviews import Extent, Review, Reviewed, Reviews
from stdsys.model.review_record import Criterion, ReviewKind
from tests.analysis.analysed import DAY, analysed
from tests.workspaces import workspace_and_findings

REGION = """
    organisations:
      - {id: bureau, name: 示例市监局, own: true}
    standards:
      - {number: GB/T 99001-2020, title: 示例果, status: 现行}
      - {number: T/SLXH 001-2022, title: 示例果分级, status: 现行}
      - {number: T/SLXH 002-2015, title: 示例果贮藏, withdrawn: 2020-01-01}
      - {number: Q/SLGS 001-2023, title: 示例果脯, status: 现行, verified: false}
      - {number: T/SLXH 009-2022, title: 示例外地标准, status: 现行}
      - {number: DB42/T 99001-2019, title: 示例果种植, status: 修订中, issuer: bureau}
      - {number: DB42/T 99002-2019, title: 示例果运输, status: 现行, issuer: bureau}
    systems:
      - id: fruit
        name: 示例果体系
        entries:
          - {standard: GB/T 99001-2020}
          - {standard: T/SLXH 001-2022}
          - {standard: T/SLXH 002-2015}
          - {standard: Q/SLGS 001-2023}
          - {standard: DB42/T 99001-2019}
          - {standard: DB42/T 99002-2019}
          - {planned: 示例果销售规范, id: fruit-sales, level: group}
          - {planned: 示例果运输规范, id: moving, level: local, replaces: [DB42/T 99002-2019]}
"""

SIX = "{先进性: 80, 科学性: 90, 合理性: 70, 完整性: 60, 合法性: 100, 格式规范性: 95}"


def reviews(*items: str) -> Reviews:
    """Return the reviews of the region with these records, each in YAML's flow style."""
    written = "".join(f"      - {{{item}}}\n" for item in items)
    return analysed(f"{REGION}    reviews:\n{written}" if items else REGION).reviews


def line(found: Reviews, key: str, kind: ReviewKind = ReviewKind.COMPARISON) -> Reviewed:
    return next(one for one in found.of_kind(kind) if one.item.key == key)


def latest(found: Reviews, key: str) -> Review:
    review = line(found, key).latest
    assert review is not None
    return review


def test_every_living_group_and_enterprise_standard_is_listed_reviewed_or_not() -> None:
    found = reviews()
    assert [(one.item.key, one.extent) for one in found.comparison] == [
        ("T/SLXH 001-2022", Extent.NONE),
        ("fruit-sales", Extent.NONE),
        ("Q/SLGS 001-2023", Extent.NONE),
    ]


def test_without_any_system_nothing_is_listed() -> None:
    found = analysed("workspace: {format: 1, name: empty}").reviews
    assert (found.comparison, found.revision, found.later) == ((), (), ())


def test_whatever_has_a_review_is_listed_too() -> None:
    found = reviews(
        "standard: T/SLXH 002-2015, date: 2019",
        "standard: T/SLXH 009-2022, date: 2023",
        "standard: GB/T 99001-2020, date: 2024",
    )
    assert [one.item.key for one in found.comparison if one.latest] == [
        "GB/T 99001-2020",
        "T/SLXH 002-2015",
        "T/SLXH 009-2022",
    ]


def test_scores_are_shares_of_the_full_score_and_the_mean_is_of_those_given() -> None:
    found = reviews(
        f"standard: T/SLXH 001-2022, scores: {SIX}",
        "standard: fruit-sales, scores: {先进性: 4, 科学性: 4.5}, out_of: 5",
        "standard: Q/SLGS 001-2023, date: 2024-01-01",
    )
    full = latest(found, "T/SLXH 001-2022")
    some = latest(found, "fruit-sales")
    none = latest(found, "Q/SLGS 001-2023")
    assert full.extent is Extent.FULL
    assert full.mean == Fraction(495, 600)
    assert some.scores[Criterion.SCIENTIFIC] == Fraction(9, 10)
    assert some.scores[Criterion.LAWFUL] is None
    assert (some.extent, some.mean) == (Extent.PARTIAL, Fraction(17, 20))
    assert (none.extent, none.mean) == (Extent.PARTIAL, None)


@pytest.mark.parametrize(
    ("first", "second", "stands"),
    [
        ("date: 2024-01-01", "date: 2025-01-01", "second"),
        ("date: 2025-01-01", "date: 2024-01-01", "first"),
        ("date: 2025", "date: 2025-06-30", "first"),
        ("date: 2025-06-30", "notes: 无日期", "first"),
        ("date: 2025-06-30", "date: 2025-06-30", "second"),
    ],
)
def test_of_several_reviews_the_latest_stands_and_the_others_are_kept(
    first: str, second: str, stands: str
) -> None:
    found = reviews(
        f"standard: T/SLXH 001-2022, {first}, reviewers: first",
        f"standard: T/SLXH 001-2022, {second}, reviewers: second",
    )
    assert latest(found, "T/SLXH 001-2022").record.reviewers == (stands,)
    assert len(line(found, "T/SLXH 001-2022").others) == 1


def test_a_review_of_a_later_day_has_not_happened_yet() -> None:
    found = reviews(
        f"standard: T/SLXH 001-2022, date: {DAY.isoformat()}",
        "standard: fruit-sales, date: 2026-11-23",
    )
    assert line(found, "T/SLXH 001-2022").latest is not None
    assert line(found, "fruit-sales").latest is None
    assert found.later == ("fruit-sales",)


def test_own_standards_under_revision_await_a_review_by_four_principles() -> None:
    found = reviews(
        "standard: DB42/T 99001-2019, kind: 修订, "
        "scores: {先进性: 60, 科学性: 70, 适用性: 65, 合法性: 90}, conclusion: 修订",
    )
    assert [(one.item.key, one.extent) for one in found.revision] == [
        ("DB42/T 99001-2019", Extent.FULL),
        ("DB42/T 99002-2019", Extent.NONE),
    ]
    review = found.revision[0].latest
    assert review is not None
    assert tuple(review.scores) == ReviewKind.REVISION.criteria


def test_unverified_is_a_review_or_standard_that_nobody_verified() -> None:
    found = reviews("standard: T/SLXH 001-2022, verified: false", "standard: fruit-sales")
    assert line(found, "T/SLXH 001-2022").unverified
    assert line(found, "Q/SLGS 001-2023").unverified
    assert not line(found, "fruit-sales").unverified


def test_scores_that_cannot_be_are_left_out_and_unknown_standards_too() -> None:
    text = (
        REGION
        + """
    reviews:
      - {standard: T/SLXH 001-2022, scores: {先进性: 101, 科学性: -1, 适用性: 50, 合理性: 50}}
      - {standard: fruit-sales, scores: {先进性: 0}, out_of: 0}
      - {standard: no-such-plan, scores: {先进性: 50}}
"""
    )
    built, _findings = workspace_and_findings(text)
    base = analysed(REGION)
    found = Reviews.of(built, base.statuses, base.rows, base.ownership, DAY)
    scored = {
        one.item.key: {c.value: s for c, s in one.latest.scores.items() if s is not None}
        for one in found.comparison
        if one.latest
    }
    assert scored == {"T/SLXH 001-2022": {"reasonable": Fraction(1, 2)}, "fruit-sales": {}}
    assert found.unknown == ("no-such-plan",)


def test_a_review_of_what_is_not_in_the_workspace_is_not_lost_silently() -> None:
    found = reviews(
        "standard: T/SLXH 001", "standard: T/SLXH 777-2020", "standard: T/SLXH 777-2020"
    )
    assert found.unknown == ("T/SLXH 001", "T/SLXH 777-2020")

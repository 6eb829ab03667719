"""The part of a review that the machine does, beside people's scores."""

import pytest

from stdsys.analysis.quality.reviews import Reviewed
from stdsys.analysis.quality.self_checks import CheckState, SelfCheck, SelfChecks
from stdsys.model.review_record import Criterion, ReviewKind
from tests.analysis.rule_runs import checked

FULL = "issued: 2022-01-01, effective: 2022-02-01, issuer: 示例协会"


def check(
    facts: str, criterion: Criterion, *, number: str = "T/SLXH 001-2022", more: str = ""
) -> SelfCheck:
    """Return a check of one group standard with these facts, entered under an aspect."""
    analysis, run = checked(
        f"""
workspace: {{format: 1, name: sample}}
aspects: [{{id: quality, name: 质量}}, {{id: testing, name: 试验}}]
standards:
  - {{number: {number}, {facts}}}
systems:
  - id: fruit
    name: 示例果体系
    tree: [{{code: "1", name: 示例}}]
    entries:
      - {{standard: {number}, at: "1", aspects: [testing, quality]}}
{more}"""
    )
    item = next(iter(analysis.workspace.editions.values()))
    return SelfChecks(analysis.workspace, analysis.placements, run).of(item, [criterion])[criterion]


def test_a_full_record_passes_what_can_be_checked() -> None:
    facts = f"title: 示例果, {FULL}"
    assert check(facts, Criterion.COMPLETE) == SelfCheck(CheckState.PASSED)
    assert check(facts, Criterion.LAWFUL) == SelfCheck(CheckState.PASSED)
    assert check(facts, Criterion.WELL_FORMED) == SelfCheck(CheckState.PASSED)


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ("title: 示例果", ("no-issued", "no-effective", "no-issuer")),
        (FULL, ("no-title",)),
        (f"title: 示例果, {FULL}, cites: [T/SLXH 001-2022]", ("R007",)),
        (
            f"title: 示例果, {FULL}, indicators: [{{id: water, limit: '<= 12'}}]",
            ("no-unit", "no-method"),
        ),
        (
            f"title: 示例果, {FULL}, indicators: "
            "[{id: acid, name: pH值, limit: 4..5, method: GB 5009.237}]",
            (),
        ),
        (
            f"title: 示例果, {FULL}, indicators: "
            "[{id: smell, limit: 无异味, method: GB/T 23776}]",
            (),
        ),
    ],
)
def test_completeness_counts_missing_facts_and_citations(
    facts: str, codes: tuple[str, ...]
) -> None:
    found = check(facts, Criterion.COMPLETE)
    assert found.codes == codes
    assert found.count == len(codes)
    assert (found.state is CheckState.PROBLEMS) is bool(codes)


def test_form_counts_numbers_dates_and_title() -> None:
    late = "title: 《示例果》, issued: 2022-03-01, effective: 2022-02-01"
    assert check(late, Criterion.WELL_FORMED).codes == ("L001", "title-brackets")
    loose = check("title: 示例果", Criterion.WELL_FORMED, number="T/SLXH001—2022")
    assert loose.codes == ("N002",)
    assert loose.count == 2  # the record and the entry


def test_a_finding_gathered_over_the_workspace_counts_where_it_stands() -> None:
    other = "  - {standard: T/SLXH002—2022, at: '1'}\n".replace("  -", "      -")
    found = check("title: 示例果", Criterion.WELL_FORMED, more=other)
    assert found.state is CheckState.PASSED


def test_law_is_not_checked_where_no_fact_lets_it_be_judged() -> None:
    assert check("title: 示例果", Criterion.LAWFUL).state is CheckState.NOT_CHECKED


@pytest.mark.parametrize(
    "criterion",
    [
        c
        for c in Criterion
        if c not in (Criterion.COMPLETE, Criterion.LAWFUL, Criterion.WELL_FORMED)
    ],
)
def test_what_only_people_can_judge_is_not_checked(criterion: Criterion) -> None:
    assert check(f"title: 示例果, {FULL}", criterion).state is CheckState.NOT_CHECKED


def test_a_waived_finding_is_no_problem_but_stays_visible() -> None:
    waived = "waive: [{rule: L001, reason: 示例}]"
    facts = f"title: 示例果, issued: 2022-03-01, effective: 2022-02-01, {waived}"
    found = check(facts, Criterion.WELL_FORMED)
    assert (found.state, found.codes, found.waived) == (CheckState.PASSED, (), ("L001",))


def test_findings_on_unverified_facts_are_marked() -> None:
    facts = "title: 示例果, issued: 2022-03-01, effective: 2022-02-01"
    assert check(f"{facts}, verified: false", Criterion.WELL_FORMED).unverified
    assert not check(facts, Criterion.WELL_FORMED).unverified


def test_planned_standards_need_a_lead_and_a_due_date() -> None:
    analysis, run = checked(
        """
aspects: [{id: quality, name: 质量}]
organisations: [{id: office, name: 示例办}]
systems:
  - id: fruit
    name: 示例果体系
    entries:
      - {planned: 示例果规范, id: bare, level: group}
      - {planned: 示例果分级, id: full, level: group, lead: office, due: 2027, aspects: [quality]}
"""
    )
    checks = SelfChecks(analysis.workspace, analysis.placements, run)
    planned = analysis.workspace.planned
    criteria = ReviewKind.COMPARISON.criteria
    bare = checks.of(planned["bare"], criteria)[Criterion.COMPLETE]
    assert bare.codes == ("no-lead", "no-due", "no-aspect")
    full = checks.of(planned["full"], criteria)[Criterion.COMPLETE]
    assert full.state is CheckState.PASSED
    assert checks.aspects(planned["full"]) == ("quality",)
    assert checks.of(planned["full"], criteria)[Criterion.LAWFUL].state is CheckState.NOT_CHECKED


def test_aspects_come_in_the_order_of_the_axis() -> None:
    analysis, run = checked(
        """
aspects: [{id: quality, name: 质量}, {id: testing, name: 试验}]
standards: [{number: T/SLXH 001-2022, title: 示例果}]
systems:
  - {id: a, name: 示例甲, entries: [{standard: T/SLXH 001-2022, aspects: [testing]}]}
  - {id: b, name: 示例乙, entries: [{standard: T/SLXH 001-2022, aspects: [quality]}]}
"""
    )
    item = analysis.workspace.editions["T/SLXH 001-2022"]
    checks = SelfChecks(analysis.workspace, analysis.placements, run)
    assert checks.aspects(item) == ("quality", "testing")


TESTED = """
workspace: {format: 1, name: sample}
organisations: [{id: guild, name: 示例协会, kind: association, own: true}]
standards:
  - number: GB 99001-2020
    title: 示例限量
    status: 现行
    indicators: [{id: lead, name: 示例铅, product: 示例果, limit: <= 0.2, unit: mg/kg}]
  - {number: T/SLXH 001-2022, title: 示例果, status: 现行, issuer: guild,
     indicators: [{id: lead, name: 示例铅, product: 示例果, limit: <= LOWER}]MORE}
systems:
  - {id: fruit, name: 示例果体系, entries: [{standard: T/SLXH 001-2022}, {standard: GB 99001-2020}]}
reviews:
  - {standard: T/SLXH 001-2022, REVIEW}
"""


def limited(lower: str, review: str = "date: 2024", more: str = "") -> tuple[SelfChecks, Reviewed]:
    """Return the checks of a region whose group standard has this limit and review, and its line.

    `more` are further facts of that standard.
    """
    text = TESTED.replace("LOWER", lower).replace("REVIEW", review).replace("MORE", more)
    analysis, run = checked(text)
    line = next(one for one in analysis.reviews.comparison if one.item.key == "T/SLXH 001-2022")
    return SelfChecks(analysis.workspace, analysis.placements, run), line


@pytest.mark.parametrize(("unit", "codes"), [("mg/kg", ("H002",)), ("示例单位", ()), ("CFU/g", ())])
def test_what_cannot_be_compared_is_no_matter_of_law(unit: str, codes: tuple[str, ...]) -> None:
    checks, line = limited(f"0.5, unit: {unit}")
    assert checks.of(line.item, [Criterion.LAWFUL])[Criterion.LAWFUL].codes == codes


def test_the_rules_left_out_are_found_all_the_same() -> None:
    for unit, code in (("示例单位", "H010"), ("CFU/g", "H009")):
        text = TESTED.replace("LOWER", f"0.5, unit: {unit}").replace("REVIEW", "date: 2024")
        _analysis, run = checked(text.replace("MORE", ""))
        assert code in {finding.code for finding in run.findings}


@pytest.mark.parametrize(
    ("review", "disagrees"),
    [
        ("date: 2024", ()),
        ("scores: {合法性: 100}", ("H002",)),
        ("scores: {合法性: 0}", ()),
        ("scores: {先进性: 100}", ()),
        ("conclusion: 继续有效", ("H002",)),
        ("conclusion: 修订", ()),
    ],
)
def test_a_review_that_calls_lawful_what_is_not_is_contradicted(
    review: str, disagrees: tuple[str, ...]
) -> None:
    checks, line = limited("0.5, unit: mg/kg", review)
    assert checks.disagree_with(line) == disagrees
    sound, line = limited("0.1, unit: mg/kg", review)
    assert sound.disagree_with(line) == ()


def test_what_is_waived_or_unverified_contradicts_nobody() -> None:
    for more in (", waive: [{rule: H002, reason: 示例}]", ", verified: false"):
        checks, line = limited("0.5, unit: mg/kg", "scores: {合法性: 100}", more)
        assert checks.disagree_with(line) == ()

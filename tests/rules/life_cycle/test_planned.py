"""Rule L010: what its samples do not show."""

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Severity
from stdsys.messages import translator
from stdsys.rules.life_cycle.planned import PlannedInCircle
from stdsys.rules.registry import RULES
from tests.rules.judging import DAY, findings, words
from tests.workspaces import workspace


def planned(*entries: str) -> str:
    listed = "".join(f"\n      - {{planned: 示例{entry}}}" for entry in entries)
    return f"systems:\n  - id: crop\n    name: 示例体系\n    entries:{listed}\n"


def circles(*entries: str) -> list[Finding]:
    return findings(PlannedInCircle(), planned(*entries))


def test_a_circle_of_three_is_one_finding_with_all_links() -> None:
    [found] = circles("甲, id: a, needs: [b]", "乙, id: b, needs: [c]", "丙, id: c, needs: [a]")
    assert found.severity is Severity.WARNING
    assert words(found) == (
        "planned standards that need each other in a circle: 示例甲, 示例乙, 示例丙"
    )
    assert found.subject == "a"
    assert {"a", "b", "c"} <= set(found.about)
    say = translator("en")
    assert [say(related.message) for related in found.related] == [
        "示例乙 needs 示例丙",
        "示例丙 needs 示例甲",
    ]


def test_it_stands_at_the_need_that_closes_the_circle() -> None:
    [found] = circles("丁, id: d", "甲, id: a, needs: [d, b]", "乙, id: b, needs: [a]")
    assert found.place.route == ("systems", 0, "entries", 1, "needs", 1)


def test_what_needs_a_circle_from_outside_is_in_none() -> None:
    [found] = circles("甲, id: a, needs: [b]", "乙, id: b, needs: [a]", "丙, id: c, needs: [a]")
    assert "c" not in found.about
    assert circles("甲, id: a, needs: [b, c]", "乙, id: b, needs: [c]", "丙, id: c") == []


def test_two_circles_are_two_findings() -> None:
    found = circles(
        "甲, id: a, needs: [b]",
        "乙, id: b, needs: [a]",
        "丙, id: c, needs: [d]",
        "丁, id: d, needs: [c]",
    )
    assert [one.subject for one in found] == ["a", "c"]


def test_citations_close_a_circle_too() -> None:
    [found] = circles("甲, id: a, cites: [示例乙]", "乙, id: b, needs: [a]")
    assert found.place.route[:5] == ("systems", 0, "entries", 0, "cites")
    text = planned("甲, id: a, cites: [示例乙]", "乙, id: b, cites: [示例甲]")
    codes = [one.code for rule in RULES.values() for one in findings(rule, text)]
    assert [code for code in codes if code in ("L010", "R003", "R007")] == ["L010"]


def test_what_needs_itself_is_said_and_what_only_cites_itself_is_left_to_r007() -> None:
    [found] = circles("甲, id: a, needs: [a]")
    assert words(found) == "示例甲 is said to need itself"
    assert circles("甲, id: a, cites: [示例甲]") == []


def test_facts_that_nobody_has_verified_make_it_unverified() -> None:
    [found] = circles("甲, id: a, needs: [b], verified: false", "乙, id: b, needs: [a]")
    assert found.unverified


def test_the_order_of_drafting_knows_the_same_circles() -> None:
    text = planned("甲, id: a, needs: [b]", "乙, id: b, needs: [a]", "丙, id: c, needs: [c]")
    analysis = Analysis(workspace(text), DAY)
    known = {step.cycle for step in analysis.drafting_order.steps if step.cycle}
    found = PlannedInCircle().check(analysis)
    assert {one.subject for one in found} == {"a", "c"}
    assert {frozenset(circle) for circle in known} == {frozenset("ab"), frozenset("c")}

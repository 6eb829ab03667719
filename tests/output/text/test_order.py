"""The order of drafting in words."""

from datetime import date

from stdsys.analysis.analysis import Analysis
from stdsys.messages import Language, translator
from stdsys.output.text.order import OrderText
from tests.output.planned_region import DAY, PLANNED, planned_analysis
from tests.workspaces import workspace


def lines(of: Analysis | None = None, language: Language = Language.EN) -> list[str]:
    return list(OrderText(of or planned_analysis(), translator(language)).lines())


def section(text: list[str], heading: str) -> list[str]:
    start = text.index(heading) + 1
    end = text.index("", start) if "" in text[start:] else len(text)
    return text[start:end]


def test_the_head_says_the_day_and_how_much_is_unverified() -> None:
    assert lines()[1] == "as of 2026-11-22; planned standards: 4, 1 of them unverified"


def test_every_standard_says_score_needs_and_why_it_stands_here() -> None:
    assert section(lines(), "Order of drafting") == [
        "1. 示例检验方法 (group standard)",
        "   score 4 (fairly urgent 2, key project 2); work stage: drafting; due 2026-10, which "
        "has passed",
        "   needs: GB/T 99002-2010, which is not in force any more, "
        "GB 99009, which is not in the workspace",
        "   why here: by its score",
        "2. 示例术语 (group standard)",
        "   phase 体系建设",
        "   why here: put forward for 示例种植规范, which needs it and comes first",
        "3. 示例种植规范 (local standard)",
        "   score 4 (urgent 4); phase 体系建设",
        "   needs: 示例术语 (planned, no. 2), GB/T 99001 (takes effect on 2027-03-01)",
        "   why here: after 示例术语, which it needs; by its score",
        "4. 示例分级 (level to be decided)",
        "   needs: 示例检验方法 (planned, no. 1)",
        "   why here: after 示例检验方法, which it needs; by the order of the systems: "
        "neither urgency nor due date is stated",
    ]


def test_the_critical_path_against_the_phases() -> None:
    found = section(lines(), "Critical path")
    assert [line.split() for line in found[1:3]] == [
        ["1", "示例术语", "6", "2027-05-22", "2025-12-31", "-507", "late"],
        ["2", "示例种植规范", "18", "2028-11-22", "2027-06-30", "-511", "late"],
    ]
    assert found[3].startswith("note: durations not stated: 1;")
    phases = section(lines(), "Phases")
    assert phases[1].split() == ["体系建设", "2026-01", "2027-06", "2", "2028-11-22", "2"]
    assert len(phases) == 2


def test_what_is_late_says_by_how_much_and_what_sets_the_deadline() -> None:
    assert section(lines(), "Late: 3") == [
        "- 示例检验方法: finished on 2027-11-22 at the earliest, 387 days after "
        "2026-10-31, its due date",
        "- 示例术语: finished on 2027-05-22 at the earliest, 507 days after "
        "2025-12-31, needed by 示例种植规范",
        "- 示例种植规范: finished on 2028-11-22 at the earliest, 511 days after "
        "2027-06-30, the end of the phase 体系建设",
    ]


def test_gaps_are_grouped_by_system_and_reason_and_called_proposals() -> None:
    found = section(lines(), "Proposed levels for gaps: 3 cells")
    assert found[0].startswith("note: only proposals")
    assert found[1].startswith("示例作物体系: local standard; for special local conditions")
    assert found[2] == "   - 种植 (各环节都有标准): no standard of a higher level for the same"
    assert found[4].startswith("   - 安全卫生 (有安全标准): of higher levels: GB 99003-2020; food")
    assert len(found) == 5


UNKNOWN = """
workspace: {format: 1, name: sample}
programme: {phases: [{id: build, name: 示例建设, end: 2027-06}]}
systems:
  - id: a
    name: 示例体系
    entries:
      - {planned: 示例甲, id: one, due: 2026-10}
      - {planned: 示例乙, id: two, needs: [one], months: 6, due: 2027-12}
      - {planned: 示例丙, id: three, phase: build}
"""


def test_what_has_no_duration_has_no_earliest_completion_and_what_follows_is_bounded() -> None:
    text = lines(Analysis(workspace(UNKNOWN), DAY))
    path = [line.split() for line in section(text, "Critical path")]
    assert path[1] == ["1", "示例甲", "—", "—", "2026-10-31", "-22", "late"]
    assert path[2] == [
        "2", "示例乙", "6", "not", "before", "2027-05-22", "2027-12-31", "—", "cannot", "be", "told"
    ]  # fmt: skip
    assert section(text, "Critical path")[3].startswith(
        "note: durations not stated: 2; these standards have no earliest completion"
    )
    assert section(text, "Late: 1") == [
        "- 示例甲: was to be finished 22 days ago, by 2026-10-31, its due date"
    ]
    assert section(text, "Phases")[1].split() == ["示例建设", "—", "2027-06", "1", "—", "0"]


def test_a_level_is_no_reason_to_cite_the_article_on_overlaps() -> None:
    note = section(lines(), "Proposed levels for gaps: 3 cells")[0]
    assert "art. 13, 18" in note
    assert "art. 30" not in note


def test_without_planned_standards_it_says_so_and_still_proposes() -> None:
    bare = PLANNED[: PLANNED.index("        entries:\n          - {planned")]
    text = lines(Analysis(workspace(bare), DAY))
    assert any(line.startswith("No standard is planned") for line in text)
    assert "Order of drafting" not in text
    assert "Proposed levels for gaps: 3 cells" in text


def test_without_facts_it_does_not_pretend_to_judge() -> None:
    plain = "systems: [{id: a, name: 示例, entries: [{planned: 示例甲}, {planned: 示例乙}]}]"
    text = lines(Analysis(workspace(plain), date(2026, 11, 22)))
    assert any(line.startswith("note: 2 planned standards state neither") for line in text)
    assert "none: no duration is stated, and no planned standard waits for another" in text
    assert any("nothing can be late" in line for line in text)
    assert "no cell of the coverage policy is a gap" in text


def test_in_time_is_said_only_as_far_as_is_known() -> None:
    plain = (
        "systems: [{id: a, name: 示例, entries: "
        "[{planned: 示例甲, id: one, due: 2027, needs: [two]},"
        " {planned: 示例乙, id: two, needs: [one]},"
        " {planned: 示例丙, id: three, needs: [three]}]}]"
    )
    text = lines(Analysis(workspace(plain), DAY))
    assert section(text, "Late: 0") == ["none, as far as durations and dates are stated"]
    circles = [line for line in text if "circle" in line]
    assert len(circles) == 2
    assert any("it is said to need itself" in line for line in text)

"""When a target is reached, missed, open or without evidence."""

from datetime import date
from fractions import Fraction

import pytest
from msgspec.structs import replace

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.targets.reached import TargetState, compare
from stdsys.model.goal import Goal
from tests.analysis.measuring import result, results, why
from tests.workspaces import workspace

EVIDENT = "evidence: https://example.org/sample"
PROMISED = f"measure: entered, value: 6, strength: firm, actual: 5, {EVIDENT}"


@pytest.mark.parametrize(
    ("goal", "least", "most", "verdict"),
    [
        (">= 6", 6, 6, True),
        (">= 6", 6, None, True),
        (">= 6", 5, 5, False),
        (">= 6", 5, 6, None),
        (">= 6", 5, None, None),
        ("> 6", 6, 6, False),
        ("<= 3", 3, 3, True),
        ("<= 3", 2, 4, None),
        ("<= 3", 2, None, None),
        ("<= 3", 4, None, False),
        ("< 3", 3, 5, False),
        ("= 4", 4, 4, True),
        ("= 4", 3, 5, None),
        ("5..8", 5, 8, True),
        ("5..8", 5, 9, None),
        ("5..8", 9, 12, False),
        ("5..8", 1, 4, False),
    ],
)
def test_a_verdict_holds_for_everything_that_the_facts_allow(
    goal: str, least: int, most: int | None, verdict: bool | None
) -> None:
    upper = None if most is None else Fraction(most)
    assert compare(Goal.parse(goal), Fraction(least), upper) is verdict


def test_goals_in_percent_are_compared_with_fractions() -> None:
    tenth = Fraction(1, 10)
    assert compare(Goal.parse("10%"), tenth, tenth) is True
    assert compare(Goal.parse("10.01%"), tenth, tenth) is False


@pytest.mark.parametrize(
    ("entered", "met", "reason"),
    [
        (f"actual: 6, {EVIDENT}", True, "6: ≥ 6 is reached"),
        (f"actual: 5, {EVIDENT}", False, "5: ≥ 6 is not reached"),
        ("actual: 9", None, "no file or address is named as evidence (evidence:)"),
        (EVIDENT, None, "no value is entered (actual:)"),
        (
            "actual: 9, evidence: [{title: 示例证明}]",
            None,
            "no file or address is named as evidence (evidence:)",
        ),
        (f"actual: 9, source: recalled, {EVIDENT}", None, "nobody has verified the value entered"),
        (f"actual: 9, verified: false, {EVIDENT}", None, "nobody has verified the value entered"),
    ],
)
def test_a_value_entered_by_hand_needs_evidence(
    entered: str, met: bool | None, reason: str
) -> None:
    one = result("entered", value="6", more=entered)
    assert (one.met, why(one)) == (met, reason)


def test_a_file_that_is_not_there_is_no_evidence() -> None:
    built = workspace(
        """
        targets:
          - {id: t, measure: entered, value: 6, strength: firm, actual: 6,
             evidence: [evidence/list.pdf]}
        """
    )
    there = Analysis(built, date(2026, 11, 22)).targets.all[0]
    assert (there.met, there.evidence) == (True, ("evidence/list.pdf",))
    absent = replace(built, absent_files=frozenset({"evidence/list.pdf"}))
    gone = Analysis(absent, date(2026, 11, 22)).targets.all[0]
    assert (gone.met, gone.evidence) == (None, ())
    assert why(gone) == "the file evidence/list.pdf named as evidence is not there"
    assert gone.measured.place == built.targets["t"].place.at("evidence", 0)


@pytest.mark.parametrize(
    ("due", "actual", "state"),
    [
        ("due: 2026-11-21", 5, TargetState.MISSED),
        ("due: 2026-11-22", 5, TargetState.DUE_SOON),
        ("due: 2026-11", 5, TargetState.DUE_SOON),
        ("due: 2027-02-20", 5, TargetState.DUE_SOON),
        ("due: 2027-02-21", 5, TargetState.NOT_YET),
        ("due: 9999", 5, TargetState.NOT_YET),
        ("due: 2020", 6, TargetState.MET),
    ],
)
def test_states(due: str, actual: int, state: TargetState) -> None:
    one = result("entered", value="6", more=f"actual: {actual}, {EVIDENT}, {due}")
    assert one.state is state


def test_a_target_without_a_date_is_due_at_the_end_of_its_phase_or_never() -> None:
    facts = """
    programme:
      phases:
        - {id: build, name: 示例建设, start: 2022-06, end: 2022-12}
        - {id: open, name: 示例推广, start: 2022-12}
    """
    found = results(
        f"""
        - {{id: phased, {PROMISED}, phase: build}}
        - {{id: own, {PROMISED}, phase: build, due: 2027-12}}
        - {{id: endless, {PROMISED}, phase: open}}
        - {{id: dateless, {PROMISED}}}
        """,
        facts,
    )
    assert {key: (str(one.due), one.state.value) for key, one in found.items()} == {
        "phased": ("2022-12", "missed"),
        "own": ("2027-12", "not-yet"),
        "endless": ("None", "not-yet"),
        "dateless": ("None", "not-yet"),
    }


REGION = """
standards:
  - {number: DB42/T 99001-2022, title: 示例一, status: 现行}
  - {number: DB42/T 99002-2022, title: 示例二, status: 现行}
systems:
  - id: crop
    name: 示例作物标准体系
    tree: [{code: "1", name: 示例}]
    entries: [{standard: DB42/T 99001-2022, at: "1"}, {standard: DB42/T 99002-2022, at: "1"}]
"""
LOCAL = "{of: standards, levels: local}"


def test_an_incomplete_workspace_proves_nothing_by_falling_short() -> None:
    short = result(LOCAL, REGION, value="6", more="complete: false")
    assert (short.actual, short.met) == (Fraction(2), None)
    assert why(short) == ("2 recorded against ≥ 6, but the workspace does not record everything")
    assert result(LOCAL, REGION, value="6").met is False
    assert result(LOCAL, REGION, value="2", more="complete: false").met is True


def test_an_incomplete_workspace_never_proves_an_upper_bound() -> None:
    assert result(LOCAL, REGION, value="<= 2").met is True
    assert result(LOCAL, REGION, value="<= 2", more="complete: false").met is None
    assert result(LOCAL, REGION, value="<= 1", more="complete: false").met is False


def test_that_nothing_is_there_rests_on_what_was_looked_through() -> None:
    dead = "{of: standards, status: 废止}"
    one = result(dead, REGION, value="<= 0")
    assert one.met is True
    assert one.evidence == ("DB42/T 99001-2022", "DB42/T 99002-2022")
    nothing = result(dead, "", value="<= 0")
    assert (nothing.met, nothing.evidence) == (None, ())


def test_nothing_never_reaches_a_lower_bound() -> None:
    one = result("{of: standards, levels: group}", REGION, value=">= 0")
    assert (one.met, one.evidence) == (None, ())
    assert why(one) == "nothing is recorded that ≥ 0 could rest on"


def test_reached_late_is_reached_unless_the_measure_asks_for_a_window() -> None:
    facts = REGION.replace("title: 示例二", "title: 示例二, issued: 2024-03")
    assert result(LOCAL, facts, value="2", more="due: 2023").state is TargetState.MET
    in_time = "{of: standards, levels: local, issued: ..2023}"
    assert result(in_time, facts, value="2", more="due: 2023").state is TargetState.MISSED

"""Earliest completion, deadlines, and the critical path."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings

from stdsys.analysis.drafting.critical_path import Bound, CriticalPath
from stdsys.analysis.drafting.month_arithmetic import add_months
from tests.analysis.analysed import DAY, analysed
from tests.analysis.planned_graphs import Plan, analysis_of, name, plans

PHASES = """
programme:
  phases:
    - {id: build, name: 示例建设, start: 2026-06, end: 2027-06}
    - {id: run, name: 示例实施, start: 2027-06}
"""


def path(*entries: str, before: str = PHASES) -> CriticalPath:
    listed = "".join(f"\n      - {{planned: 示例, {entry}}}" for entry in entries)
    text = f"{before}\nsystems:\n  - id: crop\n    name: 示例体系\n    entries:{listed}"
    return analysed(text).critical_path


@pytest.mark.parametrize(
    ("facts", "begin", "finish"),
    [
        ("months: 6", "2026-11-22", "2027-05-22"),
        ("months: 0", "2026-11-22", "2026-11-22"),
        ("", "2026-11-22", None),
        ("needs: [b]", "2027-02-22", "2027-02-22"),
        ("needs: [c]", "2026-11-22", None),
        ("months: 6, needs: [c]", "2026-11-22", "2027-05-22"),
        ("needs: [GB/T 99002]", "2028-03-01", "2028-03-01"),
        ("months: 6, started: 2026-09", "2026-09-01", "2027-03-01"),
        ("months: 6, started: 2020-01", "2020-01-01", "2026-11-22"),  # not before today
        ("months: 6, started: 2027-01-31", "2027-01-31", "2027-07-31"),
        ("months: 6, needs: [b]", "2027-02-22", "2027-08-22"),
        ("months: 6, needs: [b], started: 2026-01", "2027-02-22", "2027-08-22"),
        ("months: 6, needs: [GB/T 99002]", "2028-03-01", "2028-09-01"),
    ],
)
def test_the_earliest_completion(facts: str, begin: str, finish: str | None) -> None:
    upcoming = "standards: [{number: GB/T 99002-2026, title: 示例通则, effective: 2028-03}]"
    plans = (f"id: a, {facts}", "id: b, months: 3", "id: c")
    found = path(*plans, before=upcoming).timings["a"]
    assert (str(found.begin), str(found.finish) if found.finish else None) == (begin, finish)


def test_what_comes_after_an_unknown_duration_is_only_bounded() -> None:
    found = path(
        "id: a",
        "id: b, months: 3, needs: [a]",
        "id: c, months: 1, needs: [b]",
        "id: d, months: 2",
        "id: e, needs: [d]",
        "id: f, months: 1, needs: [g]",
        "id: g, needs: [f]",
        "id: h, months: 1, needs: [f]",
        "id: i, months: 1, needs: [d]",
    )
    bounds = {key: timing.bound_only for key, timing in found.timings.items()}
    assert bounds == {
        "a": True,
        "b": True,
        "c": True,
        "d": False,
        "e": True,
        "f": False,
        "g": True,
        "h": True,
        "i": False,
    }
    assert found.timings["a"].finish is None
    assert str(found.timings["c"].finish) == "2027-03-22"
    assert str(found.timings["e"].finish) == "2027-01-22"


def test_months_by_level_and_those_nobody_knows() -> None:
    drafting = "workspace: {format: 1, name: own, drafting: {months: {团体标准: 9}}}"
    entries = ("id: a, level: group", "id: b, level: group, months: 2", "id: c, level: local")
    found = path(*entries, "id: d", before=drafting)
    assert [timing.months for timing in found.timings.values()] == [9, 2, None, None]
    assert found.unknown_durations == 2


@pytest.mark.parametrize(
    ("facts", "deadline", "bound", "slack"),
    [
        ("", None, None, None),
        ("due: 2026-12", "2026-12-31", Bound.DUE, None),
        ("due: 2026-10", "2026-10-31", Bound.DUE, -22),
        ("due: 2026-12, months: 0", "2026-12-31", Bound.DUE, 39),
        ("due: 2026-10, months: 1", "2026-10-31", Bound.DUE, -52),
        ("phase: build, months: 0", "2027-06-30", Bound.PHASE, 220),
        ("phase: run", None, None, None),
        ("phase: build, due: 2027-05, months: 0", "2027-05-31", Bound.DUE, 190),
        ("phase: build, due: 2028, months: 0", "2027-06-30", Bound.PHASE, 220),
    ],
)
def test_the_deadline(
    facts: str, deadline: str | None, bound: Bound | None, slack: int | None
) -> None:
    found = path(f"id: a, {facts}").timings["a"]
    stated = found.deadline
    assert (str(stated.day) if stated else None) == deadline
    assert (stated.bound if stated else None) == bound
    assert found.slack == slack
    assert found.late is (slack is not None and slack < 0)


def test_what_others_need_is_due_when_they_must_begin() -> None:
    found = path(
        "id: a", "id: b, needs: [a], due: 2027-02, months: 1", "id: c, needs: [a], due: 2029"
    )
    deadline = found.timings["a"].deadline
    assert deadline is not None
    assert (str(deadline.day), deadline.bound, deadline.of) == ("2027-01-31", Bound.NEEDED, "b")


def test_the_path_is_the_chain_that_ends_last() -> None:
    found = path(
        "id: a, months: 2",
        "id: b, months: 3",
        "id: c, months: 4, needs: [a, b], phase: build",
        "id: d, months: 5, phase: build",
    )
    assert [timing.key for timing in found.path] == ["b", "c"]
    assert [(load.phase.id, str(load.finish)) for load in found.phases] == [
        ("build", "2027-06-22"),
        ("run", "None"),
    ]
    assert [timing.key for timing in found.phases[0].timings] == ["d", "c"]


def test_a_start_to_come_breaks_the_chain() -> None:
    found = path("id: a, months: 2", "id: b, months: 1, needs: [a], started: 2028")
    assert [timing.key for timing in found.path] == ["b"]


def test_without_durations_the_path_has_the_most_steps() -> None:
    found = path("id: a", "id: b, needs: [a]", "id: c, needs: [b]", "id: d, needs: [a]", "id: e")
    assert [timing.key for timing in found.path] == ["a", "b", "c"]


def test_without_durations_and_needs_nothing_is_critical() -> None:
    assert path("id: a", "id: b").path == ()
    assert [timing.key for timing in path("id: a", "id: b, months: 1").path] == ["b"]
    assert analysed("").critical_path.path == ()


def test_a_circle_is_drafted_side_by_side() -> None:
    found = path(
        "id: a, months: 1, needs: [b]",
        "id: b, months: 5, needs: [a, c]",
        "id: c, months: 2",
        "id: d, months: 1, needs: [a]",
    )
    finish = {key: str(timing.finish) for key, timing in found.timings.items()}
    assert finish == {
        "c": "2027-01-22",
        "a": "2027-02-22",
        "b": "2027-06-22",
        "d": "2027-07-22",
    }
    assert [timing.key for timing in found.path] == ["c", "b", "d"]


def test_late_standards_are_listed_with_their_phase() -> None:
    found = path("id: a, months: 9, phase: build", "id: b, months: 1, phase: build")
    assert [timing.key for timing in found.late] == ["a"]
    assert [timing.key for timing in found.phases[0].late] == ["a"]


def naive_bound(drawn: list[Plan], number: int) -> bool:
    """Whether a duration is not known, its own or one before it."""
    plan = drawn[number]
    return plan.months is None or any(naive_bound(drawn, needed) for needed in plan.needs)


def naive_finish(drawn: list[Plan], number: int) -> date:
    """Return the earliest completion by the definition, again and again."""
    plan = drawn[number]
    begin = max([DAY, *(naive_finish(drawn, needed) for needed in plan.needs)])
    return add_months(begin, plan.months or 0)


@settings(max_examples=40)
@given(plans())
def test_the_earliest_completion_is_the_naive_one(drawn: list[Plan]) -> None:
    timings = analysis_of(drawn).critical_path.timings
    for number in range(len(drawn)):
        found, expected = timings[name(number)], naive_finish(drawn, number)
        assert found.earliest == expected
        assert found.bound_only is naive_bound(drawn, number)
        known = drawn[number].months is not None or expected > DAY
        assert found.finish == (expected if known else None)


@settings(max_examples=40)
@given(plans())
def test_what_is_late_makes_late_what_it_holds_up_or_is_due_itself(drawn: list[Plan]) -> None:
    """A standard is late iff it, or one that builds upon it, cannot be done by its own due date."""
    analysis = analysis_of(drawn)
    late = {timing.key for timing in analysis.critical_path.late}
    own = {
        timing.key: timing.step.due is not None and timing.earliest > timing.step.due
        for timing in analysis.critical_path.timings.values()
    }
    assert {key for key, missed in own.items() if missed} <= late
    assert bool(late) == any(own.values())


@settings(max_examples=40)
@given(plans())
def test_the_path_is_a_chain_of_needs_without_a_gap(drawn: list[Plan]) -> None:
    analysis = analysis_of(drawn)
    found = analysis.critical_path.path
    for before, after in pairwise(found):
        assert before.key in after.step.waits_for
        assert before.earliest == after.begin
    if found:
        finishes = [timing.earliest for timing in analysis.critical_path.timings.values()]
        assert found[-1].earliest == max(finishes)

"""The coverage over time: its days, its points, and what they rest on."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.rows import distinct
from stdsys.analysis.coverage.history import (
    MOST_POINTS,
    History,
    Point,
    Step,
    days_between,
    number_of_days,
)
from stdsys.analysis.life_cycle.statuses import Basis
from stdsys.model.items import Document
from stdsys.model.workspace import Workspace
from tests.analysis.random_workspaces import Data, build, workspaces
from tests.workspaces import workspace

GROWING = """
    workspace: {format: 1, name: growing}
    stages: [{id: grow, name: 种植}, {id: make, name: 加工}, {id: sell, name: 销售}]
    coverage: {require: [{id: chain, each: stage}]}
    standards:
      - {number: GB/T 99001-2018, title: 示例种植, effective: 2019-02-01}
      - {number: GB/T 99002-2019, title: 示例加工, effective: 2020-05-01}
      - {number: GB/T 99003-2020, title: 示例销售, effective: 2020-05-15}
      - {number: GB/T 99004-2020, title: 示例仓储, status: 现行}
      - {number: T/SLXH 001-2019, title: 示例分等}
      - {number: T/SLXH 002-2017, title: 示例包装, effective: 2017-01-01, verified: false}
    systems:
      - id: fruit
        name: 示例果体系
        tree: [{code: "1", name: 全部}]
        entries:
          - {standard: GB/T 99001-2018, at: "1", stages: [grow]}
          - {standard: GB/T 99002-2019, at: "1", stages: [make]}
          - {standard: GB/T 99003-2020, at: "1", stages: [sell]}
          - {standard: GB/T 99004-2020, at: "1"}
          - {standard: T/SLXH 001-2019, at: "1"}
          - {standard: T/SLXH 002-2017, at: "1"}
          - {planned: 示例运输规范, id: transport, level: group, at: "1"}
          - {document: law, at: "1"}
      - {id: empty, name: 示例空体系, tree: [{code: "1", name: 全部}]}
      - {id: base, name: 示例共用, shared: true, tree: [{code: "1", name: 全部}]}
    documents: [{id: law, title: 示例法, issued: 2019-01-01}]
"""


def history(of: Workspace, first: date, last: date, step: Step = Step.MONTH) -> History:
    return History.of(of, days_between(first, last, step), Analysis(of, last).replacements)


def on(*days: date) -> tuple[Point, ...]:
    of = workspace(GROWING)
    return History.of(of, days, Analysis(of, days[0]).replacements).points


def test_days_are_the_last_ones_of_months_and_the_end_of_the_span() -> None:
    assert days_between(date(2023, 12, 5), date(2024, 3, 10), Step.MONTH) == (
        date(2023, 12, 31),
        date(2024, 1, 31),
        date(2024, 2, 29),
        date(2024, 3, 10),
    )


def test_days_are_the_last_ones_of_quarters() -> None:
    assert days_between(date(2022, 11, 1), date(2023, 6, 30), Step.QUARTER) == (
        date(2022, 12, 31),
        date(2023, 3, 31),
        date(2023, 6, 30),
    )


@pytest.mark.parametrize("step", Step)
def test_a_single_day_is_one_point(step: Step) -> None:
    assert days_between(date(2022, 6, 5), date(2022, 6, 5), step) == (date(2022, 6, 5),)


@pytest.mark.parametrize("step", Step)
def test_days_rise_and_are_as_many_as_said(step: Step) -> None:
    first, last = date(1999, 8, 17), date(2031, 2, 3)
    days = days_between(first, last, step)
    assert len(days) == number_of_days(first, last, step)
    assert list(days) == sorted(set(days))
    assert (first <= days[0], days[-1]) == (True, last)


def test_the_calendar_ends_without_a_failure() -> None:
    assert days_between(date(9999, 12, 1), date.max, Step.QUARTER) == (date.max,)


def test_too_long_and_reversed_spans_are_refused() -> None:
    most = days_between(date(2000, 1, 1), date(2099, 12, 31), Step.MONTH)
    assert len(most) == MOST_POINTS
    with pytest.raises(ValueError, match="2000-01-01"):
        days_between(date(2000, 1, 1), date(2100, 1, 1), Step.MONTH)
    with pytest.raises(ValueError, match="2022-02-01"):
        days_between(date(2022, 2, 1), date(2022, 1, 31), Step.MONTH)


def test_a_history_needs_a_day() -> None:
    of = workspace(GROWING)
    with pytest.raises(ValueError, match="no days"):
        History.of(of, (), Analysis(of, date.max).replacements)


def test_coverage_grows_as_standards_take_effect() -> None:
    found = history(workspace(GROWING), date(2018, 12, 1), date(2020, 6, 30), Step.QUARTER)
    shown = [(point.day, point.summary.covered, point.summary.upcoming) for point in found.points]
    assert shown == [
        (date(2018, 12, 31), 0, 3),
        (date(2019, 3, 31), 1, 2),
        (date(2019, 6, 30), 1, 2),
        (date(2019, 9, 30), 1, 2),
        (date(2019, 12, 31), 1, 2),
        (date(2020, 3, 31), 1, 2),
        (date(2020, 6, 30), 3, 0),
    ]
    assert found.largest_change is not None
    before, after = found.largest_change
    assert (before.day, after.day) == (date(2020, 3, 31), date(2020, 6, 30))


def test_systems_have_their_own_shares_and_shared_bases_none() -> None:
    (point,) = on(date(2019, 12, 31))
    shares = {system: summary.ratio for system, summary in point.systems.items()}
    assert shares == {"fruit": 1 / 3, "empty": 0.0}
    assert point.summary.ratio == 1 / 6


def test_what_a_point_rests_on() -> None:
    (point,) = on(date(2018, 6, 30))
    assert point.entered == 7
    assert point.by_basis == {Basis.DATES: 4, Basis.STATED: 1, Basis.PRESUMED: 2}
    assert point.dated_share == 4 / 7
    assert point.presumed_share == 3 / 7
    assert point.existing == 1


def test_what_has_no_date_counts_from_the_year_in_its_number() -> None:
    shown = [point.existing for point in on(*(date(year, 1, 31) for year in (2018, 2019, 2020)))]
    assert shown == [1, 2, 4]  # T/SLXH 002-2017; T/SLXH 001-2019; GB/T 99004 and 99001


def test_a_change_may_be_a_fall_and_the_first_of_equals_is_named() -> None:
    falling = GROWING.replace(
        "effective: 2019-02-01", "effective: 2019-02-01, withdrawn: 2020-01-31"
    )
    found = history(workspace(falling), date(2019, 1, 1), date(2020, 4, 30))
    assert found.largest_change is not None
    assert found.largest_change[1].day == date(2019, 2, 28)
    assert found.last.summary.covered == 0
    later = history(workspace(falling), date(2019, 6, 1), date(2020, 4, 30))
    assert later.largest_change is not None
    assert later.largest_change[1].day == date(2020, 1, 31)


def test_nothing_changes_and_nothing_is_required() -> None:
    steady = history(workspace(GROWING), date(2021, 1, 1), date(2021, 12, 31))
    assert steady.largest_change is None
    bare = workspace("workspace: {format: 1, name: bare}")
    (point,) = history(bare, date(2021, 1, 1), date(2021, 1, 31)).points
    assert (point.summary.ratio, point.presumed_share, point.dated_share) == (None, None, None)


def test_refused_clauses_are_handed_on() -> None:
    values = ", ".join(f"{{id: v{number}, name: 示例{number}}}" for number in range(230))
    wide = f"""
    workspace: {{format: 1, name: wide}}
    stages: [{values}]
    aspects: [{values}]
    coverage: {{require: [{{id: huge, each: [stage, aspect]}}]}}
    systems: [{{id: fruit, name: 示例果体系}}]
    """
    found = history(workspace(wide), date(2021, 1, 1), date(2021, 1, 31))
    assert [(system, clause.id) for system, clause in found.refused] == [("fruit", "huge")]


def test_the_caller_is_told_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    of = workspace(GROWING)
    days = days_between(date(2020, 1, 1), date(2020, 3, 31), Step.MONTH)
    History.of(of, days, Analysis(of, days[0]).replacements, lambda *done: told.append(done))
    assert told == [(0, 3), (1, 3), (2, 3)]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(workspaces())
def test_every_point_is_what_an_analysis_of_its_day_says(data: Data) -> None:
    of = build(data)
    days = days_between(date(2009, 1, 1), date(2028, 12, 31), Step.QUARTER)[::5]
    found = History.of(of, days, Analysis(of, days[0]).replacements)
    for day, point in zip(days, found.points, strict=True):
        alone = Analysis(of, day)
        assert point.day == day
        assert point.summary == alone.coverage.summary
        assert point.existing == alone.statistics.total.existing
        for system, summary in point.systems.items():
            cells = alone.coverage.by_system.get(system, ())
            assert summary == type(summary).of(cells)
        rows = [
            row for row in distinct(alone.rows.placements()) if not isinstance(row.item, Document)
        ]
        assert point.entered == len(rows)
        assert point.by_basis == {
            basis: sum(row.status.basis is basis for row in rows) for basis in Basis
        }
        assert point.doubtful == sum(
            row.status.basis is Basis.PRESUMED or row.item.unverified for row in rows
        )

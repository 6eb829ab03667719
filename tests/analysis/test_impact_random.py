"""Impact on random workspaces, against a naive oracle."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.impact.named_things import things_named
from stdsys.analysis.impact.reach import impact_of
from stdsys.analysis.impact.touched import Kind, Touched
from tests.analysis.analysed import DAY
from tests.analysis.oracle_impact import Oracle
from tests.analysis.random_mentions import NAMES, mentioning
from tests.analysis.random_workspaces import Data, build

DOCUMENTS = (Kind.STANDARD, Kind.PLANNED, Kind.DOCUMENT)


def distances(touched: tuple[Touched, ...], *kinds: Kind) -> dict[object, int]:
    return {one.id: one.distance for one in touched if one.kind in kinds}


@given(mentioning(), st.sampled_from(NAMES))
@settings(max_examples=60, deadline=None)
def test_what_is_touched_and_how_near_is_that_of_the_oracle(data: Data, name: str) -> None:
    analysis = Analysis(build(data), DAY)
    things = things_named(analysis, name)
    oracle = Oracle(analysis, things)

    impact = impact_of(analysis, things)

    touched = impact.touched
    documents = {one.what: one.distance for one in touched if one.kind in DOCUMENTS}
    assert documents == oracle.touched()
    nearest: dict[object, int] = {}
    for one in touched:
        if one.kind is Kind.ENTRY:
            nearest[one.id] = min(nearest.get(one.id, 999), one.distance)
    assert nearest == oracle.entries()
    assert distances(touched, Kind.SYSTEM) == oracle.systems()
    assert distances(touched, Kind.TASK) == oracle.tasks()
    cells = [id(cell) for cell in analysis.coverage.cells]
    counting = {cells.index(id(one.what)): one.distance for one in touched if one.kind is Kind.CELL}
    assert counting == oracle.cells()


@given(mentioning(), st.sampled_from(NAMES), st.integers(1, 3))
@settings(max_examples=30, deadline=None)
def test_paths_lead_from_what_is_named_and_depth_only_cuts(
    data: Data, name: str, depth: int
) -> None:
    analysis = Analysis(build(data), DAY)
    things = things_named(analysis, name)

    impact = impact_of(analysis, things)

    named = {one.id for one in impact.named}
    for one in impact.touched:
        assert one.path[0] in named
        assert one.path[-1] == one.id
        assert len(one.path) == one.distance + 1
        assert one.via is not None
        assert one.via.path == one.path[:-1]
    order = list(Kind)
    places = [(one.distance, order.index(one.kind)) for one in impact.touched]
    assert places == sorted(places)
    cut = impact_of(analysis, things, depth).touched
    assert [(one.id, one.path) for one in cut] == [
        (one.id, one.path) for one in impact.touched if one.distance <= depth
    ]


@pytest.mark.parametrize("name", ["GB/T 98", "p9", "无此标准"])
def test_what_nobody_names_is_nothing(name: str) -> None:
    analysis = Analysis(build({"standards": [{"number": "GB/T 1-2020"}]}), DAY)
    assert things_named(analysis, name) == ()

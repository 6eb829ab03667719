"""`--if-withdrawn` against the same workspace with the withdrawal written into its YAML."""

from copy import deepcopy

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.impact.named_things import things_named
from stdsys.analysis.impact.withdrawal import DEAD_OUTCOMES, withdrawable, withdrawal_of, without
from tests.analysis.analysed import DAY, analysed
from tests.analysis.random_mentions import mentioning
from tests.analysis.random_workspaces import NUMBERS, Data, build


def written(data: Data, numbers: set[str]) -> Data:
    """The data with `withdrawn` on the records of these numbers, made where there is none."""
    changed = deepcopy(data)
    for record in changed["standards"]:
        if record["number"] in numbers:
            record["withdrawn"] = DAY.isoformat()
    recorded = {record["number"] for record in changed["standards"]}
    for system in changed["systems"]:
        for entry in system["entries"]:
            if entry.get("standard") in numbers - recorded:
                entry["withdrawn"] = DAY.isoformat()
    return changed


@given(mentioning(), st.sampled_from((*NUMBERS, "GB 1")))
@settings(max_examples=60, deadline=None)
def test_it_is_as_if_the_withdrawal_were_written_down(data: Data, name: str) -> None:
    before = Analysis(build(data), DAY)
    editions = withdrawable(before, things_named(before, name))
    assume(editions)
    after = Analysis(build(written(data, {edition.key for edition in editions})), DAY)

    fall = withdrawal_of(before, editions)

    cells = zip(before.coverage.cells, after.coverage.cells, strict=True)
    assert [(one.cell, one.after) for one in fall.cells] == [
        (was, now.state) for was, now in cells if was.state is not now.state
    ]
    rows = zip(before.rows.placements(), after.rows.placements(), strict=True)
    assert [(one.before.key, one.after.cls) for one in fall.rows] == [
        (was.key, now.cls) for was, now in rows if (was.cls, was.main) != (now.cls, now.main)
    ]
    assert fall.before == before.statistics.total
    assert fall.after == after.statistics.total
    dead = [
        (now.citing.key, now.cited_as)
        for was, now in zip(before.citations.all, after.citations.all, strict=True)
        if now.judged and now.outcome in DEAD_OUTCOMES and was.outcome not in DEAD_OUTCOMES
    ]
    assert [(one.after.citing.key, one.after.cited_as) for one in fall.citations] == dead


SAMPLE = """
    stages: [{id: make, name: 加工}, {id: sell, name: 销售}]
    coverage: {require: [{id: chain, each: stage}]}
    standards:
      - {number: GB/T 99001-2020}
      - {number: GB/T 99002-2020, cites: [GB/T 99001]}
      - {number: GB/T 99003-2020, withdrawn: 2021-01-01}
    systems:
      - id: tea
        name: 示例
        entries:
          - {standard: GB/T 99001-2020, stages: [make, sell]}
          - {standard: GB/T 99002-2020, stages: [sell]}
"""


def test_what_falls() -> None:
    analysis = analysed(SAMPLE)
    fall = withdrawal_of(analysis, withdrawable(analysis, things_named(analysis, "GB/T 99001")))
    assert [(one.cell.axes, one.before, one.after) for one in fall.cells] == [
        ({"stage": "make"}, "covered", "obsolete-only")
    ]
    assert [(one.before.key, one.before.cls, one.after.cls) for one in fall.rows] == [
        ("tea:GB/T 99001-2020", "in-force", "obsolete")
    ]
    assert [(one.after.citing.key, one.after.outcome) for one in fall.citations] == [
        ("GB/T 99002-2020", "no-live-edition")
    ]
    assert (fall.before.existing, fall.after.existing) == (2, 1)


def test_the_workspace_itself_stays_as_it_is() -> None:
    analysis = analysed(SAMPLE)
    workspace = analysis.workspace
    edition = workspace.editions["GB/T 99001-2020"]
    changed = without(workspace, [edition], DAY)
    assert edition.facts.withdrawn is None
    assert changed.editions[edition.key].facts.withdrawn is not None
    assert workspace.systems["tea"].entries[0].item is edition
    assert changed.systems["tea"].entries[0].item is changed.editions[edition.key]
    assert changed.systems["tea"].entries[1] is workspace.systems["tea"].entries[1]


def test_what_is_dead_cannot_be_withdrawn() -> None:
    analysis = analysed(SAMPLE)
    assert withdrawable(analysis, things_named(analysis, "GB/T 99003-2020")) == ()

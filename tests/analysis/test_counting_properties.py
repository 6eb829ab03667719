"""Rows, coverage and statistics on random workspaces: against an oracle, and what always holds."""

from copy import deepcopy

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stdsys.analysis.analysis import Analysis
from stdsys.model.status import Status
from tests.analysis.analysed import DAY
from tests.analysis.oracle_counting import Oracle, letters
from tests.analysis.random_workspaces import ASPECTS, STAGES, Data, build, workspaces

modest = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def both(data: Data) -> tuple[Analysis, Oracle]:
    computed = Analysis(build(data), DAY)
    return computed, Oracle(computed.workspace, computed.statuses)


@modest
@given(workspaces())
def test_rows_agree_with_the_oracle(data: Data) -> None:
    computed, oracle = both(data)
    for system in computed.workspace.systems:
        rows = computed.rows.of(system)
        items = oracle.items(system)
        assert len(rows) == len(items)
        assert {row.item for row in rows} == items
        assert {row.item for row in rows if row.main} == oracle.main(items)
        assert {row.item for row in rows if row.succession_of} == oracle.successions(items)
        assert all(row.cls.name == oracle.letter[row.item] for row in rows)


@modest
@given(workspaces())
def test_the_region_agrees_with_the_oracle(data: Data) -> None:
    computed, oracle = both(data)
    items = oracle.items(*computed.workspace.systems)
    region = computed.rows.region()
    assert len(region) == len(items)
    assert {row.item for row in region if row.main} == oracle.main(items)
    statistics = computed.statistics
    raised = sum(oracle.raised(system) for system in computed.workspace.systems.values())
    assert statistics.total.required == len(oracle.main(items)) + raised
    assert statistics.total.existing == sum(oracle.letter[i] == "E" for i in oracle.main(items))
    assert statistics.other == len(oracle.listed(items) - oracle.main(items))
    assert statistics.sum_of_systems == raised + sum(
        len(oracle.main(oracle.items(system))) for system in computed.workspace.systems
    )


@modest
@given(workspaces())
def test_cells_agree_with_the_oracle(data: Data) -> None:
    computed, oracle = both(data)
    cells = [
        (cell.system, cell.clause.id, dict(cell.axes), cell.state.value, letters(dict(cell.counts)))
        for cell in computed.coverage.cells
    ]
    assert cells == list(oracle.cells())


@modest
@given(workspaces())
def test_the_summary_adds_up(data: Data) -> None:
    coverage = Analysis(build(data), DAY).coverage
    found = coverage.summary
    states = (found.covered, found.upcoming, found.planned, found.obsolete_only, found.gap)
    assert found.required == sum(states)
    assert found.required + found.exempt == len(coverage.cells)
    assert (found.ratio is None) == (found.required == 0)


@modest
@given(workspaces())
def test_all_tables_of_every_scope_have_the_same_totals(data: Data) -> None:
    region = Analysis(build(data), DAY).statistics
    for found in (region, *region.systems.values()):
        total = found.total
        assert found.s1.level_total == found.s1.category_total
        assert (found.s1.level_total.required, found.s1.level_total.existing) == (
            total.required,
            total.existing,
        )
        assert found.s2().required.total == total.required
        assert found.s2().existing.total == total.existing
        for level, tally in found.s1.levels.items():
            assert found.s2().required.totals.get(level, 0) == tally.required
            assert found.s2().existing.totals.get(level, 0) == tally.existing
        assert sum(tally.standards for tally in found.by_level.values()) == total.standards
        assert found.by_status[Status.IN_FORCE] == total.existing


@modest
@given(workspaces())
def test_required_is_the_number_of_main_rows_plus_what_is_expected(data: Data) -> None:
    computed = Analysis(build(data), DAY)
    for system in computed.workspace.systems.values():
        rows = sum(row.main for row in computed.rows.of(system.id))
        raised = computed.statistics.systems[system.id].total.required - rows
        assert raised >= 0
        assert raised == 0 or system.record.expected


@modest
@given(workspaces())
def test_every_place_counts_somewhere_on_every_axis(data: Data) -> None:
    computed = Analysis(build(data), DAY)
    required = computed.statistics.total.required
    raised = required - sum(row.main for row in computed.rows.region())
    for groups in (computed.statistics.by_stage, computed.statistics.by_aspect):
        assert sum(tally.required for tally in groups.values()) >= required - raised
        assert all(tally.required <= required for tally in groups.values())


@modest
@given(workspaces())
def test_codes_are_unique_unless_given_twice(data: Data) -> None:
    computed = Analysis(build(data), DAY)
    for system in computed.workspace.systems:
        codes = [row.code for row in computed.rows.of(system) if row.entry.record.code is None]
        given = {row.code for row in computed.rows.of(system) if row.entry.record.code is not None}
        assert len(codes) == len(set(codes))
        assert not given & set(codes)


@modest
@given(workspaces(), st.sampled_from(STAGES), st.sampled_from(list(ASPECTS)))
def test_a_further_standard_in_force_never_lowers_coverage(
    data: Data, stage: str, aspect: str
) -> None:
    more = deepcopy(data)
    more["standards"].append({"number": "GB 99-2015", "title": "示例新", "effective": "2015-06-01"})
    for system in more["systems"]:
        system["entries"].append({"standard": "GB 99-2015", "stages": stage, "aspects": aspect})
    before = Analysis(build(data), DAY).coverage
    after = Analysis(build(more), DAY).coverage
    assert after.summary.required == before.summary.required
    assert after.summary.covered >= before.summary.covered
    for old, new in zip(before.cells, after.cells, strict=True):
        assert new.counts[next(iter(new.counts))] >= old.counts[next(iter(old.counts))]
        assert old.state.value != "covered" or new.state.value == "covered"

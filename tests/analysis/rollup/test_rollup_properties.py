"""Roll-ups of random workspaces: one member is itself, several agree with a naive count."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.rollup.member_summary import MemberSummary, Named
from stdsys.analysis.rollup.whole import RollUp
from stdsys.model.items import Edition
from tests.analysis.analysed import DAY
from tests.analysis.random_workspaces import Data, build, workspaces

modest = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
few = settings(modest, max_examples=6)


def roll(analyses: list[Analysis]) -> RollUp:
    named = [Named(f"m{index}", f"示例县{index}", f"../{index}") for index in range(len(analyses))]
    members = [MemberSummary.of(*pair) for pair in zip(named, analyses, strict=True)]
    return RollUp.of("示例市", DAY, members)


@modest
@given(workspaces())
def test_a_roll_up_of_one_member_is_its_own_statistics(data: Data) -> None:
    analysis = Analysis(build(data), DAY)
    statistics = analysis.statistics
    found = roll([analysis])
    for counts in (found.counts, *found.member_counts):
        assert counts.total == statistics.total
        assert dict(counts.by_level) == dict(statistics.by_level)
        assert dict(counts.by_status) == dict(statistics.by_status)
        assert counts.systems == statistics.number_of_systems
        assert (counts.other, counts.successions, counts.obsolete) == (
            statistics.other,
            statistics.successions,
            statistics.obsolete,
        )
        assert counts.presumed_or_unverified == statistics.presumed_or_unverified
    assert found.coverage == analysis.coverage.summary
    assert not found.conflicts
    assert not found.common_gaps


@few
@given(st.lists(workspaces(), min_size=2, max_size=3))
def test_members_together_are_never_more_than_their_sum(data: list[Data]) -> None:
    found = roll([Analysis(build(one), DAY) for one in data])
    assert found.counts.total.required <= found.sum_required
    assert found.counts.total.existing <= found.sum_existing
    natures = found.counts.by_nature.values()
    raised = sum(sum(one.raised.values()) for one in found.members)
    assert sum(tally.existing for tally in natures) == found.counts.total.existing
    assert sum(tally.required for tally in natures) + raised == found.counts.total.required


@few
@given(st.lists(workspaces(), min_size=2, max_size=3))
def test_numbers_agree_with_a_naive_count(data: list[Data]) -> None:
    built = [build(one) for one in data]
    found = roll([Analysis(one, DAY) for one in built])
    numbers = [
        {str(entry.item.number) for entry in one.entries() if isinstance(entry.item, Edition)}
        for one in built
    ]
    assert found.counts.standards == len(set().union(*numbers))
    assert sum(one.standards for one in found.member_counts) == sum(map(len, numbers))
    assert found.counts.entries == sum(len(list(one.entries())) for one in built)
    often = {key for key in set().union(*numbers) if sum(key in one for one in numbers) > 1}
    assert {item.key for item in found.shared} == often


@modest
@given(workspaces())
def test_the_same_member_twice_counts_its_numbers_once(data: Data) -> None:
    first, second = (Analysis(build(data), DAY) for _ in range(2))
    once, twice = roll([first]), roll([first, second])
    assert twice.counts.standards == once.counts.standards
    assert not twice.conflicts
    statuses = {item.key: item.status.status for item in once.items if item.numbered}
    assert {i.key: i.status.status for i in twice.items if i.numbered} == statuses

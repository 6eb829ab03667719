"""Identical numbers once, and what each counts as where members see it differently."""

from stdsys.analysis.rollup.held_items import HeldItem
from stdsys.analysis.rollup.whole import RollUp
from stdsys.model.status import Status
from tests.analysis.rollup.rolled import holding, rolled


def by_key(rollup: RollUp) -> dict[str, HeldItem]:
    return {item.key: item for item in rollup.items}


def test_identical_numbers_are_one_however_they_are_written() -> None:
    found = rolled(
        a=holding("standard: GB 99001-2020, title: 示例, status: 现行"),
        b=holding("standard: GB99001—2020, status: 现行"),
    )
    [item] = found.items
    assert (item.key, item.title, len(item.held)) == ("GB 99001-2020", "示例", 2)
    assert (found.counts.total.existing, found.sum_existing) == (1, 2)
    assert found.shared == (item,)


def test_editions_of_different_years_are_different_and_so_is_no_year() -> None:
    found = rolled(
        a=holding("standard: GB 99001-2020, status: 现行"),
        b=holding("standard: GB 99001-2010, status: 现行"),
        c=holding("standard: GB 99001, status: 现行"),
    )
    assert found.counts.standards == 3
    assert not found.shared


def test_an_earlier_number_known_to_one_member_joins_the_entries_of_others() -> None:
    found = rolled(
        a="standards: [{number: GB/T 99001-2020, formerly: [GB 99001-2020], status: 现行}]\n"
        + holding("standard: GB/T 99001-2020"),
        b=holding("standard: GB 99001-2020, status: 现行"),
    )
    assert [item.key for item in found.items] == ["GB/T 99001-2020"]


def test_what_has_no_number_is_its_members_own() -> None:
    plan = holding("planned: 示例指南, id: guide, level: 团体标准", "document: law")
    law = "documents: [{id: law, title: 示例办法}]\n"
    found = rolled(a=law + plan, b=law + plan)
    assert (found.counts.total.required, found.counts.other) == (2, 2)
    assert not found.shared


def test_a_standard_that_one_member_knows_to_be_withdrawn_is_withdrawn() -> None:
    found = rolled(
        a=holding("standard: GB 99001-2010, effective: 2011-01-01"),
        b=holding("standard: GB 99001-2010, withdrawn: 2020-01-01"),
    )
    assert found.items[0].status.status is Status.WITHDRAWN
    assert (found.counts.total.existing, found.counts.obsolete) == (0, 1)


def test_a_successor_that_another_member_holds_replaces_it() -> None:
    successor = "standard: GB 99001-2020, effective: 2021-01-01, replaces: [GB 99001-2010]"
    found = rolled(a=holding("standard: GB 99001-2010, status: 现行"), b=holding(successor))
    assert by_key(found)["GB 99001-2010"].status.status is Status.REPLACED
    assert found.counts.total.existing == 1


def test_a_successor_to_come_in_another_member_is_a_succession() -> None:
    coming = "standard: GB 99001-2026, effective: 2027-01-01, replaces: [GB 99001-2010]"
    plan = "planned: 示例修订, id: revision, replaces: [T/SLX 1-2020]"
    found = rolled(
        a=holding("standard: GB 99001-2010, status: 现行", "standard: T/SLX 1-2020, status: 现行"),
        b=holding(coming, plan),
    )
    assert by_key(found)["GB 99001-2026"].succession
    assert by_key(found)["revision"].succession
    assert found.counts.successions == 2
    assert (found.counts.total.required, found.sum_required) == (2, 4)


def test_ids_of_two_members_are_not_taken_for_one() -> None:
    other = "standards: [{number: unknown, id: old, title: 示例乙, status: 现行}]\n"
    plan = "planned: 示例修订, id: revision, replaces: [old]"
    found = rolled(
        a="standards: [{number: unknown, id: old, title: 示例甲, status: 现行}]\n"
        + holding("standard: old"),
        b=other + holding(plan),
    )
    assert not by_key(found)["revision"].succession


def test_dates_count_before_a_bare_mention() -> None:
    found = rolled(
        a=holding("standard: GB 99001-2026"),
        b=holding("standard: GB 99001-2026, effective: 2027-01-01"),
    )
    assert found.items[0].status.status is Status.UPCOMING


def test_a_number_without_a_year_is_dead_only_if_all_see_it_so() -> None:
    dead = holding("standard: GB 99001, status: 废止")
    found = rolled(a=dead, b=holding("standard: GB 99001, status: 现行"))
    assert found.items[0].status.status is Status.IN_FORCE
    assert rolled(a=dead, b=dead).items[0].status.status is Status.WITHDRAWN


def test_a_number_is_own_if_any_member_made_it() -> None:
    own = holding("standard: T/SLX 1-2020, origin: own, status: 现行")
    found = rolled(a=holding("standard: T/SLX 1-2020, status: 现行"), b=own)
    assert [counts.own.existing for counts in found.member_counts] == [0, 1]
    assert found.counts.own.existing == 1

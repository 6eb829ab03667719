"""Which numbers of several members are one."""

from stdsys.analysis.rollup.identities import Identities


def test_a_number_that_nobody_calls_otherwise_is_itself() -> None:
    assert Identities([])("GB 99001-2020") == "GB 99001-2020"


def test_an_earlier_number_is_the_present_one_in_every_member() -> None:
    same = Identities([{}, {"GB 99001-2020": "GB/T 99001-2020"}])
    assert same("GB 99001-2020") == same("GB/T 99001-2020") == "GB/T 99001-2020"


def test_members_may_each_know_a_part() -> None:
    same = Identities([{"GB 1-2020": "GB/T 1-2020"}, {"GB/T 1-2020": "NY/T 1-2020"}])
    assert {same(key) for key in ("GB 1-2020", "GB/T 1-2020", "NY/T 1-2020")} == {"NY/T 1-2020"}


def test_members_that_contradict_each_other_make_no_endless_way() -> None:
    same = Identities([{"GB 1-2020": "GB/T 1-2020"}, {"GB/T 1-2020": "GB 1-2020"}])
    assert same("GB 1-2020") == same("GB/T 1-2020")


def test_members_that_disagree_join_nothing() -> None:
    same = Identities([{"GB 1-2020": "GB/T 1-2020"}, {"GB 1-2020": "NY/T 1-2020"}])
    assert same.contested == {"GB 1-2020"}
    assert len({same(key) for key in ("GB 1-2020", "GB/T 1-2020", "NY/T 1-2020")}) == 3


def test_a_further_renaming_is_no_disagreement() -> None:
    same = Identities(
        [{"GB 1-2020": "GB/T 1-2020"}, {"GB 1-2020": "NY/T 1-2020"}, {"GB/T 1-2020": "NY/T 1-2020"}]
    )
    assert not same.contested
    assert same("GB 1-2020") == same("GB/T 1-2020") == "NY/T 1-2020"

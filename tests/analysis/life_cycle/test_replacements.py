import pytest

from stdsys.analysis.life_cycle.replacements import Link, Replacements
from tests.analysis.analysed import standards
from tests.workspaces import workspace


def replacements(*items: str) -> Replacements:
    return Replacements.of(workspace(standards(*items)))


def only(found: Replacements) -> Link:
    assert len(found.links) == 1
    return found.links[0]


def test_the_new_side_states_it() -> None:
    found = replacements("number: GB/T 1-2020, replaces: [GB/T 1-2009]", "number: GB/T 1-2009")

    link = only(found)
    assert (link.old, link.new, link.whole) == ("GB/T 1-2009", "GB/T 1-2020", True)
    assert link.stated_by == "replaces"
    assert str(link.place) == "stdsys.yaml#/standards/0/replaces/0"
    assert found.successors("GB/T 1-2009") == (link,)
    assert found.predecessors("GB/T 1-2020") == (link,)
    assert found.successors("GB/T 1-2020") == found.predecessors("GB/T 1-2009") == ()


def test_the_old_side_states_it_of_an_absent_one() -> None:
    link = only(replacements("number: GB/T 1-2009, replaced_by: [GB/T 1-2020]"))

    assert (link.old, link.new) == ("GB/T 1-2009", "GB/T 1-2020")
    assert link.stated_by == "replaced_by"


def test_both_sides_are_one_link() -> None:
    link = only(
        replacements(
            "number: GB/T 1-2009, replaced_by: [GB/T 1-2020]",
            "number: GB/T 1-2020, replaces: [GB/T 1—2009, GB/T 1-2009]",
        )
    )

    assert link.stated_by == "both"
    assert not link.conflict
    assert str(link.place) == "stdsys.yaml#/standards/0/replaced_by/0"
    assert str(link.other_place) == "stdsys.yaml#/standards/1/replaces/0"


@pytest.mark.parametrize(("by_old", "by_new"), [("part", "whole"), ("whole", "part")])
def test_sides_that_disagree_on_the_scope_are_a_partial_replacement_in_conflict(
    by_old: str, by_new: str
) -> None:
    link = only(
        replacements(
            f"number: GB/T 1-2009, replaced_by: [{{number: GB/T 1-2020, scope: {by_old}}}]",
            f"number: GB/T 1-2020, replaces: [{{number: GB/T 1-2009, scope: {by_new}}}]",
        )
    )

    assert link.conflict
    assert not link.whole


def test_split_and_merger() -> None:
    found = replacements(
        "number: GB/T 3-2020, replaces: [GB/T 1-2009, GB/T 2-2009]",
        "number: GB/T 1-2009, replaced_by: [GB/T 3-2020, {number: GB/T 4-2020, scope: 部分}]",
    )

    assert [(s.new, s.whole) for s in found.successors("GB/T 1-2009")] == [
        ("GB/T 3-2020", True),
        ("GB/T 4-2020", False),
    ]
    assert [p.old for p in found.predecessors("GB/T 3-2020")] == ["GB/T 1-2009", "GB/T 2-2009"]


def test_several_numbers_in_one_text_are_several_links() -> None:
    found = replacements("number: GB/T 3-2020, replaces: ['GB/T 1-2009、GB/T 2-2009']")

    assert [link.old for link in found.links] == ["GB/T 1-2009", "GB/T 2-2009"]


def test_an_earlier_number_of_an_edition_is_the_edition() -> None:
    found = replacements(
        "number: GB/T 317-2006, formerly: [GB 317-2006]",
        "number: GB/T 317-2018, replaces: [GB 317-2006]",
    )

    assert only(found).old == "GB/T 317-2006"


def test_a_standard_of_unknown_number_is_named_by_its_id() -> None:
    found = replacements(
        "number: unknown, id: old-rules, title: 示例旧规程",
        "number: DB42/T 1-2020, replaces: [old-rules, 示例无此标识, 无]",
    )

    assert only(found).old == "old-rules"


def test_what_stands_beside_an_entry_counts_as_well() -> None:
    found = Replacements.of(
        workspace("""
            systems:
              - id: tea
                name: 示例体系
                entries:
                  - {standard: GB/T 1-2020, replaces: [GB/T 1-2009]}
        """)
    )

    assert str(only(found).place) == "stdsys.yaml#/systems/0/entries/0/replaces/0"


@pytest.mark.parametrize(
    ("others", "old", "definite"),
    [
        (["GB/T 1-2009"], "GB/T 1-2009", True),
        ([], "GB/T 1", False),
        (["GB/T 1-2009", "GB/T 1-1999"], "GB/T 1", False),
        (["GB/T 1", "GB/T 1-2009"], "GB/T 1-2009", True),
        (["GB/T 1"], "GB/T 1", False),
        (["GB/T 2-2009"], "GB/T 1", False),
    ],
)
def test_an_undated_number_names_the_only_other_edition(
    others: list[str], old: str, definite: bool
) -> None:
    items = ["number: GB/T 1-2020, replaces: [GB/T 1]", *(f"number: {one}" for one in others)]

    link = only(replacements(*items))

    assert (link.old, link.definite) == (old, definite)


def test_an_undated_number_of_another_family_names_the_undated_record() -> None:
    found = replacements("number: GB/T 2-2020, replaces: [GB/T 1]", "number: GB/T 1")

    assert (only(found).old, only(found).definite) == ("GB/T 1", True)


def test_an_undated_record_speaks_for_the_only_dated_edition() -> None:
    found = replacements("number: GB/T 2, replaces: [GB/T 1-2009]", "number: GB/T 2-2020")

    assert (only(found).new, only(found).definite) == ("GB/T 2-2020", True)


def test_an_undated_record_of_several_editions_speaks_for_none() -> None:
    found = replacements(
        "number: GB/T 2, replaces: [GB/T 1-2009]", "number: GB/T 2-2020", "number: GB/T 2-2010"
    )

    assert (only(found).new, only(found).definite) == ("GB/T 2", False)


@pytest.mark.parametrize(
    ("statement", "record", "unverified"),
    [
        ("number: GB/T 1-2009", "", False),
        ("number: GB/T 1-2009", ", verified: false", True),
        ("number: GB/T 1-2009", ", source: recalled", True),
        ("number: GB/T 1-2009, verified: false", "", True),
        ("number: GB/T 1-2009, verified: 2026-01-01", ", verified: false", False),
        ("number: GB/T 1-2009, source: recalled", ", verified: 2026-01-01", True),
    ],
)
def test_who_has_verified_a_replacement(statement: str, record: str, unverified: bool) -> None:
    link = only(replacements(f"number: GB/T 1-2020, replaces: [{{{statement}}}]{record}"))

    assert link.unverified is unverified


def test_one_verified_side_is_enough() -> None:
    link = only(
        replacements(
            "number: GB/T 1-2009, replaced_by: [GB/T 1-2020], verified: false",
            "number: GB/T 1-2020, replaces: [GB/T 1-2009]",
        )
    )

    assert not link.unverified


def test_a_cycle() -> None:
    found = replacements(
        "number: GB/T 1-2000, replaces: [GB/T 1-2020]",
        "number: GB/T 1-2010, replaces: [GB/T 1-2000]",
        "number: GB/T 1-2020, replaces: [{number: GB/T 1-2010, scope: part}]",
        "number: GB/T 1-1990, replaced_by: [GB/T 1-2000]",
    )

    assert found.cycles == (frozenset({"GB/T 1-2000", "GB/T 1-2010", "GB/T 1-2020"}),)
    assert found.in_cycle("GB/T 1-2010")
    assert not found.in_cycle("GB/T 1-1990")


def test_an_edition_that_replaces_itself_is_a_cycle() -> None:
    found = replacements("number: GB/T 1-2000, replaces: [GB/T 1-2000]")

    assert found.cycles == (frozenset({"GB/T 1-2000"}),)


def test_an_absent_edition_can_close_a_cycle() -> None:
    found = replacements("number: GB/T 1-2000, replaces: [GB/T 2-2001], replaced_by: [GB/T 2-2001]")

    assert found.cycles == (frozenset({"GB/T 1-2000", "GB/T 2-2001"}),)


def test_undated_numbers_close_no_cycle() -> None:
    found = replacements(
        "number: GB/T 1-2020, replaces: [GB/T 1], replaced_by: [GB/T 1]",
        "number: GB/T 1-2010",
        "number: GB/T 1-2000",
    )

    assert found.cycles == ()


def test_successors_come_first_in_the_order() -> None:
    found = replacements(
        "number: GB/T 1-2000, replaced_by: [GB/T 1-2010]",
        "number: GB/T 1-2010, replaced_by: [GB/T 1-2020]",
    )

    assert found.ordered == ("GB/T 1-2020", "GB/T 1-2010", "GB/T 1-2000")


def test_a_long_chain_is_in_order_and_what_leads_into_a_circle_is_none() -> None:
    chain = [f"number: GB/T 1-{n}, replaced_by: [GB/T 1-{n + 1}]" for n in range(2000, 2010)]
    circle = [
        "number: GB/T 2-2001, replaced_by: [GB/T 2-2002]",
        "number: GB/T 2-2002, replaced_by: [GB/T 2-2001]",
        "number: GB/T 2-2000, replaced_by: [GB/T 2-2001]",
    ]

    found = replacements(*chain, *circle)

    assert [key for key in found.ordered if key.startswith("GB/T 1-")] == [
        f"GB/T 1-{n}" for n in range(2010, 1999, -1)
    ]
    assert found.cycles == (frozenset({"GB/T 2-2001", "GB/T 2-2002"}),)
    assert not found.in_cycle("GB/T 2-2000")
    assert found.ordered[-1] == "GB/T 2-2000"
    assert len(found.ordered) == len(set(found.ordered))


def test_who_states_a_replacement() -> None:
    found = replacements(
        "number: GB/T 1-2020, replaces: [GB/T 1-2009]",
        "number: GB/T 1-2009",
        "number: GB/T 2-2009, replaced_by: [GB/T 2-2020]",
    )

    assert [one.key for one in found.stating] == ["GB/T 1-2020", "GB/T 2-2009"]

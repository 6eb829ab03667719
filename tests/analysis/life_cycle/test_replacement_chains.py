"""Which standards have been replaced more than once."""

from stdsys.analysis.life_cycle.replacement_chains import replacement_chains
from tests.analysis.analysed import analysed, standards


def chains(*items: str) -> list[tuple[str, ...]]:
    found = analysed(standards(*items))
    return list(replacement_chains(found.replacements, found.statuses))


def test_a_chain_begins_with_the_oldest_and_ends_with_the_live_edition() -> None:
    assert chains(
        "number: GB/T 99001-2000",
        "number: GB/T 99001-2010, replaces: [GB/T 99001-2000]",
        "number: GB 99002-2020, replaces: [GB/T 99001-2010]",
    ) == [("GB/T 99001-2000", "GB/T 99001-2010", "GB 99002-2020")]


def test_one_replacement_is_no_chain() -> None:
    assert chains("number: GB/T 99001-2010, replaces: [GB/T 99001-2000]") == []


def test_the_longest_comes_first_and_circles_have_no_beginning() -> None:
    found = chains(
        "number: GB/T 99003-2000",
        "number: GB/T 99003-2005, replaces: [GB/T 99003-2000]",
        "number: GB/T 99003-2010, replaces: [GB/T 99003-2005]",
        "number: GB/T 99001-2000",
        "number: GB/T 99001-2005, replaces: [GB/T 99001-2000]",
        "number: GB/T 99001-2010, replaces: [GB/T 99001-2005]",
        "number: GB/T 99001-2015, replaces: [GB/T 99001-2010]",
        "number: GB/T 99004-2001, replaces: [GB/T 99005-2002]",
        "number: GB/T 99005-2002, replaces: [GB/T 99004-2001]",
    )
    assert [(chain[0], len(chain)) for chain in found] == [
        ("GB/T 99001-2000", 4),
        ("GB/T 99003-2000", 3),
    ]

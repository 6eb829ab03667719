import pytest

from stdsys.analysis.life_cycle.statuses import Basis
from stdsys.model.status import Status
from tests.analysis.analysed import statuses


def test_the_live_edition_is_the_newest_in_force_else_the_next_to_come() -> None:
    found = statuses(
        "number: GB/T 1-2025, effective: 2025",
        "number: GB/T 1-2010, effective: 2010",
        "number: GB/T 1-2026, effective: 2027",
        "number: GB/T 2-2027, effective: 2028",
        "number: GB/T 2-2026, effective: 2027",
        "number: GB/T 2-2000, status: 废止",
        "number: GB/T 3-2000, status: 废止",
        "number: GB 50016-2014, effective: 2015",
        "number: GB 50016-2014(2018年版), effective: 2018",
    )

    def live(family: str) -> str | None:
        edition = found.live_edition(family)
        return edition.key if edition else None

    assert live("GB/T 1") == "GB/T 1-2025"
    assert live("GB/T 2") == "GB/T 2-2026"
    assert live("GB/T 3") is None
    assert live("GB/T 4") is None
    assert live("GB 50016") == "GB 50016-2014(2018年版)"


CHAINS = [
    # a live edition is its own end, even if a successor is coming
    (
        "GB/T 1-2010",
        ["number: GB/T 1-2010, replaced_by: [GB/T 1-2026]", "number: GB/T 1-2026, effective: 2027"],
        ["GB/T 1-2010"],
        "GB/T 1-2010",
    ),
    # under another number
    (
        "GB/T 8304-2013",
        ["number: GB/T 8304-2013, replaced_by: [GB 5009.3-2016]", "number: GB 5009.3-2016"],
        ["GB/T 8304-2013", "GB 5009.3-2016"],
        "GB 5009.3-2016",
    ),
    # from an edition that is not here
    (
        "GB/T 1-1990",
        ["number: GB/T 1-2010, replaces: [GB/T 1-1990]"],
        ["GB/T 1-1990", "GB/T 1-2010"],
        "GB/T 1-2010",
    ),
    # to a successor that is not here: the chain stops before it
    ("GB/T 1-2010", ["number: GB/T 1-2010, replaced_by: [GB/T 1-2020]"], ["GB/T 1-2010"], None),
    # of two successors the one that leads to an edition in force
    (
        "GB/T 1-2010",
        [
            "number: GB/T 1-2010, replaced_by: [GB/T 2-2011, GB/T 3-2012]",
            "number: GB/T 2-2011, status: 废止",
            "number: GB/T 3-2012, replaced_by: [GB/T 4-2020]",
            "number: GB/T 4-2020",
        ],
        ["GB/T 1-2010", "GB/T 3-2012", "GB/T 4-2020"],
        "GB/T 4-2020",
    ),
    # a part is no successor
    (
        "GB/T 1-2010",
        [
            "number: GB/T 1-2010, status: 废止, replaced_by: [{number: GB/T 2-2011, scope: part}]",
            "number: GB/T 2-2011",
        ],
        ["GB/T 1-2010"],
        None,
    ),
    # without a stated successor: the family's newer live edition, never an older one
    (
        "GB/T 1-2010",
        ["number: GB/T 1-2010, status: 被代替", "number: GB/T 1-2020"],
        ["GB/T 1-2010", "GB/T 1-2020"],
        "GB/T 1-2020",
    ),
    (
        "GB/T 1-2020",
        ["number: GB/T 1-2020, status: 废止", "number: GB/T 1-2010"],
        ["GB/T 1-2020"],
        None,
    ),
    # by an earlier number
    (
        "GB 317-2006",
        ["number: GB/T 317-2006, formerly: [GB 317-2006]"],
        ["GB/T 317-2006"],
        "GB/T 317-2006",
    ),
    # what nobody knows
    ("GB/T 9-2000", ["number: GB/T 1-2020"], ["GB/T 9-2000"], None),
]


@pytest.mark.parametrize(("key", "items", "chain", "live"), CHAINS)
def test_the_chain_to_the_live_edition(
    key: str, items: list[str], chain: list[str], live: str | None
) -> None:
    found = statuses(*items)
    successor = found.live_successor(key)

    assert found.chain(key) == tuple(chain)
    assert (successor.key if successor else None) == live


def test_a_long_chain_is_followed_without_recursion() -> None:
    items = [
        f"number: Q/ABC {serial}-2000, replaced_by: [Q/ABC {serial + 1}-2000]"
        for serial in range(1, 1500)
    ]
    found = statuses(*items, "number: Q/ABC 1500-2000, effective: 2000")
    first = found.of_key("Q/ABC 1-2000")

    assert len(found.chain("Q/ABC 1-2000")) == 1500
    assert first is not None
    assert (first.status, first.basis) == (Status.REPLACED, Basis.DATES)

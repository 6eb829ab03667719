from datetime import date

import pytest

from stdsys.analysis.life_cycle.statuses import Basis, Statuses
from stdsys.model.status import Status
from tests.analysis.analysed import analysed, statuses


def said_of(key: str, found: Statuses) -> str:
    result = found.of_key(key)
    assert result is not None
    words = [result.status.value, result.basis.value]
    words += ["partly"] if result.partly_replaced else []
    words += ["revision"] if result.under_revision else []
    return " ".join(words)


ALONE = [
    # rule 1
    ("GB/T 1-2010", "withdrawn: 2026-11-22", "withdrawn dates"),
    ("GB/T 1-2010", "withdrawn: 2026-11-23", "in-force presumed"),
    ("GB/T 1-2010", "withdrawn: 2026-11", "in-force presumed"),
    ("GB/T 1-2010", "withdrawn: 2026-10", "withdrawn dates"),
    ("GB/T 1-2010", "withdrawn: 2025, status: 现行", "withdrawn dates"),
    ("GB/T 1-2010", "status: 废止", "withdrawn stated"),
    ("GB/T 1-2010", "status: 废止, effective: 2011-01-01", "withdrawn stated"),
    ("GB/T 1-2010", "status: 废止, withdrawn: 2027-01-01", "unknown presumed"),
    ("GB/T 1-2010", "status: 废止, withdrawn: 2027, effective: 2011", "in-force dates"),
    # rule 3
    ("GB/T 1-2010", "status: 被代替", "replaced stated"),
    ("GB/T 1-2010", "status: 被代替, effective: 2011-01-01", "replaced stated"),
    # rule 4
    ("GB/T 1-2010", "replaced_by: [GB/T 1-2025]", "replaced presumed"),
    ("GB/T 1-2010", "replaced_by: [GB/T 1-2025], effective: 2011", "replaced presumed"),
    ("GB/T 1-2010", "replaced_by: [GB/T 1-2026]", "in-force presumed"),
    ("GB/T 1-2010", "replaced_by: [GB/T 1-2027], effective: 2011", "in-force dates"),
    ("GB/T 1-2010", "replaced_by: [GB/T 2]", "in-force presumed"),
    ("GB/T 1-2010", "replaced_by: [{number: GB/T 2-2020, scope: part}]", "in-force presumed"),
    # rule 5
    ("GB/T 1-2026", "effective: 2026-11-23", "upcoming dates"),
    ("GB/T 1-2026", "effective: 2026-12, status: 现行", "upcoming dates"),
    ("GB/T 1-2026", "status: 即将实施", "upcoming stated"),
    ("GB/T 1-2026", "issued: 2026-12-01", "upcoming dates"),
    ("GB/T 1-2026", "issued: 2026", "in-force presumed"),
    # rule 6
    ("GB/T 1-2026", "effective: 2026-11-22", "in-force dates"),
    ("GB/T 1-2026", "effective: 2026", "in-force dates"),
    ("GB/T 1-2026", "effective: 2026-01-01, status: 即将实施", "in-force dates"),
    ("GB/T 1-2026", "effective: 2026-01-01, status: 未知", "in-force dates"),
    ("GB/T 1-2010", "effective: 2011, status: 修订中", "in-force dates revision"),
    ("GB/T 1-2010", "effective: 2011, status: 部分被代替", "in-force dates partly"),
    # rule 7
    ("GB/T 1-2010", "status: 现行", "in-force stated"),
    ("GB/T 1", "status: 现行", "in-force stated"),
    ("GB/T 1-2027", "status: 现行", "upcoming presumed"),
    ("GB/T 1-2027", "status: 现行, issued: 2026", "in-force stated"),
    ("GB/T 1-2010", "status: 修订中", "in-force stated revision"),
    ("GB/T 1-2010", "status: 部分被代替", "in-force stated partly"),
    # rule 8
    ("GB/T 1-2010", "status: 未知", "unknown stated"),
    # rule 9
    ("GB/T 1-2010", "title: 示例", "in-force presumed"),
    ("GB/T 1-2026", "title: 示例", "in-force presumed"),
    ("ISO 1:2010", "title: 示例", "in-force presumed"),
    # rule 10
    ("GB/T 1-2027", "title: 示例", "unknown presumed"),
    ("GB/T 1", "title: 示例", "unknown presumed"),
    ("nothing-like-a-number", "title: 示例", "unknown presumed"),
]


@pytest.mark.parametrize(("number", "facts", "expected"), ALONE)
def test_an_edition_by_what_it_says_itself(number: str, facts: str, expected: str) -> None:
    assert said_of(number, statuses(f"number: {number}, {facts}")) == expected


OLD = "number: GB/T 1-2010, replaced_by: [GB/T 1-2020]"
IN_PART = "number: GB/T 1-2010, replaced_by: [{number: GB/T 1-2020, scope: part}]"

SUCCEEDED = [
    # rule 2: known as well as the successor is
    (OLD, "effective: 2020-06-01", "replaced dates"),
    (OLD, "status: 现行", "replaced stated"),
    (OLD, "title: 示例", "replaced presumed"),
    (f"{OLD}, status: 被代替", "title: 示例", "replaced stated"),
    (f"{OLD}, status: 被代替", "effective: 2020-06-01", "replaced dates"),
    (f"{OLD}, status: 现行, effective: 2011", "effective: 2020-06-01", "replaced dates"),
    (f"{OLD}, withdrawn: 2020-06-01", "effective: 2020-06-01", "withdrawn dates"),
    # the successor is not in force yet, or nobody knows
    (OLD, "effective: 2026-11-23", "in-force presumed"),
    (f"{OLD}, status: 现行", "effective: 2026-12", "in-force stated"),
    (f"{OLD}, effective: 2011", "status: 即将实施", "in-force dates"),
    (OLD, "status: 未知", "in-force presumed"),
    # a successor that has ended since has still replaced it, unless it never took effect
    (OLD, "withdrawn: 2024-01-01", "replaced dates"),
    (OLD, "effective: 2020, withdrawn: 2024-01-01", "replaced dates"),
    (OLD, "effective: 2025, withdrawn: 2024-01-01", "in-force presumed"),
    (OLD, "effective: 2027, status: 废止", "in-force presumed"),
    # in part only
    (f"{IN_PART}, effective: 2011", "effective: 2020", "in-force dates partly"),
    (f"{IN_PART}, status: 现行", "effective: 2020", "in-force stated partly"),
    (f"{IN_PART}, status: 被代替", "effective: 2020", "in-force presumed partly"),
    (f"{IN_PART}, status: 修订中", "effective: 2020", "in-force stated partly revision"),
    (IN_PART, "effective: 2027", "in-force presumed"),
    # rule 3: a successor that is still to come contradicts 被代替, an unknown one does not
    (f"{OLD}, status: 被代替, effective: 2011", "effective: 2027", "in-force dates"),
    (f"{OLD}, status: 被代替", "effective: 2027", "unknown presumed"),
    (f"{OLD}, status: 被代替", "status: 未知", "replaced stated"),
    (f"{IN_PART}, status: 被代替", "effective: 2027", "replaced stated"),
]


@pytest.mark.parametrize(("old", "new", "expected"), SUCCEEDED)
def test_an_edition_by_its_successor(old: str, new: str, expected: str) -> None:
    found = statuses(old, f"number: GB/T 1-2020, {new}")

    assert said_of("GB/T 1-2010", found) == expected


def test_the_successor_that_decides_is_the_first_in_force() -> None:
    found = statuses(
        "number: GB/T 1-2010, replaced_by: [GB/T 5-2015, GB/T 2-2020, GB/T 3-2018, GB/T 4-2026]",
        "number: GB/T 2-2020, effective: 2020-07-01",
        "number: GB/T 3-2018, effective: 2018-07-01",
        "number: GB/T 4-2026, effective: 2027-01-01",
        "number: GB/T 5-2015, effective: 2015-07-01, withdrawn: 2016-01-01",
    )

    result = found.of_key("GB/T 1-2010")

    assert result is not None
    assert result.successor == "GB/T 3-2018"


def test_a_whole_successor_outside_outweighs_a_part_that_is_here() -> None:
    found = statuses(
        "number: GB/T 1-2010, replaced_by: [{number: GB/T 2-2020, scope: part}, GB/T 3-2020]",
        "number: GB/T 2-2020, effective: 2020-07-01",
    )

    assert said_of("GB/T 1-2010", found) == "replaced presumed"


def test_the_successors_of_a_successor_do_not_revive_what_it_replaced() -> None:
    found = statuses(
        "number: GB/T 1-1990",
        "number: GB/T 1-2000, replaces: [GB/T 1-1990]",
        "number: GB/T 1-2010, replaces: [GB/T 1-2000]",
        "number: GB/T 1-2020, replaces: [GB/T 1-2010], effective: 2020-07-01",
    )

    assert said_of("GB/T 1-1990", found) == "replaced dates"
    assert found.chain("GB/T 1-1990") == (
        "GB/T 1-1990",
        "GB/T 1-2000",
        "GB/T 1-2010",
        "GB/T 1-2020",
    )


def test_the_day_decides() -> None:
    items = (
        "number: GB/T 1-2010, effective: 2011-01-01",
        "number: GB/T 1-2020, effective: 2020-07-01, replaces: [GB/T 1-2010]",
    )

    assert said_of("GB/T 1-2010", statuses(*items, day=date(2010, 12, 31))) == "upcoming dates"
    assert said_of("GB/T 1-2010", statuses(*items, day=date(2020, 6, 30))) == "in-force dates"
    assert said_of("GB/T 1-2010", statuses(*items, day=date(2020, 7, 1))) == "replaced dates"


def test_members_of_a_cycle_are_unknown_and_replace_nobody() -> None:
    found = statuses(
        "number: GB/T 1-2000, effective: 2000, replaced_by: [GB/T 1-2010]",
        "number: GB/T 1-2010, effective: 2010, replaced_by: [GB/T 1-2020]",
        "number: GB/T 1-2020, withdrawn: 2021, replaced_by: [GB/T 1-2010]",
    )

    assert said_of("GB/T 1-2010", found) == "unknown presumed"
    assert said_of("GB/T 1-2020", found) == "unknown presumed"
    assert said_of("GB/T 1-2000", found) == "in-force dates"
    assert found.chain("GB/T 1-2010") == ("GB/T 1-2010",)


def test_an_undated_number_is_what_its_family_is() -> None:
    found = statuses(
        "number: GB/T 1, status: 废止",
        "number: GB/T 1-2010, status: 被代替",
        "number: GB/T 1-2020, effective: 2020",
        "number: GB/T 2",
        "number: GB/T 2-1990, status: 废止",
        "number: GB/T 2-2000, status: 被代替",
    )

    assert said_of("GB/T 1", found) == "in-force dates"
    assert said_of("GB/T 2", found) == "replaced stated"


PLANNED_AND_DOCUMENTS = """
    documents:
      - {id: nothing-said, title: 示例办法一}
      - {id: issued, title: 示例办法二, issued: 2026-11}
      - {id: later, title: 示例办法三, issued: 2026-01-01, effective: 2027-01-01}
    systems:
      - id: tea
        name: 示例体系
        entries:
          - {planned: 示例规范一, id: idea}
          - {planned: 示例规范二, id: approved, workflow: 立项}
          - {planned: 示例规范三, id: draft, workflow: 征求意见}
"""


@pytest.mark.parametrize(
    ("key", "status", "basis"),
    [
        ("idea", Status.PLANNED, Basis.STATED),
        ("approved", Status.PLANNED, Basis.STATED),
        ("draft", Status.DRAFTING, Basis.STATED),
        ("nothing-said", Status.IN_FORCE, Basis.PRESUMED),
        ("issued", Status.IN_FORCE, Basis.DATES),
        ("later", Status.UPCOMING, Basis.DATES),
    ],
)
def test_planned_standards_and_documents(key: str, status: Status, basis: Basis) -> None:
    analysis = analysed(PLANNED_AND_DOCUMENTS)
    item = next(item for item in analysis.workspace.items() if item.key == key)

    result = analysis.statuses(item)

    assert (result.status, result.basis) == (status, basis)


def test_the_dead_are_the_withdrawn_and_the_replaced() -> None:
    found = statuses(
        "number: GB/T 1-2009, status: 废止",
        "number: GB/T 2-2009, status: 被代替",
        "number: GB/T 3-2009, status: 现行",
        "number: GB/T 4-2009, status: 未知",
    )

    assert found.dead == {"GB/T 1-2009", "GB/T 2-2009"}


def test_plainly_in_force_is_only_what_says_so_itself() -> None:
    """An undated number shows the status of the edition it stands for."""
    plain = "status: 现行, effective: 2010"
    found = statuses(
        f"number: GB/T 1-2009, {plain}",
        f"number: GB/T 1, {plain}",
        f"number: GB/T 2-2009, {plain}, withdrawn: 2011",
        f"number: GB/T 3-2009, {plain}, replaced_by: [GB/T 3-2012]",
        "number: GB/T 4-2009, status: 现行",
    )

    assert [one.key for one in found.not_plain()] == [
        "GB/T 1",
        "GB/T 2-2009",
        "GB/T 3-2009",
        "GB/T 4-2009",
    ]

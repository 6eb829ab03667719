"""Where members disagree about a number."""

from stdsys.analysis.rollup.whole import RollUp
from tests.analysis.rollup.rolled import holding, rolled


def told(rollup: RollUp) -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [
        (one.number, one.fact, [(said.member.key, str(said.value)) for said in one.statements])
        for one in rollup.conflicts
    ]


def test_titles_that_differ_in_words() -> None:
    found = rolled(
        a=holding("standard: GB 99001-2020, title: 示例 限量, status: 现行"),
        b=holding("standard: GB 99001-2020, title: 示例　限量, status: 现行"),
        c=holding("standard: GB 99001-2020, title: 示例污染物限量, status: 现行"),
        d=holding("standard: GB 99001-2020, status: 现行"),
    )
    assert told(found) == [
        (
            "GB 99001-2020",
            "title",
            [("a", "示例 限量"), ("b", "示例　限量"), ("c", "示例污染物限量")],
        )
    ]


def test_blanks_and_width_are_no_disagreement() -> None:
    found = rolled(
        a=holding("standard: GB 99001-2020, title: 示例（茶）, status: 现行"),
        b=holding("standard: GB 99001-2020, title: 示例 (茶), status: 现行"),
    )
    assert not found.conflicts


def test_dates_that_cannot_be_the_same_day() -> None:
    found = rolled(
        a=holding("standard: GB 99001-2020, issued: 2020-03-02, effective: 2021"),
        b=holding("standard: GB 99001-2020, issued: 2020-03, effective: 2021-05-01"),
        c=holding("standard: GB 99001-2020, issued: 2020-04, effective: 2021-05-01"),
    )
    assert told(found) == [
        ("GB 99001-2020", "issued", [("a", "2020-03-02"), ("b", "2020-03"), ("c", "2020-04")])
    ]


def test_the_status_on_the_day() -> None:
    found = rolled(
        a=holding("standard: GB 99001-2020, status: 现行"),
        b=holding("standard: GB 99001-2020, status: 废止"),
    )
    statements = [("a", "in-force"), ("b", "withdrawn")]
    assert told(found) == [("GB 99001-2020", "status", statements)]


def test_who_names_a_successor_speaks_of_what_it_does_not_hold() -> None:
    successor = "standard: GB 99001-2020, effective: 2021-01-01, replaces: [GB 99001-2010]"
    found = rolled(a=holding("standard: GB 99001-2010, status: 现行"), b=holding(successor))
    assert told(found) == [("GB 99001-2010", "status", [("a", "in-force"), ("b", "replaced")])]
    place = found.conflicts[0].statements[1].place
    assert place.route[-2:] == ("replaces", 0)


def test_without_a_year_members_may_mean_different_editions() -> None:
    found = rolled(
        a=holding("standard: GB 99001, status: 现行"), b=holding("standard: GB 99001, status: 废止")
    )
    assert not found.conflicts


def test_present_numbers_that_differ_are_said_and_not_joined() -> None:
    def renamed(present: str) -> str:
        record = f"standards: [{{number: {present}, formerly: [GB 99001-2020], status: 现行}}]\n"
        return record + holding(f"standard: {present}")

    found = rolled(a=renamed("GB/T 99001-2020"), b=renamed("NY/T 99001-2020"))
    assert told(found) == [
        ("GB 99001-2020", "formerly", [("a", "GB/T 99001-2020"), ("b", "NY/T 99001-2020")])
    ]
    assert found.counts.standards == 2
    assert found.conflicts[0].statements[0].place.route == ("standards", 0, "formerly")

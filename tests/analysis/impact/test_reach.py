"""What a change touches: each relation, each kind of place, other editions, cycles, long chains."""

import pytest

from stdsys.analysis.impact.named_things import things_named
from stdsys.analysis.impact.reach import impact_of
from stdsys.analysis.impact.touched import ELIDED, MOST_STEPS, Impact, Kind, Touch
from tests.analysis.analysed import analysed, standards

SAMPLE = """
    stages: [{id: make, name: 加工}]
    coverage: {require: [{id: chain, each: stage, shared: true}]}
    standards:
      - number: GB/T 99001-2020
        title: 示例方法
        formerly: [GB 99001-2020]
        adopts: [{number: "ISO 99001:2018", degree: MOD}]
        indicators: [{id: error, limit: "<= 5", unit: "%"}]
      - {number: GB/T 99001-2010, replaced_by: [GB/T 99001-2020], indicators: [{id: old, limit: 1}]}
      - {number: GB/T 99002-2021, cites: [GB/T 99001]}
      - {number: GB/T 99003-2021, cites: [GB/T 99001-2010]}
      - {number: GB/T 99004-2021, cites: [GB/T 99001], withdrawn: 2022-01-01}
      - {number: GB/T 99005-2021, cites: [GB/T 99002-2021, GB/T 99003, GB/T 99006]}
      - number: GB/T 99006-2021
        cites: [GB/T 99005]
        indicators:
          - {id: water, name: 水分, limit: "<= 12", method: GB/T 99001}
          - {id: ash, limit: "<= 8", method: GB/T 99008}
      - {number: NY/T 99007-2026, effective: 2027-01-01, replaces: [GB/T 99001-2020]}
      - {number: T/SLXH 001-2022, adopts: [GB/T 99001-2020]}
    systems:
      - id: base
        name: 示例共用
        shared: true
        tree: [{code: "1", name: 通用, stages: [make]}, {code: "2", name: 其他}]
        entries: [{standard: GB/T 99001-2020, at: "1", see_also: ["2"]}]
      - id: fruit
        name: 示例果体系
        uses: [base]
        tree: [{code: "1", name: 种植}]
        entries:
          - {planned: 示例规范, id: plan, at: "1", needs: [GB/T 99001-2020]}
          - {planned: 示例规程, id: lift, at: "1", upgrades: [GB/T 99001-2020]}
          - {planned: 示例修订, id: redo, at: "1", replaces: [GB/T 99001-2020]}
          - {standard: GB/T 99005-2021, at: "1"}
    programme:
      tasks:
        - {id: use, title: 示例宣贯, standards: [GB/T 99001]}
        - {id: build, title: 示例建设, systems: [fruit]}
        - {id: rest, title: 示例其他, standards: [GB/T 99008]}
    reviews:
      - {standard: GB/T 99001-2020, date: 2026-05-01, scores: {advanced: 80}}
      - {standard: GB/T 99005-2021}
"""


def asked(name: str, text: str = SAMPLE, depth: int | None = None) -> Impact:
    analysis = analysed(text)
    return impact_of(analysis, things_named(analysis, name), depth)


def told(impact: Impact, *kinds: Kind) -> list[tuple[str, str, int]]:
    return [(one.id, one.relation, one.distance) for one in impact.touched if one.kind in kinds]


def test_who_builds_on_it_nearest_first() -> None:
    assert told(asked("GB/T 99001-2020"), Kind.STANDARD, Kind.PLANNED) == [
        ("GB/T 99002-2021", "cites", 1),
        ("GB/T 99003-2021", "cites", 1),
        ("GB/T 99006-2021", "tests-by", 1),
        ("NY/T 99007-2026", "replaces", 1),
        ("T/SLXH 001-2022", "adopts", 1),
        ("ISO 99001:2018", "adopted-by", 1),
        ("redo", "replaces", 1),
        ("lift", "upgrades", 1),
        ("plan", "needs", 1),
        ("GB/T 99005-2021", "cites", 2),
    ]


def test_a_dated_citation_of_another_edition_is_marked() -> None:
    found = {one.id: one for one in asked("GB/T 99001-2020").touched}
    marked = found["GB/T 99003-2021"]
    assert (marked.other_edition, marked.written) == (True, "GB/T 99001-2010")
    assert not found["GB/T 99002-2021"].other_edition
    exact = {one.id: one for one in asked("GB/T 99001").touched}
    assert not exact["GB/T 99003-2021"].other_edition


def test_dead_documents_are_told_apart() -> None:
    impact = asked("GB/T 99001-2020")
    assert [one.key for one in impact.dead] == ["GB/T 99004-2021"]
    assert "GB/T 99004-2021" not in {one.id for one in impact.touched}


def test_documents_of_unknown_status_are_touched() -> None:
    text = standards(
        "number: GB/T 99001-2020",
        "number: GB/T 99002-2020, cites: [GB/T 99001], status: 未知",
        "number: GB/T 99003-2020, cites: [GB/T 99002-2020]",
    )
    impact = asked("GB/T 99001", text)
    assert told(impact, Kind.STANDARD) == [
        ("GB/T 99002-2020", "cites", 1),
        ("GB/T 99003-2020", "cites", 2),
    ]
    assert impact.dead == ()


REPLACED = standards(
    "number: GB/T 99001-2013, status: 被代替, replaced_by: [GB 99501-2016]",
    "number: GB 99501-2016",
    "number: GB/T 99002-2020, cites: [GB/T 99001]",
    "number: GB/T 99003-2020, cites: [GB/T 99001-2013]",
    "number: GB/T 99004-2020, indicators: [{id: water, limit: 1, method: GB/T 99001}]",
    "number: GB/T 99005-2020, cites: [GB/T 99001, GB 99501]",
)


@pytest.mark.parametrize("name", ["GB 99501", "GB 99501-2016"])
def test_what_cites_or_tests_by_what_it_replaced(name: str) -> None:
    impact = asked(name, REPLACED)
    assert told(impact, Kind.STANDARD, Kind.INDICATOR) == [
        ("GB/T 99002-2020", "cites-replaced", 1),
        ("GB/T 99003-2020", "cites-replaced", 1),
        ("GB/T 99004-2020", "tests-by-replaced", 1),
        ("GB/T 99005-2020", "cites", 1),
        ("GB/T 99004-2020/water", "measured-by-replaced", 1),
    ]
    assert impact.touched[0].written == "GB/T 99001"


LIMITS = """
    standards:
      - number: GB 99001-2020
        indicators: [{id: lead, name: 铅, limit: "<= 5"}, {id: tin, name: 锡, limit: "<= 9"}]
      - {number: GB/T 99002-2020, indicators: [{id: lead, limit: "<= 4"}, {id: tin, limit: "<= 8"}]}
      - {number: T/SLXH 001-2020, indicators: [{id: ash, limit: "<= 4"}]}
      - {number: T/SLXH 002-2020, cites: [GB/T 99002], indicators: [{id: mud, limit: 1}]}
      - {number: GB/T 99003-2020, indicators: [{id: tin, limit: "<= 7"}], status: 废止}
"""


def test_who_limits_the_same_below_it() -> None:
    impact = asked("GB 99001", LIMITS)
    assert told(impact, Kind.STANDARD) == [
        ("GB/T 99002-2020", "limits-same", 1),
        ("T/SLXH 002-2020", "cites", 2),
    ]
    assert impact.touched[0].written == "铅、锡"
    assert told(asked("GB/T 99002-2020", LIMITS), Kind.STANDARD) == [
        ("T/SLXH 002-2020", "cites", 1)
    ]


def test_indicators_are_its_own_and_those_measured_by_it_alone() -> None:
    text = standards(
        "number: GB/T 99001-2020",
        "number: GB/T 99002-2020, cites: [GB/T 99001]",
        "number: GB/T 99003-2020, indicators: [{id: ash, limit: 1, method: GB/T 99002}]",
    )
    impact = asked("GB/T 99001", text)
    assert told(impact, Kind.STANDARD)[-1] == ("GB/T 99003-2020", "tests-by", 2)
    assert told(impact, Kind.INDICATOR) == []


def test_where_it_stands() -> None:
    impact = asked("GB/T 99001-2020")
    assert told(impact, Kind.SYSTEM, Kind.NODE, Kind.ENTRY, Kind.CELL, Kind.TASK)[:6] == [
        ("base", "holds", 1),
        ("base/1", "holds", 1),
        ("base/2", "see-also", 1),
        ("base:GB/T 99001-2020", "holds", 1),
        ("fruit/chain/stage=make", "counts", 1),
        ("use", "is-about", 1),
    ]
    assert told(impact, Kind.SYSTEM)[1:] == [("fruit", "holds", 2)]
    assert told(impact, Kind.TASK) == [("use", "is-about", 1), ("build", "is-about", 3)]


def test_indicators_and_reviews() -> None:
    impact = asked("GB/T 99001-2020")
    assert told(impact, Kind.INDICATOR) == [
        ("GB/T 99001-2020/error", "set-by", 1),
        ("GB/T 99006-2021/water", "measured-by", 1),
    ]
    assert told(impact, Kind.REVIEW) == [("GB/T 99001-2020/comparison/2026-05-01", "reviews", 1)]


def test_limits_of_dead_editions_are_told_only_to_who_asks_for_them() -> None:
    family = told(asked("GB/T 99001"), Kind.INDICATOR)
    assert ("GB/T 99001-2010/old", "set-by", 1) not in family
    assert told(asked("GB/T 99001-2010"), Kind.INDICATOR)[0] == (
        "GB/T 99001-2010/old",
        "set-by",
        1,
    )


def test_cycles_end_and_the_path_is_a_shortest_one() -> None:
    impact = asked("GB/T 99002-2021")
    assert [(one.id, one.path) for one in impact.touched if one.kind is Kind.STANDARD] == [
        ("GB/T 99005-2021", ("GB/T 99002-2021", "GB/T 99005-2021")),
        ("GB/T 99006-2021", ("GB/T 99002-2021", "GB/T 99005-2021", "GB/T 99006-2021")),
    ]


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("GB/T 99001", ["GB/T 99001-2020", "GB/T 99001-2010"]),
        ("gb/t99001—2020", ["GB/T 99001-2020"]),
        ("GB 99001-2020", ["GB/T 99001-2020"]),
        ("plan", ["plan"]),
        ("示例规范", ["plan"]),
        ("GB/T 99008", ["GB/T 99008"]),
        ("ISO 99001:2018", ["ISO 99001:2018"]),
        ("ISO 99001", ["ISO 99001:2018"]),
        ("GB/T 99009", []),
    ],
)
def test_what_words_name(name: str, named: list[str]) -> None:
    assert [one.id for one in asked(name).named] == named


def test_what_is_not_here_touches_who_names_it() -> None:
    assert told(asked("ISO 99001:2018"), Kind.STANDARD)[0] == ("GB/T 99001-2020", "adopts", 1)
    assert told(asked("GB/T 99008"), Kind.STANDARD, Kind.TASK)[:2] == [
        ("GB/T 99006-2021", "tests-by", 1),
        ("rest", "is-about", 1),
    ]


def test_a_number_of_which_only_parts_exist_names_the_parts() -> None:
    parts = standards(
        "number: GB/T 99010.1-2020",
        "number: GB/T 99010.2-2020",
        "number: GB/T 99011-2020, cites: [GB/T 99010（所有部分）]",
    )
    impact = asked("GB/T 99010", parts)
    assert [one.id for one in impact.named] == ["GB/T 99010.1-2020", "GB/T 99010.2-2020"]
    assert told(impact, Kind.STANDARD) == [("GB/T 99011-2020", "cites", 1)]


def test_an_entry_with_an_undated_number_places_the_live_edition() -> None:
    text = """
        standards:
          - {number: GB/T 99001-2020}
          - {number: GB/T 99002-2020}
        systems:
          - id: tea
            name: 示例
            entries: [{standard: GB/T 99001, cites: [GB/T 99002]}]
    """
    assert told(asked("GB/T 99001-2020", text), Kind.ENTRY) == [("tea:GB/T 99001", "holds", 1)]
    assert told(asked("GB/T 99002-2020", text), Kind.STANDARD, Kind.ENTRY) == [
        ("GB/T 99001-2020", "cites", 1),
        ("tea:GB/T 99001", "holds", 2),
    ]


def test_a_long_chain_is_followed_and_its_paths_stay_short() -> None:
    length = 1_000
    chain = [
        f"number: GB/T {n}-2020, cites: [GB/T {n - 1}]" for n in range(10_001, 10_000 + length)
    ]
    impact = asked("GB/T 10000", standards("number: GB/T 10000-2020", *chain))
    assert impact.summary[Kind.STANDARD] == length - 1
    last = impact.touched[-1]
    assert last.distance == length - 1
    assert len(last.path) == MOST_STEPS + 2
    assert last.path[:2] == ("GB/T 10000-2020", ELIDED)
    assert last.relation is Touch.CITES

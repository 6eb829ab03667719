"""Counting: 应有数, 现有数, both layouts, groups, the region, expected numbers."""

import pytest

from stdsys.analysis.counting.groups import GENERAL, UNDETERMINED
from stdsys.analysis.counting.statistics import Statistics
from stdsys.analysis.counting.statistics_tables import S2Table
from stdsys.analysis.counting.tally import Tally
from stdsys.model.status import Status
from tests.analysis.analysed import analysed
from tests.analysis.example_axes import AXES

ONE = f"""{AXES}
    documents: [{{id: law, title: 示例办法}}]
    standards:
      - {{number: GB/T 1-2015, title: 示例一, effective: 2016-01-01}}
      - {{number: GB/T 1-2026, title: 示例一, effective: 2027-01-01, replaces: [GB/T 1-2015]}}
      - {{number: GB/T 2-2026, title: 示例二, effective: 2027-01-01}}
      - {{number: NY/T 3-2015, title: 示例三, status: 未知}}
      - {{number: DB42/T 4-2015, title: 示例四, status: 废止}}
      - {{number: T/ABC 5-2015, title: 示例五, verified: false}}
      - {{number: JJF 6-2015, title: 示例六, effective: 2016-01-01}}
      - {{number: unknown, id: nameless, title: 示例七}}
    systems:
      - id: a
        name: 示例体系
        tree:
          - {{code: "1", name: 甲, children: [{{code: "1.1", name: 丙}}]}}
          - {{code: "2", name: 乙}}
          - {{code: "3", name: 空}}
        entries:
          - {{standard: GB/T 1-2015, at: "1", stages: [growing, making], aspects: [rest, safety]}}
          - {{standard: GB/T 1-2026, at: "1", stages: [making], aspects: [quality]}}
          - {{standard: GB/T 2-2026, at: "1.1", aspects: [safety, quality]}}
          - {{standard: NY/T 3-2015, at: "2", aspects: [rest], stages: [making]}}
          - {{standard: DB42/T 4-2015, at: "2", stages: [making]}}
          - {{standard: T/ABC 5-2015, at: "2", stages: [selling]}}
          - {{standard: JJF 6-2015, at: "2", stages: [selling], aspects: [safety]}}
          - {{standard: nameless}}
          - {{planned: 示例规范, id: p, level: group, at: "2", workflow: 起草}}
          - {{document: law, at: "1"}}
"""


@pytest.fixture(scope="module")
def one() -> Statistics:
    return analysed(ONE).statistics


def brief(tally: Tally) -> tuple[int, int, int]:
    return tally.standards, tally.required, tally.existing


def test_required_counts_in_force_upcoming_planned_and_unknown(one: Statistics) -> None:
    # required: GB/T 1-2015, GB/T 2-2026, NY/T 3, T/ABC 5, nameless, p; in force: GB/T 1, T/ABC 5
    assert brief(one.total) == (7, 6, 2)
    assert one.total.ratio == 2 / 6
    assert one.standards == 7
    assert (one.successions, one.obsolete, one.other) == (1, 1, 2)


def test_required_is_the_number_of_rows_of_the_main_sheet(one: Statistics) -> None:
    assert one.total.required == sum(row.main for row in analysed(ONE).rows.of("a"))


def test_by_level(one: Statistics) -> None:
    assert {level: brief(tally) for level, tally in one.by_level.items()} == {
        "national": (3, 2, 1),
        "industry": (1, 1, 0),
        "local": (1, 0, 0),
        "group": (1, 2, 1),
        "enterprise": (0, 0, 0),
        "other": (1, 2, 2),
        UNDETERMINED: (0, 1, 0),
    }


def test_by_category_takes_the_first_aspect_that_has_one(one: Statistics) -> None:
    assert {word: brief(tally) for word, tally in one.by_category.items()} == {
        "产品": (2, 1, 0),
        "安全": (1, 1, 1),
        "其他": (3, 4, 1),
    }
    assert list(one.by_category) == ["产品", "安全", "其他"]


def test_by_status_counts_rows_of_the_levels_whatever_their_status(one: Statistics) -> None:
    assert one.by_status == {
        Status.IN_FORCE: 2,
        Status.UPCOMING: 2,
        Status.REPLACED: 0,
        Status.WITHDRAWN: 1,
        Status.UNKNOWN: 2,
        Status.PLANNED: 0,
        Status.DRAFTING: 1,
    }


def test_by_stage_overlaps_and_has_a_general_line(one: Statistics) -> None:
    assert {stage: brief(tally) for stage, tally in one.by_stage.items()} == {
        "growing": (1, 1, 1),
        "making": (4, 2, 1),
        "selling": (2, 1, 1),
        GENERAL: (1, 3, 0),
    }


def test_by_aspect_and_kind(one: Statistics) -> None:
    assert {aspect: tally.required for aspect, tally in one.by_aspect.items()} == {
        "quality": 1,
        "safety": 2,
        "rest": 2,
        GENERAL: 3,
    }
    assert {kind: tally.required for kind, tally in one.by_kind.items()} == {
        "technical": 0,
        "management": 0,
        "service": 0,
        GENERAL: 6,
    }


def test_stage_by_level(one: Statistics) -> None:
    making = one.stage_level["making"]
    assert {level: tally.required for level, tally in making.items()} == {
        "national": 1,
        "industry": 1,
        "local": 0,
        "group": 0,
        "enterprise": 0,
        UNDETERMINED: 0,
    }


def test_presumed_or_unverified_of_the_main_table(one: Statistics) -> None:
    # T/ABC 5 is unverified and presumed, «nameless» has no facts at all
    assert one.presumed_or_unverified == 2


def test_both_blocks_of_s1_have_the_same_total(one: Statistics) -> None:
    assert list(one.s1.levels) == [
        "national",
        "industry",
        "local",
        "group",
        "enterprise",
        UNDETERMINED,
    ]
    assert one.s1.level_total == one.s1.category_total
    assert brief(one.s1.level_total) == (6, 6, 2)
    assert one.s1.other == 2


def test_undetermined_stands_only_where_needed() -> None:
    found = analysed("systems: [{id: a, name: 示例, entries: [{standard: GB 1-2015}]}]").statistics
    assert UNDETERMINED not in found.s1.levels
    assert UNDETERMINED not in found.s2("a").required.columns


def lines(table: S2Table) -> list[tuple[str, str, list[int], int]]:
    return [
        (line.kind.value, line.key, list(line.cells.values()), line.sum) for line in table.lines
    ]


def test_s2_rolls_up_to_the_first_layer(one: Statistics) -> None:
    tables = one.s2("a")
    assert lines(tables.required) == [
        ("subsystem", "a/1", [2, 0, 0, 0, 0, 0], 2),
        ("subsystem", "a/2", [0, 1, 0, 2, 0, 0], 3),
        ("subsystem", "a/3", [0, 0, 0, 0, 0, 0], 0),
        ("unplaced", "unplaced", [0, 0, 0, 0, 0, 1], 1),
    ]
    assert lines(tables.existing)[:2] == [
        ("subsystem", "a/1", [1, 0, 0, 0, 0, 0], 1),
        ("subsystem", "a/2", [0, 0, 0, 1, 0, 0], 1),
    ]
    assert (tables.existing.total, tables.required.total) == (2, 6)
    assert tables.required.lines[0].name == "甲"


def test_by_subsystem(one: Statistics) -> None:
    assert {key: brief(tally) for key, tally in one.by_subsystem.items()} == {
        "a/1": (3, 2, 1),
        "a/2": (4, 3, 1),
        "a/3": (0, 0, 0),
        "a/": (0, 1, 0),
    }

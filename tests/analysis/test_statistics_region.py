"""Counting the region, where every item counts once, and expected numbers."""

from stdsys.analysis.counting.groups import GENERAL
from stdsys.analysis.counting.statistics_tables import LineKind
from stdsys.analysis.counting.tally import Tally
from tests.analysis.analysed import analysed
from tests.analysis.example_axes import AXES


def brief(tally: Tally) -> tuple[int, int, int]:
    return tally.standards, tally.required, tally.existing


REGION = f"""{AXES}
    coverage: {{require: [{{id: x, each: stage, stages: [making, selling]}}]}}
    standards:
      - {{number: GB/T 1-2015, title: 示例一, effective: 2016-01-01}}
      - {{number: GB/T 1-2026, title: 示例一, effective: 2027-01-01, replaces: [GB/T 1-2015]}}
    systems:
      - {{id: base, name: 示例共用, shared: true, entries: [{{standard: GB 9-2015}}]}}
      - id: a
        name: 示例体系
        uses: [base]
        tree: [{{code: "1", name: 甲}}]
        entries:
          - {{standard: GB/T 1-2015, at: "1", stages: [growing], aspects: [safety]}}
          - {{standard: DB42/T 2-2015, at: "1", stages: [making]}}
      - id: b
        name: 示例体系二
        uses: [base]
        entries:
          - {{standard: GB/T 1-2026}}
          - {{standard: DB42/T 2-2015, stages: [selling], aspects: [quality]}}
      - {{id: unused, name: 示例共用二, shared: true, entries: [{{standard: GB 8-2015}}]}}
"""


def test_the_region_counts_every_item_once() -> None:
    found = analysed(REGION).statistics
    assert {key: tally.required for key, tally in found.by_system.items()} == {
        "base": 1,
        "a": 2,
        "b": 2,
        "unused": 1,
    }
    assert (found.sum_of_systems, found.distinct, found.total.required) == (6, 4, 4)
    assert (found.existing_sum_of_systems, found.total.existing) == (5, 4)
    assert found.number_of_systems == 2
    assert found.successions == 1


def test_a_system_counts_for_itself() -> None:
    found = analysed(REGION).statistics.systems["b"]
    assert brief(found.total) == (2, 2, 1)
    assert (found.scope, found.successions, found.uncovered_cells) == ("b", 0, 1)


def test_an_item_of_two_systems_counts_under_the_stages_of_both_but_in_one_category() -> None:
    found = analysed(REGION).statistics
    assert {stage: tally.existing for stage, tally in found.by_stage.items()} == {
        "growing": 1,
        "making": 1,
        "selling": 1,
        GENERAL: 2,
    }
    assert {word: tally.existing for word, tally in found.by_category.items()} == {
        "产品": 0,
        "安全": 1,
        "其他": 3,
    }


def test_s2_of_the_region_takes_off_what_is_repeated() -> None:
    found = analysed(REGION).statistics
    table = found.s2().required
    assert [(line.kind, line.key, line.sum) for line in table.lines] == [
        (LineKind.SYSTEM, "base", 1),
        (LineKind.SYSTEM, "a", 2),
        (LineKind.SYSTEM, "b", 2),
        (LineKind.SYSTEM, "unused", 1),
        (LineKind.REPEATED, "repeated", -2),
    ]
    assert table.total == found.total.required
    assert table.totals["national"] == 3
    assert table.totals["local"] == 1


def test_gaps_are_cells_and_not_added_to_what_is_required() -> None:
    found = analysed(REGION).statistics
    assert found.uncovered_cells == 2
    assert found.total.required == 4


EXPECTED = """
    systems:
      - id: a
        name: 示例体系
        expected: {group: 3, national: 1, 其他: 2}
        tree: [{code: "1", name: 甲}]
        entries:
          - {standard: T/ABC 1-2015, at: "1"}
          - {standard: GB 1-2015, at: "1"}
          - {standard: GB 2-2015, at: "1"}
          - {standard: JJF 3-2015, at: "1"}
      - id: b
        name: 示例体系二
        expected: {group: 2}
        entries: [{standard: T/ABC 1-2015}]
"""


def test_expected_raises_a_level() -> None:
    found = analysed(EXPECTED).statistics.systems["a"]
    assert brief(found.by_level["group"]) == (1, 3, 1)
    assert brief(found.by_level["national"]) == (2, 2, 2)
    assert brief(found.by_level["other"]) == (1, 2, 1)
    assert brief(found.total) == (4, 5, 3)
    assert found.s1.level_total == found.s1.category_total == Tally(3, 5, 3)
    last = found.s2().required.lines[-1]
    assert (last.kind, last.cells["group"], last.sum) == (LineKind.EXPECTED, 2, 2)
    assert (found.s2().required.total, found.s2().existing.total) == (5, 3)


def test_the_region_is_raised_by_what_its_systems_are() -> None:
    found = analysed(EXPECTED).statistics
    # distinct rows T/ABC 1, GB 1, GB 2; raised by 2 in a, by 1 in b
    assert found.total.required == 6
    assert found.sum_of_systems == 5 + 2
    assert found.s2().required.total == 6


def test_without_anything_required_there_is_no_ratio() -> None:
    found = analysed("systems: [{id: a, name: 示例}]").statistics
    assert found.total.ratio is None
    assert found.s1.level_total == Tally(0, 0, 0)

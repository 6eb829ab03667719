"""Rows: distinct in a system, classed, sorted and numbered; successions; shared bases."""

from datetime import date

import pytest

from stdsys.analysis.counting.rows import RowClass
from tests.analysis.analysed import analysed
from tests.analysis.example_axes import row_of

CLASSES = """
    documents:
      - {id: law, title: 示例办法, effective: 2020-01-01}
    standards:
      - {number: GB/T 1-2015, title: 示例一, effective: 2016-01-01}
      - {number: GB/T 2-2026, title: 示例二, effective: 2027-03-16}
      - {number: GB/T 3-2015, title: 示例三, status: 未知}
      - {number: GB/T 4-2015, title: 示例四, withdrawn: 2020-01-01}
      - {number: GB/T 5-2005, title: 示例五, replaced_by: [GB/T 1-2015]}
      - {number: JJF 6-2005, title: 示例六}
      - {number: ISO 7:2015, title: 示例七}
      - {number: unknown, id: nameless, title: 示例八, level: local}
    systems:
      - id: a
        name: 示例体系
        entries:
          - {standard: GB/T 1-2015}
          - {standard: GB/T 2-2026}
          - {standard: GB/T 3-2015}
          - {standard: GB/T 4-2015}
          - {standard: GB/T 5-2005}
          - {standard: JJF 6-2005}
          - {standard: 'ISO 7:2015'}
          - {standard: nameless}
          - {planned: 示例规范, id: plan, level: group}
          - {planned: 示例指南, id: draft, workflow: 起草}
          - {document: law}
"""


@pytest.mark.parametrize(
    ("key", "cls", "main"),
    [
        ("GB/T 1-2015", RowClass.E, True),
        ("GB/T 2-2026", RowClass.U, True),
        ("GB/T 3-2015", RowClass.X, True),
        ("GB/T 4-2015", RowClass.O, False),
        ("GB/T 5-2005", RowClass.O, False),
        ("JJF 6-2005", RowClass.E, False),
        ("ISO 7:2015", RowClass.E, False),
        ("nameless", RowClass.X, True),
        ("plan", RowClass.P, True),
        ("draft", RowClass.P, True),
        ("law", RowClass.E, False),
    ],
)
def test_class_and_place_in_the_main_sheet(key: str, cls: RowClass, main: bool) -> None:
    row = row_of(analysed(CLASSES), key)
    assert (row.cls, row.main) == (cls, main)


def test_the_same_item_twice_in_a_system_is_one_row_at_the_first_place() -> None:
    rows = analysed("""
        systems:
          - id: a
            name: 示例体系
            tree: [{code: "1", name: 甲}, {code: "2", name: 乙}]
            entries:
              - {standard: GB/T 1-2015, at: "2"}
              - {standard: GB/T 1—2015, at: "1"}
    """).rows.of("a")
    assert [(row.item.key, row.top_node.code if row.top_node else None) for row in rows] == [
        ("GB/T 1-2015", "2")
    ]


SORTED = """
    documents: [{id: law, title: 示例办法}]
    standards:
      - {number: unknown, id: n2, title: 乙示例, level: national}
      - {number: unknown, id: n1, title: 丙示例, level: national}
    systems:
      - id: a
        name: 示例体系
        tree:
          - {code: "1", name: 甲}
          - code: "2"
            name: 乙
            children: [{code: "2.1", name: 丙}]
          - {code: "3", name: 丁}
        entries:
          - {standard: GB/T 9-2015}
          - {standard: GB/T 30-2015, at: "3"}
          - {planned: 示例规范, id: plan, level: national, at: "2"}
          - {standard: Q/XYZ 1-2015, at: "2"}
          - {standard: T/ABC 1-2015, at: "2"}
          - {standard: DB42/T 1-2015, at: "2"}
          - {standard: NY/T 1-2015, at: "2"}
          - {standard: n1, at: "2"}
          - {standard: n2, at: "2"}
          - {standard: GB/T 10-2015, at: "2"}
          - {standard: GB/T 9.10-2015, at: "2"}
          - {standard: GB/T 9.2-2015, at: "2"}
          - {standard: JJF 1-2015, at: "2"}
          - {document: law, at: "2"}
          - {standard: GB/T 2-2015, at: "2.1"}
          - {standard: GB/T 1-2015, at: "1"}
"""


def test_sorted_by_tree_level_number_with_planned_last_in_a_node() -> None:
    rows = analysed(SORTED).rows.of("a")
    assert [(row.item.key, row.code) for row in rows] == [
        ("GB/T 1-2015", "1-001"),
        ("GB/T 9.2-2015", "2-001"),
        ("GB/T 9.10-2015", "2-002"),
        ("GB/T 10-2015", "2-003"),
        ("n1", "2-004"),
        ("n2", "2-005"),
        ("NY/T 1-2015", "2-006"),
        ("DB42/T 1-2015", "2-007"),
        ("T/ABC 1-2015", "2-008"),
        ("Q/XYZ 1-2015", "2-009"),
        ("JJF 1-2015", "2-010"),
        ("law", "2-011"),
        ("plan", "2-012"),
        ("GB/T 2-2015", "2.1-001"),
        ("GB/T 30-2015", "3-001"),
        ("GB/T 9-2015", "0-001"),
    ]


def test_top_node_is_the_first_layer() -> None:
    computed = analysed(SORTED)
    top = row_of(computed, "GB/T 2-2015").top_node
    assert top is not None
    assert top.key == "a/2"
    assert row_of(computed, "GB/T 9-2015").top_node is None


def test_given_codes_are_kept_and_their_serials_skipped() -> None:
    rows = analysed("""
        systems:
          - id: a
            name: 示例体系
            tree: [{code: "1", name: 甲}, {code: "1-1", name: 乙}]
            entries:
              - {standard: GB/T 1-2015, at: "1"}
              - {standard: GB/T 2-2015, at: "1", code: JC-07}
              - {standard: GB/T 3-2015, at: "1", code: 1-2}
              - {standard: GB/T 4-2015, at: "1"}
              - {standard: GB/T 5-2015, at: "1", code: 1-1-001}
              - {standard: GB/T 6-2015, at: "1-1"}
    """).rows.of("a")
    assert [row.code for row in rows] == ["1-001", "JC-07", "1-2", "1-003", "1-1-001", "1-1-002"]


def test_codes_do_not_depend_on_the_day() -> None:
    codes = [
        {row.item.key: row.code for row in analysed(CLASSES, day).rows.of("a")}
        for day in (date(2010, 1, 1), date(2026, 11, 22), date(2030, 1, 1))
    ]
    assert codes[0] == codes[1] == codes[2]


SUCCESSIONS = """
    standards:
      - {number: GB 1-2010, title: 示例一, effective: 2011-01-01}
      - {number: GB 1-2026, title: 示例一, effective: 2027-01-01, replaces: [GB 1-2010]}
      - {number: GB 2-2010, title: 示例二, effective: 2011-01-01}
      - number: GB 2-2026
        title: 示例二
        effective: 2027-01-01
        replaces: [{number: GB 2-2010, scope: part}]
      - {number: GB 3-2026, title: 示例三, effective: 2027-01-01, replaces: [GB 3-2010]}
      - {number: GB 3-2010, title: 示例三, effective: 2011-01-01}
      - {number: GB 4-2010, title: 示例四, status: 未知}
    systems:
      - id: a
        name: 示例体系
        entries:
          - {standard: GB 1-2010}
          - {standard: GB 1-2026}
          - {standard: GB 2-2010}
          - {standard: GB 2-2026}
          - {standard: GB 3-2026}
          - {standard: GB 4-2010}
          - {planned: 修订一, id: whole, level: national, replaces: [GB 2-2010]}
          - {planned: 修订二, id: undated, level: national, replaces: [GB 4]}
          - {planned: 修订三, id: next, level: national, replaces: [GB 1-2026]}
          - {planned: 合并, id: merger, level: national, replaces: [GB 1-2010, GB 2-2010]}
      - {id: b, name: 示例体系二, entries: [{standard: GB 3-2010}]}
"""


@pytest.mark.parametrize(
    ("key", "of"),
    [
        ("GB 1-2010", ()),
        ("GB 1-2026", ("GB 1-2010",)),
        ("GB 2-2026", ()),
        ("GB 3-2026", ()),
        ("whole", ("GB 2-2010",)),
        ("undated", ()),
        ("next", ("GB 1-2010",)),
        ("merger", ("GB 1-2010", "GB 2-2010")),
    ],
)
def test_successions_in_a_system(key: str, of: tuple[str, ...]) -> None:
    assert row_of(analysed(SUCCESSIONS), key).succession_of == of


def test_a_succession_is_not_in_the_main_sheet_until_it_takes_effect() -> None:
    assert not row_of(analysed(SUCCESSIONS), "GB 1-2026").main
    after = analysed(SUCCESSIONS, date(2027, 1, 1))
    assert row_of(after, "GB 1-2026").main
    assert row_of(after, "GB 1-2010").cls is RowClass.O


def test_in_the_region_an_edition_of_another_system_is_succeeded_too() -> None:
    rows = {row.item.key: row for row in analysed(SUCCESSIONS).rows.region()}
    assert rows["GB 3-2026"].succession_of == ("GB 3-2010",)
    assert rows["GB 1-2026"].succession_of == ("GB 1-2010",)
    assert rows["GB 3-2010"].system == "b"


def test_an_undated_entry_stands_for_its_living_edition() -> None:
    computed = analysed("""
        standards:
          - {number: GB 1-2010, title: 示例, effective: 2011-01-01}
          - {number: GB 1-2026, title: 示例, effective: 2027-01-01, replaces: [GB 1-2010]}
        systems:
          - {id: a, name: 示例体系, entries: [{standard: GB 1}, {standard: GB 1-2026}]}
    """)
    assert row_of(computed, "GB 1").cls is RowClass.E
    assert row_of(computed, "GB 1-2026").succession_of == ("GB 1",)


SHARED = """
    systems:
      - id: base
        name: 示例共用
        shared: true
        tree: [{code: "1", name: 甲}]
        entries: [{standard: GB 1-2015, at: "1"}, {standard: GB 2-2015, at: "1"}]
      - id: a
        name: 示例体系
        uses: [base]
        entries: [{standard: GB 3-2015}, {standard: GB 2-2015}]
      - {id: b, name: 示例体系二, uses: [base], entries: [{standard: GB 3-2015}]}
"""


def test_rows_of_a_used_base_follow_and_are_marked() -> None:
    rows = analysed(SHARED).rows
    assert [row.item.key for row in rows.of("a")] == ["GB 2-2015", "GB 3-2015"]
    shown = [(row.system, row.item.key, row.shared, row.code) for row in rows.of("a", shared=True)]
    assert shown == [
        ("a", "GB 2-2015", False, "0-001"),
        ("a", "GB 3-2015", False, "0-002"),
        ("base", "GB 1-2015", True, "1-001"),
    ]
    assert not any(row.shared for row in rows.of("base", shared=True))


def test_the_region_has_every_item_once() -> None:
    rows = analysed(SHARED).rows
    assert [row.key for row in rows.region()] == ["base:GB 1-2015", "base:GB 2-2015", "a:GB 3-2015"]
    assert len(rows.placements()) == 5


def test_an_unknown_system_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        analysed(SHARED).rows.of("nowhere")

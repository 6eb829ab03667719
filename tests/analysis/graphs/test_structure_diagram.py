"""Boxes and lines of structure diagrams."""

from stdsys.analysis.graphs.structure_boxes import BoxKind, LineKind, Relationship
from stdsys.analysis.graphs.structure_diagram import (
    region_structure,
    stage_structure,
    system_structure,
)
from tests.analysis.analysed import analysed

SAMPLE = """
    stages: [{id: grow, name: 种植}, {id: sell, name: 销售}]
    standards:
      - {number: GB 1-2020, title: 示例一}
      - {number: GB 2-2020, title: 示例二}
      - {number: GB 3-2020, title: 示例三}
    systems:
      - id: base
        name: 示例共用
        shared: true
        entries: [{standard: GB 3-2020}]
      - id: a
        name: 甲体系
        uses: [base]
        tree:
          - {code: "1", name: 种植, stages: [grow], children: [{code: "1.1", name: 苗木}]}
          - {code: "2", name: 销售}
        entries:
          - {standard: GB 1-2020, at: "1.1", see_also: ["2"]}
          - {standard: GB 2-2020, at: "2", stages: [grow, sell]}
          - {planned: 示例规范, id: plan, level: group}
      - id: b
        name: 乙体系
        uses: [base]
        tree: [{code: "1", name: 其他}]
        entries: [{standard: GB 1-2020, at: "1"}]
"""


def test_the_region_holds_systems_and_their_first_layer() -> None:
    structure = region_structure(analysed(SAMPLE))
    held = {key: [box.key for box in boxes] for key, boxes in structure.held().items()}
    assert held[""] == ["base", "a", "b"]
    assert held["a"] == ["a/1", "a/2", "a/"]
    assert structure.root.kind is BoxKind.REGION


def test_systems_are_related_to_shared_bases_and_to_who_holds_the_same_standards() -> None:
    related = region_structure(analysed(SAMPLE)).of_kind(LineKind.RELATED)
    assert [(line.source, line.target, line.relationship, line.count) for line in related] == [
        ("a", "base", Relationship.USES, None),
        ("b", "base", Relationship.USES, None),
        ("a", "b", Relationship.SHARES, 1),
    ]


def test_a_system_shows_its_whole_tree_rolled_up_and_its_neighbours() -> None:
    of = analysed(SAMPLE)
    structure = system_structure(of, of.workspace.systems["a"])
    boxes = {box.key: box for box in structure.boxes}
    assert (boxes["a/1"].tally.required, boxes["a/1.1"].tally.required) == (1, 1)
    assert (boxes["a/"].kind, boxes["a/"].tally.existing) == (BoxKind.UNPLACED, 0)
    assert set(boxes) == {"a", "a/1", "a/1.1", "a/2", "a/", "base", "b"}
    also = [line for line in structure.lines if line.relationship is Relationship.SEE_ALSO]
    assert [(line.source, line.target, line.count) for line in also] == [("a/1.1", "a/2", 1)]


def test_stages_follow_each_other_and_a_row_counts_in_each_of_its_own() -> None:
    of = analysed(SAMPLE)
    structure = stage_structure(of, of.workspace.systems["a"])
    (follows,) = structure.of_kind(LineKind.PRECEDES)
    assert (follows.source, follows.target) == ("stage:grow", "stage:sell")
    held = {key: [box.name for box in boxes] for key, boxes in structure.held().items()}
    assert held["stage:grow"] == ["种植", "销售"]
    assert held["stage:sell"] == ["销售"]
    kinds = [box.kind for box in structure.boxes]
    assert BoxKind.GENERAL in kinds


def test_without_stages_there_is_only_the_root_and_what_is_general() -> None:
    of = analysed(
        SAMPLE.replace("stages: [{id: grow, name: 种植}, {id: sell, name: 销售}]", "")
        .replace(", stages: [grow]", "")
        .replace(", stages: [grow, sell]", "")
    )
    assert [box.kind for box in stage_structure(of).boxes] == [
        BoxKind.REGION,
        BoxKind.GENERAL,
        BoxKind.BASE,
        BoxKind.SYSTEM,
        BoxKind.SYSTEM,
    ]

"""结构图: its numbers are those of the statistics, nothing overlaps, nothing is cut."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from stdsys.analysis.analysis import Analysis
from stdsys.messages import translator
from stdsys.output.diagrams.diagram import Diagram
from stdsys.output.diagrams.matrix import matrix
from stdsys.output.diagrams.structure import MOST_RELATED, hierarchy, sequence
from tests.analysis.analysed import DAY, analysed
from tests.analysis.random_workspaces import Data, build, workspaces
from tests.output.diagrams import SAY
from tests.output.diagrams.geometry import figures, overlapping, too_wide
from tests.output.sample_region import STATES, analysis

WIDE = """
    stages: [{stages}]
    standards: [{{number: GB 1-2020, title: 示例}}]
    systems:
      - id: big
        name: 示例体系
        tree: [{tree}]
        entries: [{entries}]
"""


def wide(count: int, related: int = 0) -> Analysis:
    """A system of many first-layer subsystems, some of them related, along many stages."""
    stages = ", ".join(f"{{id: s{i}, name: 示例环节{i}}}" for i in range(count))
    tree = ", ".join(
        f'{{code: "{i}", name: 示例子体系名称相当长的一个{i}, stages: [s{i}], '
        f'children: [{{code: "{i}.1", name: 下级}}]}}'
        for i in range(count)
    )
    entries = ", ".join(
        f'{{standard: GB {i + 1}-2020, at: "{i % count}.1", see_also: ["{(i * 7 + 3) % count}"]}}'
        for i in range(related)
    )
    return analysed(WIDE.format(stages=stages, tree=tree, entries=entries))


def all_of(of: Analysis) -> Iterator[Diagram]:
    for system in (None, *of.workspace.systems.values()):
        yield hierarchy(of, SAY, system)
        yield sequence(of, SAY, system)
    yield matrix(of, SAY)


def test_counts_of_systems_and_of_the_whole_are_those_of_the_statistics() -> None:
    of = analysis()
    said = figures(hierarchy(of, SAY))
    total = of.statistics.total
    assert said[""] == (total.existing, total.required)
    for key, tally in of.statistics.by_system.items():
        assert said[key] == (tally.existing, tally.required)
    for key, tally in of.statistics.by_subsystem.items():
        if not key.endswith("/"):
            assert said[key] == (tally.existing, tally.required)


def test_counts_along_the_stages_are_those_of_the_statistics() -> None:
    of = analysis()
    said = figures(sequence(of, SAY))
    for stage, tally in of.statistics.by_stage.items():
        assert said[f"stage:{stage}"] == (tally.existing, tally.required)


def test_squares_of_the_matrix_say_the_states_of_the_coverage() -> None:
    words = {
        "covered": "covered",
        "obsolete-only": "obsolete only",
        "planned": "planned only",
        "exempt": "not applicable",
        "gap": "gap",
        "upcoming": "covered soon",
    }
    boxes = {box.key: box for box in matrix(analysis(), SAY).boxes}
    systems, stages = ["fruit", "nuts"], ["grow", "make", "sell", "keep"]
    shown = {
        (system, stage): boxes[f"{row}:{column}"].lines[0]
        for row, system in enumerate(systems, 1)
        for column, stage in enumerate(stages, 1)
    }
    assert shown == {square: words[state] for square, state in STATES.items()}


def test_all_layouts_say_how_much_rests_on_presumption_alike() -> None:
    of = analysis()
    said = f"{of.statistics.presumed_or_unverified} of them presumed or unverified"
    assert of.statistics.presumed_or_unverified
    for diagram in (hierarchy(of, SAY), sequence(of, SAY), matrix(of, SAY)):
        assert diagram.subtitle.endswith(said)


def test_the_whole_of_a_single_system_is_that_system_two_layers_deep() -> None:
    of = wide(2, related=2)
    keys = [box.key for box in hierarchy(of, SAY).boxes]
    assert keys == ["big", "big/0", "big/0.1", "big/1", "big/1.1"]
    stages = {box.key for box in sequence(of, SAY).boxes}
    assert {"big", "s0:big/0", "s1:big/1"} <= stages
    deep = WIDE.format(
        stages="{id: s, name: 示例}",
        tree='{code: "1", name: 甲, children: [{code: "1.1", name: 乙, '
        'children: [{code: "1.1.1", name: 丙}]}]}',
        entries='{standard: GB 1-2020, at: "1.1.1"}',
    )
    of = analysed(deep)
    assert {box.key for box in hierarchy(of, SAY).boxes} == {"big", "big/1", "big/1.1"}
    assert figures(hierarchy(of, SAY))["big/1.1"][1] == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_overlaps_and_no_text_is_cut(lang: str) -> None:
    of = analysis()
    for diagram in all_of(of):
        assert overlapping(diagram.boxes) == []
        assert too_wide(diagram) == []
    assert too_wide(hierarchy(of, translator(lang))) == []


@pytest.mark.parametrize("count", [1, 11, 12, 13, 30])
def test_many_columns_take_several_rows(count: int) -> None:
    of = wide(count, related=count)
    for diagram in all_of(of):
        assert overlapping(diagram.boxes) == []
        assert too_wide(diagram) == []
    assert hierarchy(of, SAY).width < 3000


def test_too_many_dashed_lines_are_counted_in_a_note() -> None:
    of = wide(40, related=40)
    diagram = hierarchy(of, SAY, of.workspace.systems["big"])
    assert sum(line.dashed for line in diagram.lines) == MOST_RELATED
    assert "16 weaker relations are not drawn" in diagram.notes


def test_stages_are_joined_by_arrows_in_their_order() -> None:
    arrows = [line for line in sequence(analysis(), SAY).lines if line.arrow]
    assert [(line.source, line.target) for line in arrows] == [
        ("stage:grow", "stage:make"),
        ("stage:make", "stage:sell"),
        ("stage:sell", "stage:keep"),
    ]


def test_lines_begin_and_end_at_their_boxes() -> None:
    for diagram in (*all_of(analysis()), *all_of(wide(13, related=13))):
        boxes = {box.key: box for box in diagram.boxes}
        for line in diagram.lines:
            for key, (x, y) in ((line.source, line.points[0]), (line.target, line.points[-1])):
                box = boxes[key]
                assert box.x <= x <= box.right, line
                assert box.y <= y <= box.bottom, line


@settings(max_examples=40)
@given(workspaces())
def test_any_workspace_is_drawn_with_the_numbers_of_its_statistics(data: Data) -> None:
    of = Analysis(build(data), DAY)
    for diagram in all_of(of):
        assert overlapping(diagram.boxes) == []
    for system in of.workspace.systems.values():
        said = figures(hierarchy(of, SAY, system))
        statistics = of.statistics.systems[system.id]
        total = statistics.total
        assert said[system.id] == (total.existing, total.required)
        listed = [row for row in of.rows.of(system.id) if row.main]
        parts = [said[node.key] for node in system.top_nodes]
        parts.append(said.get(f"{system.id}/", (0, 0)))
        assert sum(existing for existing, _required in parts) == total.existing
        assert sum(required for _existing, required in parts) == len(listed)

"""The heat map in words, its figures, gaps and exemptions."""

import re
from datetime import date

import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.cells import CellState
from stdsys.messages import Language, translator
from stdsys.output.text.aligned import Layout
from stdsys.output.text.coverage import CoverageText
from stdsys.output.text.coverage_squares import SYSTEM, all_squares, squares
from tests.output.sample_region import DAY, REGION, STATES, analysis
from tests.workspaces import workspace

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def lines(
    of: Analysis | None = None,
    rows: str | None = None,
    columns: str | None = None,
    layout: Layout | None = None,
    language: Language = Language.EN,
) -> list[str]:
    return list(CoverageText(of or analysis(), translator(language), layout).lines(rows, columns))


def test_the_matrix_shows_the_state_of_every_square_and_the_figures_behind_it() -> None:
    text = lines()
    start = text.index("System by stage: 各环节都有标准")
    assert text[start + 1 : start + 4] == [
        "System        种植         加工               销售              仓储",
        "示例果体系    covered 1/1  obsolete only 0/1  planned only 0/1  not applicable",
        "示例坚果体系  gap 0/1      covered soon 0/1   gap 0/1           gap 0/1",
    ]


def test_chinese_states_are_words_and_columns_stay_aligned() -> None:
    text = lines(language=Language.ZH)
    header = next(line for line in text if line.startswith("体系  ") and "种植" in line)
    fruit = text[text.index(header) + 1]
    assert fruit.split()[:2] == ["示例果体系", "已覆盖"]
    assert "空白 0/1" in text[text.index(header) + 2]


def test_cells_without_a_stage_get_a_matrix_of_their_own() -> None:
    text = lines()
    start = text.index("System by aspect: 各方面都有标准")
    assert text[start + 2 : start + 4] == [
        "示例果体系    covered 1/1  covered 1/1",
        "示例坚果体系  gap 0/1      gap 0/1",
    ]
    assert not any(line.startswith("not on a matrix") for line in text)


def test_a_matrix_of_ones_own_choice_names_what_it_leaves_out() -> None:
    text = lines(rows="aspect", columns="system")
    start = text.index("aspect by System: 各方面都有标准")
    assert text[start + 1].split() == ["aspect", "示例果体系", "示例坚果体系"]
    assert text[start + 2].split() == ["质量", "covered", "1/1", "gap", "0/1"]
    assert "not on a matrix: 8 cells of: 各环节都有标准" in text


def test_two_axes_that_no_clause_joins() -> None:
    assert "no clause asks for these two axes together" in lines(rows="kind", columns="stage")


def test_the_summary_has_a_line_a_clause_and_the_total() -> None:
    text = lines()
    start = next(i for i, line in enumerate(text) if line.startswith("Requirement "))
    assert [line.split() for line in text[start + 1 : start + 4]] == [
        ["各环节都有标准", "7", "1", "1", "1", "1", "3", "1", "14.3%"],
        ["各方面都有标准", "4", "2", "0", "0", "0", "2", "0", "50.0%"],
        ["Total", "11", "3", "1", "1", "1", "5", "1", "27.3%"],
    ]


def test_gaps_come_first_and_say_what_there_is() -> None:
    text = lines()
    start = text.index("Not covered: 8 cells")
    listed = [line.split(maxsplit=3) for line in text[start + 2 : start + 10]]
    assert [(line[0], line[1]) for line in listed][:2] == [
        ("示例坚果体系", "种植"),
        ("示例坚果体系", "销售"),
    ]
    assert listed[1][3].split(maxsplit=1) == ["gap", "0/1 (status unknown: 1)"]
    assert listed[-1][3].endswith("(upcoming: 1)")


def test_clauses_and_exemptions_give_their_reasons() -> None:
    text = lines()
    assert (
        "- 各环节都有标准: at least 1 in each cell; shared ones do not count; "
        "reason: 示例理由; source: 示例方案第3条"
    ) in text
    assert "- 各方面都有标准: at least 1 in each cell; shared standards count" in text
    assert "- 示例果体系 (仓储), reason: 示例果当天售出，不需仓储。" in text


def test_the_head_says_the_day_and_what_rests_on_presumption() -> None:
    assert lines()[1] == (
        "as of 2026-06-01; standards counted: 6, 1 of them presumed or unverified"
    )


def test_without_clauses_the_share_is_a_dash_and_never_all() -> None:
    bare = "workspace: {format: 1, name: bare}\nsystems: [{id: a, name: 示例}]"
    text = lines(Analysis(workspace(bare), DAY))
    assert "No coverage is required: the workspace has no clause that applies." in text
    assert next(line for line in text if line.startswith("Total")).split()[-1] == "—"
    assert not any("100" in line for line in text)


def test_of_several_cells_on_a_square_the_worst_shows_as_in_the_analysis() -> None:
    both = REGION.replace("each: aspect, shared", "each: [stage, aspect], shared")
    found = Analysis(workspace(both), DAY)
    matrix = squares(found.coverage.cells, SYSTEM, "stage", found.workspace)
    states = {square: cell.state for square, cell in matrix.worst.items()}
    assert states == found.coverage.matrix()
    assert states["fruit", "grow"] is CellState.GAP
    assert matrix.worst["nuts", "make"].clause.id == "elements"


def test_the_matrices_together_show_every_cell_once() -> None:
    found = analysis()
    matrices = all_squares(found.coverage.cells, found.workspace)
    shown = [cell for matrix in matrices for cell in matrix.shown]
    assert sorted(map(id, shown)) == sorted(map(id, found.coverage.cells))
    worst = {(s, v): c.state.value for (s, v), c in matrices[0].worst.items()}
    assert worst == STATES


@pytest.mark.parametrize(("width", "counts"), [(200, True), (70, False)])
def test_on_a_narrow_terminal_the_figures_go_before_the_words(width: int, counts: bool) -> None:
    text = lines(layout=Layout(width=width))
    row = next(line for line in text if line.startswith("示例坚果体系"))
    assert ("gap 0/1" in row) is counts
    assert "gap" in row
    assert any("standards in force/required" in line for line in text) is counts


def test_colour_only_repeats_what_the_words_say() -> None:
    coloured = lines(layout=Layout(colour=True))
    assert any(COLOUR.search(line) for line in coloured)
    assert [COLOUR.sub("", line).rstrip() for line in coloured] == lines()


def test_a_clause_that_a_system_overrides_says_for_whom_it_holds() -> None:
    own = REGION.replace(
        "coverage:\n          exempt:",
        "coverage:\n          require: [{id: chain, name: 果的环节, each: stage, general: true}]\n"
        "          exempt:",
    )
    text = lines(Analysis(workspace(own), date(2026, 6, 1)))
    assert any(
        line.startswith("- 果的环节:") and "general ones count; only for 示例果体系" in line
        for line in text
    )
    assert any(line.startswith("- 各环节都有标准:") and "示例坚果体系" in line for line in text)

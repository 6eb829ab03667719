"""The trend for people: bars, the largest change, figures, and how far they may be relied on."""

import re
from datetime import date

import pytest
from rich.cells import cell_len

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.history import History
from stdsys.messages import Language, translator
from stdsys.output.tables.history import trend_table
from stdsys.output.text.aligned import Layout
from stdsys.output.text.history import HistoryText
from tests.output.history_sample import FIRST, history
from tests.output.sample_region import DAY, analysis
from tests.workspaces import workspace

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def lines(
    of: Analysis | None = None,
    shown: History | None = None,
    layout: Layout | None = None,
) -> list[str]:
    found = of or analysis()
    trend = shown or history(found)
    return list(HistoryText(found, trend, translator(Language.EN), layout).lines())


def test_a_line_of_bars_for_the_whole_and_for_each_system() -> None:
    text = lines()
    start = next(i for i, line in enumerate(text) if line.startswith("System "))
    assert [line.split() for line in text[start + 1 : start + 4]] == [
        ["Total", "18.2%", "36.4%", "▂" + "▃" * 25],
        ["示例果体系", "40.0%", "60.0%", "▄▅" + "▇" * 11 + "▅" * 13],
        ["示例坚果体系", "0.0%", "16.7%", "▁" * 24 + "▂▂"],
    ]
    assert text[start + 4] == "note: ▁ to █: from none to all cells covered"


def test_the_largest_change_is_said_with_its_days() -> None:
    assert (
        "the largest change: 3 of 11 cells (27.3%) on 2021-03-31, "
        "4 of 11 cells (36.4%) on 2021-06-30"
    ) in lines()


def test_a_steady_share_is_no_trend_and_one_point_none_either() -> None:
    same = "the share covered is the same on all days"
    steady = lines(shown=history(first=date(2024, 1, 1), last=date(2025, 12, 31)))
    assert same in steady
    single = lines(shown=history(first=date(2024, 1, 1), last=date(2024, 1, 31)))
    assert same not in single
    assert not any("change" in line for line in single)


def test_every_point_has_its_figures() -> None:
    text = lines()
    start = next(i for i, line in enumerate(text) if line.startswith("Day "))
    assert text[start + 1].split() == [
        "2020-12-31",
        "11",
        "2",
        "4",
        "0",
        "5",
        "18.2",
        "1",
        "33.3",
        "50.0",
    ]
    assert text[start + 26].split() == [
        "2027-03-31",
        "11",
        "4",
        "1",
        "1",
        "5",
        "36.4",
        "3",
        "16.7",
        "66.7",
    ]
    assert text[start + 27] == ""


def test_the_kinds_of_cells_add_up_to_those_required() -> None:
    table = trend_table(history(analysis()))
    keys = [column.key for column in table.columns]
    kinds = [keys.index(key) for key in ("covered", "awaited", "obsolete-only", "gap")]
    sums = [sum(int(str(row[kind])) for kind in kinds) for row in table.rows]
    assert sums == [row[keys.index("required")] for row in table.rows]


def test_the_head_says_the_days_and_what_rests_on_dates() -> None:
    assert lines()[1:3] == [
        "from 2020-12-31 to 2027-03-31, 26 points",
        "standards and plans entered: 6; on 2027-03-31 66.7 % of their statuses are known by "
        "dates, 16.7 % are presumed or unverified",
    ]


def test_points_after_the_workspaces_day_foretell() -> None:
    assert lines()[-1] == "note: points after 2026-06-01: 4; known dates foretell"
    past = lines(shown=history(first=FIRST, last=DAY))
    assert not any("foretell" in line for line in past)


def test_without_clauses_there_are_no_bars_and_never_all() -> None:
    bare = Analysis(workspace("workspace: {format: 1, name: bare}"), DAY)
    text = lines(bare)
    assert "No coverage is required: the workspace has no clause that applies." in text
    assert not any("█" in line or "100" in line for line in text)
    figures = next(line for line in text if line.startswith("2020-12-31"))
    assert figures.split() == ["2020-12-31", *"00000", "—", "0", "—", "—"]


@pytest.mark.parametrize(("width", "bars"), [(None, 26), (60, 26), (46, 13), (20, 9)])
def test_on_a_narrow_terminal_a_bar_stands_for_several_points(width: int | None, bars: int) -> None:
    text = lines(layout=Layout(width=width))
    (total,) = [line.split()[-1] for line in text if line.startswith("Total") and "▃" in line]
    assert len(total) == bars
    assert any("one bar stands for" in line for line in text) is (bars < 26)


def test_bars_stay_on_the_line_of_their_figures_where_there_is_room() -> None:
    text = lines(layout=Layout(width=46))
    (fruit,) = [line for line in text if line.startswith("示例果体系")]
    assert "40.0%" in fruit
    assert cell_len(fruit) <= 46


def test_a_refused_clause_is_named() -> None:
    values = ", ".join(f"{{id: v{number}, name: 示例{number}}}" for number in range(230))
    wide = Analysis(
        workspace(
            f"""
            workspace: {{format: 1, name: wide}}
            stages: [{values}]
            aspects: [{values}]
            coverage: {{require: [{{id: huge, each: [stage, aspect]}}]}}
            systems: [{{id: fruit, name: 示例果体系}}]
            """
        ),
        DAY,
    )
    text = lines(wide, history(wide, last=FIRST))
    assert "示例果体系: the clause huge makes too many cells and is left out" in text


def test_colour_only_repeats_what_the_words_say() -> None:
    coloured = lines(layout=Layout(colour=True))
    assert any(COLOUR.search(line) for line in coloured)
    assert [COLOUR.sub("", line).rstrip() for line in coloured] == lines()

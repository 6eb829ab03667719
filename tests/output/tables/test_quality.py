"""The sheets of structure quality."""

from stdsys.analysis.quality.structure import structure_quality
from stdsys.messages import translator
from stdsys.output.tables.quality import (
    ASKED,
    FIGURES,
    PRINCIPLE,
    against_the_shape,
    judged_words,
    quality_sheets,
)
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.table import Table
from tests.analysis.rule_runs import checked
from tests.output.reviewed_region import REGION

SAY = Renderer(translator("en"))


def tables(text: str = REGION) -> tuple[Table, Table]:
    analysis, run = checked(text)
    found = structure_quality(analysis.workspace, analysis.coverage, analysis.statistics, run)
    principles, mix = quality_sheets(analysis, found)
    return principles.tables[0], mix.tables[0]


def test_every_principle_has_its_words() -> None:
    assert set(PRINCIPLE) == set(ASKED) == set(FIGURES)


def test_a_row_a_principle() -> None:
    principles, _mix = tables()
    said = [[SAY(cell) for cell in row] for row in principles.rows]
    assert [(row[0], row[2]) for row in said] == [
        ("Clear objective", "conforms"),
        ("Completeness", "cannot be judged"),
        ("Appropriate layers", "conforms"),
        ("Clear division", "conforms"),
    ]
    assert said[0][3] == "systems 1, with an objective 1; targets 0, measurable 0"


def test_what_was_not_counted_is_a_dash_and_only_the_first_places_are_named() -> None:
    silent = "\n".join(f"  - {{id: s{n}, name: 示例{n}}}" for n in range(7))
    text = f"workspace: {{format: 1, name: sample, rules: {{C005: off}}}}\nsystems:\n{silent}\n"
    principles, _mix = tables(text)
    said = [[SAY(cell) for cell in row] for row in principles.rows]
    assert str(said[1][3]).endswith("exemptions at fault —")
    places = str(said[0][4]).split("; ")
    assert len(places) == 6
    assert places[-1] == "and 2 more"


def test_the_results_stand_in_one_sentence_with_semicolons() -> None:
    analysis, run = checked(REGION)
    found = structure_quality(analysis.workspace, analysis.coverage, analysis.statistics, run)
    said = SAY.text(against_the_shape(found.mixes[0]))
    assert said.endswith(
        "national standards lead: does not conform; "
        "industry and local standards are the body: does not conform; "
        "group and enterprise standards supplement: does not conform."
    )


def test_each_result_says_what_was_compared() -> None:
    analysis, run = checked(REGION)
    found = structure_quality(analysis.workspace, analysis.coverage, analysis.statistics, run)
    first, second, third = map(SAY.text, judged_words(found.mixes[1]))
    assert "(national 0, in shared bases besides 0; asked is 1 at least)" in first
    assert "(industry and local 1, national 0, group and enterprise 2; asked is" in second
    assert "(group and enterprise 2, industry and local 1; asked is" in third


def test_a_row_for_the_region_and_each_system() -> None:
    _principles, mix = tables()
    said = [[SAY(cell) for cell in row] for row in mix.rows]
    assert [row[0] for row in said] == ["Whole region", "示例果体系"]
    assert said[0][1:] == [
        *(0, 0, 1, 1, 1, 3),
        None,  # the region's bases count in it
        *(0.0, 33.3, 66.7),
        *("does not conform", "does not conform", "does not conform"),
    ]

"""Coverage of members side by side, and what several of them lack."""

from stdsys.analysis.coverage.cells import CellState
from stdsys.analysis.rollup.whole import RollUp
from tests.analysis.rollup.rolled import rolled

POLICY = "coverage: {require: [{id: chain, each: stage}]}\n"


def member(stages: str, covered: str = "", exempt: str = "") -> str:
    """A county with these stages (`id=name` with blanks between) and a standard for some."""
    ids = [stage.split("=") for stage in stages.split()]
    entries = "".join(
        f"      - {{standard: GB 9900{n}-2020, stages: [{stage}], status: 现行}}\n"
        for n, stage in enumerate(covered.split())
    )
    return (
        "stages:\n"
        + "".join(f"  - {{id: {key}, name: {name}}}\n" for key, name in ids)
        + POLICY
        + "systems:\n  - id: crop\n    name: 示例体系\n"
        + (f"    coverage: {{exempt: [{{stage: {exempt}, reason: 示例}}]}}\n" if exempt else "")
        + (f"    entries:\n{entries}" if entries else "")
    )


def three() -> RollUp:
    return rolled(
        a=member("s1=种植 s2=加工 s3=销售", "s1"),
        b=member("grow=种植 sell=销售", "grow"),
        c=member("grow=种植 make=加工", "grow", exempt="make"),
    )


def test_stages_are_the_same_if_their_names_are() -> None:
    found = three()
    assert found.stages == ("种植", "加工", "销售")
    states = [
        {stage: state.state.value for stage, state in one.stages.items()} for one in found.members
    ]
    assert states == [
        {"种植": "covered", "加工": "gap", "销售": "gap"},
        {"种植": "covered", "销售": "gap"},
        {"种植": "covered", "加工": "exempt"},
    ]


def test_cells_add_up() -> None:
    coverage = three().coverage
    assert (coverage.required, coverage.covered, coverage.gap, coverage.exempt) == (6, 3, 3, 1)
    assert coverage.ratio == 0.5


def test_without_any_requirement_there_is_no_ratio() -> None:
    assert rolled(a="systems: [{id: crop, name: 示例}]").coverage.ratio is None


def test_a_gap_in_common_is_what_two_members_lack() -> None:
    [gap] = three().common_gaps
    assert gap.square == (("stage", "销售"),)
    assert [member.key for member in gap.lacking] == ["a", "b"]
    assert (gap.required_by, gap.everywhere) == (2, True)


def test_a_gap_that_one_member_has_filled_is_not_everywhere() -> None:
    found = rolled(a=member("s=销售"), b=member("s=销售"), c=member("s=销售", "s"))
    [gap] = found.common_gaps
    assert (len(gap.lacking), gap.required_by, gap.everywhere) == (2, 3, False)


def test_the_worst_state_of_several_systems_shows() -> None:
    text = member("s=销售", "s") + "  - {id: other, name: 示例另一体系}\n"
    [one] = rolled(a=text).members
    found = one.stages["销售"]
    assert (found.state, found.required, found.covered) == (CellState.GAP, 2, 1)
    assert [cell.system for cell in one.open_cells] == ["other"]

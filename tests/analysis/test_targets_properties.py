"""What holds for every target over random workspaces."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.targets.reached import TargetResult
from tests.analysis.analysed import DAY
from tests.analysis.random_workspaces import ASPECTS, LEVELS, STAGES, Data, build, workspaces

_STATUSES = ("in-force", "upcoming", "planned", "unknown", "replaced")


def _some(values: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True)


MEASURES = st.fixed_dictionaries(
    {
        "of": st.sampled_from(["standards", "systems", "coverage", "completion", "adopters"]),
        "levels": _some(LEVELS),
        "origin": st.sampled_from([None, "own", "adopted"]),
        "status": _some(_STATUSES),
        "stages": _some(STAGES),
        "aspects": _some(tuple(ASPECTS)),
        "issued": st.sampled_from([None, "2012..2020", "..2015"]),
        "effective": st.sampled_from([None, "2015.."]),
    }
).map(lambda fields: {name: value for name, value in fields.items() if value})


@st.composite
def targets(draw: st.DrawFn) -> Data:
    measure = draw(MEASURES)
    percent = "%" if measure["of"] in ("coverage", "completion") else ""
    sign = draw(st.sampled_from([">=", "<=", ">", "="]))
    return {
        "id": "t",
        "measure": measure,
        "value": f"{sign} {draw(st.integers(0, 6))}{percent}",
        "strength": "firm",
        "complete": draw(st.sampled_from(["true", "false"])),
    }


def result(data: Data, target: Data) -> TargetResult:
    return Analysis(build(data | {"targets": [target]}), DAY).targets.all[0]


@given(workspaces(), targets())
@settings(max_examples=40)
def test_nothing_is_reached_without_evidence_and_figures_lie_within_their_bounds(
    data: Data, target: Data
) -> None:
    one = result(data, target)
    measured = one.measured
    assert one.met is not True or one.evidence
    assert set(measured.unverified) <= set(measured.evidence)
    assert not set(measured.uncertain) & set(measured.evidence)
    if measured.value is not None:
        assert measured.least is not None
        assert measured.most is not None
        assert measured.least <= measured.value <= measured.most


@given(workspaces(), targets(), st.sampled_from(LEVELS[:5]))
@settings(max_examples=40)
def test_a_further_standard_in_force_never_lowers_a_count(
    data: Data, target: Data, level: str
) -> None:
    target["measure"] = {**target["measure"], "of": "standards"}
    target["value"] = target["value"].removesuffix("%")
    further: dict[str, Any] = {
        "number": "unknown",
        "id": "further",
        "title": "示例增加",
        "level": level,
        "status": "现行",
        "issued": "2015-05-01",
        "effective": "2015-08-01",
    }
    entry = {"standard": "further", "stages": list(STAGES), "aspects": list(ASPECTS)}
    more = {**data, "standards": [*data.get("standards", []), further]}
    more["systems"] = [
        {**system, "entries": [*system.get("entries", []), entry]} if number == 0 else system
        for number, system in enumerate(data["systems"])
    ]
    before, after = result(data, target).measured, result(more, target).measured
    assert set(before.evidence) <= set(after.evidence)
    assert (before.value or 0) <= (after.value or 0)
    assert (before.least or 0) <= (after.least or 0)

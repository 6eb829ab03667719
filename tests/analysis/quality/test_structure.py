"""The four principles of GB/T 13016, each both ways."""

import pytest

from stdsys.analysis.counting.level_mix import Verdict
from stdsys.analysis.quality.structure import Principle, PrincipleId, structure_quality
from tests.analysis.rule_runs import checked

STANDARDS = "standards:\n" + "".join(
    f"  - {{number: GB/T 9900{n}-2020, title: 示例标准{n}, status: 现行}}\n" for n in range(1, 7)
)


def principle(key: PrincipleId, text: str) -> Principle:
    analysis, run = checked(text)
    found = structure_quality(analysis.workspace, analysis.coverage, analysis.statistics, run)
    return next(one for one in found.principles if one.id is key)


def system(key: str, entries: str, *, more: str = "", tree: str = "") -> str:
    """Return a system with a tree of two nodes and entries such as `1@1` (99001 at node 1)."""
    written = "".join(
        f"      - {{standard: GB/T 9900{entry[0]}-2020, at: '{entry[2:]}'}}\n"
        for entry in entries.split()
    )
    tree = tree or '[{code: "1", name: 示例甲}, {code: "2", name: 示例乙}]'
    return f"  - id: {key}\n    name: 示例{key}\n{more}    tree: {tree}\n    entries:\n{written}"


TARGET = "targets:\n  - {{id: six, measure: {measure}, value: {value}, strength: 确保{more}}}\n"
WITH_OBJECTIVE = system("a", "1@1 2@2", more="    objective: 示例目标\n")


def objective(text: str) -> Principle:
    return principle(PrincipleId.OBJECTIVE, STANDARDS + text)


def test_a_stated_objective_and_measurable_targets_conform() -> None:
    target = TARGET.format(measure="systems", value=6, more=", due: 2027")
    found = objective(f"systems:\n{WITH_OBJECTIVE}{target}")
    assert found.verdict is Verdict.CONFORMS
    assert found.figures == {"systems": 1, "with_objective": 1, "targets": 1, "measurable": 1}
    assert found.places == ()


def test_no_objective_anywhere_fails_and_one_of_two_conforms_in_part() -> None:
    silent = system("b", "1@1")
    assert objective(f"systems:\n{silent}").verdict is Verdict.FAILS
    found = objective(f"systems:\n{WITH_OBJECTIVE}{silent}")
    assert found.verdict is Verdict.PARTLY
    assert [fault.subject for fault in found.places] == ["b"]


def test_many_measurable_targets_do_not_make_up_for_a_missing_objective() -> None:
    targets = "targets:\n" + "".join(
        f"  - {{id: t{n}, measure: systems, value: 6, strength: 确保, due: 2027}}\n"
        for n in range(9)
    )
    silent = objective(f"systems:\n{system('b', '1@1')}{targets}")
    assert (silent.figures["with_objective"], silent.figures["measurable"]) == (0, 9)
    assert silent.verdict is Verdict.FAILS
    half = objective(f"systems:\n{WITH_OBJECTIVE}{system('b', '1@1')}{targets}")
    assert half.verdict is Verdict.PARTLY
    assert objective(targets).verdict is Verdict.UNDECIDED


def test_a_shared_base_needs_no_objective_and_without_systems_nothing_is_judged() -> None:
    base = system("base", "1@1", more="    shared: true\n")
    assert objective(f"systems:\n{base}").verdict is Verdict.UNDECIDED


@pytest.mark.parametrize(
    ("measure", "value", "more", "measurable"),
    [
        ("systems", "6", "", 0),
        ("systems", "6", ", phase: open", 0),
        ("systems", "6", ", phase: dated", 1),
        ("systems", "许多", ", due: 2027", 0),
        ("entered", "20", ", due: 2027", 0),
        ("entered", "20", ", due: 2027, unit: 场", 1),
        ("entered", "90%", ", due: 2027", 1),
        ("{of: growth, series: [one]}", "10%", ", due: 2027", 0),
        ("{of: growth, series: [two]}", "10%", ", due: 2027", 1),
        ("{of: value, series: [one]}", "10", ", due: 2027", 1),
        ("systems", "6%", ", due: 2027", 0),
    ],
)
def test_which_targets_are_measurable(measure: str, value: str, more: str, measurable: int) -> None:
    around = """
programme:
  phases: [{id: open, name: 示例}, {id: dated, name: 示例, end: 2023-06}]
series:
  - {id: one, name: 示例产值, values: [{at: 2022, value: 1}]}
  - {id: two, name: 示例产值, values: [{at: 2022, value: 1}, {at: 2023, value: 2}]}
"""
    target = TARGET.format(measure=measure, value=value, more=more)
    found = objective(f"systems:\n{WITH_OBJECTIVE}{target}{around}")
    assert (found.figures["targets"], found.figures["measurable"]) == (1, measurable)
    assert found.verdict is (Verdict.CONFORMS if measurable else Verdict.FAILS)
    assert len(found.places) == 1 - measurable


STAGES = "stages: [{id: grow, name: 种植}, {id: sell, name: 销售}]\n"
EACH = "coverage: {require: [{id: chain, each: stage}]}\n"


def complete(stages: str, exempt: str = "", settings: str = "") -> Principle:
    """Judge a system whose only entry stands in these stages."""
    own = f"    coverage: {{exempt: [{exempt}]}}\n" if exempt else ""
    entry = f"    entries: [{{standard: GB/T 99001-2020, stages: [{stages}]}}]\n"
    text = f"systems:\n  - id: a\n    name: 示例甲\n{entry}{own}"
    main = f"workspace: {{format: 1, name: sample{settings}}}\n"
    return principle(PrincipleId.COMPLETE, main + STANDARDS + STAGES + EACH + text)


def test_every_cell_filled_or_exempt_for_a_reason_conforms() -> None:
    assert complete("grow, sell").verdict is Verdict.CONFORMS
    found = complete("grow", "{stage: sell, reason: 示例理由}")
    assert found.verdict is Verdict.CONFORMS
    assert found.figures == {
        "required": 1,
        "covered": 1,
        "on_the_way": 0,
        "open": 0,
        "exempt": 1,
        "exemptions_at_fault": 0,
    }


def test_an_open_cell_and_an_exemption_without_reason_do_not() -> None:
    half = complete("grow")
    assert (half.verdict, half.figures["open"]) == (Verdict.PARTLY, 1)
    assert [fault.code for fault in half.places] == ["C001"]
    assert complete("").verdict is Verdict.FAILS
    silent = complete("grow", "{stage: sell}")
    assert (silent.verdict, silent.figures["exemptions_at_fault"]) == (Verdict.PARTLY, 1)


def test_without_a_coverage_policy_completeness_cannot_be_judged() -> None:
    found = principle(PrincipleId.COMPLETE, f"{STANDARDS}systems:\n{WITH_OBJECTIVE}")
    assert found.verdict is Verdict.UNDECIDED


def test_a_rule_switched_off_leaves_its_figure_open() -> None:
    found = complete("grow, sell", settings=", rules: {C005: off}")
    assert found.figures["exemptions_at_fault"] is None
    assert found.verdict is Verdict.UNDECIDED


def layers(text: str) -> Principle:
    return principle(PrincipleId.LAYERS, f"{STANDARDS}systems:\n{text}")


DEEP = (
    '[{code: "1", name: 一, children: [{code: "1.1", name: 二, children: [{code: "1.1.1", '
    'name: 三, children: [{code: "1.1.1.1", name: 四, children: [{code: "1.1.1.1.1", name: 五}'
    "]}]}]}]}]"
)


def test_flat_and_apart_conforms() -> None:
    found = layers(system("a", "1@1 2@2") + system("b", "3@1"))
    assert found.verdict is Verdict.CONFORMS
    assert (found.figures["rows"], found.figures["layers"]) == (3, 1)


def test_a_standard_of_several_systems_belongs_in_a_shared_base() -> None:
    found = layers(system("a", "1@1 2@2") + system("b", "1@1 3@2"))
    assert found.verdict is Verdict.PARTLY
    assert found.figures["in_several_systems"] == 1
    assert [fault.subject for fault in found.places] == ["GB/T 99001-2020"]
    base = system("base", "1@1", more="    shared: true\n")
    assert layers(base + system("a", "2@2") + system("b", "3@2")).verdict is Verdict.CONFORMS


def test_too_many_layers_and_entries_at_no_node_are_at_fault() -> None:
    deep = layers(system("a", "1@1.1.1.1.1", tree=DEEP))
    assert (deep.figures["too_deep"], deep.figures["layers"]) == (1, 5)
    assert deep.verdict is Verdict.PARTLY
    bare = "  - id: c\n    name: 示例c\n    entries: [{standard: GB/T 99003-2020}]\n"
    treeless = layers(system("a", "1@1 2@2") + bare)
    assert (treeless.figures["at_no_node"], treeless.verdict) == (1, Verdict.CONFORMS)
    nowhere = layers(system("a", "1@1 2@2") + "      - {standard: GB/T 99003-2020}\n")
    assert (nowhere.figures["at_no_node"], nowhere.verdict) == (1, Verdict.PARTLY)


def test_an_empty_workspace_cannot_be_judged() -> None:
    analysis, run = checked("workspace: {format: 1, name: empty}")
    found = structure_quality(analysis.workspace, analysis.coverage, analysis.statistics, run)
    assert [one.verdict for one in found.principles] == [Verdict.UNDECIDED] * 4
    assert [mix.verdict for mix in found.mixes] == [Verdict.UNDECIDED]


def division(text: str, standards: str = STANDARDS) -> Principle:
    return principle(PrincipleId.DIVISION, f"{standards}systems:\n{text}")


def test_one_home_each_conforms() -> None:
    found = division(system("a", "1@1 2@2") + system("b", "3@1"))
    assert found.verdict is Verdict.CONFORMS


def test_an_entry_or_a_code_twice_is_at_fault() -> None:
    twice = division(system("a", "1@1 2@1 1@2"))
    assert (twice.figures["entered_twice"], twice.verdict) == (1, Verdict.PARTLY)
    assert [fault.code for fault in twice.places] == ["N005"]
    codes = division(system("a", "1@1 2@1", tree='[{code: "1", name: 甲}, {code: "1", name: 乙}]'))
    assert (codes.figures["codes_twice"], codes.verdict) == (1, Verdict.PARTLY)


def test_systems_with_more_than_a_fifth_in_common_are_not_set_apart() -> None:
    apart = division(system("a", "1@1 2@1 3@1 4@1 5@2") + system("b", "1@1 6@2"))
    assert apart.figures["systems_mixed"] == 1  # one in five of a is allowed, one in two of b not
    assert [fault.subject for fault in apart.places] == ["b"]
    assert division(system("a", "1@1") + system("b", "1@1")).verdict is Verdict.FAILS


def test_overlap_with_a_higher_standard_is_counted_as_the_rule_finds_it() -> None:
    standards = """
aspects: [{id: quality, name: 质量}]
standards:
  - {number: GB/T 99001-2020, title: 示例果, status: 现行, object: 示例果}
  - {number: NY/T 99002-2020, title: 示例果等级, status: 现行, object: 示例果}
"""
    entries = """
  - id: a
    name: 示例甲
    tree: [{code: "1", name: 示例}]
    entries:
      - {standard: GB/T 99001-2020, at: "1", aspects: [quality]}
      - {standard: NY/T 99002-2020, at: "1", aspects: [quality]}
"""
    found = division(entries, standards)
    assert (found.figures["overlapping"], found.verdict) == (1, Verdict.PARTLY)
    assert [fault.code for fault in found.places] == ["H006"]

"""The order of drafting: needs first, then urgency, due date and the order of the systems."""

from textwrap import dedent

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.analysis.drafting.needs import NeedState
from stdsys.analysis.drafting.order import Merit, Step
from tests.analysis.analysed import analysed
from tests.analysis.planned_graphs import Plan, analysis_of, name, plans

FEW = settings(max_examples=40)


def steps(text: str) -> dict[str, Step]:
    return dict(analysed(text).drafting_order.by_key)


def system(*entries: str, before: str = "") -> str:
    listed = "".join(f"\n      - {{{entry}}}" for entry in entries)
    return f"{before}\nsystems:\n  - id: crop\n    name: 示例体系\n    entries:{listed}"


def plan(key: str, more: str = "") -> str:
    return f"planned: 示例{key}, id: {key}" + (f", {more}" if more else "")


def order(*entries: str, before: str = "") -> list[str]:
    return list(steps(system(*entries, before=before)))


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((plan("a"), plan("b")), ["a", "b"]),
        ((plan("a", "needs: [b]"), plan("b")), ["b", "a"]),
        ((plan("a", "cites: [示例b]"), plan("b")), ["b", "a"]),
        ((plan("a"), plan("b", "urgency: 较急"), plan("c", "urgency: 急需")), ["c", "b", "a"]),
        ((plan("a", "new_field: true"), plan("b", "focus: true")), ["b", "a"]),
        ((plan("a", "due: 2027-06"), plan("b", "due: 2027-05")), ["b", "a"]),
        ((plan("a"), plan("b", "due: 2030")), ["b", "a"]),
        ((plan("a", "due: 2020"), plan("b", "urgency: 急需")), ["b", "a"]),
    ],
)
def test_what_comes_first(entries: tuple[str, ...], expected: list[str]) -> None:
    assert order(*entries) == expected


def test_what_it_replaces_or_lifts_is_not_waited_for() -> None:
    lifted = plan("a", "upgrades: [b], replaces: [b]")
    assert order(lifted, plan("b")) == ["a", "b"]


def test_the_end_of_the_phase_stands_for_a_due_date() -> None:
    phases = "programme: {phases: [{id: one, name: 示例阶段, end: 2027-03}]}"
    entries = (
        plan("a", "due: 2027-04"),
        plan("b", "phase: one"),
        plan("c", "phase: one, due: 2028"),
    )
    assert order(*entries, before=phases) == ["b", "a", "c"]


def test_the_weights_are_the_workspaces_own() -> None:
    entries = (plan("a", "urgency: 急需, focus: true"), plan("b", "new_field: true"))
    usual = steps(system(*entries))
    assert usual["a"].merits == {Merit.URGENT: 4, Merit.FOCUS: 2}
    assert (usual["a"].score, usual["b"].score) == (6, 1)
    own = "workspace: {format: 1, name: own, drafting: {urgent: 0, focus: 1, new_field: 9}}"
    found = steps(system(*entries, before=own))
    assert list(found) == ["b", "a"]
    assert found["a"].merits == {Merit.FOCUS: 1}


def test_what_an_urgent_standard_needs_is_put_forward_with_it() -> None:
    found = steps(
        system(
            plan("a", "urgency: 较急"),
            plan("b", "needs: [c], urgency: 急需"),
            plan("c", "needs: [d]"),
            plan("d"),
        )
    )
    assert list(found) == ["d", "c", "b", "a"]
    assert {key: step.forward_for for key, step in found.items()} == {
        "d": "b",
        "c": "b",
        "b": None,
        "a": None,
    }
    assert found["c"].needed_by == ("b",)


def test_systems_then_subsystems_then_titles_decide_what_nothing_else_does() -> None:
    text = """
        systems:
          - id: second
            name: 示例乙
            order: 2
            entries: [{planned: 甲, id: late}]
          - id: first
            name: 示例甲
            order: 1
            tree: [{code: "1", name: 上}, {code: "2", name: 下}]
            entries:
              - {planned: 乙, id: lower, at: "2"}
              - {planned: 丁, id: upper, at: "1"}
              - {planned: 丙, id: upper-too, at: "1"}
    """
    assert list(steps(text)) == ["upper", "upper-too", "lower", "late"]
    assert all(step.undistinguished for step in steps(text).values())


def test_a_circle_has_one_position_and_what_needs_it_comes_after() -> None:
    found = steps(
        system(
            plan("a", "needs: [b]"),
            plan("b", "needs: [c], urgency: 急需"),
            plan("c", "needs: [b, d]"),
            plan("d", "needs: [d]"),
        )
    )
    positions = [(key, step.position, step.cycle) for key, step in found.items()]
    assert positions == [
        ("d", 1, ("d",)),
        ("b", 2, ("b", "c")),
        ("c", 2, ("b", "c")),
        ("a", 3, ()),
    ]
    assert found["c"].waits_for == ("d",)
    assert found["d"].waits_for == ()


class TestNeeds:
    STANDARDS = """
        standards:
          - {number: GB/T 99001-2020, title: 示例, effective: 2020-06-01}
          - {number: GB/T 99002-2026, title: 示例, effective: 2027-03}
          - {number: GB/T 99003-2010, title: 示例, withdrawn: 2020-01-01}
          - {number: GB/T 99004-2010, title: 示例, replaced_by: [GB/T 99001-2020]}
          - {number: GB/T 99005-2018, title: 示例, status: 未知}
          - {number: GB/T 99006-2026, title: 示例, status: 即将实施}
    """

    @pytest.mark.parametrize(
        ("needed", "state", "ready", "successor"),
        [
            ("GB/T 99001", NeedState.IN_FORCE, None, None),
            ("GB/T 99001-2020", NeedState.IN_FORCE, None, None),
            ("GB 99001-2020", NeedState.IN_FORCE, None, None),  # has become GB/T
            ("GB/T 99002", NeedState.UPCOMING, "2027-03-01", None),
            ("GB/T 99006-2026", NeedState.UPCOMING, None, None),
            ("GB/T 99003", NeedState.OBSOLETE, None, None),
            ("GB/T 99004-2010", NeedState.OBSOLETE, None, "GB/T 99001-2020"),
            ("GB/T 99005-2018", NeedState.UNKNOWN, None, None),
            ("GB/T 99001-2030", NeedState.UNKNOWN, None, None),  # only another edition is here
            ("GB/T 99099", NeedState.ABSENT, None, None),
        ],
    )
    def test_how_far_a_standard_is(
        self, needed: str, state: NeedState, ready: str | None, successor: str | None
    ) -> None:
        text = system(plan("a", f"needs: [{needed}]"), before=dedent(self.STANDARDS))
        [need] = steps(text)["a"].needs
        shown = str(need.ready) if need.ready else None
        assert (need.state, shown, need.successor) == (state, ready, successor)

    def test_a_number_that_is_not_there_holds_nothing_up(self) -> None:
        assert order(plan("a", "needs: [GB/T 99099]"), plan("b")) == ["a", "b"]

    def test_what_is_needed_and_cited_is_one_need(self) -> None:
        needs = steps(system(plan("a", "needs: [b], cites: [示例b]"), plan("b")))["a"].needs
        assert [(need.name, need.cited) for need in needs] == [("b", False)]


@FEW
@given(plans())
def test_needs_come_before_what_needs_them(drawn: list[Plan]) -> None:
    positions = {step.key: step.position for step in analysis_of(drawn).drafting_order.steps}
    assert sorted(positions.values()) == list(range(1, len(drawn) + 1))
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(positions)
    for number, drawn_plan in enumerate(drawn):
        graph.add_edges_from((name(needed), name(number)) for needed in drawn_plan.needs)
    for needed, needing in nx.transitive_closure_dag(graph).edges:
        assert positions[needed] < positions[needing]


@FEW
@given(plans(), st.data())
def test_more_urgency_never_moves_a_standard_back(drawn: list[Plan], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(drawn) - 1))
    before = analysis_of(drawn).drafting_order.by_key[name(number)].position
    raised = [p.with_urgency("urgent") if n == number else p for n, p in enumerate(drawn)]
    assert analysis_of(raised).drafting_order.by_key[name(number)].position <= before


@FEW
@given(plans(), st.data())
def test_of_two_alike_the_more_urgent_comes_first(drawn: list[Plan], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(drawn) - 1))
    twin = drawn[number].with_urgency("urgent")
    calm = drawn[number].with_urgency("normal")
    both = [*(calm if n == number else p for n, p in enumerate(drawn)), twin]
    unneeded = [Plan(tuple(n for n in p.needs if n != number), *_rest(p)) for p in both]
    found = analysis_of(unneeded).drafting_order.by_key
    assert found[name(len(drawn))].position < found[name(number)].position


def _rest(drawn: Plan) -> tuple[str | None, str | None, int | None]:
    return drawn.urgency, drawn.due, drawn.months

"""Coverage: how families count, states, exemptions, the summary."""

from itertools import pairwise

import pytest

from stdsys.analysis.counting.rows import RowClass
from stdsys.analysis.coverage.cells import state_of
from stdsys.analysis.coverage.matrix import CellState, worst_of
from tests.analysis.example_axes import EMPTY, coverage, one

FAMILIES = """[
    {number: GB/T 1-2005, title: 示例一, withdrawn: 2015-01-01},
    {number: GB/T 1-2015, title: 示例一, effective: 2016-01-01},
    {number: GB/T 1-2026, title: 示例一, effective: 2027-01-01},
    {number: GB/T 2-2026, title: 示例二, effective: 2027-01-01},
    {number: GB/T 3-2015, title: 示例三, status: 未知},
    {number: GB/T 4-2015, title: 示例四, status: 废止},
    {number: GB/T 4-2005, title: 示例四, status: 废止}]"""


class TestCounting:
    """Distinct families, each once at its best class."""

    def test_each_family_once_at_its_best_class(self) -> None:
        entries = (
            "[{standard: GB/T 1-2005}, {standard: GB/T 1-2026}, {standard: GB/T 1-2015},"
            " {standard: GB/T 2-2026}, {standard: GB/T 3-2015}, {standard: GB/T 4-2015},"
            " {standard: GB/T 4-2005}, {planned: 示例规范, id: p}]"
        )
        cell = one("{require: [{id: x, at_least: 9}]}", entries, FAMILIES)
        assert {cls.name: number for cls, number in cell.counts.items()} == {
            "E": 1,
            "U": 1,
            "P": 1,
            "X": 1,
            "O": 1,
        }
        assert cell.standards == ("GB/T 1-2015", "GB/T 2-2026", "GB/T 3-2015", "GB/T 4-2005")
        assert cell.planned == ("p",)
        assert cell.missing == 6

    @pytest.mark.parametrize(
        ("a", "u", "p", "x", "o", "at_least", "state"),
        [
            (2, 0, 0, 0, 0, 2, "covered"),
            (1, 1, 5, 5, 5, 2, "upcoming"),
            (1, 0, 1, 5, 5, 2, "planned"),
            (0, 0, 2, 0, 0, 2, "planned"),
            (1, 0, 0, 5, 5, 2, "gap"),
            (0, 0, 0, 1, 1, 1, "gap"),
            (0, 0, 0, 0, 3, 1, "obsolete-only"),
            (0, 0, 0, 0, 1, 2, "obsolete-only"),
            (0, 0, 1, 0, 1, 2, "gap"),
            (0, 0, 0, 0, 0, 1, "gap"),
            (0, 0, 0, 0, 0, 0, "covered"),
        ],
    )
    def test_state_is_the_first_that_holds(
        self, a: int, u: int, p: int, x: int, o: int, at_least: int, state: str
    ) -> None:
        counts = dict(zip(RowClass, (a, u, p, x, o), strict=True))
        assert state_of(counts, at_least).value == state


class TestExemptions:
    """Exempt cells: keys are one value or a list, missing keys match all."""

    POLICY = (
        "{require: [{id: x, each: stage}, {id: y, each: [stage, aspect]}, {id: z}], exempt: [%s]}"
    )

    def exempt(self, exemption: str, system: str = "id: a, name: 示例") -> set[str]:
        cells = coverage(self.POLICY % exemption, f"[{{{system}}}]").cells
        return {
            "/".join((cell.clause.id, *cell.axes.values()))
            for cell in cells
            if cell.state is CellState.EXEMPT
        }

    def test_one_value(self) -> None:
        assert self.exempt("{stage: making, reason: 无}") == {
            "x/making",
            "y/making/quality",
            "y/making/safety",
            "y/making/rest",
        }

    def test_a_list_and_a_clause(self) -> None:
        found = self.exempt("{stages: [making, selling], clause: x, reason: 无}")
        assert found == {"x/making", "x/selling"}

    def test_an_axis_that_the_cell_lacks_leaves_it_required(self) -> None:
        found = self.exempt("{stage: making, aspect: safety, reason: 无}")
        assert found == {"y/making/safety"}

    def test_a_filter_within_the_exempt_values_is_exempt(self) -> None:
        policy = (
            "{require: [{id: x, each: stage, stages: making, aspects: safety},"
            " {id: y, each: stage, stages: making, aspects: [safety, quality]}],"
            " exempt: [{aspect: safety, reason: 无}]}"
        )
        assert [c.state.value for c in coverage(policy, EMPTY).cells] == ["exempt", "gap"]

    def test_of_several_the_first_holds_and_none_is_unmatched(self) -> None:
        found = coverage(
            "{require: [{id: x, each: [stage, aspect]}], exempt: [{stage: making, reason: 一},"
            " {aspect: safety, reason: 二}, {stages: [selling, making], reason: 三}]}",
            EMPTY,
        )
        reasons = {tuple(c.axes.values()): c.reason for c in found.cells if c.reason}
        assert reasons == {
            ("making", "quality"): "一",
            ("making", "safety"): "一",
            ("making", "rest"): "一",
            ("growing", "safety"): "二",
            ("selling", "safety"): "二",
            ("selling", "quality"): "三",
            ("selling", "rest"): "三",
        }
        assert found.unmatched == ()

    def test_nothing_named_exempts_everything(self) -> None:
        assert len(self.exempt("{reason: 无}")) == 3 + 9 + 1

    def test_of_a_system_only_for_that_system(self) -> None:
        found = coverage(
            "{require: [{id: x}]}",
            "[{id: a, name: 示例, coverage: {exempt: [{clause: x, reason: 无此环节}]}},"
            " {id: b, name: 示例二}]",
        )
        assert [(c.system, c.state.value, c.reason) for c in found.cells] == [
            ("a", "exempt", "无此环节"),
            ("b", "gap", None),
        ]

    def test_what_the_cell_would_be_is_kept(self) -> None:
        policy = "{require: [{id: x}], exempt: [{clause: x}]}"
        cell = one(policy, "[{standard: GB 1-2015}]")
        assert (cell.state, cell.raw_state, cell.reason) == (
            CellState.EXEMPT,
            CellState.COVERED,
            None,
        )
        assert cell.exemption is not None

    def test_exemptions_that_match_nothing_are_named(self) -> None:
        found = coverage(
            "{require: [{id: x, each: stage, stages: making}],"
            " exempt: [{stage: making, reason: 甲}, {stage: selling, reason: 乙}]}",
            "[{id: a, name: 示例, coverage: {exempt: [{aspect: rest, reason: 丙}]}},"
            " {id: base, name: 示例共用, shared: true, coverage: {exempt: [{reason: 丁}]}}]",
        )
        assert [(e.system, e.record.reason) for e in found.unmatched] == [
            (None, "乙"),
            ("a", "丙"),
            ("base", "丁"),
        ]


class TestSummary:
    """The summary counts cells; a matrix square shows the worst of its cells."""

    def test_required_leaves_out_exempt_cells(self) -> None:
        found = coverage(
            "{require: [{id: x, each: stage}], exempt: [{stage: selling, reason: 无}]}",
            "[{id: a, name: 示例, entries: [{standard: GB 1-2015, stages: making}]}]",
        ).summary
        assert (found.required, found.covered, found.gap, found.exempt) == (2, 1, 1, 1)
        assert found.ratio == 0.5

    @pytest.mark.parametrize(
        "policy", ["{}", "{require: [{id: x}], exempt: [{clause: x, reason: 无}]}"]
    )
    def test_without_required_cells_there_is_no_ratio(self, policy: str) -> None:
        assert coverage(policy, EMPTY).summary.ratio is None

    def test_worst_state_of_a_square(self) -> None:
        found = coverage(
            "{require: [{id: x, each: stage}, {id: y, each: stage, stages: making, at_least: 2},"
            " {id: z, at_least: 5}], exempt: [{stage: selling, reason: 无}]}",
            "[{id: a, name: 示例, entries: [{standard: GB 1-2015, stages: [growing, making]}]}]",
        )
        worst = found.matrix()
        states = [worst["a", stage] for stage in ("growing", "making", "selling")]
        assert states == [CellState.COVERED, CellState.GAP, CellState.EXEMPT]
        assert ("a", "elsewhere") not in worst
        assert found.matrix("stage", "system")["making", "a"] is CellState.GAP

    def test_order_of_the_worst(self) -> None:
        order = ["gap", "obsolete-only", "planned", "upcoming", "covered", "exempt"]
        for worse, better in pairwise(order):
            assert worst_of([CellState(better), CellState(worse)]).value == worse

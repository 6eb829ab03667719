"""Coverage: clauses and their cells, and what matches a cell."""

import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.coverage.matrix import CellState, Coverage
from tests.analysis.analysed import DAY, analysed
from tests.analysis.example_axes import AXES, EMPTY, coverage, one
from tests.workspaces import workspace_and_findings


class TestCells:
    """A clause makes one cell for each system and each combination of the `each` axes."""

    def axes(self, clause: str, systems: str = EMPTY) -> list[tuple[str, dict[str, str]]]:
        cells = coverage(f"{{require: [{clause}]}}", systems).cells
        return [(cell.system, dict(cell.axes)) for cell in cells]

    def test_one_axis_may_be_a_single_word(self) -> None:
        assert self.axes("{id: x, each: stage}") == [
            ("a", {"stage": "growing"}),
            ("a", {"stage": "making"}),
            ("a", {"stage": "selling"}),
        ]

    def test_two_axes_in_the_order_of_each(self) -> None:
        cells = self.axes("{id: x, each: [aspects, stages], aspect: [safety, quality]}")
        assert [tuple(axes.items()) for _, axes in cells[:2]] == [
            (("aspect", "quality"), ("stage", "growing")),
            (("aspect", "quality"), ("stage", "making")),
        ]
        assert len(cells) == 6

    def test_a_list_of_an_axis_in_each_restricts_its_values(self) -> None:
        clause = "{id: x, each: stage, aspects: [safety], stages: [selling, making]}"
        assert self.axes(clause) == [("a", {"stage": "making"}), ("a", {"stage": "selling"})]

    def test_without_each_the_system_is_one_cell(self) -> None:
        assert self.axes("{id: x, levels: [national]}") == [("a", {})]

    def test_an_axis_named_twice_is_one_axis(self) -> None:
        assert len(self.axes("{id: x, each: [stage, stages]}")) == 3

    def test_further_axes(self) -> None:
        cells = analysed("""
            axes: [{id: channel, name: 渠道, values: [{id: shop, name: 店}, {id: net, name: 网}]}]
            coverage: {require: [{id: x, each: channel}]}
            systems:
              - {id: a, name: 示例, entries: [{standard: GB 1-2015, axes: {channel: net}}]}
        """).coverage.cells
        assert [(c.axes["channel"], c.state.value) for c in cells] == [
            ("shop", "gap"),
            ("net", "covered"),
        ]

    def test_shared_bases_have_no_cells(self) -> None:
        assert self.axes("{id: x}", "[{id: base, name: 示例, shared: true}]") == []

    def test_systems_override_by_id_and_add(self) -> None:
        cells = coverage(
            "{require: [{id: x, at_least: 1}, {id: y, at_least: 2}]}",
            "[{id: a, name: 示例}, {id: b, name: 示例二, coverage: {require: "
            "[{id: x, at_least: 3}, {id: z, at_least: 4}]}}]",
        ).cells
        assert [(c.system, c.clause.id, c.at_least) for c in cells] == [
            ("a", "x", 1),
            ("a", "y", 2),
            ("b", "x", 3),
            ("b", "y", 2),
            ("b", "z", 4),
        ]
        assert cells[0].place.route == ("coverage", "require", 0)
        assert cells[2].place.route == ("systems", 1, "coverage", "require", 0)

    @pytest.mark.parametrize(
        "clause",
        [
            "{id: x, each: nothing}",
            "{id: x, each: stage, nothing: [a]}",
            "{id: x, each: stage, stages: [nowhere]}",
            "{id: x, each: stage, aspects: [nothing]}",
        ],
    )
    def test_a_clause_with_unknown_words_makes_no_cells_besides_its_finding(
        self, clause: str
    ) -> None:
        text = f"{AXES}\n    coverage: {{require: [{clause}]}}\n    systems: {EMPTY}"
        built, findings = workspace_and_findings(text)
        assert len(findings) == 1
        assert Analysis(built, DAY).coverage.cells == ()

    def test_an_exemption_with_an_unknown_word_exempts_nothing(self) -> None:
        built, findings = workspace_and_findings(
            f"{AXES}\n    coverage: {{require: [{{id: x, each: stage}}],"
            f" exempt: [{{nothing: a, reason: 无}}]}}\n    systems: {EMPTY}"
        )
        assert len(findings) == 1
        assert Analysis(built, DAY).coverage.summary.exempt == 0

    def test_a_clause_that_explodes_is_refused(self) -> None:
        computed = analysed(f"""{AXES}
    coverage: {{require: [{{id: small, each: stage}}, {{id: big, each: [stage, aspect, kind]}}]}}
    systems: {EMPTY}
        """)
        small = Coverage.of(computed.workspace, computed.statuses, most_cells=29)
        assert [(system, clause.id) for system, clause in small.refused] == [("a", "big")]
        assert len(small.cells) == 3
        assert len(Coverage.of(computed.workspace, computed.statuses, most_cells=30).cells) == 30

    def test_a_clause_that_counts_everything_everywhere_is_refused(self) -> None:
        computed = analysed(f"""{AXES}
    coverage: {{require: [{{id: narrow, each: stage}}, {{id: wide, each: stage, general: true}}]}}
    systems: [{{id: a, name: 示例, entries: [{{standard: GB 1-2015}}, {{standard: GB 2-2015}}]}}]
        """)
        few = Coverage.of(computed.workspace, computed.statuses, most_matches=5)
        assert [(system, clause.id) for system, clause in few.refused] == [("a", "wide")]
        assert [cell.clause.id for cell in few.cells] == ["narrow"] * 3
        enough = Coverage.of(computed.workspace, computed.statuses, most_matches=6)
        assert enough.refused == ()


class TestMatching:
    """An entry matches iff it shares a value on every axis of the cell and of the filter."""

    CELL = "{require: [{id: x, each: stage, stages: [making], aspects: [safety, quality]%s}]}"

    @pytest.mark.parametrize(
        ("entry", "more", "state"),
        [
            ("stages: [making], aspects: [safety]", "", "covered"),
            ("stages: [growing, making], aspects: [rest, quality]", "", "covered"),
            ("stages: [growing], aspects: [safety]", "", "gap"),
            ("stages: [making], aspects: [rest]", "", "gap"),
            ("stages: [making]", "", "gap"),
            ("aspects: [safety]", "", "gap"),
            ("stages: [making]", ", general: true", "covered"),
            ("aspects: [safety]", ", general: true", "covered"),
            ("aspects: [rest]", ", general: true", "gap"),
            ("stages: [making], aspects: [safety]", ", levels: [national, local]", "covered"),
            ("stages: [making], aspects: [safety]", ", levels: [group]", "gap"),
        ],
    )
    def test_standard(self, entry: str, more: str, state: str) -> None:
        cell = one(self.CELL % more, f"[{{standard: GB 1-2015, {entry}}}]")
        assert cell.state.value == state

    def test_stage_and_aspect_come_from_the_same_entry(self) -> None:
        entries = (
            "[{standard: GB 1-2015, stages: [making], aspects: [rest]},"
            " {standard: GB 1-2015, stages: [growing], aspects: [safety]}]"
        )
        assert one(self.CELL % "", entries).state is CellState.GAP

    @pytest.mark.parametrize(
        ("level", "state"), [("level: group", "planned"), ("level: local", "gap"), ("", "gap")]
    )
    def test_a_planned_entry_has_its_proposed_level(self, level: str, state: str) -> None:
        entry = f"{{planned: 示例规范, stages: [making], aspects: [safety], {level}}}"
        assert one(self.CELL % ", levels: group", f"[{entry}]").state.value == state

    def test_values_of_the_node_are_defaults(self) -> None:
        cells = coverage(
            "{require: [{id: x, each: stage, stages: [making]}]}",
            '[{id: a, name: 示例, tree: [{code: "1", name: 甲, stages: making}],'
            ' entries: [{standard: GB 1-2015, at: "1"}]}]',
        ).cells
        assert cells[0].state is CellState.COVERED

    @pytest.mark.parametrize(("more", "state"), [("", "gap"), (", shared: true", "covered")])
    def test_a_used_base_counts_only_where_the_clause_says_so(self, more: str, state: str) -> None:
        found = coverage(
            f"{{require: [{{id: x, each: stage, stages: [making]{more}}}]}}",
            "[{id: base, name: 示例共用, shared: true,"
            " entries: [{standard: GB 1-2015, stages: making}]},"
            " {id: a, name: 示例, uses: base}, {id: b, name: 示例二}]",
        )
        assert [cell.state.value for cell in found.cells] == [state, "gap"]

    def test_general_entries_of_a_base_need_both_words(self) -> None:
        found = coverage(
            "{require: [{id: x, each: stage, stages: [making], shared: true}]}",
            "[{id: base, name: 示例共用, shared: true, entries: [{standard: GB 1-2015}]},"
            " {id: a, name: 示例, uses: base}]",
        )
        assert found.cells[0].state is CellState.GAP

    def test_documents_are_no_standards(self) -> None:
        cell = analysed("""
            documents: [{id: law, title: 示例办法}]
            coverage: {require: [{id: x}]}
            systems: [{id: a, name: 示例, entries: [{document: law}]}]
        """).coverage.cells[0]
        assert cell.state is CellState.GAP

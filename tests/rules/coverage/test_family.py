"""Rules C001 to C007: what the samples do not show."""

import pytest

from stdsys.findings import Finding, Severity
from stdsys.rules.coverage.family import COVERAGE_RULES
from stdsys.rules.coverage.gaps import Gap, TooFew
from stdsys.rules.coverage.not_in_force import NotYet, OnlyObsolete, StatusUnknown
from stdsys.rules.coverage.reasons import EmptySubsystem, UnfoundedExemption
from stdsys.rules.waivers.mutes import without_muted
from tests.rules.judging import findings, hint, words

AXES = """
stages: [{id: growing, name: 种植}, {id: sales, name: 销售}]
aspects: [{id: safety, name: 安全}, {id: quality, name: 质量}]
"""

IN_FORCE = "{standard: GB/T 99001-2020, status: 现行, stages: [growing]}"
UPCOMING = "{standard: GB/T 99002-2026, effective: 2027-01-01, stages: [growing]}"
PLANNED = "{planned: 示例规范, stages: [growing]}"
UNKNOWN = "{standard: GB/T 99003-2020, status: 未知, stages: [growing]}"
OBSOLETE = "{standard: GB/T 99004-2010, status: 废止, stages: [growing]}"


def cell(*entries: str, clause: str = "each: stage, stages: [growing]", exempt: str = "") -> str:
    """Return a workspace of one system with one required cell, growing, and these entries."""
    return f"""{AXES}
coverage: {{require: [{{id: chain, name: 全链条, {clause}}}]}}
systems:
  - id: crop
    name: 示例体系
    coverage: {{exempt: [{exempt}]}}
    entries: [{", ".join(entries)}]
"""


def all_findings(text: str) -> list[Finding]:
    """Return the findings of every rule on coverage."""
    return [found for rule in COVERAGE_RULES for found in findings(rule, text)]


class TestOneFindingACell:
    @pytest.mark.parametrize(
        ("entries", "at_least", "expected"),
        [
            ((), 1, "C001"),
            ((OBSOLETE,), 1, "C002"),
            ((UPCOMING,), 1, "C003"),
            ((PLANNED,), 1, "C003"),
            ((IN_FORCE, UPCOMING), 2, "C003"),
            ((IN_FORCE, UPCOMING, PLANNED), 3, "C003"),
            ((PLANNED, UNKNOWN, OBSOLETE), 1, "C003"),
            ((IN_FORCE,), 2, "C004"),
            ((PLANNED,), 2, "C004"),
            ((IN_FORCE, UNKNOWN, OBSOLETE), 2, "C004"),
            ((UNKNOWN,), 1, "C007"),
            ((UNKNOWN,), 2, "C007"),
            ((UNKNOWN, OBSOLETE), 1, "C007"),
            ((IN_FORCE,), 1, None),
            ((IN_FORCE, OBSOLETE, UNKNOWN), 1, None),
        ],
    )
    def test_of_all_rules_one_speaks(
        self, entries: tuple[str, ...], at_least: int, expected: str | None
    ) -> None:
        text = cell(*entries, clause=f"each: stage, stages: [growing], at_least: {at_least}")
        assert [found.code for found in all_findings(text)] == ([expected] if expected else [])

    def test_an_exempt_cell_is_silent(self) -> None:
        assert all_findings(cell(exempt="{stage: growing, reason: 不种植}")) == []

    def test_a_shared_base_has_no_cells(self) -> None:
        text = f"""{AXES}
coverage: {{require: [{{id: chain, each: stage}}]}}
systems: [{{id: base, name: 示例共用, shared: true}}]
"""
        assert all_findings(text) == []


class TestGap:
    def test_it_stands_at_the_system_and_points_to_the_clause(self) -> None:
        [found] = findings(Gap(), cell())
        assert found.severity is Severity.WARNING
        assert found.place.route == ("systems", 0, "name")
        assert [other.place.route for other in found.related] == [("coverage", "require", 0)]
        assert words(found) == "示例体系, 种植: no standard (clause 全链条)"
        assert found.subject == "crop/growing"
        assert found.about == ("crop/growing", "crop", "crop/stage=growing")

    def test_a_cell_of_two_axes_names_both_values(self) -> None:
        text = cell(clause="each: [stage, aspect], stages: [sales], aspects: [safety]")
        [found] = findings(Gap(), text)
        assert found.subject == "crop/sales/safety"
        assert "示例体系, 销售 / 安全" in words(found)
        assert {"crop/stage=sales", "crop/aspect=safety"} <= set(found.about)

    def test_a_clause_without_axes_speaks_of_the_whole_system(self) -> None:
        [found] = findings(Gap(), cell(clause="levels: [group]"))
        assert found.subject == "crop"
        assert words(found).startswith("示例体系 (the whole system)")

    def test_the_levels_of_the_clause_are_proposed(self) -> None:
        text = cell(clause="each: stage, stages: [growing], levels: [national, local]")
        [found] = findings(Gap(), text)
        assert hint(found) == "standards of these levels count: national standard, local standard"

    def test_without_levels_or_base_the_two_ways_out_are_named(self) -> None:
        [found] = findings(Gap(), cell())
        assert "planned:" in hint(found)
        assert "exempt:" in hint(found)

    def test_shared_standards_in_force_are_named_where_the_clause_leaves_them_out(self) -> None:
        text = f"""{AXES}
coverage: {{require: [{{id: chain, each: stage, stages: [growing]}}]}}
systems:
  - {{id: crop, name: 示例体系, uses: [base]}}
  - {{id: base, name: 示例共用, shared: true, entries: [{IN_FORCE}, {UNKNOWN}, {OBSOLETE}]}}
"""
        [found] = findings(Gap(), text)
        assert "shared standards that this clause does not count: GB/T 99001-2020;" in hint(found)

    def test_a_gap_for_all_systems_is_one_finding_each(self) -> None:
        text = f"""{AXES}
coverage: {{require: [{{id: chain, each: stage}}]}}
systems: [{{id: a, name: 甲}}, {{id: b, name: 乙}}]
"""
        subjects = [found.subject for found in findings(Gap(), text)]
        assert subjects == ["a/growing", "a/sales", "b/growing", "b/sales"]


class TestTooFew:
    def test_it_says_how_many_are_missing(self) -> None:
        text = cell(IN_FORCE, PLANNED, clause="each: stage, stages: [growing], at_least: 5")
        [found] = findings(TooFew(), text)
        assert "3 of 5 required standards missing" in words(found)

    def test_two_editions_of_one_standard_count_once(self) -> None:
        entries = (IN_FORCE, "{standard: GB/T 99001-2010, status: 现行, stages: [growing]}")
        text = cell(*entries, clause="each: stage, stages: [growing], at_least: 2")
        assert len(findings(TooFew(), text)) == 1


class TestNotInForce:
    def test_obsolete_standards_are_named_with_their_successors(self) -> None:
        text = cell("{standard: GB/T 99005-2010, stages: [growing]}") + (
            "standards: [{number: GB/T 99006-2020, replaces: [GB/T 99005-2010]}]"
        )
        [found] = findings(OnlyObsolete(), text)
        assert "GB/T 99005-2010" in words(found)
        assert hint(found) == "successors: GB/T 99006-2020"
        assert not found.unverified

    def test_an_unverified_withdrawal_is_marked(self) -> None:
        entry = "{standard: GB/T 99004-2010, status: 废止, verified: false, stages: [growing]}"
        [found] = findings(OnlyObsolete(), cell(entry))
        assert found.unverified

    def test_what_a_cell_waits_for_is_named(self) -> None:
        [upcoming] = findings(NotYet(), cell(UPCOMING))
        assert words(upcoming) == "示例体系, 种植: filled once these take effect: GB/T 99002-2026"
        [planned] = findings(NotYet(), cell(PLANNED))
        assert words(planned) == "示例体系, 种植: filled once these are issued: 示例规范"
        assert planned.severity is Severity.INFO

    def test_long_lists_are_cut(self) -> None:
        many = [f"{{planned: 示例规范{n}, stages: [growing]}}" for n in range(7)]
        [found] = findings(NotYet(), cell(*many))
        assert words(found).endswith("示例规范4, …")

    def test_standards_that_nobody_verified_are_unverified_evidence(self) -> None:
        entry = "{standard: GB/T 99003-2020, status: 未知, verified: false, stages: [growing]}"
        [found] = findings(StatusUnknown(), cell(entry))
        assert found.unverified
        entry = "{standard: GB/T 99003-2020, status: 未知, stages: [growing]}"
        [found] = findings(StatusUnknown(), cell(entry))
        assert (found.severity, found.unverified) == (Severity.WARNING, False)


class TestUnfoundedExemption:
    def test_it_stands_at_the_exemption(self) -> None:
        [found] = findings(UnfoundedExemption(), cell(exempt="{stage: growing, reason: ' '}"))
        assert found.place.route == ("systems", 0, "coverage", "exempt", 0)
        assert found.subject == "crop"

    def test_exemptions_of_the_workspace_and_of_shared_bases_need_reasons_too(self) -> None:
        text = f"""{AXES}
workspace: {{name: sample}}
coverage: {{exempt: [{{stage: sales}}]}}
systems: [{{id: base, name: 示例共用, shared: true, coverage: {{exempt: [{{stage: sales}}]}}}}]
"""
        subjects = [found.subject for found in findings(UnfoundedExemption(), text)]
        assert subjects == ["sample", "base"]

    def test_enough_standards_in_force_contradict_it(self) -> None:
        [found] = findings(
            UnfoundedExemption(), cell(IN_FORCE, exempt="{stage: growing, reason: 无}")
        )
        assert found.severity is Severity.WARNING
        assert found.place.route == ("systems", 0, "coverage", "exempt", 0)
        assert words(found) == "示例体系, 种植: exempt, yet standards are in force: GB/T 99001-2020"
        assert "crop" in found.about

    @pytest.mark.parametrize("entry", [UPCOMING, PLANNED, UNKNOWN, OBSOLETE])
    def test_nothing_else_contradicts_it(self, entry: str) -> None:
        text = cell(entry, exempt="{stage: growing, reason: 不种植}")
        assert findings(UnfoundedExemption(), text) == []

    def test_fewer_than_required_do_not_contradict_it(self) -> None:
        clause = "each: stage, stages: [growing], at_least: 2"
        text = cell(IN_FORCE, clause=clause, exempt="{stage: growing, reason: 不种植}")
        assert findings(UnfoundedExemption(), text) == []

    def test_unverified_standards_contradict_it_only_as_info(self) -> None:
        entry = IN_FORCE.replace("stages", "verified: false, stages")
        text = cell(entry, exempt="{stage: growing, reason: 不种植}")
        [found] = findings(UnfoundedExemption(), text)
        assert found.unverified

    def test_one_exemption_is_one_finding_however_many_cells_it_hides(self) -> None:
        entry = "{standard: GB/T 99001-2020, stages: [growing, sales]}"
        found = findings(
            UnfoundedExemption(), cell(entry, clause="each: stage", exempt="{reason: 无}")
        )
        assert len(found) == 2
        assert len({one.group for one in found}) == 1


class TestEmptySubsystem:
    @staticmethod
    def system(entries: str, *, shared: bool = False, clause: str = "") -> str:
        return f"""{AXES}
coverage: {{require: [{clause}]}}
systems:
  - id: crop
    name: 示例体系
    shared: {str(shared).lower()}
    tree:
      - code: "1"
        name: 通用
        children: [{{code: "1.1", name: 种植, stages: [growing]}}]
    entries: [{entries}]
"""

    def test_only_the_leaf_is_named_in_shared_bases_too(self) -> None:
        for shared in (False, True):
            [found] = findings(EmptySubsystem(), self.system("", shared=shared))
            assert found.subject == "crop/1.1"
            assert found.severity is Severity.INFO

    @pytest.mark.parametrize(
        "entry",
        [
            '{standard: GB/T 99001-2020, at: "1.1"}',
            '{planned: 示例规范, at: "1.1"}',
            '{standard: GB/T 99001-2010, status: 废止, at: "1.1"}',
            '{standard: GB/T 99001-2020, at: "1", see_also: ["1.1"]}',
        ],
    )
    def test_whatever_stands_there_fills_it(self, entry: str) -> None:
        assert findings(EmptySubsystem(), self.system(entry)) == []

    def test_an_entry_above_does_not_fill_it(self) -> None:
        text = self.system('{standard: GB/T 99001-2020, at: "1"}')
        assert len(findings(EmptySubsystem(), text)) == 1

    def test_a_gap_of_its_stage_silences_it(self) -> None:
        text = self.system("", clause="{id: chain, each: stage, stages: [growing]}")
        both = all_findings(text)
        assert {found.code for found in both} == {"C001", "C006"}
        assert [found.code for found in without_muted(both)] == ["C001"]

    def test_a_gap_of_another_stage_does_not(self) -> None:
        text = self.system("", clause="{id: chain, each: stage, stages: [sales]}")
        assert {found.code for found in without_muted(all_findings(text))} == {"C001", "C006"}

"""Rules L002 and L003: what their samples do not show. All is invented."""

from datetime import date

import pytest

from stdsys.findings import Severity
from tests.rules.small_workspaces import (
    NEW,
    NEWER,
    OLD,
    found,
    one_system,
    records,
    say,
    system,
)


class TestStatusContradicted:
    @pytest.mark.parametrize(
        ("facts", "fact"),
        [
            ("status: 现行, withdrawn: 2026-11-22", "withdrawn on 2026-11-22"),
            ("status: 修订中, withdrawn: 2024", "withdrawn on 2024"),
            ("status: 现行, effective: 2026-12", "takes effect on 2026-12"),
            ("status: 现行, issued: 2027", "issued on 2027"),
            ("status: 即将实施, effective: 2026-11", "took effect on 2026-11"),
            ("status: 即将实施, withdrawn: 2020", "withdrawn on 2020"),
            ("status: 废止, withdrawn: 2027-01-01", "withdrawn only on 2027-01-01"),
        ],
    )
    def test_dates_contradict(self, facts: str, fact: str) -> None:
        [one] = found("L002", records(f"number: {NEW}, {facts}"))
        assert one.severity is Severity.WARNING
        assert fact in say(one.message)
        assert one.place.route[-1] == "status"

    @pytest.mark.parametrize(
        "facts",
        [
            "status: 现行",
            "status: 现行, effective: 2026-11-22",
            "status: 现行, effective: 2026",
            "status: 现行, withdrawn: 2026",
            "status: 即将实施, effective: 2026-11-23",
            "status: 即将实施",
            "status: 废止",
            "status: 废止, withdrawn: 2026",
            "status: 未知, effective: 2020, withdrawn: 2021",
            "status: 被代替",
            "effective: 2020, withdrawn: 2021",
        ],
    )
    def test_what_may_be_true_is_silent(self, facts: str) -> None:
        assert found("L002", records(f"number: {NEW}, {facts}")) == []

    def test_a_successor_that_has_taken_effect_contradicts(self) -> None:
        text = records(
            f"number: {OLD}, status: 现行",
            f"number: {NEW}, effective: 2021-01-01, replaces: [{OLD}]",
        )
        [one] = found("L002", text)
        assert say(one.message) == f"{OLD} is stated as in force, but {NEW} has replaced it"
        assert one.related[0].place.route[:3] == ("standards", 1, "replaces")
        assert found("L002", text, date(2020, 12, 31)) == []

    def test_a_partial_successor_does_not_contradict(self) -> None:
        text = records(
            f"number: {OLD}, status: 现行",
            f"number: {NEW}, effective: 2021-01-01, replaces: [{{number: {OLD}, scope: 部分}}]",
        )
        assert found("L002", text) == []

    def test_replaced_is_contradicted_by_a_successor_still_to_come(self) -> None:
        text = records(
            f"number: {OLD}, status: 被代替, effective: 2011-01-01",
            f"number: {NEWER}, effective: 2027-01-01, replaces: [{OLD}]",
        )
        [one] = found("L002", text)
        assert f"{NEWER} has not taken effect yet" in say(one.message)
        assert found("L002", text, date(2027, 1, 1)) == []

    @pytest.mark.parametrize(
        "replaces", [f"replaces: [{{number: {OLD}, verified: false}}]", "verified: false"]
    )
    def test_unverified_evidence_is_marked(self, replaces: str) -> None:
        text = records(
            f"number: {OLD}, status: 现行, replaced_by: [{{number: {NEW}, verified: false}}]",
            f"number: {NEW}, effective: 2021-01-01, {replaces}",
        )
        assert [one.unverified for one in found("L002", text)] == [True]

    def test_the_hint_is_the_status_of_the_day(self) -> None:
        [one] = found("L002", records(f"number: {NEW}, status: 现行, withdrawn: 2024"))
        assert say(one.hint) == "leave status: out, or write withdrawn"


class TestDeadEntry:
    REPLACED = records(f"number: {OLD}", f"number: {NEW}, replaces: [{OLD}]")

    def test_the_hint_is_the_live_edition_at_the_end_of_the_chain(self) -> None:
        text = records(
            f"number: {OLD}",
            f"number: {NEW}, replaces: [{OLD}]",
            f"number: GB 99009-2022, replaces: [{NEW}]",
        ) + (one_system(f"standard: {OLD}"))
        [one] = found("L003", text)
        assert say(one.hint) == "enter GB 99009-2022 in its place"
        assert one.place.route == ("systems", 0, "entries", 0, "standard")
        assert f"crop:{OLD}" in one.about

    def test_a_named_successor_outside_the_workspace_is_hinted_at(self) -> None:
        text = records(f"number: {OLD}, status: 被代替, replaced_by: [{NEW}]")
        [one] = found("L003", text + one_system(f"standard: {OLD}"))
        assert say(one.hint) == f"enter {NEW} in its place"

    @pytest.mark.parametrize("placed", [NEW, "GB/T 99001"])
    def test_a_living_successor_in_the_system_is_enough(self, placed: str) -> None:
        text = self.REPLACED + one_system(f"standard: {OLD}", f"standard: {placed}")
        assert found("L003", text) == []

    def test_a_successor_in_a_used_base_is_enough_elsewhere_it_is_not(self) -> None:
        base = system(f"standard: {NEW}", name="base", more="    shared: true\n")
        using = system(f"standard: {OLD}", name="tea", more="    uses: [base]\n")
        alone = system(f"standard: {OLD}", name="rice")
        findings = found("L003", self.REPLACED + "systems:\n" + base + using + alone)
        assert [one.place.route[1] for one in findings] == [2]

    def test_a_replaced_successor_is_no_stand_in(self) -> None:
        text = records(
            f"number: {OLD}",
            f"number: {NEW}, replaces: [{OLD}]",
            f"number: {NEWER}, replaces: [{NEW}]",
        )
        both = one_system(f"standard: {OLD}", f"standard: {NEW}")
        assert [one.subject for one in found("L003", text + both)] == [OLD, NEW]
        whole = one_system(f"standard: {OLD}", f"standard: {NEWER}")
        assert found("L003", text + whole) == []

    def test_of_several_whole_successors_one_is_enough(self) -> None:
        text = records(
            f"number: {OLD}",
            f"number: {NEW}, replaces: [{OLD}]",
            f"number: GB/T 99002-2020, replaces: [{OLD}]",
        )
        for placed in (NEW, "GB/T 99002-2020"):
            entries = one_system(f"standard: {OLD}", f"standard: {placed}")
            assert found("L003", text + entries) == []

    def test_a_part_of_a_withdrawn_standard_may_live_on(self) -> None:
        part = f"number: {NEW}, replaces: [{{number: {OLD}, scope: part}}]"
        text = records(f"number: {OLD}, withdrawn: 2021", part)
        entries = one_system(f"standard: {OLD}", f"standard: {NEW}")
        assert found("L003", text + entries) == []

    def test_the_living_and_the_unknown_are_no_fault(self) -> None:
        text = records(f"number: {OLD}, status: 现行", f"number: {NEW}, status: 未知")
        entries = one_system(f"standard: {OLD}", f"standard: {NEW}")
        assert found("L003", text + entries) == []

    def test_each_system_is_told_once(self) -> None:
        text = records(f"number: {OLD}, status: 废止") + (
            "systems:\n"
            + system(f"standard: {OLD}", name="tea")
            + system(f"standard: {OLD}", name="rice")
        )
        assert [one.place.route[1] for one in found("L003", text)] == [0, 1]

    def test_an_unverified_status_is_marked(self) -> None:
        text = records(f"number: {OLD}, status: 废止, verified: false")
        [one] = found("L003", text + one_system(f"standard: {OLD}"))
        assert one.unverified

"""Rules L004, L005 and L008: what their samples do not show. All is invented."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from stdsys.findings import Severity
from tests.rules.small_workspaces import (
    NEW,
    NEWER,
    OLD,
    codes,
    found,
    one_system,
    records,
    say,
    system,
)


class TestReplacementUnclear:
    def test_a_successor_may_be_named_on_either_side_and_be_absent(self) -> None:
        either = records(f"number: {OLD}, status: 被代替", f"number: {NEW}, replaces: [{OLD}]")
        absent = records(f"number: {OLD}, status: 被代替, replaced_by: [{NEW}]")
        assert found("L004", either) == []
        assert found("L004", absent) == []

    def test_a_missing_successor_is_only_said(self) -> None:
        [one] = found("L004", records(f"number: {OLD}, status: 被代替"))
        assert one.severity is Severity.INFO

    def test_a_malformed_successor_is_left_to_n001(self) -> None:
        text = records(f"number: {OLD}, status: 被代替, replaced_by: [GB/T 990012020]")
        assert found("L004", text) == []

    def test_sides_that_disagree_are_a_warning_at_both_places(self) -> None:
        text = records(
            f"number: {OLD}, replaced_by: [{{number: {NEW}, scope: part}}]",
            f"number: {NEW}, replaces: [{OLD}]",
        )
        [one] = found("L004", text)
        assert one.severity is Severity.WARNING
        assert {one.subject, *one.about} == {OLD, NEW}
        places = (one.place, *(related.place for related in one.related))
        assert [place.route[:3] for place in places] == [
            ("standards", 0, "replaced_by"),
            ("standards", 1, "replaces"),
        ]

    def test_sides_that_agree_and_absent_predecessors_are_silent(self) -> None:
        text = records(
            f"number: {OLD}, replaces: [GB/T 99001-1999], replaced_by: [{NEW}]",
            f"number: {NEW}, replaces: [{OLD}]",
        )
        assert found("L004", text) == []


class TestReplacementCycle:
    def test_one_finding_a_cycle_about_all_members(self) -> None:
        text = records(
            f"number: {OLD}, replaces: [{NEWER}]",
            f"number: {NEW}, replaces: [{OLD}]",
            f"number: {NEWER}, replaces: [{NEW}]",
        )
        [one] = found("L005", text)
        assert one.severity is Severity.ERROR
        assert set(one.about) == {OLD, NEW, NEWER}
        assert one.place.route[:2] == ("standards", 0)
        assert [related.place.route[1] for related in one.related] == [1, 2]

    def test_two_cycles_are_two_findings(self) -> None:
        text = records(
            f"number: {OLD}, replaces: [{NEW}], replaced_by: [{NEW}]",
            "number: GB/T 99002-2010, replaces: [GB/T 99003-2010]",
            "number: GB/T 99003-2010, replaces: [GB/T 99002-2010]",
        )
        assert [one.subject for one in found("L005", text)] == [OLD, "GB/T 99002-2010"]

    def test_what_replaces_itself(self) -> None:
        [one] = found("L005", records(f"number: {OLD}, replaces: [{OLD}]"))
        assert say(one.message) == f"{OLD} is said to replace itself"

    def test_it_silences_what_rests_on_the_status_of_its_members(self) -> None:
        text = records(
            f"number: {OLD}, status: 被代替, replaces: [{NEW}]",
            f"number: {NEW}, status: 现行, withdrawn: 2024, replaces: [{OLD}]",
        )
        assert codes(text, "L") == ["L005"]

    @settings(max_examples=40, deadline=None)
    @given(
        links=st.lists(
            st.tuples(st.integers(1, 6), st.integers(1, 6)), min_size=1, max_size=8, unique=True
        )
    )
    def test_every_cycle_is_told_once(self, links: list[tuple[int, int]]) -> None:
        bodies = [
            f"number: GB/T 9900{n}-2010, replaces: "
            f"[{', '.join(f'GB/T 9900{old}-2010' for new, old in links if new == n)}]"
            for n in range(1, 7)
        ]
        reach = {n: {old for new, old in links if new == n} for n in range(1, 7)}
        for _step in reach:
            for n, met in reach.items():
                reach[n] = met.union(*(reach[m] for m in met))
        cyclic = {frozenset(m for m in reach[n] if n in reach[m]) for n in reach if n in reach[n]}
        findings = found("L005", records(*bodies))
        told = {frozenset(int(key[9]) for key in set(one.about)) for one in findings}
        assert told == cyclic
        assert len(findings) == len(cyclic)


class TestNewEditionComing:
    COMING = records(
        f"number: {OLD}, effective: 2011-01-01",
        f"number: {NEWER}, effective: 2027-03-16, replaces: [{OLD}]",
    )

    def test_the_date_is_told(self) -> None:
        [one] = found("L008", self.COMING + one_system(f"standard: {OLD}"))
        assert say(one.message) == f"{OLD} is replaced by {NEWER} on 2027-03-16"
        assert one.severity is Severity.INFO

    def test_a_date_nobody_knows(self) -> None:
        text = records(f"number: {OLD}", f"number: {NEWER}, status: 即将实施, replaces: [{OLD}]")
        [one] = found("L008", text + one_system(f"standard: {OLD}"))
        assert say(one.message) == f"{OLD} is going to be replaced by {NEWER}"

    def test_an_undated_entry_means_the_edition_in_force(self) -> None:
        [one] = found("L008", self.COMING + one_system("standard: GB/T 99001"))
        assert OLD in say(one.message)
        assert one.subject == "GB/T 99001"

    def test_standards_without_entry_are_left_alone(self) -> None:
        assert found("L008", self.COMING) == []

    def test_a_partial_successor_leaves_the_rest_in_force(self) -> None:
        text = records(
            f"number: {OLD}, effective: 2011",
            f"number: {NEWER}, effective: 2027, replaces: [{{number: {OLD}, scope: part}}]",
        )
        assert found("L008", text + one_system(f"standard: {OLD}")) == []

    def test_when_it_has_come_the_entry_is_dead(self) -> None:
        text = self.COMING + one_system(f"standard: {OLD}")
        assert codes(text, "L") == ["L008"]
        assert codes(text, "L", date(2027, 3, 16)) == ["L003"]

    def test_several_systems_are_told_once(self) -> None:
        text = self.COMING + (
            "systems:\n"
            + system(f"standard: {OLD}", name="tea")
            + system(f"standard: {OLD}", name="rice")
        )
        assert codes(text, "L") == ["L008"]

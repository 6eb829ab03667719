"""Rule P002: what the samples do not show."""

import pytest

from stdsys.findings import Severity
from stdsys.rules.programme.phases import PhaseDatesOutOfOrder
from tests.rules.judging import findings, hint, words


def phases(*items: str, more: str = "") -> str:
    listed = "".join(f"\n    - {{{item}}}" for item in items)
    return f"programme:\n  phases:{listed}\n{more}"


ONE = "id: one, name: 示例甲, start: 2026-03, end: 2026-06"


class TestPhases:
    @pytest.mark.parametrize(
        ("start", "end", "wrong"),
        [
            ("2026-06", "2026-05", True),
            ("2026-06", "2026-06", False),
            ("2026-06-02", "2026-06-01", True),
            ("2026-06", "2026", False),  # may be later in the year
            ("2026-06", "2025", True),
        ],
    )
    def test_the_end_is_before_the_start(self, start: str, end: str, wrong: bool) -> None:
        text = phases(f"id: one, name: 示例甲, start: {start}, end: {end}")
        found = findings(PhaseDatesOutOfOrder(), text)
        assert len(found) == wrong
        for one in found:
            assert (one.severity, one.subject) == (Severity.ERROR, "one")
            assert one.place.route == ("programme", "phases", 0, "end")
            assert words(one) == f"phase 示例甲 ends on {end}, before it starts on {start}"

    @pytest.mark.parametrize(
        ("start", "wrong"),
        [("2026-02", True), ("2026-03", False), ("2026-06", False), ("2026", False)],
    )
    def test_a_phase_starts_before_the_one_above(self, start: str, wrong: bool) -> None:
        found = findings(
            PhaseDatesOutOfOrder(), phases(ONE, f"id: b, name: 示例乙, start: {start}")
        )
        assert len(found) == wrong
        for one in found:
            assert (one.severity, one.subject) == (Severity.WARNING, "b")
            assert one.place.route == ("programme", "phases", 1, "start")
            assert one.related[0].place.route == ("programme", "phases", 0, "start")

    def test_a_phase_without_start_between_two_hides_nothing(self) -> None:
        text = phases(ONE, "id: b, name: 示例乙", "id: c, name: 示例丙, start: 2026-01")
        assert [one.subject for one in findings(PhaseDatesOutOfOrder(), text)] == ["c"]


class TestDue:
    @pytest.mark.parametrize(
        ("more", "subject", "route"),
        [
            (
                "  tasks: [{id: job, title: 示例, phase: one, due: 2026-02}]",
                "job",
                ("programme", "tasks", 0, "due"),
            ),
            (
                "systems: [{id: crop, name: 示例体系, entries: "
                "[{planned: 示例, id: draft, phase: one, due: 2026-02-28}]}]",
                "draft",
                ("systems", 0, "entries", 0, "due"),
            ),
            (
                "targets: [{id: goal, measure: standards, value: 6, strength: firm, "
                "phase: one, due: 2025}]",
                "goal",
                ("targets", 0, "due"),
            ),
        ],
    )
    def test_due_before_the_phase_starts(
        self, more: str, subject: str, route: tuple[str | int, ...]
    ) -> None:
        [one] = findings(PhaseDatesOutOfOrder(), phases(ONE, more=more))
        assert (one.severity, one.subject, one.place.route) == (Severity.WARNING, subject, route)
        assert "before its phase 示例甲 starts on 2026-03" in words(one)
        assert hint(one) == "correct the date, or name the phase in which it is due"

    @pytest.mark.parametrize("due", ["2026-03", "2026", "2026-06", "2030"])
    def test_later_or_vaguer_is_no_finding(self, due: str) -> None:
        more = f"  tasks: [{{id: job, title: 示例, phase: one, due: {due}}}]"
        assert findings(PhaseDatesOutOfOrder(), phases(ONE, more=more)) == []

    def test_a_planned_standard_is_waived_at_its_entry_and_may_be_unverified(self) -> None:
        more = (
            "systems: [{id: crop, name: 示例体系, entries: "
            "[{planned: 示例, id: draft, phase: one, due: 2026-02, verified: false}]}]"
        )
        [one] = findings(PhaseDatesOutOfOrder(), phases(ONE, more=more))
        assert one.about == ("draft", "crop:draft")
        assert one.unverified

"""Rules L001, L006, L007 and L009: what their samples do not show. All is invented."""

from datetime import date

import pytest

from tests.rules.small_workspaces import (
    NEW,
    OWN,
    codes,
    found,
    one_system,
    records,
    say,
    system,
)


class TestEffectiveBeforeIssued:
    @pytest.mark.parametrize(
        ("issued", "effective", "wrong"),
        [
            ("2020-06-01", "2020-05-31", True),
            ("2020-06-01", "2020-06-01", False),
            ("2020-06-15", "2020-06", False),
            ("2020-06", "2020-06-01", False),
            ("2020-06", "2020-05", True),
            ("2020-06-01", "2020", False),
            ("2020", "2019", True),
        ],
    )
    def test_only_what_is_certain(self, issued: str, effective: str, wrong: bool) -> None:
        text = records(f"number: {NEW}, issued: {issued}, effective: {effective}")
        assert [one.place.route[-1] for one in found("L001", text)] == ["effective"] * wrong

    def test_the_dates_may_be_stated_in_two_places(self) -> None:
        text = records(f"number: {NEW}, issued: 2020-06-01") + (
            one_system(f"standard: {NEW}, effective: 2020-01-01")
        )
        [one] = found("L001", text)
        assert one.place.route[0] == "systems"
        assert one.related[0].place.route[0] == "standards"


class TestReviewOverdue:
    @pytest.mark.parametrize(
        ("facts", "day", "overdue"),
        [
            ("issued: 2020-03-01", date(2025, 3, 1), False),
            ("issued: 2020-03-01", date(2025, 3, 2), True),
            ("issued: 2020-03", date(2025, 3, 31), False),
            ("issued: 2020-03", date(2025, 4, 1), True),
            ("issued: 2020-02-29", date(2025, 3, 1), True),
            ("issued: 2010, reviewed: 2021", date(2026, 11, 22), False),
            ("issued: 2010, reviewed: 2020", date(2026, 11, 22), True),
            ("reviewed: 2020", date(2026, 11, 22), True),
            ("effective: 2010", date(2026, 11, 22), False),
            ("issued: 2010, status: 修订中", date(2026, 11, 22), False),
            ("issued: 2010, status: 废止", date(2026, 11, 22), False),
            ("issued: 9998", date(9999, 12, 31), False),
        ],
    )
    def test_five_years_from_the_last_day_of_the_last_date(
        self, facts: str, day: date, overdue: bool
    ) -> None:
        text = OWN + records(f"number: T/SLXH 001-2010, issuer: 示例协会, {facts}")
        assert len(found("L006", text, day)) == overdue

    def test_the_place_is_the_last_date(self) -> None:
        text = OWN + records("number: T/SLXH 001-2010, issuer: guild, issued: 2010, reviewed: 2015")
        [one] = found("L006", text)
        assert one.place.route[-1] == "reviewed"

    def test_others_review_their_own(self) -> None:
        assert found("L006", records("number: GB/T 99001-2010, issued: 2010")) == []

    def test_a_reaffirmed_number_has_been_reviewed(self) -> None:
        text = OWN + records("number: T/SLXH 001-2010(2023), issuer: guild, issued: 2010")
        assert found("L006", text) == []
        [one] = found("L006", text, date(2029, 1, 1))
        assert one.place.route[-1] == "number"

    def test_a_new_edition_on_its_way_is_a_review(self) -> None:
        text = OWN + records(
            "number: T/SLXH 001-2010, issuer: guild, issued: 2010",
            "number: T/SLXH 001-2026, issuer: guild, issued: 2026-10, effective: 2027, "
            "replaces: [T/SLXH 001-2010]",
        )
        assert found("L006", text) == []


class TestYearDiffers:
    @pytest.mark.parametrize(
        ("number", "issued", "differs"),
        [
            ("GB/T 99001-2020", "2020", False),
            ("GB/T 99001-2020", "2021-01-05", True),
            ("GB 99001-2014(2018年版)", "2018-03-30", False),
            ("GB 99001-2014(2018年版)", "2016-03-30", True),
            ("T/SLXH 001-2020(2024)", "2020-03-30", False),
            ("GB/T 99001", "2020", False),
            ("CXS 99001-1999", "2019", False),
        ],
    )
    def test_the_year_of_the_number_is_that_of_issue(
        self, number: str, issued: str, differs: bool
    ) -> None:
        findings = found("L007", records(f"number: {number}, issued: {issued}"))
        assert [one.place.route[-1] for one in findings] == ["issued"] * differs


class TestPlannedPastDue:
    @pytest.mark.parametrize(
        ("due", "late"),
        [
            ("2026-11-21", True),
            ("2026-11-22", False),
            ("2026-11", False),
            ("2026-10", True),
            ("2026", False),
            ("2025", True),
        ],
    )
    def test_a_due_date_lasts_until_its_last_day(self, due: str, late: bool) -> None:
        text = one_system(f"planned: 示例规范, id: draft, due: {due}")
        findings = found("L009", text)
        assert [one.place.route[-1] for one in findings] == ["due"] * late

    def test_who_leads_is_told_and_the_entry_may_waive_it(self) -> None:
        text = "organisations: [{id: office, name: 示例主管局}]\nsystems:\n" + system(
            "planned: 示例规范, id: draft, due: 2025, lead: office"
        )
        [one] = found("L009", text)
        assert say(one.hint) == "lead unit: 示例主管局"
        assert one.subject == "draft"
        assert "crop:draft" in one.about

    def test_a_waiver_at_the_entry_accepts_it(self) -> None:
        waive = "waive: [{rule: L009, reason: 示例}]"
        text = one_system(f"planned: 示例规范, due: 2025, {waive}")
        assert codes(text, "L") == []


def test_the_facts_of_an_inline_standard_are_waived_at_its_entry() -> None:
    facts = "issued: 2020-06-01, effective: 2020-05-01"
    waive = "waive: [{rule: L001, reason: 示例}]"
    text = one_system(f"standard: {NEW}, {facts}, {waive}")
    assert codes(text, "L") == []

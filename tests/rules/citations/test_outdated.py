"""Rules R002, R005 and R008: what their samples do not show."""

from datetime import date

import pytest

from stdsys.rules.citations.outdated import CitesObsolete, NoLiveEdition, OtherPrefix
from tests.rules.citing_records import REPLACED, SUCCESSOR, WITHDRAWN, all_findings, citing, records
from tests.rules.judging import findings, hint, words


class TestCitesObsolete:
    def test_the_chain_leads_to_the_edition_in_force_also_under_another_number(self) -> None:
        text = records(
            citing("GB/T 99304-2002"),
            "{number: GB/T 99304-2002}",
            "{number: GB/T 99304-2013, replaces: [GB/T 99304-2002]}",
            "{number: GB 95009.3-2016, replaces: [GB/T 99304-2013]}",
        )
        [found] = findings(CitesObsolete(), text)
        assert "GB/T 99304-2002 → GB/T 99304-2013 → GB 95009.3-2016" in words(found)
        assert hint(found) == "cite GB 95009.3-2016"

    def test_before_the_successor_takes_effect_nothing_is_wrong(self) -> None:
        successor = "{number: GB/T 99002-2026, effective: 2027-01-01, replaces: [GB/T 99002-2010]}"
        text = records(citing("GB/T 99002-2010"), REPLACED, successor)
        assert findings(CitesObsolete(), text) == []
        assert len(findings(CitesObsolete(), text, date(2027, 1, 1))) == 1

    def test_part_of_an_edition_replaced_leaves_it_in_force(self) -> None:
        part = "{number: GB/T 99002-2020, replaces: [{number: GB/T 99002-2010, scope: part}]}"
        text = records(citing("GB/T 99002-2010"), REPLACED, part)
        assert findings(CitesObsolete(), text) == []

    @pytest.mark.parametrize(
        ("text", "unverified"),
        [
            (records(citing("GB/T 99002-2010"), REPLACED, SUCCESSOR), False),
            (
                records(citing("{number: GB/T 99002-2010, verified: false}"), REPLACED, SUCCESSOR),
                True,
            ),
            (
                records(
                    citing("GB/T 99002-2010"),
                    REPLACED,
                    SUCCESSOR.replace("}", ", verified: false}"),
                ),
                True,
            ),
            (
                records(
                    citing("GB/T 99002-2010"),
                    REPLACED.replace("}", ", verified: false}"),
                    SUCCESSOR,
                ),
                False,
            ),
            (
                records(citing("GB/T 99001-2010"), WITHDRAWN.replace("}", ", source: recalled}")),
                True,
            ),
            (
                records(citing("GB/T 99002-2015"), SUCCESSOR.replace("}", ", verified: false}")),
                True,
            ),
        ],
        ids=[
            "all verified",
            "citation",
            "successor",
            "replaced edition, whose death others state",
            "withdrawal",
            "newer edition of an edition that is not here",
        ],
    )
    def test_what_it_rests_on(self, text: str, unverified: bool) -> None:
        [found] = findings(CitesObsolete(), text)
        assert found.unverified is unverified

    def test_a_waiting_standard_without_number_is_cited_by_id(self) -> None:
        record = "{number: unknown, id: old, title: 示例旧规程, status: 废止}"
        [found] = all_findings(records(citing("old"), record))
        assert found.code == "R002"


class TestNoLiveEdition:
    def test_an_upcoming_edition_will_do(self) -> None:
        upcoming = "{number: GB/T 99001-2026, effective: 2027-01-01}"
        assert all_findings(records(citing("GB/T 99001"), WITHDRAWN, upcoming)) == []

    def test_an_edition_of_unknown_status_may_do(self) -> None:
        unknown = "{number: GB/T 99001-2016, status: 未知}"
        assert all_findings(records(citing("GB/T 99001"), WITHDRAWN, unknown)) == []

    def test_the_successor_under_another_number_is_named(self) -> None:
        heir = "{number: GB/T 99077-2020, replaces: [GB/T 99001-2010]}"
        [found] = findings(NoLiveEdition(), records(citing("GB/T 99001"), WITHDRAWN, heir))
        assert "GB/T 99001-2010 → GB/T 99077-2020" in hint(found)

    def test_one_unverified_edition_is_enough_doubt(self) -> None:
        other = "{number: GB/T 99001-2005, status: 废止, verified: false}"
        [found] = findings(NoLiveEdition(), records(citing("GB/T 99001"), WITHDRAWN, other))
        assert found.unverified


class TestOtherPrefix:
    def test_a_dated_citation_gets_the_dated_number(self) -> None:
        [found] = findings(OtherPrefix(), records(citing("GB 99002-2020"), SUCCESSOR))
        assert hint(found) == "cite GB/T 99002-2020"

    def test_a_recorded_former_number_is_no_fault(self) -> None:
        renamed = "{number: GB/T 99002-2006, formerly: [GB 99002-2006]}"
        assert all_findings(records(citing("GB 99002-2006"), renamed)) == []

    def test_an_unverified_record_of_the_other_code_is_marked(self) -> None:
        record = SUCCESSOR.replace("}", ", verified: false}")
        [found] = findings(OtherPrefix(), records(citing("GB 99002"), record))
        assert found.unverified

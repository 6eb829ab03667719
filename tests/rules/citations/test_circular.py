"""Rules R003 and R007: what their samples do not show."""

import pytest

from stdsys.findings import Severity
from stdsys.rules.citations.circular import CitationCycle, CitesItself
from stdsys.rules.waivers.mutes import without_muted
from tests.rules.citing_records import ANOTHER, OTHER, OWN, all_findings, citing, records
from tests.rules.judging import findings


class TestCitationCycle:
    def test_a_knot_of_three_is_one_finding_with_all_links(self) -> None:
        numbers = ["GB/T 99100-2020", "GB/T 99200-2020", "GB/T 99300-2020"]
        following = [*numbers[1:], numbers[0]]
        text = records(*(citing(b, number=a) for a, b in zip(numbers, following, strict=True)))
        [found] = findings(CitationCycle(), text)
        assert found.severity is Severity.INFO
        assert found.about == tuple(numbers)
        assert len(found.related) == 2

    def test_a_dead_link_makes_no_cycle(self) -> None:
        text = records(
            citing(ANOTHER, number=OTHER), citing(OTHER, number=ANOTHER, more=", status: 废止")
        )
        assert findings(CitationCycle(), text) == []

    def test_citing_itself_is_left_to_its_own_rule(self) -> None:
        text = records(citing(OWN))
        assert findings(CitationCycle(), text) == []
        assert len(findings(CitesItself(), text)) == 1

    def test_a_self_citation_within_a_knot_silences_the_knot(self) -> None:
        text = records(citing(OTHER, ANOTHER, number=OTHER), citing(OTHER, number=ANOTHER))
        both = all_findings(text)
        assert {found.code for found in both} == {"R003", "R007"}
        assert [found.code for found in without_muted(both)] == ["R007"]


class TestCitesItself:
    @pytest.mark.parametrize("cited", ["T/SLXH 001", "T/SLXH 001-2024", "T/SLXH 001—2024"])
    def test_dated_or_undated(self, cited: str) -> None:
        assert len(findings(CitesItself(), records(citing(cited)))) == 1

    def test_itself_under_another_code_is_one_fault(self) -> None:
        text = records(citing("GB 99100", number=OTHER))
        assert [found.code for found in all_findings(text)] == ["R007"]

    def test_an_earlier_edition_is_another_document(self) -> None:
        assert findings(CitesItself(), records(citing("T/SLXH 001-2015"))) == []

    def test_a_former_number_is_still_itself(self) -> None:
        text = records(citing("GB 99100-2020", number=OTHER, more=", formerly: [GB 99100-2020]"))
        assert [found.code for found in all_findings(text)] == ["R007"]

    def test_all_parts_of_its_series_are_not_only_itself(self) -> None:
        part = "{number: GB/T 99100.2-2020}"
        text = records(citing("GB/T 99100", number="GB/T 99100.1-2020"), part)
        assert findings(CitesItself(), text) == []

"""What the rules on citations share: who is told, and how findings are gathered."""

import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Severity
from stdsys.rules.citations.citation_rule import CitationRule
from stdsys.rules.citations.family import CITATION_RULES
from stdsys.rules.citations.outdated import CitesObsolete, NoLiveEdition, OtherPrefix
from tests.rules.citing_records import (
    ANOTHER,
    OTHER,
    OWN,
    REPLACED,
    SUCCESSOR,
    WITHDRAWN,
    all_findings,
    citing,
    records,
)
from tests.rules.judging import DAY, findings, words
from tests.workspaces import workspace as built


class TestWhoIsTold:
    CASES = [
        ("R001", "GB/T 99009", "", Severity.INFO, None),
        ("R002", "GB/T 99001-2010", WITHDRAWN, Severity.WARNING, Severity.INFO),
        ("R005", "GB/T 99001", WITHDRAWN, Severity.WARNING, Severity.INFO),
        ("R008", "GB 99002", SUCCESSOR, Severity.WARNING, Severity.INFO),
        ("R004", "Q/SLGS 001-2023", "{number: Q/SLGS 001-2023}", Severity.INFO, None),
    ]

    @pytest.mark.parametrize(("code", "cited", "record", "own", "elsewhere"), CASES)
    def test_own_documents_more_strictly_than_others(
        self, code: str, cited: str, record: str, own: Severity, elsewhere: Severity | None
    ) -> None:
        for number, severity in ((OWN, own), (OTHER, elsewhere)):
            known = [record] if record else []
            found = all_findings(records(citing(cited, number=number), *known))
            expected = [] if severity is None else [(code, severity)]
            assert [(one.code, one.severity) for one in found] == expected

    def test_citing_oneself(self) -> None:
        [own] = all_findings(records(citing(OWN)))
        [other] = all_findings(records(citing(OTHER, number=OTHER)))
        assert (own.code, own.severity) == ("R007", Severity.WARNING)
        assert (other.code, other.severity) == ("R007", Severity.INFO)

    def test_citing_a_plan_is_an_info_for_both(self) -> None:
        for number in (OWN, OTHER):
            plan = "systems: [{id: crop, name: 示例体系, entries: [{planned: 示例规范, id: plan}]}]"
            [found] = all_findings(records(citing("plan", number=number)) + plan)
            assert (found.code, found.severity) == ("R006", Severity.INFO)

    @pytest.mark.parametrize(
        "state", ["status: 废止", "status: 被代替", "status: 未知", "withdrawn: 2020-01-01"]
    )
    def test_a_dead_text_is_not_judged(self, state: str) -> None:
        cites = ("GB/T 99001-2010", "GB/T 99001", "GB 99002", OWN, "GB/T 99009")
        assert all_findings(records(citing(*cites, more=f", {state}"), WITHDRAWN, SUCCESSOR)) == []

    def test_an_upcoming_text_is_judged(self) -> None:
        text = records(citing("GB/T 99001", more=", effective: 2027-03-01"), WITHDRAWN)
        assert [found.code for found in all_findings(text)] == ["R005"]

    def test_a_planned_text_is_judged_as_own(self) -> None:
        plan = (
            "systems: [{id: crop, name: 示例体系, entries: ["
            "{planned: 示例规范, id: plan, cites: [GB/T 99001-2010]}]}]"
        )
        [found] = findings(CitesObsolete(), records(WITHDRAWN) + plan)
        assert found.severity is Severity.WARNING
        assert found.subject == "plan"
        assert words(found) == "示例规范 cites GB/T 99001-2010, which is withdrawn"

    def test_sound_citations_are_silent(self) -> None:
        text = records(citing("GB/T 99002-2020", "GB/T 99002"), REPLACED, SUCCESSOR)
        assert all_findings(text) == []


class TestGathering:
    def test_own_documents_each_speak_for_themselves(self) -> None:
        second = citing("GB/T 99001", number="T/SLXH 002-2024", more=", issuer: guild")
        found = findings(NoLiveEdition(), records(citing("GB/T 99001"), second, WITHDRAWN))
        assert [one.group for one in found] == [None, None]
        assert [one.subject for one in found] == [OWN, "T/SLXH 002-2024"]

    @pytest.mark.parametrize(
        ("rule", "cited", "subject"),
        [
            (CitesObsolete(), "GB/T 99002-2010", "GB/T 99002-2010"),
            (NoLiveEdition(), "GB/T 99001", "GB/T 99001"),
            (OtherPrefix(), "GB 99002", "GB 99002"),
        ],
    )
    def test_other_documents_are_gathered_by_what_they_cite(
        self, rule: CitesObsolete | NoLiveEdition | OtherPrefix, cited: str, subject: str
    ) -> None:
        texts = [citing(cited, number=number) for number in (OTHER, ANOTHER)]
        found = findings(rule, records(*texts, WITHDRAWN, REPLACED, SUCCESSOR))
        assert len(found) == 2
        assert {one.group for one in found} == {subject}
        assert {one.subject for one in found} == {subject}

    def test_a_waiver_at_the_citing_document_matches_its_own_citation(self) -> None:
        texts = [citing("GB/T 99001", number=number) for number in (OTHER, ANOTHER)]
        found = findings(NoLiveEdition(), records(*texts, WITHDRAWN))
        assert [one.about[1:] for one in found] == [(OTHER,), (ANOTHER,)]

    def test_a_document_that_only_an_entry_states_is_waived_at_the_entry(self) -> None:
        entry = "{standard: T/SLXH 009-2024, origin: own, cites: [GB/T 99001]}"
        text = records(WITHDRAWN) + f"systems: [{{id: crop, name: 示例体系, entries: [{entry}]}}]"
        [found] = findings(NoLiveEdition(), text)
        assert found.about == ("T/SLXH 009-2024", "crop:T/SLXH 009-2024")
        assert found.place.route == ("systems", 0, "entries", 0, "cites", 0)


class TestNotable:
    """The rules are asked of the notable citations only: nothing else may concern any of them."""

    CITED = (
        *("GB/T 99001-2010", "GB/T 99001", "GB 99002", "GB/T 99002-2010", "GB/T 99002-2020"),
        *("GB/T 99003", "GB/T 99004", "GB/T 99005（所有部分）", "GB/T 99009", "T/SLXH 002-2024"),
        *("Q/SLGS 001", "ISO 99001:2020", "plan", "示例规范", "law", OWN, OTHER, ANOTHER),
    )
    KNOWN = (
        *(WITHDRAWN, REPLACED, SUCCESSOR),
        "{number: GB/T 99003-2027, effective: 2027-03-01}",
        "{number: GB/T 99004-2020, status: 未知}",
        "{number: GB/T 99005.1-2020}",
        "{number: GB/T 99005.2-2010, status: 废止}",
        "{number: T/SLXH 002-2024}",
        "{number: Q/SLGS 001-2023}",
        "{number: ISO 99001:2020}",
    )
    MORE = """
documents: [{id: law, title: 示例法, kind: law}]
systems:
  - {id: crop, name: 示例体系, entries: [{planned: 示例规范, id: plan, cites: [plan, GB 99002]}]}
"""

    def _analysis(self, *, workspace: str = "") -> Analysis:
        numbers = (OWN, OTHER, ANOTHER, "NY/T 99001-2020", "Q/SLGS 002-2023", "ISO 99002:2020")
        texts = [citing(*self.CITED, number=number) for number in numbers]
        dead = citing(*self.CITED, number="GB/T 99300-2020", more=", status: 废止")
        text = records(*texts, dead, *self.KNOWN, workspace=workspace) + self.MORE
        return Analysis(built(text), DAY)

    @pytest.mark.parametrize("workspace", ["", ", citations: closed"])
    def test_no_rule_concerns_a_citation_that_is_not_notable(self, workspace: str) -> None:
        analysis = self._analysis(workspace=workspace)
        citations = analysis.citations
        notable = set(citations.notable)
        judged = [one for one in citations.all if one.judged]
        rules = [rule for rule in CITATION_RULES if isinstance(rule, CitationRule)]
        concerned = {rule: [rule.concerns(one, analysis) for one in judged] for rule in rules}
        assert all(any(found) for found in concerned.values())
        for found in concerned.values():
            assert notable.issuperset(
                one for one, wrong in zip(judged, found, strict=True) if wrong
            )

    def test_a_dead_document_has_none_and_reading_order_is_kept(self) -> None:
        citations = self._analysis().citations
        notable = set(citations.notable)
        assert all(one.judged for one in notable)
        assert citations.notable == tuple(one for one in citations.all if one in notable)

    def test_a_sound_citation_is_not_notable(self) -> None:
        text = records(citing("GB/T 99002-2020", "GB/T 99002", OTHER), SUCCESSOR)
        citations = Analysis(built(text), DAY).citations
        assert [one.cited_as for one in citations.notable] == [OTHER]

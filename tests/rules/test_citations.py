"""Rules R001 to R008: what the samples do not show."""

from datetime import date

import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Severity
from stdsys.model.assembly import assemble
from stdsys.model.reading import Sections
from stdsys.rules.citations import CITATION_RULES
from stdsys.rules.citations_circular import CitationCycle, CitesItself
from stdsys.rules.citations_outdated import CitesObsolete, NoLiveEdition, OtherPrefix
from stdsys.rules.citations_reach import CitesLowerLevel, CitesOutside, CitesPlanned
from stdsys.rules.mutes import without_muted
from tests.rules.judging import DAY, findings, hint, words

OWN = "T/SLXH 001-2024"
OTHER = "GB/T 99100-2020"
ANOTHER = "GB/T 99200-2020"


def citing(*cites: str, number: str = OWN, more: str = "") -> str:
    """Return a record that cites these items; the own number is issued by an own organisation."""
    issuer = ", issuer: guild" if number == OWN else ""
    items = ", ".join(cites)
    return f"{{number: {number}, title: 示例文件, cites: [{items}]{issuer}{more}}}"


def records(*standards: str, workspace: str = "") -> str:
    """Return a workspace of these records."""
    lines = "\n".join(f"  - {standard}" for standard in standards)
    return f"""
workspace: {{name: sample{workspace}}}
organisations: [{{id: guild, name: 示例协会, own: true}}]
standards:
{lines}
"""


def all_findings(text: str) -> list[Finding]:
    """Return the findings of every rule on citations."""
    return [found for rule in CITATION_RULES for found in findings(rule, text)]


WITHDRAWN = "{number: GB/T 99001-2010, title: 示例术语, status: 废止}"
REPLACED = "{number: GB/T 99002-2010, title: 示例方法}"
SUCCESSOR = "{number: GB/T 99002-2020, title: 示例方法, replaces: [GB/T 99002-2010]}"


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


class TestCitesOutside:
    def test_a_closed_workspace_warns_of_every_document(self) -> None:
        texts = [citing("GB/T 99009", number=number) for number in (OWN, OTHER)]
        found = findings(CitesOutside(), records(*texts, workspace=", citations: closed"))
        assert [one.severity for one in found] == [Severity.WARNING] * 2
        assert [one.subject for one in found] == [OWN, "GB/T 99009"]

    def test_what_may_stand_in_an_unreadable_file_is_not_missed(self) -> None:
        sections = Sections()
        record = {"number": OWN, "issuer": "guild", "cites": ["GB/T 99009-2020", "GB/T 99010"]}
        guild = {"id": "guild", "name": "示例协会", "own": "true"}
        data = {"organisations": [guild], "standards": [record]}
        sections.read_file("stdsys.yaml", data, main=True)
        built, _ = assemble(sections, name="sample", unread=["- number: GB/T 99009-2020\n oops"])
        found = list(CitesOutside().check(Analysis(built, DAY)))
        assert [words(one) for one in found] == [
            f"{OWN} cites GB/T 99010, which is not in the workspace"
        ]

    def test_another_edition_of_the_family_is_inside(self) -> None:
        assert findings(CitesOutside(), records(citing("GB/T 99002-2015"), SUCCESSOR)) == []

    def test_a_document_known_by_its_title_is_inside(self) -> None:
        text = records(citing("示例管理办法")) + "documents: [{id: law, title: 示例管理办法}]"
        assert all_findings(text) == []


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


class TestCitesLowerLevel:
    @pytest.mark.parametrize(
        ("own", "cited", "lower"),
        [
            ("DB42/T 9901-2024", "T/SLXH 003-2020", True),
            ("DB42/T 9901-2024", "NY/T 9901-2020", False),
            ("DB42/T 9901-2024", "DB42/T 9902-2020", False),
            ("GB/T 99001-2024", "NY/T 9901-2020", True),
            ("T/SLXH 004-2024", "Q/SLGS 001-2023", True),
            ("Q/SLGS 001-2023", "ISO 9001:2015", False),
            ("GB/T 99001-2024", "JJF 1070-2018", False),
        ],
    )
    def test_levels_are_compared_among_the_five(self, own: str, cited: str, lower: bool) -> None:
        text = records(citing(cited, number=own, more=", issuer: 示例协会"), f"{{number: {cited}}}")
        assert len(findings(CitesLowerLevel(), text)) == lower

    def test_both_levels_are_named(self) -> None:
        [found] = findings(CitesLowerLevel(), records(citing("Q/SLGS 001-2023")))
        assert words(found) == (
            "T/SLXH 001-2024 (group standard) cites Q/SLGS 001-2023, "
            "which is of a lower level (enterprise standard)"
        )


class TestCitesPlanned:
    def test_by_title_or_by_id_it_is_the_same_plan(self) -> None:
        plan = "systems: [{id: crop, name: 示例体系, entries: [{planned: 示例规范, id: plan}]}]"
        texts = [citing("plan", number=OTHER), citing("示例规范", number=ANOTHER)]
        found = findings(CitesPlanned(), records(*texts) + plan)
        assert [one.group for one in found] == ["plan", "plan"]

    def test_a_plan_that_cites_itself_is_told_so_once(self) -> None:
        entry = "{planned: 示例规范, id: plan, cites: [plan]}"
        text = f"systems: [{{id: crop, name: 示例体系, entries: [{entry}]}}]"
        assert [found.code for found in all_findings(text)] == ["R007"]


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

"""Rules R001, R004 and R006: what their samples do not show."""

import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Severity
from stdsys.model.assembly import assemble
from stdsys.model.sections import Sections
from stdsys.rules.citations.reach import CitesLowerLevel, CitesOutside, CitesPlanned
from tests.rules.citing_records import ANOTHER, OTHER, OWN, SUCCESSOR, all_findings, citing, records
from tests.rules.judging import DAY, findings, words


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

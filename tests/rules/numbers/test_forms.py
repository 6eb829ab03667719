"""Rules N001, N002 and N004: what their samples do not show. All is invented."""

import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Severity
from stdsys.model.assembly import assemble
from stdsys.model.sections import Sections
from stdsys.rules.numbers.forms import NotANumber
from tests.rules.small_workspaces import DAY, found, one_system, record, report, say


class TestNotANumber:
    @pytest.mark.parametrize(
        ("text", "reason", "hint"),
        [
            ("GB/T 990012020", "number and year are run together", "GB/T 99001-2020"),
            ("GB/T 99001-07", "two-figure year below 50", ""),
            ("GB/T 99001-1800", "the year cannot be true", ""),
            ("20219990-T-424", "a plan number", "number: unknown"),
            ("示例种植规范", "no standard number", "number: unknown"),
            ("DB429999/T 1-2020", "a county may not issue local standards", "number: unknown"),
            ("无", "stated: none", "number: unknown"),
            ("GB/T XXXXX-XXXX", "blank form", "planned:"),
            ("GВ/T 99001-2020", "В (U+0412) only look like Latin", "GB/T 99001-2020"),
            ("GB/A 99001-2020", "no code with the suffix A", "number: unknown"),
        ],
    )
    def test_says_what_is_wrong_and_what_to_write(self, text: str, reason: str, hint: str) -> None:
        [finding] = found("N001", record(number=f"'{text}'", title="示例"))
        assert finding.severity is Severity.ERROR
        assert reason in say(finding.message)
        assert hint in say(finding.hint)
        assert finding.place.route == ("standards", 0, "number")

    def test_several_numbers_in_one_value_are_to_be_split(self) -> None:
        [finding] = found("N001", record(number="GB/T 99001-2020、GB/T 99002-2021", title="示例"))
        assert "names 2 standards" in say(finding.message)
        assert "GB/T 99001-2020, GB/T 99002-2021" in say(finding.hint)

    @pytest.mark.parametrize("field", ["replaces", "replaced_by", "cites", "formerly"])
    def test_lists_of_numbers_are_judged_item_by_item(self, field: str) -> None:
        text = record(
            number="GB/T 99001-2020", title="示例", **{field: "[GB/T 99002-2020, GB/T 990032020]"}
        )
        [finding] = found("N001", text)
        assert finding.place.route[:4] == ("standards", 0, field, 1)
        assert finding.subject == "GB/T 990032020"

    @pytest.mark.parametrize("field", ["needs", "upgrades"])
    def test_what_looks_like_a_number_is_judged_where_ids_may_stand(self, field: str) -> None:
        text = one_system(f"planned: 示例规范, {field}: [GB/T 990032020, no-such-id]")
        [finding] = found("N001", text)
        assert finding.place.route[-2:] == (field, 0)

    def test_adopted_documents_are_free(self) -> None:
        text = record(number="GB/T 99001-2020", title="示例", adopts="['Sample Handbook, part 2']")
        assert found("N001", text) == []

    def test_wu_says_that_nothing_is_replaced(self) -> None:
        text = record(number="GB/T 99001-2020", title="示例", replaces="[无]")
        assert found("N001", text) == []

    def test_ids_of_what_has_no_number_may_be_cited_entered_and_replaced(self) -> None:
        text = (
            "documents:\n  - {id: measures, title: 示例办法}\n"
            "standards:\n"
            "  - {number: unknown, id: old-practice, title: 示例旧规范}\n"
            "  - number: GB/T 99001-2020\n    title: 示例\n"
            "    cites: [measures, old-practice, draft]\n    replaces: [old-practice]\n"
        ) + one_system("standard: old-practice", "planned: 示例, id: draft")
        assert found("N001", text) == []

    def test_a_cited_text_without_number_is_sent_to_the_documents(self) -> None:
        text = record(number="GB/T 99001-2020", title="示例", cites="[示例商品管理办法]")
        [finding] = found("N001", text)
        assert "documents:" in say(finding.hint)

    def test_an_id_that_may_stand_in_an_unreadable_file_is_not_judged(self) -> None:
        sections = Sections()
        cites = [{"number": "old-practice"}, {"number": "GB/T 990032020"}]
        standard = {"number": "GB/T 99001-2020", "cites": cites}
        sections.read_file("a.yaml", {"standards": [standard]}, main=False)
        built, _findings = assemble(sections, name="example", unread=["id: old-practice: ["])
        findings = NotANumber().check(Analysis(built, DAY))
        assert [finding.subject for finding in findings] == ["GB/T 990032020"]

    def test_drafts_may_refer_to_drafts_but_not_replace_them(self) -> None:
        draft = "GB/T XXXXX-XXXX"
        allowed = one_system(f"planned: 示例, cites: [{draft}], needs: [{draft}]")
        assert found("N001", allowed) == []
        refused = one_system(f"planned: 示例, replaces: [{draft}]")
        assert [finding.place.route[-3] for finding in found("N001", refused)] == ["replaces"]

    def test_an_entry_of_unknown_number_names_its_record(self) -> None:
        [finding] = found("N001", one_system("standard: unknown"))
        assert "id of the record" in say(finding.hint)

    def test_one_fault_gives_one_message(self) -> None:
        bad = "GB/T 990012020"
        text = record(
            number=bad, title="示例", level="国家标准", issued="2020-05", effective="2020-04"
        ) + one_system(f"standard: {bad}", f"standard: {bad}")
        [one] = report(text).findings
        assert (one.finding.code, one.finding.count) == ("N001", 3)

    def test_the_rules_on_the_citing_standard_still_speak(self) -> None:
        text = record(
            number="GB/T 99001-2020",
            issued="2020-05",
            effective="2020-04",
            cites="[GB/T 990032020]",
        )
        findings = report(text).findings
        assert {one.finding.code for one in findings} >= {"N001", "L001"}

    def test_a_long_text_is_quoted_in_part(self) -> None:
        [finding] = found("N001", record(number="示例" * 80, title="示例"))
        assert len(say(finding.message)) < 130
        assert finding.subject == "示例" * 80


class TestNotCanonical:
    @pytest.mark.parametrize(
        ("text", "canonical"),
        [
            ("GB/T 99001—2020", "GB/T 99001-2020"),
            ("gb/t99001-2020", "GB/T 99001-2020"),
            ("ＧＢ／Ｔ　９９００１－２０２０", "GB/T 99001-2020"),
            ("GBT 99001-2020", "GB/T 99001-2020"),
            ("DB 42/T 99001-2020", "DB42/T 99001-2020"),
            ("GB 99001-91", "GB 99001-1991"),
        ],
    )
    def test_the_hint_is_the_canonical_form(self, text: str, canonical: str) -> None:
        [finding] = found("N002", record(number=f"'{text}'", title="示例"))
        assert say(finding.hint) == f"write {canonical}"
        assert finding.subject == canonical

    @pytest.mark.parametrize(
        "text",
        ["GB/T 99001-2020", "ISO 99001:2015", "GB 99001-2014(2018年版)", "Q/SLXH 0001S-2023"],
    )
    def test_canonical_forms_are_silent(self, text: str) -> None:
        assert found("N002", record(number=f"'{text}'", title="示例")) == []

    def test_what_a_number_says_of_adoption_goes_to_its_field(self) -> None:
        [finding] = found("N002", record(number="'GB/T 99001-2016/ISO 9001:2015'", title="示例"))
        assert say(finding.hint) == "write GB/T 99001-2016, and ISO 9001:2015 under adopts:"

    def test_adopted_numbers_are_judged_where_they_can_be_read(self) -> None:
        text = record(number="GB/T 99001-2020", adopts="[ISO9001：2015, 'Sample Handbook']")
        [finding] = found("N002", text)
        assert say(finding.hint) == "write ISO 9001:2015"

    def test_a_year_written_as_a_part_is_doubted(self) -> None:
        [finding] = found("N002", record(number="GB/T 99001.2020", title="示例"))
        assert say(finding.hint) == "did you mean GB/T 99001-2020?"

    def test_all_of_a_workspace_are_one_finding(self) -> None:
        text = record(number="GB/T 99001—2020", cites="[GB/T99002, GB/T99003]")
        findings = report(text).findings
        [one] = [one for one in findings if one.finding.code == "N002"]
        assert one.finding.count == 3
        assert len(one.related) == 2

    def test_an_inline_standard_is_waived_at_its_entry(self) -> None:
        text = one_system("standard: GB/T99001-2020, cites: [GB/T99002-2020]")
        findings = found("N002", text)
        assert [finding.about[-1] for finding in findings] == ["crop:GB/T 99001-2020"] * 2


class TestDoubtfulCode:
    @pytest.mark.parametrize(
        ("number", "reason"),
        [
            ("XX/T 99001-2020", "there is no industry code XX"),
            ("DB99/T 1-2020", "there is no region 99"),
            ("SHJ 99-1990", "the code SHJ is no longer in use"),
            ("CECS 99-1994", "the code CECS without T/ is no longer in use"),
            ("DB4290/T 1-2020", "4290 is no city"),
            ("GBZ 99001-2015", "at most three figures"),
        ],
    )
    def test_unknown_and_withdrawn_codes(self, number: str, reason: str) -> None:
        text = record(number=number, title="示例")
        [finding] = found("N004", text)
        assert finding.severity is Severity.WARNING
        assert reason in say(finding.message)
        assert found("N001", text) == []

    def test_old_codes_are_right_for_what_is_gone_or_only_quoted(self) -> None:
        gone = record(number="SHJ 99-1990", title="示例", status="废止")
        quoted = record(number="GB/T 99001-2020", replaces="[SHJ 99-1990]", cites="[SHJ 98-1990]")
        assert found("N004", gone) == []
        assert found("N004", quoted) == []

    def test_unknown_codes_are_found_everywhere_and_gathered_by_code(self) -> None:
        text = record(number="GB/T 99001-2020", cites="[XX/T 1-2020, XX/T 2-2020, VV/T 3-2020]")
        findings = report(text).findings
        counts = [one.finding.count for one in findings if one.finding.code == "N004"]
        assert sorted(counts) == [1, 2]

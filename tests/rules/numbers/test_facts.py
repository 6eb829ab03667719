"""Rules N003, N005, N006 and N007: what their samples do not show. All is invented."""

import pytest

from tests.rules.small_workspaces import (
    found,
    one_system,
    record,
    say,
)


class TestLevelDisagrees:
    @pytest.mark.parametrize(
        ("number", "level", "wrong"),
        [
            ("NY/T 99001-2020", "国家标准", True),
            ("NY/T 99001-2020", "行业标准", False),
            ("CECS 99-1994", "团体标准", False),
            ("JJF 99001-2020", "国家标准", False),
            ("JJF(鄂) 99-2020", "地方标准", False),
            ("JJF(鄂) 99-2020", "国家标准", True),
            ("ISO 99001:2015", "国家标准", True),
            ("ISO 99001:2015", "其他", False),
        ],
    )
    def test_the_number_decides(self, number: str, level: str, wrong: bool) -> None:
        findings = found("N003", record(number=f"'{number}'", title="示例", level=level))
        assert [finding.place.route[-1] for finding in findings] == ["level"] * wrong

    def test_the_place_is_where_the_level_is_stated(self) -> None:
        text = record(number="GB/T 99001-2020", title="示例") + one_system(
            "standard: GB/T 99001-2020, level: 行业标准"
        )
        [finding] = found("N003", text)
        assert finding.place.route == ("systems", 0, "entries", 0, "level")

    def test_an_unverified_record_is_marked(self) -> None:
        text = record(number="GB/T 99001-2020", level="行业标准", verified="false")
        assert [finding.unverified for finding in found("N003", text)] == [True]


class TestTwiceInSystem:
    def test_numbers_are_compared_not_texts(self) -> None:
        text = one_system("standard: GB/T 99001-2020", "standard: GB/T99001—2020")
        [finding] = found("N005", text)
        assert finding.place.route == ("systems", 0, "entries", 1, "standard")
        assert [one.place.route[3] for one in finding.related] == [0]
        assert "crop:GB/T 99001-2020" in finding.about

    def test_planned_standards_and_documents_count_too(self) -> None:
        text = "documents:\n  - {id: measures, title: 示例办法}\n" + one_system(
            "planned: 示例 规范", "planned: 示例规范", "document: measures", "document: measures"
        )
        places = [finding.place.route[-1] for finding in found("N005", text)]
        assert places == ["planned", "document"]

    def test_other_editions_and_other_systems_are_no_fault(self) -> None:
        text = one_system("standard: GB/T 99001-2020", "standard: GB/T 99001-2010")
        text += "  - {id: other, name: 示例, entries: [{standard: GB/T 99001-2020}]}\n"
        assert found("N005", text) == []


class TestUndated:
    def test_the_hint_names_the_live_edition(self) -> None:
        text = one_system("standard: GB/T 99001") + (
            "standards:\n  - {number: GB/T 99001-2010, status: 废止}\n"
            "  - {number: GB/T 99001-2020, title: 示例}\n"
        )
        [finding] = found("N006", text)
        assert say(finding.hint) == "did you mean GB/T 99001-2020?"

    @pytest.mark.parametrize("field", ["replaces", "replaced_by"])
    def test_both_sides_of_a_replacement_are_dated(self, field: str) -> None:
        text = record(number="GB/T 99001-2020", **{field: "[GB/T 99002, GB/T 99003-2020]"})
        [finding] = found("N006", text)
        assert finding.place.route[2:4] == (field, 0)

    def test_references_and_records_may_be_undated(self) -> None:
        text = record(number="GB/T 99001", title="示例", cites="[GB/T 99002]")
        assert found("N006", text) == []

    def test_a_blank_form_is_left_to_n001(self) -> None:
        assert found("N006", one_system("standard: GB/T XXXXX-XXXX")) == []


class TestNatureDisagrees:
    @pytest.mark.parametrize(
        ("number", "nature", "wrong"),
        [
            ("GB 99001-2020", "强制性", False),
            ("GB/T 99001-2020", "强制性", True),
            ("GB/Z 99001-2020", "指导性技术文件", False),
            ("T/SLXH 001-2020", "推荐性", True),
            ("T/SLXH 001-2020", "自愿性", False),
            ("ISO 99001:2015", "推荐性", False),
        ],
    )
    def test_the_number_decides(self, number: str, nature: str, wrong: bool) -> None:
        findings = found("N007", record(number=f"'{number}'", title="示例", nature=nature))
        assert [finding.place.route[-1] for finding in findings] == ["nature"] * wrong

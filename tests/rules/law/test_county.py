"""Rule H001: what the samples do not show. All is invented."""

import pytest

from stdsys.findings import Severity
from tests.rules.small_workspaces import codes, found, one_system, say

ORGANISATIONS = """\
organisations:
  - {id: province, name: 示例省主管局, kind: department, region: "990000"}
  - {id: city, name: 示例市主管局, kind: department, region: "990100"}
  - {id: county, name: 示例县人民政府, kind: government, region: "990121", aliases: [示例县]}
  - {id: bureau, name: 示例县主管局, kind: department, parent: county}
  - {id: guild, name: 示例县协会, kind: association, region: "990121"}
  - {id: firm, name: 示例公司, kind: enterprise, parent: county}
  - {id: twin, name: 示例局, kind: department, region: "990121"}
  - {id: other-twin, name: 示例局, kind: department, region: "990100"}
"""
NUMBER = "DB42/T 99001-2024"


def record(**fields: str) -> str:
    stated = {"number": NUMBER, "title": "示例规范", **fields}
    body = ", ".join(f'{name}: "{value}"' for name, value in stated.items())
    return f"{ORGANISATIONS}standards:\n  - {{{body}}}\n"


@pytest.mark.parametrize(
    "issuer",
    ["county", "示例县人民政府", " 示例县 ", "bureau", "guild", "county、bureau", "bureau，guild"],
)
def test_a_countys_organisation_may_not_issue_however_it_is_named(issuer: str) -> None:
    [one] = found("H001", record(issuer=issuer))
    assert one.severity is Severity.ERROR
    assert one.subject == NUMBER
    assert one.place.route == ("standards", 0, "issuer")


@pytest.mark.parametrize(
    "issuer",
    [
        "city",
        "province",
        "示例市主管局、示例县",
        "county；别处主管局",
        "别处的县",
        "firm",
        "示例局",
    ],
    ids=["city", "province", "jointly with a city", "with a stranger", "stranger", "firm", "two"],
)
def test_who_may_issue_or_is_not_known_is_silent(issuer: str) -> None:
    assert found("H001", record(issuer=issuer)) == []


def test_without_issuer_nothing_is_said() -> None:
    assert found("H001", record(custodian="county")) == []


@pytest.mark.parametrize("number", ["GB/T 99001-2024", "T/SLXH 001-2024", "JJF(鄂) 99-2024"])
def test_only_local_standards_are_judged(number: str) -> None:
    assert found("H001", record(number=number, issuer="county")) == []


def test_a_local_standard_of_unknown_number_goes_by_its_title() -> None:
    [one] = found("H001", record(number="unknown", level="地方标准", issuer="county"))
    assert "示例规范 is a local standard" in say(one.message)
    assert "示例县人民政府" in say(one.message)


def test_the_dead_are_left_alone() -> None:
    assert found("H001", record(issuer="county", status="废止")) == []


def test_unverified_facts_are_marked() -> None:
    [one] = found("H001", record(issuer="county", verified="false"))
    assert one.unverified


@pytest.mark.parametrize(("field", "count"), [("issuer", 1), ("lead", 0), ("custodian", 0)])
def test_a_planned_standard_is_judged_by_its_issuer_not_by_its_lead(field: str, count: int) -> None:
    planned = one_system(f"planned: 示例种植规范, level: local, {field}: county")
    assert len(found("H001", ORGANISATIONS + planned)) == count


def test_a_waiver_at_the_record_or_the_planned_entry_matches() -> None:
    waive = "waive: [{rule: H001, reason: 省局发布，封面另印}]"
    text = f"{ORGANISATIONS}standards: [{{number: {NUMBER}, issuer: county, {waive}}}]\n"
    assert codes(text, "H") == []
    planned = one_system(f"planned: 示例种植规范, level: local, issuer: county, {waive}")
    assert codes(ORGANISATIONS + planned, "H") == []


def test_of_a_countys_standard_only_h001_speaks() -> None:
    assert codes(record(issuer="guild"), "H") == ["H001"]
    planned = one_system("planned: 示例种植规范, level: local, nature: 强制性, issuer: county")
    assert codes(ORGANISATIONS + planned, "H") == ["H001"]


def test_departments_that_belong_to_each_other_are_of_no_region() -> None:
    text = (
        "organisations:\n"
        "  - {id: one, name: 甲局, kind: department, parent: two}\n"
        "  - {id: two, name: 乙局, kind: department, parent: one}\n"
        f"standards: [{{number: {NUMBER}, issuer: one}}]\n"
    )
    assert found("H001", text) == []

"""Rule H008: what the samples do not show. All is invented."""

import pytest

from stdsys.findings import Finding, Severity
from tests.rules.small_workspaces import codes, found, one_system, say

KINDS = (
    *("government", "department", "institution", "committee"),
    *("association", "enterprise", "cooperative", "household"),
)
REGIONS = {"nation": None, "province": "420000", "city": "429900"}
ORGANISATIONS = "organisations:\n" + "".join(
    f"  - {{id: {tier}-{kind}, name: 示例{tier}{kind}, kind: {kind}, own: true"
    + (f', region: "{region}"}}\n' if region else "}\n")
    for tier, region in REGIONS.items()
    for kind in KINDS
)
OTHERS = ORGANISATIONS.replace("own: true", "own: false")
MORE = '  - {id: kindless, name: 示例单位, region: "420000", own: true}\n'
CITY = 'workspace: {format: 1, name: example, region: {name: 示例市, code: "429900"}}\n'


def judged(number: str, issuer: str, *, organisations: str = ORGANISATIONS) -> list[Finding]:
    return found(
        "H008", f"{organisations}{MORE}standards: [{{number: {number}, issuer: {issuer}}}]"
    )


def planned(body: str, *, region: str = "") -> list[Finding]:
    return found("H008", region + ORGANISATIONS + MORE + one_system(f"planned: 示例规范, {body}"))


ERROR, WARNING = Severity.ERROR, Severity.WARNING


@pytest.mark.parametrize(
    ("number", "issuer", "severity"),
    [
        ("GB 99001-2024", "nation-enterprise", ERROR),
        ("GB 99001-2024", "province-department", ERROR),
        ("GB 99001-2024", "nation-department", None),
        ("GB/T 99001-2024", "city-government", WARNING),
        ("GB/T 99001-2024", "nation-association", WARNING),
        ("GB/T 99001-2024", "nation-committee", None),
        ("NY/T 99001-2024", "province-department", WARNING),
        ("NY/T 99001-2024", "nation-enterprise", WARNING),
        ("NY/T 99001-2024", "nation-department", None),
        ("DB42/T 99001-2024", "province-association", ERROR),
        ("DB42/T 99001-2024", "nation-enterprise", ERROR),
        ("DB42/T 99001-2024", "province-department", None),
        ("DB42/T 99001-2024", "province-institution", None),
        ("DB42/T 99001-2024", "nation-department", None),
        ("T/SLXH 001-2024", "city-department", WARNING),
        ("T/SLXH 001-2024", "nation-institution", WARNING),
        ("T/SLXH 001-2024", "nation-enterprise", WARNING),
        ("T/SLXH 001-2024", "city-association", None),
        ("Q/SLGS 001-2024", "city-government", ERROR),
        ("Q/SLGS 001-2024", "city-department", ERROR),
        ("Q/SLGS 001-2024", "city-enterprise", None),
        ("Q/SLGS 001-2024", "city-committee", ERROR),
        ("Q/SLGS 001-2024", "city-association", ERROR),
        ("Q/SLGS 001-2024", "nation-household", ERROR),
        ("Q/SLGS 001-2024", "city-institution", None),
        ("Q/SLGS 001-2024", "city-cooperative", None),
        ("ISO 99001:2024", "city-enterprise", None),
    ],
)
def test_who_may_issue_what(number: str, issuer: str, severity: Severity | None) -> None:
    findings = judged(number, issuer)
    assert [one.severity for one in findings] == ([severity] if severity else [])
    others = judged(number, issuer, organisations=OTHERS)
    assert [one.severity for one in others] == ([Severity.INFO] if severity else [])


@pytest.mark.parametrize(
    "issuer",
    ["kindless", "别处协会", "city-department、city-association", "city-department、别处协会"],
    ids=["no kind", "stranger", "one of them may", "one may be entitled"],
)
def test_who_is_not_known_for_certain_is_silent(issuer: str) -> None:
    assert judged("T/SLXH 001-2024", issuer) == []


def test_an_association_may_issue_with_an_enterprise_what_an_enterprise_may() -> None:
    assert judged("Q/SLGS 001-2024", "city-association、city-enterprise") == []


def test_several_issuers_none_of_whom_may_are_all_named() -> None:
    [one] = judged("T/SLXH 001-2024", "city-department、nation-enterprise")
    assert say(one.message) == (
        "T/SLXH 001-2024 is a group standard, and 示例citydepartment, 示例nationenterprise may not "
        "issue one"
    )
    assert "art. 18" in say(one.hint)
    assert one.place.route == ("standards", 0, "issuer")


@pytest.mark.parametrize(
    ("number", "issuer", "at_fault"),
    [
        ("DB42/T 99001-2024", "province-department", False),
        ("DB4299/T 001-2024", "city-department", False),
        ("DB42/T 99001-2024", "city-department", True),
        ("DB4299/T 001-2024", "province-department", True),
        ("DB43/T 99001-2024", "province-department", True),
        ("DB43/T 99001-2024", "kindless", False),
        ("DB43/T 99001-2024", "province-department、别省主管局", False),
        ("DB4299/T 001-2024", "province-department、city-department", False),
        ("DBS43/ 001-2024", "province-department", True),
    ],
)
def test_a_numbers_region_is_that_of_an_issuer(number: str, issuer: str, at_fault: bool) -> None:
    findings = judged(number, issuer)
    assert [one.severity for one in findings] == [WARNING] * at_fault
    assert all("bears the region code" in say(one.message) for one in findings)


def test_each_standard_of_a_code_and_an_issuer_is_found() -> None:
    stated = [
        ("DB43/T 99001-2024", "province-department"),
        ("DB43/T 99002-2024", "province-department"),
        ("DB43/T 99003-2024", "kindless"),
        ("DB42/T 99004-2024", "province-department"),
        ("JJF(鄂) 99005-2024", "province-enterprise"),
        ("DB43/T 99006-2024", "province-department"),
    ]
    records = "".join(f"  - {{number: {number}, issuer: {by}}}\n" for number, by in stated)

    findings = found("H008", f"{ORGANISATIONS}{MORE}standards:\n{records}")

    assert [one.subject for one in findings] == [
        "DB43/T 99001-2024",
        "DB43/T 99002-2024",
        "DB43/T 99006-2024",
    ]


def test_the_dead_are_left_alone_and_unverified_facts_marked() -> None:
    body = "number: T/SLXH 001-2024, issuer: city-department"
    assert found("H008", f"{ORGANISATIONS}standards: [{{{body}, status: 废止}}]") == []
    [one] = found("H008", f"{ORGANISATIONS}standards: [{{{body}, verified: false}}]")
    assert one.unverified


@pytest.mark.parametrize(
    ("body", "severity"),
    [
        ("level: group, nature: 强制性", ERROR),
        ("level: enterprise, nature: 强制性", ERROR),
        ("level: local, nature: 强制性", ERROR),
        ("level: industry, nature: 强制性", WARNING),
        ("level: national, nature: 强制性", None),
        ("level: group, nature: 自愿", None),
        ("level: group", None),
        ("nature: 强制性", None),
    ],
)
def test_only_national_standards_are_planned_as_mandatory(
    body: str, severity: Severity | None
) -> None:
    findings = planned(body)
    assert [one.severity for one in findings] == ([severity] if severity else [])
    assert all(one.place.route[-1] == "nature" for one in findings)


def test_what_another_law_may_make_mandatory_may_be_planned() -> None:
    text = one_system("planned: 食品安全地方标准 示例, level: local, nature: 强制性")
    assert found("H008", text) == []


def test_a_mandatory_national_standard_is_not_planned_for_a_region_to_issue() -> None:
    [one] = planned("level: national, nature: 强制性, issuer: city-government")
    assert (one.severity, one.place.route[-1]) == (ERROR, "issuer")


@pytest.mark.parametrize(
    ("body", "in_city", "elsewhere"),
    [
        ("level: local", True, False),
        ("level: local, lead: city-department", True, True),
        ("level: local, issuer: city-department", True, True),
        ("level: local, lead: nation-enterprise", True, False),
        ("level: local, lead: province-department", False, False),
        ("level: local, issuer: province-department", False, False),
        ("level: local, issuer: 某省主管局, lead: city-department", False, False),
        ("level: local, issuer: province-department、city-department", False, False),
        ("level: local, province_approval: true", False, False),
        ("level: group, lead: city-department", False, False),
    ],
)
def test_a_citys_planned_local_standard_needs_the_provinces_approval(
    body: str, in_city: bool, elsewhere: bool
) -> None:
    assert [one.severity for one in planned(body, region=CITY)] == [WARNING] * in_city
    assert [one.severity for one in planned(body)] == [WARNING] * elsewhere


def test_a_denied_approval_is_told_where_it_stands() -> None:
    [silent] = planned("level: local", region=CITY)
    [denied] = planned("level: local, province_approval: 否", region=CITY)
    assert silent.place.route[-1] == "level"
    assert denied.place.route[-1] == "province_approval"


def test_a_waiver_at_the_record_or_the_planned_entry_matches() -> None:
    waive = "waive: [{rule: H008, reason: 与协会联合发布}]"
    body = f"number: T/SLXH 001-2024, issuer: city-department, {waive}"
    assert codes(f"{ORGANISATIONS}standards: [{{{body}}}]", "H") == []
    entry = f"planned: 示例规范, level: local, lead: city-department, {waive}"
    assert codes(ORGANISATIONS + one_system(entry), "H") == []

"""Rule H005: what the samples do not show. All is invented."""

import pytest

from stdsys.findings import Severity
from tests.rules.small_workspaces import OWN, codes, found, one_system, records, say

OWN_STANDARD = "number: Q/SLGS 001-2024, issuer: guild"


def test_silence_on_the_declaration_is_told_at_the_number() -> None:
    [one] = found("H005", OWN + records(OWN_STANDARD))
    assert one.severity is Severity.WARNING
    assert one.place.route == ("standards", 0, "number")
    assert say(one.hint).endswith("write declared: true")


def test_a_denial_is_told_where_it_stands() -> None:
    [one] = found("H005", OWN + records(f"{OWN_STANDARD}, declared: false"))
    assert one.place.route == ("standards", 0, "declared")


@pytest.mark.parametrize(
    "body",
    [
        f"{OWN_STANDARD}, declared: 是",
        f"{OWN_STANDARD}, effective: 2027-01-01",
        f"{OWN_STANDARD}, status: 废止",
        f"{OWN_STANDARD}, status: 未知",
        "number: Q/SLGS 001-2024, issuer: 别家公司",
        "number: Q/SLGS 001-2024",
        "number: T/SLXH 001-2024, issuer: guild",
    ],
)
def test_the_declared_the_idle_and_those_of_others_are_silent(body: str) -> None:
    assert found("H005", OWN + records(body)) == []


def test_an_entry_called_own_is_enough() -> None:
    assert len(found("H005", one_system("standard: Q/SLGS 001-2024, origin: 自制"))) == 1


def test_an_own_enterprise_standard_of_unknown_number_goes_by_its_title() -> None:
    body = "number: unknown, title: 示例产品, level: 企业标准, issuer: guild, status: 现行"
    [one] = found("H005", OWN + records(body))
    assert "示例产品 is an enterprise standard" in say(one.message)


def test_unverified_facts_are_marked_and_a_waiver_matches() -> None:
    [one] = found("H005", OWN + records(f"{OWN_STANDARD}, verified: false"))
    assert one.unverified
    waived = f"{OWN_STANDARD}, waive: [{{rule: H005, reason: 只供内部使用}}]"
    assert codes(OWN + records(waived), "H") == []

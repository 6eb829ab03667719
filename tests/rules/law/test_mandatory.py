"""Rule H004 and its exceptions: what the samples do not show. All standards are invented."""

import re

import pytest

from stdsys.findings import Severity
from stdsys.numbers import Level
from stdsys.rules.law.mandatory_exceptions import mandatory_exceptions, may_be_mandatory
from tests.rules.small_workspaces import OWN, codes, found, one_system, records

PLAIN = "title: 示例种植规范"


@pytest.mark.parametrize(
    "body",
    [
        f"number: NY 99001-2018, {PLAIN}",
        "number: NY 99001-2024",
        f"number: GH 99001, issued: 2018-01-01, {PLAIN}",
        f"number: DB42/ 99001-2020, {PLAIN}",
        f"number: DB4201/ 99001-2020, {PLAIN}",
        "number: DB4201/ 99001-2020, title: 示例污染物排放标准",
        f"number: DBS4201/ 001-2020, {PLAIN}",
        f"number: GH 99001-2024, nature: 强制性, {PLAIN}",
    ],
)
def test_mandatory_industry_and_local_standards_are_found(body: str) -> None:
    [own] = found("H004", OWN + records(f"{body}, issuer: guild"))
    assert own.severity is Severity.WARNING
    assert own.place.route == ("standards", 0, "number")
    [other] = found("H004", records(body))
    assert other.severity is Severity.INFO


@pytest.mark.parametrize(
    "body",
    [
        f"number: NY 99001-2017, {PLAIN}",
        f"number: NY 99001, {PLAIN}",
        f"number: NY 99001, issued: 2017-12-31, {PLAIN}",
        f"number: NY/T 99001-2020, {PLAIN}",
        f"number: NY/Z 99001-2020, {PLAIN}",
        f"number: DB42/T 99001-2020, {PLAIN}",
        f"number: GB 99001-2020, {PLAIN}",
        f"number: GBZ 9901-2020, {PLAIN}",
        f"number: NY 99001-2020, status: 废止, {PLAIN}",
        f"number: NY 99001-2020, nature: 推荐性, {PLAIN}",
        f"number: unknown, id: none, level: local, nature: 强制性, issued: 2020-01-01, {PLAIN}",
    ],
    ids=str,
)
def test_what_is_old_recommended_national_dead_or_unclear_is_silent(body: str) -> None:
    assert found("H004", OWN + records(body)) == []


@pytest.mark.parametrize(
    "body",
    [
        f"number: DBS42/ 001-2020, {PLAIN}",
        "number: DB42/ 99001-2020, title: 食品安全地方标准 示例",
        "number: NY 99001-2020, title: 示例农药残留限量",
        "number: HJ 99001-2020",
        "number: DB42/ 99001-2020, title: 示例污染物排放标准",
        f"number: JGJ 999-2020, {PLAIN}",
        f"number: DBJ42/ 999-2020, {PLAIN}",
        f"number: DGJ32/J 99-2020, {PLAIN}",
        "number: SL 999-2020, title: 示例工程施工质量规程",
        f"number: YY 99001-2020, {PLAIN}",
        f"number: AQ 99001-2020, {PLAIN}",
    ],
    ids=str,
)
def test_what_a_law_may_allow_is_silent(body: str) -> None:
    assert found("H004", OWN + records(f"{body}, issuer: guild")) == []


def test_an_entry_without_record_is_told_at_its_number_and_waived_there() -> None:
    entry = f"standard: GH 99001-2024, {PLAIN}"
    [one] = found("H004", one_system(entry))
    assert one.place.route == ("systems", 0, "entries", 0, "standard")
    waived = f"{entry}, waive: [{{rule: H004, reason: 示例法律另有规定}}]"
    assert codes(one_system(waived), "H") == []


def test_a_number_called_recommended_is_said_once() -> None:
    body = f"number: NY 99001-2020, nature: 推荐性, {PLAIN}"
    assert codes(records(body), "H") == []
    assert codes(records(body), "N007") == ["N007"]


class TestExceptions:
    def test_each_row_names_its_provision_and_how_it_is_known(self) -> None:
        rows = mandatory_exceptions()
        assert {row.confidence for row in rows} == {"verified", "recalled"}
        assert all(row.field and row.law and row.article and row.provenance for row in rows)
        assert {row.level for row in rows} == {Level.INDUSTRY, Level.LOCAL}

    @pytest.mark.parametrize(
        ("field", "law"),
        [
            ("食品安全", "食品安全法"),
            ("农产品质量安全", "农产品质量安全法"),
            ("环境保护", "环境保护法"),
            ("工程建设", "深化标准化工作改革方案（国发〔2015〕13号）"),
            ("医疗器械", "医疗器械监督管理条例"),
        ],
    )
    def test_the_known_exceptions_are_there(self, field: str, law: str) -> None:
        assert any(row.field == field and row.law == law for row in mandatory_exceptions())

    def test_a_code_that_bears_t_is_in_no_row(self) -> None:
        for row in mandatory_exceptions():
            assert not re.search("/T", row.code.pattern)

    def test_what_has_no_code_yet_goes_by_its_title(self) -> None:
        assert may_be_mandatory(Level.LOCAL, None, "食品安全地方标准 示例")
        assert not may_be_mandatory(Level.LOCAL, None, "示例种植规范")
        assert not may_be_mandatory(Level.GROUP, None, "食品安全地方标准 示例")

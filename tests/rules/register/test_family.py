"""Family G: what a register says otherwise, and how loudly it is told."""

from pathlib import Path

import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding, Severity
from stdsys.messages import translator
from stdsys.rules.checking import check
from stdsys.rules.registry import RULES
from stdsys.source.positions import Positions
from tests.register.registers import register_of
from tests.rules.small_workspaces import DAY, NEW, OLD, one_system, record, records
from tests.workspaces import workspace

LATER = "GB/T 99001-2030"


def found(tmp_path: Path, code: str, text: str, *rows: dict[str, object]) -> list[Finding]:
    with register_of(tmp_path, *rows) as register:
        return list(RULES[code].check(Analysis(workspace(text), DAY, register)))


def words(finding: Finding) -> str:
    return translator("en")(finding.message)


def row(number: str, **facts: str) -> dict[str, object]:
    return {"number": number, **facts}


def test_without_a_register_nothing_is_said() -> None:
    analysis = Analysis(workspace(record(number=OLD)), DAY)
    assert [code for code in RULES if code[0] == "G" and list(RULES[code].check(analysis))] == []


def test_a_kind_that_the_register_does_not_hold_is_not_judged(tmp_path: Path) -> None:
    text = records("number: NY/T 99001-2020", "number: Q/EXA 001-2020", "number: GB/T 99002-2020")
    (finding,) = found(tmp_path, "G001", text, row(NEW))
    assert finding.subject == "GB/T 99002-2020"


def test_another_enterprise_of_the_register_makes_it_speak_of_all(tmp_path: Path) -> None:
    text = record(number="Q/EXA 001-2020")
    (finding,) = found(tmp_path, "G001", text, row("Q/EXB 001-2020"))
    assert words(finding) == "Q/EXA 001-2020 is not in the register register.sqlite (2026-11-01)"
    assert finding.severity is Severity.INFO


def test_an_earlier_number_of_the_edition_finds_it(tmp_path: Path) -> None:
    text = record(number="GB/T 317-2006", formerly="GB 317-2006")
    assert found(tmp_path, "G001", text, row("GB 317-2006"), row("GB/T 1-2020")) == []


def test_an_undated_number_needs_any_edition(tmp_path: Path) -> None:
    assert found(tmp_path, "G001", record(number="GB/T 99001"), row(OLD)) == []


@pytest.mark.parametrize("title", ["示例 种植—规范（1）", "示例种植规范(1)"])
def test_blanks_and_punctuation_are_no_other_title(tmp_path: Path, title: str) -> None:
    text = record(number=NEW, title="示例种植 规范 (1)")
    assert found(tmp_path, "G002", text, row(NEW, title=title)) == []


@pytest.mark.parametrize(
    ("own", "registered", "differs"),
    [
        ("2020", "2020-03-01", False),
        ("2020-03", "2020-03-01", False),
        ("2020-04", "2020-03-01", True),
        ("2020-03-01", "2020", False),
    ],
)
def test_dates_differ_where_they_cannot_be_one_day(
    tmp_path: Path, own: str, registered: str, differs: bool
) -> None:
    text = record(number=NEW, issued=own)
    assert bool(found(tmp_path, "G004", text, row(NEW, issued=registered))) is differs


def test_all_dates_of_an_edition_are_one_finding(tmp_path: Path) -> None:
    text = record(number=NEW, issued="2020-01-01", effective="2020-02-01")
    rows = row(NEW, issued="2020-01-02", effective="2020-02-02")
    with register_of(tmp_path, rows) as register:
        analysis = Analysis(workspace(text), DAY, register)
        report = check(analysis, (), Positions(tmp_path), select=("G",))
    assert [one.finding.count for one in report.findings] == [2]


def entered(**facts: str) -> str:
    return record(number=OLD, **facts) + one_system(f"standard: {OLD}")


@pytest.mark.parametrize(
    ("text", "rows", "severity", "said"),
    [
        (
            entered(status="现行"),
            [row(OLD, status="废止")],
            Severity.WARNING,
            "by the register GB/T 99001-2010 is withdrawn (示例登记库, 2026-11-01), here it is "
            "in force",
        ),
        (
            entered(status="现行"),
            [row(OLD), row(NEW, replaces=OLD, effective="2020-09-01")],
            Severity.WARNING,
            "by the register GB/T 99001-2010 is replaced by GB/T 99001-2020 (示例登记库, "
            "2026-11-01), here it is in force",
        ),
        (
            record(number=OLD, status="现行"),
            [row(OLD, withdrawn="2020-01-01")],
            Severity.INFO,
            "is withdrawn",
        ),
        (
            entered(status="现行", verified="2026-11-02"),
            [row(OLD, status="废止")],
            Severity.INFO,
            "is withdrawn",
        ),
        (
            entered(status="现行", verified="false"),
            [row(OLD, status="废止")],
            Severity.WARNING,
            "is withdrawn",
        ),
        (entered(status="未知"), [row(OLD, status="现行")], Severity.INFO, "is in force"),
        (entered(status="废止"), [row(OLD, status="现行")], Severity.WARNING, "is in force"),
        (
            entered(status="被代替", replaced_by="GB/T 99002-2020"),
            [row(OLD, status="被代替", replaced_by=NEW)],
            Severity.WARNING,
            "by the register GB/T 99001-2010 is replaced by GB/T 99001-2020 (示例登记库, "
            "2026-11-01), here by GB/T 99002-2020",
        ),
        (
            entered(status="被代替"),
            [row(OLD, status="被代替", replaced_by=NEW)],
            Severity.WARNING,
            "here by nothing that is named",
        ),
        (
            entered(status="现行"),
            [row(OLD, status="现行"), row(LATER, replaces=OLD, effective="2030-01-01")],
            Severity.INFO,
            "is going to be replaced by GB/T 99001-2030",
        ),
    ],
)
def test_status_and_successors(
    tmp_path: Path, text: str, rows: list[dict[str, object]], severity: Severity, said: str
) -> None:
    (finding,) = found(tmp_path, "G003", text, *rows)
    assert finding.severity is severity
    assert said in words(finding)


@pytest.mark.parametrize(
    "rows",
    [
        [row(OLD)],
        [row(OLD, status="现行")],
        [row(OLD, effective="2010-09-01")],
        [row(OLD, withdrawn="2030-01-01", status="现行")],
        [row(OLD), row(NEW, replaces=f"{OLD}（部分代替）", effective="2020-09-01")],
    ],
)
def test_what_bears_out_the_workspace_is_silent(
    tmp_path: Path, rows: list[dict[str, object]]
) -> None:
    assert found(tmp_path, "G003", entered(status="现行"), *rows) == []


def test_a_list_of_a_later_day_than_the_one_asked_about_is_info(tmp_path: Path) -> None:
    with register_of(tmp_path, row(OLD, status="废止")) as register:
        earlier = DAY.replace(month=1)
        analysis = Analysis(workspace(entered(status="现行")), earlier, register)
        (finding,) = RULES["G003"].check(analysis)
    assert finding.severity is Severity.INFO


def test_a_waiver_rests_with_the_rule(tmp_path: Path) -> None:
    waived = "waive: [{rule: G002, reason: 封面如此}]"
    text = records(f"number: {NEW}, title: 示例, {waived}")
    built = workspace(text)

    def codes(analysis: Analysis) -> list[str]:
        report = check(analysis, (), Positions(tmp_path), select=("G", "W"))
        return [one.finding.code for one in report.findings]

    assert codes(Analysis(built, DAY)) == []
    with register_of(tmp_path, row(NEW, title="示例种植")) as register:
        assert codes(Analysis(built, DAY, register)) == []
    (tmp_path / "register.sqlite").unlink()
    with register_of(tmp_path, row(NEW, title="示例")) as register:
        assert codes(Analysis(built, DAY, register)) == ["W002"]

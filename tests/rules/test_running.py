"""Rules find the same in one process and in two."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.findings import Finding
from stdsys.rules import running
from stdsys.rules.numbers.forms import NotANumber
from stdsys.rules.registry import RULES
from stdsys.rules.running import findings_of
from stdsys.source.loading import load
from stdsys.source.second_process import may_start

EXAMPLE = Path(__file__).parents[2] / "examples" / "xianning"
DAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _small_workspaces_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "FEWEST", 0)


def test_the_same_is_found_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, rules = load(EXAMPLE).workspace, list(RULES.values())
    in_two = list(findings_of(rules, Analysis(workspace, DAY)))
    monkeypatch.setenv("STDSYS_PROCESSES", "1")
    alone = list(findings_of(rules, Analysis(workspace, DAY)))
    assert in_two == alone
    assert {finding.code[0] for finding in alone} >= set("CNR")


def test_an_error_is_raised_as_if_there_were_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: NotANumber, analysis: Analysis) -> Iterator[Finding]:
        raise ZeroDivisionError("示例")

    monkeypatch.setattr(NotANumber, "check", fail)
    analysis = Analysis(load(EXAMPLE).workspace, DAY)
    with pytest.raises(ZeroDivisionError, match="示例"):
        list(findings_of(list(RULES.values()), analysis))


def test_what_the_second_process_was_asked_is_not_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not may_start():
        pytest.skip("this machine has a single processor")
    asked: list[str] = []
    honest = NotANumber.check

    def count(self: NotANumber, analysis: Analysis) -> Iterator[Finding]:
        asked.append(self.code)
        return honest(self, analysis)

    monkeypatch.setattr(NotANumber, "check", count)
    list(findings_of([RULES["N001"]], Analysis(load(EXAMPLE).workspace, DAY)))
    assert asked == []

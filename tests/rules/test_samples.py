"""Every rule's bad sample fires exactly its code where it says, and its good sample is silent."""

from datetime import date
from pathlib import Path

import pytest

from stdsys.analysis.analysis import Analysis
from stdsys.register.reading import Register
from stdsys.rules.checking import Report, check
from stdsys.rules.registry import FAMILIES, RULES
from stdsys.rules.rule import Rule, Sample
from stdsys.rules.samples import sample_file, sample_files
from stdsys.source.loading import load
from stdsys.source.positions import Positions
from tests.register.registers import take_text

EVERY_RULE = pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
DAY = date(2026, 11, 22)


def report_on(sample: Sample, folder: Path) -> Report:
    for name, content in sample_files(sample).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    loaded = load(folder)
    stated = loaded.workspace.record.as_of
    day = stated.last if stated else DAY
    register = register_of_sample(sample, folder)
    analysis = Analysis(loaded.workspace, day, register)
    return check(analysis, loaded.findings, Positions(folder))


def register_of_sample(sample: Sample, folder: Path) -> Register | None:
    if not sample.register:
        return None
    path = folder / "register.sqlite"
    take_text(path, sample.register)
    return Register(path)


@EVERY_RULE
def test_the_bad_sample_fires_exactly_its_code_where_it_says(rule: Rule, tmp_path: Path) -> None:
    report = report_on(rule.bad, tmp_path)
    found = [
        (one.finding.code, one.position.file, one.position.line, one.position.column)
        for one in report.findings
    ]
    assert rule.bad.at is not None
    assert found == [(rule.code, sample_file(rule.bad), *rule.bad.at)]


@EVERY_RULE
def test_the_good_sample_is_silent(rule: Rule, tmp_path: Path) -> None:
    report = report_on(rule.good, tmp_path)
    assert [(one.finding.code, one.finding.message) for one in report.findings] == []


@EVERY_RULE
def test_a_rule_has_a_code_of_a_family_and_a_kebab_name(rule: Rule) -> None:
    assert rule.code[0] in FAMILIES
    assert rule.code[1:].isdigit()
    assert rule.name == rule.name.lower().replace(" ", "-").replace("_", "-")


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES.values()]
    assert len(names) == len(set(names))


def test_the_families_of_the_manual_are_complete() -> None:
    expected = {
        *(f"Y{n:03d}" for n in (1, 2, 3, 4, *range(101, 108))),
        *(f"N{n:03d}" for n in range(1, 9)),
        *(f"L{n:03d}" for n in range(1, 11)),
        *(f"R{n:03d}" for n in range(1, 9)),
        *(f"H{n:03d}" for n in (1, 2, 3, 4, 5, 6, 8, 9, 10)),
        *(f"C{n:03d}" for n in range(1, 8)),
        *(f"S{n:03d}" for n in range(1, 6)),
        *(f"T{n:03d}" for n in range(1, 5)),
        "P002",
        *(f"G{n:03d}" for n in range(1, 5)),
        "W001",
        "W002",
    }
    assert set(RULES) == expected

"""`validate --timing` says where the time went, beside the findings and not among them."""

from pathlib import Path

import pytest

from stdsys.rules.registry import RULES
from tests.cli.running import run

EXAMPLE = Path(__file__).parents[2] / "examples" / "xianning"


def test_every_rule_has_a_line_and_the_findings_are_the_same() -> None:
    plain = run("validate", EXAMPLE)
    timed = run("validate", EXAMPLE, "--timing")
    assert (timed.code, timed.out) == (plain.code, plain.out)
    lines = timed.err.splitlines()
    named = {line.split()[0] for line in lines}
    asked = {code for code in RULES if code[0] != "G"}  # there is no register to ask
    assert asked - named == set()
    assert lines[0].split() == ["step", "milliseconds", "share"]
    assert lines[-1].startswith("together ")


@pytest.mark.parametrize("second", [(), ("--timing",)])
def test_a_remembered_answer_is_not_timed(second: tuple[str, ...]) -> None:
    run("validate", EXAMPLE)
    again = run("validate", EXAMPLE, *second)
    assert bool(again.err) == bool(second)

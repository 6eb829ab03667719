"""Time is charged to the step that takes it, and to no other."""

from datetime import date
from pathlib import Path

from stdsys.analysis.analysis import Analysis
from stdsys.rules.checking import findings_of
from stdsys.rules.registry import RULES
from stdsys.rules.timing import Stopwatch
from stdsys.source.loading import load

EXAMPLE = Path(__file__).parents[2] / "examples" / "xianning"


def test_steps_inside_a_step_are_charged_to_themselves() -> None:
    watch = Stopwatch()
    with watch.step("outer"):
        before = watch.seconds["outer"]
        with watch.step("inner"):
            sum(range(100_000))
            outer = watch.seconds["outer"]
        sum(range(1_000))
    assert watch.seconds["inner"] > 0
    assert before == 0 < outer < watch.seconds["outer"]


def test_a_step_that_fails_is_closed() -> None:
    watch = Stopwatch()
    try:
        with watch.step("one"):
            raise LookupError
    except LookupError:
        with watch.step("two"):
            pass
    assert list(watch.seconds) == ["one", "two"]


def test_every_rule_and_every_question_asked_is_a_step() -> None:
    rules = list(RULES.values())
    analysis = Analysis(load(EXAMPLE).workspace, date(2026, 11, 22))
    watch = Stopwatch()
    found = list(watch.findings_of(rules, watch.timed(analysis)))
    assert found == list(findings_of(rules, analysis))
    assert set(RULES) < set(watch.seconds)
    assert {"statuses", "citations", "coverage", "replacements"} < set(watch.seconds)

"""One target over a small workspace, as the tests of the measures need it."""

from datetime import date
from textwrap import dedent, indent

from stdsys.analysis.targets.reached import TargetResult
from stdsys.messages import translator
from tests.analysis.analysed import DAY, analysed


def results(targets: str, facts: str = "", day: date = DAY) -> dict[str, TargetResult]:
    """Return the results of targets (a YAML list) over the sections of a workspace, by id."""
    text = f"{dedent(facts)}\ntargets:\n{indent(dedent(targets), '  ')}"
    return {result.target.id: result for result in analysed(text, day).targets.all}


def result(
    measure: str, facts: str = "", *, value: str = "1", more: str = "", day: date = DAY
) -> TargetResult:
    """Return the result of one firm target; `measure` is YAML in flow style, `more` further fields.

    The target is 示例目标, due at the end of 2026 unless `more` says otherwise.
    """
    due = "" if "due:" in more or "phase:" in more else "due: 2026, "
    target = (
        f"- {{id: t, title: 示例目标, measure: {measure}, value: '{value}', "
        f"strength: firm, {due}{more}}}"
    )
    return results(target, facts, day)["t"]


def counted(measure: str, facts: str, *, more: str = "") -> tuple[str, ...]:
    """Return what a measure counts, sorted."""
    return tuple(sorted(result(measure, facts, more=more).measured.evidence))


def why(one: TargetResult) -> str:
    """Return the reason of a result in English."""
    return translator("en")(one.why)

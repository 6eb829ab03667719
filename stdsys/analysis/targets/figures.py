"""Figures of targets as they are printed, beside the goals they are compared with."""

from decimal import Decimal
from fractions import Fraction

from stdsys.analysis.targets.result import Measurement, Span
from stdsys.messages import Text, _
from stdsys.model.goal import Goal
from stdsys.model.limit import Operator
from stdsys.model.target_record import TargetRecord
from stdsys.model.workspace import Workspace

_SIGNS = {
    Operator.AT_MOST: "≤ ",
    Operator.LESS: "< ",
    Operator.AT_LEAST: "≥ ",
    Operator.MORE: "> ",
    Operator.EQUAL: "= ",
}
_MOST_DIGITS = 12


def goal_of(target: TargetRecord) -> str:
    """Return what is to be reached, with its sign and unit: `≥ 6 项`, `≥ 15%`, `5~8`."""
    goal = target.value
    sides = [_plain(side) for side in (goal.low, goal.high) if side is not None]
    bounds = "~".join(dict.fromkeys(sides))
    text = f"{_SIGNS.get(goal.operator, '')}{bounds}{'%' if goal.percent else ''}"
    return f"{text} {target.unit}" if target.unit and not goal.percent else text


def figure_of(value: Fraction, target: TargetRecord) -> str:
    """Return a figure with its unit: `4 项`, `12.5%`."""
    text = printed(value, target.value)
    return f"{text} {target.unit}" if target.unit and not target.value.percent else text


def measured_figure(
    measured: Measurement, target: TargetRecord, workspace: Workspace
) -> str | Text | None:
    """Return the figure with its unit, a growth with its periods: `2020→2025 累计 12.0%`.

    None where there is no figure.
    """
    if measured.value is None:
        return None
    actual, spans = figure_of(measured.value, target), measured.spans
    if not spans:
        return actual
    annual = spans[0].annual
    periods = {(span.since, span.until) for span in spans}
    if len(periods) > 1:
        listed = tuple(_period(span, workspace) for span in spans)
        if annual:
            return _("{actual} a year ({periods})", actual=actual, periods=listed)
        return _("{actual} altogether ({periods})", actual=actual, periods=listed)
    since, until = spans[0].since, spans[0].until
    if annual:
        return _("{actual} a year {since}→{until}", actual=actual, since=since, until=until)
    return _("{actual} altogether {since}→{until}", actual=actual, since=since, until=until)


def _period(span: Span, workspace: Workspace) -> Text:
    name = workspace.series[span.series].name
    return _("{name} {since}→{until}", name=name, since=span.since, until=span.until)


def printed(value: Fraction, goal: Goal) -> str:
    """Return a figure, half up: a percentage to one decimal, any other number to at most two.

    It has more decimals where fewer would put it on the other side of the goal: 9.96 % is not
    printed as 10.0 % beside a goal of 10 %.
    """
    exact = value * 100 if goal.percent else value
    digits = 1 if goal.percent else 2
    while digits < _MOST_DIGITS and _hides(_rounded(exact, digits), exact, goal):
        digits += 1
    shown = _rounded(exact, digits)
    if goal.percent:
        return f"{_fixed(shown, digits)}%"
    text = _fixed(shown, digits)
    return text.rstrip("0").rstrip(".")


def _hides(shown: Fraction, exact: Fraction, goal: Goal) -> bool:
    """Whether a rounded figure falls on another side of the goal than the exact one."""
    before = goal.undercut_by(exact), goal.exceeded_by(exact)
    return before != (goal.undercut_by(shown), goal.exceeded_by(shown))


def _rounded(value: Fraction, digits: int) -> Fraction:
    """Round half away from zero."""
    scale: int = 10**digits
    whole = (abs(value) * scale + Fraction(1, 2)) // 1
    return Fraction(whole if value >= 0 else -whole, scale)


def _fixed(value: Fraction, digits: int) -> str:
    """Write a number that has at most so many decimals."""
    whole = int(value * 10**digits)
    figures = f"{abs(whole):0{digits + 1}d}"
    return f"{'-' if whole < 0 else ''}{figures[:-digits]}.{figures[-digits:]}"


def _plain(number: Decimal) -> str:
    """Write a bound without exponent and without zeros at its end."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

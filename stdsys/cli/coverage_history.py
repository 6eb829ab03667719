"""What `stdsys coverage --over` does: the coverage on one day after another of a period."""

from datetime import date
from pathlib import Path

from stdsys.analysis.coverage.history import (
    MOST_POINTS,
    History,
    Step,
    days_between,
    number_of_days,
)
from stdsys.cli.answering import csv_of, layout_for
from stdsys.cli.coverage import By, Format
from stdsys.cli.endings import CommandError
from stdsys.cli.opening import Opened, showing_progress
from stdsys.messages import _
from stdsys.model.period import Period


def period_of(text: str) -> Period:
    """Read the period of `--over`; CommandError if it is none, or has no beginning."""
    try:
        period = Period.parse(text)
    except ValueError:
        wanted = _("a period such as 2022-06..2023-07, whose end is not before its start")
        raise CommandError(
            _("--over: expected {expected}, not {text}", expected=wanted, text=text)
        ) from None
    if period.start is None:
        raise CommandError(_("--over: say when the period begins, as in 2022-06.."))
    return period


def history_text(
    opened: Opened, period: Period, by: By, format: Format, output: Path | None
) -> str:
    """Return the history in a format; a period without end lasts until the workspace's day."""
    step = Step(by.value)
    days = _days(period, opened.as_of, step)
    workspace, analysis = opened.analysis.workspace, opened.analysis
    with showing_progress(_("computing"), opened.quiet, opened.say) as progress:
        history = History.of(workspace, days, analysis.replacements, progress)
    match format:
        case Format.JSON:
            from stdsys.output.json.history import history_json

            return history_json(analysis, history, step)
        case Format.CSV:
            from stdsys.output.tables.history import history_table

            return csv_of(history_table(history, workspace), opened, output)
        case Format.TEXT:
            from stdsys.output.text.history import HistoryText

            writer = HistoryText(analysis, history, opened.say, layout_for(output))
            return "\n".join(writer.lines()) + "\n"


def _days(period: Period, as_of: date, step: Step) -> tuple[date, ...]:
    """Return the days of the points; CommandError if there are none, or too many."""
    last = period.last if period.end else as_of
    if last < period.first:
        raise CommandError(
            _("--over: the period begins after {day}; say when it ends, too", day=last)
        )
    count = number_of_days(period.first, last, step)
    if count > MOST_POINTS:
        raise CommandError(
            _(
                "--over: {count} points are too many, at most {most}: choose a shorter period",
                count=count,
                most=MOST_POINTS,
            )
        )
    return days_between(period.first, last, step)

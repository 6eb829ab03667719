"""`stdsys coverage`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stdsys.cli.options import (
    AsOfOption,
    LangOption,
    OutputOption,
    QuietOption,
    WorkspaceArgument,
    help_text,
)
from stdsys.messages import _

if TYPE_CHECKING:
    from stdsys.analysis.coverage.cells import CoverageSummary
    from stdsys.cli.opening import Opened
    from stdsys.model.workspace import Workspace


class Format(StrEnum):
    """Formats of the coverage."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class By(StrEnum):
    """How far the points of a history lie apart."""

    MONTH = "month"
    QUARTER = "quarter"


def coverage(
    workspace: WorkspaceArgument = None,
    as_of: AsOfOption = None,
    format: Annotated[
        Format, typer.Option("--format", help=help_text(_("format of the coverage")))
    ] = Format.TEXT,
    rows: Annotated[
        str | None,
        typer.Option(
            "--rows",
            metavar="AXIS",
            help=help_text(_("rows of the matrix: system (default) or an axis")),
            show_default=False,
        ),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            "--columns",
            metavar="AXIS",
            help=help_text(
                _("columns of the matrix: an axis, or system (default: stage, and what it leaves)")
            ),
            show_default=False,
        ),
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under",
            metavar="PERCENT",
            help=help_text(_("exit 1 if a smaller share of the cells is covered")),
            show_default=False,
        ),
    ] = None,
    over: Annotated[
        str | None,
        typer.Option(
            "--over",
            metavar="PERIOD",
            help=help_text(_("the trend over a period such as 2022-06..2026-11")),
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        By | None,
        typer.Option(
            "--by",
            help=help_text(_("with --over: a point a month (default) or a quarter")),
            show_default=False,
        ),
    ] = None,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show which cells of the coverage policy are covered, and where the gaps are."""
    from stdsys.cli.answering import answer
    from stdsys.cli.endings import FOUND, CommandError
    from stdsys.cli.opening import open_workspace

    if fail_under is not None and not 0 <= fail_under <= 100:
        raise CommandError(_("--fail-under: expected a percentage from 0 to 100"))
    if over is not None:
        from stdsys.cli.coverage_history import history_text, period_of

        refuse_beside_over(as_of=as_of, rows=rows, columns=columns, fail_under=fail_under)
        period = period_of(over)
        opened = open_workspace(workspace, lang=lang, quiet=quiet, output=output)
        text = history_text(opened, period, by or By.MONTH, format, output)
        answer(opened, text, output, for_people=format is Format.TEXT)
        return
    if by is not None:
        raise CommandError(_("--by goes with --over only"))
    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet, output=output)
    chosen = matrix_axes(rows, columns, opened.loaded.workspace)
    text = matrix_text(opened, chosen, format, output)
    answer(opened, text, output, for_people=format is Format.TEXT)
    summary = opened.analysis.coverage.summary
    if fail_under is not None and not reaches(summary, fail_under):
        opened.note(
            _(
                "{covered} of {required} cells are covered: less than {percent} %",
                covered=summary.covered,
                required=summary.required,
                percent=f"{fail_under:g}",
            )
        )
        raise typer.Exit(FOUND)


def matrix_text(
    opened: "Opened", axes: tuple[str | None, str | None], format: Format, output: Path | None
) -> str:
    """Return the coverage on the day in a format."""
    from stdsys.cli.answering import csv_of, layout_for

    match format:
        case Format.JSON:
            from stdsys.output.json.coverage import coverage_json

            return coverage_json(opened.analysis)
        case Format.CSV:
            from stdsys.output.tables.coverage import cells_sheet

            (table,) = cells_sheet(opened.analysis).tables
            return csv_of(table, opened, output)
        case Format.TEXT:
            from stdsys.output.text.coverage import CoverageText

            writer = CoverageText(opened.analysis, opened.say, layout_for(output))
            return "\n".join(writer.lines(*axes)) + "\n"


def refuse_beside_over(**options: object) -> None:
    """Raise CommandError if an option of the coverage on one day stands beside `--over`."""
    from stdsys.cli.endings import CommandError

    for name, value in options.items():
        if value is not None:
            option = f"--{name.replace('_', '-')}"
            raise CommandError(_("--over and {option} do not go together", option=option))


def reaches(summary: "CoverageSummary", percent: float) -> bool:
    """Whether so many percent of the cells are covered; nothing required is never enough."""
    return bool(summary.required) and summary.covered * 100 >= percent * summary.required


def matrix_axes(
    rows: str | None, columns: str | None, workspace: "Workspace"
) -> tuple[str | None, str | None]:
    """Return the axes of the matrix; one alone is paired with system or stage, none stay none."""
    if rows is None and columns is None:
        return None, None
    down = axis_named(rows, workspace) if rows is not None else None
    across = axis_named(columns, workspace) if columns is not None else None
    down = down or ("system" if across != "system" else "stage")
    across = across or ("stage" if down != "stage" else "system")
    if down == across:
        from stdsys.cli.endings import CommandError

        raise CommandError(_("rows and columns are both {axis}: choose two axes", axis=down))
    return down, across


def axis_named(name: str, workspace: "Workspace") -> str:
    """Return the axis that an option names, in the singular or plural; CommandError if none."""
    from stdsys.cli.endings import CommandError
    from stdsys.cli.suggestions import meant
    from stdsys.model.references import axis_of

    if name in ("system", "systems"):
        return "system"
    axis = axis_of(name, workspace)
    if axis is not None:
        return axis
    hint = meant(name, ("system", *workspace.axes))
    raise CommandError(_("there is no axis {name}; {hint}", name=name, hint=hint))

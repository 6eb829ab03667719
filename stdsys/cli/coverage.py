"""`stdsys coverage`."""

from enum import StrEnum
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
    from stdsys.analysis.cells import CoverageSummary
    from stdsys.model.workspace import Workspace


class Format(StrEnum):
    """Formats of the coverage."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


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
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show which cells of the coverage policy are covered, and where the gaps are."""
    from stdsys.cli.answering import answer, csv_of, layout_for
    from stdsys.cli.endings import FOUND, CommandError
    from stdsys.cli.opening import open_workspace

    if fail_under is not None and not 0 <= fail_under <= 100:
        raise CommandError(_("--fail-under: expected a percentage from 0 to 100"))
    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet)
    chosen = matrix_axes(rows, columns, opened.loaded.workspace)
    if format is Format.JSON:
        from stdsys.output.coverage_json import coverage_json

        text = coverage_json(opened.analysis)
    elif format is Format.CSV:
        from stdsys.output.tables.coverage import cells_sheet

        (table,) = cells_sheet(opened.analysis).tables
        text = csv_of(table, opened, output)
    else:
        from stdsys.output.coverage_text import CoverageText

        writer = CoverageText(opened.analysis, opened.say, layout_for(output))
        text = "\n".join(writer.lines(*chosen)) + "\n"
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

"""`stdsys stats`."""

from enum import StrEnum
from typing import Annotated

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


class Format(StrEnum):
    """Formats of the counts."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class By(StrEnum):
    """What the counts can be broken down by."""

    LEVEL = "level"
    ASPECT = "aspect"
    KIND = "kind"
    STAGE = "stage"
    SUBSYSTEM = "subsystem"
    STATUS = "status"


def stats(
    workspace: WorkspaceArgument = None,
    as_of: AsOfOption = None,
    format: Annotated[
        Format,
        typer.Option("--format", help=help_text(_("format of the counts; json always holds all"))),
    ] = Format.TEXT,
    by: Annotated[
        By | None,
        typer.Option("--by", help=help_text(_("only this breakdown")), show_default=False),
    ] = None,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Count how many standards there should be and how many there are."""
    from stdsys.cli.answering import answer, csv_of, layout_for
    from stdsys.cli.opening import open_workspace
    from stdsys.output.text.breakdowns import Breakdown, breakdown

    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet, output=output)
    chosen = Breakdown(by.value) if by is not None else None
    if format is Format.JSON:
        from stdsys.output.json.stats import stats_json

        text = stats_json(opened.analysis)
    elif format is Format.CSV:
        from stdsys.output.tables.statistics import s1_sheet

        if chosen is None:
            (table,) = s1_sheet(opened.analysis).tables
        else:
            table = breakdown(opened.analysis, chosen)
        text = csv_of(table, opened, output)
    else:
        from stdsys.output.text.stats import StatsText

        writer = StatsText(opened.analysis, opened.say, layout_for(output))
        text = "\n".join(writer.lines(chosen)) + "\n"
    answer(opened, text, output, for_people=format is Format.TEXT)

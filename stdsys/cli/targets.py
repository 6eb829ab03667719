"""`stdsys targets`."""

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
    """Formats of the targets."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


class Promise(StrEnum):
    """How strongly a target is promised."""

    FIRM = "firm"
    FLOOR = "floor"
    STRETCH = "stretch"


def targets(
    workspace: WorkspaceArgument = None,
    as_of: AsOfOption = None,
    format: Annotated[
        Format,
        typer.Option("--format", help=help_text(_("format of the targets; xlsx needs --output"))),
    ] = Format.TEXT,
    strength: Annotated[
        list[Promise] | None,
        typer.Option(
            "--strength",
            help=help_text(_("only targets of this strength; may be repeated")),
            show_default=False,
        ),
    ] = None,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show which targets are reached, and what that rests on."""
    from stdsys.cli.answering import answer, csv_of, layout_for, workbook_file
    from stdsys.cli.opening import open_workspace

    workbook = workbook_file(output, xlsx=format is Format.XLSX)
    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet, output=output)
    analysis = opened.analysis
    wanted = frozenset(promise.value for promise in strength or tuple(Promise))
    results = [r for r in analysis.targets.all if r.target.strength.value in wanted]
    if workbook is not None:
        from stdsys.cli.delivering import refuse_unreadable
        from stdsys.output.tables.targets import targets_workbook
        from stdsys.output.workbooks.workbook import write_xlsx

        refuse_unreadable(opened, opened.check())
        write_xlsx(targets_workbook(analysis, results), workbook, opened.say)
        return
    if format is Format.JSON:
        from stdsys.output.json.targets import targets_json

        text = targets_json(analysis, results, opened.say)
    elif format is Format.CSV:
        from stdsys.output.tables.targets import targets_table

        text = csv_of(targets_table(analysis, results), opened, output)
    else:
        from stdsys.output.text.targets import TargetsText

        writer = TargetsText(analysis, results, opened.say, layout_for(output))
        text = "\n".join(writer.lines()) + "\n"
    answer(opened, text, output, for_people=format is Format.TEXT)

"""`stdsys order`."""

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
    """Formats of the order of drafting."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def order(
    workspace: WorkspaceArgument = None,
    as_of: AsOfOption = None,
    format: Annotated[
        Format,
        typer.Option(
            "--format", help=help_text(_("format of the order; xlsx needs --output FILE.xlsx"))
        ),
    ] = Format.TEXT,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Put the planned standards in order, and propose a level for every gap."""
    from stdsys.cli.answering import answer, csv_of, layout_for, workbook_file
    from stdsys.cli.opening import open_workspace

    workbook = workbook_file(output, xlsx=format is Format.XLSX)
    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet, output=output)
    if workbook is not None:
        from stdsys.cli.delivering import refuse_unreadable
        from stdsys.output.tables.order import order_workbook
        from stdsys.output.workbooks.workbook import write_xlsx

        refuse_unreadable(opened, opened.check())
        write_xlsx(order_workbook(opened.analysis), workbook, opened.say)
        return
    if format is Format.JSON:
        from stdsys.output.json.order import order_json

        text = order_json(opened.analysis, opened.say)
    elif format is Format.CSV:
        from stdsys.output.tables.order import order_sheet

        (table,) = order_sheet(opened.analysis).tables
        text = csv_of(table, opened, output)
    else:
        from stdsys.output.text.order import OrderText

        writer = OrderText(opened.analysis, opened.say, layout_for(output))
        text = "\n".join(writer.lines()) + "\n"
    answer(opened, text, output, for_people=format is Format.TEXT)

"""`stdsys quality`."""

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
    """Formats of the structure quality."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def quality(
    workspace: WorkspaceArgument = None,
    as_of: AsOfOption = None,
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            help=help_text(
                _("format of the structure quality; csv has the principles, xlsx needs --output")
            ),
        ),
    ] = Format.TEXT,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Judge the structure by the four principles of GB/T 13016, and the mix of levels."""
    from stdsys.analysis.quality.structure import structure_quality
    from stdsys.cli.answering import answer, csv_of, layout_for, workbook_file
    from stdsys.cli.opening import open_workspace
    from stdsys.output.text.rule_outcomes import rule_run

    workbook = workbook_file(output, xlsx=format is Format.XLSX)
    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet, output=output)
    analysis, find = opened.analysis, opened.positions.find
    report = opened.check()
    run = rule_run(report, analysis.workspace)
    judged = structure_quality(analysis.workspace, analysis.coverage, analysis.statistics, run)
    if format is Format.JSON:
        from stdsys.output.json.quality import quality_json

        text = quality_json(analysis, judged, find, opened.say)
    elif format is Format.CSV:
        from stdsys.output.tables.quality import principles_table

        text = csv_of(principles_table(judged), opened, output)
    elif workbook is not None:
        from stdsys.cli.delivering import refuse_unreadable
        from stdsys.output.tables.quality import quality_workbook
        from stdsys.output.workbooks.workbook import write_xlsx

        refuse_unreadable(opened, report)
        write_xlsx(quality_workbook(analysis, judged), workbook, opened.say)
        return
    else:
        from stdsys.output.text.quality import QualityText

        writer = QualityText(analysis, judged, find, opened.say, layout_for(output))
        text = "\n".join(writer.lines()) + "\n"
    answer(opened, text, output, for_people=format is Format.TEXT)

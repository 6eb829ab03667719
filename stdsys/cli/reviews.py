"""`stdsys reviews`."""

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
    """Formats of the reviews."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


class Kind(StrEnum):
    """Kinds of review."""

    COMPARISON = "comparison"
    REVISION = "revision"


def reviews(
    workspace: WorkspaceArgument = None,
    as_of: AsOfOption = None,
    format: Annotated[
        Format,
        typer.Option("--format", help=help_text(_("format of the reviews; xlsx needs --output"))),
    ] = Format.TEXT,
    kind: Annotated[
        Kind | None,
        typer.Option(
            "--kind",
            help=help_text(_("only this kind of review (csv: comparison by default)")),
            show_default=False,
        ),
    ] = None,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show the reviews of standards by criteria, and which standards nobody has reviewed."""
    from stdsys.cli.answering import answer, csv_of, layout_for, workbook_file
    from stdsys.cli.opening import open_workspace
    from stdsys.model.review_record import ReviewKind
    from stdsys.output.text.rule_outcomes import rule_run

    workbook = workbook_file(output, xlsx=format is Format.XLSX)
    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet, output=output)
    report = opened.check()
    run = rule_run(report, opened.loaded.workspace)
    kinds = tuple(ReviewKind) if kind is None else (ReviewKind(kind.value),)
    if format is Format.JSON:
        from stdsys.output.json.reviews import reviews_json

        text = reviews_json(opened.analysis, run, kinds)
    elif format is Format.CSV:
        from stdsys.output.tables.reviews import review_table

        text = csv_of(review_table(opened.analysis, run, kinds[0]), opened, output)
    elif workbook is not None:
        from stdsys.cli.delivering import refuse_unreadable
        from stdsys.output.tables.reviews import reviews_workbook
        from stdsys.output.workbooks.workbook import write_xlsx

        refuse_unreadable(opened, report)
        write_xlsx(reviews_workbook(opened.analysis, run, kinds), workbook, opened.say)
        return
    else:
        from stdsys.output.text.reviews import ReviewsText

        writer = ReviewsText(opened.analysis, run, opened.say, layout_for(output))
        text = "\n".join(writer.lines(kinds)) + "\n"
    answer(opened, text, output, for_people=format is Format.TEXT)

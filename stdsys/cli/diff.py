"""`stdsys diff`."""

import sys
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stdsys.cli.options import AsOfOption, LangOption, OutputOption, QuietOption, help_text
from stdsys.messages import _

if TYPE_CHECKING:
    from stdsys.messages import Translator
    from stdsys.output.differences.sections import Compared


class Format(StrEnum):
    """Formats of a comparison."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    XLSX = "xlsx"


def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD",
            help=help_text(
                _("folder or git revision; a range such as main..feature or main...feature")
            ),
            show_default=False,
        ),
    ],
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="NEW",
            help=help_text(_("folder or git revision (default: the workspace as it is now)")),
            show_default=False,
        ),
    ] = None,
    workspace: Annotated[
        Path | None,
        typer.Argument(
            metavar="WORKSPACE",
            help=help_text(_("whose revisions are meant (default: nearest stdsys.yaml upwards)")),
            show_default=False,
        ),
    ] = None,
    as_of: AsOfOption = None,
    format: Annotated[
        Format,
        typer.Option(
            "--format", help=help_text(_("format of the comparison; xlsx needs --output"))
        ),
    ] = Format.TEXT,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=help_text(_("exit 1 if anything differs")))
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help=help_text(_("list all, however many")))
    ] = False,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Compare two states of a workspace: standards, places, coverage, findings, counts."""
    from stdsys.analysis.difference.comparison import Difference
    from stdsys.cli.answering import workbook_file
    from stdsys.cli.diff_sides import caveats, open_sides, question
    from stdsys.cli.endings import FOUND
    from stdsys.cli.printing import emit
    from stdsys.output.differences.sections import Compared

    workbook = workbook_file(output, xlsx=format is Format.XLSX)
    asked = question(old, new, workspace)
    with ExitStack() as stack:
        before, after = open_sides(asked, stack, as_of=as_of, lang=lang, quiet=quiet)
        difference = Difference.of(
            before.opened.analysis, after.opened.analysis, before.sightings(), after.sightings()
        )
        problems = caveats(before, after)
        compared = Compared(difference, before.side, after.side, tuple(problems))
        say = after.opened.say
        if workbook is not None:
            from stdsys.output.tables.diff import diff_workbook
            from stdsys.output.workbooks.workbook import write_xlsx

            write_xlsx(diff_workbook(compared, say), workbook, say)
        else:
            emit(written(compared, say, format, output, verbose=verbose), output)
    for problem in problems:
        print(f"stdsys: {say(problem)}", file=sys.stderr)
    if problems or (exit_code and not difference.empty):
        raise typer.Exit(FOUND)


def written(
    compared: "Compared", say: "Translator", format: Format, output: Path | None, *, verbose: bool
) -> str:
    """Return the comparison in a format of text."""
    match format:
        case Format.JSON:
            from stdsys.output.json.diff import diff_json

            return diff_json(compared, say)
        case Format.MARKDOWN:
            from stdsys.output.differences.markdown import diff_markdown

            return diff_markdown(compared, say)
        case _:
            from stdsys.cli.answering import layout_for
            from stdsys.output.text.diff import SHOWN, DiffText

            writer = DiffText(compared, say, layout_for(output))
            return "\n".join(writer.lines(most=None if verbose else SHOWN)) + "\n"

"""`stdsys validate`."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from stdsys.cli.options import (
    AsOfOption,
    FailOn,
    FailOnOption,
    IgnoreOption,
    LangOption,
    OutputOption,
    QuietOption,
    SelectOption,
    WorkspaceArgument,
    help_text,
)
from stdsys.messages import _


class Format(StrEnum):
    """Formats of the findings."""

    TEXT = "text"
    JSON = "json"


def validate(
    workspace: WorkspaceArgument = None,
    as_of: AsOfOption = None,
    format: Annotated[
        Format, typer.Option("--format", help=help_text(_("format of the findings")))
    ] = Format.TEXT,
    select: SelectOption = "",
    ignore: IgnoreOption = "",
    fail_on: FailOnOption = FailOn.ERROR,
    show_waived: Annotated[
        bool, typer.Option("--show-waived", help=help_text(_("show waived findings, too")))
    ] = False,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Check the workspace and list what is wrong or missing."""
    from stdsys.cli.endings import FOUND
    from stdsys.cli.opening import open_workspace, threshold
    from stdsys.cli.printing import emit
    from stdsys.cli.rule_codes import wanted_codes

    selected, ignored = wanted_codes(select), wanted_codes(ignore)
    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet)
    report = opened.check(selected, ignored)
    if format is Format.JSON:
        from stdsys.output.findings_json import findings_json

        text = findings_json(report, opened.as_of, opened.say, show_waived=show_waived)
    else:
        from stdsys.cli.answering import layout_for
        from stdsys.output.findings_text import FindingsText

        on_terminal = output is None and sys.stdout.isatty()
        writer = FindingsText(
            opened.say,
            positions=opened.positions if on_terminal else None,
            in_full=bool(selected) or fail_on is FailOn.INFO,
            layout=layout_for(output) if on_terminal else None,
        )
        lines = list(writer.lines(report, opened.as_of, show_waived=show_waived))
        text = "\n".join(lines[-1:] if quiet and not report.findings else lines) + "\n"
    emit(text, output)
    if report.reaches(threshold(fail_on)):
        raise typer.Exit(FOUND)

"""`stdsys validate`."""

from pathlib import Path
from typing import Annotated

import typer

from stdsys.cli.endings import NOTHING_FOUND, FailOn
from stdsys.cli.options import (
    AsOfOption,
    CacheOption,
    FailOnOption,
    IgnoreOption,
    LangOption,
    OutputOption,
    QuietOption,
    SelectOption,
    WorkspaceArgument,
    help_text,
)
from stdsys.cli.validation import Asked, Format, validation
from stdsys.messages import _


def validate(
    context: typer.Context,
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
    register: Annotated[
        Path | None,
        typer.Option(
            "--register",
            metavar="FILE",
            help=help_text(_("look every number up in this register of known standards")),
            show_default=False,
        ),
    ] = None,
    timing: Annotated[
        bool, typer.Option("--timing", help=help_text(_("say how long each rule takes")))
    ] = False,
    cache: CacheOption = True,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Check the workspace and list what is wrong or missing."""
    asked = Asked(
        workspace,
        as_of,
        format,
        select,
        ignore,
        fail_on,
        show_waived,
        register,
        output,
        lang,
        quiet,
        timing,
    )
    code = validation(asked, context.obj)
    if code != NOTHING_FOUND:
        raise typer.Exit(code)

"""`stdsys validate`."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from stdsys.cli.endings import FOUND, NOTHING_FOUND
from stdsys.cli.options import (
    AsOfOption,
    CacheOption,
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
from stdsys.messages import Language, _, choose_language

if TYPE_CHECKING:
    from stdsys.cli.opening import Opened
    from stdsys.rules.checking import Report


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
    register: Annotated[
        Path | None,
        typer.Option(
            "--register",
            metavar="FILE",
            help=help_text(_("look every number up in this register of known standards")),
            show_default=False,
        ),
    ] = None,
    cache: CacheOption = True,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Check the workspace and list what is wrong or missing."""
    from datetime import date

    from stdsys.cli.printing import emit
    from stdsys.cli.remembered import Answer, Remembered
    from stdsys.cli.workspace_root import workspace_root

    root = workspace_root(workspace)
    on_terminal = output is None and sys.stdout.isatty()
    manner = (choose_language(lang), format, fail_on, show_waived, quiet, *_terminal(on_terminal))
    asked = (as_of or date.today(), select, ignore, *manner)
    remembered = Remembered(root, asked) if cache and register is None else None
    answer = remembered.recall() if remembered is not None else None
    if answer is None:
        from stdsys.cli.opening import threshold

        opened, report = _checked(root, as_of, lang, quiet, select, ignore, register)
        text = _text(opened, report, format, select, fail_on, show_waived, quiet, on_terminal)
        failed = report.reaches(threshold(fail_on))
        answer = Answer(text, FOUND if failed else NOTHING_FOUND)
        if remembered is not None:
            loaded = opened.loaded
            remembered.keep(answer, loaded.workspace.record.exclude, loaded.evidence)
    emit(answer.text, output)
    if answer.code != NOTHING_FOUND:
        raise typer.Exit(answer.code)


def _terminal(on_terminal: bool) -> tuple[object, ...]:
    """Return what the look of a text depends on."""
    if not on_terminal:
        return (False,)
    plain = os.environ.get("NO_COLOR"), os.environ.get("TERM")
    return (True, *plain, get_terminal_size().columns)


def _checked(
    root: Path,
    as_of: str | None,
    lang: Language | None,
    quiet: bool,
    select: str,
    ignore: str,
    register: Path | None,
) -> "tuple[Opened, Report]":
    """Open the workspace and run the rules."""
    from stdsys.cli.opening import open_workspace
    from stdsys.cli.rule_codes import wanted_codes

    selected, ignored = wanted_codes(select), wanted_codes(ignore)
    opened = open_workspace(root, as_of=as_of, lang=lang, quiet=quiet)
    if register is None:
        return opened, opened.check(selected, ignored)
    from stdsys.cli.register_file import checked_against

    return opened, checked_against(register, opened, selected, ignored)


def _text(
    opened: "Opened",
    report: "Report",
    format: Format,
    select: str,
    fail_on: FailOn,
    show_waived: bool,
    quiet: bool,
    on_terminal: bool,
) -> str:
    """Return the findings as they are printed."""
    if format is Format.JSON:
        from stdsys.output.json.findings import findings_json

        return findings_json(report, opened.as_of, opened.say, show_waived=show_waived)
    from stdsys.cli.answering import layout_for
    from stdsys.output.text.findings import FindingsText

    writer = FindingsText(
        opened.say,
        positions=opened.positions if on_terminal else None,
        in_full=bool(select.strip()) or fail_on is FailOn.INFO,
        layout=layout_for(None) if on_terminal else None,
    )
    lines = list(writer.lines(report, opened.as_of, show_waived=show_waived))
    return "\n".join(lines[-1:] if quiet and not report.findings else lines) + "\n"

"""`stdsys impact`."""

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
    from stdsys.analysis.analysis import Analysis
    from stdsys.analysis.citations.mentions import Thing
    from stdsys.analysis.impact.withdrawal import Withdrawal


class Format(StrEnum):
    """Formats of what a change touches."""

    TEXT = "text"
    JSON = "json"


def impact(
    number: Annotated[
        str,
        typer.Argument(
            metavar="NUMBER",
            help=help_text(
                _("standard number (undated: all its editions), or id of a plan or document")
            ),
            show_default=False,
        ),
    ],
    workspace: WorkspaceArgument = None,
    as_of: AsOfOption = None,
    format: Annotated[
        Format, typer.Option("--format", help=help_text(_("format of the answer")))
    ] = Format.TEXT,
    depth: Annotated[
        int | None,
        typer.Option(
            "--depth",
            metavar="N",
            help=help_text(_("at most so many steps away (default: all)")),
            show_default=False,
        ),
    ] = None,
    if_withdrawn: Annotated[
        bool,
        typer.Option(
            "--if-withdrawn", help=help_text(_("also what changes if it is withdrawn on this day"))
        ),
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help=help_text(_("list all, however many")))
    ] = False,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show what must be looked at again when a standard changes, nearest first."""
    from stdsys.cli.answering import answer, layout_for
    from stdsys.cli.endings import CommandError
    from stdsys.cli.opening import open_workspace

    if depth is not None and depth < 1:
        raise CommandError(_("--depth: expected a whole number, 1 or more"))
    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet, output=output)
    analysis = opened.analysis

    from stdsys.analysis.impact.reach import impact_of

    things = named(number, analysis)
    found = impact_of(analysis, things, depth)
    fall = fall_of(number, things, analysis) if if_withdrawn else None
    if format is Format.JSON:
        from stdsys.output.json.impact import impact_json

        text = impact_json(analysis, number, found, fall)
    else:
        from stdsys.output.text.impact import SHOWN, ImpactText

        writer = ImpactText(analysis, opened.say, layout_for(output))
        lines = writer.lines(number, found, fall, most=None if verbose else SHOWN)
        text = "\n".join(lines) + "\n"
    answer(opened, text, output, for_people=format is Format.TEXT)


def named(number: str, analysis: "Analysis") -> tuple["Thing", ...]:
    """Return what the words of a command line name; CommandError with a suggestion if nothing."""
    from stdsys.analysis.impact.named_things import things_named
    from stdsys.cli.endings import CommandError

    things = things_named(analysis, number)
    if not things:
        from stdsys.analysis.graphs.focus import suggestion

        close = suggestion(analysis.graph(), number)
        hint = _("; did you mean {name}?", name=close) if close else ""
        raise CommandError(_("{name} is not in this workspace{hint}", name=number, hint=hint))
    return things


def fall_of(number: str, things: tuple["Thing", ...], analysis: "Analysis") -> "Withdrawal":
    """Return what changes if it is withdrawn; CommandError if it cannot be."""
    from stdsys.analysis.impact.withdrawal import withdrawable, withdrawal_of
    from stdsys.cli.endings import CommandError

    editions = withdrawable(analysis, things)
    if not editions:
        raise CommandError(
            _(
                "--if-withdrawn: {name} is no standard of this workspace, or is no longer in force",
                name=number,
            )
        )
    return withdrawal_of(analysis, editions)

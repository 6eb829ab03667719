"""`stdsys register update-workspace`."""

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
from stdsys.cli.register_formats import Format, FormatOption, RegisterOption
from stdsys.messages import _


def update_workspace(
    workspace: WorkspaceArgument = None,
    register: RegisterOption = None,
    as_of: AsOfOption = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help=help_text(_("only propose the edits (the default)"))),
    ] = False,
    apply: Annotated[
        bool, typer.Option("--apply", help=help_text(_("make the edits in the workspace's files")))
    ] = False,
    format: FormatOption = Format.TEXT,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Propose the edits after which a workspace says what the register does."""
    from stdsys.cli.endings import FOUND, CommandError
    from stdsys.cli.opening import open_workspace
    from stdsys.cli.printing import emit
    from stdsys.cli.register_file import opened_register, register_path
    from stdsys.output.register_edits import edit_lines, edits_json, written_edits

    if dry_run and apply:
        raise CommandError(_("--dry-run only proposes, --apply writes: give one"))
    opened = open_workspace(workspace, as_of=as_of, lang=lang, quiet=quiet, output=output)
    if not opened.loaded.readable:
        raise CommandError(
            _("parts of the workspace cannot be read; mend them first: stdsys validate")
        )
    with opened_register(register_path(register)) as found:
        from stdsys.intake.register_proposals import proposals

        opened.register = found
        proposed = sorted(proposals(opened.analysis), key=lambda one: one.order)
    positions = {one: opened.positions.find(one.place) for one in proposed}
    refused = written_edits(opened.loaded.root, proposed) if apply else ()
    if format is Format.JSON:
        text = edits_json(positions, applied=apply, refused=refused)
    else:
        lines = edit_lines(positions, opened.say, applied=apply, refused=refused)
        text = "\n".join(lines) + "\n"
    emit(text, output)
    if refused:
        raise typer.Exit(FOUND)

"""`stdsys rollup`."""

from enum import StrEnum
from pathlib import Path
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
    from stdsys.analysis.rollup.whole import RollUp
    from stdsys.messages import Translator
    from stdsys.output.tables.rollup_lists import Where


class Format(StrEnum):
    """Formats of the roll-up."""

    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"


def rollup(
    workspace: WorkspaceArgument = None,
    as_of: AsOfOption = None,
    format: Annotated[
        Format,
        typer.Option("--format", help=help_text(_("format of the roll-up; xlsx needs --output"))),
    ] = Format.TEXT,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Roll a city up over its counties, which `workspace: members:` lists; they are only read.

    Exit code 1 if a member, or a part of one, could not be read (it is named, and the others are
    answered for), or if a list of members is wrong.
    """
    import sys

    from stdsys.cli.answering import workbook_file
    from stdsys.cli.endings import FOUND
    from stdsys.cli.printing import emit
    from stdsys.cli.rolling_up import roll_up
    from stdsys.output.tables.rollup import caveats

    workbook = workbook_file(output, xlsx=format is Format.XLSX)
    rolled = roll_up(workspace, as_of=as_of, lang=lang, quiet=quiet, output=output)
    say, found = rolled.say, rolled.rollup
    if workbook is not None:
        from stdsys.output.tables.rollup import rollup_workbook
        from stdsys.output.workbooks.workbook import write_xlsx

        write_xlsx(rollup_workbook(found, rolled.where), workbook, say)
    else:
        emit(written(found, say, rolled.where, format, output), output)
    said = caveats(found)
    if format is not Format.TEXT or output is not None:  # a text on a screen begins with them
        for caveat in said:
            print(f"stdsys: {say(caveat)}", file=sys.stderr)
    if said:
        raise typer.Exit(FOUND)


def written(
    found: "RollUp", say: "Translator", where: "Where", format: Format, output: Path | None
) -> str:
    """Return the roll-up in a format of text."""
    if format is Format.JSON:
        from stdsys.output.json.rollup import rollup_json

        return rollup_json(found, say, where)
    from stdsys.cli.answering import layout_for
    from stdsys.output.text.rollup import RollUpText

    return "\n".join(RollUpText(found, say, where, layout_for(output)).lines()) + "\n"

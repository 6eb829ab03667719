"""What commands that answer a question share: where and how it is written, how they end."""

import os
import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import typer

from stdsys.cli.endings import FOUND, CommandError
from stdsys.cli.opening import Opened
from stdsys.cli.printing import emit
from stdsys.messages import _

if TYPE_CHECKING:
    from stdsys.output.tables.table import Table
    from stdsys.output.text.aligned import Layout


def workbook_file(output: Path | None, *, xlsx: bool) -> Path | None:
    """Return the file that a workbook is asked for in, None where another format is.

    CommandError for a workbook without `--output`: it is nothing for standard output; and for the
    name of a workbook for another format: nothing could open the file.
    """
    if output is not None and output.suffix.lower() == ".xlsx" and not xlsx:
        raise CommandError(_("{path} is the name of a workbook: add --format xlsx", path=output))
    if xlsx and output is None:
        raise CommandError(_("--format xlsx needs a file: --output FILE.xlsx"))
    return output if xlsx else None


def layout_for(output: Path | None) -> "Layout":
    """Return the layout of a text: coloured and fitted on a terminal, plain everywhere else.

    `NO_COLOR` (any value but an empty one) and the terminal `dumb` take the colour away.
    """
    from stdsys.output.text.aligned import Layout

    if output is not None or not sys.stdout.isatty():
        return Layout()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Layout(colour=not plain, width=get_terminal_size().columns)


def csv_of(table: "Table", opened: Opened, output: Path | None) -> str:
    """Return a table as csv; in a file it begins with the mark by which Excel knows UTF-8."""
    from stdsys.output.tables.rendering import Renderer
    from stdsys.output.workbooks.csv_tables import csv_text

    mark = "" if output is None else "\ufeff"
    return mark + csv_text(table, Renderer(opened.say))


def answer(opened: Opened, text: str, output: Path | None, *, for_people: bool) -> None:
    """Print an answer; where parts of the workspace could not be read say so, and exit 1.

    Figures over half of a workspace must not pass for figures over all of it: an answer
    `for_people` begins with the caveat, which machines read on standard error.
    """
    if opened.loaded.readable:
        emit(text, output)
        return
    problem = _("parts of the workspace could not be read, so this is incomplete: stdsys validate")
    caveat = opened.say(problem)
    emit(f"{caveat}\n\n{text}" if for_people else text, output)
    print(f"stdsys: {caveat}", file=sys.stderr)
    raise typer.Exit(FOUND)

"""What commands that write deliverables share: what they refuse before they write anything."""

import sys
import tempfile
from pathlib import Path

import typer

from stdsys.cli.endings import FOUND, CommandError
from stdsys.cli.opening import Opened
from stdsys.messages import _
from stdsys.rules.checking import Report


def refuse_unreadable(opened: Opened, report: Report) -> None:
    """End with exit code 1 if something could not be read: half the facts make no document."""
    if opened.loaded.readable:
        return
    from stdsys.output.text.findings import FindingsText

    for line in FindingsText(opened.say).lines(report, opened.as_of):
        print(line)
    print(opened.say(_("nothing was written: mend the Y errors first")), file=sys.stderr)
    raise typer.Exit(FOUND)


def check_profile(name: str, opened: Opened) -> None:
    """Raise CommandError for a column profile that neither stdsys nor the workspace has."""
    from stdsys.output.workbooks.profiles import profile_names

    names = profile_names(opened.analysis.workspace)
    if name not in names:
        raise CommandError(
            _("there is no profile {name}; known are {names}", name=name, names=names)
        )


def prepare_folder(folder: Path, opened: Opened) -> None:
    """Make the output folder; CommandError if it is the workspace or cannot be written."""
    if folder.resolve() == opened.loaded.root.resolve():
        raise CommandError(
            _("{path} is the workspace itself: choose another folder for the output", path=folder)
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except FileExistsError:
        raise CommandError(_("{path} is a file, not a folder", path=folder)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandError(
            _("cannot write to {path}: {reason}", path=folder, reason=reason)
        ) from None

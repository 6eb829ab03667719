"""What every command does first and last: open the workspace, choose language and day, print."""

import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from stdsys.analysis.analysis import Analysis
from stdsys.cli.endings import FOUND, CommandError
from stdsys.cli.options import FailOn
from stdsys.findings import Severity
from stdsys.messages import Language, Text, Translator, _, choose_language, translator
from stdsys.model.workspace_record import WorkspaceRecord
from stdsys.rules.checking import Report, check
from stdsys.source.discovery import MAIN_FILE, find_workspace
from stdsys.source.loading import Loaded, load
from stdsys.source.positions import Positions


@dataclass
class Session:
    """An opened workspace, the day, the language, and what the commands ask of them."""

    loaded: Loaded
    as_of: date
    say: Translator
    quiet: bool = False

    @cached_property
    def analysis(self) -> Analysis:
        """The questions, for the workspace and the day."""
        return Analysis(self.loaded.workspace, self.as_of)

    @cached_property
    def positions(self) -> Positions:
        """Finds lines and columns in the workspace's files."""
        return Positions(self.loaded.root)

    def check(self, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Report:
        """Run the rules."""
        return check(
            self.analysis, self.loaded.findings, self.positions, select=select, ignore=ignore
        )

    def note(self, text: Text) -> None:
        """Say something on standard error, unless the user asked for quiet."""
        if not self.quiet:
            print(self.say(text), file=sys.stderr)


def open_session(
    folder: Path | None,
    *,
    as_of: str | None = None,
    lang: Language | None = None,
    quiet: bool = False,
) -> Session:
    """Open the workspace of a command line; CommandError says what is wrong with the call."""
    say = translator(choose_language(lang))
    root = workspace_root(folder)
    stated = day(as_of) if as_of else None
    with showing_progress(_("reading"), quiet, say) as progress:
        loaded = load(root, progress)
    on = stated or _stated_day(loaded.workspace.record) or date.today()
    return Session(loaded, on, say, quiet)


def workspace_root(folder: Path | None) -> Path:
    """Return the folder that holds `stdsys.yaml`."""
    try:
        if folder is None:
            found = find_workspace(Path.cwd())
            if found is None:
                raise CommandError(
                    _(
                        "there is no {file} here or in any folder above; "
                        "make a workspace with: stdsys init DIR",
                        file=MAIN_FILE,
                    )
                )
            return found
        if folder.is_file() and folder.name == MAIN_FILE:
            return folder.parent
        if not folder.exists():
            raise CommandError(_("the folder {path} does not exist", path=folder))
        if not folder.is_dir():
            raise CommandError(_("{path} is not a folder", path=folder))
        next(folder.iterdir(), None)
        if not (folder / MAIN_FILE).is_file():
            raise CommandError(
                _(
                    "{path} is no workspace: it has no {file}; make one with: stdsys init {path}",
                    path=folder,
                    file=MAIN_FILE,
                )
            )
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandError(
            _("the folder {path} cannot be read: {reason}", path=folder or ".", reason=reason)
        ) from None
    return folder


def day(text: str) -> date:
    """Read the day of `--as-of`."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise CommandError(_("--as-of: expected a day such as 2026-11-22, not {text}", text=text))


def _stated_day(record: WorkspaceRecord) -> date | None:
    return record.as_of.last if record.as_of is not None else None


def threshold(fail_on: FailOn) -> Severity | None:
    """Return the severity from which a run fails; None for never."""
    return None if fail_on is FailOn.NEVER else Severity(fail_on.value)


Progress: TypeAlias = Callable[[int, int], None]
"""Told how many steps are done, of how many."""


@contextmanager
def showing_progress(label: Text, quiet: bool, say: Translator) -> Iterator[Progress | None]:
    """Give a progress function; on a terminal a bar appears once the work takes a second."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from stdsys.cli.progress import LateBar

    with LateBar(say(label)) as bar:
        yield bar.advance_to


def refuse_unreadable(session: Session, report: Report) -> None:
    """End with exit code 1 if something could not be read: half the facts make no document."""
    if session.loaded.readable:
        return
    from stdsys.output.findings_text import FindingsText

    for line in FindingsText(session.say).lines(report, session.as_of):
        print(line)
    print(session.say(_("nothing was written: mend the Y errors first")), file=sys.stderr)
    raise SystemExit(FOUND)


def known_profile(name: str) -> None:
    """Raise CommandError for a column profile that there is not."""
    from stdsys.output.profiles import PROFILES

    if name not in PROFILES:
        raise CommandError(
            _("there is no profile {name}; known are {names}", name=name, names=tuple(PROFILES))
        )


def prepare_folder(folder: Path) -> None:
    """Make the output folder; CommandError if nothing can be written there."""
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

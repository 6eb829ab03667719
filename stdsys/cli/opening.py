"""What every command does first: open the workspace, choose language and day, show progress."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from stdsys.analysis.analysis import Analysis
from stdsys.cli.endings import CommandError
from stdsys.cli.options import FailOn
from stdsys.findings import Severity
from stdsys.messages import Language, Text, Translator, _, choose_language, translator
from stdsys.model.partial_date import PartialDate
from stdsys.rules.checking import Report, check
from stdsys.source.collector import without_collector
from stdsys.source.discovery import MAIN_FILE, find_workspace
from stdsys.source.loading import Loaded, load
from stdsys.source.positions import Positions


@dataclass
class Opened:
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
        with without_collector():
            return check(
                self.analysis, self.loaded.findings, self.positions, select=select, ignore=ignore
            )

    def note(self, text: Text) -> None:
        """Say something on standard error, unless the user asked for quiet."""
        if not self.quiet:
            print(self.say(text), file=sys.stderr)


def open_workspace(
    folder: Path | None,
    *,
    as_of: str | None = None,
    lang: Language | None = None,
    quiet: bool = False,
) -> Opened:
    """Open the workspace of a command line; CommandError says what is wrong with the call."""
    say = translator(choose_language(lang))
    root = workspace_root(folder)
    stated = day(as_of) if as_of else None
    with showing_progress(_("reading"), quiet, say) as progress:
        loaded = load(root, progress)
    own = loaded.workspace.record.as_of
    return Opened(loaded, stated or (own.last if own else date.today()), say, quiet)


def workspace_root(folder: Path | None) -> Path:
    """Return the folder that holds `stdsys.yaml`."""
    try:
        if folder is None:
            found = find_workspace(Path.cwd())
            if found is None:
                raise CommandError(
                    _(
                        "there is no {file} here or in any folder above; {advice}",
                        file=MAIN_FILE,
                        advice=_nearby(Path.cwd()) or _("make a workspace with: stdsys init DIR"),
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
                    "{path} is no workspace: it has no {file}; {advice}",
                    path=folder,
                    file=MAIN_FILE,
                    advice=_nearby(folder) or _("make one with: stdsys init {path}", path=folder),
                )
            )
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandError(
            _("the folder {path} cannot be read: {reason}", path=folder or ".", reason=reason)
        ) from None
    return folder


def _nearby(folder: Path) -> Text | None:
    """Say which folder above or just below is a workspace, or which file lacks the right name."""
    for name in _MISNAMED:
        if (folder / name).is_file():
            return _("rename {name} to {file}", name=name, file=MAIN_FILE)
    above = find_workspace(folder)
    if above is not None:
        return _("it lies in the workspace {path}", path=above)
    below = sorted(path.name for path in folder.iterdir() if (path / MAIN_FILE).is_file())
    if below:
        names = (*below[:_SHOWN], *(["…"] if len(below) > _SHOWN else []))
        return _("these folders in it are: {names}", names=names)
    return None


_MISNAMED = ("stdsys.yml", f"{MAIN_FILE}.txt", f"{MAIN_FILE}.yaml")
_SHOWN = 5


def day(text: str) -> date:
    """Read the day of `--as-of`; of a month or a year it is the last, as for `as_of:`."""
    try:
        return PartialDate.parse(text).last
    except ValueError:
        raise CommandError(
            _("--as-of: expected a day such as 2026-11-22, not {text}", text=text)
        ) from None


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

"""What every command does first: open the workspace, choose language and day, show progress."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from stdsys.cli.endings import CommandError, FailOn
from stdsys.cli.workspace_root import workspace_root
from stdsys.findings import Severity
from stdsys.messages import Language, Text, Translator, _, choose_language, translator
from stdsys.source.collector import without_collector
from stdsys.source.reading_ahead import reading_ahead

if TYPE_CHECKING:
    from stdsys.analysis.analysis import Analysis
    from stdsys.register.reading import Register
    from stdsys.rules.checking import Report
    from stdsys.rules.timing import Stopwatch
    from stdsys.source.loading import Loaded
    from stdsys.source.positions import Positions


class Opened(Struct, dict=True):
    """An opened workspace, the day, the language, and what the commands ask of them."""

    loaded: "Loaded"
    as_of: date
    say: Translator
    quiet: bool = False
    register: "Register | None" = None
    watch: "Stopwatch | None" = None

    @cached_property
    def analysis(self) -> "Analysis":
        """The questions, for the workspace and the day."""
        from stdsys.analysis.analysis import Analysis

        analysis = Analysis(self.loaded.workspace, self.as_of, self.register)
        return analysis if self.watch is None else self.watch.timed(analysis)

    @cached_property
    def positions(self) -> "Positions":
        """Finds lines and columns in the workspace's files."""
        from stdsys.source.positions import Positions

        return Positions(self.loaded.root)

    def check(self, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> "Report":
        """Run the rules."""
        from stdsys.rules.checking import check, findings_of

        with without_collector():
            return check(
                self.analysis,
                self.loaded.findings,
                self.positions,
                select=select,
                ignore=ignore,
                run=findings_of if self.watch is None else self.watch.findings_of,
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
    output: Path | None = None,
) -> Opened:
    """Open the workspace of a command line; CommandError says what is wrong with the call.

    `output` is the file or folder that the command will write; in a member's folder it is refused.
    """
    say = translator(choose_language(lang))
    root = workspace_root(folder)
    if output is not None:
        from stdsys.cli.member_folders import refuse_output_in_member

        refuse_output_in_member(output, root)
    with reading_ahead(root) as ahead:
        from stdsys.source.loading import load  # it takes a while: meanwhile files are being read

        stated = day(as_of) if as_of else None
        with showing_progress(_("reading"), quiet, say) as progress:
            loaded = load(root, progress, ahead)
    own = loaded.workspace.record.as_of
    return Opened(loaded, stated or (own.last if own else date.today()), say, quiet)


def day(text: str) -> date:
    """Read the day of `--as-of`; of a month or a year it is the last, as for `as_of:`."""
    from stdsys.model.partial_date import PartialDate

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

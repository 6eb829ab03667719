"""What `stdsys validate` does, however it was asked: by Typer, or by words too plain to need it."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from stdsys.cli.endings import FOUND, NOTHING_FOUND, FailOn
from stdsys.cli.workspace_root import workspace_root
from stdsys.messages import Language

if TYPE_CHECKING:
    from stdsys.cli.opening import Opened
    from stdsys.cli.remembered import Remembered
    from stdsys.rules.checking import Report


class Format(StrEnum):
    """Formats of the findings."""

    TEXT = "text"
    JSON = "json"


class Asked(Struct, frozen=True):
    """The arguments and options of `validate`, and their defaults."""

    workspace: Path | None = None
    as_of: str | None = None
    format: Format = Format.TEXT
    select: str = ""
    ignore: str = ""
    fail_on: FailOn = FailOn.ERROR
    show_waived: bool = False
    register: Path | None = None
    output: Path | None = None
    lang: Language | None = None
    quiet: bool = False
    timing: bool = False


def plainly_asked(words: Sequence[str]) -> Asked | None:
    """Read `validate [WORKSPACE]` with no other options than --no-cache, --quiet and --lang.

    None for any other command line, right or wrong: Typer reads it. Most lines are plain, and to
    import Typer takes as long as to check a small workspace.
    """
    if not words or words[0] != "validate":
        return None
    workspace, lang, quiet = None, None, False
    following = iter(words[1:])
    for word in following:
        if word in ("-q", "--quiet"):
            quiet = True
        elif word == "--lang":
            named = next(following, "")
            if named not in tuple(Language):
                return None
            lang = Language(named)
        elif word and not word.startswith("-") and workspace is None:
            workspace = Path(word)
        elif word != "--no-cache":
            return None
    return Asked(workspace, lang=lang, quiet=quiet)


def validation(asked: Asked, remembered: "Remembered | None") -> int:
    """Check the workspace, print what is found, and return the exit code.

    The answer is kept in `remembered`, if there is one and it rests on the workspace's files alone.
    """
    from stdsys.cli.opening import threshold
    from stdsys.cli.printing import emit

    root = workspace_root(asked.workspace)
    opened, report = _timed(root, asked) if asked.timing else _checked(root, asked)
    text = _text(asked, opened, report)
    code = FOUND if report.reaches(threshold(asked.fail_on)) else NOTHING_FOUND
    record = opened.loaded.workspace.record
    elsewhere = asked.output is not None or asked.register is not None or record.members
    if remembered is not None and not elsewhere:  # other folders are not kept an eye on
        from stdsys.cli.remembered import Answer

        answer = Answer(text, code)
        remembered.keep(answer, asked.workspace, opened.loaded)
    emit(text, asked.output)
    if opened.watch is not None:
        from stdsys.output.text.timing import timing_lines

        print(*timing_lines(opened.watch.seconds, opened.say), sep="\n", file=sys.stderr)
    return code


def _timed(root: Path, asked: Asked) -> "tuple[Opened, Report]":
    """Do what `_checked` does, with a stopwatch."""
    from stdsys.output.text.timing import LOCATING, READING
    from stdsys.rules.timing import Stopwatch

    watch = Stopwatch()
    with watch.step(READING):
        opened = _opened(root, asked)
    opened.watch = watch
    with watch.step(LOCATING):
        return _checked(root, asked, opened)


def _opened(root: Path, asked: Asked) -> "Opened":
    from stdsys.cli.opening import open_workspace

    return open_workspace(
        root, as_of=asked.as_of, lang=asked.lang, quiet=asked.quiet, output=asked.output
    )


def _checked(root: Path, asked: Asked, opened: "Opened | None" = None) -> "tuple[Opened, Report]":
    """Open the workspace, if it is not open yet, and run the rules."""
    from stdsys.cli.rule_codes import wanted_codes

    selected, ignored = wanted_codes(asked.select), wanted_codes(asked.ignore)
    opened = opened or _opened(root, asked)
    if asked.register is None:
        return opened, opened.check(selected, ignored)
    from stdsys.cli.register_file import checked_against

    return opened, checked_against(asked.register, opened, selected, ignored)


def _text(asked: Asked, opened: "Opened", report: "Report") -> str:
    """Return the findings as they are printed."""
    if asked.format is Format.JSON:
        from stdsys.output.json.findings import findings_json

        return findings_json(report, opened.as_of, opened.say, show_waived=asked.show_waived)
    from stdsys.output.text.findings import FindingsText

    in_full = bool(asked.select.strip()) or asked.fail_on is FailOn.INFO
    if asked.output is None and sys.stdout.isatty():
        from stdsys.cli.answering import layout_for

        writer = FindingsText(
            opened.say, positions=opened.positions, in_full=in_full, layout=layout_for(None)
        )
    else:
        writer = FindingsText(opened.say, in_full=in_full)
    lines = list(writer.lines(report, opened.as_of, show_waived=asked.show_waived))
    return "\n".join(lines[-1:] if asked.quiet and not report.findings else lines) + "\n"

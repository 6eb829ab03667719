"""Arguments and options that many commands share, with their help in the user's language."""

import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer

from stdsys.cli.endings import FailOn
from stdsys.messages import Language, Text, _, choose_language, translator


def language_asked(arguments: Sequence[str] | None = None) -> Language:
    """Return the language of a command line: `--lang` decides for help and errors, too.

    Typer reads the option only once the command runs, which is too late for both.
    """
    words = sys.argv[1:] if arguments is None else arguments
    for word, following in pairwise([*words, ""]):
        wanted = word.partition("=")[2] if word.startswith("--lang=") else following
        if word.startswith("--lang") and wanted in tuple(Language):
            return Language(wanted)
    return choose_language(None)


_SAY = translator(language_asked())
"""Found once: some sixty help texts are made at every start."""


def help_text(text: Text) -> str:
    """Return a help text in the user's language."""
    return _SAY(text)


WorkspaceArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="WORKSPACE",
        help=help_text(_("folder of the workspace (default: the nearest stdsys.yaml upwards)")),
        show_default=False,
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="YYYY-MM-DD",
        help=help_text(_("answer for this day (default: the workspace's as_of, else today)")),
        show_default=False,
    ),
]
LangOption = Annotated[
    Language | None,
    typer.Option("--lang", help=help_text(_("language of the output")), show_default=False),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=help_text(_("write to this file instead of standard output")),
        show_default=False,
    ),
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help=help_text(_("say only what is asked for")))
]
CacheOption = Annotated[
    bool,
    typer.Option(
        "--cache/--no-cache",
        help=help_text(_("answer from memory if no file has changed since the last run")),
        show_default=False,
    ),
]
SelectOption = Annotated[
    str,
    typer.Option(
        "--select",
        metavar="CODES",
        help=help_text(_("only these rules: codes or prefixes, separated by commas")),
        show_default=False,
    ),
]
IgnoreOption = Annotated[
    str,
    typer.Option(
        "--ignore",
        metavar="CODES",
        help=help_text(_("not these rules: codes or prefixes, separated by commas")),
        show_default=False,
    ),
]
FailOnOption = Annotated[
    FailOn, typer.Option("--fail-on", help=help_text(_("exit 1 from this severity on")))
]
OutOption = Annotated[
    Path,
    typer.Option("--out", "-o", metavar="DIR", help=help_text(_("folder that the files go to"))),
]
ProfileOption = Annotated[
    str,
    typer.Option(
        "--profile",
        metavar="PROFILE",
        help=help_text(
            _("columns of the detail table: gbt13016, simple, full or one of the workspace")
        ),
    ),
]

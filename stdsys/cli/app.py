"""The application: its commands, and how failures leave it."""

import gc
import os
import sys
from collections.abc import Callable
from typing import NoReturn

import typer

from stdsys import __version__
from stdsys.cli.build import build
from stdsys.cli.compare import compare
from stdsys.cli.coverage import coverage
from stdsys.cli.diff import diff
from stdsys.cli.endings import DEFECT, NOTHING_FOUND, WRONG_USE, CommandError
from stdsys.cli.explain import explain
from stdsys.cli.export import export
from stdsys.cli.graph import graph
from stdsys.cli.impact import impact
from stdsys.cli.import_workbook import import_
from stdsys.cli.init import init
from stdsys.cli.number import number
from stdsys.cli.options import help_text, language_asked
from stdsys.cli.order import order
from stdsys.cli.quality import quality
from stdsys.cli.register import register
from stdsys.cli.reviews import reviews
from stdsys.cli.schema import schema
from stdsys.cli.stats import stats
from stdsys.cli.targets import targets
from stdsys.cli.validate import validate
from stdsys.messages import Text, _, translator

app = typer.Typer(
    name="stdsys",
    help=help_text(
        _("Standards systems (标准体系) as YAML: checked, counted, drawn and exported.")
    ),
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: nothing is cut off on a narrow terminal
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"stdsys {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(
        False,
        "--version",
        callback=_version,
        is_eager=True,
        help=help_text(_("print the version and exit")),
    ),
) -> None:
    """Hold the options of the program itself."""


COMMANDS: tuple[tuple[Callable[..., None], Text], ...] = (
    (init, _("make a new workspace that validates and builds at once")),
    (import_, _("workbooks people have: a new workspace of them, or merged into one")),
    (build, _("the main job: check, then write every workbook, table and graph")),
    (validate, _("check the workspace and list what is wrong or missing")),
    (coverage, _("which links of the chain are covered, and where the gaps are")),
    (stats, _("the statistics: how many standards there should be and are")),
    (graph, _("the dependency graph: citations, replacements, adoptions")),
    (compare, _("indicators side by side: stricter, equal, looser, not comparable")),
    (reviews, _("the reviews of standards by criteria, and what nobody has reviewed")),
    (quality, _("the structure against GB/T 13016, and the mix of levels")),
    (targets, _("which targets are reached, and what that rests on")),
    (impact, _("what must be looked at again when a standard changes")),
    (diff, _("what has changed between two folders or git revisions")),
    (export, _("write single workbooks: detail table, statistics, coverage")),
    (order, _("what to draft first: dependencies, urgency, deadlines, levels for gaps")),
    (number, _("read and normalise standard numbers, one a line")),
    (explain, _("explain a rule, with its source and samples")),
    (schema, _("the JSON Schema of workspace files, for editors")),
)
"""The commands in the order of work, and what they do in one line."""


def command_name(command: Callable[..., None]) -> str:
    """Return what users type: `import_` is `import`, a word that Python keeps for itself."""
    return command.__name__.rstrip("_")


for command, line in COMMANDS:
    app.command(command_name(command), help=help_text(line))(command)
app.add_typer(
    register, name="register", help=help_text(_("the register of known standards, one file"))
)


def console() -> NoReturn:
    """Be the program `stdsys`: run, and leave without taking the workspace apart.

    A run is short and what it builds lives to its end: looking for garbage, and freeing object by
    object at the end, would take as long as the checking. Outputs are whole by then.
    """
    gc.disable()
    try:
        main()
    except SystemExit as ending:
        code = ending.code if isinstance(ending.code, int) else DEFECT
        if os.environ.get("STDSYS_DEBUG"):  # profilers and debuggers want an ordinary end
            raise
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # the reader has gone
        pass
    os._exit(code)


def _complain(sentence: str) -> None:
    from stdsys.output.tables.rendering import one_line

    print(f"stdsys: {one_line(sentence)}", file=sys.stderr)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the program with these arguments (default: the process's); exit with a code."""
    from stdsys.output.atomic import OutputError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    say = translator(language_asked(arguments))
    try:
        words = sys.argv[1:] if arguments is None else arguments
        code = app(args=words or ["--help"], standalone_mode=False)
        sys.exit(code if isinstance(code, int) else NOTHING_FOUND)
    except (CommandError, OutputError) as error:
        _complain(say(error.message))
        sys.exit(WRONG_USE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(NOTHING_FOUND)
    except KeyboardInterrupt:
        interrupted = _("interrupted")
        print(f"stdsys: {say(interrupted)}", file=sys.stderr)
        sys.exit(130)
    except Exception as error:
        from stdsys.cli.usage_errors import usage_sentence

        names = [*(command_name(command) for command, _line in COMMANDS), "register"]
        wrong = usage_sentence(error, names)
        if wrong is not None:
            _complain(say(wrong))
            sys.exit(WRONG_USE)
        if os.environ.get("STDSYS_DEBUG"):
            raise
        sentence = _(
            "a defect of stdsys: {error}; set STDSYS_DEBUG=1 to see where, and please report it",
            error=f"{type(error).__name__}: {error}",
        )
        print(f"stdsys: {say(sentence)}", file=sys.stderr)
        sys.exit(DEFECT)

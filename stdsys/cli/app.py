"""The application: its commands, and how failures leave it."""

import os
import sys
from collections.abc import Callable
from typing import NoReturn

import typer

from stdsys import __version__
from stdsys.cli.build import build
from stdsys.cli.coverage import coverage
from stdsys.cli.explain import explain
from stdsys.cli.export import export
from stdsys.cli.graph import graph
from stdsys.cli.init import init
from stdsys.cli.number import number
from stdsys.cli.options import help_text, language_asked
from stdsys.cli.schema import schema
from stdsys.cli.stats import stats
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
    (build, _("the main job: check, then write every workbook, table and graph")),
    (validate, _("check the workspace and list what is wrong or missing")),
    (coverage, _("which links of the chain are covered, and where the gaps are")),
    (stats, _("the statistics: how many standards there should be and are")),
    (graph, _("the dependency graph: citations, replacements, adoptions")),
    (export, _("write single workbooks: detail table, statistics, coverage")),
    (number, _("read and normalise standard numbers, one a line")),
    (explain, _("explain a rule, with its source and samples")),
    (schema, _("the JSON Schema of workspace files, for editors")),
)
"""The commands in the order of work, and what they do in one line."""

for command, line in COMMANDS:
    app.command(help=help_text(line))(command)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the program with these arguments (default: the process's); exit with a code."""
    from stdsys.cli.endings import DEFECT, NOTHING_FOUND, WRONG_USE, CommandError
    from stdsys.output.atomic import OutputError
    from stdsys.output.tables.rendering import one_line

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    say = translator(language_asked(arguments))
    try:
        words = sys.argv[1:] if arguments is None else arguments
        code = app(args=words or ["--help"], standalone_mode=False)
        sys.exit(code if isinstance(code, int) else NOTHING_FOUND)
    except (CommandError, OutputError) as error:
        print(f"stdsys: {one_line(say(error.message))}", file=sys.stderr)
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

        wrong = usage_sentence(error, [command.__name__ for command, _line in COMMANDS])
        if wrong is not None:
            print(f"stdsys: {one_line(say(wrong))}", file=sys.stderr)
            sys.exit(WRONG_USE)
        if os.environ.get("STDSYS_DEBUG"):
            raise
        sentence = _(
            "a defect of stdsys: {error}; set STDSYS_DEBUG=1 to see where, and please report it",
            error=f"{type(error).__name__}: {error}",
        )
        print(f"stdsys: {say(sentence)}", file=sys.stderr)
        sys.exit(DEFECT)

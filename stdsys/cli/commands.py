"""The commands of `stdsys`, in the order of work, and the application made of them."""

import os
from collections.abc import Sequence
from importlib import import_module

import typer

from stdsys import __version__
from stdsys.cli.options import LangOption, help_text
from stdsys.messages import Text, _

COMMANDS: dict[str, Text] = {
    "init": _("make a new workspace that validates and builds at once"),
    "import": _("workbooks people have: a new workspace of them, or merged into one"),
    "build": _("the main job: check, then write every workbook, table and graph"),
    "validate": _("check the workspace and list what is wrong or missing"),
    "coverage": _("which links of the chain are covered, and where the gaps are"),
    "stats": _("the statistics: how many standards there should be and are"),
    "graph": _("the dependency graph: citations, replacements, adoptions"),
    "compare": _("indicators side by side: stricter, equal, looser, not comparable"),
    "reviews": _("the reviews of standards by criteria, and what nobody has reviewed"),
    "quality": _("the structure against GB/T 13016, and the mix of levels"),
    "targets": _("which targets are reached, and what that rests on"),
    "impact": _("what must be looked at again when a standard changes"),
    "rollup": _("a city over its counties: counts, coverage, findings, identical numbers once"),
    "diff": _("what has changed between two folders or git revisions"),
    "export": _("write single deliverables: tables, documents, diagrams, facts"),
    "order": _("what to draft first: dependencies, urgency, deadlines, levels for gaps"),
    "number": _("read and normalise standard numbers, one a line"),
    "explain": _("explain a rule, with its source and samples"),
    "schema": _("the JSON Schema of workspace files, for editors"),
    "register": _("the register of known standards, one file"),
}
"""The commands in the order of work, and what they do in one line.

Each is the function (`register`: the application) of its name in the module of its name.
"""

_FURTHER: dict[str, Text] = {
    "rollup": _(
        "Members are folders of other workspaces, listed in stdsys.yaml: workspace: members: "
        "[../county-a, ../county-b]. They are only read. Exit code 1: a member could not be read, "
        "or only in part (it is named, the others are answered for), or a list of members is wrong."
    ),
}
"""What stands below the options of a command, where they do not say enough."""

_NAMED_OTHERWISE = {"import": ("import_workbook", "import_")}
"""Modules and functions of commands whose names Python keeps for itself."""


def application(words: Sequence[str]) -> typer.Typer:
    """Return the application for a command line: the command it begins with, else all of them.

    To learn the options of a command costs its import; only the help of all, a wrong name and a
    shell that completes want to know them all.
    """
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
    app.callback()(_root)
    asked = words[0] if words and words[0] in COMMANDS else None
    for name, line in COMMANDS.items():
        if asked in (None, name):
            _add(app, name, help_text(line))
    return app


def _add(app: typer.Typer, name: str, line: str) -> None:
    module, function = _NAMED_OTHERWISE.get(name, (name, name))
    command = getattr(import_module(f"stdsys.cli.{module}"), function)
    if isinstance(command, typer.Typer):
        app.add_typer(command, name=name, help=line)
    else:
        further = help_text(_FURTHER[name]) if name in _FURTHER else None
        app.command(name, help=line, epilog=further)(command)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"stdsys {__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(
        False,
        "--version",
        callback=_version,
        is_eager=True,
        help=help_text(_("print the version and exit")),
    ),
    lang: LangOption = None,
) -> None:
    """Hold the options of the program itself; a command's own language comes first."""
    if lang is not None:
        os.environ["STDSYS_LANG"] = lang

"""`stdsys init`."""

from enum import StrEnum
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from stdsys.cli.options import LangOption, help_text
from stdsys.messages import _


class Template(StrEnum):
    """What a new workspace begins with."""

    REGION = "region"
    BLANK = "blank"


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help=help_text(_("folder of the new workspace")))
    ],
    template: Annotated[
        Template, typer.Option("--template", help=help_text(_("what it begins with")))
    ] = Template.REGION,
    lang: LangOption = None,
) -> None:
    """Make a new workspace that validates and builds at once."""
    from stdsys.messages import choose_language, translator
    from stdsys.output.new_workspace import create

    say = translator(choose_language(lang))
    files = create(folder, template.value)
    for file in files:
        print(folder / file)
    typed = quote(str(folder))
    print(say(_("next: stdsys validate {folder}", folder=typed)))
    print(say(_("then: stdsys build {folder} --out {out}", folder=typed, out="out")))

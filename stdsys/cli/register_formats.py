"""Options that the commands of the register share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stdsys.cli.options import help_text
from stdsys.messages import _


class Format(StrEnum):
    """Formats of what the commands of the register say."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[
    Format, typer.Option("--format", help=help_text(_("format of the answer")))
]
RegisterOption = Annotated[
    Path | None,
    typer.Option(
        "--register",
        metavar="FILE",
        help=help_text(_("the register (default: $STDSYS_REGISTER, else register.sqlite)")),
        show_default=False,
    ),
]

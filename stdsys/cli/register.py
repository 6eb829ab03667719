"""`stdsys register …`: the commands of the register of known standards."""

from collections.abc import Callable

import typer

from stdsys.cli.options import help_text
from stdsys.cli.register_check import check
from stdsys.cli.register_import import import_
from stdsys.cli.register_questions import info, search
from stdsys.cli.register_update import update_workspace
from stdsys.messages import Text, _

register = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@register.callback(invoke_without_command=True)
def root(context: typer.Context) -> None:
    """Print the help where no command follows."""
    if context.invoked_subcommand is None:
        print(context.get_help())


_COMMANDS: tuple[tuple[str, Callable[..., None], Text], ...] = (
    ("import", import_, _("take lists of standards into a register, or make one of them")),
    ("info", info, _("how much a register holds, and of which lists it was made")),
    ("search", search, _("find standards by number or by words of their titles")),
    ("check", check, _("look every number of a workspace up, and list what differs")),
    (
        "update-workspace",
        update_workspace,
        _("propose the edits after which a workspace says what the register does"),
    ),
)

for name, command, line in _COMMANDS:
    register.command(name, help=help_text(line))(command)

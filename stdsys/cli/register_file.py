"""The register that a command line names, and how its faults leave a command."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from stdsys.cli.endings import CommandError
from stdsys.cli.opening import Opened
from stdsys.rules.checking import Report

if TYPE_CHECKING:
    from stdsys.register.reading import Register

VARIABLE = "STDSYS_REGISTER"
"""Names the register for the commands that need one and are not told."""
USUAL = Path("register.sqlite")


def register_path(named: Path | None) -> Path:
    """Return the register of the option, else of the environment, else the one lying here."""
    if named is not None:
        return named
    stated = os.environ.get(VARIABLE)
    return Path(stated) if stated else USUAL


@contextmanager
def opened_register(path: Path) -> Iterator["Register"]:
    """Open a register for questions; what is wrong with it, now or later, is wrong use."""
    from stdsys.register.reading import Register

    with refusing(), Register(path) as register:
        yield register


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what a register or a list is refused for into wrong use."""
    from stdsys.intake.refused import IntakeError
    from stdsys.register.refusal import RegisterError

    try:
        yield
    except (RegisterError, IntakeError) as error:
        raise CommandError(error.message) from None


def checked_against(
    path: Path, opened: Opened, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> Report:
    """Run the rules over a workspace with a register at hand."""
    with opened_register(path) as register:
        opened.register = register
        return opened.check(select, ignore)

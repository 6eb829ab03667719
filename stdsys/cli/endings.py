"""How a command ends: the exit codes, and the error of wrong use."""

from enum import StrEnum

from stdsys.messages import Text

NOTHING_FOUND, FOUND, WRONG_USE, DEFECT = 0, 1, 2, 3
"""Exit codes."""


class FailOn(StrEnum):
    """The severity from which a run fails."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class CommandError(Exception):
    """Wrong use: one sentence for the user, exit code 2."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.msgid)
        self.message = message

"""Why a register cannot be used, as one sentence."""

from stdsys.messages import Text


class RegisterError(Exception):
    """A file is no register, is damaged, or cannot be written; `message` says which."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.msgid)
        self.message = message

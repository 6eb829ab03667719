"""Why a file cannot be taken in at all, as one sentence for its owner."""

from stdsys.messages import Text


class IntakeError(Exception):
    """A file cannot be read as tables of standards; `message` says why and what to do."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.msgid)
        self.message = message

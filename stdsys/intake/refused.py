"""Why a file cannot be taken in at all, as one sentence for its owner."""

from stdsys.messages import Text, _


class IntakeError(Exception):
    """A file cannot be read as tables of standards; `message` says why and what to do."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.msgid)
        self.message = message


def damaged(file: str) -> IntakeError:
    """Return the refusal of a file that breaks off or is garbled."""
    return IntakeError(_("{file} is damaged: half of it may be missing", file=file))

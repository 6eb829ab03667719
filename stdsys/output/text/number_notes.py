"""What is wrong or doubtful about a text read as a standard number, in words."""

from stdsys.messages import Text, _
from stdsys.numbers import Outcome, Reading
from stdsys.rules.numbers.flags import sentence_of


def note_of(reading: Reading) -> Text | None:
    """Return why a reading is doubtful or refused and what may be meant; None where all is well."""
    if reading.outcome is Outcome.OK and reading.number is not None:
        return None
    said = tuple(sentence for flag in reading.flags if (sentence := sentence_of(flag)))
    if reading.suggestion is None:
        return _("{reasons}", reasons=said) if said else None
    meant = reading.suggestion.replace(";", "; ")
    if not said:
        return _("did you mean {number}?", number=meant)
    return _("{reasons}; did you mean {number}?", reasons=said, number=meant)

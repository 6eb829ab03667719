"""Why a text is no standard number, in words, and what to write instead."""

import unicodedata
from collections.abc import Iterable

from stdsys.analysis.written_numbers import Role
from stdsys.messages import Text, _
from stdsys.model.standard_record import UNKNOWN_NUMBER
from stdsys.numbers import Outcome, Reading
from stdsys.numbers.normalise import latin, normalise
from stdsys.rules.numbers.flags import sentence_of

_SHOWN = 60
_MOST = 10

_UNREADABLE = _("it cannot be read as one")


def shown(text: str) -> str:
    """Return a text as a sentence quotes it: on one line, and not too much of it."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def reason_of(reading: Reading) -> Text:
    """Say why a text that was read is not one standard number."""
    if reading.number is not None and reading.number.placeholder:
        return _("it is the blank form that drafts bear until they are numbered")
    if "lookalike_letters" in reading.flags:
        return _("{letters} only look like Latin letters", letters=_lookalikes(reading.raw))
    said = tuple(sentence for flag in reading.flags if (sentence := sentence_of(flag)))
    return _("{reasons}", reasons=said) if said else _UNREADABLE


def _lookalikes(text: str) -> tuple[str, ...]:
    """Return the letters that pass for Latin ones, with their code points."""
    plain = normalise(text).text
    found = dict.fromkeys(
        sign for sign, meant in zip(plain, latin(plain), strict=False) if sign != meant
    )
    return tuple(f"{unicodedata.normalize('NFC', sign)} (U+{ord(sign):04X})" for sign in found)


def advice_for(reading: Reading, role: Role) -> Text | None:
    """Say what to write instead, where that can be told from the text and its place."""
    if reading.outcome is Outcome.MULTI:
        return _("write each number by itself: {numbers}", numbers=_first(reading.items))
    if reading.suggestion is not None:
        return _("did you mean {name}?", name=_first(reading.suggestion.split(";")))
    if reading.number is not None:
        return _("for a standard still to be made write planned: with its title, or cite its id")
    if role is Role.STANDARD:
        if reading.raw in UNKNOWN_NUMBER:
            return _("where the number is unknown, name the id of the record")
        return _("a standard still to be made stands at planned:, a law or policy at document:")
    if role is Role.NUMBER:
        return _("write number: unknown with an id, as long as the number is unknown")
    if role is Role.CITES and reading.outcome is Outcome.NOT_A_NUMBER:
        return _("keep laws and other texts without a number under documents: and cite their id")
    return None


def _first(numbers: Iterable[object]) -> tuple[str, ...]:
    """Return the texts of a list that a sentence can hold."""
    texts = [str(number) for number in numbers]
    return tuple(texts[:_MOST] + ["…"] * (len(texts) > _MOST))

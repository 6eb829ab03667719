"""What may be meant by a word that is not known."""

from collections.abc import Iterable

from stdsys.messages.text import Text, _


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like this one; None where none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1)), None)


def did_you_mean(word: str, known: Iterable[str]) -> Text | None:
    """Return the hint that names the nearest known word, if one is near."""
    close = nearest(word, known)
    return None if close is None else _("did you mean {name}?", name=close)

"""What may be meant by a word that a command does not know."""

from collections.abc import Sequence
from difflib import get_close_matches

from stdsys.messages import Text, _


def meant(word: str, known: Sequence[str], otherwise: Text | None = None) -> Text:
    """Return a hint: the nearest known word; where none is near, `otherwise` or all of them."""
    close = get_close_matches(word, known, n=1)
    if close:
        return _("did you mean {name}?", name=close[0])
    return otherwise or _("known here: {names}", names=tuple(known))

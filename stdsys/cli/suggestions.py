"""What may be meant by a word that a command does not know."""

from collections.abc import Sequence

from stdsys.messages import Text, _, did_you_mean


def meant(word: str, known: Sequence[str], otherwise: Text | None = None) -> Text:
    """Return a hint: the nearest known word; where none is near, `otherwise` or all of them."""
    hint = did_you_mean(word, known) or otherwise
    return hint or _("known here: {names}", names=tuple(known))

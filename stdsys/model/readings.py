"""What the texts of a workspace say as standard numbers, each distinct text read once.

One text is identity, citation, replacement and spelling in turn; whoever asks shares one answer.
"""

from functools import lru_cache

from stdsys.numbers import Reading, read


@lru_cache(maxsize=1 << 18)
def reading_of(text: str) -> Reading:
    """Return how a text is read; the texts of 100,000 standards can be remembered."""
    return read(text)

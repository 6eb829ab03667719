"""Regular expressions that are compiled when they are first used.

Compiling one takes as long as reading a small file, and most runs use few of those they import.
`pattern` takes the place of `re.compile` where many are written down together.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import compile as pattern
else:

    class pattern:  # noqa: N801 - called in the place of a function
        """What `re.compile` returns, as far as methods and attributes go."""

        def __init__(self, text: str, flags: int = 0) -> None:
            """Take what `re.compile` takes."""
            self._written = text, flags

        def __getattr__(self, name: str) -> object:
            """Compile at the first question; what was asked for is at hand from then on."""
            if name.startswith("__"):
                raise AttributeError(name)
            if "_compiled" not in self.__dict__:
                self._compiled = re.compile(*self._written)
            found = getattr(self._compiled, name)
            self.__dict__[name] = found
            return found


__all__ = ["pattern"]

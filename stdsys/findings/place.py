"""Places: symbolic while the check runs, line and column only when somebody looks."""

from typing import TypeAlias

from msgspec import Struct

Route: TypeAlias = tuple[str | int, ...]
"""Keys and list indices from the top of a file to a value."""


class Position(Struct, frozen=True):
    """A character of a file; lines and columns count from 1."""

    file: str
    line: int
    column: int


class Place(Struct, frozen=True):
    """A value of a file, named by its route, or the key that leads to it.

    `file` is relative to the workspace with `/`. Where the reader already knows the position (a
    syntax error has no route) it is stated and the route is only informative.
    """

    file: str
    route: Route = ()
    on_key: bool = False
    line: int | None = None
    column: int | None = None

    def at(self, *steps: str | int) -> "Place":
        """Return the place of a value below this one."""
        return Place(self.file, (*self.route, *steps))

    def key(self, name: str) -> "Place":
        """Return the place of a key of this mapping (where the field's name stands)."""
        return Place(self.file, (*self.route, name), on_key=True)

    @property
    def sort_key(self) -> tuple[str, tuple[str, ...]]:
        """Key of an order by file, then by route: indices by value, without reading the file."""
        steps = (f"{step:09d}" if isinstance(step, int) else step for step in self.route)
        return self.file, tuple(steps)

    def __str__(self) -> str:
        return f"{self.file}#/{'/'.join(map(str, self.route))}"

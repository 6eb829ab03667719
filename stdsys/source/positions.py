"""Where things stand: places become line and column, by reading again only the files asked for."""

from collections.abc import Iterator
from pathlib import Path

from stdsys.findings import Place, Position, Route
from stdsys.source.decoding import line_starts, locate, read_text
from stdsys.source.marks import Mark, follow, has
from stdsys.source.plain_marks import NotPlainError, plain_marks


class Positions:
    """Positions in the files below a root; each file is read once, when first asked for.

    Never raises: in a file that vanished or cannot be read any more everything stands at 1:1.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._sources: dict[str, _Source | None] = {}

    def find(self, place: Place) -> Position:
        """Return the position of a place's value, or of its key.

        A position that the place states is returned as it is. A missing value stands where the
        mapping or list that lacks it begins, an alias where it is written, what is inside an alias
        or came by a merge key where that is written.
        """
        if place.line is not None:
            return Position(place.file, place.line, place.column or 1)
        source = self._source(place.file)
        line, column = source.find(place.route, place.on_key) if source else (1, 1)
        return Position(place.file, line, column)

    def line(self, file: str, line: int) -> str:
        """Return the text of a line (from 1) without its line end; empty if there is none."""
        source = self._source(file)
        return source.line(line) if source else ""

    def _source(self, file: str) -> "_Source | None":
        if file not in self._sources:
            text = read_text(self._root / file)
            self._sources[file] = _Source(text) if isinstance(text, str) else None
        return self._sources[file]


class _Source:
    """The text of a file, and where its values stand, as far as one was sought.

    Plain documents are marked without libyaml, as they were read.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = line_starts(text)
        self._plain = plain_marks(text)
        self._document = Mark(0)
        self._reading: Iterator[None] | None = None

    def find(self, route: Route, on_key: bool) -> tuple[int, int]:
        route = (0, *route)  # the top is the only thing in the document
        return locate(self._starts, self._offset(route, on_key))

    def _offset(self, route: Route, on_key: bool) -> int:
        if self._plain is not None:
            try:
                return follow(self._plain, route, on_key)
            except NotPlainError:  # something in brackets is not so plain
                self._plain = None
        if self._reading is None:
            from stdsys.source.event_marks import survey

            self._reading = survey(self._text, self._document)
        if not has(self._document, route):
            for _step in self._reading:  # goes on where the last search stopped
                if has(self._document, route):
                    break
        return follow(self._document, route, on_key)

    def line(self, number: int) -> str:
        if not 0 < number <= len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[self._starts[number - 1] : end].rstrip("\r\n")

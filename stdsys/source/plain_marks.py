"""Marks of plain documents, with the patterns that read them: no event is made for any value."""

from functools import cached_property

from stdsys.source.marks import Mark
from stdsys.source.plain_lines import LINE, TOKEN, read_brackets


class NotPlainError(Exception):
    """Something in brackets is not so plain: libyaml has to mark the document."""


def plain_marks(text: str) -> Mark | None:
    """Return the marks of a document whose lines are plain; None of another.

    It is the mark of what holds the document, which is the only thing inside. What is in brackets
    is read when it is asked for, and may then turn out not to be plain.
    """
    holder = Mark(0)
    top: Mark | None = None
    in_list = False
    column = -1
    parents: list[tuple[Mark, bool, int]] = []
    waiting: str | None = None  # the key of `top` whose value may begin on the next line
    for line in LINE.finditer(text):
        indent, hyphen, key, plain, quoted, brackets, strange = line.groups()
        if hyphen is None and key is None:
            if plain is quoted is brackets is strange:
                continue  # blank, or only a comment
            return None
        width, begun_list = len(indent), hyphen is not None
        if top is None:
            top = Mark(line.end(1))
            holder.inside[0] = top
            in_list, column = begun_list, width
        elif waiting is not None and (width > column or (begun_list and width == column)):
            parents.append((top, in_list, column))
            opened = Mark(line.end(1))
            top.inside[waiting] = opened
            top, in_list, column = opened, begun_list, width
        else:
            while column > width or (column == width and in_list is not begun_list):
                if not parents:
                    return None
                top, in_list, column = parents.pop()
            if column != width:
                return None
        waiting = None
        if hyphen is not None and key is not None:
            parents.append((top, in_list, column))
            opened = Mark(line.end(2))
            top.inside[len(top.inside)] = opened
            top, in_list, column = opened, False, width + len(hyphen)
        value: Mark | int
        if plain is not None:
            value = line.start(4)
        elif quoted is not None:
            value = line.start(5)
        elif brackets is not None:
            value = _Brackets(line.start(6), brackets)
        elif key is not None:
            value = line.end(3) + 1
            waiting = key
        else:
            return None
        if key is None:
            top.inside[len(top.inside)] = value
        elif key in top.keys:
            return None
        else:
            top.keys[key] = line.start(3)
            top.inside[key] = value
    return None if top is None else holder


class _Brackets(Mark):
    """A list or mapping in brackets, whose contents are marked when they are asked for."""

    def __init__(self, start: int, text: str) -> None:
        self.start = start
        self._text = text

    @cached_property
    def _marks(self) -> Mark:
        if read_brackets(self._text) is None:
            raise NotPlainError
        return _marks_in(self._text, self.start)

    @property
    def keys(self) -> dict[str, int]:  # type: ignore[override]
        """The keys of a mapping."""
        return self._marks.keys

    @property
    def inside(self) -> dict[str | int, Mark | int]:  # type: ignore[override]
        """What is in the brackets."""
        return self._marks.inside


def _marks_in(text: str, offset: int) -> Mark:
    """Return the marks of a plain list or mapping in brackets that stands at an offset."""
    holder = top = Mark(0)
    parents: list[Mark] = []
    for token in TOKEN.finditer(text):
        key, plain, quoted, opening, closing, _comma, _strange = token.groups()
        group = 2 if plain else 3 if quoted else 4
        start = offset + token.start(group)
        value: Mark | int = Mark(start) if opening else start
        if key:
            top.keys[key] = offset + token.start(1)
        top.inside[key or len(top.inside)] = value
        if isinstance(value, Mark):
            parents.append(top)
            top = value
        for _bracket in closing.replace(" ", ""):
            top = parents.pop()
    found = holder.inside[0]
    assert isinstance(found, Mark)
    return found

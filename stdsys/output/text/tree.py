"""A tree of two layers, drawn with box characters."""

from collections.abc import Iterable, Iterator, Mapping, Sequence


def branches(groups: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield each group, and below it its lines."""
    for group, is_last in _with_last(groups):
        yield ("└─ " if is_last else "├─ ") + group
        margin = "   " if is_last else "│  "
        for line, ends in _with_last(groups[group]):
            yield margin + ("└─ " if ends else "├─ ") + line


def _with_last(words: Iterable[str]) -> Iterator[tuple[str, bool]]:
    listed = list(words)
    return ((word, position == len(listed)) for position, word in enumerate(listed, 1))

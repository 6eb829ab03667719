"""Which known name is most likely meant by one that nothing bears."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from itertools import islice

from stdsys.analysis.citations.statements import numbers_in
from stdsys.numbers import StandardNumber

MOST_COMPARED = 20_000
"""So many names at most are compared by their letters, so that the answer comes at once."""

_TELLING = 4
"""A serial of so many figures, found under another code, is hardly there by chance."""


def near_name(name: str, known: Collection[str]) -> str | None:
    """Return the known name that is nearest to one that is not known; None if none is near.

    Of a standard number that is another edition of it, then the same serial under the code of the
    other nature (GB 2762 for GB/T 2762), then under any code, then a number with one figure wrong,
    missing, too many, or two exchanged. Of several, editions go by the nearness of the year. Asked
    without a year, the answer has none either. Other names are compared by their letters.
    """
    numbers = numbers_in(name)
    if not numbers:
        return _by_letters(name, known)
    return _by_number(numbers[0], known)


def _by_letters(name: str, known: Collection[str]) -> str | None:
    alike = (one for one in known if one[:1].casefold() == name[:1].casefold())
    close = get_close_matches(name, islice(alike, MOST_COMPARED), n=1)
    return close[0] if close else None


def _by_number(wanted: StandardNumber, known: Collection[str]) -> str | None:
    best: tuple[int, int, str] | None = None
    answer: str | None = None
    for number in _alike(wanted, known):
        far = _far(wanted, number)
        if far is None:
            continue
        order = far, abs((number.year or 0) - (wanted.year or 9999)), number.edition_key
        if best is None or order < best:
            best = order
            asked_for_edition = wanted.dated or number.family == wanted.family
            answer = number.edition_key if asked_for_edition else number.family
    return answer


def _alike(wanted: StandardNumber, known: Collection[str]) -> Iterator[StandardNumber]:
    """Yield the known numbers in which an end of the serial stands: one slip leaves one intact."""
    serial = wanted.number
    intact = max(1, (len(serial) - 1) // 2)
    begin, end = serial[:intact], serial[-intact:]
    for name in known:
        if begin not in name and end not in name:
            continue
        numbers = numbers_in(name)
        if len(numbers) == 1 and not numbers[0].all_parts:
            yield numbers[0]


def _far(wanted: StandardNumber, number: StandardNumber) -> int | None:
    """Return how far a number is from the wanted one, None for too far."""
    if number.family == wanted.family:
        return 0
    if number.stem == wanted.stem:
        return 1
    if (number.number, number.part) == (wanted.number, wanted.part):
        return 2 if len(wanted.number) >= _TELLING else None
    if number.code != wanted.code:
        return None
    one, other = _figures(wanted), _figures(number)
    return 3 if len(wanted.number) >= _TELLING and _one_slip(one, other) else None


def _figures(number: StandardNumber) -> str:
    return f"{number.number}.{number.part}" if number.part else number.number


def _one_slip(one: str, other: str) -> bool:
    """Whether two texts differ by one character, wrong, missing or added, or by two exchanged."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    exchanged = rest[1::-1] + rest[2:] if len(rest) > 1 else rest
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or exchanged == other_rest
    )

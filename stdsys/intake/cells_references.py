"""Cells that name other standards: 代替, 被代替, 引用, 采用; and lists of units and codes."""

import re

from msgspec import Struct

from stdsys.intake.cells_words import degree_of, says_nothing, status_of
from stdsys.intake.drafts import Value
from stdsys.numbers import StandardNumber, Tier, read

_SEPARATORS = re.compile(r"[、,，;；\n|]+")
_ADOPTION_SEPARATORS = re.compile(r"[、;；\n|]+")
_PART = re.compile(r"[(（\[]?\s*(?:部分代替|部分替代|部分)\s*[)）\]]?")
_DEGREE = re.compile(
    r"\b(IDT|MOD|NEQ|EQV|REF)\b|(等同采用|修改采用|非等效采用|等同|修改|非等效|等效|参照)",
    re.IGNORECASE | re.ASCII,
)
_TRIMMED = " \t\r\n　()（）[]【】,，、;；:：。=≡≈-—"
_UNITS = re.compile(r"[、,，;；\n|]+")
_ICS = re.compile(r"(?:ICS)?\s*(\d\d(?:\.\d{3}(?:\.\d\d)?)?)", re.ASCII | re.IGNORECASE)
_CCS = re.compile(r"(?:CCS)?\s*([A-Z])\s*(\d\d(?:/\d\d)?)", re.ASCII | re.IGNORECASE)
_MAX_CELL = 10_000


class References(Struct, frozen=True):
    """Numbers that a cell names, and what else stands in it."""

    numbers: tuple[StandardNumber, ...] = ()
    partly: bool = False
    status: str | None = None
    leftovers: tuple[str, ...] = ()
    """Pieces that are no number: a committee, a remark. They are kept as notes."""

    @property
    def values(self) -> tuple[Value, ...]:
        """The numbers as items of `replaces` or `cites`."""
        texts = dict.fromkeys(str(number) for number in self.numbers)
        if self.partly:
            return tuple({"number": text, "scope": "部分"} for text in texts)
        return tuple(texts)


def read_references(text: str) -> References:
    """Read a list of standard numbers; a list whose items leave out their code isn't guessed at."""
    text = text.strip()[:_MAX_CELL]
    if says_nothing(text):
        return References()
    partly = bool(_PART.search(text))
    reading = read(text)
    if (found := _numbers(reading.number, reading.items)) is not None:
        return References(found, partly)
    if "list_code_missing" in reading.flags:
        return References(leftovers=(text,))
    numbers: list[StandardNumber] = []
    leftovers: list[str] = []
    status = None
    for piece in _SEPARATORS.split(text):
        bare = _PART.sub("", piece).strip(_TRIMMED)
        if not bare or says_nothing(bare):
            continue
        reading = read(bare)
        found = _numbers(reading.number, reading.items)
        if found is not None:
            numbers += found
        elif (word := status_of(bare)) is not None:
            status = word
        else:
            leftovers.append(piece.strip())
    return References(tuple(numbers), partly, status, tuple(leftovers))


def _numbers(
    one: StandardNumber | None, several: tuple[StandardNumber, ...]
) -> tuple[StandardNumber, ...] | None:
    found = (one,) if one is not None else several
    return found if found and all(number.template is None for number in found) else None


class Adopted(Struct, frozen=True):
    """What a cell says of adoption: items of `adopts`, and pieces that name no document."""

    values: tuple[Value, ...] = ()
    leftovers: tuple[str, ...] = ()


def read_adoption(text: str, degrees: str = "") -> Adopted:
    """Read 采标编号, with degrees in it («ISO 3720:2011，MOD») or in a cell of their own."""
    text, degrees = text.strip()[:_MAX_CELL], degrees.strip()[:_MAX_CELL]
    marks = [m for part in _UNITS.split(degrees) if (m := degree_of(part)) is not None]
    leftovers = [p for p in _UNITS.split(degrees) if not says_nothing(p) and degree_of(p) is None]
    values: list[Value] = []
    pieces = [] if says_nothing(text) else _pieces(text)
    for position, piece in enumerate(pieces):
        number, degree = _adopted(piece)
        if number is None:
            leftovers.append(piece)
            continue
        if degree is None and marks:
            degree = marks[min(position, len(marks) - 1)]
        values.append({"number": number, "degree": degree} if degree else number)
    if not values and marks:
        leftovers += [degrees]
    return Adopted(tuple(values), tuple(leftovers))


def _pieces(text: str) -> list[str]:
    """Split at separators; a comma separates too, but not a degree from its number."""
    pieces: list[str] = []
    for piece in _ADOPTION_SEPARATORS.split(text):
        for part in re.split(r"[,，]+", piece):
            if pieces and _DEGREE.fullmatch(part.strip(_TRIMMED)):
                pieces[-1] += f" {part.strip()}"
            elif part.strip():
                pieces.append(part.strip())
    return [piece for piece in pieces if not says_nothing(piece)]


def _adopted(piece: str) -> tuple[str | None, str | None]:
    """Return the canonical number that one piece adopts, and the degree; None without a number."""
    mark = _DEGREE.search(piece)
    degree = degree_of(mark[0]) if mark else None
    bare = _DEGREE.sub(" ", piece).replace("采用", " ").strip(_TRIMMED)
    reading = read(bare)
    number = reading.number
    if number is None:
        return None, degree
    if number.adopts and number.tier not in (Tier.INTERNATIONAL, Tier.FOREIGN):
        return number.adopts, number.degree or degree
    return str(number), number.degree or degree


def read_units(text: str) -> tuple[str, ...]:
    """Return the names that a cell lists: units, words of an axis."""
    pieces = (" ".join(piece.split()) for piece in _UNITS.split(text[:_MAX_CELL]))
    return tuple(dict.fromkeys(piece for piece in pieces if piece and not says_nothing(piece)))


def read_classes(text: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the ICS codes, the CCS codes and what is neither, of a cell of classification."""
    ics: list[str] = []
    ccs: list[str] = []
    leftovers: list[str] = []
    for piece in re.split(r"[、,，;；\n|]+", text[:_MAX_CELL]):
        bare = piece.strip()
        if not bare or says_nothing(bare):
            continue
        if found := _ICS.fullmatch(bare):
            ics.append(found[1])
        elif found := _CCS.fullmatch(bare):
            ccs.append(found[1].upper() + found[2])
        else:
            leftovers.append(bare)
    return tuple(ics), tuple(ccs), tuple(leftovers)

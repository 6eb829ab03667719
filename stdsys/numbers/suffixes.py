"""What may follow the year: amendment, edition, reaffirmation, all parts, adoption."""

from msgspec import Struct, field

from stdsys.numbers import grammar
from stdsys.numbers.normalise import ascii_upper

_CHINESE_FIGURES = {figure: str(value) for value, figure in enumerate("一二三四五六七八九十", 1)}


class Suffixes(Struct):
    """Suffixes gathered while reading; `rest` is what none of the forms explains."""

    rest: str
    amendment: str | None = None
    edition: str | None = None
    reaffirmed: int | None = None
    all_parts: bool = False
    adopts: str | None = None
    degree: str | None = None
    flags: list[str] = field(default_factory=list)


def read_suffixes(text: str) -> Suffixes:
    """Read every suffix from the text after the year (original case), in any order."""
    found = Suffixes(text)
    # Each form may stand once, so that the loop ends after at most one round a form.
    for _round in range(6):
        before = found.rest
        if not before:
            break
        for take in (_amendment, _edition, _all_parts, _reaffirmed, _adoption):
            take(found)
        if found.rest == before:
            break
    return found


def _amendment(found: Suffixes) -> None:
    upper = ascii_upper(found.rest)
    if found.amendment:
        return
    for pattern in grammar.AMENDMENT_TAILS:
        if match := pattern.match(upper):
            sheet = _CHINESE_FIGURES.get(match["sheet"], match["sheet"])
            year = match.groupdict().get("year")
            found.amendment = f"XG{sheet}" + (f"-{year}" if year else "")
            found.flags.append(f"amendment:{sheet}" + (f"/{year}" if year else ""))
            found.rest = found.rest[match.end() :]
            return
    if match := grammar.FOREIGN_AMENDMENT.match(upper):
        year = f":{match['year']}" if match["year"] else ""
        found.amendment = f"{match['kind'].capitalize()} {match['sheet']}{year}"
        found.flags.append(f"amendment:{match['sheet']}{year.replace(':', '/')}")
        found.rest = found.rest[match.end() :]


def _edition(found: Suffixes) -> None:
    match = grammar.EDITION_TAIL.match(found.rest)
    if match and not found.edition:
        year = match["year"] or match["bare"]
        found.edition = f"{year}年版"
        found.flags.append(f"edition:{year}")
        found.rest = found.rest[match.end() :]


def _all_parts(found: Suffixes) -> None:
    match = grammar.ALL_PARTS_TAIL.match(ascii_upper(found.rest))
    if match and not found.all_parts:
        found.all_parts = True
        found.flags.append("all_parts")
        found.rest = found.rest[match.end() :]


def _reaffirmed(found: Suffixes) -> None:
    match = grammar.REAFFIRMED_TAIL.match(ascii_upper(found.rest))
    if match and not found.reaffirmed:
        found.reaffirmed = int(match["year"])
        found.flags.append(f"reaffirmed:{match['year']}")
        found.rest = found.rest[match.end() :]


def _adoption(found: Suffixes) -> None:
    upper = ascii_upper(found.rest)
    if found.adopts or found.degree:
        return
    for pattern in grammar.ADOPTION_TAILS:
        match = pattern.match(upper)
        if not match:
            continue
        groups = match.groupdict()
        if "what" in groups:
            what = found.rest[match.start("what") : match.end("what")].strip(" ,;、，")
            if not grammar.FOREIGN_WORD.match(ascii_upper(what)):
                continue
            found.adopts = what
        found.degree = groups.get("degree") or grammar.DEGREE_SIGNS.get(groups.get("sign") or "")
        if groups.get("sign"):
            found.flags.append("degree_sign")
        found.rest = found.rest[match.end() :]
        return

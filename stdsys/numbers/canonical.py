"""The short way: numbers in, or very near, the common canonical form.

Nearly all numbers of a workspace are written so. What the patterns here match is final, so that
the full grammar, whose patterns take a while to compile, is loaded and run only for the others.
"""

import re

from stdsys.numbers.codes import CodeFacts, facts_of
from stdsys.numbers.kinds import Level, Serial
from stdsys.numbers.standard_number import StandardNumber

_SERIAL = r"""
    (?P<number>[0-9]{1,6}) (?P<food>S?)
    (?: \. (?P<part>[0-9]{1,3}) )?
    (?: -  (?P<year>(?:19[5-9]|20[0-9])[0-9]) )?
"""
CANONICAL = re.compile(rf"(?P<code>[A-Z][A-Z0-9/]*) [ ] (?P<gap>) {_SERIAL}", re.VERBOSE | re.ASCII)
"""«GB/T 9833.9-2013», «DB42/T 1551-2020», «NY/T 391»."""

NEARLY_CANONICAL = re.compile(
    rf"""
    (?P<code>
        (?: DB[0-9]{{2}} | DB[0-9]{{4}} | (?!DB[0-9])[A-Z]+ ) (?: /[A-Z]+ )+
      | [A-Z]{{2,4}} (?<!DB)
    )
    (?P<gap> [ ]? )
    {_SERIAL}
    """,
    re.VERBOSE | re.ASCII,
)
"""The same, perhaps without the blank: «GB/T9833.9-2013»; not DB42 15, whose border is unclear."""


def read_canonical(
    text: str, latest_year: int, pattern: re.Pattern[str] = CANONICAL
) -> tuple[StandardNumber, tuple[str, ...]] | None:
    """Return the number and its flags; None for everything that needs a closer look."""
    match = pattern.fullmatch(text)
    if not match:
        return None
    code, gap, serial, food, part, year_text = match.groups()
    facts = facts_of(code)
    if facts is None or len(serial) > facts.max_digits:
        return None
    plain_owner = pattern is CANONICAL and year_text and serial != "0" and _plain_owner(facts)
    if not (facts.direct or plain_owner) or (food and (part or not plain_owner)):
        return None
    flags = facts.flags
    if part:
        flags += ("part",)
    if serial[0] == "0" and len(serial) > 1:
        flags += ("leading_zero",)
    if food:
        serial, flags = f"{serial}{food}", (*flags, "food_suffix_S")
    if len(serial) == 6 and facts.level is Level.LOCAL:
        flags += ("six_digit_number", "regional_joint")
    if not gap and pattern is NEARLY_CANONICAL:
        flags += ("no_space",)
    if year_text is None:
        return StandardNumber(code, serial, part), (*flags, "undated")
    year = int(year_text)
    return (StandardNumber(code, serial, part, year), flags) if year <= latest_year else None


def _plain_owner(facts: CodeFacts) -> bool:
    """Whether an enterprise's code is letters only: a dated number under it has one reading."""
    owner = facts.organisation or ""
    return facts.serial is Serial.OWNER and not facts.flags and owner.isascii() and owner.isalpha()

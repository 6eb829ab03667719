"""What a text tells as plain values, one a column: the machine-readable record of a reading."""

from collections.abc import Iterable, Sequence

from stdsys.numbers.kinds import Serial
from stdsys.numbers.refusal import Fragments
from stdsys.numbers.standard_number import StandardNumber

Columns = dict[str, str | int | None]
"""canonical, level (the finer word), code, organisation, nature, number, part, year, family,
display; None where the text doesn't tell."""


def columns_of_number(number: StandardNumber) -> Columns:
    """Return the columns of one number."""
    facts, family, canonical = number.facts, number.family, str(number)
    # A template of a local number may lack its /T by oversight: nothing follows from it.
    open_nature = number.template is not None and "no_T_local" in facts.flags
    return {
        "canonical": canonical,
        "level": number.tier.value,
        "code": number.code,
        "organisation": number.qualifier or facts.region_in_code or facts.organisation,
        "nature": None if open_nature else facts.nature.value,
        "number": number.number or None,
        "part": "ALL" if number.all_parts else number.part,
        "year": number.year,
        "family": family,
        "display": canonical if facts.serial is Serial.FOREIGN else number.display,
    }


def columns_of_numbers(numbers: Sequence[StandardNumber], is_range: bool) -> Columns:
    """Return the columns of several numbers: equal values once, others joined by ";".

    A range gives the ends of what runs: «1..4».
    """
    each = [columns_of_number(number) for number in numbers]
    joined: Columns = {name: _joined(row[name] for row in each) for name in each[0]}
    joined["canonical"] = ";".join(str(number) for number in numbers)
    years = {number.year for number in numbers}
    if len(years) == 1:
        joined["year"] = years.pop()
    if is_range:
        running = "part" if numbers[0].part else "number"
        joined[running] = f"{each[0][running]}..{each[-1][running]}"
    return joined


def _joined(values: Iterable[object]) -> str | None:
    return ";".join(dict.fromkeys(str(value) for value in values if value is not None)) or None


def columns_of_fragments(fragments: Fragments) -> Columns:
    """Return the columns of a text that is no standard number."""
    return {
        "canonical": fragments.canonical,
        "level": fragments.tier.value,
        "code": fragments.code,
        "organisation": fragments.organisation,
        "nature": fragments.nature.value if fragments.nature else None,
        "number": fragments.number,
        "part": fragments.part,
        "year": fragments.year,
        "family": None,
        "display": None,
    }

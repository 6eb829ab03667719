"""A reading as one line of JSON."""

import json
from functools import lru_cache

from stdsys.numbers import Outcome, Reading
from stdsys.numbers.codes import CodeFacts
from stdsys.numbers.kinds import Serial

# Separators of lines and controls that JSON leaves as they are, but line-wise readers do not.
_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}

_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def json_line(reading: Reading) -> str:
    """Return the record of the machine-readable contract as one line.

    Nearly every line of a register is a plain dated number: all that its record holds is text of
    that number or told by the code, and is put together without a dictionary.
    """
    number = reading.number
    if reading.outcome is not Outcome.OK or number is None or number.year is None:
        return _encoded(reading)
    facts = number.facts
    family = facts.prefix + number.number + (f".{number.part}" if number.part else "")
    canonical = f"{family}-{number.year}"
    if facts.serial is Serial.FOREIGN or str(number) != canonical or reading.suggestion:
        return _encoded(reading)
    raw = _ENCODE(reading.raw).translate(_ESCAPED)
    part = f'"{number.part}"' if number.part else "null"
    flags = ", ".join(_ENCODE(flag) for flag in reading.flags)
    return (
        f'{{"raw": {raw}, "outcome": "ok", "canonical": "{canonical}", {_told_by(facts)}, '
        f'"number": "{number.number}", "part": {part}, "year": {number.year}, '
        f'"family": "{family}", "display": "{family}—{number.year}", '
        f'"flags": [{flags}], "items": [], "suggestion": null}}'
    )


def _encoded(reading: Reading) -> str:
    return _ENCODE(reading.as_json()).translate(_ESCAPED)


@lru_cache(maxsize=4096)
def _told_by(facts: CodeFacts) -> str:
    """Return the fields that the code alone decides."""
    told = {
        "level": facts.tier.value,
        "code": facts.code,
        "organisation": facts.region_in_code or facts.organisation,
        "nature": facts.nature.value,
    }
    return _ENCODE(told)[1:-1]

"""Dates as people type them into tables → `2023-06-30`, `2023-06` or `2023`."""

import re
import unicodedata
from datetime import date, timedelta

from stdsys.model.partial_date import PartialDate

_FORM = re.compile(
    r"((?:19|20)\d\d)(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})[日号]?|月)?|年|年度)?", re.ASCII
)
_SOLID = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)?", re.ASCII)
_TIME = re.compile(r"[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?$", re.ASCII)
_TAIL = re.compile(r"(?:起)?(?:实施|施行|发布|批准|废止|作废|生效|执行|完成|核实|前|底)$")
_SERIAL = re.compile(r"\d{5}", re.ASCII)
_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of spreadsheets, for every day after February 1900."""
_SERIALS = range(14_000, 73_051)
"""1938 to 2099: a number of five figures in a column of dates that is no date else."""


def read_date(text: str) -> str | None:
    """Return a date in the format's form; None if no such day is meant, or several."""
    plain = unicodedata.normalize("NFKC", text[:60]).strip()
    plain = _TIME.sub("", plain)
    plain = _TAIL.sub("", "".join(plain.split()))
    if _SERIAL.fullmatch(plain) and int(plain) in _SERIALS:
        return (_FIRST_DAY + timedelta(days=int(plain))).isoformat()
    found = _SOLID.fullmatch(plain) or _FORM.fullmatch(plain)
    if not found:
        return None
    parts = [part for part in found.groups() if part]
    try:
        return str(PartialDate.parse("-".join(parts)))
    except ValueError:
        return None

"""The published lists of codes, as tables in `data/`, and what a code is called.

They hold the industry codes of the national platform, codes no longer in use, and the province and
city codes of GB/T 2260; `prefixes`, with every other document code, is read by `codes`.
"""

from functools import cache
from pathlib import Path

from stdsys.numbers.kinds import Level

_DATA = Path(__file__).parent / "data"
_DIRECT_COUNTY_GROUP = "90"
_MUNICIPALITIES = ("11", "12", "31", "50")


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table in `data/`, by column name."""
    lines = (_DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


@cache
def industries() -> dict[str, str]:
    """Return the industry codes in use and the names of their industries."""
    return {row["code"]: row["name"] for row in table("industries")}


@cache
def withdrawn_codes() -> dict[str, tuple[Level, str]]:
    """Return the codes no longer in use, with their level and name."""
    return {row["code"]: (Level(row["level"]), row["name"]) for row in table("withdrawn_codes")}


@cache
def provinces() -> dict[str, str]:
    """Return the two-figure province codes of GB/T 2260 and the short names of the provinces."""
    return {row["code"]: row["name"] for row in table("provinces")}


@cache
def province_abbreviations() -> dict[str, str]:
    """Return the one-character abbreviations of the provinces (鄂) and their codes ("42")."""
    return {row["abbreviation"]: row["code"] for row in table("provinces")}


@cache
def _cities() -> dict[str, str]:
    return {row["code"]: row["name"] for row in table("cities")}


def may_be_city(region: str) -> bool:
    """Say whether a four-figure code may name a city that issues local standards.

    xx90 groups counties directly under a province, xx00 is the province itself, and the
    municipalities have districts only (标准化法 art. 13: 设区的市).
    """
    group = region[2:]
    return group not in (_DIRECT_COUNTY_GROUP, "00") and region[:2] not in _MUNICIPALITIES


def industry_name(code: str) -> str | None:
    """Return the name of an industry ("NY" → 农业), withdrawn codes included, else None."""
    known = industries().get(code)
    if known:
        return known
    withdrawn = withdrawn_codes().get(code)
    return withdrawn[1] if withdrawn else None


def known_industry(code: str) -> bool:
    """Say whether an industry code is one of those in use on the national platform."""
    return code in industries()


def withdrawn_industry(code: str) -> bool:
    """Say whether a code is an old one that is no longer given to new standards."""
    return code in withdrawn_codes()


def region_name(code: str) -> str | None:
    """Return the name of a province or city code or province abbreviation, else None.

    A four-figure code outside the table answers the name of its province.
    """
    code = province_abbreviations().get(code, code)
    return _cities().get(code) or provinces().get(code[:2])

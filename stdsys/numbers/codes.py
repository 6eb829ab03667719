"""What a document code says of the numbers under it: level, nature, issuer, form of the serial."""

import re
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import force_setattr

from stdsys.numbers.code_tables import industries, may_be_city, provinces, table, withdrawn_codes
from stdsys.numbers.kinds import Level, Nature, Serial, Tier
from stdsys.patterns import pattern

_SUFFIXES = {
    "": Nature.MANDATORY,
    "/T": Nature.RECOMMENDED,
    "/Z": Nature.GUIDANCE,
}
_LOCAL = pattern(r"(DB|DBS|DBJ|DGJ)([0-9]{2}|[0-9]{4}|X{2}(?:X{2})?)(/T|/TJ|/J)?", re.ASCII)
_GROUP_ORGANISATION = pattern(r"[0-9]{0,4}[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)?", re.ASCII)
_OWNER = pattern(r"(?=[-0-9 ]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+|[ ](?=[0-9]*[A-Z])[A-Z0-9]+)*", re.ASCII)


class CodeFacts(Struct, frozen=True):
    """Everything that a code alone tells about the numbers under it."""

    code: str
    tier: Tier
    level: Level
    nature: Nature
    organisation: str | None = None
    region: str | None = None
    flags: tuple[str, ...] = ()
    serial: Serial = Serial.PLAIN
    year_mark: str = "-"
    max_digits: int = 5
    region_in_code: str | None = None
    """The region where its figures are part of the code: 42 of DB42/T."""
    prefix: str = ""
    """What is printed before the serial, its blank included."""
    direct: bool = False
    """Numbers under this code have no irregularity that a plain pattern would miss."""

    def __post_init__(self) -> None:
        # A local food-safety number keeps its slash: «DBS42/ 002».
        slash = "/" if self.code.startswith("DBS") and "/" not in self.code else ""
        force_setattr(self, "prefix", f"{self.code}{slash} ")
        plain = self.serial is Serial.PLAIN and not slash
        names = {flag.partition(":")[0] for flag in self.flags}
        doubtful = names & DOUBTFUL_CODE_FLAGS or self.code in ("GBZ", "YZB")
        force_setattr(self, "direct", plain and not doubtful)


DOUBTFUL_CODE_FLAGS = frozenset(
    {
        "not_a_standard",
        "legacy_registration_standard",
        "legacy_group_code",
        "withdrawn_code",
        "region_not_a_city",
        "org_has_space",
        "org_too_short",
        "placeholder",
    }
)
"""Flags of a code that make every number under it a doubtful one."""


@cache
def prefixes() -> dict[str, CodeFacts]:
    """Return the facts of every code that is fixed: national, industry, foreign, withdrawn."""
    found = {row["code"]: _prefix(row) for row in table("prefixes")}
    for code in industries():
        for suffix, nature in _SUFFIXES.items():
            found[code + suffix] = _industry(code, suffix, nature)
    for code, (level, _name) in withdrawn_codes().items():
        for suffix, nature in _SUFFIXES.items():
            found.setdefault(code + suffix, _withdrawn(code, suffix, level, nature))
    return found


def _prefix(row: dict[str, str]) -> CodeFacts:
    return CodeFacts(
        code=row["code"],
        tier=Tier(row["tier"]),
        level=Level(row["level"]),
        nature=Nature(row["nature"]),
        organisation=row["organisation"] or None,
        region="31" if row["code"] == "DG/TJ" else None,
        flags=tuple(flag for flag in row["flags"].split(";") if flag),
        serial=Serial(row["serial"]),
        year_mark=row["year_mark"],
    )


def _industry(code: str, suffix: str, nature: Nature) -> CodeFacts:
    flags = ("db_is_earthquake",) if code == "DB" else ()
    if nature is Nature.MANDATORY:
        flags = (*flags, "no_T_industry")
    return CodeFacts(code + suffix, Tier.INDUSTRY, Level.INDUSTRY, nature, code, flags=flags)


def _withdrawn(code: str, suffix: str, level: Level, nature: Nature) -> CodeFacts:
    return CodeFacts(code + suffix, Tier.LEGACY, level, nature, code, flags=("withdrawn_code",))


@lru_cache(maxsize=8192)
def facts_of(code: str) -> CodeFacts | None:
    """Return what a canonical code says, or None where no such code exists.

    Local, group and enterprise codes are open families: any known region, any owner.
    """
    known = prefixes().get(code)
    if known:
        return known
    if code.startswith(("DB", "DGJ")):
        return _local(code)
    if code.startswith("T/"):
        return _group(code)
    if code.startswith("Q/") and _OWNER.fullmatch(code, 2):
        return CodeFacts(
            code,
            Tier.ENTERPRISE,
            Level.ENTERPRISE,
            Nature.VOLUNTARY,
            code[2:],
            flags=_owner_flags(code[2:]),
            serial=Serial.OWNER,
            max_digits=12,
        )
    return None


def _local(code: str) -> CodeFacts | None:
    match = _LOCAL.fullmatch(code)
    if not match:
        return None
    family, region, suffix = match[1], match[2], match[3] or ""
    if (suffix in ("/TJ", "/J")) != (family == "DGJ"):
        return None
    template = region.startswith("X")
    if not template and region[:2] not in provinces():
        return None
    flags: list[str] = ["placeholder"] if template else []
    if len(region) == 4 and not template and not may_be_city(region):
        flags.append(f"region_not_a_city:{region}")
    if family == "DBS":
        flags.append("family:food_safety_local")
    elif family in ("DBJ", "DGJ"):
        flags.append("family:construction_local")
    elif not suffix:
        # The only plain local series still mandatory are provincial emission limits.
        flags += ["no_T_local"] + ["exception:environment"] * (len(region) == 2)
    return CodeFacts(
        code,
        Tier.LOCAL_PROVINCE if len(region) == 2 else Tier.LOCAL_CITY,
        Level.LOCAL,
        Nature.RECOMMENDED if suffix in ("/T", "/TJ") else Nature.MANDATORY,
        region=None if template else region,
        region_in_code=None if template else region,
        flags=tuple(flags),
        max_digits=6,
    )


def _group(code: str) -> CodeFacts | None:
    organisation = code[2:]
    if not _GROUP_ORGANISATION.fullmatch(organisation):
        return None
    flags: tuple[str, ...] = ()
    if organisation[0].isdigit():
        flags = ("org_starts_with_digit",)
    elif len(organisation) == 1:
        flags = ("org_too_short",)
    elif not organisation.strip("X"):
        flags = ("placeholder",)
    return CodeFacts(
        code,
        Tier.GROUP,
        Level.GROUP,
        Nature.VOLUNTARY,
        organisation,
        flags=flags,
        serial=Serial.LETTERED if organisation == "CECS" else Serial.PLAIN,
        max_digits=6,
    )


def _owner_flags(owner: str) -> tuple[str, ...]:
    flags = []
    if "-" in owner:
        flags.append("hyphenated_org")
    elif any(character.isdigit() for character in owner):
        flags.append("org_has_digits")
    if " " in owner:
        flags.append("org_has_space")
    if len(owner) > 1 and not owner.strip("X"):
        flags.append("placeholder")
    return tuple(flags)

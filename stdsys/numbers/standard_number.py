"""The value of one standard number: identity, order, printed forms, classification."""

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from stdsys.numbers.code_tables import province_abbreviations
from stdsys.numbers.codes import CodeFacts, facts_of
from stdsys.numbers.kinds import Level, Nature, Serial, Tier
from stdsys.patterns import pattern

_LEVEL_ORDER = {level: position for position, level in enumerate(Level)}
_NATURE_SUFFIX = pattern(r"/[TZ]$")
_RUNS = pattern(r"[0-9]+|[^0-9]+")

SortKey = tuple[object, ...]

_UNKNOWN = CodeFacts("", Tier.NONE, Level.OTHER, Nature.NOT_APPLICABLE)
"""Stands for the facts of a number until they are worked out."""


class StandardNumber(Struct, frozen=True, eq=False):
    """One standard number, as `parse` returns it; `parse(str(number)) == number`.

    Two numbers are equal when their canonical texts are; what a standard adopts is a remark
    beside its number and no part of its identity. ValueError for an unknown code.
    """

    code: str
    """Document code: «GB/T», «DB42/T», «T/CTMA», «Q/XYZ», «ISO/IEC»."""
    number: str
    """Running number as printed, leading zeros kept: «9833», «0001S», «D60», «2231-01»."""
    part: str | None = None
    """Part: «9», or «4-2» where an international number has several."""
    year: int | None = None
    """Year of issue, four figures; None in an undated reference."""
    all_parts: bool = False
    """The number stands for all its parts (所有部分)."""
    edition: str | None = None
    """Words that name a partial revision as an edition of its own: «2018年版»."""
    amendment: str | None = None
    """Amendment sheet (修改单): «XG1-2019», «XG1»."""
    reaffirmed: int | None = None
    """Year in which a review confirmed the standard (复审确认)."""
    version: str | None = None
    """An enterprise's version mark after the year: «V02»."""
    class_letter: str | None = None
    """An enterprise's class after its code: J technical, G management, Z work."""
    qualifier: str | None = None
    """Issuer inside the code: «鄂» in JJF(鄂), «国» in YZB/国."""
    template: str | None = None
    """Serial and year of a draft that has no number yet: «XX-XX», «9833.9-20XX»."""
    adopts: str | None = None
    """The international or foreign document adopted, canonical where it is a number."""
    degree: str | None = None
    """Degree of adoption: IDT, MOD, NEQ, and the older EQV and REF."""

    facts: CodeFacts = _UNKNOWN
    """Everything that the code alone tells; worked out, as are the two that follow."""
    family: str = ""
    """The number without year: what an undated reference names, «GB/T 9833.9»."""
    edition_key: str = ""
    """The edition's identity: no amendment, reaffirmation or adoption; «(2018年版)» stays."""

    def __post_init__(self) -> None:
        """Work out what is asked of every number many times, unless `plain` has done it."""
        if self.facts is not _UNKNOWN:
            return
        facts = facts_of(self.code)
        if facts is None:
            raise ValueError(f"no such document code: {self.code}")
        force_setattr(self, "facts", facts)
        force_setattr(self, "family", self._undated())
        force_setattr(self, "edition_key", self._without_amendment())

    @classmethod
    def plain(
        cls, facts: CodeFacts, number: str, part: str | None, year: int | None
    ) -> "StandardNumber":
        """Return a number of a Chinese series that has nothing but what is given, as most have.

        The same as `StandardNumber(facts.code, number, part, year)`, several times as fast.
        """
        family = facts.prefix + number
        if part:
            family += f".{part}"
        key = family if year is None else f"{family}{facts.year_mark}{year}"
        return cls(facts.code, number, part, year, facts=facts, family=family, edition_key=key)

    def but(self, **changes: object) -> "StandardNumber":
        """Return this number with other values in some of its fields.

        (`structs.replace` would keep what is worked out from the old ones.)
        """
        return replace(self, facts=_UNKNOWN, **changes)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, StandardNumber) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def _undated(self) -> str:
        if self.template and not self.number:
            return self._prefix() + self.template
        text = self._prefix() + self.number
        if self.part:
            text += ("-" if self.facts.serial is Serial.FOREIGN else ".") + self.part
        return text

    def _without_amendment(self) -> str:
        if self.template:
            return self._prefix() + self.template
        text = self.family
        if self.year:
            text += f"{self.facts.year_mark}{self.year}"
        if self.version:
            text += f".{self.version}"
        if self.edition:
            text += f"({self.edition})"
        return text + "(所有部分)" if self.all_parts else text

    @property
    def base(self) -> str:
        """The number without part and year: «GB/T 20001»."""
        return self._prefix() + (self.number or self.template or "")

    @property
    def stem(self) -> str:
        """The family without its nature suffix: GB 317 and GB/T 317 share «GB 317»."""
        undated = self.family
        code = _NATURE_SUFFIX.sub("", self.code)
        return undated if code == self.code else code + undated[len(self.code) :]

    def __str__(self) -> str:
        text = self.edition_key
        if self.reaffirmed:
            text += f"({self.reaffirmed})"
        return f"{text}/{self.amendment}" if self.amendment else text

    @property
    def display(self) -> str:
        """The form of GB/T 1.1, with a dash before the year; ISO and its like keep the colon."""
        canonical = str(self)
        if self.facts.serial is Serial.FOREIGN:
            return canonical
        # Hyphens before the year belong to code and number: «Q/PQP-JS 15—2021», «2231-01—2020».
        kept = len(self._prefix() if self.template else self.family)
        return canonical[:kept] + canonical[kept:].replace("-", "—")

    def _prefix(self) -> str:
        if self.qualifier:
            issuer = f"/{self.qualifier}" if self.code == "YZB" else f"({self.qualifier})"
            return f"{self.code}{issuer} "
        if self.class_letter:
            return f"{self.code}/{self.class_letter} "
        return self.facts.prefix

    @property
    def dated(self) -> bool:
        """Whether the number names one edition."""
        return self.year is not None

    @property
    def placeholder(self) -> bool:
        """Whether this is a template to be filled in: only a draft may bear it."""
        return self.template is not None or "placeholder" in self.facts.flags

    @property
    def tier(self) -> Tier:
        """The finer word for the issuing series: local_province, international and so on."""
        if self.qualifier and self.code != "YZB":
            local = self.qualifier in province_abbreviations()
            return Tier.LOCAL_METROLOGY if local else Tier.INDUSTRY
        return self.facts.tier

    @property
    def level(self) -> Level:
        """One of the five levels of the law, or other."""
        return self.facts.level

    @property
    def nature(self) -> Nature:
        """How binding the standard is by its code."""
        return self.facts.nature

    @property
    def region(self) -> str | None:
        """GB/T 2260 code of the issuing province ("42") or city ("4201"), where the code tells."""
        if self.qualifier:
            return province_abbreviations().get(self.qualifier)
        return self.facts.region

    @property
    def organisation(self) -> str | None:
        """Code of the association or enterprise, or of the industry: «CTMA», «XYZ», «NY»."""
        return self.facts.organisation

    @property
    def sort_key(self) -> SortKey:
        """Key of the total order: level, code, number by value, part, year, the rest."""
        return (
            _LEVEL_ORDER[self.level],
            self.code,
            self.class_letter or "",
            self.qualifier or "",
            _by_value(self.number),
            _by_value(self.part or ""),
            self.year or 0,
            str(self),
        )

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, StandardNumber):
            return NotImplemented
        return self.sort_key < other.sort_key

    def __le__(self, other: object) -> bool:
        return self == other or self < other

    def __gt__(self, other: object) -> bool:
        return not self <= other

    def __ge__(self, other: object) -> bool:
        return not self < other


def _by_value(text: str) -> tuple[tuple[int, str], ...]:
    """Split into runs that compare by value where they are figures: 9 before 10, 9 before 9A."""
    return tuple((int(run), "") if run.isdigit() else (-1, run) for run in _RUNS.findall(text))

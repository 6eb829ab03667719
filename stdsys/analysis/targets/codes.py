"""The codes of a measure: `DB42/T`, `ISO`, or a word for a whole series such as 国际标准."""

from collections.abc import Iterable

from msgspec import Struct

from stdsys.model.items import Edition, PlannedStandard
from stdsys.numbers import Tier, normalise
from stdsys.numbers.codes import facts_of

_TIER_WORDS: dict[str, Tier] = {
    **{
        word: tier
        for tier in Tier
        if tier not in (Tier.PLAN, Tier.NONE)
        for word in (tier.value, tier.value.replace("_", "-"))
    },
    "国际标准": Tier.INTERNATIONAL,
    "国际": Tier.INTERNATIONAL,
    "国外标准": Tier.FOREIGN,
    "国外": Tier.FOREIGN,
    "省级地方标准": Tier.LOCAL_PROVINCE,
    "市级地方标准": Tier.LOCAL_CITY,
}
"""Words for who issues a series, beside the codes themselves."""


class CodeWords(Struct, frozen=True):
    """The codes and series that a measure names; call it with a standard.

    A code is meant exactly: `DB42/T` is not `DB42`. `unknown` are words that name neither.
    """

    codes: frozenset[str]
    tiers: frozenset[Tier]
    unknown: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> "CodeWords":
        """Sort out what each word names."""
        codes, tiers, unknown = set(), set(), []
        for word in words:
            tier = _TIER_WORDS.get(word.strip().lower())
            code = normalise(word).text.upper()
            if tier is not None:
                tiers.add(tier)
            elif facts_of(code) is not None:
                codes.add(code)
            else:
                unknown.append(word)
        return cls(frozenset(codes), frozenset(tiers), tuple(unknown))

    def __bool__(self) -> bool:
        return bool(self.codes or self.tiers)

    def __call__(self, item: Edition | PlannedStandard) -> bool | None:
        """Whether a standard bears one of them; None where its number is not known."""
        if not self:
            return True
        number = item.number if isinstance(item, Edition) else None
        if number is None:
            return None
        return number.code in self.codes or number.tier in self.tiers

"""Sampling plans 采样方案 of microbiological limits, as the remarks beside the limits tell them.

Of n samples of a lot up to c may lie between m and M, none above M (GB 4789.1). A standard states m
and M as two limits on one quantity, told apart by their remarks: 采样方案 n=5，c=2 的 m 值.
"""

import re
import unicodedata

from msgspec import Struct

from stdsys.model.indicator_record import Indicator
from stdsys.patterns import pattern

_BOUND = pattern(r"(?<![A-Za-z])([mM])(?![A-Za-z])")
_NAMED_BOUND = pattern(r"[mM]|.*(?<![A-Za-z])[mM]\s*(?:值|=).*", re.DOTALL)
_COUNT = {letter: pattern(rf"(?<![A-Za-z]){letter}\s*=\s*(\d{{1,6}})", re.I) for letter in "nc"}


class PlannedBound(Struct, frozen=True):
    """Which bound of which plan a limit is: `bound` is m or M; n and c are None if not stated."""

    bound: str
    n: int | None = None
    c: int | None = None

    @property
    def of_every_sample(self) -> bool:
        """Whether no sample may exceed it: M, or m where c is 0."""
        return self.bound == "M" or self.c == 0


def planned_bound(indicator: Indicator) -> PlannedBound | None:
    """Return which bound of a sampling plan a limit's remark says that it is; None if none."""
    if indicator.note is None:
        return None
    note = unicodedata.normalize("NFKC", indicator.note).strip()
    n, c = _count("n", note), _count("c", note)
    bounds = set(_BOUND.findall(note))
    of_a_plan = n is not None or c is not None or _NAMED_BOUND.fullmatch(note)
    return PlannedBound(bounds.pop(), n, c) if of_a_plan and len(bounds) == 1 else None


def same_remark(a: Indicator, b: Indicator) -> bool:
    """Whether two limits have the same remark: the same bound of one plan, or the same words."""
    mine, theirs = planned_bound(a), planned_bound(b)
    if mine is not None or theirs is not None:
        return mine == theirs
    return _plain(a.note) == _plain(b.note)


def plans_fit(a: Indicator, b: Indicator) -> bool:
    """Whether two limits, one of each standard, may be compared as far as their plans go.

    Two bounds must be the same one of the same plan. A limit without a plan holds for every sample;
    so must then the other.
    """
    mine, theirs = planned_bound(a), planned_bound(b)
    if mine is not None and theirs is not None:
        return mine == theirs
    stated = mine or theirs
    return stated is None or stated.of_every_sample


def _count(letter: str, note: str) -> int | None:
    found = _COUNT[letter].search(note)
    return int(found[1]) if found else None


def _plain(note: str | None) -> str:
    return "".join(unicodedata.normalize("NFKC", note or "").split())

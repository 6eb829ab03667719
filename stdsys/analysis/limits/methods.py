"""Whether two test methods 试验方法 are one, though they are named by different numbers."""

from functools import cached_property

from stdsys.analysis.citations.statements import numbers_in
from stdsys.analysis.life_cycle.replacements import Replacements
from stdsys.analysis.life_cycle.statuses import Statuses
from stdsys.model.workspace import Workspace
from stdsys.numbers import StandardNumber
from stdsys.patterns import pattern

_REMARK = pattern(r"第[一二三四五六七八九十\d]+[法篇章]|附录|中|[（(，,；;:：]")
"""Where the number of a method ends and words about it begin: 第一法, 附录A."""


class Methods:
    """Compares test methods as they are written, by number or in words."""

    def __init__(
        self, workspace: Workspace, statuses: Statuses, replacements: Replacements
    ) -> None:
        """Take the workspace, and which of its editions live on under other numbers."""
        self._workspace = workspace
        self._statuses = statuses
        self._replacements = replacements
        self._known: dict[str, frozenset[str]] = {}

    def same(self, a: str | None, b: str | None) -> bool:
        """Whether two methods do not differ; one that is not stated differs from none.

        They are the same if they are editions of one standard (under GB as under GB/T), or if
        whole replacements lead from one to the other or from both to a third: GB/T 8304-2013 is
        GB 5009.3 today.
        """
        if a is None or b is None or a.strip() == b.strip():
            return True
        return not self._names(a).isdisjoint(self._names(b))

    def _names(self, text: str) -> frozenset[str]:
        """Return the standards that a method has been and is, else its words."""
        if text not in self._known:
            numbers = numbers_in(text) or numbers_in(_REMARK.split(text, maxsplit=1)[0])
            words = ["".join(text.split())]
            found = [name for number in numbers for name in self._followed(number)]
            self._known[text] = frozenset(found or words)
        return self._known[text]

    def _followed(self, number: StandardNumber) -> list[str]:
        """Return a method's standard and those that have taken its place.

        An undated method is followed from its dead editions only if none is alive.
        """
        keys: list[str] = [number.edition_key]
        if not number.dated:
            if self._statuses.live_edition(number.family) is not None:
                return [number.stem]
            keys += self._workspace.families.get(number.family, ())
            keys += self._replaced.get(number.family, ())
        passed = [key for start in dict.fromkeys(keys) for key in self._statuses.chain(start)]
        return [number.stem, *(found.stem for key in passed for found in numbers_in(key))]

    @cached_property
    def _replaced(self) -> dict[str, list[str]]:
        """The replaced editions by family, those that are not in the workspace included."""
        families: dict[str, list[str]] = {}
        for link in self._replacements.links:
            for number in numbers_in(link.old):
                families.setdefault(number.family, []).append(link.old)
        return families

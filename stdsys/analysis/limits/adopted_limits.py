"""Whether a standard takes over what another one limits: whether it cites it."""

from stdsys.analysis.citations.resolved import Citations
from stdsys.analysis.citations.statements import numbers_in
from stdsys.analysis.limits.requirements import Standard


class Adoptions:
    """Which standards a standard adopts by reference: a citation makes their limits its own."""

    def __init__(self, citations: Citations) -> None:
        """Take the citations, resolved on the day."""
        self._citations = citations
        self._families: dict[Standard, frozenset[str]] = {}

    def cites(self, standard: Standard, cited: Standard) -> bool:
        """Whether a standard cites another, in any edition, or what that one has replaced."""
        if not standard.facts.cites:
            return False
        if standard not in self._families:
            self._families[standard] = frozenset(self._cited(standard))
        return cited.family in self._families[standard]

    def _cited(self, standard: Standard) -> set[str]:
        """Return the families of all that a standard cites, and of what is in its place today."""
        found: set[str] = set()
        for one in self._citations.by_citing(standard.key):
            found.update(target.family for target in one.targets)
            if one.number is not None:
                found.add(one.number.family)
            if one.other is not None:
                found.add(one.other.family)
            found.update(number.family for key in one.chain[-1:] for number in numbers_in(key))
        return found

"""Which numbers of several members name the same edition."""

from collections.abc import Iterable, Mapping


class Identities:
    """Numbers with the same canonical form are one standard; so are those joined by `formerly`.

    What one member says of a number's earlier form (GB 317-2006, now GB/T 317-2006) holds for all
    of them. Where members name different present numbers, none of these is joined with another:
    `contested` are the earlier numbers of which that is so. Editions of different years stay apart,
    and a number without a year is its own: which edition its member means, another one's list does
    not tell.
    """

    def __init__(self, aliases: Iterable[Mapping[str, str]]) -> None:
        """Take the earlier numbers that each member states, and the present ones they lead to."""
        self._present: dict[str, str] = {}
        stated: dict[str, dict[str, None]] = {}
        for one in aliases:
            for earlier, present in one.items():
                stated.setdefault(earlier, {})[present] = None
        several = {earlier: found for earlier, found in stated.items() if len(found) > 1}
        for earlier, (present, *_others) in stated.items():
            if earlier not in several:
                self._join(earlier, present)
        self.contested = frozenset(
            earlier for earlier, found in several.items() if len(set(map(self, found))) > 1
        )
        for earlier, (present, *_others) in several.items():
            if earlier not in self.contested:
                self._join(earlier, present)

    def _join(self, earlier: str, present: str) -> None:
        one, other = self(earlier), self(present)
        if one != other:
            self._present[one] = other

    def __call__(self, key: str) -> str:
        """Return the number that stands for all that name the same edition."""
        while key in self._present:
            key = self._present[key]
        return key

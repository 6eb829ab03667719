"""Which numbers of several members name the same edition."""

from collections.abc import Iterable, Mapping


class Identities:
    """Numbers with the same canonical form are one standard; so are those joined by `formerly`.

    What one member says of a number's earlier form (GB 317-2006, now GB/T 317-2006) holds for all
    of them. Editions of different years stay apart, and a number without a year is its own: which
    edition its member means, another one's list does not tell.
    """

    def __init__(self, aliases: Iterable[Mapping[str, str]]) -> None:
        """Take the earlier numbers that each member states, and the present ones they lead to."""
        self._present: dict[str, str] = {}
        for stated in aliases:
            for earlier, present in stated.items():
                one, other = self(earlier), self(present)
                if one != other:
                    self._present[one] = other

    def __call__(self, key: str) -> str:
        """Return the number that stands for all that name the same edition."""
        while key in self._present:
            key = self._present[key]
        return key

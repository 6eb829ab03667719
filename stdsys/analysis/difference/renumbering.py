"""What has got another number or id: the same thing under another key.

Of what is gone and what has come, two are one thing if the later names the earlier as `formerly`,
if both are editions of one number, if one replaces the other, or if one of them has no number yet
and the titles agree (a planned standard that was issued, a number that became known). Every thing
is in one pair at most, and the pairs are the same whichever side is the earlier.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from stdsys.analysis.difference.field_changes import Because
from stdsys.analysis.life_cycle.replacements import Replacements
from stdsys.model.catalogue import title_key
from stdsys.model.items import Document, Edition, Item
from stdsys.model.workspace import Workspace

MOST_BESIDE = 5
"""So many standards are named beside one that was added or removed."""


class Renumbering:
    """Pairs items of two workspaces by what both of them say of replacements and numbers."""

    def __init__(
        self, workspaces: Sequence[Workspace], replacements: Sequence[Replacements]
    ) -> None:
        """Take both workspaces and their replacements."""
        self._workspaces = workspaces
        self._neighbours: dict[str, dict[str, Because]] = {}
        for workspace in workspaces:
            for former, key in workspace.aliases.items():
                self._join(former, key, Because.FORMERLY)
        for link in chain.from_iterable(found.links for found in replacements):
            self._join(link.old, link.new, Because.REPLACES)

    def _join(self, one: str, other: str, because: Because) -> None:
        self._neighbours.setdefault(one, {}).setdefault(other, because)
        self._neighbours.setdefault(other, {}).setdefault(one, because)

    def pairs(self, gone: Iterable[Item], come: Iterable[Item]) -> list[tuple[Item, Item, Because]]:
        """Return the pairs of what is gone and what has come, the surest ground first."""
        before = {item.key: item for item in gone}
        after = {item.key: item for item in come}
        found: list[tuple[Item, Item, Because]] = []

        def take(pairs: Iterable[tuple[str, str]], because: Because) -> None:
            for old, new in pairs:
                if old in before and new in after:
                    found.append((before.pop(old), after.pop(new), because))

        take(self._linked(before, after, Because.FORMERLY), Because.FORMERLY)
        take(_of_one_family(before.values(), after.values()), Because.FAMILY)
        take(self._linked(before, after, Because.REPLACES), Because.REPLACES)
        take(_of_one_title(before.values(), after.values()), Because.TITLE)
        return found

    def _linked(
        self, before: Mapping[str, Item], after: Mapping[str, Item], because: Because
    ) -> list[tuple[str, str]]:
        linked = [
            (old, new)
            for old in before
            for new, why in self._neighbours.get(old, {}).items()
            if new in after and why is because
        ]
        return sorted(linked, key=sorted)

    def beside(self, edition: Edition) -> tuple[str, ...]:
        """Return what an edition stands beside, before and after, by family or replacement."""
        related = dict.fromkeys(self._neighbours.get(edition.key, ()))
        for workspace in self._workspaces:
            related.update(dict.fromkeys(workspace.families.get(edition.family, ())))
        old, new = (workspace.editions for workspace in self._workspaces)
        kept = (key for key in sorted(related) if key in old and key in new)
        return tuple(key for key in kept if key != edition.key)[:MOST_BESIDE]


def _of_one_family(gone: Iterable[Item], come: Iterable[Item]) -> Iterator[tuple[str, str]]:
    """Pair the editions of one number, the newest with the newest."""
    old, new = _by_family(gone), _by_family(come)
    for family in old:
        yield from zip(old[family], new.get(family, ()), strict=False)


def _by_family(items: Iterable[Item]) -> dict[str, list[str]]:
    families: dict[str, list[Edition]] = {}
    for item in items:
        if isinstance(item, Edition) and item.number is not None:
            families.setdefault(item.family, []).append(item)
    return {
        family: [edition.key for edition in sorted(editions, key=_order, reverse=True)]
        for family, editions in families.items()
    }


def _order(edition: Edition) -> tuple[object, ...]:
    assert edition.number is not None
    return edition.number.sort_key, edition.key


def _of_one_title(gone: Iterable[Item], come: Iterable[Item]) -> Iterator[tuple[str, str]]:
    """Pair things of one title of which at least one has no number."""
    old, new = _by_title(gone), _by_title(come)
    for title in old:
        had, has = old[title], new.get(title)
        if has is None:
            continue
        documents = zip(had[2], has[2], strict=False)
        unnumbered = list(zip(had[0], has[0], strict=False))
        yield from documents
        yield from unnumbered
        yield from zip(had[0][len(unnumbered) :], has[1], strict=False)
        yield from zip(had[1], has[0][len(unnumbered) :], strict=False)


def _by_title(items: Iterable[Item]) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Return the keys of each title: without a number, with one, documents; sorted."""
    titles: dict[str, tuple[list[str], list[str], list[str]]] = {}
    for item in sorted(items, key=lambda item: item.key):
        if item.title:
            groups = titles.setdefault(title_key(item.title), ([], [], []))
            numbered = isinstance(item, Edition) and item.number is not None
            groups[2 if isinstance(item, Document) else int(numbered)].append(item.key)
    return titles

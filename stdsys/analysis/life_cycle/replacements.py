"""Which edition replaces which: both sides' statements joined, and the cycles among them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from stdsys.analysis.citations.statements import is_unverified, numbers_in
from stdsys.analysis.graphs.components import components
from stdsys.findings import Place
from stdsys.model.items import Edition
from stdsys.model.vocabulary import Scope
from stdsys.model.workspace import Workspace
from stdsys.numbers import StandardNumber

REPLACES, REPLACED_BY, BOTH = "replaces", "replaced_by", "both"
"""Values of `Link.stated_by`: the field, or both fields, in which a replacement is stated."""


class Statement(NamedTuple):
    """A statement of a replacement: the edition, the field and the position in its list."""

    edition: Edition
    field: str
    position: int

    @property
    def place(self) -> Place:
        """Where it is written. Made when it is asked for: few are."""
        return self.edition.at(self.field).at(self.position)


class Link(Struct, frozen=True):
    """One replacement: `old` and `new` are edition keys, either may be absent from the workspace.

    `whole` is False as soon as one side limits it to a part; sides that disagree are in `conflict`
    (a number without `scope` says whole). `said` is the first statement, `other_said` the one of
    the other side. `unverified`: no side's statement is verified. `definite`: both ends name one
    edition; an undated number of a family with several editions names none, and such a link is
    kept for display but decides nothing.
    """

    old: str
    new: str
    whole: bool
    said: Statement
    stated_by: str
    unverified: bool
    conflict: bool = False
    other_said: Statement | None = None
    definite: bool = True

    @property
    def place(self) -> Place:
        """Where it is first stated."""
        return self.said.place

    @property
    def other_place(self) -> Place | None:
        """Where the other side states it, if it does."""
        return self.other_said.place if self.other_said is not None else None


class Replacements:
    """All replacements of a workspace, by either end; independent of any day.

    Planned standards replace nothing yet and are left out. A text that names no standard number
    and no id of a standard of unknown number is left out, too.
    """

    def __init__(
        self,
        links: tuple[Link, ...],
        ordered: tuple[str, ...],
        cycles: tuple[frozenset[str], ...],
        stating: tuple[Edition, ...],
    ) -> None:
        """Take the links, their keys in `ordered` (successors first) and the cycles.

        `stating` are the editions that state what they replace, or what replaces them.
        """
        self.links = links
        self.ordered = ordered
        self.cycles = cycles
        self.stating = stating
        self._successors = _grouped((link.old, link) for link in links)
        self._predecessors = _grouped((link.new, link) for link in links)
        self._cyclic = frozenset().union(*cycles)

    @classmethod
    def of(cls, workspace: Workspace) -> "Replacements":
        """Gather the replacements that records and entries state.

        `ordered` holds every key with a definite link, each after all that replace it. `cycles`
        are the components of more than one key and the editions that replace themselves, in
        whole or in part: nothing can replace what replaces it.
        """
        facts = [(edition, edition.facts) for edition in workspace.editions.values()]
        stating = [edition for edition, said in facts if said.replaces or said.replaced_by]
        links = tuple(_gather(stating, workspace).values())
        following: dict[str, list[str]] = {}
        for link in links:
            if link.definite:
                following.setdefault(link.old, []).append(link.new)
        placed = _plainly_placed(following)
        rest = {old: news for old, news in following.items() if old not in placed}
        found = list(components(rest, lambda key: rest.get(key, ())))
        cycles = tuple(
            frozenset(keys) for keys in found if len(keys) > 1 or keys[0] in rest.get(keys[0], ())
        )
        ordered = dict.fromkeys([*placed, *(key for keys in found for key in keys)])
        return cls(links, tuple(ordered), cycles, tuple(stating))

    def successors(self, key: str) -> tuple[Link, ...]:
        """Return the links to what replaces an edition, in reading order."""
        return self._successors.get(key, ())

    def predecessors(self, key: str) -> tuple[Link, ...]:
        """Return the links to what an edition replaces, in reading order."""
        return self._predecessors.get(key, ())

    def in_cycle(self, key: str) -> bool:
        """Whether an edition, by way of others or not, replaces itself."""
        return key in self._cyclic


def _plainly_placed(following: Mapping[str, list[str]]) -> dict[str, None]:
    """Return, successors first, the keys from which few steps lead to an end: nearly all.

    What is left may be long or lead in a circle; to find its components takes longer.
    """
    placed = dict.fromkeys(n for news in following.values() for n in news if n not in following)
    waiting = following
    for _step in range(_FEW_STEPS):
        ready = [old for old, news in waiting.items() if all(new in placed for new in news)]
        placed.update(dict.fromkeys(ready))
        waiting = {old: news for old, news in waiting.items() if old not in placed}
    return placed


_FEW_STEPS = 3


def _gather(stating: Iterable[Edition], workspace: Workspace) -> dict[tuple[str, str], Link]:
    """Return one link for each pair of old and new, however often it is stated."""
    links: dict[tuple[str, str], Link] = {}
    for edition in stating:
        facts = edition.facts
        for field, said in ((REPLACES, facts.replaces), (REPLACED_BY, facts.replaced_by)):
            for index, statement in enumerate(said):
                for other, exact in _named(statement.number, edition, workspace):
                    own, certain = _own_key(edition, other, workspace)
                    old, new = (other, own) if field == REPLACES else (own, other)
                    link = Link(
                        old,
                        new,
                        statement.scope is Scope.WHOLE,
                        Statement(edition, field, index),
                        field,
                        is_unverified(statement, edition),
                        definite=exact and certain,
                    )
                    first = links.get((old, new))
                    links[old, new] = link if first is None else _joined(first, link)
    return links


def _joined(first: Link, other: Link) -> Link:
    other_side = first.other_said
    if other_side is None and other.stated_by not in (first.stated_by, BOTH):
        other_side = other.said
    return Link(
        first.old,
        first.new,
        first.whole and other.whole,
        first.said,
        first.stated_by if first.stated_by == other.stated_by else BOTH,
        first.unverified and other.unverified,
        first.conflict or first.whole != other.whole,
        other_side,
        first.definite and other.definite,
    )


def _named(text: str, owner: Edition, workspace: Workspace) -> Iterator[tuple[str, bool]]:
    """Yield the keys of the editions that a statement names, and whether each is one edition."""
    numbers = numbers_in(text)
    if not numbers and text in workspace.editions:
        yield text, True
    for number in numbers:
        yield _key_of(number, owner, workspace)


def _key_of(number: StandardNumber, owner: Edition, workspace: Workspace) -> tuple[str, bool]:
    """Return the key of a number; an undated one is its family's only other edition, if one."""
    key = number.edition_key
    if number.dated:
        return workspace.aliases.get(key, key), True
    if number.all_parts:
        return key, False
    dated = _dated(number.family, workspace, but=(owner.key,))
    if len(dated) == 1:
        return dated[0], True
    return key, workspace.families.get(number.family) == (key,) and key != owner.key


def _own_key(edition: Edition, other: str, workspace: Workspace) -> tuple[str, bool]:
    """Return the edition for which a record or entry speaks: mostly itself.

    A record with an undated number speaks for the family's only dated edition, and for nobody in
    particular where there are several.
    """
    if edition.number is None or edition.number.dated:
        return edition.key, True
    dated = _dated(edition.family, workspace, but=(other,))
    if len(dated) == 1:
        return dated[0], True
    return edition.key, workspace.families[edition.family] == (edition.key,)


def _dated(family: str, workspace: Workspace, *, but: tuple[str, ...]) -> list[str]:
    """Return the keys of the dated editions of a family, but for some."""
    found = []
    for key in workspace.families.get(family, ()):
        number = workspace.editions[key].number
        if number is not None and number.dated and key not in but:
            found.append(key)
    return found


def _grouped(pairs: Iterator[tuple[str, Link]]) -> Mapping[str, tuple[Link, ...]]:
    groups: dict[str, list[Link]] = {}
    for key, link in pairs:
        groups.setdefault(key, []).append(link)
    return {key: tuple(links) for key, links in groups.items()}

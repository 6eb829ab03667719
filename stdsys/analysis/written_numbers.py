"""Every standard number that a workspace writes, with its place and what it is written for."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from stdsys.analysis.placements import Placements
from stdsys.findings import Place
from stdsys.model.readings import reading_of
from stdsys.model.standard_record import StandardRecord
from stdsys.model.workspace import Edition, Item, PlannedStandard, Workspace
from stdsys.numbers import Outcome, Reading, StandardNumber


class Role(StrEnum):
    """The field in which a number is written."""

    NUMBER = "number"
    STANDARD = "standard"
    FORMERLY = "formerly"
    REPLACES = "replaces"
    REPLACED_BY = "replaced_by"
    CITES = "cites"
    ADOPTS = "adopts"
    NEEDS = "needs"
    UPGRADES = "upgrades"

    @property
    def names_its_object(self) -> bool:
        """Whether the number is the identity of what is written here, not a reference."""
        return self in (Role.NUMBER, Role.STANDARD)


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A text at a place where a number belongs, and what it was read as.

    `owner` is the item that writes it (for an entry: the item it places); `waived_at` are the keys
    of the objects, besides the owner, at which findings about the text may be waived.
    """

    text: str
    role: Role
    place: Place
    owner: Item
    waived_at: tuple[str, ...]
    reading: Reading

    @property
    def subject(self) -> str:
        """What the text names: its edition, or the text itself where it names none."""
        number = self.reading.number
        return number.edition_key if number else self.text


def items_with_facts(workspace: Workspace) -> Iterator[Edition | PlannedStandard]:
    """Yield everything whose facts may name standard numbers."""
    yield from workspace.editions.values()
    yield from workspace.planned.values()


@lru_cache(maxsize=1 << 18)
def _doubt(text: str) -> Reading | None:
    """Return how a text is read, or None where it is a sound number in canonical form."""
    reading = reading_of(text)
    number = reading.number
    if number is None or str(number) != text:
        return reading
    sound = reading.outcome is Outcome.OK or _beyond_doubt(number)
    return None if sound else reading


def _beyond_doubt(number: StandardNumber) -> bool:
    """Whether nothing but its spelling could be wrong; a part of four figures may be a year."""
    return number.facts.direct and not number.template and len(number.part or "") < 4


def doubtful_numbers(workspace: Workspace, placements: Placements) -> Iterator[WrittenNumber]:
    """Yield the written numbers that are not beyond doubt, in reading order.

    A sound number in its canonical form needs no rule; nearly all are such. The id of an item
    without a number is no number and left out.
    """
    for owner in items_with_facts(workspace):
        if not any(map(_doubt, _texts_of(owner))):
            continue
        for role, steps, text in _written_of(owner):
            reading = _doubt(text)
            if reading is not None and not _names_by_id(text, role, reading, workspace):
                place, waived_at = owner.at(role).at(*steps), placements.waived_at(owner)
                yield WrittenNumber(text, role, place, owner, waived_at, reading)
    for entry in workspace.entries():
        named = entry.record.standard or entry.record.number
        reading = None if named is None else _doubt(named)
        if named is None or reading is None:
            continue
        if not _names_by_id(named, Role.STANDARD, reading, workspace):
            place = entry.place.at(entry.record.named_by[0])
            yield WrittenNumber(named, Role.STANDARD, place, entry.item, (entry.key,), reading)


def _names_by_id(text: str, role: Role, reading: Reading, workspace: Workspace) -> bool:
    """Whether a text names an item that has no number, by the id it bears instead."""
    if role is Role.NUMBER or reading.number is not None:
        return False
    edition = workspace.editions.get(text)
    if edition is not None and not _numbered(edition):
        return True
    if role is Role.STANDARD:
        return False
    if text in workspace.planned or text in workspace.documents:
        return True
    return reading.outcome is Outcome.NOT_A_NUMBER and workspace.may_be_unread(text)


def _numbered(edition: Edition) -> bool:
    return not isinstance(edition.facts, StandardRecord) or edition.facts.numbered


def _texts_of(item: Edition | PlannedStandard) -> list[str]:
    """Return the texts of `_written_of`, and no more of them: most items have none in doubt."""
    facts = item.facts
    texts = [facts.number] if isinstance(facts, StandardRecord) and facts.numbered else []
    texts += facts.formerly
    for stated in (facts.replaces, facts.replaced_by, facts.cites, facts.adopts):
        if stated:
            texts += [named.number for named in stated]
    if isinstance(item, PlannedStandard):
        texts += [*item.facts.needs, *item.facts.upgrades]
    return texts


_Written = tuple[Role, tuple[str | int, ...], str]
"""The field, the steps below it that lead to the text, and the text."""


def _written_of(item: Edition | PlannedStandard) -> Iterator[_Written]:
    """Yield the numbers that the facts of an item hold; in a list they may be mappings."""
    facts = item.facts
    if isinstance(facts, StandardRecord) and facts.numbered:
        yield Role.NUMBER, (), facts.number
    for index, former in enumerate(facts.formerly):
        yield Role.FORMERLY, (index,), former
    for index, old in enumerate(facts.replaces):
        yield Role.REPLACES, (index, "number"), old.number
    for index, new in enumerate(facts.replaced_by):
        yield Role.REPLACED_BY, (index, "number"), new.number
    for index, cited in enumerate(facts.cites):
        yield Role.CITES, (index, "number"), cited.number
    for index, adopted in enumerate(facts.adopts):
        yield Role.ADOPTS, (index, "number"), adopted.number
    if isinstance(item, PlannedStandard):
        for index, needed in enumerate(item.facts.needs):
            yield Role.NEEDS, (index,), needed
        for index, lifted in enumerate(item.facts.upgrades):
            yield Role.UPGRADES, (index,), lifted

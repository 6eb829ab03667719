"""Every standard number that a workspace writes, with its place and what it is written for."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from stdsys.analysis.placements import Placements
from stdsys.findings import Place
from stdsys.model.items import Edition, Item, PlannedStandard
from stdsys.model.readings import reading_of
from stdsys.model.standard_record import StandardRecord
from stdsys.model.workspace import Workspace
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


class WrittenNumber(Struct, frozen=True):
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


def _is_known(text: str, workspace: Workspace) -> bool:
    """Whether a text is the key of an edition or a family beyond doubt, which is canonical."""
    edition = workspace.known_by(text)
    return edition is not None and edition.number is not None and _beyond_doubt(edition.number)


def _is_sound(text: str) -> bool:
    """Whether a text is a number beyond doubt, in its canonical form."""
    reading = reading_of(text)
    number = reading.number
    if number is None or not (number.edition_key == text or str(number) == text):
        return False
    return reading.outcome is _OK or _beyond_doubt(number)


_OK = Outcome.OK


def _beyond_doubt(number: StandardNumber) -> bool:
    """Whether nothing but its spelling could be wrong; a part of four figures may be a year."""
    return number.facts.direct and not number.template and len(number.part or "") < 4


def doubtful_numbers(workspace: Workspace, placements: Placements) -> Iterator[WrittenNumber]:
    """Yield the written numbers that are not beyond doubt, in reading order.

    A sound number in its canonical form needs no rule; nearly all are such. The id of an item
    without a number is no number and left out.
    """
    owners = [(owner, _texts_of(owner)) for owner in items_with_facts(workspace)]
    entered = workspace.entries()
    entries = [(entry, entry.record.standard or entry.record.number) for entry in entered]
    distinct = {named for _entry, named in entries if named is not None}
    distinct.update(*[texts for _owner, texts in owners])
    doubtful = {text for text in distinct if not _is_known(text, workspace) and not _is_sound(text)}
    for owner, texts in owners:
        if doubtful.isdisjoint(texts):
            continue
        for role, steps, text in _written_of(owner):
            if text in doubtful and not _names_by_id(text, role, workspace):
                place, waived_at = owner.at(role).at(*steps), placements.waived_at(owner)
                yield WrittenNumber(text, role, place, owner, waived_at, reading_of(text))
    for entry, named in entries:
        if named not in doubtful or _names_by_id(named, Role.STANDARD, workspace):
            continue
        place, reading = entry.place.at(entry.record.named_by[0]), reading_of(named)
        yield WrittenNumber(named, Role.STANDARD, place, entry.item, (entry.key,), reading)


def _names_by_id(text: str, role: Role, workspace: Workspace) -> bool:
    """Whether a text names an item that has no number, by the id it bears instead."""
    reading = reading_of(text)
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
    texts = [cited.number for cited in facts.cites]
    if isinstance(facts, StandardRecord) and facts.numbered:
        texts.append(facts.number)
    if facts.formerly:
        texts += facts.formerly
    if facts.replaces:
        texts += [old.number for old in facts.replaces]
    if facts.replaced_by:
        texts += [new.number for new in facts.replaced_by]
    if facts.adopts:
        texts += [adopted.number for adopted in facts.adopts]
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

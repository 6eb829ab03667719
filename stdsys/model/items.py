"""What a workspace holds: editions of standards, planned standards, documents."""

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import force_setattr

from stdsys.findings import Place
from stdsys.model.standard_record import DocumentRecord, StandardFacts
from stdsys.model.system_record import EntryRecord
from stdsys.numbers import Level, Nature, StandardNumber


class Edition(Struct, frozen=True, eq=False):
    """One edition of a standard: its facts once, wherever they were stated.

    `key` identifies it: the canonical number without amendment and reaffirmation, the raw text of a
    malformed number, or the id (else the title) of a standard whose number nobody knows.
    `recorded` tells whether a record under `standards:` states it.
    """

    key: str
    number: StandardNumber | None
    facts: StandardFacts
    recorded: bool
    fields: Mapping[str, Place] = field(default_factory=dict)
    level: Level | None = None
    """What the number tells, else what is stated."""
    nature: Nature | None = None
    """What the number tells, else what is stated."""
    family: str = ""
    """The undated key that all editions of this standard share."""

    def __post_init__(self) -> None:
        """Answer once what is asked of every edition, again and again."""
        number = self.number
        force_setattr(self, "level", number.level if number else self.facts.level)
        force_setattr(self, "nature", number.nature if number else self.facts.nature)
        force_setattr(self, "family", number.family if number else self.key)

    @property
    def place(self) -> Place:
        """Where it is written: the record, else the first entry that names it."""
        return self.facts.place

    def at(self, name: str) -> Place:
        """Return where a field is stated (some may stand beside an entry)."""
        return self.fields.get(name, self.place.at(name))

    @property
    def title(self) -> str | None:
        """标准名称."""
        return self.facts.title

    @property
    def unverified(self) -> bool:
        """Whether nobody has verified its facts."""
        return self.facts.unverified


class PlannedStandard(Struct, frozen=True, eq=False):
    """A standard to be made 拟制定: no number yet. `key` is its id, else its normalised title."""

    key: str
    title: str
    facts: EntryRecord

    @property
    def place(self) -> Place:
        """Where it is written: the first entry that plans it."""
        return self.facts.place

    @property
    def level(self) -> Level | None:
        """宜定级别."""
        return self.facts.level

    @property
    def nature(self) -> Nature | None:
        """How binding it is to be."""
        return self.facts.nature

    @property
    def family(self) -> str:
        """A planned standard is a family of its own."""
        return self.key

    @property
    def unverified(self) -> bool:
        """Whether nobody has verified its facts."""
        return self.facts.unverified

    def at(self, name: str) -> Place:
        """Return where a field is stated."""
        return self.place.at(name)


class Document(Struct, frozen=True, eq=False):
    """A law, rule, policy or plan without a number."""

    key: str
    title: str
    record: DocumentRecord

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.record.place

    level = Level.OTHER
    nature = None

    @property
    def family(self) -> str:
        """A document is a family of its own."""
        return self.key

    @property
    def unverified(self) -> bool:
        """Whether nobody has verified its facts."""
        return self.record.unverified

    def at(self, name: str) -> Place:
        """Return where a field is stated."""
        return self.place.at(name)


Item: TypeAlias = Edition | PlannedStandard | Document
"""What an entry places in a system."""

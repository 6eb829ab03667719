"""A workspace as it is meant: editions, planned standards, documents, systems, nodes and entries.

Records say what is written where; these classes say what it adds up to, independent of any day.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from stdsys.findings import Place
from stdsys.model.coverage_record import CoverageRecord
from stdsys.model.items import Document, Edition, Item, PlannedStandard
from stdsys.model.profile_record import ProfileRecord
from stdsys.model.programme_record import PhaseRecord, ProgrammeRecord
from stdsys.model.readings import reading_of
from stdsys.model.review_record import ReviewRecord
from stdsys.model.system_record import EntryRecord, NodeRecord, SystemRecord
from stdsys.model.target_record import SeriesRecord, TargetRecord
from stdsys.model.vocabulary import Origin
from stdsys.model.workspace_record import AxisValueRecord, OrganisationRecord, WorkspaceRecord
from stdsys.numbers import StandardNumber

STAGE, ASPECT, KIND = "stage", "aspect", "kind"
"""The axes that every workspace has. A field or a clause may also name them in the plural."""

PLURALS = {"stages": STAGE, "aspects": ASPECT, "kinds": KIND}


class Axis(Struct, frozen=True, eq=False):
    """An axis and its values in order; `name` is None for the built-in axes."""

    id: str
    name: str | None
    values: Mapping[str, AxisValueRecord]


class Node(Struct, frozen=True, eq=False):
    """A subsystem of a system. `order` counts nodes in the order of the tree, from 0."""

    system: str
    code: str
    name: str
    order: int
    parent: str | None
    children: tuple[str, ...]
    record: NodeRecord

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.record.place

    @property
    def key(self) -> str:
        """Identity in the workspace: `tea/3.1`."""
        return f"{self.system}/{self.code}"


class Entry(Struct, frozen=True, eq=False):
    """An item at its home node of a system, with its values on the axes, defaults applied.

    An axis that is missing in `values`, or has no value there, is general on that axis.
    """

    system: str
    item: Item
    node: Node | None
    see_also: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]
    record: EntryRecord

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.record.place

    @property
    def key(self) -> str:
        """Identity in the workspace: `tea:GB/T 9833.9-2013`."""
        return f"{self.system}:{self.item.key}"

    @property
    def origin(self) -> Origin | None:
        """自制 or 采用, where stated."""
        return self.record.origin


class System(Struct, frozen=True, eq=False):
    """A system: an object, a tree of subsystems and entries. `uses` are ids of shared bases."""

    id: str
    name: str
    shared: bool
    uses: tuple[str, ...]
    nodes: Mapping[str, Node]
    entries: tuple[Entry, ...]
    record: SystemRecord

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.record.place

    @property
    def top_nodes(self) -> tuple[Node, ...]:
        """The nodes of the first layer, in order."""
        return tuple(node for node in self.nodes.values() if node.parent is None)

    def top_of(self, node: Node) -> Node:
        """Return the first-layer node above (or equal to) a node."""
        while node.parent is not None:
            node = self.nodes[node.parent]
        return node


class Workspace(Struct, frozen=True, eq=False):
    """Everything a folder says. Mappings keep the order of reading.

    `absent_files` are the files named as evidence that are not in the folder.
    """

    record: WorkspaceRecord
    place: Place
    axes: Mapping[str, Axis]
    organisations: Mapping[str, OrganisationRecord]
    documents: Mapping[str, Document]
    editions: Mapping[str, Edition]
    planned: Mapping[str, PlannedStandard]
    systems: Mapping[str, System]
    coverage: CoverageRecord
    families: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, str]
    programme: ProgrammeRecord = field(default_factory=ProgrammeRecord)
    targets: Mapping[str, TargetRecord] = field(default_factory=dict)
    series: Mapping[str, SeriesRecord] = field(default_factory=dict)
    reviews: tuple[ReviewRecord, ...] = ()
    profiles: Mapping[str, ProfileRecord] = field(default_factory=dict)
    absent_files: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()
    unread: tuple[str, ...] = ()

    def edition(self, number: StandardNumber) -> Edition | None:
        """Return the edition a number names exactly, earlier numbers (`formerly`) included."""
        key = number.edition_key
        return self.editions.get(self.aliases.get(key, key))

    def known_by(self, key: str) -> Edition | None:
        """Return the edition of a key, or the first of a family by the family's key."""
        edition = self.editions.get(key)
        if edition is None and key in self.families:
            edition = self.editions[self.families[key][0]]
        return edition

    def items(self) -> Iterator[Item]:
        """Yield every edition, planned standard and document."""
        yield from self.editions.values()
        yield from self.planned.values()
        yield from self.documents.values()

    def entries(self) -> Iterator[Entry]:
        """Yield every entry of every system, in reading order."""
        for system in self.systems.values():
            yield from system.entries

    def visible(self, system: System) -> Iterator[tuple[Entry, bool]]:
        """Yield a system's own entries, then those of the bases it uses, marked True (共用)."""
        for entry in system.entries:
            yield entry, False
        for base in system.uses:
            if base in self.systems:
                for entry in self.systems[base].entries:
                    yield entry, True

    def named(self, text: str) -> Edition | PlannedStandard | None:
        """Return what a number, or the id of a planned standard, names exactly, if anything."""
        if text in self.planned:
            return self.planned[text]
        number = reading_of(text).number
        return self.edition(number) if number else self.editions.get(text)

    def phase(self, key: str | None) -> PhaseRecord | None:
        """Return the phase of the programme that bears an id."""
        return next((phase for phase in self.programme.phases if phase.id == key), None)

    def name_of(self, organisation: str | None) -> str:
        """Return the name of an organisation id; text that is no id is returned as it is."""
        if organisation is None:
            return ""
        known = self.organisations.get(organisation)
        return known.name if known else organisation

    def may_be_unread(self, name: str) -> bool:
        """Whether a name that is missing may stand in a file or record that could not be read."""
        return name in self.lost or any(name in text for text in self.unread)

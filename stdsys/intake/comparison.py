"""What an import would change in a workspace, fact by fact."""

from msgspec import Struct, field

from stdsys.findings import Place
from stdsys.intake.drafts import Where
from stdsys.intake.records import Item
from stdsys.intake.system_records import MadeSystem, Placed, TreeNode
from stdsys.intake.yaml_text import Plain
from stdsys.model.workspace import Entry, System


class NewFact(Struct, frozen=True):
    """A fact that the workspace does not state: `place` is the record that lacks it."""

    subject: str
    field: str
    value: Plain
    place: Place
    where: Where | None


class Conflict(Struct, frozen=True):
    """A fact that both state, differently; `can_replace` if the file's may take its place."""

    subject: str
    field: str
    ours: str
    theirs: Plain
    place: Place
    where: Where | None
    can_replace: bool = True


class Growth(Struct):
    """What a system of the workspace gets: nodes, and entries with the code of their node."""

    system: System
    nodes: list[TreeNode] = field(default_factory=list)
    entries: list[Placed] = field(default_factory=list)


class Comparison(Struct):
    """What an import would change. `agreeing` counts facts that both state alike."""

    agreeing: int = 0
    facts: list[NewFact] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    standards: list[Item] = field(default_factory=list)
    planned: list[Item] = field(default_factory=list)
    documents: list[Item] = field(default_factory=list)
    systems: list[MadeSystem] = field(default_factory=list)
    grown: list[Growth] = field(default_factory=list)
    missing: list[Entry] = field(default_factory=list)
    """What the workspace has in a system that was exported, and the workbook lacks."""
    titles: dict[str, str] = field(default_factory=dict)
    """Titles of planned standards by the subject of a fact or conflict, for people."""
    taken_for: list[tuple[str, str]] = field(default_factory=list)
    """Systems of the file under another name: theirs, and the workspace's."""

    @property
    def entries(self) -> int:
        """How many entries are new, those of new systems included."""
        placed = [system.entries for system in self.systems]
        placed += [system.entries for system in self.grown]
        return sum(map(len, placed))

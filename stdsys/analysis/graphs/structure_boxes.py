"""What a structure diagram 结构图 is made of: boxes with their counts, and lines between them."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from stdsys.analysis.counting.tally import Tally


class BoxKind(StrEnum):
    """What a box stands for; `unplaced`: rows at no subsystem, `general`: rows of no stage."""

    REGION = "region"
    SYSTEM = "system"
    BASE = "base"
    NODE = "node"
    UNPLACED = "unplaced"
    STAGE = "stage"
    GENERAL = "general"


class LineKind(StrEnum):
    """What a line says: its source holds, comes before, or is related to its target."""

    HOLDS = "holds"
    PRECEDES = "precedes"
    RELATED = "related"


class Relationship(StrEnum):
    """Why two boxes are related.

    `uses`: the source shows the standards of a shared base. `see-also`: standards at the source
    stand at the target, too, without counting there. `shares`: both systems hold them.
    """

    USES = "uses"
    SEE_ALSO = "see-also"
    SHARES = "shares"


class StructureBox(Struct, frozen=True):
    """A box: `key` is unique in its diagram; `name` is None for what the workspace has no word."""

    key: str
    kind: BoxKind
    code: str | None
    name: str | None
    tally: Tally


class StructureLine(Struct, frozen=True):
    """A line between two boxes; a related pair says why and by how many standards."""

    kind: LineKind
    source: str
    target: str
    relationship: Relationship | None = None
    count: int | None = None


class Structure(Struct, frozen=True):
    """A diagram: its boxes with the root first, parents before what they hold, and its lines."""

    boxes: tuple[StructureBox, ...]
    lines: tuple[StructureLine, ...]

    @property
    def root(self) -> StructureBox:
        """The box of the whole."""
        return self.boxes[0]

    def held(self) -> Mapping[str, Sequence[StructureBox]]:
        """Return what each box holds, in order; boxes that hold nothing are missing."""
        boxes = {box.key: box for box in self.boxes}
        held: dict[str, list[StructureBox]] = {}
        for line in self.lines:
            if line.kind is LineKind.HOLDS:
                held.setdefault(line.source, []).append(boxes[line.target])
        return held

    def of_kind(self, kind: LineKind) -> tuple[StructureLine, ...]:
        """Return the lines of a kind, in order."""
        return tuple(line for line in self.lines if line.kind is kind)

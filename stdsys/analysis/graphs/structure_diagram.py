"""结构图: the boxes and lines of a structure diagram, before anything is drawn.

Boxes carry a code, a name and their counts; lines say what holds what (solid), what follows what
along the stages (solid, with an arrow) and what is related (dashed), as GB/T 13016 has it. The
counts are those of the statistics: of a system its total, of a subsystem its rows and those of the
subsystems below, of a stage the rows that name it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from stdsys.analysis.analysis import Analysis
from stdsys.analysis.counting.groups import GENERAL, by_axis
from stdsys.analysis.counting.rows import Row
from stdsys.analysis.counting.tally import Tally
from stdsys.analysis.graphs.structure_boxes import (
    BoxKind,
    LineKind,
    Relationship,
    Structure,
    StructureBox,
    StructureLine,
)
from stdsys.model.workspace import STAGE, Node, System

MOST_SHARING = 40
"""Among more systems than this nobody could follow who shares standards with whom."""


ROOT = ""
"""The key of the region's box; no system has an empty id."""


def region_structure(analysis: Analysis) -> Structure:
    """Return the region: its systems, their first layer, shared bases, who shares standards."""
    record = analysis.workspace.record
    drawing = _Drawing()
    total = analysis.statistics.total
    drawing.box(StructureBox(ROOT, BoxKind.REGION, None, record.title or record.name, total))
    for system in analysis.workspace.systems.values():
        drawing.box(_system_box(analysis, system), held_by=ROOT)
        _subsystems(drawing, analysis, system, system.top_nodes)
    systems = analysis.workspace.systems
    for system in systems.values():
        for base in _bases(analysis, system):
            drawing.relate(system.id, base.id, Relationship.USES)
    for (one, other), count in _sharing(analysis).items():
        drawing.relate(one, other, Relationship.SHARES, count)
    return drawing.structure()


def system_structure(analysis: Analysis, system: System) -> Structure:
    """Return a system: its whole tree, and the bases and systems that it is related to."""
    drawing = _Drawing()
    drawing.box(_system_box(analysis, system))
    _subsystems(drawing, analysis, system, system.nodes.values())
    bases = _bases(analysis, system)
    for base in bases:
        drawing.box(_system_box(analysis, base))
        drawing.relate(system.id, base.id, Relationship.USES)
    for other, count in _shared_with(analysis, system).items():
        if other not in drawing:
            drawing.box(_system_box(analysis, analysis.workspace.systems[other]))
        drawing.relate(system.id, other, Relationship.SHARES, count)
    further = Counter(
        (entry.node.key, system.nodes[code].key)
        for entry in system.entries
        for code in entry.see_also
        if entry.node is not None and code in system.nodes and code != entry.node.code
    )
    for (home, other), count in further.items():
        drawing.relate(home, other, Relationship.SEE_ALSO, count)
    return drawing.structure()


def stage_structure(analysis: Analysis, system: System | None = None) -> Structure:
    """Return the stages in order, each with the systems (of a system: subsystems) that serve it.

    A row of several stages counts in each, one of no stage under a box of its own (通用).
    """
    workspace = analysis.workspace
    drawing = _Drawing()
    if system is None:
        record = workspace.record
        name, statistics = record.title or record.name, analysis.statistics
        drawing.box(StructureBox(ROOT, BoxKind.REGION, None, name, statistics.total))
    else:
        statistics = analysis.statistics.systems[system.id]
        drawing.box(_system_box(analysis, system))
    root, before = drawing.first, None
    for stage, value in workspace.axes[STAGE].values.items():
        key = _stage_key(stage)
        box = StructureBox(key, BoxKind.STAGE, None, value.name, statistics.by_stage[stage])
        drawing.box(box, held_by=root)
        if before is not None:
            drawing.line(StructureLine(LineKind.PRECEDES, before, key))
        before = key
    general = statistics.by_stage[GENERAL]
    if general.standards or general.required:
        box = StructureBox(_stage_key(GENERAL), BoxKind.GENERAL, None, None, general)
        drawing.box(box, held_by=root)
    for stage, box in _serving(analysis, system):
        if _stage_key(stage) in drawing:
            drawing.box(box, held_by=_stage_key(stage))
    return drawing.structure()


class _Drawing:
    """Boxes and lines in the order in which they are added."""

    def __init__(self) -> None:
        self._boxes: dict[str, StructureBox] = {}
        self._lines: list[StructureLine] = []

    def __contains__(self, key: str) -> bool:
        return key in self._boxes

    @property
    def first(self) -> str:
        return next(iter(self._boxes))

    def box(self, box: StructureBox, held_by: str | None = None) -> None:
        self._boxes[box.key] = box
        if held_by is not None:
            self.line(StructureLine(LineKind.HOLDS, held_by, box.key))

    def line(self, line: StructureLine) -> None:
        self._lines.append(line)

    def relate(self, source: str, target: str, why: Relationship, count: int | None = None) -> None:
        self.line(StructureLine(LineKind.RELATED, source, target, why, count))

    def structure(self) -> Structure:
        return Structure(tuple(self._boxes.values()), tuple(self._lines))


def _system_box(analysis: Analysis, system: System) -> StructureBox:
    kind = BoxKind.BASE if system.shared else BoxKind.SYSTEM
    tally = analysis.statistics.systems[system.id].total
    return StructureBox(system.id, kind, None, system.name, tally)


def _subsystems(
    drawing: _Drawing, analysis: Analysis, system: System, nodes: Iterable[Node]
) -> None:
    """Add subsystems, and a box for rows at none of them."""
    rows = analysis.rows.of(system.id)
    tallies = _node_tallies(system, rows)
    for node in nodes:
        above = system.nodes[node.parent].key if node.parent else system.id
        tally = tallies[node.key]
        drawing.box(StructureBox(node.key, BoxKind.NODE, node.code, node.name, tally), above)
    unplaced = Tally.of(row for row in rows if row.entry.node is None)
    if unplaced.required:
        key = f"{system.id}/"
        drawing.box(StructureBox(key, BoxKind.UNPLACED, None, None, unplaced), system.id)


def _node_tallies(system: System, rows: Iterable[Row]) -> Mapping[str, Tally]:
    """Return the counts of every subsystem, those below rolled up. An item has one home only."""
    at: dict[str, list[Row]] = {node.key: [] for node in system.nodes.values()}
    for row in rows:
        if row.entry.node is not None:
            at[row.entry.node.key].append(row)
    tallies = {key: Tally.of(of_node) for key, of_node in at.items()}
    for node in sorted(system.nodes.values(), key=lambda node: node.order, reverse=True):
        if node.parent is not None:
            above = system.nodes[node.parent].key
            tallies[above] = _sum(tallies[above], tallies[node.key])
    return tallies


def _sum(one: Tally, other: Tally) -> Tally:
    return Tally(
        standards=one.standards + other.standards,
        required=one.required + other.required,
        existing=one.existing + other.existing,
    )


def _bases(analysis: Analysis, system: System) -> list[System]:
    systems = analysis.workspace.systems
    return [systems[base] for base in dict.fromkeys(system.uses) if base in systems]


def _holders(analysis: Analysis) -> Iterator[tuple[str, ...]]:
    """Yield for each item the systems that hold it, shared bases left out."""
    held: dict[str, dict[str, None]] = {}
    for row in analysis.rows.placements():
        if not analysis.workspace.systems[row.system].shared and row.main:
            held.setdefault(row.item.key, {})[row.system] = None
    return (tuple(systems) for systems in held.values() if len(systems) > 1)


def _sharing(analysis: Analysis) -> Counter[tuple[str, str]]:
    """Return how many listed standards two systems both hold; of very many systems nothing."""
    if len(analysis.workspace.systems) > MOST_SHARING:
        return Counter()
    order = {key: place for place, key in enumerate(analysis.workspace.systems)}
    return Counter(
        pair
        for systems in _holders(analysis)
        for pair in combinations(sorted(systems, key=order.__getitem__), 2)
    )


def _shared_with(analysis: Analysis, system: System) -> Counter[str]:
    """Return how many listed standards of a system each other one holds, too."""
    systems, placements = analysis.workspace.systems, analysis.placements
    if system.shared:
        return Counter()
    return Counter(
        other
        for row in analysis.rows.of(system.id)
        if row.main
        for other in dict.fromkeys(entry.system for entry in placements.entries_of(row.item))
        if other != system.id and not systems[other].shared
    )


def _stage_key(stage: str) -> str:
    return f"stage:{stage}"


def _serving(analysis: Analysis, system: System | None) -> Iterator[tuple[str, StructureBox]]:
    """Yield stages with a box of each system, or each first-layer subsystem, that serves them."""
    workspace = analysis.workspace
    if system is None:
        for one in workspace.systems.values():
            box = _system_box(analysis, one)
            for stage, tally in analysis.statistics.systems[one.id].by_stage.items():
                if tally.required:
                    key = f"{stage}:{one.id}"
                    yield stage, StructureBox(key, box.kind, None, box.name, tally)
        return
    rows_of: dict[str, list[Row]] = {node.key: [] for node in system.top_nodes}
    for row in analysis.rows.of(system.id):
        if row.top_node is not None:
            rows_of[row.top_node.key].append(row)
    for node in system.top_nodes:
        for stage, found in by_axis(rows_of[node.key], STAGE, workspace).items():
            tally = Tally.of(found)
            if tally.required or stage in node.record.stages:
                key = f"{stage}:{node.key}"
                yield stage, StructureBox(key, BoxKind.NODE, node.code, node.name, tally)
